//! The shared vectors in Rust: strict equality of what they tell, and of the bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;

use qiaolian::Policy;
use qiaolian_tests::checks::{
    CheckVector, check_vector_files, differences, findings_of, report_differences,
};

/// How many vectors there are. A file that is left out or not read changes it.
const VECTORS: usize = 223;

fn each(mut check: impl FnMut(&Policy, &CheckVector)) -> Result<(), Box<dyn Error>> {
    let mut count = 0;
    for (_, file) in check_vector_files()? {
        let policy = Policy::named(&file.policy)?;
        for vector in &file.vectors {
            check(&policy, vector);
            count += 1;
        }
    }
    assert_eq!(count, VECTORS);
    Ok(())
}

#[test]
fn every_finding_written_by_hand_is_what_the_library_finds() {
    let mut wrong = Vec::new();
    each(|policy, vector| {
        let found = vector.answer(policy);
        let found = found.unwrap_or_else(|error| panic!("{}: {error}", vector.name));
        let mut differences = differences(&vector.expect, &found).unwrap();
        differences.extend(report_differences(&vector.report, &found).unwrap());
        wrong.extend(differences.into_iter().map(|line| format!("{}\n  {line}", vector.name)));
    })
    .unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn whole_findings_are_the_same_to_the_byte() {
    let bless = std::env::var_os("QIAOLIAN_BLESS").is_some();
    for (path, file) in check_vector_files().unwrap() {
        let policy = Policy::named(&file.policy).unwrap();
        let lines = file
            .vectors
            .iter()
            .map(|vector| serde_json::to_string(&vector.answer(&policy).unwrap()).unwrap() + "\n");
        let found: String = lines.collect();
        let golden = findings_of(&path);
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
fn each_file_holds_the_vectors_of_one_check_and_each_name_is_its_own() {
    let mut names = BTreeSet::new();
    for (path, file) in check_vector_files().unwrap() {
        for vector in file.vectors {
            assert_eq!(path.file_stem().unwrap(), vector.check.code(), "{}", vector.name);
            assert!(!vector.expect.is_empty(), "{}", vector.name);
            assert!(names.insert(vector.name.clone()), "{} twice", vector.name);
        }
    }
}

#[test]
fn each_expected_finding_tells_rule_clause_and_outcome_and_cites_a_clause_of_the_rule() {
    each(|policy, vector| {
        let rules = policy.rules();
        for expected in &vector.expect {
            let text = |field: &str| expected.fields.get(field).and_then(|value| value.as_str());
            let rule = rules.iter().find(|rule| Some(rule.id.code()) == expected.rule());
            let rule = rule.unwrap_or_else(|| panic!("{}: {expected:?}", vector.name));
            assert_eq!(rule.check, Some(vector.check), "{}: {expected:?}", vector.name);
            let clause = text("provision").unwrap_or_default();
            assert!(rule.clauses.iter().any(|known| known == clause), "{}: {clause}", vector.name);
            let outcome = text("outcome").unwrap_or_default();
            let can = rule.outcomes.iter().any(|known| known.code() == outcome);
            assert!(can, "{}: {outcome}", vector.name);
            let says_what_is_missing = expected.fields.contains_key("missing");
            assert_eq!(says_what_is_missing, outcome == "unknown", "{}", vector.name);
        }
    })
    .unwrap();
}

/// Not of what was written by hand alone.
#[test]
fn each_finding_cites_a_clause_of_its_rule() {
    each(|policy, vector| {
        let rules = policy.rules();
        for (_, finding) in vector.answer(policy).unwrap().findings() {
            let rule = rules.iter().find(|rule| rule.id.code() == finding.rule.code()).unwrap();
            let (clause, name) = (&finding.provision, &vector.name);
            assert!(rule.clauses.contains(clause), "{name}: {} cites {clause}", rule.id.code());
        }
    })
    .unwrap();
}

/// Each rule in each outcome that it can have, among what was written by hand.
#[test]
fn each_rule_is_shown_in_each_outcome_that_it_can_have() {
    let mut shown: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    each(|_, vector| {
        for expected in &vector.expect {
            let outcome = expected.fields["outcome"].as_str().unwrap_or_default();
            let rule = expected.rule().unwrap_or_default().to_owned();
            shown.entry(rule).or_default().insert(outcome.to_owned());
        }
    })
    .unwrap();
    let rules = Policy::yuxi_2020().rules();
    let of_checks = rules.iter().filter(|rule| rule.check.is_some());
    let can: BTreeMap<String, BTreeSet<String>> = of_checks
        .map(|rule| {
            let outcomes = rule.outcomes.iter().map(|outcome| outcome.code().to_owned());
            (rule.id.code().to_owned(), outcomes.collect())
        })
        .collect();
    assert_eq!(shown, can);
}
