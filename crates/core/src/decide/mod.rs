//! The decision: facts to an answer by table look-up, without allocation.

mod decisive;
mod leaf;

pub(crate) use leaf::{Standing, fulfilment, status};

use crate::compile::{Outcome, Tables, day_number};
use crate::model::{
    AsOf, Duty, DutySet, FormId, Fulfilment, GroupId, IdSet, People, ProvisionId, RowId, Status,
    Subject,
};
use crate::policy::Policy;

/// What a policy says of one subject on one date.
///
/// Where the facts leave several outcomes possible, a field that they don't agree on is none, or
/// the value that stands for "open".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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

/// A subject that this policy can't have made: its kind or place is another policy's.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "the subject's kind or place belongs to another policy; make subjects from the policy that decides them"
)]
pub struct ForeignSubject;

impl Policy {
    /// Decides one subject: a table look-up, no allocation.
    ///
    /// # Errors
    /// [`ForeignSubject`] where kind or place is not this policy's.
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
    let (row, rules) = tables.row(subject.kind, subject.place, subject.key_area)?;
    let set = tables.outcomes(rules, people, subject.conditions_met)?;
    let now = Now::of(tables, subject, as_of);
    let (first, rest) = set.outcomes.split_first()?;
    let mut merged = now.settle(first, tables.full_form);
    for outcome in rest {
        merged = merged.agree(now.settle(outcome, tables.full_form));
    }
    let open = set.outcomes.len() > 1;
    Some(Decision {
        row,
        key_area: rules.is_key_area,
        people,
        threshold: rules.threshold,
        duty: set.duty,
        possible_duties: set.duties,
        forms: set.forms,
        due: set.due,
        fulfilment: merged.fulfilment.unwrap_or(Fulfilment::Unknown),
        status: merged.status.unwrap_or(Status::Undetermined),
        days_left: merged.days_left.filter(|_| merged.status.is_some()),
        missing_groups: if open { subject.counts.unknown(tables.counted) } else { IdSet::EMPTY },
        missing_form: merged.unverified,
        provisions: set.provisions,
    })
}

/// What is known of the organisation and the date, the same for every outcome.
struct Now {
    standing: Standing,
    established: Option<i32>,
    exception_agreed: bool,
    today: i32,
    due_soon_days: u32,
}

/// What one outcome comes to on the date; several agree on a field or it is none.
#[derive(Clone, Copy)]
struct Settled {
    fulfilment: Option<Fulfilment>,
    status: Option<Status>,
    days_left: Option<i32>,
    unverified: bool,
}

impl Now {
    #[inline]
    fn of(tables: &Tables, subject: &Subject, as_of: AsOf) -> Self {
        let today = day_number(as_of.date);
        let established = subject.established_on.map(day_number);
        Self {
            standing: Standing::on_record(tables, subject, today),
            established: established.filter(|_| subject.existing_form.is_some()),
            exception_agreed: subject.exception_agreed == Some(true),
            today,
            due_soon_days: as_of.due_soon_days,
        }
    }

    #[inline]
    fn settle(&self, outcome: &Outcome, full_form: FormId) -> Settled {
        let fulfilment = fulfilment(outcome, self.standing, full_form);
        let is_late = matches!((self.established, outcome.due), (Some(at), Some(due)) if at > due);
        let days_left = outcome.due.map(|due| due.saturating_sub(self.today));
        let status = status(
            outcome.duty,
            fulfilment,
            self.exception_agreed,
            is_late,
            days_left,
            self.due_soon_days,
        );
        Settled {
            fulfilment: Some(fulfilment),
            status: Some(status),
            days_left: days_left.filter(|_| status.counts_days()),
            unverified: status == Status::Unverified,
        }
    }
}

impl Settled {
    #[inline]
    fn agree(self, other: Self) -> Self {
        Self {
            fulfilment: self.fulfilment.filter(|_| self.fulfilment == other.fulfilment),
            status: self.status.filter(|_| self.status == other.status),
            days_left: self.days_left.filter(|_| self.days_left == other.days_left),
            unverified: self.unverified || other.unverified,
        }
    }
}
