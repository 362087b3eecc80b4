//! Governance: the group that leads the whole work, by post.

use super::Finding;
use super::data::Item;
use super::known::Done;
use super::rule::{CheckRule, Outcome};
use super::view::{finding, listed};
use crate::model::{Arena, AsOf, IdSet, ItemId};
use crate::policy::{ClauseRef, Policy, Text};

/// The constants of the leading group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GovernanceTerms {
    /// Posts that people of the group hold.
    pub posts: Arena<ItemId, Item>,
    /// Bodies where its office can be.
    pub bodies: Arena<ItemId, Item>,
    /// Where its office is to be.
    pub office_at: ItemId,
    /// The seats.
    pub seats: Arena<ItemId, Seat>,
}

/// A seat, or several of one name: leader, deputies, members …
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seat {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: Text,
    /// The posts that take it, each of them.
    pub posts: IdSet<ItemId>,
    /// Whether the document names people there by rank: others who sit there instead are left to people.
    pub by_rank: bool,
    /// Where the document says so.
    pub clause: ClauseRef,
}

/// What is known of the leading group.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GovernanceFacts {
    /// Whether it is formed.
    pub formed: Option<Done>,
    /// Who sits where, by post; none where that isn't known. A post that isn't the policy's is none.
    pub roster: Option<Vec<(ItemId, Option<ItemId>)>>,
    /// Where its office is.
    pub office_at: Option<ItemId>,
}

/// What is found of the leading group. Nothing where the policy has no such check.
#[must_use]
pub fn governance(policy: &Policy, facts: &GovernanceFacts, as_of: AsOf) -> Vec<Finding> {
    let checks = &policy.rulebook().checks;
    let Some(terms) = &checks.governance else { return Vec::new() };
    let formed = facts.formed.map(|done| done.by(as_of.date));
    let found = |rule, (outcome, missing): (Outcome, Vec<&'static str>)| {
        Some(finding(checks, rule, outcome)?.missing(missing))
    };
    let group = match formed {
        Some(true) => (Outcome::Met, Vec::new()),
        Some(false) => (Outcome::NotYet, Vec::new()),
        None => (Outcome::Unknown, vec![FORMED]),
    };
    let seats = terms.seats.iter().map(|(id, seat)| {
        let mut finding = found(CheckRule::LeadingGroupSeat, taken(id, seat, formed, facts))?;
        finding.clause = seat.clause;
        let posts = seat.posts.iter().map(|post| &terms.posts.of(post).label);
        let posts = listed(&policy.rulebook().words, posts);
        Some(finding.with("seat", seat.label.clone()).with("posts", posts))
    });
    let at = facts.office_at.map(|at| at == terms.office_at);
    let office = found(CheckRule::LeadingGroupOffice, owed(formed, at, OFFICE_AT));
    let body = terms.bodies.of(terms.office_at).label.clone();
    let office = office.map(|finding| finding.with("body", body));
    let group = found(CheckRule::LeadingGroup, group);
    [group].into_iter().chain(seats).chain([office]).flatten().collect()
}

const FORMED: &str = "formed";
const ROSTER: &str = "roster";
const OFFICE_AT: &str = "office_at";

/// What a group owes once it is formed.
fn owed(
    formed: Option<bool>,
    done: Option<bool>,
    name: &'static str,
) -> (Outcome, Vec<&'static str>) {
    match (formed, done) {
        (Some(false), _) => (Outcome::NotYet, Vec::new()),
        (Some(true), Some(true)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(false)) => (Outcome::NotMet, Vec::new()),
        (Some(true), None) => (Outcome::Unknown, vec![name]),
        (None, Some(_)) => (Outcome::Unknown, vec![FORMED]),
        (None, None) => (Outcome::Unknown, vec![FORMED, name]),
    }
}

/// Whether each post that a seat is for takes it.
fn taken(
    id: ItemId,
    seat: &Seat,
    formed: Option<bool>,
    facts: &GovernanceFacts,
) -> (Outcome, Vec<&'static str>) {
    let sitting = facts.roster.as_ref().map(|roster| {
        let here = roster.iter().filter(|(taken, _)| *taken == id);
        here.map(|(_, post)| *post).collect::<Vec<Option<ItemId>>>()
    });
    let complete =
        sitting.as_ref().map(|sitting| seat.posts.iter().all(|post| sitting.contains(&Some(post))));
    let (outcome, missing) = owed(formed, complete, ROSTER);
    let is_other = |post: &Option<ItemId>| post.is_none_or(|post| !seat.posts.contains(post));
    let others_sit = sitting.is_some_and(|sitting| sitting.iter().any(is_other));
    if outcome == Outcome::NotMet && seat.by_rank && others_sit {
        (Outcome::Review, missing)
    } else {
        (outcome, missing)
    }
}
