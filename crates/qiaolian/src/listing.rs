//! What a policy consists of, and what its proof found, as plain values.

use chrono::NaiveDate;
use qiaolian_core::model::{ChoiceId, Duty, ReadingId, Status};
use qiaolian_core::policy::{ClauseKind, ClauseRef, Lang, Nature, RuleId, Text, clauses};
use qiaolian_core::prove::{Fault, Matters, Report, Weakening};
use serde::{Deserialize, Serialize};

use crate::determination::DutyOrOpen;
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

/// What a complete walk through a policy's tables found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckReport {
    /// The policy and its version.
    pub policy: String,
    /// Rows of rules.
    pub rows: usize,
    /// Tiers.
    pub tiers: usize,
    /// Cells of the tables.
    pub cells: usize,
    /// Classes of subjects and dates that were decided and explained.
    pub classes: usize,
    /// Whether nothing is wrong.
    pub sound: bool,
    /// What is wrong.
    pub faults: Vec<FaultEntry>,
    /// Where more people weaken a duty under another choice of a reading.
    pub weakenings: Vec<WeakeningEntry>,
    /// For each other choice of each reading, where it matters.
    pub readings: Vec<SampleEntry>,
}

/// Something wrong with a policy.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FaultEntry {
    /// Which fault.
    pub code: String,
    /// What it is about: row, tier, area, date, form or reading.
    pub about: String,
}

/// More people, and less is asked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WeakeningEntry {
    /// The reading; null for the choices in force.
    pub reading: Option<String>,
    /// Its choice.
    pub choice: Option<String>,
    /// The row.
    pub row: String,
    /// From how many people on.
    pub from: u64,
    /// What is asked of fewer.
    pub stronger: Duty,
    /// What is asked from there on.
    pub weaker: Duty,
}

/// Where a choice matters.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SampleEntry {
    /// The reading.
    pub reading: String,
    /// The choice.
    pub choice: String,
    /// The kind of a subject whose answer it changes; null where it only moves dates.
    pub kind: Option<String>,
    /// Its code, where it is a place.
    pub code: Option<String>,
    /// Its people.
    pub count: Option<u64>,
    /// The date of the question.
    pub as_of: Option<NaiveDate>,
    /// Duty and status under the choices in force.
    pub before: Option<(DutyOrOpen, Status)>,
    /// Duty and status under this choice.
    pub after: Option<(DutyOrOpen, Status)>,
    /// Dates that it moves: name, from, to.
    pub dates: Vec<(String, NaiveDate, NaiveDate)>,
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
                    forms: tier
                        .ask
                        .forms
                        .iter()
                        .map(|form| rulebook.forms.of(form).code.clone())
                        .collect(),
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

    /// The proof's report as plain values.
    #[must_use]
    pub fn check_report(&self) -> CheckReport {
        let Report { rows, tiers, cells, classes, weakenings, matters, faults } = self.check();
        CheckReport {
            policy: self.core().rulebook().name(),
            rows,
            tiers,
            cells,
            classes,
            sound: faults.is_empty(),
            faults: faults.iter().map(|fault| self.fault(fault)).collect(),
            weakenings: weakenings.iter().map(|weakening| self.weakening(weakening)).collect(),
            readings: matters.iter().map(|matters| self.sample(matters)).collect(),
        }
    }

    /// The proof's report as a tree to read.
    #[must_use]
    pub fn check_text(&self, lang: Lang) -> String {
        qiaolian_render::proof(self.core(), &self.check(), lang).to_string()
    }

    pub(crate) fn clause_codes(&self, clauses: &[ClauseRef]) -> Vec<String> {
        let provisions = &self.core().rulebook().provisions;
        clauses.iter().map(|clause| clause.code(provisions)).collect()
    }

    fn choice_code(&self, reading: ReadingId, choice: ChoiceId) -> (String, String) {
        let known = self.core().rulebook().readings.of(reading);
        (known.code.clone(), known.choices.of(choice).code.clone())
    }

    fn weakening(&self, weakening: &Weakening) -> WeakeningEntry {
        let under = weakening.under.map(|(reading, choice)| self.choice_code(reading, choice));
        let (reading, choice) = under.unzip();
        WeakeningEntry {
            reading,
            choice,
            row: self.core().terms().rows.of(weakening.row).code.clone(),
            from: weakening.from,
            stronger: weakening.stronger,
            weaker: weakening.weaker,
        }
    }

    fn sample(&self, matters: &Matters) -> SampleEntry {
        let rulebook = self.core().rulebook();
        let (reading, choice) = self.choice_code(matters.reading, matters.choice);
        let sample = matters.sample.as_ref();
        let place = sample.and_then(|sample| sample.subject.place);
        let dates = matters
            .dates
            .iter()
            .map(|(date, from, to)| (self.core().terms().dates.of(*date).code.clone(), *from, *to));
        SampleEntry {
            reading,
            choice,
            kind: sample.map(|sample| rulebook.kinds.of(sample.subject.kind).code.clone()),
            code: place.map(|place| rulebook.places.of(place).code.clone()),
            count: sample.map(|sample| sample.before.people.least),
            as_of: sample.map(|sample| sample.as_of.date),
            before: sample.map(|sample| (sample.before.duty.into(), sample.before.status)),
            after: sample.map(|sample| (sample.after.duty.into(), sample.after.status)),
            dates: dates.collect(),
        }
    }

    fn fault(&self, fault: &Fault) -> FaultEntry {
        let rulebook = self.core().rulebook();
        let terms = &rulebook.terms;
        let (code, about) = match fault {
            Fault::Undecided { kind, .. } => ("undecided", rulebook.kinds.of(*kind).code.clone()),
            Fault::Contested { row, second, .. } => {
                let row = terms.rows.of(*row);
                ("contested", format!("{}.{}", row.code, row.tiers.of(*second).code))
            }
            Fault::UnreachableTier { row, tier } => {
                let row = terms.rows.of(*row);
                ("unreachable_tier", format!("{}.{}", row.code, row.tiers.of(*tier).code))
            }
            Fault::UnreachableRow(row) => ("unreachable_row", terms.rows.of(*row).code.clone()),
            Fault::UnusedArea(area) => ("unused_area", terms.areas.of(*area).code.clone()),
            Fault::UnusedDate(date) => ("unused_date", terms.dates.of(*date).code.clone()),
            Fault::UnusedForm(form) => ("unused_form", rulebook.forms.of(*form).code.clone()),
            Fault::IdleReading { reading, choice } => {
                let (reading, choice) = self.choice_code(*reading, *choice);
                ("idle_reading", format!("{reading}={choice}"))
            }
            Fault::Weakens(weakening) => ("weakens", terms.rows.of(weakening.row).code.clone()),
            Fault::ExplanationDiffers(class) => {
                ("explanation_differs", rulebook.kinds.of(class.subject.kind).code.clone())
            }
        };
        FaultEntry { code: code.to_owned(), about }
    }
}
