//! Which bodies took part in a step, and which should have.

use qiaolian_core::checks::{CheckRule, Done, Outcome};

use crate::case::{Case, body_codes};

const DAY: &str = "2022-06-01";

#[test]
fn a_county_consults_both_united_front_department_and_federation_above() {
    let county = Case::county("通海县");
    let both = ["city_ufwd", "city_federation"];
    for (bodies, outcome, missing) in [
        (&both[..], Outcome::Met, vec![]),
        (&both[..1], Outcome::NotMet, vec!["city_federation"]),
        (&both[1..], Outcome::NotMet, vec!["city_ufwd"]),
    ] {
        let answer = county.clone().did_with("consult_superiors", "2022-01-01", bodies).on(DAY);
        assert_eq!(answer.outcome(CheckRule::ProcedureBodies, "consult_superiors"), outcome);
        let found = answer.procedure.steps.iter().find(|step| !step.bodies_missing.is_empty());
        assert_eq!(found.map(|step| body_codes(step.bodies_missing)).unwrap_or_default(), missing);
    }
}

#[test]
fn bodies_that_nobody_recorded_are_unknown() {
    let answer = Case::county("通海县").did("consult_superiors", "2022-01-01").on(DAY);
    let finding = answer.at(CheckRule::ProcedureBodies, "consult_superiors");
    assert_eq!(finding.outcome, Outcome::Unknown);
    assert_eq!(finding.missing, ["procedure.events.consult_superiors.bodies"]);
    assert_eq!(answer.says(finding, "bodies"), "玉溪市委统战部、玉溪市侨联");
}

#[test]
fn a_step_that_turns_to_nobody_has_no_such_finding() {
    let answer = Case::county("通海县").did("survey", "2022-01-01").on(DAY);
    assert_eq!(answer.of(CheckRule::ProcedureBodies).count(), 0);
}

#[test]
fn an_agreement_needs_the_county_s_federation_only_where_it_is_there() {
    let agreed = |county, township| {
        Case::place(county, township).people(40).did_with(
            "agreed_with_party",
            "2022-01-01",
            &["county_ufwd", "local_party_organisations"],
        )
    };
    let outcome = |case: &Case| {
        let answer = case.on(DAY);
        answer.outcome(CheckRule::ProcedureBodies, "agreed_with_party")
    };
    assert_eq!(outcome(&agreed("红塔区", "李棋街道")), Outcome::NotMet, "its county has one");
    assert_eq!(outcome(&agreed("通海县", "四街镇")), Outcome::Met, "its county has none yet");
    let later = agreed("通海县", "四街镇").federation("county", Done::Known(true));
    assert_eq!(outcome(&later), Outcome::NotMet);
}

#[test]
fn whether_a_federation_was_there_is_asked_for_the_day_of_the_step() {
    let case = Case::place("通海县", "河西镇")
        .federation("county", Done::On("2022-05-01".parse().unwrap()))
        .did_with("candidates_consulted", "2022-04-01", &["city_federation"]);
    let answer = case.on(DAY);
    assert_eq!(answer.outcome(CheckRule::ProcedureBodies, "candidates_consulted"), Outcome::Met);
    let case = Case::place("通海县", "河西镇")
        .federation("county", Done::On("2022-03-01".parse().unwrap()))
        .did_with("candidates_consulted", "2022-04-01", &["city_federation"]);
    let answer = case.on(DAY);
    assert_eq!(answer.outcome(CheckRule::ProcedureBodies, "candidates_consulted"), Outcome::NotMet);
}

#[test]
fn where_nobody_knows_of_a_federation_its_stand_in_leaves_the_question_open() {
    let village = Case::place("通海县", "大回村民委员会");
    let by_city =
        village.clone().did_with("candidates_consulted", "2021-04-01", &["city_federation"]);
    let answer = by_city.on(DAY);
    let finding = answer.at(CheckRule::ProcedureBodies, "candidates_consulted");
    assert_eq!(finding.outcome, Outcome::Unknown, "河西镇 may have a federation");
    assert_eq!(finding.missing, ["procedure.federations.township"]);
    let presumed = Case::place("红塔区", "金州社区居民委员会");
    let presumed = presumed.did_with("candidates_consulted", "2021-04-01", &["city_federation"]);
    let answer = presumed.on(DAY);
    let outcome = answer.outcome(CheckRule::ProcedureBodies, "candidates_consulted");
    assert_eq!(outcome, Outcome::Unknown, "that the county has one is only presumed");
    let by_nobody = village.did_with("candidates_consulted", "2021-04-01", &[]).on(DAY);
    assert_eq!(
        by_nobody.outcome(CheckRule::ProcedureBodies, "candidates_consulted"),
        Outcome::NotMet,
        "whoever it was, somebody is missing"
    );
}
