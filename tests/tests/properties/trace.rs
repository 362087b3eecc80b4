//! A trace is there, and its conditions stand in the order of the contract.

use proptest::prelude::*;
use qiaolian::{Determination, Holds};

use crate::subjects::questions;

/// Where the rules of a trace stand; lists of places stand together, and a presumption where the
/// organisation on record would.
const ORDER: [&[&str]; 8] = [
    &["kind"],
    &["key_area", "listed_place"],
    &["count"],
    &["conditions_met"],
    &["existing_form", "presumption"],
    &["established_on"],
    &["exception_agreed"],
    &["due"],
];

/// The places of a trace's rules in that order; none for a rule that isn't in it.
fn places(found: &Determination) -> Vec<Option<usize>> {
    let rules = found.trace.iter().map(|step| step.rule.code());
    rules.map(|rule| ORDER.iter().position(|rules| rules.contains(&rule))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn a_trace_is_there_and_in_its_order(question in questions()) {
        let facts = question.subject.facts();
        let found = question.pack.policy.assess(&facts, question.as_of).unwrap();
        let places = places(&found);
        prop_assert_eq!(places.first(), Some(&Some(0)), "the kind comes first");
        prop_assert!(places.iter().all(Option::is_some));
        prop_assert!(places.is_sorted(), "{:#?}", found.trace);
        // Whatever can't be decided is unknown, or an interval that reaches over the limit.
        for step in &found.trace {
            let clause = step.clause.as_deref().and_then(|clause| clause.split('#').next());
            prop_assert_eq!(step.provision.as_deref(), clause);
            if step.rule.code() == "due" {
                prop_assert!(matches!(step.holds, Holds::Known(_)));
            }
        }
    }

    #[test]
    fn a_reason_is_there_in_both_languages_with_every_slot_filled(question in questions()) {
        let facts = question.subject.facts();
        let found = question.pack.policy.assess(&facts, question.as_of).unwrap();
        for reason in [&found.reason.zh, &found.reason.en] {
            prop_assert!(!reason.is_empty() && !reason.contains(['{', '}']), "{reason}");
        }
    }
}
