//! Sensitivity: of the subjects of a register, whose answer hangs on how the text is read, or on a
//! few people more or fewer.
//!
//! Subjects come one by one and are reduced to their class: what they are under every reading, in
//! which tiers the ends of their counts lie under every reading, and the rest that an answer looks
//! at. In the end classes are compared, not subjects: as many comparisons as there are classes and
//! choices, however long the register is.

mod class;
mod compare;
mod margin;

use std::collections::BTreeMap;

pub use margin::Margin;

use crate::decide::{Answer, ForeignSubject};
use crate::model::{AsOf, Subject};
use crate::policy::{Chosen, Policy};
use class::{Class, Classes};

/// What changes for some subjects: how many they are, and from what to what.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    /// How many subjects another duty, fulfilment or status is given for.
    pub subjects: u64,
    /// How many of them have another duty.
    pub duty: u64,
    /// How many of them have another fulfilment.
    pub fulfilment: u64,
    /// How many of them have another status.
    pub status: u64,
    /// The subjects that change alike, by what they change from and to.
    pub alike: Vec<Alike>,
}

/// Subjects that change alike.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alike {
    /// The answer as it is.
    pub from: Answer,
    /// The answer as it would be.
    pub to: Answer,
    /// How many they are.
    pub subjects: u64,
    /// The first of them, or all, by their number among those added, from 0, ascending.
    pub which: Vec<usize>,
}

/// What other choices than those in force change, one or two of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Flip {
    /// The choices, in the order of their readings.
    pub choices: Vec<Chosen>,
    /// What they change.
    pub changes: Changes,
}

/// What a register's answers hang on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Each other choice of each reading, alone, in the order of the readings: those too that change
    /// nothing.
    pub readings: Vec<Flip>,
    /// Each two other choices of different readings that together give some subject an answer that
    /// is neither the one in force nor what one of the two alone gives; no others.
    pub pairs: Vec<Flip>,
    /// What some people more would change, no more of them than were asked for.
    pub more: Changes,
    /// What some people fewer would change, no more of them than were asked for.
    pub fewer: Changes,
    /// How many subjects are among `more` or `fewer`.
    pub near: u64,
    /// Of how many subjects the number of people isn't known, in whole or in part: they are neither
    /// near nor far.
    pub unknown: u64,
}

/// What is asked of a register.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The date, and from how many days left on a duty is due soon.
    pub as_of: AsOf,
    /// For how many people more or fewer.
    pub within: u32,
    /// How many of those that change alike are named at most; none for all.
    pub most: Option<usize>,
}

/// Takes in a register's subjects one by one. What it holds for each is a number.
#[derive(Debug)]
pub struct Sensitivity<'p> {
    policy: &'p Policy,
    asked: Asked,
    classes: Classes,
    found: Vec<Class>,
    subjects: usize,
    more: Sum,
    fewer: Sum,
    near: u64,
    unknown: u64,
}

impl<'p> Sensitivity<'p> {
    /// Of no subject so far.
    #[must_use]
    pub fn new(policy: &'p Policy, asked: Asked) -> Self {
        Self {
            policy,
            asked,
            classes: Classes::of(policy),
            found: Vec::new(),
            subjects: 0,
            more: Sum::new(asked.most),
            fewer: Sum::new(asked.most),
            near: 0,
            unknown: 0,
        }
    }

    /// How many people more or fewer are asked for where nobody says: a tenth of the policy's lowest
    /// threshold, rounded up; 1 where it has none.
    #[must_use]
    pub fn usual_within(policy: &Policy) -> u32 {
        let terms = policy.terms();
        let tiers = terms.rows.iter().flat_map(|(_, row)| row.tiers.iter());
        let upper = tiers.filter(|(_, tier)| tier.is_upper);
        let lowest = upper.map(|(_, tier)| tier.start(&terms.limits)).min();
        lowest.map_or(1, |lowest| lowest.div_ceil(10)).max(1)
    }

    /// Adds a subject, and says how many people more or fewer change its answer; none where the
    /// number isn't known.
    ///
    /// # Errors
    /// [`ForeignSubject`] where kind, place or form is not this policy's.
    pub fn add(&mut self, subject: &Subject) -> Result<Margin, ForeignSubject> {
        let (policy, as_of) = (self.policy, self.asked.as_of);
        let at = self.classes.number(policy, subject, as_of).ok_or(ForeignSubject)?;
        if at == self.found.len() {
            match Class::of(policy, subject, as_of) {
                Some(class) => self.found.push(class),
                None => {
                    self.classes.forget();
                    return Err(ForeignSubject);
                }
            }
        }
        let class = self.found.get_mut(at).ok_or(ForeignSubject)?;
        class.members.push(self.subjects);
        let tables = policy.tables();
        let people = subject.counts.people(tables.counted, tables.all_groups);
        self.unknown += u64::from(!people.is_complete());
        let lines = class.lines(people.least);
        let within = u64::from(self.asked.within);
        let (above, below) = (lines.above, lines.below);
        let mut is_near = false;
        for (line, sum) in [(above, &mut self.more), (below, &mut self.fewer)] {
            if let Some(line) = line.filter(|line| line.by <= within) {
                sum.add(class.answer, line.gives, &[self.subjects]);
                is_near = true;
            }
        }
        self.near += u64::from(is_near);
        self.subjects += 1;
        Ok(lines.margin())
    }

    /// How many classes of subjects were told apart.
    #[must_use]
    pub fn classes(&self) -> usize {
        self.found.len()
    }

    /// What their answers hang on.
    #[must_use]
    pub fn finish(self) -> Found {
        let (readings, pairs) = compare::flips(self.policy, &self.found, self.asked);
        let Self { more, fewer, near, unknown, .. } = self;
        Found { readings, pairs, more: more.changes(), fewer: fewer.changes(), near, unknown }
    }
}

/// Changes while they are summed up.
#[derive(Debug)]
struct Sum {
    alike: BTreeMap<(Answer, Answer), (u64, Vec<usize>)>,
    most: Option<usize>,
}

impl Sum {
    fn new(most: Option<usize>) -> Self {
        Self { alike: BTreeMap::new(), most }
    }

    fn add(&mut self, from: Answer, to: Answer, members: &[usize]) {
        let (subjects, which) = self.alike.entry((from, to)).or_default();
        *subjects += u64::try_from(members.len()).unwrap_or(u64::MAX);
        // Each class's members ascend: no more of one than are named in all can be among the first.
        which.extend(members.iter().take(self.most.unwrap_or(usize::MAX)));
    }

    fn changes(self) -> Changes {
        let mut changes = Changes::default();
        for ((from, to), (subjects, mut which)) in self.alike {
            which.sort_unstable();
            which.truncate(self.most.unwrap_or(usize::MAX));
            let of = |differs: bool| if differs { subjects } else { 0 };
            changes.subjects += subjects;
            changes.duty += of(from.duty != to.duty);
            changes.fulfilment += of(from.fulfilment != to.fulfilment);
            changes.status += of(from.status != to.status);
            changes.alike.push(Alike { from, to, subjects, which });
        }
        changes
    }
}
