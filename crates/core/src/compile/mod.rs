//! Tables over classes of subjects, compiled once per choice of readings.
//!
//! A table doesn't index people but tiers: the interval of people collapses to the tiers in which
//! its two ends lie. So a policy has a small number of cells whatever the numbers, and can be walked
//! completely. Dates stay arithmetic: a table holds due days, and the as-of date meets them when
//! something is decided.

mod build;
mod ends;

use chrono::{Datelike, NaiveDate};

use crate::model::{
    Duty, DutySet, FormId, GroupId, Id, IdSet, KindId, People, PlaceId, ProvisionId, RowId,
};

pub(crate) use ends::{End, Ends, Present, Timed};

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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Outcome {
    /// How strongly an organisation is asked for.
    pub(crate) duty: Duty,
    /// The forms that the document names.
    pub(crate) forms: IdSet<FormId>,
    /// By which day (days from the common era); none where there is no date.
    pub(crate) due: Option<i32>,
}

/// What the outcomes have in common that some number of people in an interval gives.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct OutcomeSet {
    /// Their duties.
    pub(crate) duties: DutySet,
    /// The only duty; none where there are several.
    pub(crate) duty: Option<Duty>,
    /// Whether there are several outcomes.
    pub(crate) is_open: bool,
    /// The due day that they agree on.
    pub(crate) due: Option<i32>,
    /// The forms named by one of them that are full under each that asks for something.
    pub(crate) forms: IdSet<FormId>,
    /// The whole provisions of all of them.
    pub(crate) provisions: IdSet<ProvisionId>,
    /// The outcomes themselves.
    pub(crate) outcomes: Vec<Outcome>,
    /// Where those of the first due day end, and those without one.
    pub(crate) first: Timed,
    /// Where those of each other due day end.
    pub(crate) others: Vec<Timed>,
}

#[cfg(feature = "columns")]
impl OutcomeSet {
    /// The due days of its outcomes.
    pub(crate) fn dues(&self) -> impl Iterator<Item = i32> {
        self.outcomes.iter().filter_map(|outcome| outcome.due)
    }
}

/// What is known of a kind, or of a place of the gazetteer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Class {
    /// The row, by what the record says of `key_area` itself: nothing, yes, no.
    by_list: Option<RowId>,
    said_key: Option<RowId>,
    said_plain: Option<RowId>,
    /// What is presumed of its organisation until the register says otherwise.
    presumed: Option<FormId>,
}

/// How many tiers are compared at once.
const LANES: usize = 4;

/// The smallest number of people in a tier that there isn't.
const NO_TIER: u64 = u64::MAX;

/// More people than any tier needs.
const ANY_NUMBER: u64 = NO_TIER - 1;

/// One row's part of the table.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct RowTable {
    /// Where its cells begin: by conditions known not to be met, tier of the least, tier of the most.
    cells: usize,
    /// How many tiers it has, empty ones left out.
    tiers: usize,
    /// The smallest number of people in the upper tier.
    pub(crate) threshold: Option<u32>,
    /// Whether the row is for what the fact `key_area` speaks of.
    pub(crate) is_key_area: bool,
}

/// The compiled tables of a policy under one choice of its readings.
#[derive(PartialEq, Eq, Debug)]
pub struct Tables {
    /// Kinds without a place of the gazetteer first, then each place.
    classes: Vec<Class>,
    kinds: usize,
    rows: Vec<RowTable>,
    /// Where the tiers of each row start, as many blocks for each row.
    starts: Vec<[u64; LANES]>,
    blocks: usize,
    cells: Vec<u16>,
    sets: Vec<OutcomeSet>,
    ends: Ends,
    pub(crate) counted: IdSet<GroupId>,
    pub(crate) all_groups: IdSet<GroupId>,
}

impl Tables {
    #[inline]
    pub(crate) fn class(&self, kind: KindId, place: Option<PlaceId>) -> Option<&Class> {
        self.classes.get(place.map_or(kind.index(), |place| self.kinds + place.index()))
    }

    /// The row for a class.
    #[inline]
    pub(crate) fn row(&self, class: &Class, key_area: Option<bool>) -> Option<(RowId, &RowTable)> {
        let row = class.row(key_area)?;
        Some((row, self.rows.get(row.index())?))
    }

    /// A row by its id.
    pub(crate) fn row_of(&self, row: RowId) -> Option<(RowId, &RowTable)> {
        Some((row, self.rows.get(row.index())?))
    }

    /// The outcomes that some number of people in the interval gives.
    #[inline]
    pub(crate) fn outcomes(
        &self,
        (id, row): (RowId, &RowTable),
        people: People,
        conditions_met: Option<bool>,
    ) -> Option<&OutcomeSet> {
        let starts = self.blocks(id)?;
        let low = tier_of(starts, people.least);
        // More than any tier starts from, but not as many as a tier that there isn't.
        let high = tier_of(starts, people.most.unwrap_or(ANY_NUMBER));
        let half = usize::from(conditions_met == Some(false));
        let cell = row.cells + (half * row.tiers + low) * row.tiers + high;
        self.sets.get(usize::from(*self.cells.get(cell)?))
    }

    /// Where outcomes end, given what there is.
    #[inline]
    pub(crate) fn end(&self, set: &OutcomeSet, present: &Present) -> Option<End> {
        let mut end = self.ends.at(&set.first, present)?;
        for timed in &set.others {
            end = end.agree(self.ends.at(timed, present)?);
        }
        Some(end)
    }

    /// The form that stands for "no organisation".
    #[inline]
    pub(crate) fn no_form(&self) -> FormId {
        self.ends.no_form
    }

    /// The days by which something is asked, as numbers, in no order.
    #[cfg(feature = "checks")]
    pub(crate) fn dues(&self) -> impl Iterator<Item = i32> {
        self.sets.iter().flat_map(|set| &set.outcomes).filter_map(|outcome| outcome.due)
    }

    #[inline]
    fn blocks(&self, row: RowId) -> Option<&[[u64; LANES]]> {
        let first = row.index() * self.blocks;
        self.starts.get(first..first + self.blocks)
    }

    /// The sets of outcomes that the cells name, each once.
    #[cfg(feature = "columns")]
    pub(crate) fn sets(&self) -> &[OutcomeSet] {
        &self.sets
    }

    /// How many rows there are.
    #[cfg(feature = "columns")]
    pub(crate) fn rows(&self) -> impl Iterator<Item = (RowId, &RowTable)> {
        self.rows.iter().enumerate().map(|(at, row)| (RowId::at(at), row))
    }

    /// How many cells the tables have, all rows together.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.cells.len()
    }

    /// The smallest numbers of people at which the outcome of a row may change, the first 0.
    pub fn starts(&self, row: RowId) -> impl Iterator<Item = u64> + Clone {
        let blocks = self.blocks(row).unwrap_or_default();
        blocks.as_flattened().iter().copied().filter(|start| *start != NO_TIER)
    }
}

impl Class {
    /// The row of its subjects, by what the record says of `key_area` itself.
    #[inline]
    pub(crate) fn row(&self, key_area: Option<bool>) -> Option<RowId> {
        match key_area {
            None => self.by_list,
            Some(true) => self.said_key,
            Some(false) => self.said_plain,
        }
    }

    /// What is presumed of its organisation until the register says otherwise.
    #[inline]
    pub(crate) fn presumed(&self) -> Option<FormId> {
        self.presumed
    }

    /// The class of places that are alike but for what is presumed.
    #[cfg(feature = "columns")]
    pub(crate) fn without_presumption(self) -> Self {
        Self { presumed: None, ..self }
    }
}

/// The tier that a number of people is in: all of its starts are compared, since a branch on a count
/// that nobody can foresee costs more than they do.
#[inline]
fn tier_of(starts: &[[u64; LANES]], count: u64) -> usize {
    let reached = |block: &[u64; LANES]| -> usize {
        block.iter().map(|start| usize::from(*start <= count)).sum()
    };
    starts.iter().map(reached).sum::<usize>().saturating_sub(1)
}
