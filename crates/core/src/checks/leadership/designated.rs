//! The leader in charge and the cadre of a township's or village's federation, and the steps of its election.

use super::{LeadershipFacts, LeadershipTerms};
use crate::checks::view::{EXISTING_FORM, SubjectView};
use crate::checks::{CheckRule, Done, Finding, Outcome, both};

const LEADER: &str = "leadership.leader_in_charge";
const CADRE: &str = "leadership.cadre.designated";
const ONE_PERSON: &str = "leadership.one_person";

pub(super) fn designated(
    view: &SubjectView<'_>,
    terms: &LeadershipTerms,
    facts: &LeadershipFacts,
) -> Vec<Option<Finding>> {
    let federation = view.federation();
    let applies = both(Some(terms.designating.contains(view.subject.kind)), federation);
    let cadre = facts.cadre.designated;
    let two = both(facts.leader_in_charge, cadre);
    let step = |rule, name, done: Option<Done>| {
        let done = done.map(|done| done.by(view.today()));
        elected(view, rule, (name, done), federation)
    };
    vec![
        owed(view, CheckRule::LeaderInCharge, applies, (LEADER, facts.leader_in_charge)),
        owed(view, CheckRule::DailyCadre, applies, (CADRE, cadre)),
        two_people(view, both(applies, two), facts),
        step(
            CheckRule::CandidatesDecided,
            "leadership.candidates_decided",
            facts.candidates_decided,
        ),
        step(
            CheckRule::CandidatesConsulted,
            "leadership.candidates_consulted",
            facts.candidates_consulted,
        ),
        step(CheckRule::ResultFiled, "leadership.result_filed", facts.result_filed),
    ]
}

/// What a federation that is there owes: without a date, so that it isn't met as long as it isn't done.
fn owed(
    view: &SubjectView<'_>,
    rule: CheckRule,
    applies: Option<bool>,
    (name, done): (&'static str, Option<bool>),
) -> Option<Finding> {
    let (outcome, missing) = match (applies, done) {
        (Some(false), _) => (Outcome::NotApplicable, Vec::new()),
        (Some(true), Some(true)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(false)) => (Outcome::NotMet, Vec::new()),
        (Some(true), None) => (Outcome::Unknown, vec![name]),
        (None, Some(_)) => (Outcome::Unknown, vec![EXISTING_FORM]),
        (None, None) => (Outcome::Unknown, vec![EXISTING_FORM, name]),
    };
    Some(view.finding(rule, outcome)?.missing(missing))
}

/// Two designations: one person for both is told, and held against nobody.
fn two_people(
    view: &SubjectView<'_>,
    both_designated: Option<bool>,
    facts: &LeadershipFacts,
) -> Option<Finding> {
    let (outcome, missing) = match (both_designated, facts.one_person) {
        (Some(false), _) => (Outcome::NotApplicable, Vec::new()),
        (Some(true), Some(false)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(true)) => (Outcome::Advice, Vec::new()),
        (Some(true), None) => (Outcome::Unknown, vec![ONE_PERSON]),
        (None, one_person) => {
            let facts = [
                (EXISTING_FORM, view.federation()),
                (LEADER, facts.leader_in_charge),
                (CADRE, facts.cadre.designated),
                (ONE_PERSON, one_person),
            ];
            let open = facts.into_iter().filter(|(_, known)| known.is_none());
            (Outcome::Unknown, open.map(|(name, _)| name).collect())
        }
    };
    Some(view.finding(CheckRule::TwoDesignations, outcome)?.missing(missing))
}

/// A step of the election: not yet done while there is no federation, not done once there is one. A
/// lesser organisation elects nobody by a congress.
fn elected(
    view: &SubjectView<'_>,
    rule: CheckRule,
    (name, done): (&'static str, Option<bool>),
    federation: Option<bool>,
) -> Option<Finding> {
    let is_lesser = federation == Some(false) && view.organisation() == Some(true);
    let (outcome, missing) = match (done, federation) {
        _ if is_lesser => (Outcome::NotApplicable, Vec::new()),
        (Some(true), _) => (Outcome::Met, Vec::new()),
        (Some(false), Some(true)) => (Outcome::NotMet, Vec::new()),
        (Some(false), Some(false)) => (Outcome::NotYet, Vec::new()),
        (Some(false), None) => (Outcome::Unknown, vec![EXISTING_FORM]),
        (None, Some(_)) => (Outcome::Unknown, vec![name]),
        (None, None) => (Outcome::Unknown, vec![EXISTING_FORM, name]),
    };
    Some(view.finding(rule, outcome)?.missing(missing))
}
