//! Steps in order and out of it.

use qiaolian_core::checks::{CheckRule, Outcome};

use crate::case::{Case, step};

fn village() -> Case {
    Case::place("红塔区", "李棋街道").people(40)
}

fn of_agreement(case: &Case) -> (Outcome, Vec<String>) {
    let answer = case.on("2023-06-01");
    let finding = answer.at(CheckRule::ProcedureOrder, "agreed_with_party");
    (finding.outcome, finding.missing.clone())
}

#[test]
fn survey_and_hearing_come_in_either_order() {
    let one = village().did("survey", "2022-01-01").did("hear_opinions", "2022-02-01");
    let other = village().did("survey", "2022-02-01").did("hear_opinions", "2022-01-01");
    for case in [one, other] {
        let case = case.did("agreed_with_party", "2022-02-01");
        assert_eq!(of_agreement(&case), (Outcome::Met, vec![]), "on the same day is in order");
        assert!(case.on("2023-06-01").procedure.out_of_order.is_empty());
    }
}

#[test]
fn an_agreement_before_the_survey_is_for_people_to_decide() {
    let case = village()
        .did("agreed_with_party", "2022-01-01")
        .did("survey", "2022-01-02")
        .did("hear_opinions", "2021-01-01");
    let answer = case.on("2023-06-01");
    let finding = answer.at(CheckRule::ProcedureOrder, "agreed_with_party");
    assert_eq!(finding.outcome, Outcome::Review);
    assert_eq!(answer.says(finding, "before"), "侨情调查");
    let late = answer.procedure.out_of_order.first().unwrap();
    assert_eq!(late.step, step("agreed_with_party"));
    assert_eq!(late.before.iter().collect::<Vec<_>>(), [step("survey")]);
}

#[test]
fn an_agreement_without_a_hearing_is_out_of_order() {
    let case = village().did("survey", "2022-01-01").did("agreed_with_party", "2022-02-01");
    assert_eq!(of_agreement(&case).0, Outcome::Review);
}

#[test]
fn days_that_nobody_recorded_leave_the_order_open() {
    let case =
        village().did_all(&["survey", "hear_opinions"]).did("agreed_with_party", "2022-02-01");
    let missing = ["procedure.events.survey.on", "procedure.events.hear_opinions.on"];
    assert_eq!(of_agreement(&case), (Outcome::Unknown, missing.map(String::from).to_vec()));
    let case = village()
        .did("survey", "2022-01-01")
        .unknown("hear_opinions")
        .did("agreed_with_party", "2022-02-01");
    let missing = vec!["procedure.events.hear_opinions".to_owned()];
    assert_eq!(of_agreement(&case), (Outcome::Unknown, missing));
}

#[test]
fn through_a_step_without_a_day_an_earlier_one_is_seen() {
    let case = Case::county("通海县")
        .did("survey", "2022-05-01")
        .did("hear_opinions", "2022-01-01")
        .did_all(&["coordinate_departments", "draft_plan"])
        .did("consult_superiors", "2022-03-01");
    let answer = case.on("2022-06-01");
    let consulted = answer.at(CheckRule::ProcedureOrder, "consult_superiors");
    assert_eq!(consulted.outcome, Outcome::Review, "it was consulted on before the survey");
    assert_eq!(answer.says(consulted, "before"), "侨情调查");
}

#[test]
fn candidates_need_only_come_before_the_election() {
    let case = Case::county("红塔区")
        .did("candidates_consulted", "2020-01-01")
        .did("candidates_decided", "2020-02-01")
        .did("party_approval", "2021-01-01")
        .did("congress_election", "2021-02-01");
    let answer = case.on("2022-06-01");
    assert_eq!(answer.outcome(CheckRule::ProcedureOrder, "candidates_decided"), Outcome::Met);
    assert_eq!(answer.outcome(CheckRule::ProcedureOrder, "congress_election"), Outcome::Met);
    let late = Case::county("红塔区")
        .did("candidates_decided", "2021-03-01")
        .did("party_approval", "2021-01-01")
        .did("congress_election", "2021-02-01");
    let late = late.on("2022-06-01");
    assert_eq!(late.outcome(CheckRule::ProcedureOrder, "congress_election"), Outcome::Review);
}
