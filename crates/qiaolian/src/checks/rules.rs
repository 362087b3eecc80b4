//! The list of a policy's rules, with their clauses and the outcomes that they can have.

use qiaolian_core::checks::{Check, Outcome};
use qiaolian_core::policy::{Lang, RuleId, Text};
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
    /// All provisions down to the clause, as a page for people, which stands alone and can be printed: HTML without a script.
    #[must_use]
    pub fn provisions_html(&self, lang: Lang) -> String {
        qiaolian_render::outline(self.core(), lang, |_| Vec::new())
    }

    /// All rules: those of eligibility, then those of each check that the policy has.
    #[must_use]
    pub fn rules(&self) -> Vec<RuleEntry> {
        let rulebook = self.core().rulebook();
        let entry = |id: RuleId| {
            let (check, outcomes): (_, &[Outcome]) = match id {
                RuleId::Eligibility(_) => (None, &[]),
                RuleId::Check(rule) => (Some(rule.check()), rule.outcomes()),
            };
            RuleEntry {
                id,
                label: rulebook.rule_label(id).cloned().unwrap_or_default(),
                check,
                clauses: self.clause_codes(&rulebook.carried_by(id)),
                outcomes: outcomes.to_vec(),
            }
        };
        rulebook.rule_ids().map(entry).collect()
    }
}
