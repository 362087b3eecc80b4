//! Which steps are done, possible, blocked, unknown, and what it comes to that one isn't done.

use qiaolian_core::checks::procedure::StepState;
use qiaolian_core::checks::{CheckRule, Done, Outcome};

use crate::case::{Case, YUXI, day};

const TO_APPROVAL: [&str; 6] = [
    "survey",
    "hear_opinions",
    "coordinate_departments",
    "draft_plan",
    "consult_superiors",
    "party_approval",
];
const TO_ELECTION: [&str; 3] = ["candidates_consulted", "candidates_decided", "congress_election"];

fn tonghai() -> Case {
    Case::county("通海县").nothing_happened()
}

#[test]
fn at_first_survey_and_hearing_are_possible_and_candidates_can_be_talked_of() {
    let answer = tonghai().on("2021-06-01");
    assert_eq!(
        answer.steps(StepState::Possible),
        ["survey", "hear_opinions", "candidates_consulted"]
    );
    assert_eq!(
        answer.blocked_by("draft_plan"),
        ["survey", "hear_opinions", "coordinate_departments"]
    );
    assert_eq!(answer.procedure.complete, Some(false));
    assert_eq!(answer.procedure.established, Some(Done::Known(false)));
}

#[test]
fn an_event_after_the_date_isn_t_done_yet() {
    let case = tonghai().did("survey", "2021-06-02");
    assert_eq!(case.on("2021-06-01").steps(StepState::Done), Vec::<&str>::new());
    assert_eq!(case.on("2021-06-02").steps(StepState::Done), ["survey"]);
    assert_eq!(
        case.unknown("survey").on("2021-06-01").blocked_by("coordinate_departments"),
        ["survey", "hear_opinions"]
    );
}

#[test]
fn the_election_establishes_and_filing_comes_after() {
    let elected = tonghai().did_all(&TO_APPROVAL).did_all(&TO_ELECTION[..2]);
    let elected = elected.did("congress_election", "2022-12-30");
    let answer = elected.on("2022-12-31");
    assert_eq!(answer.procedure.established, Some(Done::On(day("2022-12-30"))));
    assert_eq!(answer.procedure.complete, Some(false));
    let filed = answer.at(CheckRule::ProcedureStep, "result_filed");
    assert_eq!((filed.outcome, filed.due), (Outcome::NotMet, None), "what it hangs on is done");
    let all = elected.clone().did("result_filed", "2023-01-05").office(false);
    assert_eq!(all.on("2023-01-05").procedure.complete, Some(true));
}

#[test]
fn an_office_is_unknown_till_somebody_says_and_commended_where_one_is_set_up() {
    let elected = tonghai().did_all(&TO_APPROVAL).did_all(&TO_ELECTION).did_all(&["result_filed"]);
    let unsaid = elected.on("2022-01-01");
    assert_eq!(unsaid.steps(StepState::Unknown), ["office_approved", "registered"]);
    assert_eq!(unsaid.procedure.complete, None);
    let finding = unsaid.at(CheckRule::ProcedureStep, "registered");
    assert_eq!(
        (finding.outcome, &*finding.missing),
        (Outcome::Unknown, &["procedure.office".to_owned()][..])
    );

    let without = elected.clone().office(false).on("2022-01-01");
    assert_eq!(without.steps(StepState::NotApplicable), ["office_approved", "registered"]);
    assert_eq!(without.outcome(CheckRule::ProcedureStep, "registered"), Outcome::NotApplicable);

    let with = elected.clone().office(true);
    let answer = with.on("2022-01-01");
    assert_eq!(answer.outcome(CheckRule::ProcedureStep, "office_approved"), Outcome::Advice);
    assert_eq!(answer.outcome(CheckRule::ProcedureStep, "registered"), Outcome::NotYet);
    let approved = elected.did_all(&["office_approved"]).on("2022-01-01");
    assert_eq!(approved.outcome(CheckRule::ProcedureStep, "registered"), Outcome::NotMet);
    assert_eq!(approved.steps(StepState::Possible), ["registered"]);
}

#[test]
fn no_village_sets_an_office_up() {
    let village = Case::place("通海县", "大回村民委员会").office(true).nothing_happened();
    let answer = village.on("2021-06-01");
    assert_eq!(answer.steps(StepState::NotApplicable), ["office_approved", "registered"]);
}

#[test]
fn a_step_without_its_date_reached_is_not_yet_and_after_it_not_met() {
    assert_eq!(
        tonghai().on("2022-12-31").outcome(CheckRule::ProcedureStep, "survey"),
        Outcome::NotYet
    );
    let late = tonghai().on("2023-01-01");
    let survey = late.at(CheckRule::ProcedureStep, "survey");
    assert_eq!((survey.outcome, survey.due), (Outcome::NotMet, Some(day("2022-12-31"))));
    assert_eq!(late.outcome(CheckRule::ProcedureStep, "result_filed"), Outcome::NotYet);
    assert_eq!(late.clause(survey), "2.1#3");
}

#[test]
fn a_step_that_the_election_passed_by_is_not_met_before_the_date_too() {
    let passed = tonghai().did("congress_election", "2021-05-01").on("2021-06-01");
    assert_eq!(passed.outcome(CheckRule::ProcedureStep, "party_approval"), Outcome::NotMet);
}

#[test]
fn what_is_only_permitted_is_advice_and_the_three_steps_before_it_are_owed() {
    let village = Case::place("红塔区", "李棋街道").people(40).nothing_happened();
    let answer = village.on("2024-01-01");
    assert_eq!(answer.outcome(CheckRule::ProcedureStep, "established"), Outcome::Advice);
    for step in ["survey", "hear_opinions", "agreed_with_party"] {
        let finding = answer.at(CheckRule::ProcedureStep, step);
        assert_eq!(
            (finding.outcome, finding.due),
            (Outcome::NotMet, Some(day("2023-12-31"))),
            "{step}"
        );
    }
}

#[test]
fn a_step_of_which_nobody_knows_names_the_fact_that_is_missing() {
    let answer = tonghai().unknown("survey").on("2021-06-01");
    let survey = answer.at(CheckRule::ProcedureStep, "survey");
    assert_eq!(survey.outcome, Outcome::Unknown);
    assert_eq!(survey.missing, ["procedure.events.survey"]);
    assert!(answer.blocked_by("draft_plan").contains(&"survey"));
}

#[test]
fn where_nobody_recorded_anything_nothing_is_held_against_anybody() {
    let silent = Case::place("通海县", "河西镇").on("2024-01-01");
    assert!(
        silent
            .procedure
            .steps
            .iter()
            .all(|step| step.state == StepState::Unknown || step.state == StepState::NotApplicable)
    );
    assert!(silent.procedure.findings.iter().all(|finding| finding.outcome != Outcome::NotMet));
    assert_eq!(silent.procedure.complete, None);
    assert_eq!(silent.procedure.established, None);
}

#[test]
fn what_the_record_says_is_there_is_established() {
    let by_record = Case::place("通海县", "河西镇").record("federation", Some("2022-03-01"));
    let answer = by_record.on("2022-06-01");
    assert_eq!(answer.procedure.established, Some(Done::On(day("2022-03-01"))));
    assert_eq!(answer.steps(StepState::Done), ["congress_election"]);
    assert_eq!(answer.outcome(CheckRule::ProcedureStep, "survey"), Outcome::Unknown);
    let earlier = by_record.on("2022-02-28");
    assert_eq!(earlier.procedure.established, Some(Done::Known(false)), "not there yet");
}

#[test]
fn each_county_is_established_or_not_as_the_policy_presumes() {
    let presumed = ["红塔区", "峨山彝族自治县", "元江哈尼族彝族傣族自治县"];
    let named = ["江川区", "澄江市", "通海县", "华宁县", "易门县", "新平彝族傣族自治县"];
    for (counties, there) in [(&presumed[..], true), (&named[..], false)] {
        for county in counties {
            let answer = Case::county(county).on("2023-06-01");
            assert_eq!(answer.procedure.established, Some(Done::Known(there)), "{county}");
            let outcome = if there { Outcome::Met } else { Outcome::NotMet };
            assert_eq!(answer.only(CheckRule::ProcedureDeadline).outcome, outcome, "{county}");
        }
    }
}

#[test]
fn steps_that_the_path_doesn_t_have_are_told() {
    let answer = Case::place("通海县", "河西镇").did("coordinate_departments", "2021-01-01");
    let answer = answer.on("2021-06-01");
    assert_eq!(answer.procedure.beside.len(), 1);
}

#[test]
fn of_two_events_of_a_step_the_first_day_counts_and_the_bodies_of_both() {
    let case = tonghai().did_with("consult_superiors", "2021-03-01", &["city_ufwd"]).did_with(
        "consult_superiors",
        "2021-02-01",
        &["city_federation"],
    );
    let answer = case.on("2021-06-01");
    let consulted = answer.at(CheckRule::ProcedureStep, "consult_superiors");
    assert!(answer.says(consulted, "day").contains("2021-02-01"));
    assert_eq!(answer.outcome(CheckRule::ProcedureBodies, "consult_superiors"), Outcome::Met);
}

#[test]
fn while_the_duty_is_open_a_step_that_one_of_them_doesn_t_ask_for_is_unknown() {
    let answer = Case::place("红塔区", "李棋街道").nothing_happened().on("2024-06-01");
    let survey = answer.at(CheckRule::ProcedureStep, "survey");
    assert_eq!(survey.outcome, Outcome::Unknown, "with nobody there nothing is asked");
    let some = {
        let mut case = Case::place("红塔区", "李棋街道").nothing_happened();
        let group = YUXI.rulebook().group("overseas").unwrap();
        case.subject.counts = case.subject.counts.with(group, 1);
        case.on("2024-06-01")
    };
    assert_eq!(
        some.outcome(CheckRule::ProcedureStep, "survey"),
        Outcome::NotMet,
        "owed either way"
    );
}
