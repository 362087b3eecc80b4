//! The answer alone: duty, fulfilment and status, which is what answers are compared by.

use super::Decision;
#[cfg(feature = "checks")]
use super::{Found, Now};
#[cfg(feature = "checks")]
use crate::compile::Tables;
#[cfg(feature = "checks")]
use crate::model::{AsOf, People, Subject};
use crate::model::{Duty, Fulfilment, Status};

/// The part of a decision by which it is the same as another, or not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Answer {
    /// The duty; none while several are possible.
    pub duty: Option<Duty>,
    /// How far the organisation fulfils it.
    pub fulfilment: Fulfilment,
    /// Where the subject stands.
    pub status: Status,
}

impl Decision {
    /// Duty, fulfilment and status alone.
    #[must_use]
    pub const fn answer(&self) -> Answer {
        Answer { duty: self.duty, fulfilment: self.fulfilment, status: self.status }
    }
}

/// The answer of some tables; none where kind, place or form is another policy's.
#[cfg(feature = "checks")]
#[inline]
pub(crate) fn answer(tables: &Tables, subject: &Subject, as_of: AsOf) -> Option<Answer> {
    let people = subject.counts.people(tables.counted, tables.all_groups);
    answer_for(tables, subject, people, as_of)
}

/// The same with the people given as an interval.
#[cfg(feature = "checks")]
#[inline]
pub(crate) fn answer_for(
    tables: &Tables,
    subject: &Subject,
    people: People,
    as_of: AsOf,
) -> Option<Answer> {
    let now = Now::of(tables, subject, as_of);
    let found = Found::of(tables, subject, people, &now)?;
    let (fulfilment, status) = (found.end.fulfilment(), found.end.status());
    Some(Answer { duty: found.set.duty, fulfilment, status })
}
