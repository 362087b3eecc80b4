//! What people are told of each broken register, word for word, as `broken/messages.json` has it.
//! `QIAOLIAN_BLESS=1` writes the file anew; every change of it is to be read as people would.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;

use qiaolian_resolve::ProblemCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::manifest::{broken_folder, manifest};
use crate::run::{assess, list};

/// All messages.
#[derive(Serialize, Deserialize, PartialEq, Debug, Default)]
struct Messages {
    /// Why a register can't be read, by code and file: the line on standard error.
    run_errors: BTreeMap<String, BTreeMap<String, Both>>,
    /// What is wrong with a row, by code, then by file and row.
    problems: BTreeMap<String, BTreeMap<String, Said>>,
}

/// A text in both languages.
#[derive(Serialize, Deserialize, PartialEq, Debug, Default)]
struct Both {
    zh: String,
    en: String,
}

/// A problem as it is said.
#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Said {
    column: Value,
    value: Value,
    message: Value,
    help: Value,
}

fn messages() -> Result<Messages, Box<dyn Error>> {
    let mut messages = Messages::default();
    for broken in manifest()? {
        let file = broken_folder().join(&broken.file);
        let ran = assess(&file, &[])?;
        if let Some(code) = broken.run_error {
            let both = Both { zh: ran.told, en: assess(&file, &["--lang", "en"])?.told };
            messages.run_errors.entry(code).or_default().insert(broken.file, both);
            continue;
        }
        for row in list(&ran.output, "rejected") {
            for problem in list(row, "problems") {
                let code = problem["code"].as_str().unwrap_or_default().to_owned();
                let said = Said {
                    column: problem["column"].clone(),
                    value: problem["value"].clone(),
                    message: problem["message"].clone(),
                    help: problem["help"].clone(),
                };
                let column = said.column.as_str().unwrap_or_default();
                let row = row["row"].as_u64().unwrap_or_default();
                let place = format!("{} row {row:02} {column}", broken.file);
                messages.problems.entry(code).or_default().insert(place, said);
            }
        }
    }
    Ok(messages)
}

#[test]
fn messages_are_word_for_word_those_that_were_reviewed() {
    let file = broken_folder().join("messages.json");
    let found = messages().unwrap();
    if std::env::var_os("QIAOLIAN_BLESS").is_some() {
        fs::write(&file, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
    }
    let expected: Messages = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    for (code, expected) in &expected.problems {
        for (place, expected) in expected {
            assert_eq!(found.problems.get(code).and_then(|found| found.get(place)), Some(expected));
        }
    }
    assert_eq!(found, expected);
}

#[test]
fn each_problem_that_there_is_is_shown_by_some_broken_register() {
    let found = messages().unwrap();
    let shown: BTreeSet<&str> = found.problems.keys().map(String::as_str).collect();
    let known: BTreeSet<&str> = ProblemCode::ALL.into_iter().map(ProblemCode::code).collect();
    assert_eq!(shown, known);
}
