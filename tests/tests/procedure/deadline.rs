//! What is owed by when, around the dates.

use qiaolian_core::checks::procedure::Deadline;
use qiaolian_core::checks::{CheckRule, Outcome};
use qiaolian_core::model::Status;

use crate::case::{Answer, Case, day};

fn hexi() -> Case {
    Case::place("通海县", "河西镇")
}

fn below() -> Case {
    Case::place("红塔区", "李棋街道").people(40)
}

fn deadline(answer: &Answer) -> (Status, Outcome, Option<i64>) {
    let Deadline { status, days_left, .. } = answer.procedure.deadline;
    (status, answer.only(CheckRule::ProcedureDeadline).outcome, days_left)
}

#[test]
fn a_federation_that_isn_t_there_is_pending_then_due_soon_then_overdue() {
    let case = hexi().nothing_happened();
    for (on, expected) in [
        ("2022-10-01", (Status::Pending, Outcome::NotYet, Some(91))),
        ("2022-10-02", (Status::DueSoon, Outcome::NotYet, Some(90))),
        ("2022-12-31", (Status::DueSoon, Outcome::NotYet, Some(0))),
        ("2023-01-01", (Status::Overdue, Outcome::NotMet, Some(-1))),
    ] {
        let answer = case.on(on);
        assert_eq!(deadline(&answer), expected, "{on}");
        assert_eq!(answer.procedure.deadline.due, Some(day("2022-12-31")));
        let finding = answer.only(CheckRule::ProcedureDeadline);
        assert_eq!(
            (finding.due, answer.clause(finding)),
            (Some(day("2022-12-31")), "2.2#7".to_owned())
        );
    }
}

#[test]
fn elected_on_the_30th_and_filed_in_january_is_in_time() {
    let case = hexi().did("congress_election", "2022-12-30").did("result_filed", "2023-01-05");
    assert_eq!(deadline(&case.on("2023-06-01")), (Status::Satisfied, Outcome::Met, None));
}

#[test]
fn elected_after_the_date_is_late_and_met() {
    let case = hexi().did("congress_election", "2023-01-01");
    assert_eq!(deadline(&case.on("2023-06-01")), (Status::SatisfiedLate, Outcome::Met, None));
    assert_eq!(deadline(&case.on("2022-12-31")).0, Status::DueSoon, "not there yet");
}

#[test]
fn what_the_record_says_counts_where_no_event_does() {
    let case = hexi().record("federation", Some("2019-05-01"));
    assert_eq!(deadline(&case.on("2023-06-01")), (Status::Satisfied, Outcome::Met, None));
    let late = hexi().record("federation", Some("2023-02-01"));
    assert_eq!(deadline(&late.on("2023-06-01")).0, Status::SatisfiedLate);
    let none = hexi().record("none", None);
    assert_eq!(deadline(&none.on("2023-06-01")), (Status::Overdue, Outcome::NotMet, Some(-152)));
}

#[test]
fn an_agreed_exception_is_for_people_and_holds_no_step_against_anybody() {
    let answer = hexi().excepted().nothing_happened().on("2023-06-01");
    assert_eq!(deadline(&answer), (Status::Excepted, Outcome::Review, None));
    assert_eq!(answer.outcome(CheckRule::ProcedureStep, "survey"), Outcome::NotYet);
    let county = Case::county("通海县").excepted().nothing_happened().on("2023-06-01");
    assert_eq!(deadline(&county).0, Status::Overdue, "a plain directive has no exception");
}

#[test]
fn where_nobody_knows_it_is_unverified() {
    let silent = hexi().on("2023-06-01");
    assert_eq!(deadline(&silent), (Status::Unverified, Outcome::Unknown, Some(-152)));
    let missing = &silent.only(CheckRule::ProcedureDeadline).missing;
    assert_eq!(*missing, ["subject.existing_form", "procedure.events.congress_election"]);
    let unknown = hexi().unknown("congress_election").on("2023-06-01");
    assert_eq!(deadline(&unknown).0, Status::Unverified);
}

#[test]
fn below_the_threshold_three_steps_are_owed_whatever_organisation_there_is() {
    let owed = ["survey", "hear_opinions", "agreed_with_party"];
    for case in
        [below(), below().record("branch", Some("2021-01-01")), below().did_all(&["established"])]
    {
        let answer = case.nothing_happened().on("2024-01-01");
        assert_eq!(deadline(&answer), (Status::Overdue, Outcome::NotMet, Some(-1)));
        assert_eq!(answer.clause(answer.only(CheckRule::ProcedureDeadline)), "2.2#8");
        assert_ne!(answer.view.decision.status, Status::Overdue, "the eligibility never is");
    }
    let done = owed.iter().fold(below(), |case, step| case.did(step, "2023-12-31"));
    assert_eq!(deadline(&done.on("2023-12-31")), (Status::Satisfied, Outcome::Met, None));
    let late = below().did_all(&owed[..2]).did("agreed_with_party", "2024-01-01");
    assert_eq!(deadline(&late.on("2024-02-01")).0, Status::SatisfiedLate);
    let open = below().did_all(&owed[..2]).unknown("agreed_with_party").on("2024-02-01");
    assert_eq!(deadline(&open).0, Status::Unverified);
    let missing = &open.only(CheckRule::ProcedureDeadline).missing;
    assert_eq!(*missing, ["procedure.events.agreed_with_party"]);
}

#[test]
fn a_federation_that_is_only_permitted_owes_the_three_steps_too() {
    let answer = below().sets_up("federation").nothing_happened().on("2024-01-01");
    assert_eq!(answer.path(), Some("other_area_federation"));
    assert_eq!(deadline(&answer).0, Status::Overdue);
    assert_eq!(answer.outcome(CheckRule::ProcedureStep, "draft_plan"), Outcome::Advice);
}

#[test]
fn a_unit_below_the_threshold_owes_nothing_by_a_date() {
    let unit = Case::unit("红塔区", "school").people(5);
    let answer = unit.clone().nothing_happened().on("2025-01-01");
    assert_eq!(deadline(&answer), (Status::Optional, Outcome::NotApplicable, None));
    let group = unit.did("survey", "2023-01-01").did("established", "2023-02-01").on("2025-01-01");
    assert_eq!(deadline(&group), (Status::Satisfied, Outcome::Met, None));
    assert_eq!(group.procedure.complete, Some(true));
}

#[test]
fn a_unit_that_isn_t_ready_meets_its_date_with_any_of_the_forms_for_it() {
    let unit = Case::unit("红塔区", "school").people(30).conditions_not_met();
    let set_up =
        |form| unit.clone().sets_up(form).did("established", "2024-02-01").on("2025-01-01");
    assert_eq!(deadline(&set_up("group")).0, Status::Satisfied);
    assert_eq!(deadline(&set_up("cross_unit_joint")).0, Status::Satisfied);
    assert_eq!(deadline(&set_up("branch")).0, Status::Overdue, "2.3 doesn't name it");
    let some = unit.did("established", "2024-02-01").on("2025-01-01");
    assert_eq!(deadline(&some).0, Status::Unverified, "which form it was isn't known");
    assert_eq!(
        some.only(CheckRule::ProcedureDeadline).missing,
        ["subject.existing_form", "procedure.form"]
    );
}

#[test]
fn over_the_threshold_a_lesser_form_doesn_t_meet_the_date() {
    let township = Case::place("红塔区", "李棋街道").people(120);
    let branch =
        township.clone().sets_up("branch").did("established", "2023-02-01").on("2024-01-01");
    assert_eq!(branch.path(), Some("other_area_lesser"));
    assert_eq!(deadline(&branch).0, Status::Overdue);
    let joint = township.sets_up("cross_region_joint").did("established", "2023-02-01");
    assert_eq!(deadline(&joint.on("2024-01-01")).0, Status::Satisfied);
}

#[test]
fn while_the_count_is_open_the_deadline_is_undetermined() {
    let answer = Case::place("红塔区", "李棋街道").nothing_happened().on("2024-06-01");
    assert_eq!(deadline(&answer), (Status::Undetermined, Outcome::Unknown, None));
    assert!(answer.only(CheckRule::ProcedureDeadline).missing[0].starts_with("subject."));
}
