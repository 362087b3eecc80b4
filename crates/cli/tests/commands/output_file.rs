//! Where the output goes, and in which format.

use std::fs;

use crate::run::{command, run};

#[test]
fn a_file_has_the_format_of_its_ending() {
    let folder = tempfile::tempdir().unwrap();
    for (name, format) in [
        ("result.csv", "csv"),
        ("result.json", "json"),
        ("result.jsonl", "jsonl"),
        ("RESULT.JSONL", "jsonl"),
        ("result.txt", "table"),
        ("result", "table"),
    ] {
        let file = folder.path().join(name);
        let mut assess = command("assess small.csv --as-of 2023-11-15 --output").unwrap();
        let ran = assess.arg(&file).assert().success();
        assert_eq!(ran.get_output().stdout, b"", "{name}");
        let asked = format!("assess small.csv --as-of 2023-11-15 --format {format}");
        assert_eq!(fs::read_to_string(&file).unwrap(), run(&asked).unwrap().out, "{name}");
    }
}

#[test]
fn a_format_that_is_asked_for_holds_whatever_the_ending_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("result.csv");
    let mut assess = command("assess small.csv --as-of 2023-11-15 --format jsonl -o").unwrap();
    assess.arg(&file).assert().success();
    let asked = "assess small.csv --as-of 2023-11-15 --format jsonl";
    assert_eq!(fs::read_to_string(&file).unwrap(), run(asked).unwrap().out);
}

#[test]
fn without_a_file_and_a_format_it_is_a_table() {
    let plain = run("assess small.csv --as-of 2023-11-15").unwrap();
    let table = run("assess small.csv --as-of 2023-11-15 --format table").unwrap();
    assert_eq!(plain.out, table.out);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let ran = run("assess small.csv --as-of 2023-11-15 --output nowhere/result.csv").unwrap();
    assert_eq!(ran.exit, Some(2));
    assert!(ran.told.starts_with("qiaolian: `nowhere/result.csv`："), "{}", ran.told);
}
