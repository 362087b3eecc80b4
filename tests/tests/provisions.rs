//! Nothing of the plan is left out of the provision list, and what eligibility needs is carried by rules.

use qiaolian::Policy;

/// The plan's outline, written by hand: each provision with its number of clauses.
const OUTLINE: [(&str, usize); 23] = [
    ("0", 1),
    ("1.1", 1),
    ("1.2.1", 1),
    ("1.2.2", 1),
    ("1.2.3", 1),
    ("1.2.4", 1),
    ("1.2.5", 1),
    ("1.3", 4),
    ("2.0", 6),
    ("2.1", 9),
    ("2.2", 8),
    ("2.3", 6),
    ("3.0", 1),
    ("3.1", 8),
    ("3.2", 6),
    ("3.3", 9),
    ("3.4", 7),
    ("3.5", 6),
    ("4", 3),
    ("5.1", 3),
    ("5.2", 3),
    ("5.3", 2),
    ("5.4", 2),
];

#[test]
fn every_provision_of_the_plan_is_listed_with_all_of_its_clauses() {
    let provisions = Policy::yuxi_2020().provisions();
    let listed: Vec<(&str, usize)> =
        provisions.iter().map(|provision| (&*provision.id, provision.clauses.len())).collect();
    assert_eq!(listed, OUTLINE);
    assert_eq!(listed.iter().map(|(_, clauses)| clauses).sum::<usize>(), 90);
}

#[test]
fn every_clause_says_what_it_is_in_both_languages_and_guidance_says_why() {
    for policy in ["yuxi-2020", "beijing-universities"] {
        for provision in Policy::named(policy).unwrap().provisions() {
            for clause in provision.clauses {
                assert!(!clause.text.zh.is_empty() && !clause.text.en.is_empty(), "{}", clause.id);
                assert_eq!(clause.why.is_none(), clause.computable, "{}", clause.id);
            }
        }
    }
}

#[test]
fn every_computable_clause_on_who_by_when_and_who_answers_is_carried_by_a_rule() {
    let kinds = ["eligibility", "deadline", "responsibility"];
    for provision in Policy::yuxi_2020().provisions() {
        for clause in provision.clauses.iter().filter(|clause| clause.computable) {
            // 3.2#2 is about who may have an office, which eligibility doesn't decide.
            if kinds.contains(&clause.kind.code()) && clause.id != "3.2#2" {
                assert!(!clause.rules.is_empty(), "{}", clause.id);
            }
        }
    }
}

#[test]
fn a_rule_carries_no_guidance() {
    for provision in Policy::yuxi_2020().provisions() {
        for clause in provision.clauses.iter().filter(|clause| !clause.computable) {
            assert!(
                clause.rules.is_empty(),
                "{} is guidance, and {:?} carry it",
                clause.id,
                clause.rules
            );
        }
    }
}
