//! Where outcomes end, worked out beforehand for every organisation in every phase of time.
//!
//! On any date an outcome's status depends on which organisation there is, on whether an exception
//! was agreed, and on how two days lie to its due day. That is some hundred ends for each set of
//! outcomes that share a due day, so that deciding is looking one up.

use chrono::NaiveDate;

use super::{Outcome, day_of};
use crate::decide::{Standing, fulfilment, status};
use crate::model::{Arena, FormId, Fulfilment, Id, Status};
use crate::policy::OrgForm;

/// Where some outcomes end. What they don't agree on is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct End {
    /// How far the organisation fulfils them.
    pub(crate) fulfilment: Option<Fulfilment>,
    /// Where they leave the subject.
    pub(crate) status: Option<Status>,
    /// Whether the days to the due day count, the same for all of them.
    pub(crate) counts_days: bool,
    /// Whether one of them is unverified.
    pub(crate) is_unverified: bool,
}

impl End {
    /// Unknown where the outcomes differ.
    #[inline]
    pub(crate) fn fulfilment(&self) -> Fulfilment {
        self.fulfilment.unwrap_or(Fulfilment::Unknown)
    }

    /// Undetermined where the outcomes differ.
    #[inline]
    pub(crate) fn status(&self) -> Status {
        self.status.unwrap_or(Status::Undetermined)
    }

    /// The days to a due day that all outcomes share, where they count.
    #[inline]
    pub(crate) fn days_left(&self, due: Option<i32>, today: i32) -> Option<i32> {
        let counts_days = self.counts_days & self.status.is_some();
        due.filter(|_| counts_days).map(|due| due.saturating_sub(today))
    }

    /// What two ends have in common. Only outcomes of one due day have the same days left.
    #[inline]
    pub(crate) fn agree(self, other: Self) -> Self {
        Self { counts_days: false, ..self.merge(other) }
    }

    #[inline]
    fn merge(self, other: Self) -> Self {
        Self {
            fulfilment: self.fulfilment.filter(|_| self.fulfilment == other.fulfilment),
            status: self.status.filter(|_| self.status == other.status),
            counts_days: self.counts_days && other.counts_days,
            is_unverified: self.is_unverified || other.is_unverified,
        }
    }
}

/// Outcomes of one due day, or of none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Timed {
    /// The due day; later than any where there is none.
    due: NaiveDate,
    /// The due day as a number.
    number: i64,
    /// Where their ends begin.
    ends: usize,
}

/// What is there on the as-of date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Present {
    /// Nothing known of an organisation, or one of this form.
    pub(crate) form: Option<FormId>,
    /// When the organisation on record was set up; earlier than any day where nobody said.
    pub(crate) established: NaiveDate,
    /// Whether an exception was agreed.
    pub(crate) exception_agreed: bool,
    /// The as-of date.
    pub(crate) today: NaiveDate,
    /// The last day that is soon, as a number.
    pub(crate) soon: i64,
}

/// How the as-of date lies to a due day, as many days before it as this, where 0 is soon.
const PHASES: [i32; 3] = [1, 0, -1];

/// How many ends there are of one organisation: with an exception or not, late or not, by phase.
const OF_FORM: usize = 2 * 2 * PHASES.len();

/// The ends of all outcomes.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Ends {
    ends: Vec<End>,
    forms: usize,
    full_form: FormId,
    pub(super) no_form: FormId,
}

impl Ends {
    pub(super) fn new(forms: &Arena<FormId, OrgForm>, full_form: FormId, no_form: FormId) -> Self {
        Self { ends: Vec::new(), forms: forms.len(), full_form, no_form }
    }

    /// The end of some outcomes, given what there is; none where the form is another policy's.
    #[inline]
    pub(crate) fn at(&self, timed: &Timed, present: &Present) -> Option<End> {
        let standing = present.form.map_or(0, |form| form.index() + 1);
        let is_over = present.today > timed.due;
        let is_near = timed.number <= present.soon;
        let phase = usize::from(is_over) + usize::from(is_near);
        let is_late = usize::from(present.established > timed.due);
        let of_form = usize::from(present.exception_agreed) * 2 + is_late;
        let at = timed.ends + standing * OF_FORM + of_form * PHASES.len() + phase;
        if standing > self.forms { None } else { self.ends.get(at).copied() }
    }

    /// Works out the ends of outcomes that have this due day, or none.
    pub(super) fn add(&mut self, outcomes: &[Outcome], due: Option<i32>) -> Timed {
        let timed = Timed {
            due: due.and_then(day_of).unwrap_or(NaiveDate::MAX),
            number: due.map_or(i64::MAX, i64::from),
            ends: self.ends.len(),
        };
        let forms = (0..self.forms).filter_map(FormId::new);
        let present = forms.map(|form| Standing::of(form, self.no_form));
        for standing in core::iter::once(Standing::Unknown).chain(present) {
            for exception_agreed in [false, true] {
                for is_late in [false, true] {
                    for days_left in PHASES {
                        let end = |outcome: &Outcome| {
                            self.end(outcome, standing, exception_agreed, is_late, days_left)
                        };
                        let end = outcomes.iter().map(end).reduce(End::merge);
                        self.ends.extend(end);
                    }
                }
            }
        }
        timed
    }

    fn end(
        &self,
        outcome: &Outcome,
        standing: Standing,
        exception_agreed: bool,
        is_late: bool,
        days_left: i32,
    ) -> End {
        let fulfilment = fulfilment(outcome, standing, self.full_form);
        let is_late = is_late && outcome.due.is_some();
        let days_left = outcome.due.map(|_| days_left);
        let status = status(outcome.duty, fulfilment, exception_agreed, is_late, days_left, 0);
        End {
            fulfilment: Some(fulfilment),
            status: Some(status),
            counts_days: outcome.due.is_some() && status.counts_days(),
            is_unverified: status == Status::Unverified,
        }
    }
}
