//! Coverage: of those that are asked for an organisation, how many have it in full, as an interval
//! while something is unknown.
//!
//! [`Policy::share`](crate::policy::Policy::share) says what one subject may add; [`Coverage`] sums
//! up, by county and kind, in memory that doesn't grow with the subjects.

mod share;
mod tally;
mod target;

use std::collections::{BTreeMap, BTreeSet};

pub use share::{Possible, Share};
pub use tally::{Bounds, Fraction, Range, Tally};
pub use target::{Against, TargetStanding};

use crate::model::{IdSet, KindId, PlaceId, Subject};

/// The sums over the subjects of a register, by county and kind:
/// [`Rule::Coverage`](crate::policy::Rule::Coverage).
///
/// The order of the subjects doesn't matter.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Coverage {
    cells: BTreeMap<(Option<PlaceId>, KindId), Tally>,
    /// The places of the gazetteer among the subjects.
    places: BTreeSet<PlaceId>,
}

impl Coverage {
    /// Adds a subject with its share.
    pub fn add(&mut self, subject: &Subject, share: Share) {
        let tally = self.cells.entry((subject.county, subject.kind)).or_default();
        *tally = tally.plus(Tally::of(share));
        self.places.extend(subject.place);
    }

    /// All subjects.
    #[must_use]
    pub fn all(&self) -> Tally {
        self.cells.values().copied().collect()
    }

    /// The subjects of some kinds.
    #[must_use]
    pub fn of_kinds(&self, kinds: IdSet<KindId>) -> Tally {
        let of_kinds = self.cells.iter().filter(|((_, kind), _)| kinds.contains(*kind));
        of_kinds.map(|(_, tally)| *tally).collect()
    }

    /// By county, in the policy's order; last those whose county nobody said.
    #[must_use]
    pub fn by_county(&self) -> Vec<(Option<PlaceId>, Tally)> {
        let mut counties: BTreeMap<(bool, Option<PlaceId>), Tally> = BTreeMap::new();
        for ((county, _), tally) in &self.cells {
            let sum = counties.entry((county.is_none(), *county)).or_default();
            *sum = sum.plus(*tally);
        }
        counties.into_iter().map(|((_, county), tally)| (county, tally)).collect()
    }

    /// By kind, in the policy's order.
    #[must_use]
    pub fn by_kind(&self) -> Vec<(KindId, Tally)> {
        let mut kinds: BTreeMap<KindId, Tally> = BTreeMap::new();
        for ((_, kind), tally) in &self.cells {
            let sum = kinds.entry(*kind).or_default();
            *sum = sum.plus(*tally);
        }
        kinds.into_iter().collect()
    }
}
