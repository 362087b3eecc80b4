//! Whom to consider first: people of certain pools who are returned or relatives. Considered, with no
//! bar to others.

use super::{Identity, LeadershipFacts, LeadershipTerms};
use crate::checks::view::{EXISTING_FORM, SubjectView};
use crate::checks::{CheckRule, Finding, Outcome, any, both};
use crate::model::{ItemId, KindId};

const PEOPLE: &str = "leadership.priority_people";
const MEMBERS: &str = "leadership.members";
const DESIGNATED: &str = "leadership.cadre.designated";
const IDENTITY: &str = "leadership.cadre.identity";
const FROM: &str = "leadership.cadre.from";

pub(super) fn priority(
    view: &SubjectView<'_>,
    terms: &LeadershipTerms,
    facts: &LeadershipFacts,
) -> Vec<Option<Finding>> {
    let kind = view.subject.kind;
    let applies = terms.designating.contains(kind);
    let pools = terms.pools.iter().filter(|(_, pool)| pool.first_for.contains(kind));
    let pools = view.listed(pools.map(|(_, pool)| &pool.label));
    let first = |identity, from| has_priority(terms, kind, identity, from);

    let members = facts.members.as_deref();
    let chosen = members
        .map(|members| any(members.iter().map(|member| first(member.identity, member.from))));
    let candidate = match chosen {
        Some(known) => considered(known, facts.priority_people, &|| unsettled(terms, kind, facts)),
        None => considered(None, facts.priority_people, &|| vec![MEMBERS.to_owned()]),
    };

    let CadreKnown { applies: cadre_applies, missing } = cadre(view, applies, facts);
    let chosen = first(facts.cadre.identity, facts.cadre.from);
    let cadre = match cadre_applies {
        Some(false) => (Outcome::NotApplicable, Vec::new()),
        Some(true) => considered(chosen, facts.priority_people, &|| {
            let open =
                [(IDENTITY, facts.cadre.identity.is_none()), (FROM, facts.cadre.from.is_none())];
            open.into_iter().filter(|(_, open)| *open).map(|(name, _)| name.to_owned()).collect()
        }),
        None if facts.priority_people == Some(false) && chosen == Some(false) => {
            (Outcome::NotApplicable, Vec::new())
        }
        None => (Outcome::Unknown, missing),
    };
    let found = |rule, (outcome, missing): (Outcome, Vec<String>)| {
        let (outcome, missing) =
            if applies { (outcome, missing) } else { (Outcome::NotApplicable, Vec::new()) };
        Some(view.finding(rule, outcome)?.with("pools", pools.clone()).missing(missing))
    };
    vec![found(CheckRule::CandidatePriority, candidate), found(CheckRule::CadrePriority, cadre)]
}

/// Whether somebody was chosen who is to be considered first, and if not, whether there was one.
fn considered(
    chosen: Option<bool>,
    people: Option<bool>,
    open: &dyn Fn() -> Vec<String>,
) -> (Outcome, Vec<String>) {
    match (chosen, people) {
        (Some(true), _) => (Outcome::Met, Vec::new()),
        (Some(false), Some(true)) => (Outcome::Advice, Vec::new()),
        (Some(false), Some(false)) => (Outcome::NotApplicable, Vec::new()),
        (Some(false), None) => (Outcome::Unknown, vec![PEOPLE.to_owned()]),
        (None, Some(_)) => (Outcome::Unknown, open()),
        (None, None) => {
            let mut open = open();
            open.push(PEOPLE.to_owned());
            (Outcome::Unknown, open)
        }
    }
}

/// Whether a person is to be considered first for a subject of this kind.
fn has_priority(
    terms: &LeadershipTerms,
    kind: KindId,
    identity: Option<Identity>,
    from: Option<ItemId>,
) -> Option<bool> {
    let of_pool =
        from.map(|from| terms.pools.get(from).is_some_and(|pool| pool.first_for.contains(kind)));
    both(identity.map(|identity| terms.first_considered.contains(&identity)), of_pool)
}

/// The facts of the members that would settle whether one of them is to be considered first.
fn unsettled(terms: &LeadershipTerms, kind: KindId, facts: &LeadershipFacts) -> Vec<String> {
    let members = facts.members.iter().flatten().enumerate();
    let open = members
        .filter(|(_, member)| has_priority(terms, kind, member.identity, member.from).is_none());
    open.flat_map(|(at, member)| {
        let facts = [("identity", member.identity.is_none()), ("from", member.from.is_none())];
        let open = facts.into_iter().filter(|(_, open)| *open);
        open.map(move |(name, _)| format!("{MEMBERS}[{at}].{name}"))
    })
    .collect()
}

struct CadreKnown {
    applies: Option<bool>,
    missing: Vec<String>,
}

/// Whether there is a federation whose cadre is designated.
fn cadre(view: &SubjectView<'_>, applies: bool, facts: &LeadershipFacts) -> CadreKnown {
    let federation = view.federation();
    let designated = facts.cadre.designated;
    let open = [(EXISTING_FORM, federation), (DESIGNATED, designated)];
    let missing = open.into_iter().filter(|(_, known)| known.is_none());
    CadreKnown {
        applies: both(Some(applies), both(federation, designated)),
        missing: missing.map(|(name, _)| name.to_owned()).collect(),
    }
}
