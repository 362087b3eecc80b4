//! CSV: one column a field of the determination, in its order, without reason and trace.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::run::{Result, lines, run};

const BOTH: [&str; 2] = ["small.csv", "yuxi-made-up.csv"];

/// A row of CSV by its headers.
type Row = BTreeMap<String, String>;

/// The header and the rows of a register's answers.
fn csv(register: &str, more: &str) -> Result<(Vec<String>, Vec<Row>)> {
    let ran = run(&format!("assess {register} --as-of 2023-11-15 --format csv {more}"))?;
    let mut reader = ::csv::Reader::from_reader(ran.out.as_bytes());
    let header = reader.headers()?.iter().map(str::to_owned).collect();
    let rows = reader.deserialize().collect::<std::result::Result<_, _>>()?;
    Ok((header, rows))
}

/// A value of a determination as CSV has it: lists joined, pairs with an equals sign, null blank.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(members) => members.iter().map(cell).collect::<Vec<_>>().join(";"),
        Value::Object(pairs) => {
            let pairs = pairs.iter().map(|(name, value)| format!("{name}={}", cell(value)));
            pairs.collect::<Vec<_>>().join(";")
        }
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

#[test]
fn the_header_is_the_determinations_keys_in_their_order() {
    for register in BOTH {
        let (header, _) = csv(register, "").unwrap();
        let object =
            &lines(&format!("assess {register} --as-of 2023-11-15 --format jsonl")).unwrap()[0];
        let mut keys: Vec<String> = object.as_object().unwrap().keys().cloned().collect();
        keys.retain(|key| !["reason", "trace", "extra"].contains(&key.as_str()));
        if register == "yuxi-made-up.csv" {
            keys.push("note".to_owned());
        }
        assert_eq!(header, keys);
    }
}

#[test]
fn each_cell_says_what_the_determinations_field_says() {
    let more = "--set at_least=exclusive --set daying=530402007001 --lang en";
    for register in BOTH {
        let (header, rows) = csv(register, more).unwrap();
        let asked = format!("assess {register} --as-of 2023-11-15 --format jsonl {more}");
        let objects = lines(&asked).unwrap();
        assert_eq!(rows.len(), objects.len());
        for (row, object) in rows.iter().zip(&objects) {
            for name in &header {
                let value = if name == "note" { &object["extra"]["note"] } else { &object[name] };
                assert_eq!(row[name], cell(value), "{name} of {object}");
            }
        }
    }
}

#[test]
fn readings_are_told_as_pairs() {
    let (_, rows) = csv("small.csv", "--set daying=530402007001 --set at_least=exclusive").unwrap();
    assert_eq!(rows[0]["readings"], "at_least=exclusive;daying=530402007001");
}

#[test]
fn a_register_without_rows_is_a_header() {
    let (header, rows) = csv("broken/header-only.csv", "").unwrap();
    assert_eq!((header.len(), rows.len()), (27, 0));
}
