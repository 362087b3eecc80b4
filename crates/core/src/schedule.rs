//! The schedule: by which days a subject is asked for something, and what places report by a date.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::decide::Decision;
use crate::explain::Responsible;
use crate::model::{AsOf, PlaceId, Subject};
use crate::policy::{Ask, ClauseRef, Policy, Report};

/// One day by which a subject is, or may be, asked for an organisation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dated {
    /// The last day in time.
    pub due: NaiveDate,
    /// Whether the duty is known, and this its day; else one of the possible duties has it.
    pub certain: bool,
    /// Where the document says so: the clauses of each duty that has this day.
    pub clauses: Vec<ClauseRef>,
}

impl Policy {
    /// The days by which a subject is asked for something under the duties that a decision of this
    /// policy leaves possible, ascending; none where no possible duty has a date.
    #[must_use]
    pub fn dated(&self, subject: &Subject, decision: &Decision) -> Vec<Dated> {
        let asks = self.possible_asks(subject, decision);
        let mut days: BTreeMap<NaiveDate, Vec<ClauseRef>> = BTreeMap::new();
        for ask in &asks {
            let Some(due) = ask.due else { continue };
            let clauses = days.entry(self.terms().due_day(due)).or_default();
            for clause in &ask.clauses {
                if !clauses.contains(clause) {
                    clauses.push(*clause);
                }
            }
        }
        let is_only = days.len() == 1 && asks.iter().all(|ask| ask.due.is_some());
        let certain = decision.duty.is_some() && is_only;
        days.into_iter().map(|(due, clauses)| Dated { due, certain, clauses }).collect()
    }

    /// What is asked, by each tier that some possible number of people is in.
    pub(crate) fn possible_asks(&self, subject: &Subject, decision: &Decision) -> Vec<&Ask> {
        let terms = self.terms();
        let Some(row) = terms.rows.get(decision.row) else { return Vec::new() };
        let tiers = row.tiers_in_force(&terms.limits);
        let ends = tiers.iter().skip(1).map(|(start, _)| Some(*start)).chain([None]);
        let people = decision.people;
        let possible = tiers.iter().zip(ends).filter(|((start, _), end)| {
            people.most.is_none_or(|most| *start <= most)
                && end.is_none_or(|end| people.least < end)
        });
        possible.map(|((_, tier), _)| tier.ask_under(subject.conditions_met)).collect()
    }

    /// Each report of the document with each place that owes it, whatever a register says:
    /// [`Rule::Report`](crate::policy::Rule::Report).
    pub fn owed_reports(&self) -> impl Iterator<Item = (PlaceId, &Report)> {
        let rulebook = self.rulebook();
        rulebook.reports.iter().flat_map(|report| {
            let places = rulebook.places.iter();
            let owing = places.filter(|(_, place)| report.kinds.contains(place.kind));
            owing.map(move |(place, _)| (place, report))
        })
    }

    /// Who answers for a report of a place: who answers for the provisions that it rests on.
    #[must_use]
    pub fn responsible_for_report(
        &self,
        place: PlaceId,
        report: &Report,
        as_of: AsOf,
    ) -> Responsible<'_> {
        let Some(known) = self.rulebook().places.get(place) else { return Responsible::default() };
        let subject = Subject {
            place: Some(place),
            county: Some(known.county),
            ..Subject::unknown(known.kind)
        };
        let provisions = report.clauses.iter().map(|clause| clause.provision).collect();
        self.answering(provisions, &subject, as_of)
    }
}
