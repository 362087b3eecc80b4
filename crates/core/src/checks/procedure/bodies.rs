//! The bodies that a step turns to: which of them are there, who stands in, who didn't take part.

use chrono::NaiveDate;

use super::facts::ProcedureFacts;
use super::happened::Known;
use super::result::NotThere;
use super::terms::{PathStep, ProcedureTerms};
use crate::checks::both;
use crate::checks::view::SubjectView;
use crate::model::{BodyId, IdSet, KindId};

/// Federations above a subject, and whether they are there.
#[derive(Clone, Copy)]
pub(super) struct Above<'v> {
    pub(super) view: &'v SubjectView<'v>,
    pub(super) terms: &'v ProcedureTerms,
    pub(super) facts: &'v ProcedureFacts,
}

/// The bodies of one step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Turned {
    /// Those that it turns to.
    pub(super) to: IdSet<BodyId>,
    /// Those among them that may not be there, and whether they are.
    pub(super) federations: Vec<(BodyId, Option<bool>)>,
    /// Those that aren't there.
    pub(super) not_there: Vec<NotThere>,
    /// Of a step that is done: those that should have taken part and didn't.
    pub(super) missing: IdSet<BodyId>,
    /// Whether all took part that should have.
    pub(super) took_part: Option<bool>,
}

impl Above<'_> {
    pub(super) fn turned(self, step: &PathStep, known: Known) -> Turned {
        let day = known.on.unwrap_or_else(|| self.view.today());
        let next =
            step.to_next_federation.then(|| self.terms.next_federation(self.view.subject.kind));
        let next: IdSet<BodyId> = next.flatten().into_iter().collect();
        let needed = step.bodies.union(next);
        let to = needed.union(step.bodies_if_there);
        let took_part = |body| known.bodies.is_some_and(|bodies| bodies.contains(body));
        let is_there = |body| if took_part(body) { Some(true) } else { self.is_there(body, day) };
        let is_federation = |body: &BodyId| self.federation_of(*body).is_some();
        let absent = |body: &BodyId| is_there(*body) == Some(false);
        let not_there = to.iter().filter(absent).map(|body| {
            let next = needed.contains(body).then(|| self.stands_in(body, day)).flatten();
            NotThere { body, next }
        });
        let federations = needed.iter().filter(is_federation).map(|body| (body, is_there(body)));
        let mut turned = Turned {
            to,
            federations: federations.collect(),
            not_there: not_there.collect(),
            missing: IdSet::EMPTY,
            took_part: if to.is_empty() { Some(true) } else { None },
        };
        if let Some(bodies) = known.bodies {
            let mut all = Some(true);
            for body in needed.iter() {
                let part = self.took_part(body, bodies, day);
                all = both(all, part);
                if part == Some(false) {
                    turned.missing = turned.missing.with(self.to_blame(body, day));
                }
            }
            for body in step.bodies_if_there.iter().filter(|body| !bodies.contains(*body)) {
                let is_there = self.is_there(body, day);
                all = both(all, is_there.map(|there| !there));
                if is_there == Some(true) {
                    turned.missing = turned.missing.with(body);
                }
            }
            turned.took_part = all;
        }
        turned
    }

    /// The kind of place whose federation a body is; none for a body that is always there.
    pub(super) fn federation_of(self, body: BodyId) -> Option<KindId> {
        self.terms.bodies.get(body)?.federation_of
    }

    /// Whether a body is there on a day: by what was said of it, else by what is presumed.
    fn is_there(self, body: BodyId, day: NaiveDate) -> Option<bool> {
        let presumed = || self.view.presumed_above(self.federation_of(body)?);
        self.said(body, day).or_else(presumed)
    }

    /// Whether a body is there on a day, as far as it was said.
    fn said(self, body: BodyId, day: NaiveDate) -> Option<bool> {
        let Some(kind) = self.federation_of(body) else { return Some(true) };
        let said = self.facts.federations.iter().find(|(of, _)| *of == kind);
        said.map(|(_, done)| done.by(day))
    }

    /// The kinds of places of which nobody said whether their federation is there: of some bodies and
    /// those that could stand in for them.
    pub(super) fn unknown(self, bodies: IdSet<BodyId>) -> Vec<KindId> {
        let today = self.view.today();
        let all = bodies.iter().flat_map(|body| self.and_above(body));
        let mut kinds = Vec::new();
        for body in all.filter(|body| self.is_there(*body, today).is_none()) {
            kinds.extend(self.federation_of(body).filter(|kind| !kinds.contains(kind)));
        }
        kinds
    }

    /// A body, and the federations above it that could stand in for it.
    fn and_above(self, body: BodyId) -> Vec<BodyId> {
        let above = self.terms.above.iter().copied().skip_while(|known| *known != body).skip(1);
        core::iter::once(body).chain(above).collect()
    }

    /// The next federation above a body that is known to be there.
    fn stands_in(self, body: BodyId, day: NaiveDate) -> Option<BodyId> {
        let mut above = self.and_above(body).into_iter().skip(1);
        above.find(|above| self.is_there(*above, day) == Some(true))
    }

    /// Whether a body took part, or who stands in for it where it isn't there. Behind a body of which
    /// nobody knows, nothing is held against anybody by a presumption alone.
    fn took_part(self, body: BodyId, bodies: IdSet<BodyId>, day: NaiveDate) -> Option<bool> {
        let (mut stood_in, mut surely) = (Some(true), Some(true));
        for body in self.and_above(body).into_iter().rev() {
            let surely_not = surely.filter(|stood_in| !stood_in);
            let judged = |there: Option<bool>, stood_in: Option<bool>| match there {
                _ if bodies.contains(body) => Some(true),
                Some(true) => Some(false),
                Some(false) => stood_in,
                None => surely_not,
            };
            stood_in = judged(self.is_there(body, day), stood_in);
            surely = judged(self.said(body, day), surely);
        }
        stood_in
    }

    /// The body that should have taken part: the first that isn't known to be absent.
    fn to_blame(self, body: BodyId, day: NaiveDate) -> BodyId {
        let mut known = self.and_above(body).into_iter();
        known.find(|known| self.is_there(*known, day) != Some(false)).unwrap_or(body)
    }
}
