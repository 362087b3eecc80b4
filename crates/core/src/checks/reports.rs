//! Reporting: what each place reports by a date, and to whom.

use chrono::NaiveDate;

use super::Finding;
use super::data::Item;
use super::known::{Done, any};
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
    /// What is said of a day that nobody recorded.
    pub undated: Text,
    /// What is said of an item that came after the due day.
    pub late: Text,
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
        let done = |id| {
            let known = known.and_then(|known| known.items.iter().find(|(of, _)| *of == id));
            known.map(|(_, done)| *done)
        };
        let item_path = |item: &Item| path(&format!("items.{}", item.code));
        let items = self.terms.items.iter().map(|(id, item)| {
            let finding = self.item(done(id), item_path(item))?;
            Some(finding.with("place", place.clone()).with("item", item.label.clone()))
        });
        let reported = self
            .terms
            .items
            .iter()
            .map(|(id, item)| (item_path(item), done(id).map(|done| done.by(self.as_of.date))));
        let to = known.and_then(|known| known.to_recipient);
        let recipient = self.recipient(&reported.collect::<Vec<_>>(), to, path("to_recipient"));
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
        let on = done.and_then(Done::day);
        let said = |day: NaiveDate| Text { zh: day.to_string(), en: day.to_string() };
        let is_late = on.is_some_and(|on| on > self.due);
        let finding = self.found(CheckRule::ReportItem, outcome)?.missing(missing);
        let finding = finding.with("day", on.map_or_else(|| self.terms.undated.clone(), said));
        let late = if is_late { self.terms.late.clone() } else { Text::default() };
        Some(finding.with("due", said(self.due)).with("late", late))
    }

    /// Where it went, once anything was reported.
    fn recipient(
        &self,
        items: &[(String, Option<bool>)],
        to: Option<bool>,
        path: String,
    ) -> Option<Finding> {
        let reported = any(items.iter().map(|(_, done)| *done));
        let (outcome, missing) = match (reported, to) {
            (Some(false), _) => (Outcome::NotApplicable, Vec::new()),
            (Some(true), Some(true)) => (Outcome::Met, Vec::new()),
            (Some(true), Some(false)) => (Outcome::Review, Vec::new()),
            (Some(true), None) => (Outcome::Unknown, vec![path]),
            (None, to) => {
                let open = items.iter().filter(|(_, done)| done.is_none());
                let open = open.map(|(item, _)| item.clone());
                (Outcome::Unknown, open.chain(to.is_none().then_some(path)).collect())
            }
        };
        Some(self.found(CheckRule::ReportRecipient, outcome)?.missing(missing))
    }

    fn found(&self, rule: CheckRule, outcome: Outcome) -> Option<Finding> {
        let mut finding = finding(&self.policy.rulebook().checks, rule, outcome)?;
        finding.clause = self.clause;
        Some(finding.due(Some(self.due)))
    }
}
