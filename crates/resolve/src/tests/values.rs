//! Values in every spelling of the contract, and near misses.

use chrono::NaiveDate;
use qiaolian_core::model::GroupId;

use super::{faults, good, record, yuxi};
use crate::{Cell, Column, Options, Record};

const VILLAGE: [(&str, &str); 2] = [("kind", "village"), ("county", "红塔区")];

/// A village of a county with one more cell.
fn with<'c>(column: &'c str, text: &'c str) -> Vec<(&'c str, &'c str)> {
    [VILLAGE.as_slice(), &[(column, text)]].concat()
}

fn returned() -> GroupId {
    yuxi().rulebook().group("returned_and_relatives").unwrap()
}

#[test]
fn numbers() {
    for (text, count) in [
        ("12", 12),
        ("0", 0),
        ("007", 7),
        (" 12 ", 12),
        ("１２", 12),
        ("1,234", 1234),
        ("１，２３４，５６７", 1_234_567),
        ("12.0", 12),
        ("4294967295", u32::MAX),
        ("4,294,967,295", u32::MAX),
    ] {
        let found = good(&with("returned_and_relatives", text)).subject.counts;
        assert_eq!(found.get(returned()), Some(count), "{text}");
    }
    for text in [
        "-3",
        "1.5",
        "4294967296",
        "无",
        "/",
        "1,23",
        "1234,567",
        ",123",
        "1,",
        "1,,234",
        "十二",
        "12人",
        "+3",
        "1e3",
        "true",
        "1 2",
        "1.00",
        "٣",
        "99999999999999999999999",
    ] {
        let found = faults(&with("overseas", text));
        assert_eq!(found, ["overseas:unreadable_number"], "{text}");
        assert_eq!(faults(&with("total", text)), ["total:unreadable_number"], "{text}");
    }
}

#[test]
fn unknown_is_no_number() {
    for text in ["", "  ", "　", "未知", "不详", " 不详　", "\u{feff}"] {
        let found = good(&with("returned_and_relatives", text)).subject.counts;
        assert_eq!(found.get(returned()), None, "{text:?}");
        good(&with("existing_form", text));
        good(&with("established_on", text));
        good(&with("key_area", text));
        good(&with("code", text));
        assert_eq!(good(&with("name", text)).name, None);
    }
}

#[test]
fn a_register_declares_more_words_for_unknown() {
    let options =
        Options { unknown_as: vec!["/".to_owned(), "无".to_owned(), " N/A ".to_owned()] };
    let cells = [
        ("kind", "village"),
        ("county", "红塔区"),
        ("returned_and_relatives", "／"),
        ("overseas", "n/a"),
        ("students", "无"),
        ("existing_form", "无"),
        ("key_area", "/"),
    ];
    let yuxi = yuxi();
    let outcome = yuxi.resolver.resolve(&yuxi.policy, &record(&cells), &options);
    let subject = outcome.result.unwrap().subject;
    let all = yuxi.rulebook().all_groups();
    assert_eq!(subject.counts.unknown(all), all);
    assert_eq!(subject.existing_form, Some(yuxi.rulebook().no_form), "无 is a form of its own");
    assert_eq!(subject.key_area, None);
}

#[test]
fn numbers_and_truths_of_a_format() {
    let yuxi = yuxi();
    let group = yuxi.column("students");
    let of = |column, cell| {
        let mut record = record(&VILLAGE);
        record.cells.push((column, cell));
        yuxi.outcome(&record).result
    };
    for (number, count) in [(3.0, Some(3)), (-0.0, Some(0)), (4_294_967_295.0, Some(u32::MAX))] {
        let found = of(group, Cell::number(number)).unwrap().subject.counts;
        assert_eq!(found.get(yuxi.rulebook().group("students").unwrap()), count);
    }
    for (number, shown) in
        [(1.5, "1.5"), (-3.0, "-3"), (4_294_967_296.0, "4294967296"), (f64::NAN, "NaN")]
    {
        let problems = of(group, Cell::number(number)).unwrap_err();
        assert_eq!(problems[0].value, shown);
    }
    of(group, Cell::number(f64::INFINITY)).unwrap_err();
    of(group, Cell::Truth(true)).unwrap_err();
    assert_eq!(of(Column::KeyArea, Cell::Truth(true)).unwrap().subject.key_area, Some(true));
    of(Column::KeyArea, Cell::number(1.0)).unwrap_err();
    of(Column::EstablishedOn, Cell::number(44_621.0)).unwrap_err();
    let code = Record { cells: vec![(Column::Code, Cell::number(530_402_006_001.0))] };
    assert_eq!(yuxi.outcome(&code).result.unwrap().code.as_deref(), Some("530402006001"));
}

#[test]
fn truths() {
    for (text, truth) in [
        ("true", true),
        ("TRUE", true),
        ("是", true),
        ("ｔｒｕｅ", true),
        ("False", false),
        (" 否", false),
    ] {
        let subject = good(&with("exception_agreed", text)).subject;
        assert_eq!(subject.exception_agreed, Some(truth), "{text}");
        assert_eq!(good(&with("conditions_met", text)).subject.conditions_met, Some(truth));
        assert_eq!(good(&with("key_area", text)).subject.key_area, Some(truth));
    }
    for text in ["yes", "1", "0", "有", "无", "是的", "不是", "√"] {
        assert_eq!(faults(&with("key_area", text)), ["key_area:unreadable_boolean"], "{text}");
    }
}

#[test]
fn key_area_is_kept_for_counties_and_units() {
    let county = good(&[("code", "530402"), ("key_area", "是")]);
    let unit = good(&[("kind", "学校"), ("key_area", "是")]);
    assert_eq!(county.subject.key_area, Some(true));
    assert_eq!(unit.subject.key_area, Some(true));
}

#[test]
fn days() {
    let day = NaiveDate::from_ymd_opt(2022, 3, 1);
    for text in [
        "2022-03-01",
        "2022/3/1",
        "2022.3.1",
        "2022年3月1日",
        "２０２２－０３－０１",
        "2022年03月01日",
        " 2022-3-1 ",
    ] {
        assert_eq!(good(&with("established_on", text)).subject.established_on, day, "{text}");
    }
    for text in [
        "2022-02-30",
        "2022",
        "2022-03",
        "2022年3月",
        "2022-3/1",
        "22-3-1",
        "2022-003-01",
        "2022-03-01 00:00:00",
        "20220301",
        "3/1/2022",
        "2022-13-01",
        "2022年3月1",
        "2022--1",
    ] {
        let found = faults(&with("established_on", text));
        assert_eq!(found, ["established_on:unreadable_date"], "{text}");
    }
}

#[test]
fn kinds() {
    let rulebook = yuxi().rulebook();
    for (text, code) in [
        ("village", "village"),
        ("VILLAGE", "village"),
        ("ｖｉｌｌａｇｅ", "village"),
        ("村（社区）", "village"),
        ("村(社区)", "village"),
        ("村", "village"),
        ("社区", "village"),
        ("行政村", "village"),
        ("乡镇（街道）", "township"),
        ("乡", "township"),
        ("镇", "township"),
        ("街道", "township"),
        ("乡镇", "township"),
        ("机关", "government_organ"),
        ("学校", "school"),
        ("科研院所", "research_institute"),
        ("企业", "enterprise"),
        ("事业单位", "public_institution"),
        ("园区", "industrial_park"),
        ("市场", "market"),
        ("楼宇", "office_building"),
        ("非公有制经济组织", "nonpublic_economic_org"),
        ("社会组织", "social_org"),
        ("其他单位", "other_unit"),
    ] {
        let found = good(&[("kind", text), ("county", "红塔区"), ("name", "甲")]).subject.kind;
        assert_eq!(rulebook.kinds.of(found).code, code, "{text}");
    }
    for text in ["县", "市", "区", "县市区", "县（市、区）", "county"] {
        let found = good(&[("kind", text), ("name", "红塔区")]).subject;
        assert_eq!(rulebook.kinds.of(found.kind).code, "county", "{text}");
    }
    for text in ["villages", "村庄", "12", "省"] {
        let found = faults(&[("kind", text), ("county", "红塔区"), ("name", "甲")]);
        assert_eq!(found, ["kind:unreadable_kind"], "{text}");
    }
}

#[test]
fn a_blank_kind_is_settled_by_the_code() {
    let rulebook = yuxi().rulebook();
    for (code, kind) in [
        ("530402", "county"),
        ("530402001", "township"),
        ("530402006001", "village"),
        ("530402000000", "county"),
        ("530402001000", "township"),
        ("530402777", "township"),
        ("530402006777", "village"),
        ("530402777000", "township"),
    ] {
        let found = good(&[("code", code)]).subject.kind;
        assert_eq!(rulebook.kinds.of(found).code, kind, "{code}");
    }
}

#[test]
fn forms() {
    let rulebook = yuxi().rulebook();
    for (text, code) in [
        ("federation", "federation"),
        ("Federation", "federation"),
        ("侨联", "federation"),
        ("分会", "branch"),
        ("小组", "group"),
        ("工作站", "station"),
        ("跨区域联合侨联", "cross_region_joint"),
        ("跨机构联建", "cross_unit_joint"),
        ("none", "none"),
        ("无", "none"),
    ] {
        let found = good(&with("existing_form", text)).subject.existing_form;
        assert_eq!(found, rulebook.form(code), "{text}");
    }
    for text in ["侨连", "committee", "0", "是"] {
        let found = faults(&with("existing_form", text));
        assert_eq!(found, ["existing_form:unreadable_form"], "{text}");
    }
}
