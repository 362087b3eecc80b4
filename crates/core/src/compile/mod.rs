//! Tables over classes of subjects, compiled once per choice of readings.
//!
//! A table doesn't index people but tiers: the interval of people collapses to the tiers in which
//! its two ends lie. So a policy has a small number of cells whatever the numbers, and can be walked
//! completely. Dates stay arithmetic: a table holds due days, and the as-of date meets them when
//! something is decided.

mod build;

use chrono::{Datelike, NaiveDate};

use crate::model::{
    Duty, DutySet, FormId, GroupId, Id, IdSet, KindId, People, PlaceId, ProvisionId, RowId,
};

/// A day as a number: days from the common era, so that days between two are a subtraction.
#[inline]
pub(crate) fn day_number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

/// The day of a number; none beyond what a calendar holds.
#[must_use]
pub fn day_of(number: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(number)
}

/// What one number of people gives: the part of an outcome that doesn't depend on the organisation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Outcome {
    /// How strongly an organisation is asked for.
    pub duty: Duty,
    /// The forms that the document names.
    pub forms: IdSet<FormId>,
    /// By which day (days from the common era); none where there is no date.
    pub due: Option<i32>,
}

/// The outcomes that some number of people in an interval gives, and what they have in common.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct OutcomeSet {
    /// The different outcomes, by number of people.
    pub outcomes: Vec<Outcome>,
    /// Their duties.
    pub duties: DutySet,
    /// The only duty; none where there are several.
    pub duty: Option<Duty>,
    /// The forms named by one of them that are full under each that asks for something.
    pub forms: IdSet<FormId>,
    /// The due day that they agree on.
    pub due: Option<i32>,
    /// The whole provisions of all of them.
    pub provisions: IdSet<ProvisionId>,
}

/// Which row is for a subject, by what the record says of `key_area` itself: nothing, yes, no.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ClassRows {
    pub(crate) by_list: Option<RowId>,
    pub(crate) said_key: Option<RowId>,
    pub(crate) said_plain: Option<RowId>,
}

/// One row's part of the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct RowTable {
    /// Where the row's tiers start, the first at 0, empty tiers left out.
    pub(crate) starts: Vec<u64>,
    /// The row's cells: by conditions known not to be met, tier of the least, tier of the most.
    pub(crate) cells: Vec<u16>,
    /// The smallest number of people in the upper tier.
    pub(crate) threshold: Option<u32>,
    /// Whether the row is for what the fact `key_area` speaks of.
    pub(crate) is_key_area: bool,
}

/// The compiled tables of a policy under one choice of its readings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tables {
    /// Rows by class: kinds without a place of the gazetteer first, then each place.
    class_rows: Vec<ClassRows>,
    /// Forms presumed, by class.
    presumed: Vec<Option<FormId>>,
    kinds: usize,
    rows: Vec<RowTable>,
    sets: Vec<OutcomeSet>,
    pub(crate) counted: IdSet<GroupId>,
    pub(crate) all_groups: IdSet<GroupId>,
    pub(crate) full_form: FormId,
    pub(crate) no_form: FormId,
}

impl Tables {
    #[inline]
    fn class(&self, kind: KindId, place: Option<PlaceId>) -> usize {
        match place {
            Some(place) => self.kinds + place.index(),
            None => kind.index(),
        }
    }

    /// The row for a subject.
    #[inline]
    pub(crate) fn row(
        &self,
        kind: KindId,
        place: Option<PlaceId>,
        key_area: Option<bool>,
    ) -> Option<(RowId, &RowTable)> {
        let rows = self.class_rows.get(self.class(kind, place))?;
        let row = match key_area {
            None => rows.by_list,
            Some(true) => rows.said_key,
            Some(false) => rows.said_plain,
        }?;
        Some((row, self.rows.get(row.index())?))
    }

    /// What is presumed of a subject's organisation until the register says otherwise.
    #[inline]
    pub(crate) fn presumed(&self, kind: KindId, place: Option<PlaceId>) -> Option<FormId> {
        self.presumed.get(self.class(kind, place)).copied().flatten()
    }

    /// The outcomes that some number of people in the interval gives.
    #[inline]
    pub(crate) fn outcomes(
        &self,
        row: &RowTable,
        people: People,
        conditions_met: Option<bool>,
    ) -> Option<&OutcomeSet> {
        let tiers = row.starts.len();
        let low = row.tier_of(people.least);
        let high = people.most.map_or(tiers - 1, |most| row.tier_of(most));
        let half = if conditions_met == Some(false) { tiers * tiers } else { 0 };
        let set = *row.cells.get(half + low * tiers + high)?;
        self.sets.get(usize::from(set))
    }

    /// All sets of outcomes that occur.
    #[must_use]
    pub fn sets(&self) -> &[OutcomeSet] {
        &self.sets
    }

    /// How many cells the tables have, all rows together.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).sum()
    }

    /// The smallest numbers of people at which the outcome of a row may change, the first 0.
    #[must_use]
    pub fn starts(&self, row: RowId) -> &[u64] {
        self.rows.get(row.index()).map_or(&[], |row| &row.starts)
    }
}

impl RowTable {
    /// The tier that a number of people is in.
    #[inline]
    fn tier_of(&self, count: u64) -> usize {
        self.starts.iter().take_while(|start| **start <= count).count().saturating_sub(1)
    }
}
