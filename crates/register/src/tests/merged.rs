//! Merged cells: in the header, and below it.

use rust_xlsxwriter::{Format as Style, Worksheet};

use super::xlsx::sheet;
use super::{Told, blank, read, row, total};
use crate::Format::Xlsx;

fn told(fill: impl FnOnce(&mut Worksheet)) -> Told {
    read(Xlsx, sheet(fill))
}

/// Merges cells, with a text in them.
fn merge(sheet: &mut Worksheet, (top, left): (u32, u16), (bottom, right): (u32, u16), text: &str) {
    sheet.merge_range(top, left, bottom, right, text, &Style::new()).unwrap();
}

#[test]
fn a_header_may_be_merged_over_two_rows() {
    let told = told(|sheet| {
        merge(sheet, (0, 0), (0, 5), "侨情登记表");
        merge(sheet, (1, 0), (2, 0), "名称");
        merge(sheet, (1, 1), (2, 1), "类型");
        merge(sheet, (1, 2), (1, 4), "侨情人数");
        sheet.write_row(2, 2, ["归侨侨眷", "海外侨胞", "留学人员"]).unwrap();
        merge(sheet, (1, 5), (2, 5), "备注");
        sheet.write_row(3, 0, ["金州社区", "社区", "1", "2", "3", "好"]).unwrap();
    });
    assert_eq!(told.titles, ["侨情登记表"]);
    assert_eq!(told.headers, ["名称", "类型", "归侨侨眷", "海外侨胞", "留学人员", "备注"]);
    assert_eq!(
        told.well(),
        [row(
            1,
            4,
            &["name=金州社区", "kind=社区", "returned_and_relatives=1", "overseas=2", "students=3"],
            &["备注=好"]
        )]
    );
}

#[test]
fn a_name_from_the_row_above_counts_where_the_header_is_the_second_row() {
    let told = told(|sheet| {
        merge(sheet, (0, 0), (1, 0), "名称");
        merge(sheet, (0, 1), (0, 2), "侨情人数");
        sheet.write_row(1, 1, ["归侨侨眷", "海外侨胞"]).unwrap();
        sheet.write_row(2, 0, ["甲", "1", "2"]).unwrap();
    });
    assert_eq!(told.headers, ["名称", "归侨侨眷", "海外侨胞"]);
    assert_eq!(
        told.well(),
        [row(1, 3, &["name=甲", "returned_and_relatives=1", "overseas=2"], &[])]
    );
}

#[test]
fn names_below_a_merged_header_count_though_nothing_else_is_merged() {
    let told = told(|sheet| {
        sheet.write_row(0, 0, ["名称", "类型"]).unwrap();
        merge(sheet, (0, 2), (0, 3), "侨情人数");
        sheet.write_row(1, 2, ["归侨侨眷", "其他"]).unwrap();
        sheet.write_row(2, 0, ["甲", "村", "1", "2"]).unwrap();
    });
    assert_eq!(told.headers, ["名称", "类型", "归侨侨眷", "其他"]);
    assert_eq!(
        told.well(),
        [row(1, 3, &["name=甲", "kind=村", "returned_and_relatives=1"], &["其他=2"])]
    );
}

#[test]
fn a_header_over_several_columns_names_them_all() {
    let told = told(|sheet| {
        sheet.write(0, 0, "类型").unwrap();
        merge(sheet, (0, 1), (0, 2), "名称");
        merge(sheet, (0, 3), (0, 4), "合计");
        merge(sheet, (0, 5), (0, 6), "备注");
        for (line, cells) in (1..).zip([
            ["村", "甲", "", "1", "", "好", ""],
            ["村", "", "乙", "", "2", "", "好"],
            ["村", "丙", "", "3", "4", "好", "坏"],
            ["", "", "", "", "", "", "x"],
            ["", "", "合计", "", "", "", ""],
        ]) {
            sheet.write_row(line, 0, cells).unwrap();
        }
        merge(sheet, (6, 1), (6, 2), "丁");
    });
    assert_eq!(told.headers, ["类型", "名称", "", "合计", "", "备注", ""]);
    assert_eq!(told.originals[2], ["类型=村", "名称=丙", "=", "合计=3 4", "=", "备注=好 坏", "="]);
    assert_eq!(
        told.well(),
        [
            row(1, 2, &["kind=村", "name=甲", "total=1"], &["备注=好"]),
            row(2, 3, &["kind=村", "name=乙", "total=2"], &["备注=好"]),
            row(3, 4, &["kind=村", "name=丙", "total=3 4"], &["备注=好 坏"]),
            row(4, 5, &[], &["备注=x"]),
            total(5, 6),
            row(6, 7, &["name=丁"], &["备注="]),
        ]
    );
}

#[test]
fn a_county_that_is_merged_over_its_places_is_the_county_of_each() {
    let told = told(|sheet| {
        sheet.write_row(0, 0, ["县区", "名称", "海外侨胞", "备注"]).unwrap();
        merge(sheet, (1, 0), (4, 0), "红塔区");
        sheet.write_row(1, 1, ["甲", "1", "好"]).unwrap();
        sheet.write_row(2, 1, ["乙", "2"]).unwrap();
        sheet.write_row(4, 1, ["丙", "3"]).unwrap();
        sheet.write_row(5, 1, ["丁", "4"]).unwrap();
    });
    assert_eq!(told.originals[1], ["县区=红塔区", "名称=乙", "海外侨胞=2", "备注="]);
    assert_eq!(
        told.well(),
        [
            row(1, 2, &["county=红塔区", "name=甲", "overseas=1"], &["备注=好"]),
            row(2, 3, &["county=红塔区", "name=乙", "overseas=2"], &["备注="]),
            blank(3, 4),
            row(4, 5, &["county=红塔区", "name=丙", "overseas=3"], &["备注="]),
            row(5, 6, &["name=丁", "overseas=4"], &["备注="]),
        ]
    );
}

#[test]
fn a_number_that_is_merged_over_several_places_is_nobodys() {
    let told = told(|sheet| {
        sheet.write_row(0, 0, ["名称", "海外侨胞"]).unwrap();
        sheet.write(1, 0, "甲").unwrap();
        sheet.write(2, 0, "乙").unwrap();
        merge(sheet, (1, 1), (2, 1), "");
        sheet.write(1, 1, 12).unwrap();
        sheet.write(3, 0, "丙").unwrap();
        sheet.write(4, 0, "丁").unwrap();
        merge(sheet, (3, 1), (4, 1), "");
    });
    assert_eq!(
        told.well(),
        [
            row(1, 2, &["name=甲", "overseas=12 (B2:B3)"], &[]),
            row(2, 3, &["name=乙", "overseas=12 (B2:B3)"], &[]),
            row(3, 4, &["name=丙"], &[]),
            row(4, 5, &["name=丁"], &[]),
        ]
    );
}

#[test]
fn a_name_that_is_merged_over_several_rows_is_the_first_ones() {
    let told = told(|sheet| {
        sheet.write_row(0, 0, ["名称", "海外侨胞"]).unwrap();
        merge(sheet, (1, 0), (2, 0), "甲");
        sheet.write(1, 1, 1).unwrap();
        sheet.write(2, 1, 2).unwrap();
    });
    assert_eq!(
        told.well(),
        [row(1, 2, &["name=甲", "overseas=#1"], &[]), row(2, 3, &["overseas=#2"], &[])]
    );
}

#[test]
fn a_note_that_is_merged_beside_the_table_is_no_part_of_the_header() {
    let told = told(|sheet| {
        sheet.write_row(0, 0, ["名称", "海外侨胞"]).unwrap();
        merge(sheet, (0, 2), (3, 2), "填表说明");
        sheet.write_row(1, 0, ["甲", "1"]).unwrap();
        sheet.write_row(2, 0, ["乙", "2"]).unwrap();
    });
    assert_eq!(told.headers, ["名称", "海外侨胞", "填表说明"]);
    assert_eq!(
        told.well(),
        [
            row(1, 2, &["name=甲", "overseas=1"], &["填表说明="]),
            row(2, 3, &["name=乙", "overseas=2"], &["填表说明="]),
        ]
    );
}
