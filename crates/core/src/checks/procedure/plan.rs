//! What remains to be done, in which order.

use chrono::NaiveDate;

use super::result::{NotThere, Procedure, Step, StepState};
use crate::model::{BodyId, IdSet, StepId};
use crate::policy::ClauseRef;

/// What remains of a procedure: stages, each of steps that can be done side by side once those of the
/// stages before are done.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan<'p> {
    /// The stages, in order; none where nothing remains.
    pub stages: Vec<Vec<Remaining<'p>>>,
}

/// A step that remains.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remaining<'p> {
    /// Which.
    pub step: StepId,
    /// Where the document says so, the deciding clause first.
    pub clauses: &'p [ClauseRef],
    /// Possible now, blocked, or unknown: then it is to be found out whether it is done, or applies.
    pub state: StepState,
    /// The remaining steps that it waits for.
    pub after: IdSet<StepId>,
    /// The bodies to turn to: in the place of one that isn't there, the one that stands in.
    pub bodies: IdSet<BodyId>,
    /// The bodies that aren't there yet.
    pub not_there: Vec<NotThere>,
    /// By when; none where it has no date.
    pub due: Option<NaiveDate>,
}

/// What remains to be done of a procedure, in which order. Up to the establishing step each step stands
/// as late as those that rest on it allow, so that candidates aren't looked for before there is a plan;
/// behind it, as early as can be.
#[must_use]
pub fn plan<'p>(procedure: &Procedure<'p>) -> Plan<'p> {
    let open: Vec<&Step<'p>> = procedure.steps.iter().filter(|step| step.state.is_open()).collect();
    let to_establish = procedure
        .path
        .map_or(IdSet::EMPTY, |path| path.before(path.establishes).with(path.establishes));
    // How many stages it takes from a step to the establishing one.
    let mut left: Vec<(StepId, usize)> = Vec::new();
    for step in open.iter().rev().filter(|step| to_establish.contains(step.step)) {
        let rests_on_it = |(then, _): &&(StepId, usize)| {
            open.iter().any(|other| other.step == *then && other.after.contains(step.step))
        };
        let longest = left.iter().filter(rests_on_it).map(|(_, stages)| stages + 1).max();
        left.push((step.step, longest.unwrap_or(0)));
    }
    let longest = left.iter().map(|(_, stages)| *stages).max().unwrap_or(0);
    let mut placed: Vec<(StepId, usize)> = Vec::new();
    for step in &open {
        let late = left.iter().find(|(of, _)| *of == step.step);
        let early = placed.iter().filter(|(of, _)| step.after.contains(*of));
        let early = early.map(|(_, stage)| stage + 1).max().unwrap_or(0);
        let stage = late.map_or(early, |(_, stages)| (longest - stages).max(early));
        placed.push((step.step, stage));
    }
    let last = placed.iter().map(|(_, stage)| *stage).max();
    let stages = (0..=last.unwrap_or(0)).map(|stage| {
        let of_stage = open.iter().zip(&placed).filter(|(_, (_, at))| *at == stage);
        of_stage.map(|(step, _)| remaining(procedure, step)).collect()
    });
    Plan { stages: stages.filter(|steps: &Vec<_>| !steps.is_empty()).collect() }
}

fn remaining<'p>(procedure: &Procedure<'p>, step: &Step<'p>) -> Remaining<'p> {
    let open = procedure.steps.iter().filter(|step| step.state.is_open());
    let open: IdSet<StepId> = open.map(|step| step.step).collect();
    let absent: IdSet<BodyId> = step.bodies_not_there.iter().map(|absent| absent.body).collect();
    let stand_in: IdSet<BodyId> =
        step.bodies_not_there.iter().filter_map(|absent| absent.next).collect();
    Remaining {
        step: step.step,
        clauses: step.clauses,
        state: step.state,
        after: step.after.intersection(open),
        bodies: step.bodies.difference(absent).union(stand_in),
        not_there: step.bodies_not_there.clone(),
        due: step.due,
    }
}
