//! A box of classes whose outcome differs in one way, while boxes are merged.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::grounds::{Areas, Presumed};
use crate::model::{Duty, Fulfilment};
use crate::policy::ClauseRef;

/// What one side asks, in what both sides can be compared by. The policy decides nothing where it
/// is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Outcome {
    pub(super) duty: Duty,
    /// The forms named, among those of both sides.
    pub(super) forms: Vec<usize>,
    pub(super) due: Option<NaiveDate>,
}

/// What a record says of the organisation that is there on the day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Organisation {
    /// One of this form, among those of both sides, or that there is none.
    Recorded(usize),
    /// Nothing, so that what is presumed holds.
    Unrecorded(Presumed),
}

/// How the two sides differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Change {
    pub(super) before: Option<Outcome>,
    pub(super) after: Option<Outcome>,
    /// How far the organisation fulfils it, where only that differs.
    pub(super) fulfilment: Option<(Fulfilment, Fulfilment)>,
}

/// A box: the product of what its fields say, with one change for all of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Region<'p> {
    /// Kinds, among those of both sides.
    pub(super) kinds: BTreeSet<usize>,
    /// Areas; none where they don't matter.
    pub(super) areas: Option<BTreeSet<Areas<'p>>>,
    /// The fewest people.
    pub(super) least: u64,
    /// The most people; none where there is no end.
    pub(super) most: Option<u64>,
    /// Whether conditions are met or unknown, or known not to be met; none where that doesn't matter.
    pub(super) conditions_met: Option<bool>,
    /// Organisations; none where they don't matter.
    pub(super) organisations: Option<BTreeSet<Organisation>>,
    /// How it differs.
    pub(super) change: Change,
    /// Where the first policy says what it asks.
    pub(super) clauses_before: BTreeSet<ClauseRef>,
    /// Where the second one does.
    pub(super) clauses_after: BTreeSet<ClauseRef>,
}
