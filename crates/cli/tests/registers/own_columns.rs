//! What a register has beyond the rules' columns comes back with each answer, and nothing is lost.

use serde_json::{Value, json};

use crate::run::{assess_text, list};

/// What came back beside the answers of a register, row by row.
fn extra(name: &str, register: &str) -> Vec<Value> {
    let ran = assess_text(name, register).map(|ran| ran.output).unwrap_or_default();
    list(&ran, "determinations").iter().map(|found| found["extra"].clone()).collect()
}

/// The lines of the CSV that a register becomes, from its own columns on.
fn csv(name: &str, register: &str) -> Result<Vec<Vec<String>>, Box<dyn std::error::Error>> {
    const OF_DETERMINATION: usize = 27;
    let folder = tempfile::tempdir()?;
    let (file, output) = (folder.path().join(name), folder.path().join("result.csv"));
    std::fs::write(&file, register)?;
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_qiaolian"));
    command.arg("assess").arg(&file).args(["--as-of", "2023-11-15", "--output"]).arg(&output);
    command.assert().success();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(&output)?;
    let lines = reader.records().map(|line| {
        let line = line?;
        Ok(line.iter().skip(OF_DETERMINATION).map(str::to_owned).collect())
    });
    lines.collect()
}

const CSV: &str = "code,备注,total,电话\n530402006001, 甲 ,12,0877\n530402006002,,9,\n";

#[test]
fn columns_that_mean_nothing_to_the_rules_come_back_as_they_were() {
    let expected = [json!({"备注": " 甲 ", "电话": "0877"}), json!({"备注": "", "电话": ""})];
    assert_eq!(extra("own.csv", CSV), expected);
}

#[test]
fn a_register_without_own_columns_has_no_extra() {
    assert_eq!(extra("own.csv", "code,total\n530402006001,12\n"), [Value::Null]);
}

#[test]
fn keys_that_mean_nothing_to_the_rules_come_back_as_text() {
    let register = r#"[
        {"code": "530402006001", "surveyed_in": 2019, "by": null, "ok": true, "where": ["甲", 1]},
        {"code": "530402006002"}
    ]"#;
    let own = json!({"surveyed_in": "2019", "by": "", "ok": "true", "where": "[\"甲\", 1]"});
    assert_eq!(extra("own.json", register), [own, Value::Null]);
}

#[test]
fn in_csv_own_columns_stand_behind_the_determinations() {
    let found = csv("own.csv", CSV).unwrap();
    assert_eq!(found, [["备注", "电话"], [" 甲 ", "0877"], ["", ""]]);
}

#[test]
fn in_csv_a_name_that_collides_gets_a_prefix() {
    let found = csv("own.csv", "code,total,status,row,Duty\n530402006001,12,有,3,x\n").unwrap();
    assert_eq!(found, [["input.status", "input.row", "Duty"], ["有", "3", "x"]]);
}

#[test]
fn in_csv_keys_that_only_later_records_have_are_columns_too() {
    let register = r#"{"code": "530402006001", "甲": 1}
{"code": "530402006002", "乙": 2}
{"code": "530402006003", "乙": 3, "甲": 4}
"#;
    let found = csv("own.jsonl", register).unwrap();
    assert_eq!(found, [["甲", "乙"], ["1", ""], ["", "2"], ["4", "3"]]);
}

#[test]
fn in_csv_a_short_first_row_costs_later_rows_nothing() {
    let found =
        csv("own.csv", "code,total,甲,乙\n530402006001,12\n530402006002,9,一,二\n").unwrap();
    assert_eq!(found, [["甲", "乙"], ["", ""], ["一", "二"]]);
}

#[test]
fn what_stands_without_a_header_comes_back_under_the_columns_number() {
    let register = "code,total\n530402006001,12\n530402006002,9,,多\n";
    assert_eq!(extra("own.csv", register), [Value::Null, json!({"column_4": "多"})]);
    assert_eq!(csv("own.csv", register).unwrap(), [["column_4"], [""], ["多"]]);
}

#[test]
fn two_columns_of_one_name_both_come_back() {
    let register = "code,备注,total,备注\n530402006001,甲,12,乙\n";
    assert_eq!(extra("own.csv", register), [json!({"备注": "甲", "备注_2": "乙"})]);
    assert_eq!(csv("own.csv", register).unwrap(), [["备注", "备注"], ["甲", "乙"]]);
}

#[test]
fn a_longer_row_makes_the_rejects_file_wider_too_in_any_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let rejects = folder.path().join("rejects.csv");
    let register = "名称,类型,合计\n甲村,村,一打\n乙村,村,两打,多,更多\n";
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_qiaolian"));
    command.args(["assess", "-", "--format", "csv", "--output-encoding", "gb18030", "--rejects"]);
    command.arg(&rejects).write_stdin(register).assert().code(1);
    let bytes = std::fs::read(&rejects).unwrap();
    let (text, _, _) = encoding_rs::GB18030.decode(&bytes);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(header[3..], ["row", "line", "problems", "column_4", "column_5"]);
    let behind: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.unwrap().iter().skip(6).map(str::to_owned).collect())
        .collect();
    assert_eq!(behind, [["", ""], ["多", "更多"]]);
}

#[test]
fn on_standard_output_a_longer_row_stays_longer() {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_qiaolian"));
    command.args(["assess", "-", "--as-of", "2023-11-15", "--format", "csv"]);
    let ran = command.write_stdin("code,total\n530402006001,12\n530402006002,9,,多\n").assert();
    let out = String::from_utf8(ran.get_output().stdout.clone()).unwrap();
    assert!(out.ends_with(",多\n"), "{out}");
}

#[test]
fn values_without_a_header_stay_under_their_own_columns_number_in_every_row() {
    let register =
        "name,county,kind\n甲,红塔区,school,,,九\n乙,红塔区,school,,八,九二\n丙,红塔区,school,七\n";
    let expected: [&[&str]; 4] = [
        &["column_6", "column_5", "column_4"],
        &["九", "", ""],
        &["九二", "八", ""],
        &["", "", "七"],
    ];
    assert_eq!(csv("own.csv", register).unwrap(), expected);
}

#[cfg(unix)]
#[test]
fn a_byte_order_mark_stays_where_the_header_grows_and_a_pipe_by_name_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("result.csv");
    let asked = |to: &std::path::Path| {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_qiaolian"));
        command.args(["assess", "-", "--format", "csv", "--output-encoding", "utf-8-bom"]);
        command.arg("--output").arg(to).write_stdin("name,kind\n甲校,school\n乙校,school,多\n");
        command.timeout(std::time::Duration::from_secs(20)).assert()
    };
    asked(&output).success();
    let text = std::fs::read_to_string(&output).unwrap();
    assert!(text.starts_with("\u{feff}row,"), "{text}");
    assert!(text.lines().next().unwrap().ends_with(",column_3"), "{text}");
    asked(std::path::Path::new("/dev/stdout")).success();
}
