//! Procedure: the steps to an organisation, from dated events.
//!
//! A subject takes the path that fits its kind, whether it is a key area, and the form; a step of it
//! is done, possible, blocked by others, or nobody knows. [`plan()`] puts what remains in order.

mod bodies;
mod deadline;
mod facts;
mod findings;
mod happened;
mod missing;
mod plan;
mod result;
mod steps;
mod terms;
mod way;

pub use facts::{Event, ProcedureFacts};
pub use plan::{Plan, Remaining, plan};
pub use result::{Deadline, NotThere, OutOfOrder, Procedure, Step, StepState};
pub use terms::{Consulted, JointElection, Path, PathStep, ProcedureTerms};

use super::view::SubjectView;
use crate::model::IdSet;
use bodies::Above;
use deadline::Demand;
use findings::Findings;
use happened::Happened;
use steps::Walk;
use way::{Way, courses};

/// Where a subject's procedure stands; none where the policy describes none.
///
/// What nobody recorded is unknown; of a record of events that is there, a step that isn't in it isn't
/// done. An organisation is established by the step that does it, else by the subject's record.
#[must_use]
pub fn procedure<'p>(view: &SubjectView<'p>, facts: &ProcedureFacts) -> Option<Procedure<'p>> {
    let terms = view.checks().procedure.as_ref()?;
    let happened = Happened::of(view, facts);
    let courses = courses(view, terms, facts);
    let way = Way::of(&courses);
    let demands: Vec<Demand<'_>> =
        courses.iter().map(|course| Demand::of(view, happened, *course)).collect();
    let walk = Walk::of(view, facts, &way, Above { view, terms, facts });
    let steps = walk.stand(&demands);
    let deadline = Deadline::of(view, &demands);
    let path = way.path();
    let own: IdSet<_> = path
        .into_iter()
        .flat_map(|path| {
            let elected = path.joint_election.as_ref().map(|election| election.step);
            path.steps.iter().map(|step| step.step).chain(elected)
        })
        .collect();
    let beside = path.map(|_| happened.done().difference(own)).unwrap_or_default();
    let findings = Findings {
        view,
        terms,
        facts,
        way: &way,
        demands: &demands,
        walk: &walk,
        steps: &steps,
        deadline,
    };
    let findings = findings.all();
    let established = path.and_then(|path| walk.look(path.establishes)?.known.when());
    Some(Procedure {
        path,
        form: way.form(),
        out_of_order: walk.out_of_order(),
        beside,
        complete: path.and_then(|_| walk.complete()),
        established,
        deadline,
        findings,
        steps,
    })
}
