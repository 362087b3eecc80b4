//! Reporting: what each place reports by a date, and to whom.

use chrono::NaiveDate;

use super::Finding;
use super::data::Item;
use super::known::Done;
use super::rule::{CheckRule, Outcome};
use super::view::finding;
use crate::model::{Arena, AsOf, ItemId, PlaceId};
use crate::policy::{ClauseRef, Policy, Text};

/// The constants of a report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReportTerms {
    /// The report, by its code among those of the schedule: who owes it, and by when.
    pub report: String,
    /// What has to be reported, each of it.
    pub items: Arena<ItemId, Item>,
    /// The body that it goes to.
    pub recipient: Text,
}

/// What is known of one place's report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReportFacts {
    /// The place.
    pub place: PlaceId,
    /// The items of which it is known whether they were reported.
    pub items: Vec<(ItemId, Done)>,
    /// Whether it went to the body that the document names.
    pub to_recipient: Option<bool>,
}

/// What is found of a place's report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reported {
    /// The place.
    pub place: PlaceId,
    /// Its findings.
    pub findings: Vec<Finding>,
}

/// What is found of each place that owes the report, in the policy's order: those of which nothing is
/// known too. Nothing where the policy has no such check.
#[must_use]
pub fn reports(policy: &Policy, facts: &[ReportFacts], as_of: AsOf) -> Vec<Reported> {
    let rulebook = policy.rulebook();
    let Some(terms) = &rulebook.checks.report else { return Vec::new() };
    let Some(report) = rulebook.reports.iter().find(|report| report.code == terms.report) else {
        return Vec::new();
    };
    let Some(clause) = report.clauses.first() else { return Vec::new() };
    let owing = rulebook.places.iter().filter(|(_, place)| report.kinds.contains(place.kind));
    let one =
        One { policy, terms, clause: *clause, due: policy.terms().due_day(report.due), as_of };
    owing
        .map(|(place, _)| {
            let known = facts.iter().find(|known| known.place == place);
            Reported { place, findings: one.findings(place, known) }
        })
        .collect()
}

/// The report that places owe.
struct One<'p> {
    policy: &'p Policy,
    terms: &'p ReportTerms,
    clause: ClauseRef,
    due: NaiveDate,
    as_of: AsOf,
}

impl One<'_> {
    fn findings(&self, place: PlaceId, known: Option<&ReportFacts>) -> Vec<Finding> {
        let name = &self.policy.rulebook().places.of(place).name;
        let place = Text { zh: name.clone(), en: name.clone() };
        let path = |fact: &str| format!("counties.{name}.{fact}");
        let items = self.terms.items.iter().map(|(id, item)| {
            let done = known.and_then(|known| known.items.iter().find(|(of, _)| *of == id));
            let done = done.map(|(_, done)| *done);
            let finding = self.item(done, path(&format!("items.{}", item.code)))?;
            Some(finding.with("place", place.clone()).with("item", item.label.clone()))
        });
        let any =
            known.is_some_and(|known| known.items.iter().any(|(_, done)| done.by(self.as_of.date)));
        let nothing = known.is_some_and(|known| {
            let not = |(_, done): &(ItemId, Done)| !done.by(self.as_of.date);
            self.terms.items.len() == known.items.len() && known.items.iter().all(not)
        });
        let to = known.and_then(|known| known.to_recipient);
        let recipient = self.recipient(any, nothing, to, path("to_recipient"));
        let recipient = recipient.map(|finding| {
            finding.with("place", place.clone()).with("body", self.terms.recipient.clone())
        });
        items.chain([recipient]).flatten().collect()
    }

    /// An item that came late is there all the same: its message says when it came.
    fn item(&self, done: Option<Done>, path: String) -> Option<Finding> {
        let is_past = self.as_of.date > self.due;
        let (outcome, missing) = match done.map(|done| done.by(self.as_of.date)) {
            Some(true) => (Outcome::Met, None),
            Some(false) if is_past => (Outcome::NotMet, None),
            Some(false) => (Outcome::NotYet, None),
            None => (Outcome::Unknown, Some(path)),
        };
        let day = |day: Option<NaiveDate>| {
            let day = day.map(|day| day.to_string()).unwrap_or_default();
            Text { zh: day.clone(), en: day }
        };
        let finding = self.found(CheckRule::ReportItem, outcome)?.missing(missing);
        Some(finding.with("day", day(done.and_then(Done::day))).with("due", day(Some(self.due))))
    }

    fn recipient(
        &self,
        any: bool,
        nothing: bool,
        to: Option<bool>,
        path: String,
    ) -> Option<Finding> {
        let (outcome, missing) = match (nothing, to) {
            (true, _) => (Outcome::NotApplicable, None),
            (false, Some(true)) if any => (Outcome::Met, None),
            (false, Some(false)) if any => (Outcome::Review, None),
            (false, Some(_) | None) => (Outcome::Unknown, Some(path)),
        };
        Some(self.found(CheckRule::ReportRecipient, outcome)?.missing(missing))
    }

    fn found(&self, rule: CheckRule, outcome: Outcome) -> Option<Finding> {
        let mut finding = finding(&self.policy.rulebook().checks, rule, outcome)?;
        finding.clause = self.clause;
        Some(finding.due(Some(self.due)))
    }
}
