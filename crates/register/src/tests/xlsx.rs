//! Rows of workbooks.

use rust_xlsxwriter::{ExcelDateTime, Format as Style, Formula, Workbook, Worksheet};

use super::{Told, blank, read, row, tell, total, yuxi};
use crate::Format::Xlsx;
use crate::{Options, open_with};

/// A workbook of one sheet.
pub(super) fn sheet(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn told(fill: impl FnOnce(&mut Worksheet)) -> Told {
    read(Xlsx, sheet(fill))
}

fn date(text: &str) -> ExcelDateTime {
    ExcelDateTime::parse_from_str(text).unwrap()
}

#[test]
fn a_sheet_as_a_county_office_makes_it() {
    let told = told(|sheet| {
        let centred = Style::new();
        sheet.merge_range(0, 0, 0, 5, "玉溪市侨情登记表", &centred).unwrap();
        sheet.merge_range(1, 0, 1, 5, "填表单位：红塔区侨联", &centred).unwrap();
        sheet.write_row(3, 0, ["序号", "县区", "名称", "类型", "归侨侨眷", "成立日期"]).unwrap();
        sheet.write_row(4, 0, [1.0]).unwrap();
        sheet.write_row(4, 1, ["红塔区", "金州社区", "社区"]).unwrap();
        sheet.write(4, 4, 12).unwrap();
        sheet
            .write_with_format(
                4,
                5,
                date("2022-03-01"),
                &Style::new().set_num_format("yyyy\"年\"m\"月\"d\"日\""),
            )
            .unwrap();
        sheet.write(6, 0, 2).unwrap();
        sheet.write_row(6, 1, ["红塔区", "大营社区", "社区", "不详"]).unwrap();
        sheet.merge_range(7, 0, 7, 3, "合计", &centred).unwrap();
        sheet.write(7, 4, 12).unwrap();
    });
    assert_eq!(told.titles, ["玉溪市侨情登记表", "填表单位：红塔区侨联", ""]);
    assert_eq!(told.headers, ["序号", "县区", "名称", "类型", "归侨侨眷", "成立日期"]);
    assert_eq!(
        told.well(),
        [
            row(
                1,
                5,
                &[
                    "county=红塔区",
                    "name=金州社区",
                    "kind=社区",
                    "returned_and_relatives=#12",
                    "established_on=2022-03-01"
                ],
                &["序号=1"]
            ),
            blank(2, 6),
            row(
                3,
                7,
                &["county=红塔区", "name=大营社区", "kind=社区", "returned_and_relatives=不详"],
                &["序号=2"]
            ),
            total(4, 8),
        ]
    );
}

#[test]
fn values_are_what_excel_stores() {
    let told = told(|sheet| {
        sheet.write_row(0, 0, ["code", "key_area", "total", "name", "note"]).unwrap();
        sheet.write(1, 0, 530_402_001_006.0).unwrap();
        sheet.write(1, 1, true).unwrap();
        sheet.write(1, 2, 1.5).unwrap();
        sheet.write(1, 3, " 甲 ").unwrap();
        sheet.write(1, 4, 13_800_000_000.0).unwrap();
        sheet.write_row(2, 0, ["５３０", "否", "1,234", "乙\n丙", ""]).unwrap();
        sheet.write(3, 2, -3).unwrap();
    });
    assert_eq!(
        told.originals[0],
        ["code=530402001006", "key_area=true", "total=1.5", "name= 甲 ", "note=13800000000"]
    );
    assert_eq!(
        told.well(),
        [
            row(
                1,
                2,
                &["code=#530402001006", "key_area=?true", "total=#1.5", "name= 甲 "],
                &["note=13800000000"]
            ),
            row(2, 3, &["code=５３０", "key_area=否", "total=1,234", "name=乙\n丙"], &["note="]),
            row(3, 4, &["total=#-3"], &["note="]),
        ]
    );
}

#[test]
fn dates_are_days_of_the_calendar_however_they_are_shown() {
    let told = told(|sheet| {
        sheet.write_row(0, 0, ["name", "established_on"]).unwrap();
        for (format, line) in [
            "yyyy-mm-dd",
            "yyyy/m/d",
            "m/d/yy",
            "[$-804]yyyy\"年\"m\"月\";@",
            "[DBNum1]yyyy年m月d日",
        ]
        .into_iter()
        .zip(1..)
        {
            let style = Style::new().set_num_format(format);
            sheet.write_with_format(line, 1, date("1998-12-31"), &style).unwrap();
        }
        let style = Style::new().set_num_format("yyyy-mm-dd hh:mm");
        sheet.write_with_format(6, 1, date("1998-12-31T08:30:00"), &style).unwrap();
        sheet.write_with_format(7, 1, 36_160.0, &Style::new().set_num_format_index(57)).unwrap();
        sheet.write(8, 1, 36_160.0).unwrap();
        sheet.write_with_format(9, 1, 0.5, &Style::new().set_num_format("hh:mm")).unwrap();
        sheet.write_with_format(10, 1, -5.0, &style).unwrap();
    });
    let days: Vec<String> = told
        .well()
        .into_iter()
        .map(|seen| match seen {
            super::Seen::Row(_, _, cells, _) => cells[0].replace("established_on=", ""),
            super::Seen::Skipped(..) => panic!("a row"),
        })
        .collect();
    let mut expected = vec!["1998-12-31"; 5];
    expected.extend(["1998-12-31 08:30:00", "1998-12-31", "#36160", "12:00:00", "#-5"]);
    assert_eq!(days, expected);
}

#[test]
fn a_formula_is_what_it_came_to() {
    let told = told(|sheet| {
        sheet.write_row(0, 0, ["name", "total", "note"]).unwrap();
        sheet.write(1, 0, "甲").unwrap();
        sheet.write(1, 1, Formula::new("=SUM(2,10)").set_result("12")).unwrap();
        sheet.write(1, 2, Formula::new("=\"a\"&\"b\"").set_result("ab")).unwrap();
        sheet.write(2, 0, "乙").unwrap();
        sheet.write(2, 1, Formula::new("=Sheet9!B2").set_result("#REF!")).unwrap();
    });
    assert_eq!(
        told.well(),
        [
            row(1, 2, &["name=甲", "total=#12"], &["note=ab"]),
            row(2, 3, &["name=乙", "total=#REF!"], &["note="]),
        ]
    );
}

#[test]
fn a_formula_that_was_never_calculated_is_no_blank_and_no_zero() {
    let told = told(|sheet| {
        sheet.write_row(0, 0, ["name", "total"]).unwrap();
        // Programs that don't calculate write a zero, and ask for it to be done on opening.
        sheet.write(1, 0, "甲").unwrap();
        sheet.write(1, 1, Formula::new("=SUM(C2:E2)")).unwrap();
        sheet.write(2, 0, "乙").unwrap();
        sheet.write(2, 1, Formula::new("=SUM(C3:E3)").set_result("")).unwrap();
        sheet.write(3, 0, "丙").unwrap();
        sheet.write(3, 1, 0).unwrap();
    });
    assert_eq!(
        told.well(),
        [
            row(1, 2, &["name=甲", "total==SUM(C2:E2)"], &[]),
            row(2, 3, &["name=乙", "total==SUM(C3:E3)"], &[]),
            row(3, 4, &["name=丙", "total=#0"], &[]),
        ]
    );
}

#[test]
fn the_first_sheet_that_is_not_hidden_is_read_or_the_one_that_is_named() {
    let mut book = Workbook::new();
    for name in ["隐藏", "侨情", "Other"] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write_row(0, 0, ["code", "name"]).unwrap();
        sheet.write_row(1, 0, ["1", name]).unwrap();
    }
    book.worksheet_from_index(0).unwrap().set_hidden(true);
    book.worksheet_from_index(1).unwrap().set_active(true);
    let bytes = book.save_to_buffer().unwrap();
    let first = read(Xlsx, &bytes);
    assert_eq!(first.well(), [row(1, 2, &["code=1", "name=侨情"], &[])]);
    for (wanted, name) in [("隐藏", "隐藏"), ("侨情", "侨情"), (" other ", "Other")] {
        let options = Options { sheet: Some(wanted.to_owned()), encoding: None };
        let rows = open_with(bytes.as_slice(), Xlsx, &options, yuxi()).unwrap();
        assert_eq!((rows.sheet(), rows.encoding()), (Some(name), None));
        let name = format!("name={name}");
        assert_eq!(tell(Ok(rows)).well(), [row(1, 2, &["code=1", &name], &[])]);
    }
}

#[test]
fn a_table_may_stand_anywhere_and_end_in_nothing() {
    let told = told(|sheet| {
        sheet.write_row(3, 2, ["code", "name", "", "note"]).unwrap();
        sheet.write_row(4, 2, ["1", "甲", "x"]).unwrap();
        sheet.write(5, 4, "y").unwrap();
        sheet.write(5, 9, "z").unwrap();
        sheet.write(6, 1, " ").unwrap();
        sheet.write_blank(900_000, 16_000, &Style::new().set_bold()).unwrap();
        sheet.write(800_000, 3, " ").unwrap();
    });
    assert_eq!(told.titles, ["", "", ""]);
    assert_eq!(
        told.well(),
        [
            row(1, 5, &["code=1", "name=甲"], &["column_5=x", "note="]),
            row(2, 6, &[], &["column_5=y", "note=", "column_10=z"]),
        ]
    );
}

#[test]
fn what_a_rejects_file_adds_is_dropped_from_a_sheet_too() {
    let told = told(|sheet| {
        sheet.write_row(0, 0, ["名称", "类型", "row", "line", "problems"]).unwrap();
        sheet.write_row(1, 0, ["甲", "村", "3", "4", "无法识别"]).unwrap();
        sheet.write_row(2, 0, ["", "", "5", "6", "无法识别"]).unwrap();
    });
    assert_eq!(told.originals, [["名称=甲", "类型=村"]]);
    assert_eq!(told.well(), [row(1, 2, &["name=甲", "kind=村"], &[]), blank(2, 3)]);
}

#[test]
fn an_empty_sheet_has_no_header() {
    assert_eq!(told(|_| {}).failed().0, "no_header");
    let told = told(|sheet| {
        sheet.write_row(0, 0, ["code", "name"]).unwrap();
    });
    assert_eq!(told.well(), []);
}

#[test]
fn a_header_that_is_given_twice_is_told() {
    let told = told(|sheet| {
        sheet.write_row(1, 0, ["名称", "name", "code"]).unwrap();
    });
    let (code, words) = told.failed();
    assert_eq!(code, "duplicate_header");
    assert!(words.starts_with("line 2 gives one column twice: found `名称, name`"), "{words}");
}
