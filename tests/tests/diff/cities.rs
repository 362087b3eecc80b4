//! The difference of two cities' policies, and of two packs of one name.

use chrono::NaiveDate;
use qiaolian::{Facts, Lang, Policy};
use qiaolian_tests::{amended, folder};

fn both() -> Result<(Policy, Policy), qiaolian::Error> {
    Ok((Policy::yuxi_2020(), Policy::load(folder().join("packs/chengwan-2026"))?))
}

#[test]
fn no_class_speaks_of_a_place_that_only_one_of_the_policies_is_for() {
    let (yuxi, other) = both().unwrap();
    let report = yuxi.diff(&other);
    assert!(!report.classes.is_empty());
    for class in &report.classes {
        let moved = class.areas.iter().flatten().flat_map(|pair| &pair.moved);
        let presumed = class.organisations.iter().flatten().flat_map(|one| &one.places);
        assert_eq!(moved.chain(presumed).next(), None, "{class:?}");
    }
    assert_eq!(report.counties_before.len(), 9);
    let [only] = &*report.counties_after else { panic!("{:?}", report.counties_after) };
    assert_eq!((&*only.code, &*only.name), ("988181", "澄湾市"));
    let back = other.diff(&yuxi);
    assert_eq!(back.counties_before, report.counties_after);
    assert_eq!(back.counties_after, report.counties_before);
    let own = yuxi.diff(&yuxi.with_readings([("at_least", "exclusive")]).unwrap());
    assert!(own.counties_before.is_empty() && own.counties_after.is_empty());
}

#[test]
fn a_place_of_a_register_is_read_by_the_policy_that_is_for_it() {
    let (yuxi, other) = both().unwrap();
    let day = NaiveDate::from_ymd_opt(2023, 11, 15).unwrap();
    let all = [
        Facts::new().code("530402006001").total(12),
        Facts::new().code("988181101201").total(12),
        Facts::new().code("110101001001").total(12),
    ];
    let found = yuxi.diff_subjects(&other, &all, day).subjects.unwrap();
    let reads: Vec<_> =
        found.rejected.iter().map(|row| (row.before.is_none(), row.after.is_none())).collect();
    assert_eq!(reads, [(true, false), (false, true), (false, false)]);
}

#[test]
fn each_side_speaks_in_its_own_document_s_words() {
    let (yuxi, other) = both().unwrap();
    let text = yuxi.diff_text(&other, Lang::Zh);
    assert!(text.contains("原则上均应 → 原则上应当"), "{text}");
    let back = other.diff_text(&yuxi, Lang::Zh);
    assert!(back.contains("原则上应当 → 原则上均应"), "{back}");
}

#[test]
fn people_are_told_names_and_what_one_side_only_has_in_one_line() {
    let (yuxi, other) = both().unwrap();
    let text = yuxi.diff_text(&other, Lang::Zh);
    let has = |line: &str| text.lines().any(|found| found.contains(line));
    for line in [
        "人员类别 归侨侨眷：是 → 否",
        "期限落在休息日：不顺延 → 顺延至下一工作日",
        "目标的对象 90%的镇（街道）设立侨联：（没有） → 镇（街道）",
        "规则行的对象 township：乡镇（街道） → （没有）",
        "起始人数 village.many：（没有） → 30",
    ] {
        assert!(has(line), "{line}\n{text}");
    }
    for part in ["要求 township", "形式 village.many", "名单所列地方", "所取读法"] {
        assert!(!has(&format!("─ {part}")), "{part}\n{text}");
    }
    let is_unchanged = |line: &&str| line.contains("：（没有）  [");
    assert_eq!(text.lines().find(is_unchanged), None);
    let told = text.lines().filter(|line| line.starts_with("│  ├─")).count();
    assert!(told < yuxi.diff(&other).constants.len() / 2, "{text}");
    let read = yuxi.with_readings([("zero_count", "may")]).unwrap();
    let text = read.diff_text(&other, Lang::Zh);
    assert!(text.contains("所取读法 zero_count：may"), "{text}");
    assert_eq!(text.matches("所取读法").count(), 1, "{text}");
}

#[test]
fn due_dates_are_told_by_their_day() {
    let yuxi = Policy::yuxi_2020();
    let text = |of: &Policy| yuxi.diff_text(of, Lang::En);
    let other = amended(&[("tiers.toml", "due = \"end_2023\"", 0, "due = \"end_2024\"")]).unwrap();
    let found = text(&other);
    assert!(found.contains("2023-12-31 (end_2023) → 2024-12-31 (end_2024)"), "{found}");
}

#[test]
fn two_packs_of_one_name_are_told_apart_by_their_digests() {
    let yuxi = Policy::yuxi_2020();
    let other = amended(&[("tiers.toml", "from = 30\nlimit", 0, "from = 40\nlimit")]).unwrap();
    let text = yuxi.diff_text(&other, Lang::En);
    let digest =
        |policy: &Policy| policy.core().rulebook().digest.chars().take(19).collect::<String>();
    let heading = text.lines().next().unwrap();
    assert_eq!(
        heading,
        format!("yuxi-2020@1.0.0 ({}) → yuxi-2020@1.0.0 ({})", digest(&yuxi), digest(&other))
    );
    let same = yuxi.diff_text(&yuxi, Lang::En);
    assert_eq!(same.lines().next(), Some("yuxi-2020@1.0.0"));
}
