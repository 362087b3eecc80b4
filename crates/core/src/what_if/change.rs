//! Changes of facts, and what they give.

use chrono::NaiveDate;

use crate::decide::Answer;
use crate::model::{FormId, GroupId, IdSet};
use crate::policy::Chosen;

/// A number of people that a record gives.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Count {
    /// Of one group.
    Group(GroupId),
    /// Of all groups together.
    Total,
}

/// A change of one fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// People more or fewer, or a number made known.
    People {
        /// Which number.
        of: Count,
        /// What it is; none where it is unknown.
        from: Option<u32>,
        /// What it would be.
        to: u32,
    },
    /// An organisation of one of these forms, set up on one of these days; or that there is none, by
    /// the policy's form for it and without days.
    Organisation {
        /// The forms, any of which does.
        forms: IdSet<FormId>,
        /// The first day; none where any earlier one does.
        from: Option<NaiveDate>,
        /// The last day, no later than the date of the question; none for no organisation.
        by: Option<NaiveDate>,
    },
    /// What the record says of `key_area` itself.
    KeyArea(bool),
    /// Whether the conditions are met.
    ConditionsMet(bool),
    /// Whether an exception was agreed.
    ExceptionAgreed(bool),
    /// Another choice of a reading.
    Reading(Chosen),
}

/// Changes that give another duty or status.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WhatIf {
    /// The changes, one or two, of different facts.
    pub changes: Vec<Change>,
    /// What they give.
    pub gives: Answer,
    /// By which day, in days from the common era; none where there is no day, or several.
    pub due: Option<i32>,
}
