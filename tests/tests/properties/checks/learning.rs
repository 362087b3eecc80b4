//! To learn a fact of a case.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use qiaolian_core::checks::Outcome;

use super::inputs::{Asked, asked};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn to_learn_a_fact_never_makes_what_is_not_met_unknown(
        asked in asked(),
        learned in prop::collection::vec(any::<Index>(), 1..6),
    ) {
        let mut asked = asked;
        let mut before = asked.answer().unwrap();
        for at in learned {
            if asked.hidden.is_empty() {
                break;
            }
            let fact = asked.hidden.iter().nth(at.index(asked.hidden.len())).cloned();
            asked = asked.once_known(&fact.unwrap_or_default());
            let after = asked.answer().unwrap();
            let (was, is) = (before.findings(), after.findings());
            for (place, finding) in was.iter().filter(|(_, was)| was.outcome == Outcome::NotMet) {
                // A rule may give several findings: the same one is the one about the same.
                let same = |rule| move |(other, found): &&(Option<&str>, &qiaolian::checks::FindingEntry)| {
                    other == place && found.rule == rule
                };
                let index = was.iter().filter(same(finding.rule)).position(|(_, one)| one == finding);
                let later = is.iter().filter(same(finding.rule)).nth(index.unwrap_or_default());
                let is_unknown = later.is_some_and(|(_, later)| later.outcome == Outcome::Unknown);
                prop_assert!(!is_unknown, "{finding:#?}\n{later:#?}\n{}", asked.input());
            }
            before = after;
        }
    }

    #[test]
    fn once_everything_is_known_nothing_is_unknown(asked in asked()) {
        let all = Asked { hidden: BTreeSet::new(), ..asked };
        for (place, finding) in all.answer().unwrap().findings() {
            prop_assert_ne!(finding.outcome, Outcome::Unknown, "{:?} {:?}", place, finding);
        }
    }
}
