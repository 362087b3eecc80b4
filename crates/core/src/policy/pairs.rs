//! Two readings chosen otherwise at once.

use std::sync::OnceLock;

use super::handle::{Chosen, Policy, terms_under};
use crate::compile::Tables;

/// The policy with two readings chosen otherwise than in force.
#[derive(Debug)]
pub struct Pair {
    /// The choices, in the order of their readings.
    pub choices: [Chosen; 2],
    tables: OnceLock<Tables>,
}

impl Pair {
    /// The tables under them; the policy is the one that it is a pair of.
    #[must_use]
    pub fn tables(&self, policy: &Policy) -> &Tables {
        self.tables.get_or_init(|| {
            let mut taken = policy.choices().clone();
            for (reading, choice) in self.choices {
                *taken.of_mut(reading) = choice;
            }
            Tables::compile(policy.rulebook(), &terms_under(policy.rulebook(), &taken))
        })
    }
}

impl Policy {
    /// The policy with two readings chosen otherwise, once for each two other choices of different
    /// readings, in the order of the readings.
    #[must_use]
    pub fn pairs(&self) -> &[Pair] {
        self.made_pairs().get_or_init(|| {
            let others = self.variants().iter().map(|variant| (variant.reading, variant.choice));
            let mut pairs = Vec::new();
            for (at, first) in others.clone().enumerate() {
                for second in others.clone().skip(at + 1).filter(|second| second.0 != first.0) {
                    pairs.push(Pair { choices: [first, second], tables: OnceLock::new() });
                }
            }
            pairs
        })
    }

    /// The tables with these choices taken instead of those in force, two at most, in the order of
    /// the readings; none where they are no other choices of different readings.
    pub(crate) fn tables_with(&self, choices: &[Chosen]) -> Option<&Tables> {
        match choices {
            [] => Some(self.tables()),
            [chosen] => {
                let mut variants = self.variants().iter();
                let variant =
                    variants.find(|variant| (variant.reading, variant.choice) == *chosen)?;
                Some(variant.tables(self))
            }
            _ => {
                let pair = self.pairs().iter().find(|pair| pair.choices == *choices)?;
                Some(pair.tables(self))
            }
        }
    }
}
