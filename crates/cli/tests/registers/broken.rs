//! What each broken register comes to: exit status, rows, problems, or why it can't be read.

use serde_json::Value;

use crate::manifest::{Problem, broken_folder, manifest};
use crate::run::{Ran, assess, list};

/// The problems of the rejected rows.
fn problems(ran: &Ran) -> Vec<Problem> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let of_row = |row: &Value| {
        let number = row["row"].as_u64().unwrap_or_default();
        let problems = list(row, "problems").iter();
        let problem = move |problem: &Value| Problem {
            row: number,
            column: text(&problem["column"]),
            code: text(&problem["code"]),
        };
        problems.map(problem).collect::<Vec<_>>()
    };
    list(&ran.output, "rejected").iter().flat_map(of_row).collect()
}

/// The code at the end of the line that says why a command couldn't run.
fn run_error(ran: &Ran) -> Option<&str> {
    let last = ran.told.lines().last()?.strip_suffix(']')?;
    last.starts_with("qiaolian: ").then(|| last.rsplit('[').next())?
}

#[test]
fn each_broken_register_ends_as_the_manifest_says() {
    let mut wrong = Vec::new();
    for broken in manifest().unwrap() {
        let ran = assess(&broken_folder().join(&broken.file), &[]).unwrap();
        let rows = ["read", "assessed", "rejected", "skipped"];
        let found = (ran.exit, rows.map(|rows| ran.receipt[rows].as_u64()), problems(&ran));
        let rows = [broken.read, broken.assessed, broken.rejected, broken.skipped];
        let expected = (Some(broken.exit), rows, broken.problems);
        if found != expected {
            wrong.push(format!("{}: found {found:?}\n  expected {expected:?}", broken.file));
        }
        if run_error(&ran) != broken.run_error.as_deref() {
            wrong.push(format!("{}: {:?} {}", broken.file, broken.run_error, ran.told));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_read_is_assessed_rejected_or_skipped() {
    for broken in manifest().unwrap().into_iter().filter(|broken| broken.read.is_some()) {
        let ran = assess(&broken_folder().join(&broken.file), &[]).unwrap();
        let rows = |name: &str| ran.receipt[name].as_u64().unwrap();
        assert_eq!(rows("read"), rows("assessed") + rows("rejected") + rows("skipped"));
        assert_eq!(list(&ran.output, "determinations").len() as u64, rows("assessed"));
        assert_eq!(list(&ran.output, "rejected").len() as u64, rows("rejected"));
        assert_eq!(ran.output["receipt"], ran.receipt, "{}", broken.file);
    }
}

#[test]
fn a_register_that_cannot_be_read_leaves_no_receipt_and_no_output() {
    for broken in manifest().unwrap().into_iter().filter(|broken| broken.run_error.is_some()) {
        let ran = assess(&broken_folder().join(&broken.file), &[]).unwrap();
        assert_eq!((ran.output, ran.receipt), (Value::Null, Value::Null), "{}", broken.file);
    }
}

#[test]
fn the_good_rows_of_a_register_are_assessed_whatever_the_bad_ones_are() {
    let ran = assess(&broken_folder().join("numbers.csv"), &[]).unwrap();
    let rows: Vec<u64> = list(&ran.output, "determinations")
        .iter()
        .map(|found| found["row"].as_u64().unwrap())
        .collect();
    assert_eq!(rows, [1, 5, 9, 10, 12]);
}
