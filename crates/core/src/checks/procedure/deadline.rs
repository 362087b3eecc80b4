//! What is owed by when, and where it stands: by the arithmetic of a determination.

use chrono::NaiveDate;

use super::happened::Happened;
use super::result::Deadline;
use super::way::Course;
use crate::checks::all;
use crate::checks::view::SubjectView;
use crate::compile::{Outcome, day_number};
use crate::decide::{Standing, fulfilment, status};
use crate::model::{Duty, FormId, Fulfilment, IdSet, Status, StepId};
use crate::policy::ClauseRef;

/// What is asked under one possible duty, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Demand<'p> {
    pub(super) course: Course<'p>,
    pub(super) due: Option<NaiveDate>,
    pub(super) status: Status,
    /// On which day what is asked was done.
    pub(super) fulfilled_on: Option<NaiveDate>,
    /// Whether the organisation is established to which the course leads.
    pub(super) established: Option<bool>,
}

impl<'p> Demand<'p> {
    pub(super) fn of(view: &SubjectView<'p>, happened: Happened<'_>, course: Course<'p>) -> Self {
        let due = course.ask.due.map(|date| view.policy.terms().due_day(date));
        let days_left = due.map(|due| day_number(due).saturating_sub(day_number(view.today())));
        let is_late = |day: Option<NaiveDate>| due.zip(day).is_some_and(|(due, day)| day > due);
        let owed = course.owed_anyway();
        let (duty, (fulfilment, day)) = if owed.is_empty() {
            (course.ask.duty, organisation(view, happened, course))
        } else {
            (Duty::Should, steps(happened, owed))
        };
        let excepted = view.subject.exception_agreed == Some(true);
        let soon = view.as_of.due_soon_days;
        let status = status(duty, fulfilment, excepted, is_late(day), days_left, soon);
        let established = established(happened, course);
        Self { course, due, status, fulfilled_on: day, established }
    }

    /// By when a step is owed; none where it has no date.
    pub(super) fn due_of(&self, step: StepId) -> Option<NaiveDate> {
        let is_excused = self.status == Status::Excepted;
        let is_dated = match self.course.ask.duty {
            Duty::None => false,
            _ if self.course.is_owed_anyway(step) => true,
            Duty::May => false,
            Duty::Must | Duty::InPrincipleMust | Duty::Should | Duty::InPrincipleShould => {
                !is_excused && !self.course.is_behind_establishing(step)
            }
        };
        self.due.filter(|_| is_dated)
    }

    /// The clause that sets the date, else the one that asks.
    pub(super) fn clause(&self, view: &SubjectView<'_>) -> Option<ClauseRef> {
        let ask = self.course.ask;
        let dated = ask.due.and_then(|date| view.policy.terms().dates.get(date));
        let sets = |clause: &&ClauseRef| dated.is_some_and(|date| date.clauses.contains(clause));
        ask.clauses.iter().find(sets).or(ask.clauses.first()).copied()
    }
}

impl Course<'_> {
    /// The steps that are owed though no organisation is.
    pub(super) fn owed_anyway(&self) -> IdSet<StepId> {
        let owed = self.path.map(|path| path.owed_anyway);
        owed.filter(|_| self.ask.duty == Duty::May).unwrap_or_default()
    }

    /// Whether a step is owed whatever organisation is, and whatever exception was agreed.
    pub(super) fn is_owed_anyway(&self, step: StepId) -> bool {
        self.path.is_some_and(|path| path.owed_anyway.contains(step))
    }

    /// The form that is established at its end, or one that is as good; none while that isn't known.
    fn established_form(&self) -> Option<FormId> {
        let (goal, path) = (self.goal?, self.path?);
        let any_will_do =
            self.ask.duty == Duty::May || path.forms.difference(self.ask.forms).is_empty();
        goal.form.or_else(|| Some(goal.like).filter(|_| any_will_do))
    }

    /// Whether a step comes after the organisation is established.
    pub(super) fn is_behind_establishing(&self, step: StepId) -> bool {
        self.path.is_some_and(|path| path.before(step).contains(path.establishes))
    }
}

/// Whether the organisation is established to which a course leads.
fn established(happened: Happened<'_>, course: Course<'_>) -> Option<bool> {
    let form = course.goal.and_then(|goal| goal.form);
    happened.of_path(course.path, form, course.path?.establishes).done
}

/// How far an organisation is there as it is asked for, and since when: by the step that establishes
/// it, else by the record.
fn organisation(
    view: &SubjectView<'_>,
    happened: Happened<'_>,
    course: Course<'_>,
) -> (Fulfilment, Option<NaiveDate>) {
    let rulebook = view.rulebook();
    let ask = course.ask;
    let outcome = Outcome { duty: ask.duty, forms: ask.forms, due: None };
    let form = course.goal.and_then(|goal| goal.form);
    let known = course.path.map(|path| happened.of_path(course.path, form, path.establishes));
    let by_steps = match known.and_then(|known| known.done) {
        Some(true) => course.established_form().map_or(Standing::Unknown, Standing::Present),
        Some(false) => Standing::Absent,
        None if known.is_none() && (happened.is_recorded() || view.form().is_some()) => {
            Standing::Absent
        }
        None => Standing::Unknown,
    };
    let by_record =
        view.form().map_or(Standing::Unknown, |form| Standing::of(form, rulebook.no_form));
    let [by_steps, by_record] =
        [by_steps, by_record].map(|standing| fulfilment(&outcome, standing, rulebook.full_form));
    match (by_steps, by_record) {
        (Fulfilment::Full, _) => (Fulfilment::Full, known.and_then(|known| known.on)),
        (_, Fulfilment::Full) => (Fulfilment::Full, view.established_on()),
        (Fulfilment::NotApplicable, _) | (_, Fulfilment::NotApplicable) => {
            (Fulfilment::NotApplicable, None)
        }
        (Fulfilment::Unknown, _) => (Fulfilment::Unknown, None),
        (Fulfilment::Lesser, _) | (_, Fulfilment::Lesser) => (Fulfilment::Lesser, None),
        // While the duty is open, one of the possible ones may be met by what nobody recorded.
        (Fulfilment::None, Fulfilment::Unknown) if view.decision.duty.is_none() => {
            (Fulfilment::Unknown, None)
        }
        (Fulfilment::None, Fulfilment::Unknown | Fulfilment::None) => (Fulfilment::None, None),
    }
}

/// How far some steps are done, and since when all of them.
fn steps(happened: Happened<'_>, steps: IdSet<StepId>) -> (Fulfilment, Option<NaiveDate>) {
    let known = || steps.iter().map(|step| happened.by_events(step));
    match all(known().map(|known| known.done)) {
        Some(true) => (Fulfilment::Full, known().filter_map(|known| known.on).max()),
        Some(false) => (Fulfilment::None, None),
        None => (Fulfilment::Unknown, None),
    }
}

impl Deadline {
    /// What all demands have in common.
    pub(super) fn of(view: &SubjectView<'_>, demands: &[Demand<'_>]) -> Self {
        let status = agreed(demands, |demand| demand.status).unwrap_or(Status::Undetermined);
        let due = agreed(demands, |demand| demand.due).flatten();
        let days = due.map(|due| due.signed_duration_since(view.today()).num_days());
        Self { due, status, days_left: days.filter(|_| status.counts_days()) }
    }
}

/// What all demands agree on.
pub(super) fn agreed<T: PartialEq>(
    demands: &[Demand<'_>],
    of: impl Fn(&Demand<'_>) -> T,
) -> Option<T> {
    let first = of(demands.first()?);
    demands.iter().all(|demand| of(demand) == first).then_some(first)
}
