//! Texts and what they stand for, looked up by halving.

use std::marker::PhantomData;

use qiaolian_core::model::Id;

/// What each of many texts stands for: one name of the policy, or several.
#[derive(Clone, Debug)]
pub(crate) struct Index<I> {
    sorted: Sorted,
    id: PhantomData<fn(I)>,
}

/// The same whatever the names are, so that there is one such code.
#[derive(Clone, Debug)]
struct Sorted(Vec<(String, usize)>);

impl Sorted {
    fn new(mut entries: Vec<(String, usize)>) -> Self {
        entries.sort_unstable();
        entries.dedup();
        Self(entries)
    }

    fn of(&self, text: &str) -> &[(String, usize)] {
        let from = self.0.partition_point(|(known, _)| **known < *text);
        let entries = self.0.get(from..).unwrap_or_default();
        let until = entries.partition_point(|(known, _)| known == text);
        entries.get(..until).unwrap_or_default()
    }
}

impl<I: Id> Index<I> {
    /// The index of these texts, each with the place of what it stands for.
    pub(crate) fn new(entries: Vec<(String, usize)>) -> Self {
        Self { sorted: Sorted::new(entries), id: PhantomData }
    }

    /// All that a text stands for, in the policy's order.
    pub(crate) fn all(&self, text: &str) -> Vec<I> {
        self.sorted.of(text).iter().map(|(_, index)| I::at(*index)).collect()
    }

    /// The first that a text stands for.
    pub(crate) fn first(&self, text: &str) -> Option<I> {
        Some(I::at(self.sorted.of(text).first()?.1))
    }
}
