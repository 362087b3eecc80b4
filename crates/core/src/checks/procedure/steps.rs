//! The steps of a path as they stand.

use super::bodies::{Above, Turned};
use super::deadline::{Demand, agreed};
use super::facts::ProcedureFacts;
use super::happened::{Happened, Known};
use super::result::{OutOfOrder, Step, StepState};
use super::terms::PathStep;
use super::way::Way;
use crate::checks::all;
use crate::checks::view::SubjectView;
use crate::model::{IdSet, StepId};

/// A step with what is known of it.
pub(super) struct Look<'p> {
    pub(super) of: &'p PathStep,
    pub(super) known: Known,
    /// Whether it is for this organisation: none where nobody said whether it sets an office up.
    pub(super) applies: Option<bool>,
    pub(super) turned: Turned,
}

/// A path with what is known of each step.
pub(super) struct Walk<'p> {
    pub(super) steps: Vec<Look<'p>>,
}

/// How a step lies to those that it rests on.
pub(super) struct Order {
    /// Those that should have come before and didn't.
    pub(super) late: IdSet<StepId>,
    /// Those of which it isn't known whether they were done.
    pub(super) open: IdSet<StepId>,
    /// Those of which it isn't known on which day, the step itself among them.
    pub(super) undated: IdSet<StepId>,
}

impl<'p> Walk<'p> {
    pub(super) fn of(
        view: &SubjectView<'p>,
        facts: &ProcedureFacts,
        way: &Way<'p>,
        above: Above<'_>,
    ) -> Self {
        let happened = Happened::of(view, facts);
        let known: Vec<(&PathStep, Known)> = way
            .steps()
            .into_iter()
            .map(|step| (step, happened.of_path(way.path(), way.form(), step.step)))
            .collect();
        let has_office = known
            .iter()
            .any(|(step, known)| !step.if_office.is_empty() && known.done == Some(true));
        let office = if has_office { Some(true) } else { facts.office };
        let looks = known.into_iter().map(|(of, known)| {
            let applies = if known.done == Some(true) || of.if_office.is_empty() {
                Some(true)
            } else if of.if_office.contains(view.subject.kind) {
                office
            } else {
                Some(false)
            };
            Look { of, known, applies, turned: above.turned(of, known) }
        });
        Self { steps: looks.collect() }
    }

    pub(super) fn look(&self, step: StepId) -> Option<&Look<'p>> {
        self.steps.iter().find(|look| look.of.step == step)
    }

    /// Whether all steps are done that apply; none where there is no step.
    pub(super) fn complete(&self) -> Option<bool> {
        let done = self.steps.iter().map(|look| match look.applies {
            Some(true) => look.known.done,
            Some(false) => Some(true),
            None => None,
        });
        if self.steps.is_empty() { None } else { all(done) }
    }

    /// The steps as they stand.
    pub(super) fn stand(&self, demands: &[Demand<'_>]) -> Vec<Step<'p>> {
        let step = |look: &Look<'p>| {
            let blocked_by = self.blocked_by(look);
            Step {
                step: look.of.step,
                clauses: &look.of.clauses,
                after: look.of.after,
                state: look.state(blocked_by),
                on: look.known.on,
                blocked_by,
                bodies: look.turned.to,
                bodies_missing: look.turned.missing,
                bodies_not_there: look.turned.not_there.clone(),
                due: agreed(demands, |demand| demand.due_of(look.of.step)).flatten(),
            }
        };
        self.steps.iter().map(step).collect()
    }

    /// What a step that isn't done waits for.
    fn blocked_by(&self, look: &Look<'_>) -> IdSet<StepId> {
        let waits = look.known.done == Some(false) && look.applies == Some(true);
        let open = |step: &StepId| {
            let before = self.look(*step);
            before.is_some_and(|before| {
                before.known.done != Some(true) && before.applies != Some(false)
            })
        };
        if waits { look.of.after.iter().filter(open).collect() } else { IdSet::EMPTY }
    }

    /// The steps that were done before others that they rest on.
    pub(super) fn out_of_order(&self) -> Vec<OutOfOrder> {
        let late = self
            .steps
            .iter()
            .map(|look| OutOfOrder { step: look.of.step, before: self.order(look).late });
        late.filter(|late| !late.before.is_empty()).collect()
    }

    /// How a step that is done lies to those that it rests on.
    pub(super) fn order(&self, look: &Look<'_>) -> Order {
        let mut order = Order { late: IdSet::EMPTY, open: IdSet::EMPTY, undated: IdSet::EMPTY };
        if look.known.done == Some(true) {
            self.compare(look, look.of, &mut order);
        }
        order
    }

    /// Looks at what a step of the way rests on, and through what isn't known at what that rests on.
    fn compare(&self, look: &Look<'_>, at: &PathStep, order: &mut Order) {
        let earlier = self.steps.iter().take_while(|earlier| earlier.of.step != at.step);
        for before in earlier.filter(|earlier| at.after.contains(earlier.of.step)) {
            let step = before.of.step;
            if before.applies == Some(false) {
                continue;
            }
            match (before.known.done, before.known.on, look.known.on) {
                (Some(false), ..) => order.late = order.late.with(step),
                (Some(true), Some(first), Some(then)) => {
                    if first > then {
                        order.late = order.late.with(step);
                    }
                }
                (Some(true), first, then) => {
                    for (step, day) in [(step, first), (look.of.step, then)] {
                        if day.is_none() {
                            order.undated = order.undated.with(step);
                        }
                    }
                    self.compare(look, before.of, order);
                }
                (None, ..) => {
                    order.open = order.open.with(step);
                    self.compare(look, before.of, order);
                }
            }
        }
    }
}

impl Look<'_> {
    fn state(&self, blocked_by: IdSet<StepId>) -> StepState {
        match (self.known.done, self.applies) {
            (Some(true), _) => StepState::Done,
            (_, Some(false)) => StepState::NotApplicable,
            (None, _) | (_, None) => StepState::Unknown,
            (Some(false), Some(true)) if blocked_by.is_empty() => StepState::Possible,
            (Some(false), Some(true)) => StepState::Blocked,
        }
    }
}
