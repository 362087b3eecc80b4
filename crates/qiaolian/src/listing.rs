//! What a policy consists of, as plain values.

use chrono::NaiveDate;
use qiaolian_core::model::{ChoiceId, Duty, FormId, IdSet};
use qiaolian_core::policy::{ClauseKind, ClauseRef, Nature, RuleId, Text, clauses};
use serde::{Deserialize, Serialize};

use crate::policy::Policy;

/// One provision with its clauses.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProvisionEntry {
    /// Part and item, `2.2`.
    pub id: String,
    /// The document's own label, 二（二）.
    pub label: Text,
    /// What it is about.
    pub title: Text,
    /// Its clauses.
    pub clauses: Vec<ClauseEntry>,
}

/// One clause.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClauseEntry {
    /// Provision and number, `2.2#5`.
    pub id: String,
    /// What it is about.
    pub kind: ClauseKind,
    /// The document's operative word, empty where it has none.
    pub modality: String,
    /// Whether rules can carry it.
    pub computable: bool,
    /// Why not, where they can't.
    pub why: Option<Text>,
    /// What it says, paraphrased.
    pub text: Text,
    /// The rules that carry it.
    pub rules: Vec<RuleId>,
}

/// One reading with its choices.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReadingEntry {
    /// Its id.
    pub id: String,
    /// The phrase that can be read more than one way.
    pub phrase: Text,
    /// Where it stands.
    pub clauses: Vec<String>,
    /// The choice that holds unless another is taken.
    pub default: String,
    /// The choice in force.
    pub in_force: String,
    /// All choices.
    pub choices: Vec<ChoiceEntry>,
}

/// One choice of a reading.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChoiceEntry {
    /// Its code.
    pub id: String,
    /// What it means.
    pub label: Text,
    /// What speaks for it.
    pub reason: Text,
}

/// What a policy is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicyEntry {
    /// The policy and its version.
    pub policy: String,
    /// The document's title.
    pub title: Text,
    /// Where it comes from.
    pub source: Text,
    /// What it decides over.
    pub scope: Text,
    /// Its gazetteer.
    pub gazetteer: Text,
    /// Digest of the source text.
    pub plan_digest: String,
    /// How many places the gazetteer has.
    pub places: usize,
    /// The rows of rules with their tiers.
    pub rows: Vec<RowEntry>,
}

/// One row of rules.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RowEntry {
    /// Its name.
    pub row: String,
    /// The kinds that it is for.
    pub kinds: Vec<String>,
    /// The special area that it is for.
    pub area: Option<String>,
    /// Its tiers under the choices in force.
    pub tiers: Vec<TierEntry>,
}

/// One tier.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TierEntry {
    /// Its name.
    pub tier: String,
    /// From how many people on.
    pub from: u32,
    /// How strongly an organisation is asked for.
    pub duty: Duty,
    /// The forms named.
    pub forms: Vec<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Where the document says so.
    pub clauses: Vec<String>,
}

impl Policy {
    /// All provisions down to the clause, with the rules that carry each.
    #[must_use]
    pub fn provisions(&self) -> Vec<ProvisionEntry> {
        let rulebook = self.core().rulebook();
        let entry = |(clause, found): (ClauseRef, &qiaolian_core::policy::Clause)| ClauseEntry {
            id: clause.code(&rulebook.provisions),
            kind: found.kind,
            modality: found.modality.clone(),
            computable: found.nature == Nature::Computable,
            why: match &found.nature {
                Nature::Guidance(why) => Some(why.clone()),
                Nature::Computable => None,
            },
            text: found.says.clone(),
            rules: rulebook.rules_carrying(clause).collect(),
        };
        rulebook
            .provisions
            .iter()
            .map(|(id, provision)| ProvisionEntry {
                id: provision.id.clone(),
                label: provision.label.clone(),
                title: provision.title.clone(),
                clauses: clauses(&rulebook.provisions)
                    .filter(|(clause, _)| clause.provision == id)
                    .map(entry)
                    .collect(),
            })
            .collect()
    }

    /// All readings with their choices, and which is in force.
    #[must_use]
    pub fn readings(&self) -> Vec<ReadingEntry> {
        let rulebook = self.core().rulebook();
        let entries = rulebook.readings.iter().map(|(id, reading)| {
            let code = |choice: ChoiceId| reading.choices.of(choice).code.clone();
            ReadingEntry {
                id: reading.code.clone(),
                phrase: reading.phrase.clone(),
                clauses: self.clause_codes(&reading.clauses),
                default: code(reading.default),
                in_force: code(*self.core().choices().of(id)),
                choices: reading
                    .choices
                    .iter()
                    .map(|(_, choice)| ChoiceEntry {
                        id: choice.code.clone(),
                        label: choice.label.clone(),
                        reason: choice.reason.clone(),
                    })
                    .collect(),
            }
        });
        entries.collect()
    }

    /// What the policy is, and its rows of rules under the choices in force.
    #[must_use]
    pub fn describe(&self) -> PolicyEntry {
        let (rulebook, terms) = (self.core().rulebook(), self.core().terms());
        let rows = terms.rows.iter().map(|(_, row)| RowEntry {
            row: row.code.clone(),
            kinds: row.kinds.iter().map(|kind| rulebook.kinds.of(kind).code.clone()).collect(),
            area: row.area.map(|area| terms.areas.of(area).code.clone()),
            tiers: row
                .tiers
                .iter()
                .map(|(_, tier)| TierEntry {
                    tier: tier.code.clone(),
                    from: tier.start(&terms.limits),
                    duty: tier.ask.duty,
                    forms: self.form_codes(tier.ask.forms),
                    due: tier.ask.due.map(|due| terms.due_day(due)),
                    clauses: self.clause_codes(&tier.ask.clauses),
                })
                .collect(),
        });
        PolicyEntry {
            policy: rulebook.name(),
            title: rulebook.document.title.clone(),
            source: rulebook.document.source.clone(),
            scope: rulebook.document.scope.clone(),
            gazetteer: rulebook.document.gazetteer.clone(),
            plan_digest: rulebook.document.plan_digest.clone(),
            places: rulebook.places.len(),
            rows: rows.collect(),
        }
    }

    pub(crate) fn form_codes(&self, forms: IdSet<FormId>) -> Vec<String> {
        let known = &self.core().rulebook().forms;
        forms.iter().map(|form| known.of(form).code.clone()).collect()
    }

    pub(crate) fn clause_codes(&self, clauses: &[ClauseRef]) -> Vec<String> {
        let provisions = &self.core().rulebook().provisions;
        clauses.iter().map(|clause| clause.code(provisions)).collect()
    }
}
