//! Federations above that aren't there yet, and the next ones that are.

use qiaolian_core::checks::{CheckRule, Done, Outcome};

use crate::case::{Case, body};

#[test]
fn hexi_in_2021_turns_to_a_county_federation_that_isn_t_there() {
    let answer = Case::place("通海县", "河西镇").nothing_happened().on("2021-06-01");
    for step in ["consult_superiors", "candidates_consulted", "result_filed"] {
        let finding = answer.at(CheckRule::BodyThere, step);
        assert_eq!(finding.outcome, Outcome::Review, "{step}");
        assert_eq!(answer.says(finding, "body"), "通海县侨联", "{step}");
        assert_eq!(answer.says(finding, "next"), "玉溪市侨联", "{step}");
    }
    let absent = answer.procedure.steps.iter().flat_map(|step| &step.bodies_not_there);
    let absent: Vec<_> = absent.map(|absent| (absent.body, absent.next)).collect();
    assert_eq!(absent, [(body("county_federation"), Some(body("city_federation"))); 3]);
}

#[test]
fn once_the_county_has_its_federation_nothing_is_flagged() {
    let there = Done::On("2022-03-01".parse().unwrap());
    let case = Case::place("通海县", "河西镇").federation("county", there).nothing_happened();
    for (day, outcome) in [("2022-02-28", Outcome::Review), ("2022-03-01", Outcome::Met)] {
        let answer = case.on(day);
        assert!(answer.of(CheckRule::BodyThere).all(|finding| finding.outcome == outcome), "{day}");
    }
}

#[test]
fn a_village_turns_to_its_township_then_the_county_then_the_city() {
    let village = Case::place("通海县", "大回村民委员会").nothing_happened();
    let next = |case: &Case| {
        let answer = case.on("2021-06-01");
        let finding = answer.at(CheckRule::BodyThere, "result_filed");
        let slots = ["body", "next"].map(|slot| answer.says(finding, slot).to_owned());
        (finding.outcome, slots)
    };
    let said = |outcome, body: &str, next: &str| (outcome, [body.to_owned(), next.to_owned()]);
    assert_eq!(next(&village), said(Outcome::Unknown, "河西镇侨联", ""), "nobody said");
    let none = village.clone().federation("township", Done::Known(false));
    assert_eq!(next(&none), said(Outcome::Review, "河西镇侨联", "玉溪市侨联"));
    let county = none.federation("county", Done::Known(true));
    assert_eq!(next(&county), said(Outcome::Review, "河西镇侨联", "通海县侨联"));
    let there = village.federation("township", Done::Known(true));
    assert_eq!(next(&there), said(Outcome::Met, "河西镇侨联", ""));
}

#[test]
fn a_township_of_each_county_finds_its_county_s_federation_as_presumed() {
    let townships = [
        ("红塔区", "李棋街道", Outcome::Met),
        ("峨山彝族自治县", "双江街道", Outcome::Met),
        ("元江哈尼族彝族傣族自治县", "澧江街道", Outcome::Met),
        ("江川区", "星云街道", Outcome::Review),
        ("澄江市", "凤麓街道", Outcome::Review),
        ("通海县", "河西镇", Outcome::Review),
        ("华宁县", "宁州街道", Outcome::Review),
        ("易门县", "龙泉街道", Outcome::Review),
        ("新平彝族傣族自治县", "桂山街道", Outcome::Review),
    ];
    for (county, township, outcome) in townships {
        let case = Case::place(county, township).people(120).nothing_happened();
        let answer = case.on("2021-06-01");
        assert_eq!(
            answer.outcome(CheckRule::BodyThere, "candidates_consulted"),
            outcome,
            "{county}"
        );
    }
}

#[test]
fn a_county_turns_to_the_city_s_federation_which_is_there() {
    let answer = Case::county("通海县").nothing_happened().on("2021-06-01");
    assert_eq!(answer.of(CheckRule::BodyThere).count(), 0, "it can't be missing");
}

#[test]
fn where_the_county_isn_t_known_names_stay_general() {
    let mut unit = Case::unit("红塔区", "school").people(30).nothing_happened();
    unit.subject.county = None;
    let answer = unit.on("2021-06-01");
    let finding = answer.at(CheckRule::BodyThere, "result_filed");
    assert_eq!(finding.outcome, Outcome::Unknown);
    assert_eq!(finding.missing, ["procedure.federations.county"]);
    assert_eq!(answer.says(finding, "body"), "县（市、区）侨联");
}
