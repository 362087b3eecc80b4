//! The receipt: what was read, by which policy under which readings.

use std::fs;

use serde_json::{Value, json};
use tempfile::NamedTempFile;

use crate::run::{Result, command, json as one_object, registers};

fn receipt(arguments: &str) -> Result<Value> {
    let file = NamedTempFile::new()?;
    command(&format!("assess {arguments} --as-of 2023-11-15 --format jsonl --receipt"))?
        .arg(file.path())
        .output()?;
    Ok(serde_json::from_str(&fs::read_to_string(file.path())?)?)
}

/// Digests of the registers' bytes, as `sha256sum` gives them.
const SMALL: &str = "sha256:52addb55f7dee858bbcda2a11f0d9fd8231a11595841c911e3f4787bc8d2975c";

#[test]
fn a_receipt_has_the_fields_of_the_contract_in_their_order() {
    let found = receipt("small.csv --set at_least=exclusive --due-soon 30").unwrap();
    let policy = found["policy_digest"].clone();
    let plan = found["plan_digest"].clone();
    for digest in [&policy, &plan] {
        let hex = digest.as_str().unwrap().strip_prefix("sha256:").unwrap();
        assert!(hex.len() == 64 && hex.bytes().all(|digit| digit.is_ascii_hexdigit()), "{hex}");
    }
    let expected = json!({
        "policy": "yuxi-2020@1.0.0",
        "policy_digest": policy,
        "plan_digest": plan,
        "as_of": "2023-11-15",
        "due_soon_days": 30,
        "readings": {
            "at_least": "exclusive",
            "unit_threshold": "all",
            "counted": "all_three",
            "township_30_to_99": "may",
            "lesser_forms": "lesser",
            "joint_forms": "full",
            "unit_below_threshold": "may",
            "zero_count": "none",
            "before_day": "inclusive",
            "due_on_rest_day": "literal",
            "daying": "530402004002",
            "county_presumption": "presumed"
        },
        "read": 22,
        "assessed": 22,
        "rejected": 0,
        "skipped": 0,
        "input_digest": SMALL,
        "library": concat!("qiaolian ", env!("CARGO_PKG_VERSION")),
    });
    assert_eq!(found.to_string(), expected.to_string());
}

#[test]
fn the_receipt_in_the_one_object_is_the_one_that_is_written() {
    let whole = one_object("assess small.csv --as-of 2023-11-15 --format json").unwrap();
    assert_eq!(whole["receipt"], receipt("small.csv").unwrap());
}

#[test]
fn the_digest_is_of_the_registers_bytes_wherever_they_come_from() {
    let file = NamedTempFile::new().unwrap();
    let mut assess = command("assess - --as-of 2023-11-15 --receipt").unwrap();
    assess.arg(file.path()).write_stdin(fs::read(registers().join("small.csv")).unwrap());
    assess.assert().success();
    let found: Value = serde_json::from_slice(&fs::read(file.path()).unwrap()).unwrap();
    assert_eq!(found["input_digest"], SMALL);
}

#[test]
fn receipts_of_one_register_differ_only_in_what_was_asked() {
    let one = receipt("small.csv").unwrap();
    let other = receipt("small.csv --set zero_count=may").unwrap();
    let differing: Vec<&String> = one
        .as_object()
        .unwrap()
        .iter()
        .filter(|(field, value)| &other[field.as_str()] != *value)
        .map(|(field, _)| field)
        .collect();
    assert_eq!(differing, ["readings"]);
}

#[test]
fn the_built_in_list_and_skipped_rows_have_receipts_too() {
    let found = receipt("").unwrap();
    assert_eq!((&found["read"], &found["assessed"]), (&803.into(), &803.into()));
    let found = receipt("broken/blank-and-total-rows.csv").unwrap();
    let rows = ["read", "assessed", "rejected", "skipped"].map(|rows| found[rows].as_u64());
    assert_eq!(rows, [Some(8), Some(2), Some(1), Some(5)]);
}
