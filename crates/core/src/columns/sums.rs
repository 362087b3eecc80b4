//! How many people there are: the sum of each row, and its place among the cells of what it is.

use super::bits::{self, wide};
use super::given::{Chunk, Known};
use super::lookup::Lookup;
use super::scratch::{NONE, Scratch};
use super::{BYTES, CHUNK};
use crate::model::{GroupId, Id, IdSet, MAX_GROUPS};

/// Numbers up to here can be added up over all groups, and the sum is still a signed number, which
/// every processor compares in one instruction.
const SMALL: u32 = i32::MAX.unsigned_abs() / (MAX_GROUPS as u32 + 1);

impl Lookup {
    /// Finds the people of a chunk, and tells whether some total can't be; `unmet` are the rows
    /// whose conditions are known not to be met.
    #[inline(always)]
    pub(super) fn people(
        &self,
        chunk: &Chunk<'_>,
        unmet: Option<&[u8; BYTES]>,
        scratch: &mut Scratch,
    ) -> bool {
        self.put_conditions(unmet, scratch);
        if self.counted == self.all_groups {
            if chunk.are_small(self.all_groups) {
                let is_wrong = self.put_sums::<true>(chunk, scratch);
                self.put_cells_of_all::<true>(scratch);
                is_wrong
            } else {
                let is_wrong = self.put_sums::<false>(chunk, scratch);
                self.put_cells_of_all::<false>(scratch);
                is_wrong
            }
        } else {
            let is_wrong = self.put_sums::<false>(chunk, scratch);
            self.put_cells_of_some(chunk, scratch);
            is_wrong
        }
    }

    /// Where the cells of the conditions begin.
    #[inline(always)]
    fn put_conditions(&self, unmet: Option<&[u8; BYTES]>, scratch: &mut Scratch) {
        let half = self.people_classes() * self.people_classes();
        let Scratch { cell, masks: [mask, ..], .. } = scratch;
        match unmet {
            Some(unmet) => {
                bits::spread(unmet, mask);
                for (cell, unmet) in cell.iter_mut().zip(mask) {
                    *cell = wide(*unmet) & half;
                }
            }
            None => cell.fill(0),
        }
    }

    /// The people of all groups: the total where there is one, else the sum of what is known. Leaves
    /// in the second mask where that is all, and in `wrong` the totals that can't be: below the
    /// largest group, or above the sum where all groups are known.
    #[inline(always)]
    fn put_sums<const SMALL: bool>(&self, chunk: &Chunk<'_>, scratch: &mut Scratch) -> bool {
        let Scratch { least, largest, wrong, masks: [mask, bounded, complete], .. } = scratch;
        let known = chunk.known(self.all_groups);
        let Some(total) = chunk.total else {
            chunk.put_sum::<SMALL>(self.all_groups, least, mask);
            bits::spread(&known, bounded);
            return false;
        };
        let mut columns = chunk.groups.iter().flatten();
        let first = [columns.next(), columns.next(), columns.next()];
        let [one, two, three] = first.map(|column| column.unwrap_or(&NOBODY));
        let [of_one, of_two, of_three] = [one, two, three].map(|column| column.valid);
        bits::spread(of_one, mask);
        bits::spread(of_two, bounded);
        bits::spread(of_three, complete);
        let counts = one.values.iter().zip(two.values).zip(three.values);
        let masks = mask.iter().zip(&*bounded).zip(&*complete);
        let rows = least.iter_mut().zip(largest.iter_mut());
        for ((sum, largest), (((one, two), three), ((of_one, of_two), of_three))) in
            rows.zip(counts.zip(masks))
        {
            let [one, two, three] =
                [one & wide(*of_one), two & wide(*of_two), three & wide(*of_three)];
            *sum = added::<SMALL>(added::<SMALL>(one, two), three);
            *largest = more::<SMALL>(more::<SMALL>(one, two), three);
        }
        for column in columns {
            bits::spread(column.valid, mask);
            let rows = least.iter_mut().zip(largest.iter_mut());
            for ((sum, largest), (count, known)) in rows.zip(column.values.iter().zip(&*mask)) {
                let count = count & wide(*known);
                *sum = added::<SMALL>(*sum, count);
                *largest = more::<SMALL>(*largest, count);
            }
        }
        bits::spread(total.valid, bounded);
        bits::spread(&known, complete);
        let mut is_wrong = 0;
        let people = least.iter_mut().zip(largest.iter()).zip(total.values);
        let masks = bounded.iter_mut().zip(&*complete).zip(wrong);
        for (((least, largest), total), ((bounded, complete), wrong)) in people.zip(masks) {
            let known = wide(*bounded);
            let total = total & known;
            let is_below = is_less::<SMALL>(total, *largest);
            let is_above = is_less::<SMALL>(*least, total);
            let above = if is_above { *complete } else { 0 };
            *wrong = (if is_below { u8::MAX } else { above }) & *bounded;
            is_wrong |= *wrong;
            *least = (*least & !known) | total;
            *bounded |= complete;
        }
        is_wrong != 0
    }

    /// All groups are counted: the interval is one number, or has no upper end.
    #[inline(always)]
    fn put_cells_of_all<const SMALL: bool>(&self, scratch: &mut Scratch) {
        let Scratch { least, step, cell, masks: [_, bounded, _], .. } = scratch;
        let people = self.people_classes();
        for ((cell, step), bounded) in cell.iter_mut().zip(step.iter_mut()).zip(&*bounded) {
            let bounded = wide(*bounded);
            *step = people + (bounded & 1);
            *cell += !bounded & (people - 1);
        }
        for start in &self.starts {
            let start = if SMALL { (*start).min(i32::MAX.unsigned_abs()) } else { *start };
            for ((cell, least), step) in cell.iter_mut().zip(&*least).zip(&*step) {
                let reached = u32::from(is_less::<SMALL>(*least, start)).wrapping_sub(1);
                *cell += step & reached;
            }
        }
    }

    /// Only some groups are counted: a total bounds those that are unknown, as
    /// [`Counts::people`](crate::model::Counts::people) has it.
    #[inline(always)]
    fn put_cells_of_some(&self, chunk: &Chunk<'_>, scratch: &mut Scratch) {
        let others = self.all_groups.difference(self.counted);
        let Scratch { least, most, step: taken, cell, masks, .. } = scratch;
        let [complete, total_known, left_known] = masks;
        chunk.put_sum::<false>(self.counted, least, complete);
        chunk.put_sum::<false>(others, taken, complete);
        bits::spread(&chunk.known(self.counted), complete);
        bits::spread(&chunk.known(others), left_known);
        bits::spread(chunk.total.map_or(&NONE, |total| total.valid), total_known);
        let no_total = [0; CHUNK];
        let total = chunk.total.map_or(&no_total, |total| total.values);
        let known = complete.iter().zip(&*total_known).zip(&*left_known);
        let people = least.iter_mut().zip(most.iter_mut()).zip(&*taken).zip(total);
        for ((((least, most), taken), total), ((complete, total_known), left_known)) in
            people.zip(known)
        {
            let [complete, total_known, left_known] =
                [*complete, *total_known, *left_known].map(wide);
            let bound = total | !total_known;
            let known = (*least).min(bound);
            let left = total.saturating_sub(*taken) & left_known & total_known & !complete;
            *least = known.max(left);
            *most = (known & complete) | (bound & !complete);
        }
        let low = self.people_classes();
        for start in &self.starts {
            for ((cell, least), most) in cell.iter_mut().zip(&*least).zip(&*most) {
                let [is_below, is_bound_below] = [least < start, most < start].map(u32::from);
                *cell += (low & is_below.wrapping_sub(1)) + (1 - is_bound_below);
            }
        }
    }

    /// How many classes of numbers of people there are.
    #[inline(always)]
    fn people_classes(&self) -> u32 {
        u32::try_from(self.starts.len()).unwrap_or(u32::MAX).saturating_add(1)
    }
}

/// The sum, or as many as a number holds.
#[inline(always)]
const fn added<const SMALL: bool>(one: u32, other: u32) -> u32 {
    if SMALL { one.wrapping_add(other) } else { one.saturating_add(other) }
}

/// The larger one.
#[inline(always)]
const fn more<const SMALL: bool>(one: u32, other: u32) -> u32 {
    if is_less::<SMALL>(one, other) { other } else { one }
}

#[inline(always)]
const fn is_less<const SMALL: bool>(one: u32, other: u32) -> bool {
    if SMALL { one.cast_signed() < other.cast_signed() } else { one < other }
}

/// A group of which nothing is known.
static NOBODY: Known<'static, u32> = Known { values: &[0; CHUNK], valid: &NONE };

impl Chunk<'_> {
    /// The columns of some groups; those that aren't there, none.
    #[inline(always)]
    fn of_groups(&self, groups: IdSet<GroupId>) -> impl Iterator<Item = Option<&Known<'_, u32>>> {
        let columns = self.groups.iter().enumerate();
        let columns = columns.filter(move |(at, _)| groups.contains(GroupId::at(*at)));
        columns.map(|(_, column)| column.as_ref())
    }

    /// Which rows know all of some groups.
    #[inline(always)]
    fn known(&self, groups: IdSet<GroupId>) -> [u8; BYTES] {
        let mut known = [u8::MAX; BYTES];
        for column in self.of_groups(groups) {
            known = column.map_or(NONE, |column| bits::and(&known, column.valid));
        }
        known
    }

    /// Whether no number is large, not even one that stands where nothing is known.
    #[inline(always)]
    fn are_small(&self, groups: IdSet<GroupId>) -> bool {
        let mut seen = 0;
        for column in self.of_groups(groups).flatten().chain(&self.total) {
            for count in column.values {
                seen |= count;
            }
        }
        seen <= SMALL
    }

    /// Puts the sums of what is known of some groups.
    #[inline(always)]
    fn put_sum<const SMALL: bool>(
        &self,
        groups: IdSet<GroupId>,
        sums: &mut [u32; CHUNK],
        mask: &mut [u8; CHUNK],
    ) {
        sums.fill(0);
        for column in self.of_groups(groups).flatten() {
            bits::spread(column.valid, mask);
            for ((sum, count), known) in sums.iter_mut().zip(column.values).zip(&*mask) {
                *sum = added::<SMALL>(*sum, count & wide(*known));
            }
        }
    }
}
