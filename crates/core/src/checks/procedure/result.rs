//! Where a procedure stands.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::terms::Path;
use crate::checks::{Done, Finding};
use crate::model::{BodyId, FormId, IdSet, Status, StepId};
use crate::policy::ClauseRef;

/// The steps to an organisation as they stand on a date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Procedure<'p> {
    /// The path; none where nothing is asked, where the document describes none, or while several
    /// are possible.
    pub path: Option<&'p Path>,
    /// The form that it leads to; none while it is open.
    pub form: Option<FormId>,
    /// The steps of the path, in its order; while several paths are possible, those that they share.
    pub steps: Vec<Step<'p>>,
    /// The steps that were done before others that they rest on.
    pub out_of_order: Vec<OutOfOrder>,
    /// Steps that were done and that the path doesn't have.
    pub beside: IdSet<StepId>,
    /// Whether all steps are done that apply; none while it is unknown, or there is no path.
    pub complete: Option<bool>,
    /// Whether the organisation is established, and when: by the step that does it, else by the record.
    pub established: Option<Done>,
    /// What is owed by when, and where it stands.
    pub deadline: Deadline,
    /// What the rules find.
    pub findings: Vec<Finding>,
}

/// A step as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step<'p> {
    /// Which.
    pub step: StepId,
    /// Where the document says so, the deciding clause first.
    pub clauses: &'p [ClauseRef],
    /// The steps that it rests on.
    pub after: IdSet<StepId>,
    /// Where it stands.
    pub state: StepState,
    /// On which day it was done, where that is recorded.
    pub on: Option<NaiveDate>,
    /// The steps that aren't done, or not known to be, and that it waits for.
    pub blocked_by: IdSet<StepId>,
    /// The bodies that it turns to.
    pub bodies: IdSet<BodyId>,
    /// Of a step that is done: the bodies that should have taken part and are known not to have.
    pub bodies_missing: IdSet<BodyId>,
    /// The bodies that aren't there.
    pub bodies_not_there: Vec<NotThere>,
    /// By when it is owed; none where it has no date.
    pub due: Option<NaiveDate>,
}

/// Where a step stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum StepState {
    /// Done.
    Done,
    /// Not done, and nothing stands before it.
    Possible,
    /// Not done, and it waits for others.
    Blocked,
    /// Nobody knows whether it is done, or whether it applies.
    Unknown,
    /// It doesn't apply: it is for organisations that set an office up.
    NotApplicable,
}

impl StepState {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Done, Self::Possible, Self::Blocked, Self::Unknown, Self::NotApplicable];

    /// The code in JSON and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Possible => "possible",
            Self::Blocked => "blocked",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// Whether something remains to be done, or to be found out.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::Possible | Self::Blocked | Self::Unknown => true,
            Self::Done | Self::NotApplicable => false,
        }
    }
}

/// A body that isn't there yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotThere {
    /// The body.
    pub body: BodyId,
    /// The next federation above that is there, which stands in; none where nobody does.
    pub next: Option<BodyId>,
}

/// A step that was done before others that it rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfOrder {
    /// The step.
    pub step: StepId,
    /// Those that should have come before.
    pub before: IdSet<StepId>,
}

/// What is owed by when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Deadline {
    /// The last day in time; none where there is no date, or several are possible.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub status: Status,
    /// Days from the as-of date to the due day, negative when it is past, while something is owed.
    pub days_left: Option<i64>,
}
