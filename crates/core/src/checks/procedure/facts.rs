//! What happened on the way to an organisation.

use chrono::NaiveDate;

use crate::checks::Done;
use crate::model::{BodyId, FormId, IdSet, KindId, StepId};

/// What is known of a procedure.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ProcedureFacts {
    /// The form that is being set up; none for what is there already, else for what is asked.
    pub form: Option<FormId>,
    /// Whether an office is being set up; none where nobody said.
    pub office: Option<bool>,
    /// What happened, in any order; none where nobody recorded it. Of a record that is there, a step
    /// that isn't in it, nor among the unknown ones, isn't done.
    pub events: Option<Vec<Event>>,
    /// The steps of which nobody knows whether they were done.
    pub unknown: IdSet<StepId>,
    /// Whether the federations of places above the subject are there, by the places' kind.
    pub federations: Vec<(KindId, Done)>,
}

/// A step that was done. Of several events of one step the first day counts, and all their
/// bodies where each names its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Event {
    /// Which.
    pub step: StepId,
    /// When; none where nobody recorded it. A day after the as-of date isn't there yet.
    pub on: Option<NaiveDate>,
    /// The bodies that took part; none where nobody recorded them.
    pub bodies: Option<IdSet<BodyId>>,
}
