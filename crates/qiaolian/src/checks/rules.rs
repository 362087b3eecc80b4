//! The list of a policy's rules, with their clauses and the outcomes that they can have.

use qiaolian_core::checks::{Check, CheckRule, Outcome};
use qiaolian_core::policy::{ClauseRef, Rule, RuleId, Text};
use serde::{Deserialize, Serialize};

use crate::policy::Policy;

/// One rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleEntry {
    /// Its id.
    pub id: RuleId,
    /// What it asks, in a few words.
    pub label: Text,
    /// The check that it belongs to; null for a rule of eligibility.
    pub check: Option<Check>,
    /// The clauses that it carries.
    pub clauses: Vec<String>,
    /// The outcomes that it can have; none for a rule of eligibility.
    pub outcomes: Vec<Outcome>,
}

impl Policy {
    /// All rules: those of eligibility, then those of each check that the policy has.
    #[must_use]
    pub fn rules(&self) -> Vec<RuleEntry> {
        let rulebook = self.core().rulebook();
        let codes = |clauses: &[ClauseRef]| -> Vec<String> {
            clauses.iter().map(|clause| clause.code(&rulebook.provisions)).collect()
        };
        let eligibility = Rule::ALL.into_iter().map(|rule| RuleEntry {
            id: RuleId::Eligibility(rule),
            label: rulebook
                .rules
                .iter()
                .find(|note| note.rule == rule)
                .map(|note| note.label.clone())
                .unwrap_or_default(),
            check: None,
            clauses: codes(&rulebook.clauses_of(rule)),
            outcomes: Vec::new(),
        });
        let notes = CheckRule::ALL.iter().filter_map(|rule| rulebook.checks.note(*rule));
        let checks = notes.map(|note| RuleEntry {
            id: RuleId::Check(note.rule),
            label: note.label.clone(),
            check: Some(note.rule.check()),
            clauses: codes(&note.clauses),
            outcomes: note.rule.outcomes().to_vec(),
        });
        eligibility.chain(checks).collect()
    }
}
