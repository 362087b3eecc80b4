//! The decision: facts to an answer by table look-up, without allocation. The rules are applied in
//! `compile`, once for a policy; here they are only looked up.

mod answer;
mod decisive;
mod leaf;

pub use answer::Answer;
#[cfg(feature = "checks")]
pub(crate) use answer::{answer, answer_for};
pub(crate) use leaf::{Standing, fulfilment, status};

use chrono::NaiveDate;

use crate::compile::{End, OutcomeSet, Present, RowTable, Tables, day_number};
use crate::model::{
    AsOf, Duty, DutySet, FormId, Fulfilment, GroupId, IdSet, People, ProvisionId, RowId, Status,
    Subject,
};
use crate::policy::Policy;

/// What a policy says of one subject on one date.
///
/// Where the facts leave several outcomes possible, a field that they don't agree on is none, or
/// the value that stands for "open".
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Decision {
    /// The row of rules that holds for the subject.
    pub row: RowId,
    /// Whether it is one of the key areas.
    pub key_area: bool,
    /// How many people are counted.
    pub people: People,
    /// The smallest number of people in the row's upper tier.
    pub threshold: Option<u32>,
    /// The duty; none while several are possible.
    pub duty: Option<Duty>,
    /// The duties possible.
    pub possible_duties: DutySet,
    /// The forms that fulfil it.
    pub forms: IdSet<FormId>,
    /// The due day, in days from the common era.
    pub due: Option<i32>,
    /// How far the organisation fulfils it.
    pub fulfilment: Fulfilment,
    /// Where the subject stands.
    pub status: Status,
    /// Days from the as-of date to the due day, negative when it is past, while something is owed.
    pub days_left: Option<i32>,
    /// Counted groups that are unknown and would tell the outcomes apart.
    pub missing_groups: IdSet<GroupId>,
    /// Whether the existing organisation is unknown and would settle the status.
    pub missing_form: bool,
    /// The whole provisions that it rests on.
    pub provisions: IdSet<ProvisionId>,
}

impl Decision {
    /// How many people are short of the threshold.
    #[must_use]
    pub fn shortfall(&self) -> Option<u64> {
        u64::from(self.threshold?).checked_sub(self.people.least).filter(|short| *short > 0)
    }

    /// Whether duty, fulfilment and status are the same.
    #[must_use]
    pub fn is_same_answer(&self, other: &Self) -> bool {
        (self.duty, self.fulfilment, self.status) == (other.duty, other.fulfilment, other.status)
    }
}

/// A subject that this policy can't have made: its kind, place or form is another policy's.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "the subject's kind, place or form belongs to another policy; make subjects from the policy that decides them"
)]
pub struct ForeignSubject;

impl Policy {
    /// Decides one subject: a table look-up, no allocation.
    ///
    /// # Errors
    /// [`ForeignSubject`] where kind, place or form is not this policy's.
    #[inline]
    pub fn decide(&self, subject: &Subject, as_of: AsOf) -> Result<Decision, ForeignSubject> {
        decide(self.tables(), subject, as_of).ok_or(ForeignSubject)
    }
}

#[inline]
pub(crate) fn decide(tables: &Tables, subject: &Subject, as_of: AsOf) -> Option<Decision> {
    let people = subject.counts.people(tables.counted, tables.all_groups);
    decide_for(tables, subject, people, as_of)
}

/// Decides with the people given as an interval, so that a proof can walk intervals directly.
#[inline]
pub(crate) fn decide_for(
    tables: &Tables,
    subject: &Subject,
    people: People,
    as_of: AsOf,
) -> Option<Decision> {
    let now = Now::of(tables, subject, as_of);
    let found = Found::of(tables, subject, people, &now)?;
    let Found { row, rules, set, end } = found;
    Some(Decision {
        row,
        key_area: rules.is_key_area,
        people,
        threshold: rules.threshold,
        duty: set.duty,
        possible_duties: set.duties,
        forms: set.forms,
        due: set.due,
        fulfilment: end.fulfilment(),
        status: end.status(),
        days_left: end.days_left(set.due, now.number),
        missing_groups: if set.is_open {
            subject.counts.unknown(tables.counted)
        } else {
            IdSet::EMPTY
        },
        missing_form: end.is_unverified,
        provisions: set.provisions,
    })
}

/// The as-of date and what is there on it by the record, the same under every reading.
#[derive(Clone, Copy)]
struct Now {
    present: Present,
    /// The as-of date as a number.
    number: i32,
}

impl Now {
    #[inline]
    fn of(tables: &Tables, subject: &Subject, as_of: AsOf) -> Self {
        let AsOf { date: today, due_soon_days } = as_of;
        let number = day_number(today);
        let form = form_on_record(tables, subject, today);
        let established = established(subject);
        let exception_agreed = subject.exception_agreed == Some(true);
        let soon = i64::from(number) + i64::from(due_soon_days);
        let present = Present { form, established, exception_agreed, today, soon };
        Self { present, number }
    }
}

/// When the organisation on record was set up; earlier than any day where nobody said.
#[inline]
fn established(subject: &Subject) -> NaiveDate {
    let established = subject.established_on.filter(|_| subject.existing_form.is_some());
    established.unwrap_or(NaiveDate::MIN)
}

/// The form of the organisation on a day, as far as the record says. One that is set up later isn't
/// there yet.
#[inline]
pub(crate) fn form_on_record(
    tables: &Tables,
    subject: &Subject,
    today: NaiveDate,
) -> Option<FormId> {
    let is_there = established(subject) <= today;
    subject.existing_form.map(|form| if is_there { form } else { tables.no_form() })
}

/// What the tables hold of a subject.
#[derive(Clone, Copy)]
struct Found<'t> {
    row: RowId,
    rules: &'t RowTable,
    set: &'t OutcomeSet,
    end: End,
}

impl<'t> Found<'t> {
    #[inline]
    fn of(tables: &'t Tables, subject: &Subject, people: People, now: &Now) -> Option<Self> {
        let class = tables.class(subject.kind, subject.place)?;
        let (row, rules) = tables.row(class, subject.key_area)?;
        let set = tables.outcomes((row, rules), people, subject.conditions_met)?;
        let form = now.present.form.or(class.presumed());
        let present = Present { form, ..now.present };
        Some(Self { row, rules, set, end: tables.end(set, &present)? })
    }
}
