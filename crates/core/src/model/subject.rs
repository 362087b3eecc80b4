//! The subject of a decision: typed facts, resolved to the policy's ids. Unknown is `None`, never zero or false.

use chrono::NaiveDate;

use super::ids::{FormId, KindId, PlaceId};
use super::people::Counts;

/// What one record says of a subject, after names and codes were resolved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Subject {
    /// What it is.
    pub kind: KindId,
    /// Which place of the gazetteer it is; none for units and for places that the gazetteer lacks.
    pub place: Option<PlaceId>,
    /// The county it belongs to, itself where it is one; none where nobody said.
    pub county: Option<PlaceId>,
    /// Its people.
    pub counts: Counts,
    /// Whether it is a key area, where the record says so itself: this overrules the policy's list.
    pub key_area: Option<bool>,
    /// The organisation on record: none where the register doesn't say, the policy's form for
    /// "no organisation" where it says that there is none.
    pub existing_form: Option<FormId>,
    /// When that organisation was set up.
    pub established_on: Option<NaiveDate>,
    /// Whether a unit is ready for the organisation that is asked for.
    pub conditions_met: Option<bool>,
    /// Whether people decided on an exception and recorded it.
    pub exception_agreed: Option<bool>,
}

impl Subject {
    /// A subject of this kind of which nothing else is known.
    #[must_use]
    pub const fn unknown(kind: KindId) -> Self {
        Self {
            kind,
            place: None,
            county: None,
            counts: Counts::UNKNOWN,
            key_area: None,
            existing_form: None,
            established_on: None,
            conditions_met: None,
            exception_agreed: None,
        }
    }
}

/// The as-of date, and how many days before a due date count as soon. The caller gives both.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct AsOf {
    /// The date that the question is asked for.
    pub date: NaiveDate,
    /// From how many days left on a duty is due soon.
    pub due_soon_days: u32,
}
