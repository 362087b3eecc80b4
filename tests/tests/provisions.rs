//! Nothing of the plan is left out: the provision list against an outline written by hand, each
//! clause carried by rules or guidance that says why, and no rule that carries guidance.

use std::collections::BTreeMap;

use qiaolian::{ClauseEntry, Policy};
use qiaolian_tests::{policy_of, vector_files};

/// The plan's outline, written by hand: each provision with what each of its clauses is about.
const OUTLINE: [(&str, &str); 23] = [
    ("0", "principle"),
    ("1.1", "principle"),
    ("1.2.1", "principle"),
    ("1.2.2", "principle"),
    ("1.2.3", "principle"),
    ("1.2.4", "principle"),
    ("1.2.5", "principle"),
    ("1.3", "principle target target target"),
    ("2.0", "eligibility eligibility eligibility eligibility eligibility principle"),
    (
        "2.1",
        "eligibility responsibility procedure procedure procedure procedure responsibility \
         responsibility deadline",
    ),
    (
        "2.2",
        "eligibility procedure procedure eligibility responsibility responsibility deadline deadline",
    ),
    ("2.3", "eligibility eligibility eligibility responsibility responsibility deadline"),
    ("3.0", "principle"),
    ("3.1", "principle procedure procedure procedure procedure procedure procedure procedure"),
    ("3.2", "principle eligibility registration registration registration registration"),
    (
        "3.3",
        "leadership leadership leadership leadership leadership leadership leadership leadership \
         leadership",
    ),
    ("3.4", "principle platform platform platform platform platform platform"),
    ("3.5", "safeguard safeguard safeguard safeguard safeguard safeguard"),
    ("4", "responsibility leadership leadership"),
    ("5.1", "principle reporting procedure"),
    ("5.2", "principle principle principle"),
    ("5.3", "procedure principle"),
    ("5.4", "responsibility reporting"),
];

/// How many clauses of the plan are about what.
const OF_EACH_KIND: [(&str, usize); 11] = [
    ("deadline", 4),
    ("eligibility", 12),
    ("leadership", 11),
    ("platform", 6),
    ("principle", 18),
    ("procedure", 15),
    ("registration", 4),
    ("reporting", 2),
    ("responsibility", 9),
    ("safeguard", 6),
    ("target", 3),
];

fn clauses() -> Vec<ClauseEntry> {
    let provisions = Policy::yuxi_2020().provisions();
    provisions.into_iter().flat_map(|provision| provision.clauses).collect()
}

#[test]
fn every_provision_of_the_plan_is_listed_with_all_of_its_clauses() {
    let listed: Vec<(String, String)> = Policy::yuxi_2020()
        .provisions()
        .into_iter()
        .map(|provision| {
            let kinds = provision.clauses.iter().map(|clause| clause.kind.code());
            (provision.id, kinds.collect::<Vec<_>>().join(" "))
        })
        .collect();
    let outline = OUTLINE.map(|(id, kinds)| (id.to_owned(), kinds.to_owned()));
    assert_eq!(listed, outline);
    let mut of_each = BTreeMap::new();
    for clause in clauses() {
        *of_each.entry(clause.kind.code()).or_default() += 1;
    }
    assert_eq!(of_each, BTreeMap::from(OF_EACH_KIND));
    assert_eq!(of_each.values().sum::<usize>(), 90);
}

#[test]
fn every_clause_is_numbered_within_its_provision() {
    for provision in Policy::yuxi_2020().provisions() {
        for (number, clause) in (1..).zip(&provision.clauses) {
            assert_eq!(clause.id, format!("{}#{number}", provision.id));
        }
    }
}

#[test]
fn every_clause_says_what_it_is_in_both_languages_and_guidance_says_why() {
    for policy in ["yuxi-2020", "beijing-universities"] {
        for provision in Policy::named(policy).unwrap().provisions() {
            for clause in provision.clauses {
                assert!(!clause.text.zh.is_empty() && !clause.text.en.is_empty(), "{}", clause.id);
                assert_eq!(clause.why.is_none(), clause.computable, "{}", clause.id);
                let why = clause.why.unwrap_or_else(|| clause.text.clone());
                assert!(!why.zh.is_empty() && !why.en.is_empty(), "{}", clause.id);
            }
        }
    }
}

#[test]
fn every_clause_is_carried_by_a_rule_or_is_guidance() {
    let bare = clauses().into_iter().filter(|clause| clause.computable && clause.rules.is_empty());
    assert_eq!(
        bare.map(|clause| clause.id).collect::<Vec<_>>(),
        [""; 0],
        "neither rule nor guidance"
    );
}

#[test]
fn a_rule_carries_clauses_that_the_document_has_and_no_guidance() {
    for policy in ["yuxi-2020", "beijing-universities"] {
        let policy = Policy::named(policy).unwrap();
        let provisions = policy.provisions();
        let clauses: BTreeMap<&str, &ClauseEntry> = provisions
            .iter()
            .flat_map(|provision| &provision.clauses)
            .map(|clause| (clause.id.as_str(), clause))
            .collect();
        for rule in policy.rules() {
            for clause in &rule.clauses {
                let known = clauses.get(clause.as_str()).copied();
                let known = known.unwrap_or_else(|| panic!("{}: no {clause}", rule.id.code()));
                assert!(known.computable, "{} carries {clause}, guidance", rule.id.code());
                assert!(known.rules.contains(&rule.id), "{} and {clause}", rule.id.code());
            }
        }
    }
}

#[test]
fn every_rule_of_the_plan_carries_a_clause() {
    for rule in Policy::yuxi_2020().rules() {
        assert!(!rule.clauses.is_empty(), "{}", rule.id.code());
        assert!(!rule.label.zh.is_empty() && !rule.label.en.is_empty(), "{}", rule.id.code());
    }
}

#[test]
fn a_step_of_a_trace_rests_on_a_clause_that_its_rule_carries() {
    let mut seen = 0;
    for (_, file) in vector_files().unwrap() {
        let policy = policy_of(&file).unwrap();
        for vector in &file.vectors {
            let readings = vector.readings.iter().map(|(reading, choice)| (&**reading, &**choice));
            let carried: BTreeMap<_, _> = policy
                .with_readings(readings)
                .unwrap()
                .rules()
                .into_iter()
                .map(|rule| (rule.id.code(), rule.clauses))
                .collect();
            for step in vector.determination(&policy).unwrap().trace {
                if let Some(clause) = step.clause {
                    let rule = step.rule.code();
                    assert!(carried[rule].contains(&clause), "{}: {rule}, {clause}", vector.id);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}
