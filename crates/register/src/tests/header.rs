//! Which row is the header, and what its columns are.

use super::{blank, read, row, total};
use crate::Format::{Csv, Json, Jsonl};

#[test]
fn headers_are_english_or_chinese_in_any_order() {
    let told = read(Csv, "归侨侨眷,name,县区,CODE\n12,金州社区,红塔区,530402006001\n");
    assert_eq!(
        told.well(),
        [row(
            1,
            2,
            &["returned_and_relatives=12", "name=金州社区", "county=红塔区", "code=530402006001"],
            &[]
        )]
    );
}

#[test]
fn every_column_is_known_by_both_its_names() {
    let english = "code,name,county,township,kind,returned_and_relatives,overseas,students,total,\
                   key_area,existing_form,established_on,conditions_met,exception_agreed";
    let chinese = "代码,名称,县区,乡镇街道,类型,归侨侨眷,海外侨胞,留学人员,合计,重点侨务地区,现有组织,\
                   成立日期,具备条件,例外已研究同意";
    let values = "1,2,3,4,5,6,7,8,9,10,11,12,13,14";
    let of = |header: &str| read(Csv, format!("{header}\n{values}\n")).well();
    assert_eq!(of(english), of(chinese));
    let expected: Vec<String> =
        english.split(',').zip(1..).map(|(name, value)| format!("{name}={value}")).collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    assert_eq!(of(english), [row(1, 2, &expected, &[])]);
}

#[test]
fn letter_case_width_and_outer_spaces_of_a_header_do_not_matter() {
    let told = read(Csv, " Code ,ＮＡＭＥ,　类型\u{a0},Ｋｅｙ＿Ａｒｅａ\n1,二,三,是\n");
    assert_eq!(told.well(), [row(1, 2, &["code=1", "name=二", "kind=三", "key_area=是"], &[])]);
}

#[test]
fn spaces_within_a_header_do_matter() {
    let told = read(Csv, "代码,类型,名 称\n1,村,甲\n");
    assert_eq!(told.well(), [row(1, 2, &["code=1", "kind=村"], &["名 称=甲"])]);
}

#[test]
fn titles_above_the_header_are_passed_over_and_told() {
    let told =
        read(Csv, "玉溪市侨情登记表,,\n\n填表单位：,红塔区侨联,2022年\n代码,名称,备注\n1,甲,乙\n");
    assert_eq!(told.titles, ["玉溪市侨情登记表", "", "填表单位：, 红塔区侨联, 2022年"]);
    assert_eq!(told.headers, ["代码", "名称", "备注"]);
    assert_eq!((told.read, told.skipped), (1, 0));
    assert_eq!(told.well(), [row(1, 5, &["code=1", "name=甲"], &["备注=乙"])]);
}

#[test]
fn the_header_stands_within_the_first_twenty_rows() {
    let at = |above: usize| format!("{}code,name\n1,甲\n", "题\n".repeat(above));
    assert_eq!(read(Csv, at(19)).well(), [row(1, 21, &["code=1", "name=甲"], &[])]);
    let (code, words) = read(Csv, at(20)).failed();
    assert_eq!(code, "no_header");
    assert!(words.starts_with("no header in the first 20 rows: line 1 reads `题`"), "{words}");
}

#[test]
fn one_known_header_is_not_enough() {
    let (code, words) = read(Csv, "\n名称；类型,人数,名称\n甲,1,2\n").failed();
    assert_eq!(code, "no_header");
    assert!(words.contains("line 2 reads `名称；类型, 人数, 名称`"), "{words}");
    assert!(words.contains("two or more of code 代码, name 名称, county 县区"), "{words}");
    assert!(words.contains("put the names of the columns"), "{words}");
}

#[test]
fn an_empty_file_has_no_header() {
    for empty in ["", "\u{feff}", "\n\n\n"] {
        let (code, words) = read(Csv, empty).failed();
        assert_eq!(code, "no_header");
        assert!(words.contains("line 1 reads ``"), "{words}");
    }
}

#[test]
fn a_header_alone_is_a_register_without_rows() {
    assert_eq!(read(Csv, "code,name").well(), []);
    assert_eq!(read(Csv, "code,name\r\n").well(), []);
    assert_eq!(read(Json, "[]").well(), []);
    assert_eq!(read(Jsonl, "").well(), []);
}

#[test]
fn a_column_that_is_given_twice_stops_the_reading() {
    let (code, words) = read(Csv, "代码,Name,备注,名称\n1,甲,,乙\n").failed();
    assert_eq!(code, "duplicate_header");
    assert!(words.starts_with("line 1 gives one column twice: found `Name, 名称`"), "{words}");

    let (code, words) =
        read(Json, "[{\"name\": \"甲\"},\n{\"name\":\"甲\",\"名称\":null}]").failed();
    assert_eq!(code, "duplicate_header");
    assert!(words.starts_with("line 2 gives one column twice: found `name, 名称`"), "{words}");
}

#[test]
fn unknown_columns_are_kept_in_their_order_even_twice() {
    let told = read(Csv, "备注,代码, 电话 ,名称,备注\n好,1,088,甲,\n");
    let extra = &["备注=好", " 电话 =088", "备注="];
    assert_eq!(told.well(), [row(1, 2, &["code=1", "name=甲"], extra)]);
}

#[test]
fn what_a_rejects_file_adds_is_dropped() {
    let told =
        read(Csv, "code,name,备注,row,LINE,problems\n1,甲,乙,7,9,无法识别\n,,,8,10,无法识别\n");
    assert_eq!(told.headers, ["code", "name", "备注"]);
    assert_eq!(told.originals, [["code=1", "name=甲", "备注=乙"]]);
    assert_eq!(told.well(), [row(1, 2, &["code=1", "name=甲"], &["备注=乙"]), blank(2, 3)]);

    let json = "[{\"name\": \"甲\", \"row\": 7, \"line\": 9, \"problems\": [{\"code\": \"x\"}]}]";
    let told = read(Json, json);
    assert_eq!(told.originals, [["name=甲"]]);
    assert_eq!(told.well(), [row(1, 1, &["name=甲"], &[])]);
}

#[test]
fn a_registers_own_column_of_such_a_name_is_kept() {
    let told = read(Csv, "code,name,line\n1,甲,2号线\n");
    assert_eq!(told.well(), [row(1, 2, &["code=1", "name=甲"], &["line=2号线"])]);
    let told = read(Jsonl, "{\"name\":\"甲\",\"row\":3,\"problems\":\"无\"}");
    assert_eq!(told.well(), [row(1, 1, &["name=甲"], &["row=3", "problems=无"])]);
}

#[test]
fn blank_rows_and_totals_are_passed_over_and_counted() {
    let told = read(Csv, "name,合计\n甲,1\n\n , \n小计,1\n　合计　,2\n\"总计\",2\n合计数,3\n,4\n");
    assert_eq!(
        told.well(),
        [
            row(1, 2, &["name=甲", "total=1"], &[]),
            blank(2, 3),
            blank(3, 4),
            total(4, 5),
            total(5, 6),
            total(6, 7),
            row(7, 8, &["name=合计数", "total=3"], &[]),
            row(8, 9, &["total=4"], &[]),
        ]
    );
}
