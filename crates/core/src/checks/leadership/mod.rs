//! Leadership and staffing: full-time and part-time people, the section that carries the daily work,
//! the leader in charge and the cadre, whom to consider first. People are posts and flags, never names.

mod designated;
mod facts;
mod priority;
mod staffing;
mod terms;

pub use facts::{CadreFacts, Identity, LeadershipFacts, Member, Section, Time};
pub use terms::{LeadershipTerms, Pool};

use super::Finding;
use super::office::OfficeFacts;
use super::view::SubjectView;

/// What is found of a subject's leadership and staffing; its office and registration are facts of
/// [`OfficeFacts`]. Nothing where the policy has no such check.
#[must_use]
pub fn leadership(
    view: &SubjectView<'_>,
    facts: &LeadershipFacts,
    office: &OfficeFacts,
) -> Vec<Finding> {
    let Some(terms) = &view.checks().leadership else { return Vec::new() };
    let staffed = staffing::staffing(view, terms, facts, office);
    let designated = designated::designated(view, terms, facts);
    let first = priority::priority(view, terms, facts);
    staffed.into_iter().chain(designated).chain(first).flatten().collect()
}
