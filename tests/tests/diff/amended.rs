//! Yuxi's plan against an amended one, and against one that shares nothing with it.

use qiaolian::{ConstantKind, Lang, Policy};
use qiaolian_tests::{Edit, amended};

use crate::told::{UNITS, classes, constants};

/// From 40 people on in villages, half a year more for other areas, one key area less and one more,
/// and a plain 应 for units.
const AMENDED: [Edit<'static>; 5] = [
    ("tiers.toml", "from = 30\nlimit", 0, "from = 40\nlimit"),
    ("dates.toml", "day = 2022-12-31", 0, "day = 2023-06-30"),
    ("areas.toml", "    { code = \"530423104\", name = \"纳古镇\" },\n", 0, ""),
    (
        "areas.toml",
        "    { code = \"530426001\", name = \"双江街道\" },\n",
        0,
        "    { code = \"530426001\", name = \"双江街道\" },\n    { code = \"530423201\", name = \"里山彝族乡\" },\n",
    ),
    (
        "tiers.toml",
        "duty = \"in_principle_should\"\nforms = [\"federation\"]",
        0,
        "duty = \"should\"\nforms = [\"federation\"]",
    ),
];

#[test]
fn the_boxes_of_an_amended_plan_are_exactly_what_was_amended() {
    let (before, after) = (Policy::yuxi_2020(), amended(&AMENDED).unwrap());
    let joint = "federation+cross_region_joint 2023-12-31";
    let lesser = "branch+group+station+cross_region_joint 2023-12-31";
    assert_eq!(
        classes(&before, &after),
        [
            "county 0.. | must federation 2022-12-31 | must federation 2023-06-30".to_owned(),
            "township ->key_areas 里山彝族乡 0..0 | none  - | in_principle_must federation 2023-06-30".to_owned(),
            format!("township ->key_areas 里山彝族乡 1..99 | may {lesser} | in_principle_must federation 2023-06-30"),
            format!("township ->key_areas 里山彝族乡 100.. | in_principle_should {joint} | in_principle_must federation 2023-06-30"),
            "township key_areas>- 纳古镇 0..0 | in_principle_must federation 2022-12-31 | none  -".to_owned(),
            format!("township key_areas>- 纳古镇 1..99 | in_principle_must federation 2022-12-31 | may {lesser}"),
            format!("township key_areas>- 纳古镇 100.. | in_principle_must federation 2022-12-31 | in_principle_should {joint}"),
            "township+village key_areas 0.. | in_principle_must federation 2022-12-31 | in_principle_must federation 2023-06-30".to_owned(),
            format!("village - 30..39 | in_principle_should {joint} | may {lesser}"),
            format!("{UNITS} 30.. conditions_met true | in_principle_should federation 2024-12-31 | should federation 2024-12-31"),
        ]
    );
    assert_eq!(
        constants(&before, &after),
        [
            "date end_2022: 2022-12-31 > 2023-06-30",
            "area_place key_areas 530423104: true > false",
            "area_place key_areas 530423201: false > true",
            "tier_from village.upper: 30 > 40",
            "tier_duty unit.upper: in_principle_should > should",
        ]
    );
}

#[test]
fn an_amended_plan_is_told_in_words() {
    let (before, after) = (Policy::yuxi_2020(), amended(&AMENDED).unwrap());
    let zh = before.diff_text(&after, Lang::Zh);
    assert!(zh.contains("村（社区），不属于“重点侨务地区”，30–39人：原则上均应 → 可以；"), "{zh}");
    assert!(zh.contains("各类单位，≥30人，具备条件或不详：原则上均应 → 应"), "{zh}");
    assert!(
        zh.contains("名单所列地方 重点侨务地区 纳古镇 530423104：是 → 否  [二（二）#1]"),
        "{zh}"
    );
    assert!(zh.contains("名称、词语、条文摘要和方案其余部分的核对不在比较之列"), "{zh}");
    let en = before.diff_text(&after, Lang::En);
    assert!(
        en.contains(
            "village, not in “key overseas-Chinese areas”, 30–39: in principle should → may; "
        ),
        "{en}"
    );
    assert!(en.contains("date end_2022: 2022-12-31 → 2023-06-30"), "{en}");
    for text in [zh, en] {
        assert!(!text.contains(['{', '}']), "{text}");
    }
}

/// No kind is in both, so that no class can be compared: both sides are told instead.
#[test]
fn a_policy_that_shares_nothing_has_no_class_in_common() {
    let (before, after) = (Policy::yuxi_2020(), Policy::named("beijing-universities").unwrap());
    let diff = before.diff(&after);
    assert!(diff.classes.is_empty());
    assert_eq!(diff.kinds_before.len(), 14);
    assert_eq!(diff.kinds_after, ["district", "bureau", "university"]);
    let of = |what: ConstantKind| diff.constants.iter().filter(move |found| found.what == what);
    assert_eq!(of(ConstantKind::Date).count(), 4);
    assert!(of(ConstantKind::Date).all(|date| date.after.is_none()));
    assert_eq!(of(ConstantKind::ReadingDefault).count(), 12);
    let full = of(ConstantKind::FullForm).next().unwrap();
    assert_eq!(crate::told::constant(full), "full_form : federation > federation_committee");
    for (lang, none, kinds) in [
        (Lang::Zh, "没有结论不同的情形", "只有后者规定的对象"),
        (Lang::En, "no class has another outcome", "kinds that only the second has"),
    ] {
        let text = before.diff_text(&after, lang);
        assert!(text.contains(none) && text.contains(kinds), "{text}");
    }
}

#[test]
fn what_a_constant_is_goes_out_by_its_code() {
    for kind in ConstantKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
    }
}

/// A form that fulfils whatever is asked on one side only matters where it is the one on record.
#[test]
fn what_fulfils_is_told_by_the_organisations_that_it_is_about() {
    let edit =
        ("subjects.toml", "full_form = \"federation\"", 0, "full_form = \"cross_unit_joint\"");
    let (before, after) = (Policy::yuxi_2020(), amended(&[edit]).unwrap());
    let found = classes(&before, &after);
    let expected = [
        "county 0.. cross_unit_joint | must federation 2022-12-31 lesser | must federation 2022-12-31 full".to_owned(),
        "township+village key_areas 0.. cross_unit_joint | in_principle_must federation 2022-12-31 lesser | in_principle_must federation 2022-12-31 full".to_owned(),
        format!("{UNITS} 30.. conditions_met false federation | should group+station+cross_unit_joint 2024-12-31 full | should group+station+cross_unit_joint 2024-12-31 lesser"),
    ];
    for line in expected {
        assert!(found.contains(&line), "{line}\n{found:#?}");
    }
}
