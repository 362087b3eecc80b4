//! What would change an answer: the smallest changes of one subject's facts that give it another
//! duty or status, and which unknown fact to ask for first.
//!
//! A change is of one fact: the people of a group or the total, the organisation (one of some form
//! that is there on the date, set up on a day of some span, or none), what is said of `key_area`,
//! `conditions_met` or `exception_agreed`, or the choice of one reading. A fact that is known stays
//! known; a record that couldn't be (a total beyond its bounds) is none.
//!
//! [`Policy::what_if`] lists
//!
//! * of one fact each duty and status that some value of it gives, with the value nearest to the
//!   one that there is, above and below it apart;
//! * of two facts each duty and status that two values give, where neither value alone changes duty
//!   or status, and no value of one of the two facts alone gives the same. Of numbers of people
//!   those that are the least away in sum stand for all.
//!
//! Each is checked by deciding again. Nothing is left out of what up to two facts do; a property
//! compares it with trying all values.

mod ask;
mod change;
mod merge;
mod people;
mod search;
mod step;

pub use ask::{Ask, Reply, Values};
pub use change::{Change, Count, WhatIf};

use chrono::NaiveDate;

use crate::compile::{Tables, day_of};
use crate::decide::ForeignSubject;
use crate::model::{AsOf, GroupId, IdSet, RowId, Subject};
use crate::policy::Policy;

impl Policy {
    /// The smallest changes of a subject's facts, of two facts at most, that give it another duty or
    /// status on a date: those of one fact first.
    ///
    /// # Errors
    /// [`ForeignSubject`] where kind, place or form is not this policy's.
    pub fn what_if(&self, subject: &Subject, as_of: AsOf) -> Result<Vec<WhatIf>, ForeignSubject> {
        search::all(&Ground::of(self, subject, as_of)?).ok_or(ForeignSubject)
    }

    /// The unknown facts that would settle something, the one that settles most first, with what
    /// each answer to it would give; empty where nothing is open.
    ///
    /// # Errors
    /// [`ForeignSubject`] where kind, place or form is not this policy's.
    pub fn next_facts(&self, subject: &Subject, as_of: AsOf) -> Result<Vec<Ask>, ForeignSubject> {
        ask::all(&Ground::of(self, subject, as_of)?).ok_or(ForeignSubject)
    }
}

/// What is asked, and all numbers and days at which an answer may change.
struct Ground<'p> {
    policy: &'p Policy,
    subject: Subject,
    as_of: AsOf,
    /// From how many people on, in any row that the subject can come to, under any reading.
    starts: Vec<u64>,
    /// Which groups are counted, under any reading.
    counted: Vec<IdSet<GroupId>>,
    all_groups: IdSet<GroupId>,
    /// Due days before the date, under any reading, and the date itself, ascending: an organisation
    /// set up on any day from one of them to the next is the same.
    days: Vec<NaiveDate>,
}

impl<'p> Ground<'p> {
    fn of(policy: &'p Policy, subject: &Subject, as_of: AsOf) -> Result<Self, ForeignSubject> {
        policy.decide(subject, as_of)?;
        let others = policy.variants().iter().map(|variant| variant.tables(policy));
        let all: Vec<&Tables> = core::iter::once(policy.tables()).chain(others).collect();
        let rows = |tables: &Tables| -> Vec<RowId> {
            let class = tables.class(subject.kind, subject.place);
            let said = [None, Some(true), Some(false)];
            said.iter().filter_map(|said| class?.row(*said)).collect()
        };
        let mut starts: Vec<u64> = Vec::new();
        let mut days = vec![as_of.date];
        let mut counted = Vec::new();
        for tables in &all {
            for row in rows(tables) {
                starts.extend(tables.starts(row));
            }
            let due = tables.dues().filter_map(day_of);
            days.extend(due.filter(|due| *due < as_of.date));
            if !counted.contains(&tables.counted) {
                counted.push(tables.counted);
            }
        }
        starts.sort_unstable();
        starts.dedup();
        days.sort_unstable();
        days.dedup();
        let all_groups = policy.rulebook().all_groups();
        Ok(Self { policy, subject: *subject, as_of, starts, counted, all_groups, days })
    }
}
