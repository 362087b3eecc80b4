//! Every cell of office, registration, full-time person, all part-time and section, known or not, as
//! `make_leadership_cells.py` writes it from the specification.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use chrono::NaiveDate;
use qiaolian::Policy;
use qiaolian_core::checks::Check;
use qiaolian_tests::checks::{Answer, answer};
use qiaolian_tests::folder;
use serde_json::{Value, json};

/// Three states of five facts.
const CELLS: usize = 3 * 3 * 3 * 3 * 3;

/// A cell, its facts and outcomes by column.
type Cell = BTreeMap<String, String>;

fn cells() -> Result<Vec<Cell>, csv::Error> {
    let path = folder().join("vectors/yuxi-2020/checks/leadership-cells.csv");
    csv::Reader::from_path(path)?.deserialize().collect()
}

fn known(state: &str) -> Value {
    match state {
        "yes" => Value::from(true),
        "no" => Value::from(false),
        _ => Value::Null,
    }
}

/// A county with a federation, which didn't strive for more posts, in the state of a cell.
fn case(cell: &Cell, is_key: bool, section: &str) -> Value {
    let section = match cell["section"].as_str() {
        "yes" => Value::from(section),
        "no" => Value::from("none"),
        _ => Value::Null,
    };
    json!({
        "subject": {"name": "红塔区", "kind": "county", "existing_form": "federation"},
        "leadership": {
            "key_work_county": is_key,
            "more_posts_sought": false,
            "suitable_full_time_candidate": known(&cell["full_time_candidate"]),
            "all_part_time": known(&cell["all_part_time"]),
            "section": section,
        },
        "office": {"approved": known(&cell["office"]), "registered": known(&cell["registered"])},
    })
}

fn found(input: &Value) -> Result<Answer, Box<dyn Error>> {
    let day = NaiveDate::from_ymd_opt(2023, 11, 15).ok_or("no day")?;
    answer(&Policy::yuxi_2020(), Check::Leadership, input, day)
}

#[test]
fn there_is_a_line_for_each_cell_and_none_twice() {
    const FACTS: [&str; 5] =
        ["office", "registered", "full_time_candidate", "all_part_time", "section"];
    let cells = cells().unwrap();
    let keys: BTreeSet<Vec<&str>> =
        cells.iter().map(|cell| FACTS.map(|fact| cell[fact].as_str()).to_vec()).collect();
    assert_eq!((cells.len(), keys.len()), (CELLS, CELLS));
    let states: BTreeSet<&str> = keys.into_iter().flatten().collect();
    assert_eq!(states, BTreeSet::from(["no", "unknown", "yes"]));
}

#[test]
fn every_cell_is_decided_as_the_table_says() {
    let mut wrong = Vec::new();
    for cell in cells().unwrap() {
        for (is_key, ending) in [(true, "key"), (false, "other")] {
            // Set up for it or designated for it: a section is a section.
            for section in ["set_up", "designated"] {
                let answer = found(&case(&cell, is_key, section)).unwrap();
                for (rule, column) in [
                    ("all_part_time", "all_part_time_outcome".to_owned()),
                    ("daily_work_section", "daily_work_section_outcome".to_owned()),
                    ("more_posts", format!("more_posts_{ending}")),
                    ("mixed_leadership", format!("mixed_leadership_{ending}")),
                ] {
                    let outcomes: Vec<&str> = answer
                        .findings()
                        .into_iter()
                        .filter(|(_, finding)| finding.rule.code() == rule)
                        .map(|(_, finding)| finding.outcome.code())
                        .collect();
                    if outcomes != [cell[&column].as_str()] {
                        wrong.push(format!("{rule}: found {outcomes:?}: {cell:?}"));
                    }
                }
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// What a cell that isn't decided names as missing is what the cell doesn't know.
#[test]
fn an_undecided_cell_names_facts_that_it_does_not_know() {
    const PATHS: [(&str, &str); 5] = [
        ("office", "office.approved"),
        ("registered", "office.registered"),
        ("full_time_candidate", "leadership.suitable_full_time_candidate"),
        ("all_part_time", "leadership.all_part_time"),
        ("section", "leadership.section"),
    ];
    for cell in cells().unwrap() {
        let answer = found(&case(&cell, true, "set_up")).unwrap();
        for (_, finding) in answer.findings() {
            for path in &finding.missing {
                let fact = PATHS.iter().find(|(_, known)| known == path);
                let is_known = fact.is_some_and(|(fact, _)| cell[*fact] != "unknown");
                assert!(!is_known, "{path} of {:?}: {cell:?}", finding.rule);
            }
        }
    }
}
