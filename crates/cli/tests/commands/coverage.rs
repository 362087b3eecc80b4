//! `coverage`: bars, numbers as ranges, targets, and who lacks what.

use unicode_width::UnicodeWidthStr;

use crate::run::{command, json, registers, run, run_with};

const SMALL: &str = "coverage small.csv --as-of 2023-11-15";

#[test]
fn the_table_tells_ranges_targets_and_who_lacks_what() {
    let found = run(&format!("{SMALL} --lang en")).unwrap();
    assert_eq!(found.exit, Some(0));
    for line in [
        "│ all                                       22   15–18      6–10   \
         ███████▒▒▒▒········· 35.2–58.8%       2–5          2          1 │",
        "│          通海县                            4       2         1   \
         ██████████·········· 50.0%              1          1          0 │",
        "│          enterprise                        1       0         0                        –\
         \x20                 0          0          0 │",
        "target “a federation in every county” (Part 1 (3)#2, 2022-12-31, 319 days ago): \
         22.2–88.8%, not reached",
        "  unknown of it: 6 places that the register lacks, or whose rows were rejected",
        "target “grassroots federations basically wherever they should be” (Part 1 (3)#3, \
         2024-12-31, 412 days left): 28.5–57.1%, no number is given: people judge",
        "7 are asked and lack it:",
        "4 more may be asked and lack it: that hangs on unknown facts.",
        "read 22, assessed 22, rejected 0, skipped 0",
    ] {
        assert!(found.out.lines().any(|found| found == line), "{line}\n{}", found.out);
    }
    assert_eq!(found.told, "");
}

#[test]
fn the_table_is_aligned_whatever_the_script() {
    for lang in ["zh", "en"] {
        let found = run(&format!("{SMALL} --lang {lang}")).unwrap();
        let framed = found.out.lines().filter(|line| line.starts_with('│'));
        let widths: Vec<usize> = framed.take(19).map(UnicodeWidthStr::width).collect();
        assert!(widths.iter().all(|width| *width == widths[0]), "{lang}: {widths:?}");
    }
}

#[test]
fn without_a_file_the_nine_counties_are_known_and_the_rest_hangs_on_counts() {
    let found = json("coverage --as-of 2022-12-31 --format json").unwrap();
    assert_eq!(found["overall"]["subjects"], 803);
    assert_eq!(found["overall"]["owed"], serde_json::json!({"least": 26, "most": 803}));
    assert_eq!(found["by_county"].as_array().unwrap().len(), 9);
    let county = &found["targets"][0];
    assert_eq!(county["days_until_due"], 0);
    assert_eq!(county["coverage"]["full"], serde_json::json!({"least": 3, "most": 3}));
    assert_eq!(county["coverage"]["presumed"], serde_json::json!({"least": 3, "most": 3}));
}

#[test]
fn csv_has_a_row_for_all_each_county_each_kind_and_each_target() {
    let found = run(&format!("{SMALL} --format csv")).unwrap();
    let mut reader = csv::Reader::from_reader(found.out.as_bytes());
    let columns = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let at = |row: &csv::StringRecord, name: &str| {
        row.get(columns.iter().position(|column| column == name).unwrap()).unwrap().to_owned()
    };
    let scopes: Vec<String> = rows.iter().map(|row| at(row, "scope")).collect();
    let count = |scope: &str| scopes.iter().filter(|found| *found == scope).count();
    let counted = ["all", "county", "kind", "target"].map(count);
    assert_eq!(counted, [1, 9, 8, 2]);
    assert_eq!(at(&rows[0], "percent_least"), "35.2");
    assert_eq!(
        (at(&rows[0], "ratio_least_full"), at(&rows[0], "ratio_least_owed")),
        ("6".into(), "17".into())
    );
    let target = rows.last().unwrap();
    assert_eq!(
        (at(target, "code"), at(target, "percent")),
        ("grassroots_coverage".into(), String::new())
    );
    assert_eq!(
        (at(target, "standing"), at(target, "clauses")),
        ("people_judge".into(), "1.3#3".into())
    );
    assert!(found.told.contains("读入22"), "what was read is told beside it");
}

#[test]
fn a_policy_without_targets_has_coverage_all_the_same() {
    let found = json("coverage --policy beijing-universities --as-of 2023-11-15 --format json");
    let found = found.unwrap();
    assert_eq!(found["targets"], serde_json::json!([]));
    assert_eq!(found["overall"]["owed"], serde_json::json!({"least": 0, "most": 0}));
    assert_eq!(found["overall"]["ratio"], serde_json::Value::Null);
}

#[test]
fn rejected_rows_are_said_and_count_nowhere() {
    let input = "code,existing_form\n530402006001,federation\n530402006001,none\n";
    let found = run_with("coverage - --as-of 2023-11-15 --format json", input).unwrap();
    assert_eq!(found.exit, Some(1));
    let report: serde_json::Value = serde_json::from_str(&found.out).unwrap();
    assert_eq!(report["overall"]["subjects"], 1);
    assert_eq!(report["rejected"][0]["row"], 2);
    assert_eq!(report["rejected"][0]["error"]["problems"][0]["code"], "duplicate_code");
    assert!(found.told.contains("第2行（文件第3行）退回"), "{}", found.told);
}

#[test]
fn the_output_goes_to_a_file_but_never_over_the_register() {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("register.csv");
    std::fs::copy(registers().join("small.csv"), &register).unwrap();
    let mut over = command("coverage --format json --output").unwrap();
    over.arg(&register).arg(&register);
    assert_eq!(over.output().unwrap().status.code(), Some(2));
    let before = std::fs::read(registers().join("small.csv")).unwrap();
    assert_eq!(std::fs::read(&register).unwrap(), before);
    let report = folder.path().join("coverage.json");
    let mut beside =
        command("coverage small.csv --as-of 2023-11-15 --format json --output").unwrap();
    assert_eq!(beside.arg(&report).output().unwrap().stdout, b"");
    let written = std::fs::read_to_string(report).unwrap();
    assert_eq!(written, run(&format!("{SMALL} --format json")).unwrap().out);
}

#[test]
fn the_format_is_that_of_the_output_s_ending() {
    let folder = tempfile::tempdir().unwrap();
    let begins = |name: &str| {
        let file = folder.path().join(name);
        command(&format!("{SMALL} --output")).unwrap().arg(&file).assert().code(0);
        std::fs::read_to_string(file).unwrap().chars().take(5).collect::<String>()
    };
    assert_eq!(begins("coverage.csv"), "scope");
    assert_eq!(begins("coverage.json"), "{\n  \"");
    assert_eq!(begins("coverage.txt"), "┌────");
}

#[test]
fn a_target_of_counties_is_reached_only_when_all_of_them_are_known_to_have_it() {
    let county = |code: &str| format!("{code},侨联\n");
    let codes =
        ["530402", "530403", "530423", "530424", "530425", "530426", "530427", "530428", "530481"];
    let all: String = codes.map(county).concat();
    let standing = |rows: &str| {
        let input = format!("代码,现有组织\n{rows}");
        let found = run_with("coverage - --as-of 2023-11-15 --format json", input).unwrap();
        let found: serde_json::Value = serde_json::from_str(&found.out).unwrap();
        let target = &found["targets"][0];
        let least = &target["coverage"]["ratio"]["least"];
        (target["standing"].clone(), target["absent"].clone(), least["full"].clone())
    };
    assert_eq!(standing(&all), ("reached".into(), 0.into(), 9.into()));
    let lacking = all.replace(&county("530481"), "");
    assert_eq!(standing(&lacking), ("open".into(), 1.into(), 8.into()));
    let rejected = all.replace(&county("530481"), "530481,社团\n");
    assert_eq!(standing(&rejected), ("open".into(), 1.into(), 8.into()));
    let none = all.replace(&county("530402"), "530402,无\n").replace(&county("530481"), "");
    assert_eq!(standing(&none), ("not_reached".into(), 1.into(), 7.into()));
    assert_eq!(standing("530402006001,侨联\n"), ("open".into(), 9.into(), 0.into()));
}
