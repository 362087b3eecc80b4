//! What is known of each step on the date, from the events and the record.

use chrono::NaiveDate;

use super::facts::{Event, ProcedureFacts};
use super::terms::Path;
use crate::checks::Done;
use crate::checks::view::SubjectView;
use crate::model::{BodyId, FormId, IdSet, StepId};

/// What is known of a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Known {
    /// Whether it is done.
    pub(super) done: Option<bool>,
    /// On which day.
    pub(super) on: Option<NaiveDate>,
    /// Which bodies took part.
    pub(super) bodies: Option<IdSet<BodyId>>,
}

impl Known {
    const fn without_event(done: Option<bool>) -> Self {
        Self { done, on: None, bodies: None }
    }

    /// Whether and when.
    pub(super) fn when(self) -> Option<Done> {
        let done = self.done?;
        Some(self.on.filter(|_| done).map_or(Done::Known(done), Done::On))
    }
}

/// What happened up to the date.
#[derive(Clone, Copy)]
pub(super) struct Happened<'v> {
    view: &'v SubjectView<'v>,
    facts: &'v ProcedureFacts,
}

impl<'v> Happened<'v> {
    pub(super) const fn of(view: &'v SubjectView<'v>, facts: &'v ProcedureFacts) -> Self {
        Self { view, facts }
    }

    fn events(self) -> impl Iterator<Item = &'v Event> {
        let today = self.view.today();
        let is_there = move |event: &&Event| event.on.is_none_or(|day| day <= today);
        self.facts.events.iter().flatten().filter(is_there)
    }

    /// Whether anybody recorded what happened.
    pub(super) const fn is_recorded(self) -> bool {
        self.facts.events.is_some()
    }

    /// All steps that events say are done.
    pub(super) fn done(self) -> IdSet<StepId> {
        self.events().map(|event| event.step).collect()
    }

    /// What is known of a step of a path to a form. The one that establishes the organisation is
    /// known by the record too.
    pub(super) fn of_path(self, path: Option<&Path>, form: Option<FormId>, step: StepId) -> Known {
        let known = self.by_events(step);
        if path.is_none_or(|path| path.establishes != step) {
            return known;
        }
        match (known.done, self.view.form()) {
            (Some(false) | None, Some(there)) if Some(there) == form => {
                Known { on: self.view.established_on(), ..Known::without_event(Some(true)) }
            }
            (None, Some(_)) => Known::without_event(Some(false)),
            (Some(_), _) | (None, None) => known,
        }
    }

    /// What is known of a step by the events alone.
    pub(super) fn by_events(self, step: StepId) -> Known {
        let of_step = || self.events().filter(move |event| event.step == step);
        if of_step().next().is_some() {
            let on = of_step().filter_map(|event| event.on).min();
            // What one of several events leaves open may be what the others lack.
            let bodies = of_step().map(|event| event.bodies);
            let bodies = bodies.reduce(|all, more| Some(all?.union(more?))).flatten();
            return Known { done: Some(true), on, bodies };
        }
        let is_open = self.facts.events.as_ref().is_none_or(|all| {
            let is_later = all.iter().any(|event| event.step == step);
            !is_later && self.facts.unknown.contains(step)
        });
        Known::without_event(if is_open { None } else { Some(false) })
    }
}
