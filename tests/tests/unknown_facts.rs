//! A name that is no fact is refused, never passed over: a misspelt one would be taken for unknown.

use chrono::NaiveDate;
use qiaolian::{Facts, Policy};

#[test]
fn a_name_that_is_no_fact_is_refused_with_its_name() {
    let facts = Facts::new().kind("village").county("红塔区").with("population", 12);
    let facts = facts.with("returned_and_relative", 12).with("row", 1);
    let day = NaiveDate::from_ymd_opt(2023, 11, 15).unwrap();
    for error in [
        Policy::yuxi_2020().assess(&facts, day).unwrap_err(),
        Policy::yuxi_2020().explain(&facts, day).unwrap_err(),
        Policy::yuxi_2020().assess_all([&facts], day).remove(0).unwrap_err(),
    ] {
        assert_eq!(error.code(), "unknown_fact");
        assert_eq!(
            error.to_string(),
            "`population`, `returned_and_relative`, `row` is no fact; facts are `code`, `name`, \
             `county`, `township`, `kind`, `returned_and_relatives`, `overseas`, `students`, \
             `total`, `key_area`, `existing_form`, `established_on`, `conditions_met`, \
             `exception_agreed`"
        );
        let envelope = error.envelope();
        assert_eq!(envelope.code, "unknown_fact");
        assert_eq!(
            envelope.message.zh,
            "没有这样的事实：`population`, `returned_and_relative`, `row`"
        );
        assert_eq!(
            envelope.message.en,
            "no such fact: `population`, `returned_and_relative`, `row`"
        );
        assert_eq!(envelope.help.zh, "用登记表的英文列名；不知道的事实不写");
        assert_eq!(
            envelope.help.en,
            "use a register's English column names; leave out what is unknown"
        );
        assert_eq!(envelope.problems, []);
    }
}

#[test]
fn a_fact_under_its_chinese_heading_is_no_fact_either() {
    let facts = Facts::new().with("类型", "village");
    let day = NaiveDate::from_ymd_opt(2023, 11, 15).unwrap();
    let error = Policy::yuxi_2020().assess(&facts, day).unwrap_err();
    assert_eq!(error.code(), "unknown_fact");
}

#[test]
fn another_policys_group_is_no_fact() {
    let facts = Facts::new().kind("university").with("homecomers", 12);
    let day = NaiveDate::from_ymd_opt(2023, 11, 15).unwrap();
    let policy = Policy::named("beijing-universities").unwrap();
    assert_eq!(policy.assess(&facts, day).unwrap_err().code(), "unknown_fact");
}
