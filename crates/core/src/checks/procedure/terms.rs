//! What a policy says of the ways to an organisation: steps, the bodies that they turn to, paths.

use crate::checks::data::Item;
use crate::model::{Arena, BodyId, FormId, IdSet, KindId, StepId};
use crate::policy::{ClauseRef, Text};

/// The steps and paths of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProcedureTerms {
    /// All steps, in the order in which they are listed.
    pub steps: Arena<StepId, Item>,
    /// All bodies that a step turns to.
    pub bodies: Arena<BodyId, Consulted>,
    /// The federations above, from the nearest level up.
    pub above: Vec<BodyId>,
    /// The paths; the first that fits holds.
    pub paths: Vec<Path>,
}

/// A body that a step turns to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Consulted {
    /// Its code.
    pub code: String,
    /// Its name where the county is known, with `{county}` for it.
    pub named: Text,
    /// Its name where the county isn't known.
    pub general: Text,
    /// The kind of place whose federation it is, which may not be there yet; none for a body that is
    /// always there.
    pub federation_of: Option<KindId>,
    /// The kinds whose next federation above it can be.
    pub serves: IdSet<KindId>,
}

/// A way to an organisation, for some kinds of subjects and forms.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Path {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: Text,
    /// The kinds that it is for.
    pub kinds: IdSet<KindId>,
    /// The forms that it leads to.
    pub forms: IdSet<FormId>,
    /// Whether it is for key areas, or for others; none for both.
    pub key_area: Option<bool>,
    /// Its steps, in order.
    pub steps: Vec<PathStep>,
    /// The step that establishes the organisation.
    pub establishes: StepId,
    /// Where an organisation is only permitted: the steps that are owed by the due date all the same.
    pub owed_anyway: IdSet<StepId>,
    /// The clause that owes them, the deciding one of the deadline there.
    pub owed_clause: Option<ClauseRef>,
    /// The clause under which a joint form would be elected, where the document doesn't say whether.
    pub joint_election: Option<ClauseRef>,
}

/// A step of a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathStep {
    /// Which.
    pub step: StepId,
    /// Where the document says so, the deciding clause first; at least one.
    pub clauses: Vec<ClauseRef>,
    /// The steps that have to be done before it.
    pub after: IdSet<StepId>,
    /// The bodies that it needs, all of them.
    pub bodies: IdSet<BodyId>,
    /// Whether it turns to the next federation above.
    pub to_next_federation: bool,
    /// Whether it is only for organisations that set an office up.
    pub if_office: bool,
}
