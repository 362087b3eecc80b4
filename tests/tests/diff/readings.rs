//! Yuxi's plan against itself, under each other choice of each reading: what specification 6 says.

use std::error::Error;

use qiaolian::{Lang, Policy};

use crate::told::{UNITS, classes, constants};

type Found = Result<(Vec<String>, Vec<String>), Box<dyn Error>>;

/// The boxes and constants that differ under one other choice; the choice itself is left out.
fn under(reading: &str, choice: &str) -> Found {
    let policy = Policy::yuxi_2020();
    let other = policy.with_readings([(reading, choice)])?;
    let mut constants = constants(&policy, &other);
    let taken = constants.pop().ok_or("nothing differs")?;
    assert!(taken.starts_with(&format!("reading_in_force {reading}: ")), "{taken}");
    assert!(taken.ends_with(&format!(" > {choice}")), "{taken}");
    Ok((classes(&policy, &other), constants))
}

#[track_caller]
fn assert_differs(reading: &str, choice: &str, classes: &[&str], constants: &[&str]) {
    let classes = classes.iter().map(|class| class.replace("UNITS", UNITS)).collect();
    let constants = constants.iter().map(|constant| (*constant).to_owned()).collect();
    assert_eq!(under(reading, choice).ok(), Some((classes, constants)));
}

#[test]
fn nothing_differs_from_itself() {
    for id in Policy::built_in_ids() {
        let policy = Policy::named(id).unwrap();
        let diff = policy.diff(&policy);
        assert!(diff.classes.is_empty() && diff.constants.is_empty());
        assert!(diff.kinds_before.is_empty() && diff.kinds_after.is_empty());
        assert_eq!(diff.before, diff.after);
        assert!(policy.diff_text(&policy, Lang::Zh).contains("没有差别"));
        assert!(policy.diff_text(&policy, Lang::En).contains("nothing differs"));
    }
}

#[test]
fn at_least_exclusive_is_exactly_100_in_townships_and_30_in_villages_and_units() {
    assert_differs(
        "at_least",
        "exclusive",
        &[
            "township - 100..100 | in_principle_should federation+cross_region_joint 2023-12-31 | may branch+group+station+cross_region_joint 2023-12-31",
            "village - 30..30 | in_principle_should federation+cross_region_joint 2023-12-31 | may branch+group+station+cross_region_joint 2023-12-31",
            "UNITS 30..30 conditions_met true | in_principle_should federation 2024-12-31 | may branch+group+station+cross_unit_joint 2024-12-31",
            "UNITS 30..30 conditions_met false | should group+station+cross_unit_joint 2024-12-31 | may branch+group+station+cross_unit_joint 2024-12-31",
        ],
        &["limit_inclusive at_least: true > false"],
    );
}

#[test]
fn unit_threshold_villages_only_asks_units_from_one_person_on() {
    assert_differs(
        "unit_threshold",
        "villages_only",
        &[
            "UNITS 1..29 conditions_met true | may branch+group+station+cross_unit_joint 2024-12-31 | in_principle_should federation 2024-12-31",
            "UNITS 1..29 conditions_met false | may branch+group+station+cross_unit_joint 2024-12-31 | should group+station+cross_unit_joint 2024-12-31",
        ],
        &["tier_from unit.upper: 30 > 1", "tier_limit unit.upper: at_least > null"],
    );
}

/// The number is another one on either side, so that no class of one number differs: the constant
/// says so, and a register shows whom it changes.
#[test]
fn counted_is_a_constant_that_changes_what_the_number_is() {
    assert_differs(
        "counted",
        "returned_and_relatives_only",
        &[],
        &["counted : [returned_and_relatives,overseas,students] > [returned_and_relatives]"],
    );
    let policy = Policy::yuxi_2020();
    let other = policy.with_readings([("counted", "returned_and_relatives_only")]).unwrap();
    assert!(policy.diff_text(&other, Lang::Zh).contains("两者计入的类别不同"));
    assert!(policy.diff_text(&other, Lang::En).contains("the two count different groups"));
}

#[test]
fn township_30_to_99_no_provision_asks_nothing_there() {
    assert_differs(
        "township_30_to_99",
        "no_provision",
        &["township - 30..99 | may branch+group+station+cross_region_joint 2023-12-31 | none  -"],
        &[
            "tier_duty township.middle: may > none",
            "tier_forms township.middle: [branch,group,station,cross_region_joint] > []",
            "tier_due township.middle: end_2023 > null",
        ],
    );
}

#[test]
fn lesser_forms_full_adds_three_forms_and_joint_forms_lesser_takes_one() {
    assert_differs(
        "lesser_forms",
        "full",
        &[
            "township - 100.. | in_principle_should federation+cross_region_joint 2023-12-31 | in_principle_should federation+branch+group+station+cross_region_joint 2023-12-31",
            "village - 30.. | in_principle_should federation+cross_region_joint 2023-12-31 | in_principle_should federation+branch+group+station+cross_region_joint 2023-12-31",
        ],
        &[
            "tier_forms township.upper: [federation,cross_region_joint] > [federation,branch,group,station,cross_region_joint]",
            "tier_forms village.upper: [federation,cross_region_joint] > [federation,branch,group,station,cross_region_joint]",
        ],
    );
    assert_differs(
        "joint_forms",
        "lesser",
        &[
            "township - 100.. | in_principle_should federation+cross_region_joint 2023-12-31 | in_principle_should federation 2023-12-31",
            "village - 30.. | in_principle_should federation+cross_region_joint 2023-12-31 | in_principle_should federation 2023-12-31",
        ],
        &[
            "tier_forms township.upper: [federation,cross_region_joint] > [federation]",
            "tier_forms village.upper: [federation,cross_region_joint] > [federation]",
        ],
    );
}

#[test]
fn unit_below_threshold_should_strengthens_what_is_asked_of_few() {
    assert_differs(
        "unit_below_threshold",
        "should",
        &[
            "UNITS 1..29 | may branch+group+station+cross_unit_joint 2024-12-31 | should branch+group+station+cross_unit_joint 2024-12-31",
        ],
        &["tier_duty unit.lower: may > should"],
    );
}

#[test]
fn zero_count_may_is_exactly_nobody() {
    let (classes, constants) = under("zero_count", "may").unwrap();
    assert_eq!(
        classes,
        [
            "township+village - 0..0 | none  - | may branch+group+station+cross_region_joint 2023-12-31".to_owned(),
            format!("{UNITS} 0..0 | none  - | may branch+group+station+cross_unit_joint 2024-12-31"),
        ]
    );
    assert_eq!(constants.len(), 9, "duty, forms and date of three tiers");
}

#[test]
fn before_day_exclusive_moves_a_date_that_no_class_rests_on() {
    assert_differs("before_day", "exclusive", &[], &["date report_2020: 2020-06-20 > 2020-06-19"]);
}

#[test]
fn due_on_rest_day_moves_the_dates_of_2022_and_2023_and_no_other() {
    assert_differs(
        "due_on_rest_day",
        "next_working_day",
        &[
            "county 0.. | must federation 2022-12-31 | must federation 2023-01-03",
            "township - 1..99 | may branch+group+station+cross_region_joint 2023-12-31 | may branch+group+station+cross_region_joint 2024-01-02",
            "township - 100.. | in_principle_should federation+cross_region_joint 2023-12-31 | in_principle_should federation+cross_region_joint 2024-01-02",
            "township+village key_areas 0.. | in_principle_must federation 2022-12-31 | in_principle_must federation 2023-01-03",
            "village - 1..29 | may branch+group+station+cross_region_joint 2023-12-31 | may branch+group+station+cross_region_joint 2024-01-02",
            "village - 30.. | in_principle_should federation+cross_region_joint 2023-12-31 | in_principle_should federation+cross_region_joint 2024-01-02",
        ],
        &[
            "date end_2022: 2022-12-31 > 2023-01-03",
            "date end_2023: 2023-12-31 > 2024-01-02",
            "date report_2020: 2020-06-20 > 2020-06-22",
            "rest_rule : literal > next_working_day",
        ],
    );
}

#[test]
fn daying_names_the_place_that_leaves_and_the_one_that_comes_in() {
    assert_differs(
        "daying",
        "530402007001",
        &[
            "village ->key_areas 大营街社区居民委员会 0..0 | none  - | in_principle_must federation 2022-12-31",
            "village ->key_areas 大营街社区居民委员会 1..29 | may branch+group+station+cross_region_joint 2023-12-31 | in_principle_must federation 2022-12-31",
            "village ->key_areas 大营街社区居民委员会 30.. | in_principle_should federation+cross_region_joint 2023-12-31 | in_principle_must federation 2022-12-31",
            "village key_areas>- 大营社区居民委员会 0..0 | in_principle_must federation 2022-12-31 | none  -",
            "village key_areas>- 大营社区居民委员会 1..29 | in_principle_must federation 2022-12-31 | may branch+group+station+cross_region_joint 2023-12-31",
            "village key_areas>- 大营社区居民委员会 30.. | in_principle_must federation 2022-12-31 | in_principle_should federation+cross_region_joint 2023-12-31",
        ],
        &[
            "area_place key_areas 530402004002: true > false",
            "area_place key_areas 530402007001: false > true",
        ],
    );
}

#[test]
fn county_presumption_unverified_matters_only_where_nothing_is_recorded_of_three_counties() {
    assert_differs(
        "county_presumption",
        "unverified",
        &[
            "county - 0.. presumed federation>unknown of 红塔区+峨山彝族自治县+元江哈尼族彝族傣族自治县 | must federation 2022-12-31 full | must federation 2022-12-31 unknown",
        ],
        &[
            "presumption  530402: federation > null",
            "presumption  530426: federation > null",
            "presumption  530428: federation > null",
        ],
    );
}

#[test]
fn each_constant_has_the_clauses_of_both_sides() {
    let policy = Policy::yuxi_2020();
    let other = policy.with_readings([("at_least", "exclusive"), ("zero_count", "may")]).unwrap();
    let diff = policy.diff(&other);
    let limit = &diff.constants[0];
    assert_eq!(limit.clauses_before, ["2.0#2", "2.0#3"]);
    assert_eq!(limit.clauses_after, limit.clauses_before);
    let tier = diff.constants.iter().find(|constant| constant.name == "township.zero").unwrap();
    assert_eq!(tier.clauses_before, ["2.0#5"]);
    assert_eq!(tier.clauses_after, ["2.0#5", "2.2#4", "2.2#8"]);
    let class = diff.classes.iter().find(|class| class.kinds == ["township"]).unwrap();
    assert_eq!(class.before.as_ref().unwrap().clauses, ["2.0#2", "2.2#4", "2.2#8"]);
    assert_eq!(class.after.as_ref().unwrap().clauses, ["2.0#5", "2.2#4", "2.2#8"]);
}
