//! The number of people: groups that may be unknown, and the interval that they give.

use super::ids::{GroupId, Id, IdSet};

/// How many groups of people a policy may name.
pub const MAX_GROUPS: usize = 8;

/// From how many people to how many: both ends included, open above where `most` is none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct People {
    /// The fewest that there can be.
    pub least: u64,
    /// The most that there can be; none where nothing bounds it.
    pub most: Option<u64>,
}

impl People {
    /// Exactly so many.
    #[must_use]
    pub const fn exactly(count: u64) -> Self {
        Self { least: count, most: Some(count) }
    }
    /// So many or more.
    #[must_use]
    pub const fn at_least(count: u64) -> Self {
        Self { least: count, most: None }
    }
    /// Whether there can be so many.
    #[must_use]
    pub fn can_be(self, count: u64) -> bool {
        self.least <= count && self.most.is_none_or(|most| count <= most)
    }
    /// Whether both ends meet.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.most == Some(self.least)
    }
}

/// The counts of one subject: each group known or not, and perhaps a total.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Counts {
    /// Of each group; zero where it is unknown, so that sums need no branch.
    groups: [u32; MAX_GROUPS],
    known: IdSet<GroupId>,
    /// The number of distinct people over all groups, where it was counted as one number.
    pub total: Option<u32>,
}

impl Counts {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { groups: [0; MAX_GROUPS], known: IdSet::EMPTY, total: None };

    /// The count of a group; none where it is unknown.
    #[must_use]
    pub fn get(&self, group: GroupId) -> Option<u32> {
        self.groups.get(group.index()).copied().filter(|_| self.known.contains(group))
    }
    /// The counts with this group known.
    #[must_use]
    pub fn with(mut self, group: GroupId, count: u32) -> Self {
        if let Some(slot) = self.groups.get_mut(group.index()) {
            *slot = count;
            self.known = self.known.with(group);
        }
        self
    }
    /// The counts with this total.
    #[must_use]
    pub const fn with_total(mut self, total: u32) -> Self {
        self.total = Some(total);
        self
    }

    /// What a total may be beside the groups that are known: no less than the largest of them, and no
    /// more than all together where `all` are known. One person may be in several groups.
    #[must_use]
    pub fn total_bounds(&self, all: IdSet<GroupId>) -> People {
        let largest = all.iter().filter_map(|group| self.get(group)).max().unwrap_or(0);
        let is_complete = self.unknown(all).is_empty();
        People { least: u64::from(largest), most: is_complete.then(|| self.sum(all)) }
    }

    /// The people of the `counted` ones among `all` groups, as an interval.
    ///
    /// Known groups add up and an unknown one leaves the interval open above. A total is the answer
    /// where all groups are counted; where only some are, it bounds those that are unknown: no more
    /// than the total, and no fewer than what the groups that aren't counted leave of it.
    #[must_use]
    #[inline]
    pub fn people(&self, counted: IdSet<GroupId>, all: IdSet<GroupId>) -> People {
        let total = self.total.map(u64::from);
        let sum = self.sum(counted);
        let complete = self.unknown(counted).is_empty();
        if counted == all {
            let least = total.unwrap_or(sum);
            let bounded = total.is_some() | complete;
            return People { least, most: if bounded { Some(least) } else { None } };
        }
        // One person can be in two groups, so that a sum may exceed the total; people can't.
        let known = total.map_or(sum, |total| sum.min(total));
        if complete {
            return People::exactly(known);
        }
        let Some(total) = total else { return People::at_least(known) };
        let others = all.difference(counted);
        let others_complete = self.unknown(others).is_empty();
        let left = if others_complete { total.saturating_sub(self.sum(others)) } else { 0 };
        People { least: known.max(left), most: Some(total) }
    }

    /// The sum of the known ones of some groups.
    #[inline]
    fn sum(&self, groups: IdSet<GroupId>) -> u64 {
        let counts = self.groups.iter().enumerate();
        counts.map(|(at, count)| if groups.has(at) { u64::from(*count) } else { 0 }).sum()
    }

    /// The groups among these that are unknown.
    #[must_use]
    #[inline]
    pub fn unknown(&self, groups: IdSet<GroupId>) -> IdSet<GroupId> {
        groups.difference(self.known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    fn group(index: usize) -> GroupId {
        GroupId::new(index).unwrap()
    }

    #[test]
    fn people_counted_in_some_groups_are_never_more_than_the_total() {
        let all: IdSet<GroupId> = [group(0), group(1), group(2), group(3)].into_iter().collect();
        let counted: IdSet<GroupId> = [group(0), group(1), group(2)].into_iter().collect();
        let counts = Counts::UNKNOWN.with(group(0), 40).with(group(1), 40).with_total(50);
        let before = counts.people(counted, all);
        assert_eq!(before, People { least: 50, most: Some(50) });
        let after = counts.with(group(2), 45).people(counted, all);
        assert_eq!(after, People::exactly(50), "learning a group stays within what was possible");
    }

    #[test]
    fn a_total_is_no_less_than_a_group_and_no_more_than_all_of_them() {
        let all: IdSet<GroupId> = [group(0), group(1)].into_iter().collect();
        assert_eq!(Counts::UNKNOWN.total_bounds(all), People::at_least(0));
        let one = Counts::UNKNOWN.with(group(1), 30);
        assert_eq!(one.total_bounds(all), People::at_least(30));
        let both = one.with(group(0), 12).total_bounds(all);
        assert_eq!(both, People { least: 30, most: Some(42) });
        assert_eq!([29, 30, 42, 43].map(|total| both.can_be(total)), [false, true, true, false]);
        let empty = Counts::UNKNOWN.with(group(0), 0).with(group(1), 0);
        assert_eq!(empty.total_bounds(all), People::exactly(0));
    }

    #[test]
    fn a_total_leaves_to_the_counted_groups_what_the_others_don_t_take() {
        let all: IdSet<GroupId> = [group(0), group(1)].into_iter().collect();
        let counted = IdSet::EMPTY.with(group(0));
        let counts = Counts::UNKNOWN.with(group(1), 30).with_total(50);
        assert_eq!(counts.people(counted, all), People { least: 20, most: Some(50) });
        assert_eq!(Counts::UNKNOWN.people(counted, all), People::at_least(0));
    }
}
