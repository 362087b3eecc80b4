//! Numbers of people at which an answer may change.

use super::{Count, Ground};
use crate::model::{Counts, GroupId, IdSet};

impl Ground<'_> {
    /// The values of a number at which something may change, each with its neighbours, ascending.
    ///
    /// Those are where a sum comes to the start of a tier under some reading, where a total leaves as
    /// many to the counted groups, where it bounds a sum or is bounded by one, zero, and the value
    /// that there is.
    pub(super) fn turning(&self, counts: &Counts, of: Count) -> Vec<u32> {
        let mut values: Vec<i64> = vec![0];
        values.extend(self.value(counts, of).map(i64::from));
        match of {
            Count::Group(group) => self.turning_of_group(counts, group, &mut values),
            Count::Total => self.turning_of_total(counts, &mut values),
        }
        let near = values.into_iter().flat_map(|value| [value - 1, value, value + 1]);
        let mut near: Vec<u32> = near.filter_map(|value| u32::try_from(value).ok()).collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    fn turning_of_group(&self, counts: &Counts, group: GroupId, values: &mut Vec<i64>) {
        let only = IdSet::EMPTY.with(group);
        let total = counts.total.map(i64::from);
        values.extend(total);
        values.extend(total.map(|total| total - sum(counts, self.all_groups.difference(only))));
        for counted in &self.counted {
            if counted.contains(group) {
                let rest = sum(counts, counted.difference(only));
                values.extend(self.starts().map(|start| start - rest));
                values.extend(total.map(|total| total - rest));
            } else if let Some(total) = total {
                let rest = sum(counts, self.all_groups.difference(*counted).difference(only));
                values.extend(self.starts().map(|start| total - rest - start));
            }
        }
    }

    fn turning_of_total(&self, counts: &Counts, values: &mut Vec<i64>) {
        let known = self.all_groups.iter().filter_map(|group| counts.get(group));
        values.extend(known.max().map(i64::from));
        values.push(sum(counts, self.all_groups));
        for counted in &self.counted {
            values.push(sum(counts, *counted));
            let others = sum(counts, self.all_groups.difference(*counted));
            values.extend(self.starts().flat_map(|start| [start, start + others]));
        }
    }

    fn starts(&self) -> impl Iterator<Item = i64> {
        self.starts.iter().filter_map(|start| i64::try_from(*start).ok())
    }

    /// A number that a record gives.
    pub(super) fn value(&self, counts: &Counts, of: Count) -> Option<u32> {
        match of {
            Count::Group(group) => counts.get(group),
            Count::Total => counts.total,
        }
    }

    /// Whether a record may give these numbers.
    pub(super) fn may_be(&self, counts: &Counts) -> bool {
        let bounds = counts.total_bounds(self.all_groups);
        counts.total.is_none_or(|total| bounds.can_be(u64::from(total)))
    }

    /// The numbers that a record gives.
    pub(super) fn numbers(&self) -> impl Iterator<Item = Count> {
        self.all_groups.iter().map(Count::Group).chain([Count::Total])
    }
}

/// The counts with one number other.
pub(super) fn with(counts: Counts, of: Count, value: u32) -> Counts {
    match of {
        Count::Group(group) => counts.with(group, value),
        Count::Total => counts.with_total(value),
    }
}

/// The sum of the known ones of some groups.
fn sum(counts: &Counts, groups: IdSet<GroupId>) -> i64 {
    groups.iter().filter_map(|group| counts.get(group)).map(i64::from).sum()
}
