//! The names of the rules that code carries out, in `compile` and `explain`. Closed: each is a place
//! in the code; the policy labels it.

use serde::{Deserialize, Serialize};

use super::document::{ClauseRef, Text};
use super::rulebook::Rulebook;
#[cfg(feature = "checks")]
use crate::checks::CheckRule;
use crate::model::coded::serialized_by_code;

serialized_by_code!(Rule);

/// A rule: of eligibility, as it shows in a trace, or of what is made of a whole register.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Rule {
    /// Which row is for the subject's kind.
    Kind,
    /// Whether it is one of the key areas.
    KeyArea,
    /// Whether it is in another list of places that has a row of its own.
    ListedPlace,
    /// How many people against a limit.
    Count,
    /// Whether a unit is ready for what is asked.
    ConditionsMet,
    /// Whether the organisation on record is of a form that fulfils.
    ExistingForm,
    /// What is taken to exist until the register says otherwise.
    Presumption,
    /// Whether the organisation was there on the date, and in time.
    EstablishedOn,
    /// Whether people agreed on an exception.
    ExceptionAgreed,
    /// Whether the due date is past.
    Due,
    /// Who answers for it.
    Responsible,
    /// How many have what they are asked for, against what the document strives for. In no trace.
    Coverage,
    /// What is reported by a date. In no trace.
    Report,
}

impl Rule {
    /// All of them, those of a trace first and in its order.
    pub const ALL: [Self; 13] = [
        Self::Kind,
        Self::KeyArea,
        Self::ListedPlace,
        Self::Count,
        Self::ConditionsMet,
        Self::ExistingForm,
        Self::Presumption,
        Self::EstablishedOn,
        Self::ExceptionAgreed,
        Self::Due,
        Self::Responsible,
        Self::Coverage,
        Self::Report,
    ];

    /// Its id in JSON and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::KeyArea => "key_area",
            Self::ListedPlace => "listed_place",
            Self::Count => "count",
            Self::ConditionsMet => "conditions_met",
            Self::ExistingForm => "existing_form",
            Self::Presumption => "presumption",
            Self::EstablishedOn => "established_on",
            Self::ExceptionAgreed => "exception_agreed",
            Self::Due => "due",
            Self::Responsible => "responsible",
            Self::Coverage => "coverage",
            Self::Report => "report",
        }
    }
}

/// A rule, whether of eligibility or of a check: in JSON its id.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RuleId {
    /// Of eligibility, or of what is made of a whole register.
    Eligibility(Rule),
    /// Of a check.
    #[cfg(feature = "checks")]
    Check(CheckRule),
}

impl RuleId {
    /// Its id in JSON and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eligibility(rule) => rule.code(),
            #[cfg(feature = "checks")]
            Self::Check(rule) => rule.code(),
        }
    }
}

/// What a policy says of a rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleNote {
    /// The rule.
    pub rule: Rule,
    /// What it asks, in a few words.
    pub label: Text,
    /// The clauses that it carries though no constant of the policy names them.
    pub clauses: Vec<ClauseRef>,
}

impl Rulebook {
    /// The clauses that a rule of eligibility carries: those of the constants that it applies (of
    /// what is asked of a kind, and of a due date, the deciding one), and those that the policy's note
    /// on it adds. In the document's order.
    #[must_use]
    pub fn clauses_of(&self, rule: Rule) -> Vec<ClauseRef> {
        let terms = &self.terms;
        let tiers =
            || terms.rows.iter().flat_map(|(_, row)| row.tiers.iter().map(|(_, tier)| tier));
        // A row of one tier asks the same of any number of people.
        let counting = || terms.rows.iter().filter(|(_, row)| row.tiers.len() > 1);
        let mut clauses: Vec<ClauseRef> = match rule {
            Rule::KeyArea | Rule::ListedPlace => terms
                .areas
                .iter()
                .filter(|(_, area)| area.is_key_area == (rule == Rule::KeyArea))
                .flat_map(|(_, area)| area.clauses.clone())
                .collect(),
            Rule::Count => counting()
                .flat_map(|(_, row)| row.tiers.iter())
                .flat_map(|(_, tier)| tier.ask.clauses.clone())
                .chain(terms.counted.clauses.clone())
                .chain(terms.limits.iter().flat_map(|(_, limit)| limit.clauses.clone()))
                .collect(),
            Rule::ConditionsMet => tiers()
                .filter_map(|tier| tier.unless_conditions_met.as_ref())
                .flat_map(|ask| ask.clauses.clone())
                .collect(),
            Rule::Presumption => {
                terms.presumptions.iter().flat_map(|presumed| presumed.clauses.clone()).collect()
            }
            Rule::Due => terms
                .dates
                .iter()
                .flat_map(|(_, date)| date.clauses.clone())
                .chain(terms.rest.clauses.clone())
                .collect(),
            Rule::Responsible => {
                self.answers.iter().flat_map(|answer| answer.clauses.clone()).collect()
            }
            Rule::Coverage => {
                self.targets.iter().flat_map(|target| target.clauses.clone()).collect()
            }
            Rule::Report => self.reports.iter().flat_map(|report| report.clauses.clone()).collect(),
            Rule::Kind => tiers()
                .flat_map(|tier| [Some(&tier.ask), tier.unless_conditions_met.as_ref()])
                .flatten()
                .filter_map(|ask| ask.clauses.first().copied())
                .collect(),
            Rule::EstablishedOn => tiers()
                .flat_map(|tier| [Some(&tier.ask), tier.unless_conditions_met.as_ref()])
                .filter_map(|ask| terms.dates.of(ask?.due?).clauses.first().copied())
                .collect(),
            Rule::ExistingForm | Rule::ExceptionAgreed => Vec::new(),
        };
        clauses.extend(
            self.rules.iter().filter(|note| note.rule == rule).flat_map(|note| &note.clauses),
        );
        clauses.sort_unstable();
        clauses.dedup();
        clauses
    }

    /// All rules that the policy has: those of eligibility, then those of its checks.
    pub fn rule_ids(&self) -> impl Iterator<Item = RuleId> + '_ {
        let rules = Rule::ALL.into_iter().map(RuleId::Eligibility);
        #[cfg(feature = "checks")]
        let rules = rules.chain(
            CheckRule::ALL
                .iter()
                .filter(|rule| self.checks.note(**rule).is_some())
                .map(|rule| RuleId::Check(*rule)),
        );
        rules
    }

    /// What a rule asks, in a few words; none where the policy doesn't have it.
    #[must_use]
    pub fn rule_label(&self, rule: RuleId) -> Option<&Text> {
        match rule {
            RuleId::Eligibility(rule) => {
                self.rules.iter().find(|note| note.rule == rule).map(|note| &note.label)
            }
            #[cfg(feature = "checks")]
            RuleId::Check(rule) => self.checks.note(rule).map(|note| &note.label),
        }
    }

    /// The clauses that a rule carries; those of a check's rule with the deciding one first.
    #[must_use]
    pub fn carried_by(&self, rule: RuleId) -> Vec<ClauseRef> {
        match rule {
            RuleId::Eligibility(rule) => self.clauses_of(rule),
            #[cfg(feature = "checks")]
            RuleId::Check(rule) => {
                self.checks.note(rule).map(|note| note.clauses.clone()).unwrap_or_default()
            }
        }
    }

    /// The rules that carry a clause: those of eligibility, then those of the checks.
    pub fn rules_carrying(&self, clause: ClauseRef) -> impl Iterator<Item = RuleId> + '_ {
        let carrying = move |rule: &Rule| self.clauses_of(*rule).contains(&clause);
        let rules = Rule::ALL.into_iter().filter(carrying).map(RuleId::Eligibility);
        #[cfg(feature = "checks")]
        let rules = rules.chain(self.checks.rules_carrying(clause).map(RuleId::Check));
        rules
    }
}
