//! Rejected rows go to a file; mended, it goes in again.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::run::{Result, command, parsed};

const REGISTER: &str = "备注,代码,名称,合计,现有组织
甲,530402006001,金州社区,12,无
\"乙,丙\",530402006002,李棋社区,一打,社团
,530402006003,山头社区,9,侨联
丁,,某村,40,
";

const MENDED: &str = "备注,代码,名称,合计,现有组织
甲,530402006001,金州社区,12,无
\"乙,丙\",530402006002,李棋社区,13,侨联
,530402006003,山头社区,9,侨联
丁,530402006004,某村,40,
";

/// Assesses a file and gives exit status and answers, and writes rejected rows to another.
fn assess(file: &Path, rejects: &Path) -> Result<(Option<i32>, Vec<Value>)> {
    let mut assess = command("assess --as-of 2023-11-15 --format jsonl")?;
    let ran = assess.arg(file).arg("--rejects").arg(rejects).output()?;
    Ok((ran.status.code(), parsed(&String::from_utf8(ran.stdout)?)?))
}

/// A determination without the number of its row.
fn without_row(found: &Value) -> Value {
    let fields = found.as_object().into_iter().flatten();
    fields
        .filter(|(name, _)| *name != "row")
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

#[test]
fn a_rejected_row_in_csv_is_as_it_was_with_row_line_and_problems_behind() {
    let folder = tempfile::tempdir().unwrap();
    let (file, rejects) = (folder.path().join("register.csv"), folder.path().join("rejects.csv"));
    fs::write(&file, REGISTER).unwrap();
    let (exit, found) = assess(&file, &rejects).unwrap();
    assert_eq!((exit, found.len()), (Some(1), 2));
    let told = fs::read_to_string(&rejects).unwrap();
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0], "备注,代码,名称,合计,现有组织,row,line,problems");
    assert!(
        lines[1].starts_with(
            "\"乙,丙\",530402006002,李棋社区,一打,社团,2,3,\"total：「合计」一栏的「一打」不是人数："
        ),
        "{told}"
    );
    assert!(lines[1].contains("；existing_form：「社团」不是可识别的组织形式："), "{told}");
    assert!(lines[2].starts_with("丁,,某村,40,,4,5,kind：没有填类型，"), "{told}");
}

#[test]
fn a_rejects_file_that_was_mended_is_read_like_the_register_itself() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("mended.csv"), MENDED).unwrap();
    let (exit, expected) = assess(&at("mended.csv"), &at("none.csv")).unwrap();
    assert_eq!((exit, expected.len()), (Some(0), 4));
    fs::write(at("register.csv"), REGISTER).unwrap();
    for (rejects, mended, mends) in [
        ("rejects.csv", "again.csv", [("一打,社团", "13,侨联"), ("丁,,", "丁,530402006004,")]),
        ("rejects.json", "again.json", JSON_MENDS),
        ("rejects.jsonl", "again.jsonl", JSONL_MENDS),
    ] {
        let (_, good) = assess(&at("register.csv"), &at(rejects)).unwrap();
        let mut text = fs::read_to_string(at(rejects)).unwrap();
        for (from, to) in mends {
            assert_eq!(text.matches(from).count(), 1, "{from} in {text}");
            text = text.replace(from, to);
        }
        fs::write(at(mended), text).unwrap();
        let (exit, again) = assess(&at(mended), &at("none.csv")).unwrap();
        assert_eq!(exit, Some(0), "{rejects}");
        let mut found: Vec<Value> = good.iter().chain(&again).map(without_row).collect();
        found.sort_by_key(|found| found["code"].to_string());
        assert_eq!(found, expected.iter().map(without_row).collect::<Vec<_>>(), "{rejects}");
    }
}

const JSON_MENDS: [(&str, &str); 2] = [
    (
        "\"合计\": \"一打\",\n  \"现有组织\": \"社团\"",
        "\"合计\": \"13\",\n  \"现有组织\": \"侨联\"",
    ),
    ("\"代码\": \"\"", "\"代码\": \"530402006004\""),
];

const JSONL_MENDS: [(&str, &str); 2] = [
    ("\"合计\":\"一打\",\"现有组织\":\"社团\"", "\"合计\":\"13\",\"现有组织\":\"侨联\""),
    ("\"代码\":\"\"", "\"代码\":\"530402006004\""),
];

#[test]
fn only_what_was_not_mended_is_rejected_again() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("register.csv"), REGISTER).unwrap();
    assess(&at("register.csv"), &at("rejects.csv")).unwrap();
    let text = fs::read_to_string(at("rejects.csv")).unwrap();
    fs::write(at("again.csv"), text.replace("丁,,", "丁,530402006004,")).unwrap();
    let (exit, found) = assess(&at("again.csv"), &at("left.csv")).unwrap();
    assert_eq!((exit, found.len()), (Some(1), 1));
    assert_eq!(found[0]["extra"], serde_json::json!({"备注": "丁"}), "the additions are dropped");
    let left = fs::read_to_string(at("left.csv")).unwrap();
    let lines: Vec<&str> = left.lines().collect();
    assert_eq!(lines[0], "备注,代码,名称,合计,现有组织,row,line,problems");
    assert!(lines[1].starts_with("\"乙,丙\",530402006002,李棋社区,一打,社团,1,2,"), "{left}");
}

#[test]
fn a_rejected_record_in_json_keeps_its_values_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let record =
        r#"{"code":"530402006001","total":1.5,"key_area":true,"by":null,"where":["甲",1]}"#;
    fs::write(at("register.jsonl"), record).unwrap();
    assess(&at("register.jsonl"), &at("rejects.jsonl")).unwrap();
    let left = fs::read_to_string(at("rejects.jsonl")).unwrap();
    let same = record.strip_suffix('}').unwrap();
    assert!(left.starts_with(&format!("{same},\"row\":1,\"line\":1,\"problems\":[")), "{left}");
    let problems = &parsed(&left).unwrap()[0]["problems"];
    let keys: Vec<&String> = problems[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["column", "value", "code", "message", "help"]);
}

#[test]
fn a_registers_own_column_called_row_comes_through_the_round_trip() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("register.csv"), "row,code,total\nA-7,530402006001,x\n").unwrap();
    for rejects in ["rejects.csv", "rejects.json", "rejects.jsonl"] {
        assess(&at("register.csv"), &at(rejects)).unwrap();
        let text = fs::read_to_string(at(rejects)).unwrap();
        let mended = text.replace("530402006001,x", "530402006001,9");
        let mended = mended.replace("\"total\": \"x\"", "\"total\": 9");
        fs::write(at(rejects), mended.replace("\"total\":\"x\"", "\"total\":9")).unwrap();
        let (exit, found) = assess(&at(rejects), &at("none.csv")).unwrap();
        assert_eq!(exit, Some(0), "{rejects}");
        let extra = found[0]["extra"].as_object().unwrap();
        assert_eq!(extra.len(), 1);
        assert!(extra.values().all(|value| value == "A-7"), "{rejects}: {extra:?}");
    }
}

#[test]
fn two_columns_of_one_name_both_stay_in_a_rejected_row() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("register.csv"), "备注,code,备注,total\n甲,530402006001,乙,x\n").unwrap();
    assess(&at("register.csv"), &at("rejects.csv")).unwrap();
    let left = fs::read_to_string(at("rejects.csv")).unwrap();
    assert!(
        left.starts_with("备注,code,备注,total,row,line,problems\n甲,530402006001,乙,x,1,2,"),
        "{left}"
    );
    assess(&at("register.csv"), &at("rejects.jsonl")).unwrap();
    let left = fs::read_to_string(at("rejects.jsonl")).unwrap();
    assert!(
        left.starts_with(r#"{"备注":"甲","code":"530402006001","备注_2":"乙","total":"x","row":1"#),
        "{left}"
    );
}

#[test]
fn a_column_of_the_register_called_row_in_any_width_and_case_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let (file, rejects) = (folder.path().join("register.csv"), folder.path().join("rejects.csv"));
    fs::write(&file, "代码,合计,ｒｏｗ, Line\n530402006001,一打,甲,乙\n").unwrap();
    assess(&file, &rejects).unwrap();
    let told = fs::read_to_string(&rejects).unwrap();
    assert!(told.starts_with("代码,合计,input.ｒｏｗ,input. Line,row,line,problems\n"), "{told}");
    let mended = folder.path().join("mended.csv");
    fs::write(&mended, told.replace("一打", "12")).unwrap();
    let (exit, found) = assess(&mended, &rejects).unwrap();
    assert_eq!(exit, Some(0));
    assert_eq!(found[0]["extra"]["input.ｒｏｗ"], "甲");
}
