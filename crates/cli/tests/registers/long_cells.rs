//! A cell of 10 MB: the row is judged like others, and people aren't told 10 MB of it.

use crate::run::{assess_text, list};

const LONG: usize = 10 << 20;

#[test]
fn a_note_of_10_mb_is_handed_through() {
    let note = "长".repeat(LONG / 3);
    let register = format!("code,total,备注\n530402006001,12,{note}\n530402006002,9,\n");
    let ran = assess_text("long.csv", &register).unwrap();
    assert_eq!(ran.exit, Some(0));
    assert_eq!(ran.receipt["assessed"], 2);
    let found = &list(&ran.output, "determinations")[0];
    assert_eq!(found["extra"]["备注"].as_str(), Some(note.as_str()));
}

#[test]
fn a_number_of_10_mb_is_refused_and_its_message_shows_the_beginning() {
    let number = "9".repeat(LONG);
    let register = format!("code,total\n530402006001,12\n530402006002,{number}\n530402006003,9\n");
    let ran = assess_text("long.csv", &register).unwrap();
    assert_eq!(ran.exit, Some(1));
    let rows = ["read", "assessed", "rejected", "skipped"].map(|rows| ran.receipt[rows].as_u64());
    assert_eq!(rows, [Some(3), Some(2), Some(1), Some(0)]);
    let rejected = &list(&ran.output, "rejected")[0];
    assert_eq!((&rejected["row"], &rejected["line"]), (&2.into(), &3.into()));
    assert_eq!(rejected["total"].as_str().map(str::len), Some(LONG), "the row as it was");
    let problem = &rejected["problems"][0];
    assert_eq!(problem["value"].as_str().map(str::len), Some(LONG), "what stands there");
    let beginning = "9".repeat(60);
    assert_eq!(
        problem["message"]["en"],
        format!("`{beginning}…` in `total` is not a whole number from 0 to 4,294,967,295")
    );
    assert_eq!(
        problem["message"]["zh"],
        format!("「合计」一栏的「{beginning}…」不是人数：应为 0 至 4,294,967,295 的整数")
    );
    assert!(ran.told.len() < 2000, "{} bytes were told", ran.told.len());
}

#[test]
fn a_name_of_10_mb_makes_no_table_as_wide() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("long.csv");
    std::fs::write(&file, format!("name,kind,total\n{},school,30\n", "名".repeat(LONG / 3)))
        .unwrap();
    let ran = assert_cmd::Command::new(env!("CARGO_BIN_EXE_qiaolian"))
        .arg("assess")
        .arg(&file)
        .args(["--as-of", "2023-11-15"])
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(0));
    assert!(ran.stdout.len() < 10_000, "{} bytes", ran.stdout.len());
}
