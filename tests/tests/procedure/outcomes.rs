//! Each rule has each of the outcomes that it can have.

use std::collections::BTreeSet;

use qiaolian_core::checks::{Check, CheckRule};

use crate::case::Case;

#[test]
fn each_rule_has_each_of_its_outcomes() {
    let hexi = || Case::place("通海县", "河西镇");
    let village = || Case::place("红塔区", "金州社区居民委员会");
    let below = || Case::place("红塔区", "李棋街道").people(40);
    let joint = || below().sets_up("cross_region_joint");
    let cases = [
        hexi().nothing_happened().on("2021-06-01"),
        hexi().nothing_happened().on("2023-06-01"),
        hexi().excepted().nothing_happened().on("2023-06-01"),
        hexi().did_all(&["survey", "hear_opinions", "draft_plan"]).on("2021-06-01"),
        hexi().sets_up("branch").nothing_happened().on("2023-06-01"),
        Case::place("红塔区", "李棋街道").nothing_happened().on("2021-06-01"),
        below().nothing_happened().on("2021-06-01"),
        Case::place("红塔区", "李棋街道").people(0).on("2021-06-01"),
        joint().did("agreed_with_party", "2021-05-01").on("2021-06-01"),
        joint().did("congress_election", "2021-05-01").on("2021-06-01"),
        village()
            .did_with("congress_election", "2021-05-01", &[])
            .did_with("consult_superiors", "2021-02-01", &["county_ufwd", "county_federation"])
            .did_with("party_approval", "2021-03-01", &[])
            .did_all(&["result_filed"])
            .on("2021-06-01"),
    ];
    let found: BTreeSet<_> = cases
        .iter()
        .flat_map(|answer| &answer.procedure.findings)
        .map(|finding| (finding.rule, finding.outcome))
        .collect();
    let of_procedure = CheckRule::ALL.iter().filter(|rule| rule.check() == Check::Procedure);
    let possible = of_procedure.flat_map(|rule| rule.outcomes().iter().map(|of| (*rule, *of)));
    let lacking: Vec<_> = possible.filter(|pair| !found.contains(pair)).collect();
    assert_eq!(lacking, []);
}
