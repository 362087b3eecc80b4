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
    /// The federations above, from the nearest level up; the last is always there.
    pub above: Vec<BodyId>,
    /// The paths; the first that fits holds.
    pub paths: Vec<Path>,
}

/// A body that a step turns to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Consulted {
    /// Its code.
    pub code: String,
    /// Its name where the places that it names are known: `{county}` and `{township}` are the subject's.
    pub named: Text,
    /// Its name where one of them isn't known.
    pub general: Text,
    /// The kind of place whose federation it is, which may not be there yet; none for a body that is
    /// always there.
    pub federation_of: Option<KindId>,
    /// The kinds whose next federation above it is, where it is there.
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
    /// Its steps, each behind those that it rests on.
    pub steps: Vec<PathStep>,
    /// The step that establishes the organisation.
    pub establishes: StepId,
    /// Where an organisation is only permitted: the steps that are owed by the due date all the same.
    pub owed_anyway: IdSet<StepId>,
    /// Where the document doesn't say whether an organisation of some forms is elected.
    pub joint_election: Option<JointElection>,
}

/// Forms of which the document doesn't say whether they are elected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JointElection {
    /// The forms.
    pub forms: IdSet<FormId>,
    /// The step that it would be.
    pub step: StepId,
    /// The clause that asks federations for it.
    pub clause: ClauseRef,
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
    /// The bodies that it needs, all of them. For a federation that isn't there, the next one above
    /// that is stands in.
    pub bodies: IdSet<BodyId>,
    /// The bodies that it needs where they are there.
    pub bodies_if_there: IdSet<BodyId>,
    /// Whether it turns to the next federation above.
    pub to_next_federation: bool,
    /// The kinds whose organisations may set an office up: it is only for those of them that do.
    /// Empty for a step that has nothing to do with an office.
    pub if_office: IdSet<KindId>,
    /// Whether the document only commends it.
    pub commended: bool,
}

impl ProcedureTerms {
    /// The next federation above a subject of this kind; none where the document knows of none.
    #[must_use]
    pub fn next_federation(&self, kind: KindId) -> Option<BodyId> {
        self.above
            .iter()
            .copied()
            .find(|body| self.bodies.get(*body).is_some_and(|body| body.serves.contains(kind)))
    }

    /// The path of a subject to a form; none where the document describes none.
    #[must_use]
    pub fn path(&self, kind: KindId, key_area: bool, form: FormId) -> Option<&Path> {
        self.paths.iter().find(|path| {
            path.kinds.contains(kind)
                && path.forms.contains(form)
                && path.key_area.is_none_or(|key| key == key_area)
        })
    }
}

impl Path {
    /// All steps that have to be done before a step, those before them too.
    #[must_use]
    pub fn before(&self, step: StepId) -> IdSet<StepId> {
        let mut before = IdSet::EMPTY;
        // Each step stands behind those that it rests on: one way back finds them all.
        for known in self.steps.iter().rev() {
            if known.step == step || before.contains(known.step) {
                before = before.union(known.after);
            }
        }
        before
    }
}
