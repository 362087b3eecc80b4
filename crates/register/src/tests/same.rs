//! The same register, whichever way it comes.

use encoding_rs::GB18030;
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Workbook};

use super::{Seen, read};
use crate::Format::{Csv, Json, Jsonl, Xlsx};

const ENGLISH: [&str; 8] =
    ["code", "name", "county", "kind", "overseas", "key_area", "established_on", "note"];
const CHINESE: [&str; 8] =
    ["代码", "名称", "县区", "类型", "海外侨胞", "重点侨务地区", "成立日期", "备注"];

/// code, name, county, kind, overseas, key_area, established_on, note
type Line =
    (&'static str, &'static str, &'static str, &'static str, u32, bool, &'static str, &'static str);

const LINES: [Line; 3] = [
    ("530402006001", "金州社区", "红塔区", "村", 12, true, "2022-03-01", "新"),
    ("", "𠮷祥机械厂", "江川区", "企业", 131, false, "", ""),
    ("530402000000", "红塔区", "", "", 4_000_000_000, true, "1998-12-31", "“老”"),
];

fn csv(headers: [&str; 8]) -> String {
    let mut text = format!("{}\n", headers.join(","));
    for (code, name, county, kind, overseas, key, day, note) in LINES {
        text += &format!("{code},{name},{county},{kind},{overseas},{key},{day},{note}\n");
    }
    text
}

fn json_lines() -> Vec<String> {
    let line = |(code, name, county, kind, overseas, key, day, note): Line| {
        format!(
            "{{\"code\":\"{code}\",\"name\":\"{name}\",\"county\":\"{county}\",\"kind\":\"{kind}\",\
             \"overseas\":{overseas},\"key_area\":{key},\"established_on\":\"{day}\",\
             \"note\":\"{note}\"}}"
        )
    };
    LINES.into_iter().map(line).collect()
}

fn xlsx() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, CHINESE).unwrap();
    let date = Style::new().set_num_format("yyyy/m/d");
    for ((code, name, county, kind, overseas, key, day, note), row) in LINES.into_iter().zip(1..) {
        if let Ok(code) = code.parse::<f64>() {
            sheet.write(row, 0, code).unwrap();
        }
        sheet.write_row(row, 1, [name, county, kind]).unwrap();
        sheet.write(row, 4, overseas).unwrap();
        sheet.write(row, 5, key).unwrap();
        if !day.is_empty() {
            let day = ExcelDateTime::parse_from_str(day).unwrap();
            sheet.write_with_format(row, 6, &day, &date).unwrap();
        }
        sheet.write(row, 7, note).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// Cells as the resolver understands them, whatever the format stores them as.
fn plain(rows: Vec<Seen>) -> Vec<(u64, Vec<String>, Vec<String>)> {
    let bare = |cell: String| cell.replace(['#', '?'], "");
    rows.into_iter()
        .map(|seen| match seen {
            Seen::Row(row, _, cells, extra) => {
                let extra = extra.into_iter().map(|pair| pair.replace("备注=", "note="));
                (row, cells.into_iter().map(bare).collect(), extra.collect())
            }
            Seen::Skipped(..) => panic!("no row is passed over"),
        })
        .collect()
}

#[test]
fn the_same_register_is_the_same_in_every_format_and_encoding() {
    let expected = plain(read(Csv, csv(ENGLISH)).well());
    assert_eq!(expected.len(), LINES.len());
    assert_eq!(
        expected[1].1,
        ["name=𠮷祥机械厂", "county=江川区", "kind=企业", "overseas=131", "key_area=false"]
    );
    assert_eq!(plain(read(Csv, csv(CHINESE)).well()), expected);
    assert_eq!(plain(read(Csv, GB18030.encode(&csv(CHINESE)).0).well()), expected);
    assert_eq!(plain(read(Jsonl, json_lines().join("\n")).well()), expected);
    assert_eq!(plain(read(Json, format!("[{}]", json_lines().join(","))).well()), expected);
    assert_eq!(plain(read(Xlsx, xlsx()).well()), expected);
}
