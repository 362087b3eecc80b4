//! The shared vectors in Rust: strict equality of every field.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;

use qiaolian::Policy;
use qiaolian_tests::{EXPECTED, Vector, determinations_of, policy_of, vector_files};
use serde_json::Value;

/// How many vectors there are. A file that is left out or not read changes it.
const VECTORS: usize = 717;

fn each(mut check: impl FnMut(&Policy, &Vector)) -> Result<(), Box<dyn Error>> {
    let mut count = 0;
    for (_, file) in vector_files()? {
        let policy = policy_of(&file)?;
        for vector in &file.vectors {
            check(&policy, vector);
            count += 1;
        }
    }
    assert_eq!(count, VECTORS);
    Ok(())
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
    })
    .unwrap();
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
    })
    .unwrap();
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
    })
    .unwrap();
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
    })
    .unwrap();
    assert_eq!(duties.len(), qiaolian::Duty::ALL.len() + 1, "{duties:?}");
    assert_eq!(fulfilments.len(), qiaolian::Fulfilment::ALL.len(), "{fulfilments:?}");
    assert_eq!(statuses.len(), qiaolian::Status::ALL.len(), "{statuses:?}");
}

/// Readings that move the date of a report: no answer hangs on them.
const ONLY_A_REPORT: [(&str, &str); 2] = [("yuxi-2020", "before_day"), ("made-up", "ledger_day")];

#[test]
fn each_choice_of_each_reading_decides_some_vector_and_leaves_another_alone() {
    let mut seen = BTreeSet::new();
    let mut choices = BTreeSet::new();
    each(|policy, vector| {
        let id = policy.core().rulebook().document.id.clone();
        let decisive = vector.expect["decisive_readings"].as_array().unwrap();
        for (reading, choice) in &vector.readings {
            let decides = decisive.contains(&Value::from(reading.as_str()));
            seen.insert((id.clone(), reading.clone(), choice.clone(), decides));
        }
        for reading in policy.readings() {
            for choice in reading.choices.iter().filter(|choice| choice.id != reading.default) {
                choices.insert((id.clone(), reading.id.clone(), choice.id.clone()));
            }
        }
    })
    .unwrap();
    assert_eq!(choices.len(), 12 + 16 + 9);
    for (policy, reading, choice) in choices {
        let is_of_a_report = ONLY_A_REPORT.contains(&(policy.as_str(), reading.as_str()));
        for decides in [true, false] {
            let vector = (policy.clone(), reading.clone(), choice.clone(), decides);
            assert_eq!(seen.contains(&vector), !(is_of_a_report && decides), "{vector:?}");
        }
    }
}

/// Each rule of a trace with each way it can end. Yuxi's plan gives all but one: there a presumption
/// meets one possible outcome only, so that it always settles whether the form fulfils.
#[test]
fn each_rule_ends_in_each_way_it_can_in_some_vector() {
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    each(|policy, vector| {
        let found = serde_json::to_value(vector.determination(policy).unwrap()).unwrap();
        for step in found["trace"].as_array().unwrap() {
            let holds = &step["holds"];
            let end = holds.as_str().map_or_else(|| holds.to_string(), str::to_owned);
            seen.insert((step["rule"].as_str().unwrap().to_owned(), end));
        }
    })
    .unwrap();
    let expected: BTreeSet<(String, String)> = [
        ("kind", &["true"][..]),
        ("key_area", &["true", "false"]),
        ("listed_place", &["true", "false"]),
        ("count", &["true", "false", "unknown"]),
        ("conditions_met", &["true", "false", "unknown"]),
        ("existing_form", &["true", "false", "unknown"]),
        ("presumption", &["true", "false", "unknown"]),
        ("established_on", &["true", "false"]),
        ("exception_agreed", &["true", "false", "unknown"]),
        ("due", &["true", "false"]),
    ]
    .into_iter()
    .flat_map(|(rule, ends)| ends.iter().map(move |end| (rule.to_owned(), (*end).to_owned())))
    .collect();
    assert_eq!(seen, expected);
    assert_eq!(seen.len(), 24);
}
