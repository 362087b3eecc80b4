//! The shared vectors in Rust: strict equality of every field.

use std::collections::BTreeSet;
use std::fs;

use qiaolian::Policy;
use qiaolian_tests::{EXPECTED, Vector, determinations_of, policy_of, vector_files};
use serde_json::Value;

/// How many vectors there are. A file that is left out or not read changes it.
const VECTORS: usize = 421;

fn each(mut check: impl FnMut(&Policy, &Vector)) {
    let mut count = 0;
    for (_, file) in vector_files().unwrap() {
        let policy = policy_of(&file).unwrap();
        for vector in &file.vectors {
            check(&policy, vector);
            count += 1;
        }
    }
    assert_eq!(count, VECTORS);
}

#[test]
fn every_field_written_by_hand_is_what_the_library_says() {
    let mut wrong = Vec::new();
    each(|policy, vector| {
        let found = serde_json::to_value(vector.determination(policy).unwrap()).unwrap();
        let fields: Vec<&str> = vector.expect.keys().map(String::as_str).collect();
        let expected: BTreeSet<&str> = EXPECTED.into_iter().collect();
        assert_eq!(fields, expected.into_iter().collect::<Vec<_>>(), "{}", vector.id);
        for (field, expected) in &vector.expect {
            if &found[field] != expected {
                wrong.push(format!(
                    "{}: {field}: found {}, expected {expected}",
                    vector.id, found[field]
                ));
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn whole_determinations_are_the_same_to_the_byte() {
    let bless = std::env::var_os("QIAOLIAN_BLESS").is_some();
    for (path, file) in vector_files().unwrap() {
        let policy = policy_of(&file).unwrap();
        let lines = file.vectors.iter().map(|vector| {
            serde_json::to_string(&vector.determination(&policy).unwrap()).unwrap() + "\n"
        });
        let found: String = lines.collect();
        let golden = determinations_of(&path);
        if bless {
            fs::write(&golden, &found).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap();
        for (found, expected) in found.lines().zip(expected.lines()) {
            assert_eq!(found, expected);
        }
        assert_eq!(found, expected, "{}", golden.display());
    }
}

#[test]
fn each_vector_has_an_id_of_its_own_and_says_what_it_shows() {
    let mut ids = BTreeSet::new();
    let mut shown = BTreeSet::new();
    each(|_, vector| {
        assert!(ids.insert(vector.id.clone()), "{} twice", vector.id);
        assert!(shown.insert(vector.shows.en.clone()), "{}: {} twice", vector.id, vector.shows.en);
        assert!(!vector.shows.zh.is_empty(), "{}", vector.id);
    });
}

#[test]
fn each_vector_cites_clauses_that_the_document_has() {
    each(|policy, vector| {
        let provisions = policy.provisions();
        let known: BTreeSet<&str> = provisions
            .iter()
            .flat_map(|provision| provision.clauses.iter().map(|clause| clause.id.as_str()))
            .collect();
        assert!(!vector.provisions.is_empty(), "{}", vector.id);
        for clause in &vector.provisions {
            assert!(known.contains(clause.as_str()), "{}: {clause}", vector.id);
        }
    });
}

#[test]
fn each_duty_fulfilment_and_status_is_shown_by_some_vector() {
    let (mut duties, mut fulfilments, mut statuses) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    each(|_, vector| {
        let text = |field: &str| vector.expect[field].as_str().unwrap_or_default().to_owned();
        duties.insert(text("duty"));
        fulfilments.insert(text("fulfilment"));
        statuses.insert(text("status"));
    });
    assert_eq!(duties.len(), qiaolian::Duty::ALL.len() + 1, "{duties:?}");
    assert_eq!(fulfilments.len(), qiaolian::Fulfilment::ALL.len(), "{fulfilments:?}");
    assert_eq!(statuses.len(), qiaolian::Status::ALL.len(), "{statuses:?}");
}

#[test]
fn each_reading_changes_an_answer_in_some_vector_and_leaves_it_in_another() {
    let policy = Policy::yuxi_2020();
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    each(|_, vector| {
        seen.extend(
            vector.readings.iter().map(|(reading, choice)| (reading.clone(), choice.clone())),
        );
    });
    for reading in policy.readings() {
        for choice in reading.choices.iter().filter(|choice| choice.id != reading.default) {
            assert!(
                seen.contains(&(reading.id.clone(), choice.id.clone())),
                "{}={}",
                reading.id,
                choice.id
            );
        }
    }
}

/// Each rule of a trace with each way it can end, as far as Yuxi's plan gives them.
#[test]
fn each_rule_ends_in_each_way_it_can_in_some_vector() {
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    each(|policy, vector| {
        let found = serde_json::to_value(vector.determination(policy).unwrap()).unwrap();
        for step in found["trace"].as_array().unwrap() {
            let holds = match &step["holds"] {
                Value::Bool(holds) => holds.to_string(),
                other => other.as_str().unwrap().to_owned(),
            };
            seen.insert((step["rule"].as_str().unwrap().to_owned(), holds));
        }
    });
    let expected: BTreeSet<(String, String)> = [
        ("kind", &["true"][..]),
        ("key_area", &["true", "false"]),
        ("listed_place", &["true", "false"]),
        ("count", &["true", "false", "unknown"]),
        ("conditions_met", &["true", "false", "unknown"]),
        ("existing_form", &["true", "false", "unknown"]),
        ("presumption", &["true", "false"]),
        ("established_on", &["true", "false"]),
        ("exception_agreed", &["true", "false", "unknown"]),
        ("due", &["true", "false"]),
    ]
    .into_iter()
    .flat_map(|(rule, ends)| ends.iter().map(move |end| (rule.to_owned(), (*end).to_owned())))
    .collect();
    assert_eq!(seen, expected);
    assert_eq!(seen.len(), 23);
}
