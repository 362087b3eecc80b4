//! How many people there are: the sum of each row, and its place among the cells of what it is.

use super::bits;
use super::given::{Chunk, Known};
use super::lookup::Lookup;
use super::{BYTES, CHUNK};
use crate::model::{GroupId, Id, IdSet, MAX_GROUPS};

/// Numbers up to here can be added up over all groups, and the sum is still a signed number.
const SMALL: u32 = i32::MAX.unsigned_abs() / (MAX_GROUPS as u32 + 1);

/// The people of a chunk.
pub(super) struct Sums {
    /// The fewest that there can be; more than a number holds are as many as it holds.
    pub(super) least: [u32; CHUNK],
    /// The place among the row's cells.
    pub(super) cell: [u32; CHUNK],
}

impl Lookup {
    /// The people of a chunk; `unmet` are the rows whose conditions are known not to be met.
    #[inline(always)]
    pub(super) fn sums(&self, chunk: &Chunk<'_>, unmet: Option<&[u8; BYTES]>) -> Sums {
        let cell = self.first_cell(unmet);
        if self.counted == self.all_groups {
            self.of_all(chunk, cell)
        } else {
            self.of_some(chunk, cell)
        }
    }

    /// Where the cells of the conditions begin.
    #[inline(always)]
    fn first_cell(&self, unmet: Option<&[u8; BYTES]>) -> [u32; CHUNK] {
        let half = self.people_wide() * self.people_wide();
        unmet.map_or([0; CHUNK], |unmet| bits::kept(&[half; CHUNK], unmet))
    }

    /// All groups are counted: the interval is one number, the total where there is one, or has no
    /// upper end.
    #[inline(always)]
    fn of_all(&self, chunk: &Chunk<'_>, mut cell: [u32; CHUNK]) -> Sums {
        let (mut least, mut seen) = chunk.sum(self.all_groups);
        let mut bounded = chunk.known(self.all_groups);
        if let Some(total) = chunk.total {
            let known = bits::masks(total.valid);
            for ((least, total), known) in least.iter_mut().zip(total.values).zip(&known) {
                seen |= total & known;
                *least = (*least & !known) | (total & known);
            }
            bounded = bits::or(&bounded, total.valid);
        }
        let people = self.people_wide();
        let bounded = bits::masks(&bounded);
        let mut step = [0; CHUNK];
        for ((cell, step), bounded) in cell.iter_mut().zip(&mut step).zip(&bounded) {
            *step = people + (bounded & 1);
            *cell += !bounded & (people - 1);
        }
        if seen <= SMALL {
            for start in &self.starts {
                // Signed numbers compare in one instruction everywhere.
                let start = i32::try_from(*start).unwrap_or(i32::MAX);
                for ((cell, least), step) in cell.iter_mut().zip(&least).zip(&step) {
                    *cell += if least.cast_signed() >= start { *step } else { 0 };
                }
            }
        } else {
            least = chunk.large_sum(self.all_groups);
            if let Some(total) = chunk.total {
                let known = bits::masks(total.valid);
                for ((least, total), known) in least.iter_mut().zip(total.values).zip(&known) {
                    *least = (*least & !known) | (total & known);
                }
            }
            for start in &self.starts {
                for ((cell, least), step) in cell.iter_mut().zip(&least).zip(&step) {
                    *cell += if least >= start { *step } else { 0 };
                }
            }
        }
        Sums { least, cell }
    }

    /// Only some groups are counted: a total bounds those that are unknown, as
    /// [`Counts::people`](crate::model::Counts::people) has it.
    #[inline(always)]
    fn of_some(&self, chunk: &Chunk<'_>, mut cell: [u32; CHUNK]) -> Sums {
        let others = self.all_groups.difference(self.counted);
        let complete = bits::masks(&chunk.known(self.counted));
        let mut least = chunk.large_sum(self.counted);
        let mut most = [0; CHUNK];
        let none = ([0; CHUNK], [0; BYTES]);
        let (total, total_known) = chunk.total.map_or(none, |total| (*total.values, *total.valid));
        let total_known = bits::masks(&total_known);
        let left_known = bits::masks(&chunk.known(others));
        let taken = chunk.large_sum(others);
        let people = least.iter_mut().zip(&mut most);
        let totals = total.iter().zip(&total_known).zip(taken.iter().zip(&left_known));
        for (((least, most), complete), ((total, total_known), (taken, left_known))) in
            people.zip(&complete).zip(totals)
        {
            let bound = total | !total_known;
            let known = (*least).min(bound);
            let left = total.saturating_sub(*taken) & left_known & total_known & !complete;
            *least = known.max(left);
            *most = (known & complete) | (bound & !complete);
        }
        let low = self.people_wide();
        for start in &self.starts {
            for ((cell, least), most) in cell.iter_mut().zip(&least).zip(&most) {
                *cell += if least >= start { low } else { 0 };
                *cell += u32::from(most >= start);
            }
        }
        Sums { least, cell }
    }

    /// How many classes of numbers of people there are.
    #[inline(always)]
    fn people_wide(&self) -> u32 {
        u32::try_from(self.people()).unwrap_or(u32::MAX)
    }
}

impl Chunk<'_> {
    /// The columns of some groups; those that aren't there, none.
    #[inline(always)]
    fn of_groups(&self, groups: IdSet<GroupId>) -> impl Iterator<Item = Option<&Known<'_, u32>>> {
        let columns = self.groups.iter().enumerate();
        columns
            .filter(move |(at, _)| groups.contains(GroupId::at(*at)))
            .map(|(_, column)| column.as_ref())
    }

    /// Which rows know all of some groups.
    #[inline(always)]
    fn known(&self, groups: IdSet<GroupId>) -> [u8; BYTES] {
        let mut known = [u8::MAX; BYTES];
        for column in self.of_groups(groups) {
            known = column.map_or([0; BYTES], |column| bits::and(&known, column.valid));
        }
        known
    }

    /// The sums of what is known of some groups, right where no number is large; and all numbers' bits.
    #[inline(always)]
    fn sum(&self, groups: IdSet<GroupId>) -> ([u32; CHUNK], u32) {
        let mut sum = [0u32; CHUNK];
        let mut seen = 0;
        for column in self.of_groups(groups).flatten() {
            let kept = bits::kept(column.values, column.valid);
            for (sum, count) in sum.iter_mut().zip(&kept) {
                *sum = sum.wrapping_add(*count);
                seen |= count;
            }
        }
        (sum, seen)
    }

    /// The sums of what is known of some groups; as many as a number holds where there are more.
    #[inline(always)]
    fn large_sum(&self, groups: IdSet<GroupId>) -> [u32; CHUNK] {
        let mut sum = [0u32; CHUNK];
        for column in self.of_groups(groups).flatten() {
            for (sum, count) in sum.iter_mut().zip(&bits::kept(column.values, column.valid)) {
                *sum = sum.saturating_add(*count);
            }
        }
        sum
    }

    /// Rows whose total is below the largest known group, or above the sum where all are known; none
    /// where there is no total.
    #[inline(always)]
    pub(super) fn out_of_bounds(&self, all: IdSet<GroupId>) -> Option<[u8; CHUNK]> {
        let total = self.total.as_ref()?;
        if total.valid.iter().all(|byte| *byte == 0) {
            return None;
        }
        let mut largest = [0u32; CHUNK];
        for column in self.of_groups(all).flatten() {
            for (largest, count) in largest.iter_mut().zip(&bits::kept(column.values, column.valid))
            {
                *largest = (*largest).max(*count);
            }
        }
        let sum = self.large_sum(all);
        let known = bits::masks(total.valid);
        let complete = bits::masks(&self.known(all));
        let mut wrong = [0; CHUNK];
        let bounds = largest.iter().zip(&sum).zip(known.iter().zip(&complete));
        for ((wrong, total), ((largest, sum), (known, complete))) in
            wrong.iter_mut().zip(total.values).zip(bounds)
        {
            let is_wrong = (total < largest) | ((total > sum) & (*complete != 0));
            *wrong = u8::from(is_wrong & (*known != 0));
        }
        Some(wrong)
    }
}
