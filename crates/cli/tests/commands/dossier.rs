//! `dossier`: one place or unit as a whole, as a tree, JSON and a page.

use std::fs;

use qiaolian_tests::folder;
use tempfile::tempdir;

use crate::run::{json, run, run_with};

const VILLAGE: &str = "dossier ../dossiers/village.json --as-of 2023-11-15";
const COUNTY: &str = "dossier ../dossiers/county.json --as-of 2021-06-01";

#[test]
fn what_is_not_met_is_told_by_the_exit_status_and_what_is_not_yet_due_is_not() {
    for format in ["table", "json", "html"] {
        assert_eq!(run(&format!("{VILLAGE} --format {format}")).unwrap().exit, Some(1));
        assert_eq!(run(&format!("{COUNTY} --format {format}")).unwrap().exit, Some(0));
    }
}

#[test]
fn it_reads_a_file_or_standard_input() {
    let case = fs::read_to_string(folder().join("dossiers/county.json")).unwrap();
    let from_file = run(COUNTY).unwrap();
    assert!(from_file.out.starts_with("通海县侨联建设情况单\n"), "{}", from_file.out);
    assert_eq!(from_file.told, "");
    for command in ["dossier - --as-of 2021-06-01", "dossier --as-of 2021-06-01"] {
        assert_eq!(run_with(command, case.as_str()).unwrap().out, from_file.out);
    }
}

#[test]
fn the_output_files_ending_says_the_format() {
    let to = tempdir().unwrap();
    for (name, beginning) in [
        ("a.html", "<!DOCTYPE html>"),
        ("a.HTM", "<!DOCTYPE html>"),
        ("a.json", "{"),
        ("a.txt", "大"),
    ] {
        let path = to.path().join(name);
        let ran = run(&format!("{VILLAGE} --output {}", path.display())).unwrap();
        assert_eq!((ran.exit, ran.out.as_str(), ran.told.as_str()), (Some(1), "", ""));
        assert!(fs::read_to_string(path).unwrap().starts_with(beginning), "{name}");
    }
}

#[test]
fn the_case_is_never_written_over() {
    let to = tempdir().unwrap();
    let case = to.path().join("case.json");
    fs::copy(folder().join("dossiers/village.json"), &case).unwrap();
    let before = fs::read(&case).unwrap();
    let ran = run(&format!("dossier {0} --output {0}", case.display())).unwrap();
    assert_eq!(ran.exit, Some(2));
    assert!(ran.told.contains("[output_is_input]"), "{}", ran.told);
    assert_eq!(fs::read(&case).unwrap(), before);
}

#[test]
fn a_mistake_in_the_case_is_told_with_its_path() {
    let ran = run_with("dossier - --lang en", r#"{"office": {"aproved": true}}"#).unwrap();
    assert_eq!((ran.exit, ran.out.as_str()), (Some(2), ""));
    assert!(ran.told.contains("office") && ran.told.contains("aproved"), "{}", ran.told);
}

#[test]
fn another_reading_is_in_the_answer_and_on_the_page() {
    let asked = format!("{COUNTY} --set county_presumption=unverified");
    let found = json(&format!("{asked} --format json")).unwrap();
    assert_eq!(found["readings"]["county_presumption"], "unverified");
    let page = run(&format!("{asked} --format html")).unwrap().out;
    assert!(page.contains("county_presumption=unverified"), "{page}");
}
