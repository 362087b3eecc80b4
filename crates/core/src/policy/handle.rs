//! A policy ready to answer: its data, the choices in force, and the tables compiled for them.

use std::sync::{Arc, OnceLock};

#[cfg(feature = "checks")]
use super::pairs::Pair;
use super::reading::Choices;
use super::rulebook::{Rulebook, Terms};
use crate::compile::Tables;
use crate::held::Held;
use crate::model::{ChoiceId, ReadingId};

/// A policy under certain choices of its readings. Cheap to clone, shared between threads.
#[derive(Clone, Debug)]
pub struct Policy {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    rulebook: Held<Rulebook>,
    choices: Choices,
    terms: Terms,
    /// Compiled when they are first looked into.
    tables: OnceLock<Tables>,
    /// Made when the first question about decisive readings comes.
    variants: OnceLock<Vec<Variant>>,
    /// Made when the first question about two readings at once comes.
    #[cfg(feature = "checks")]
    pairs: OnceLock<Vec<Pair>>,
}

/// The policy with one reading chosen otherwise than in force.
#[derive(Debug)]
pub struct Variant {
    /// The reading.
    pub reading: ReadingId,
    /// The other choice.
    pub choice: ChoiceId,
    /// The terms under it.
    pub terms: Terms,
    tables: OnceLock<Tables>,
}

impl Variant {
    /// The tables under it; the policy is the one that it is a variant of.
    #[inline]
    #[must_use]
    pub fn tables(&self, policy: &Policy) -> &Tables {
        self.tables.get_or_init(|| Tables::compile(policy.rulebook(), &self.terms))
    }
}

/// A reading with one of its choices.
pub type Chosen = (ReadingId, ChoiceId);

/// A choice that the policy doesn't have.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChoiceError {
    /// No such reading.
    #[error("`{reading}` is no reading of {policy}; its readings are {known}")]
    UnknownReading {
        /// What was asked for.
        reading: String,
        /// The policy.
        policy: String,
        /// The readings that it has.
        known: String,
    },
    /// The reading has no such choice.
    #[error("the reading `{reading}` has no choice `{choice}`; its choices are {known}")]
    UnknownChoice {
        /// The reading.
        reading: String,
        /// What was asked for.
        choice: String,
        /// The choices that it has.
        known: String,
    },
}

impl Policy {
    /// The policy of this data under its default choices.
    #[must_use]
    pub fn new(rulebook: Rulebook) -> Self {
        let choices =
            Choices::new(rulebook.readings.iter().map(|(_, reading)| reading.default).collect());
        Self::compile(Held::new(rulebook), choices)
    }

    fn compile(rulebook: Held<Rulebook>, choices: Choices) -> Self {
        let terms = terms_under(&rulebook, &choices);
        let inner = Inner {
            rulebook,
            choices,
            terms,
            tables: OnceLock::new(),
            variants: OnceLock::new(),
            #[cfg(feature = "checks")]
            pairs: OnceLock::new(),
        };
        Self { inner: Arc::new(inner) }
    }

    /// The policy with these choices taken instead of those in force, `("at_least", "exclusive")`.
    ///
    /// # Errors
    /// A reading or choice that the policy doesn't have.
    pub fn with_readings<'c>(
        &self,
        choices: impl IntoIterator<Item = (&'c str, &'c str)>,
    ) -> Result<Self, ChoiceError> {
        let rulebook = &self.inner.rulebook;
        let mut taken = self.inner.choices.clone();
        for (reading, choice) in choices {
            rulebook.take(&mut taken, reading, choice)?;
        }
        Ok(Self::compile(rulebook.clone(), taken))
    }

    /// The policy's data, as its pack gives it.
    #[must_use]
    pub fn rulebook(&self) -> &Rulebook {
        &self.inner.rulebook
    }
    /// The choice in force of each reading.
    #[must_use]
    pub fn choices(&self) -> &Choices {
        &self.inner.choices
    }
    /// The choices in force that aren't the default.
    pub fn other_choices(&self) -> impl Iterator<Item = (ReadingId, ChoiceId)> + '_ {
        let readings = &self.inner.rulebook.readings;
        self.inner
            .choices
            .iter()
            .map(|(reading, choice)| (reading, *choice))
            .filter(|(reading, choice)| readings.of(*reading).default != *choice)
    }
    /// The terms under the choices in force.
    #[must_use]
    pub fn terms(&self) -> &Terms {
        &self.inner.terms
    }
    /// The tables under the choices in force.
    #[inline]
    #[must_use]
    pub fn tables(&self) -> &Tables {
        let Inner { rulebook, terms, tables, .. } = &*self.inner;
        tables.get_or_init(|| Tables::compile(rulebook, terms))
    }
    /// The policy with one reading chosen otherwise, once for each other choice of each reading,
    /// in the order of the readings.
    #[must_use]
    pub fn variants(&self) -> &[Variant] {
        self.inner.variants.get_or_init(|| {
            let Inner { rulebook, choices, .. } = &*self.inner;
            let mut variants = Vec::new();
            for (reading, known) in rulebook.readings.iter() {
                for choice in known.choices.ids() {
                    if choice == *choices.of(reading) {
                        continue;
                    }
                    let mut taken = choices.clone();
                    *taken.of_mut(reading) = choice;
                    let terms = terms_under(rulebook, &taken);
                    variants.push(Variant { reading, choice, terms, tables: OnceLock::new() });
                }
            }
            variants
        })
    }
    /// Where the pairs of other choices are kept once they are made.
    #[cfg(feature = "checks")]
    pub(super) fn made_pairs(&self) -> &OnceLock<Vec<Pair>> {
        &self.inner.pairs
    }
}

/// The terms of a rulebook under some choices: the changes of each, in the order of the readings.
pub(super) fn terms_under(rulebook: &Rulebook, choices: &Choices) -> Terms {
    let mut terms = rulebook.terms.clone();
    for (id, reading) in rulebook.readings.iter() {
        for change in &reading.choices.of(*choices.of(id)).changes {
            terms.change(change, &rulebook.terms);
        }
    }
    terms
}

impl Rulebook {
    /// Takes a choice of a reading among others.
    fn take(&self, taken: &mut Choices, reading: &str, choice: &str) -> Result<(), ChoiceError> {
        let Some((id, found)) = self.readings.find(|known| known.code == reading) else {
            let mut known = String::new();
            self.readings.iter().for_each(|(_, reading)| put_ticked(&mut known, &reading.code));
            let (reading, policy) = (reading.to_owned(), self.name());
            return Err(ChoiceError::UnknownReading { reading, policy, known });
        };
        let Some((choice, _)) = found.choices.find(|known| known.code == choice) else {
            let mut known = String::new();
            found.choices.iter().for_each(|(_, choice)| put_ticked(&mut known, &choice.code));
            let (reading, choice) = (reading.to_owned(), choice.to_owned());
            return Err(ChoiceError::UnknownChoice { reading, choice, known });
        };
        *taken.of_mut(id) = choice;
        Ok(())
    }
}

/// Puts a code behind a list of codes, in backticks.
pub fn put_ticked(list: &mut String, code: &str) {
    if !list.is_empty() {
        list.push_str(", ");
    }
    list.extend(["`", code, "`"]);
}
