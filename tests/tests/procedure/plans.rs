//! What remains to be done, in which order.

use qiaolian_core::checks::procedure::StepState;

use crate::case::{Case, body_codes, day};

#[test]
fn a_county_s_plan_goes_from_the_survey_to_the_filing_with_candidates_beside_its_plan() {
    let answer = Case::county("通海县").nothing_happened().office(false).on("2021-06-01");
    assert_eq!(
        answer.stages(),
        [
            vec!["survey", "hear_opinions"],
            vec!["coordinate_departments"],
            vec!["draft_plan"],
            vec!["consult_superiors", "candidates_consulted"],
            vec!["party_approval", "candidates_decided"],
            vec!["congress_election"],
            vec!["result_filed"],
        ]
    );
}

#[test]
fn what_is_done_is_left_out_and_what_comes_next_comes_first() {
    let case = Case::place("红塔区", "李棋街道").people(40).did("survey", "2021-01-01");
    let answer = case.did("hear_opinions", "2021-02-01").on("2021-06-01");
    assert_eq!(answer.stages(), [vec!["agreed_with_party"], vec!["established"]]);
    let plan = answer.plan();
    assert_eq!(plan.stages[0][0].state, StepState::Possible);
    assert_eq!(plan.stages[0][0].due, Some(day("2023-12-31")));
    assert_eq!(plan.stages[1][0].due, None, "it is only permitted");
}

#[test]
fn in_the_place_of_a_federation_that_isn_t_there_the_next_one_stands_in() {
    let answer = Case::place("通海县", "河西镇").nothing_happened().on("2021-06-01");
    let plan = answer.plan();
    let consulted = plan.stages.iter().flatten().find(|step| !step.not_there.is_empty()).unwrap();
    assert_eq!(body_codes(consulted.bodies), ["city_federation", "county_ufwd"]);
    assert_eq!(
        body_codes(consulted.not_there.iter().map(|absent| absent.body).collect()),
        ["county_federation"]
    );
}

#[test]
fn what_nobody_knows_remains_to_be_found_out() {
    let answer = Case::place("通海县", "河西镇").on("2021-06-01");
    assert!(answer.plan().stages.iter().flatten().all(|step| step.state == StepState::Unknown));
    assert_eq!(answer.stages().first().unwrap(), &["survey", "hear_opinions"]);
}

#[test]
fn a_procedure_that_is_complete_leaves_nothing() {
    let unit = Case::unit("红塔区", "school").people(5).did_all(&["survey", "established"]);
    assert!(unit.on("2021-06-01").stages().is_empty());
}
