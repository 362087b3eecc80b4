//! Safeguards: standing among mass organisations, funds in the budget, training, shared resources.

use chrono::Datelike;

use super::Finding;
use super::rule::{CheckRule, Outcome};
use super::view::{EXISTING_FORM, SubjectView};
use crate::model::{IdSet, KindId};
use crate::policy::Text;

/// The constants of safeguards.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SafeguardTerms {
    /// The kinds that have a public budget of their own.
    pub budget_kinds: IdSet<KindId>,
}

/// What is known of a federation's safeguards.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SafeguardFacts {
    /// Whether it is managed like other mass organisations of its level.
    pub managed_alike: Option<bool>,
    /// The years of which it is known whether its funds were in the budget.
    pub budgets: Vec<(i32, bool)>,
    /// Whether its people are trained.
    pub training: Option<bool>,
    /// Whether resources of party building and other mass organisations are shared with it.
    pub shared_resources: Option<bool>,
}

/// What is found of a subject's safeguards. Nothing where the policy has no such check.
#[must_use]
pub fn safeguards(view: &SubjectView<'_>, facts: &SafeguardFacts) -> Vec<Finding> {
    let Some(terms) = &view.checks().safeguards else { return Vec::new() };
    let owed = |rule, name, done| owed(view, rule, name, done);
    let findings = [
        owed(CheckRule::ManagedAlike, "safeguards.managed_alike".to_owned(), facts.managed_alike),
        budgeted(view, *terms, facts),
        owed(CheckRule::Training, "safeguards.training".to_owned(), facts.training),
        owed(
            CheckRule::SharedResources,
            "safeguards.shared_resources".to_owned(),
            facts.shared_resources,
        ),
    ];
    findings.into_iter().flatten().collect()
}

/// What an organisation is owed once it is there.
fn owed(
    view: &SubjectView<'_>,
    rule: CheckRule,
    name: String,
    done: Option<bool>,
) -> Option<Finding> {
    let (outcome, missing) = match (view.organisation(), done) {
        (Some(false), _) => (Outcome::NotYet, Vec::new()),
        (Some(true), Some(true)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(false)) => (Outcome::NotMet, Vec::new()),
        (Some(true), None) => (Outcome::Unknown, vec![name]),
        (None, Some(_)) => (Outcome::Unknown, vec![EXISTING_FORM.to_owned()]),
        (None, None) => (Outcome::Unknown, vec![EXISTING_FORM.to_owned(), name]),
    };
    Some(view.finding(rule, outcome)?.missing(missing))
}

/// Funds of the as-of date's year. A place or unit without a public budget of its own is left to people.
fn budgeted(
    view: &SubjectView<'_>,
    terms: SafeguardTerms,
    facts: &SafeguardFacts,
) -> Option<Finding> {
    let year = view.today().year();
    let finding = if terms.budget_kinds.contains(view.subject.kind) {
        let known = facts.budgets.iter().find(|(known, _)| *known == year);
        let name = format!("safeguards.budgets.{year}");
        owed(view, CheckRule::Budgeted, name, known.map(|(_, budgeted)| *budgeted))
    } else {
        view.finding(CheckRule::Budgeted, Outcome::Review)
    };
    let year = year.to_string();
    Some(finding?.with("year", Text { zh: year.clone(), en: year }))
}
