//! Facts of the checks that are known, known not to be, or unknown, and how they go together.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{IdSet, ItemId};

/// Whether something was done, and when: `true` (on a day that nobody recorded), `false`, or the day.
/// Unknown is none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(untagged, expecting = "expected true, false or a day, as in 2023-11-15")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Done {
    /// Done or not, on a day that nobody recorded.
    Known(bool),
    /// Done on this day.
    On(NaiveDate),
}

impl Done {
    /// Whether it is done on a day: what happens later isn't done yet.
    #[must_use]
    pub fn by(self, day: NaiveDate) -> bool {
        match self {
            Self::Known(done) => done,
            Self::On(on) => on <= day,
        }
    }

    /// The day, where one is recorded.
    #[must_use]
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Known(_) => None,
            Self::On(day) => Some(day),
        }
    }
}

/// Whether both hold: unknown while neither is known not to and one is unknown.
#[must_use]
pub const fn both(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        (None, Some(true) | None) | (Some(true), None) => None,
    }
}

/// Whether either holds: unknown while neither is known to and one is unknown.
#[must_use]
pub const fn either(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        (None, Some(false) | None) | (Some(false), None) => None,
    }
}

/// Whether all hold: unknown while none is known not to and one is unknown.
#[must_use]
pub fn all(facts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut holds = Some(true);
    for fact in facts {
        holds = both(holds, fact);
    }
    holds
}

/// Whether one holds: unknown while none is known to and one is unknown.
#[must_use]
pub fn any(facts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut holds = Some(false);
    for fact in facts {
        holds = either(holds, fact);
    }
    holds
}

/// Of a list's items, which are there and which are known not to be; the others are unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Marks {
    /// Those that are there.
    pub there: IdSet<ItemId>,
    /// Those that are known not to be there.
    pub lacking: IdSet<ItemId>,
}

impl Marks {
    /// Whether an item is there.
    #[must_use]
    pub fn of(self, item: ItemId) -> Option<bool> {
        match (self.there.contains(item), self.lacking.contains(item)) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        }
    }
}
