//! Which path a subject takes.

use qiaolian_core::checks::procedure::StepState;
use qiaolian_core::checks::{CheckRule, Outcome};

use crate::case::Case;

const DAY: &str = "2021-06-01";

#[test]
fn a_county_surveys_hears_coordinates_drafts_consults_and_elects() {
    let county = Case::county("通海县").nothing_happened().on(DAY);
    assert_eq!(county.path(), Some("county_federation"));
    assert_eq!(
        county.all(),
        [
            "survey",
            "hear_opinions",
            "coordinate_departments",
            "draft_plan",
            "consult_superiors",
            "party_approval",
            "candidates_consulted",
            "candidates_decided",
            "congress_election",
            "result_filed",
            "office_approved",
            "registered",
        ]
    );
    assert_eq!(county.only(CheckRule::ProcedurePath).outcome, Outcome::Met);
}

#[test]
fn a_key_area_goes_for_a_federation_whatever_its_count() {
    for case in [Case::place("通海县", "河西镇"), Case::place("通海县", "大回村民委员会").people(0)]
    {
        let answer = case.nothing_happened().on(DAY);
        assert_eq!(answer.path(), Some("key_area_federation"));
        assert!(!answer.all().contains(&"agreed_with_party"));
        assert!(!answer.all().contains(&"coordinate_departments"));
    }
}

#[test]
fn a_federation_elsewhere_is_agreed_before_its_plan() {
    let village = Case::place("红塔区", "李棋街道").people(120).nothing_happened().on(DAY);
    assert_eq!(village.path(), Some("other_area_federation"));
    assert_eq!(village.blocked_by("draft_plan"), ["survey", "hear_opinions", "agreed_with_party"]);
}

#[test]
fn below_the_threshold_people_agree_on_a_form_and_set_it_up() {
    let township = Case::place("红塔区", "李棋街道").people(40).nothing_happened().on(DAY);
    assert_eq!(township.path(), Some("other_area_lesser"));
    assert_eq!(township.procedure.form, None, "people choose it");
    assert_eq!(township.all(), ["survey", "hear_opinions", "agreed_with_party", "established"]);
    assert_eq!(township.of(CheckRule::JointElection).count(), 0, "no joint form is chosen yet");
}

#[test]
fn a_unit_goes_for_a_federation_or_where_it_isn_t_ready_for_a_lesser_form() {
    let ready = Case::unit("红塔区", "enterprise").people(30).nothing_happened();
    assert_eq!(ready.on(DAY).path(), Some("unit_federation"));
    let not_ready = ready.clone().conditions_not_met().on(DAY);
    assert_eq!(not_ready.path(), Some("unit_lesser"));
    assert_eq!(not_ready.all(), ["survey", "established"]);
    let few = Case::unit("红塔区", "enterprise").people(5).nothing_happened().on(DAY);
    assert_eq!(few.path(), Some("unit_lesser"));
}

#[test]
fn where_nothing_is_asked_nothing_applies() {
    let empty = Case::place("红塔区", "李棋街道").people(0).nothing_happened().on(DAY);
    assert_eq!((empty.path(), empty.all().len()), (None, 0));
    assert_eq!(empty.only(CheckRule::ProcedurePath).outcome, Outcome::NotApplicable);
    assert_eq!(empty.only(CheckRule::ProcedureDeadline).outcome, Outcome::NotApplicable);
    assert_eq!(empty.procedure.complete, None);
}

#[test]
fn a_form_that_is_being_set_up_has_its_path_even_where_nothing_is_asked() {
    let empty = Case::place("红塔区", "李棋街道").people(0).sets_up("federation");
    let answer = empty.nothing_happened().on("2024-06-01");
    assert_eq!(answer.path(), Some("other_area_federation"));
    assert_eq!(answer.only(CheckRule::ProcedureDeadline).outcome, Outcome::NotApplicable);
    assert_eq!(answer.outcome(CheckRule::ProcedureStep, "survey"), Outcome::NotApplicable);
}

#[test]
fn a_form_without_a_path_is_for_people_to_decide() {
    for (case, form) in [
        (Case::county("通海县"), "branch"),
        (Case::place("通海县", "河西镇"), "cross_region_joint"),
        (Case::unit("红塔区", "school").people(5), "cross_region_joint"),
        (Case::place("红塔区", "李棋街道").people(40), "cross_unit_joint"),
    ] {
        let answer = case.sets_up(form).nothing_happened().on(DAY);
        assert_eq!((answer.path(), answer.all().len()), (None, 0), "{form}");
        assert_eq!(answer.only(CheckRule::ProcedurePath).outcome, Outcome::Review, "{form}");
    }
}

#[test]
fn while_the_count_is_open_the_steps_that_all_paths_share_can_go_ahead() {
    let township = Case::place("红塔区", "李棋街道").nothing_happened().on(DAY);
    assert_eq!(township.path(), None);
    assert_eq!(township.all(), ["survey", "hear_opinions", "agreed_with_party"]);
    assert_eq!(township.steps(StepState::Possible), ["survey", "hear_opinions"]);
    let path = township.only(CheckRule::ProcedurePath);
    assert_eq!(path.outcome, Outcome::Unknown);
    assert_eq!(
        path.missing,
        [
            "subject.returned_and_relatives",
            "subject.overseas",
            "subject.students",
            "procedure.form"
        ]
    );
}

#[test]
fn what_is_there_already_and_is_enough_is_what_the_path_leads_to() {
    let joint = Case::place("红塔区", "李棋街道").people(120).record("cross_region_joint", None);
    assert_eq!(joint.clone().nothing_happened().on(DAY).path(), Some("other_area_lesser"));
    let federation = Case::place("红塔区", "李棋街道").people(40).record("federation", None);
    assert_eq!(federation.nothing_happened().on(DAY).path(), Some("other_area_federation"));
}

#[test]
fn a_lesser_form_doesn_t_change_what_a_key_area_goes_for() {
    let branch = Case::place("通海县", "河西镇").record("branch", None).nothing_happened().on(DAY);
    assert_eq!(branch.path(), Some("key_area_federation"));
    assert!(branch.steps(StepState::Blocked).contains(&"congress_election"));
}

#[test]
fn the_document_doesn_t_say_whether_a_joint_federation_is_elected() {
    let joint = Case::place("红塔区", "李棋街道").people(40).sets_up("cross_region_joint");
    let open = joint.clone().nothing_happened().on(DAY);
    assert_eq!(open.only(CheckRule::JointElection).outcome, Outcome::Review);
    assert_eq!(open.clause(open.only(CheckRule::JointElection)), "3.1#5");
    let elected = joint.did("congress_election", "2021-05-01").on(DAY);
    assert_eq!(elected.only(CheckRule::JointElection).outcome, Outcome::Met);
    assert!(elected.procedure.beside.is_empty());
    let branch = Case::place("红塔区", "李棋街道").people(40).sets_up("branch");
    assert_eq!(branch.nothing_happened().on(DAY).of(CheckRule::JointElection).count(), 0);
}
