//! Workbooks as offices make them, with titles, merged cells, sums and names as people say them: they
//! go in without being touched, and each row comes to what was written beside it by hand.

use std::path::PathBuf;

use csv::StringRecord;
use qiaolian_tests::folder;
use serde_json::Value;

use crate::run::{Ran, assess, list};

/// The workbooks by name, each `.xlsx` with what is expected in a `.csv` beside it.
const BOOKS: [&str; 3] = ["eshan-villages", "tonghai-units", "city-summary"];

/// The register's own column that comes back with each row.
const NOTE: &str = "备注";

/// What stands for a row that is passed over.
const SKIPPED: &str = "skipped";

fn file(name: &str, ending: &str) -> PathBuf {
    folder().join("registers/messy").join(name).with_extension(ending)
}

/// The rows of a file of expectations, its header first.
fn rows(name: &str) -> Result<Vec<StringRecord>, csv::Error> {
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).from_path(file(name, "csv"))?.records().collect()
}

/// A field of a determination as a file of expectations has it; the line isn't one of its fields.
fn field(found: &Value, name: &str) -> String {
    let of = if name == NOTE { found.get("extra") } else { Some(found) };
    match of.and_then(|of| of.get(name)) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(members)) => {
            members.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(";")
        }
        Some(other @ (Value::Bool(_) | Value::Number(_) | Value::Object(_))) => other.to_string(),
    }
}

fn assessed(name: &str) -> Result<Ran, Box<dyn std::error::Error>> {
    assess(&file(name, "xlsx"), &[])
}

#[test]
fn a_messy_workbook_goes_in_without_being_touched() {
    for name in BOOKS {
        let ran = assessed(name).unwrap();
        assert_eq!(ran.exit, Some(0), "{name}: {}", ran.told);
        assert_eq!(list(&ran.output, "rejected"), [Value::Null; 0], "{name}");
        let expected = rows(name).unwrap();
        let skipped = expected.iter().filter(|row| &row[2] == SKIPPED).count();
        assert_eq!(ran.receipt["read"], expected.len() - 1, "{name}");
        assert_eq!(ran.receipt["skipped"], skipped, "{name}");
    }
}

#[test]
fn each_row_of_a_messy_workbook_is_the_place_and_the_answer_written_beside_it() {
    for name in BOOKS {
        let expected = rows(name).unwrap();
        let header = &expected[0];
        let ran = assessed(name).unwrap();
        let found = list(&ran.output, "determinations");
        let answered: Vec<_> = expected[1..].iter().filter(|row| &row[2] != SKIPPED).collect();
        assert_eq!(found.len(), answered.len(), "{name}");
        for (found, row) in found.iter().zip(answered) {
            for (field_name, expected) in header.iter().zip(row).filter(|(name, _)| *name != "line")
            {
                assert_eq!(field(found, field_name), *expected, "{name} {row:?} {field_name}");
            }
        }
    }
}

/// Lines are the sheet's, and rows are counted below the header, which has one line or two.
#[test]
fn a_row_of_a_messy_workbook_that_is_refused_is_told_by_its_line_of_the_sheet() {
    for name in BOOKS {
        let kept = tempfile::tempdir().unwrap();
        let rejects = kept.path().join("rejects.jsonl");
        // Under a policy of another city every row with a place is refused.
        let policy = folder().join("packs/made-up");
        let more = ["--policy", policy.to_str().unwrap(), "--rejects", rejects.to_str().unwrap()];
        let ran = assess(&file(name, "xlsx"), &more).unwrap();
        assert_eq!(ran.exit, Some(1), "{name}: {}", ran.told);
        let expected = rows(name).unwrap();
        for rejected in list(&ran.output, "rejected") {
            let row = rejected["row"].as_u64().unwrap().to_string();
            let line = rejected["line"].as_u64().unwrap().to_string();
            assert!(expected.iter().any(|of| of[0] == row && of[1] == line), "{row} {line}");
        }
    }
}
