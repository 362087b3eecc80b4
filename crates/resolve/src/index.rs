//! Texts and what they stand for, looked up by hash.

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
struct Sorted {
    /// By their buckets, then by text.
    entries: Vec<(String, usize)>,
    /// Where the entries of each bucket begin; last, where those of the last one end.
    buckets: Vec<usize>,
}

impl Sorted {
    fn new(mut entries: Vec<(String, usize)>) -> Self {
        let count = entries.len().next_power_of_two();
        let bucket = |text: &str| bucket(text, count);
        entries.sort_unstable_by(|one, other| {
            bucket(&one.0).cmp(&bucket(&other.0)).then_with(|| one.cmp(other))
        });
        entries.dedup();
        let begins = |at: usize| entries.partition_point(|(text, _)| bucket(text) < at);
        let buckets = (0..=count).map(begins).collect();
        Self { entries, buckets }
    }

    fn of(&self, text: &str) -> &[(String, usize)] {
        let bucket = bucket(text, self.buckets.len() - 1);
        let bounds = self.buckets.get(bucket).zip(self.buckets.get(bucket + 1));
        let entries = bounds.and_then(|(from, until)| self.entries.get(*from..*until));
        let entries = entries.unwrap_or_default();
        let is_it = |(known, _): &(String, usize)| known == text;
        let Some(from) = entries.iter().position(is_it) else { return &[] };
        let entries = entries.get(from..).unwrap_or_default();
        let until = entries.iter().position(|entry| !is_it(entry)).unwrap_or(entries.len());
        entries.get(..until).unwrap_or_default()
    }
}

/// Which of so many buckets, a power of two, a text is in, by its hash (FNV-1a).
fn bucket(text: &str, count: usize) -> usize {
    const BASIS: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    let hash = text.bytes().fold(BASIS, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME));
    usize::try_from(hash).unwrap_or(0) & (count - 1)
}

impl<I: Id> Index<I> {
    /// The index of these texts.
    pub(crate) fn new(entries: impl IntoIterator<Item = (String, I)>) -> Self {
        let entries = entries.into_iter().map(|(text, id)| (text, id.index())).collect();
        Self { sorted: Sorted::new(entries), id: PhantomData }
    }

    /// All that a text stands for, in the policy's order.
    pub(crate) fn all<'i>(&'i self, text: &str) -> impl Iterator<Item = I> + use<'i, I> {
        self.sorted.of(text).iter().filter_map(|(_, index)| I::new(*index))
    }

    /// The first that a text stands for.
    pub(crate) fn first(&self, text: &str) -> Option<I> {
        I::new(self.sorted.of(text).first()?.1)
    }
}
