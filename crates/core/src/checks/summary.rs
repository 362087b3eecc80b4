//! What findings of several checks come to together: how many of each outcome, what is to do next,
//! what people decide, what isn't known.

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::rule::Outcome;

/// How many findings there are of each outcome.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counts {
    /// Done as the document asks.
    pub met: u64,
    /// Asked for and not done, in time so far.
    pub not_yet: u64,
    /// Asked for and not done.
    pub not_met: u64,
    /// Commended and not taken up.
    pub advice: u64,
    /// Left to people.
    pub review: u64,
    /// Open, since facts are missing.
    pub unknown: u64,
    /// The rule doesn't speak of the subject.
    pub not_applicable: u64,
}

impl Counts {
    /// How many there are of an outcome.
    #[must_use]
    pub const fn of(&self, outcome: Outcome) -> u64 {
        match outcome {
            Outcome::Met => self.met,
            Outcome::NotYet => self.not_yet,
            Outcome::NotMet => self.not_met,
            Outcome::Advice => self.advice,
            Outcome::Review => self.review,
            Outcome::Unknown => self.unknown,
            Outcome::NotApplicable => self.not_applicable,
        }
    }

    fn add(&mut self, outcome: Outcome) {
        let count = match outcome {
            Outcome::Met => &mut self.met,
            Outcome::NotYet => &mut self.not_yet,
            Outcome::NotMet => &mut self.not_met,
            Outcome::Advice => &mut self.advice,
            Outcome::Review => &mut self.review,
            Outcome::Unknown => &mut self.unknown,
            Outcome::NotApplicable => &mut self.not_applicable,
        };
        *count += 1;
    }
}

/// What findings come to together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary<'f> {
    /// How many there are of each outcome.
    pub counts: Counts,
    /// What is to do: what isn't met, then what isn't yet; each by its date, what has none at the end.
    pub to_do: Vec<&'f Finding>,
    /// What people have to decide.
    pub to_decide: Vec<&'f Finding>,
    /// The facts that would settle what is open, each once, in the order in which they are asked for.
    pub missing: Vec<String>,
}

impl<'f> Summary<'f> {
    /// The summary of these findings of a subject, of which these facts are missing already.
    #[must_use]
    pub fn of(
        missing: impl IntoIterator<Item = String>,
        findings: impl IntoIterator<Item = &'f Finding>,
    ) -> Self {
        let mut summary = Self {
            counts: Counts::default(),
            to_do: Vec::new(),
            to_decide: Vec::new(),
            missing: missing.into_iter().collect(),
        };
        for finding in findings {
            summary.counts.add(finding.outcome);
            match finding.outcome {
                Outcome::NotYet | Outcome::NotMet => summary.to_do.push(finding),
                Outcome::Review => summary.to_decide.push(finding),
                Outcome::Met | Outcome::Advice | Outcome::Unknown | Outcome::NotApplicable => {}
            }
            for fact in &finding.missing {
                if !summary.missing.contains(fact) {
                    summary.missing.push(fact.clone());
                }
            }
        }
        let is_still_in_time = |finding: &Finding| finding.outcome == Outcome::NotYet;
        summary.to_do.sort_by(|one, other| {
            let first = is_still_in_time(one).cmp(&is_still_in_time(other));
            first.then_with(|| earlier(one.due, other.due))
        });
        summary
    }
}

/// The earlier day first, no day last.
fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Ordering {
    one.is_none().cmp(&other.is_none()).then_with(|| one.cmp(&other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CheckRule;
    use crate::model::ProvisionId;
    use crate::policy::ClauseRef;

    fn finding(rule: CheckRule, outcome: Outcome, due: Option<i32>) -> Finding {
        let clause = ClauseRef { provision: ProvisionId::default(), number: 1 };
        let due = due.map(|year| NaiveDate::from_ymd_opt(year, 12, 31).unwrap());
        Finding::new(rule, clause, outcome).due(due)
    }

    #[test]
    fn what_is_not_met_comes_before_what_is_not_yet_and_each_by_its_date() {
        let findings = [
            finding(CheckRule::Training, Outcome::NotYet, None),
            finding(CheckRule::Budgeted, Outcome::NotYet, Some(2022)),
            finding(CheckRule::ManagedAlike, Outcome::Met, None),
            finding(CheckRule::DailyCadre, Outcome::NotMet, None),
            finding(CheckRule::LeaderInCharge, Outcome::NotMet, Some(2023)),
            finding(CheckRule::CreditCode, Outcome::NotMet, Some(2022)),
        ];
        let summary = Summary::of([], &findings);
        let rules: Vec<CheckRule> = summary.to_do.iter().map(|finding| finding.rule).collect();
        assert_eq!(
            rules,
            [
                CheckRule::CreditCode,
                CheckRule::LeaderInCharge,
                CheckRule::DailyCadre,
                CheckRule::Budgeted,
                CheckRule::Training,
            ]
        );
        let counts: Vec<u64> = Outcome::ALL.iter().map(|of| summary.counts.of(*of)).collect();
        assert_eq!(counts, [1, 2, 3, 0, 0, 0, 0]);
    }

    #[test]
    fn a_fact_that_several_rules_ask_for_is_missing_once() {
        let findings = [
            finding(CheckRule::OfficeSought, Outcome::Unknown, None)
                .missing(["subject.existing_form", "office.approved"]),
            finding(CheckRule::OfficeRegistered, Outcome::Unknown, None)
                .missing(["office.approved", "office.registered"]),
            finding(CheckRule::RegistrationChannel, Outcome::Review, None),
        ];
        let summary = Summary::of(["subject.existing_form".to_owned()], &findings);
        let missing = ["subject.existing_form", "office.approved", "office.registered"];
        assert_eq!(summary.missing, missing);
        assert_eq!(summary.to_decide, [&findings[2]]);
        assert!(summary.to_do.is_empty());
    }
}
