//! What is printed parses back equal.

use proptest::prelude::*;
use qiaolian::{
    CheckReport, Determination, Envelope, Explained, Fact, Facts, Named, PolicyEntry,
    ProvisionEntry, ReadingEntry,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::packs::PACKS;
use crate::subjects::questions;

/// A value that went out as JSON and came in again, and whether it prints the same again.
fn again<T: Serialize + DeserializeOwned>(value: &T) -> serde_json::Result<(T, bool)> {
    let printed = serde_json::to_string(value)?;
    let parsed = serde_json::from_str(&printed)?;
    let is_same = serde_json::to_string(&parsed)? == printed;
    Ok((parsed, is_same))
}

fn facts() -> impl Strategy<Value = Facts> {
    // Whole numbers up to 2^53 and halves: what JSON, Python and JavaScript hold alike.
    const LARGEST: i64 = 1 << 53;
    let fact = prop_oneof![
        Just(Fact::Unknown(())),
        any::<bool>().prop_map(Fact::from),
        any::<u32>().prop_map(Fact::from),
        (-LARGEST..=LARGEST).prop_map(|number| Fact::from(number as f64)),
        any::<i32>().prop_map(|number| Fact::from(f64::from(number) / 2.0)),
        any::<String>().prop_map(Fact::Text),
    ];
    prop::collection::vec((any::<String>(), fact), 0..8)
        .prop_map(|facts| facts.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn a_determination_parses_back_equal(
        question in questions(),
        row in prop::option::of(any::<u64>()),
        extra in prop::option::of(prop::collection::vec((any::<String>(), any::<String>()), 1..4)),
    ) {
        let facts = question.subject.facts();
        let alone = question.pack.policy.assess(&facts, question.as_of).unwrap();
        let extra = extra.map(|extra| extra.into_iter().collect::<Named<_>>());
        let found = Determination { row, extra, ..alone };
        prop_assert_eq!(again(&found).unwrap(), (found, true));
    }

    #[test]
    fn facts_parse_back_equal(facts in facts()) {
        prop_assert_eq!(again(&facts).unwrap(), (facts, true));
    }

    #[test]
    fn an_explanation_parses_back_equal(question in questions()) {
        let facts = question.subject.facts();
        let found: Explained = question.pack.policy.explain(&facts, question.as_of).unwrap();
        prop_assert_eq!(again(&found).unwrap(), (found, true));
    }
}

#[test]
fn what_a_policy_lists_parses_back_equal() {
    for pack in PACKS.iter() {
        for policy in &pack.variants {
            let provisions: Vec<ProvisionEntry> = policy.provisions();
            assert_eq!(again(&provisions).unwrap(), (provisions, true));
            let readings: Vec<ReadingEntry> = policy.readings();
            assert_eq!(again(&readings).unwrap(), (readings, true));
            let entry: PolicyEntry = policy.describe();
            assert_eq!(again(&entry).unwrap(), (entry, true));
        }
        let report: CheckReport = pack.policy.check_report();
        assert_eq!(again(&report).unwrap(), (report, true));
    }
}

#[test]
fn an_error_parses_back_equal() {
    let wrong = Facts::new().with("kind", "hamlet").with("total", "一打");
    for facts in [wrong, Facts::new().with("population", 12)] {
        let error = PACKS[0].policy.assess(&facts, PACKS[0].days[0]).unwrap_err();
        let envelope: Envelope = error.envelope();
        assert_eq!(again(&envelope).unwrap(), (envelope, true));
    }
}
