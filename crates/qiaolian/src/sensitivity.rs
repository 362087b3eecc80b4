//! Sensitivity of a register: whose answer hangs on how the text is read, or on a few people more or
//! fewer.

use chrono::NaiveDate;
use qiaolian_core::decide::Answer;
use qiaolian_core::model::{Fulfilment, Status};
use qiaolian_core::policy::Chosen;
use qiaolian_core::sensitivity::{Asked, Changes, Flip, Sensitivity};
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::coverage::RejectedEntry;
use crate::determination::DutyOrOpen;
use crate::error::Error;
use crate::facts::Facts;
use crate::named::Named;
use crate::policy::{Policy, Question};

/// What the answers of a register hang on, on a date: for each other choice of a reading, alone, how
/// many subjects get another duty, fulfilment or status, which, from what to what; the same for each
/// two choices that only together do it; and for a few people more or fewer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SensitivityReport {
    /// The policy and its version.
    pub policy: String,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The choices in force that aren't the default.
    pub readings: Named<String>,
    /// How many subjects there are.
    pub subjects: u64,
    /// Each other choice of each reading, alone, in the policy's order: those too that change nothing.
    pub alone: Vec<FlipEntry>,
    /// Each two other choices of different readings that together give some subject an answer that is
    /// neither the one in force nor what one of the two alone gives.
    pub together: Vec<FlipEntry>,
    /// What a few people more or fewer would change.
    pub counts: CountsEntry,
    /// Each subject with how far it is from another answer, in the order of the rows.
    pub margins: Vec<MarginEntry>,
    /// The rows that can't be read, with all of their problems.
    pub rejected: Vec<RejectedEntry>,
}

/// What other choices than those in force change.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FlipEntry {
    /// The choices, by their readings: one, or two.
    pub choices: Named<String>,
    /// What they change.
    pub changes: ChangesEntry,
}

/// How many subjects change, and from what to what.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangesEntry {
    /// How many subjects get another duty, fulfilment or status.
    pub subjects: u64,
    /// How many of them get another duty.
    pub duty: u64,
    /// How many of them get another fulfilment.
    pub fulfilment: u64,
    /// How many of them get another status.
    pub status: u64,
    /// The subjects that change alike.
    pub alike: Vec<AlikeEntry>,
}

/// Subjects that change alike.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AlikeEntry {
    /// The answer as it is.
    pub from: StandingEntry,
    /// The answer as it would be.
    pub to: StandingEntry,
    /// How many they are.
    pub subjects: u64,
    /// Their rows, ascending: all, or the first of them where no more were asked for.
    pub rows: Vec<u64>,
}

/// Duty, fulfilment and status: the part of a determination by which answers are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StandingEntry {
    /// The duty, or `undetermined` while several are possible.
    pub duty: DutyOrOpen,
    /// How far the existing organisation fulfils it.
    pub fulfilment: Fulfilment,
    /// Where the subject stands on the date.
    pub status: Status,
}

impl From<Answer> for StandingEntry {
    fn from(answer: Answer) -> Self {
        let Answer { duty, fulfilment, status } = answer;
        Self { duty: duty.into(), fulfilment, status }
    }
}

/// What a few people more or fewer would change.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CountsEntry {
    /// How many people more, or fewer, at most.
    pub within: u32,
    /// How many subjects get another answer with no more people more, or fewer, than that.
    pub near: u64,
    /// Of how many subjects the number isn't known, in whole or in part: they are neither near nor
    /// far, since to learn a number isn't to have a few people more.
    pub unknown: u64,
    /// What people more change.
    pub more: ChangesEntry,
    /// What people fewer change.
    pub fewer: ChangesEntry,
}

/// How far a subject is from another answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MarginEntry {
    /// The row of the register below its header, from 1.
    pub row: u64,
    /// Division code; null where none is known.
    pub code: Option<String>,
    /// Name, official where resolved, else as written.
    pub name: Option<String>,
    /// County, official where resolved, else as written.
    pub county: Option<String>,
    /// Kind, by code.
    pub kind: String,
    /// The answer as it is.
    pub answer: StandingEntry,
    /// People counted: the fewest that there can be.
    pub count: u64,
    /// Whether that is all of them.
    pub count_is_complete: bool,
    /// The fewest people more that give another duty, fulfilment or status; null where none do, or
    /// the count isn't complete.
    pub more: Option<u64>,
    /// The fewest people fewer that do; null where none do, or the count isn't complete.
    pub fewer: Option<u64>,
}

/// What is asked beside the date.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct SensitivityOptions {
    /// For how many people more or fewer; none for a tenth of the policy's lowest threshold, rounded
    /// up.
    pub within: Option<u32>,
    /// How many rows are named at most of those that change alike; none for all.
    pub most: Option<usize>,
}

/// Sensitivity while a register is read, row by row. The comparisons wait for the end, and are of
/// classes, not of rows.
#[derive(Debug)]
pub struct SensitivityBuilder<'p> {
    policy: &'p Policy,
    question: Question,
    within: u32,
    core: Sensitivity<'p>,
    margins: Vec<MarginEntry>,
    rejected: Vec<RejectedEntry>,
}

impl<'p> SensitivityBuilder<'p> {
    /// Sensitivity of nothing so far.
    #[must_use]
    pub fn new(policy: &'p Policy, question: Question, options: SensitivityOptions) -> Self {
        let core = policy.core();
        let within = options.within.unwrap_or_else(|| Sensitivity::usual_within(core));
        let asked = Asked { as_of: policy.date(question), within, most: options.most };
        Self {
            policy,
            question,
            within,
            core: Sensitivity::new(core, asked),
            margins: Vec::new(),
            rejected: Vec::new(),
        }
    }

    /// Adds a row that the same policy assessed on the same date.
    ///
    /// # Errors
    /// [`Error::Foreign`] for a subject of another policy.
    pub fn add(&mut self, row: u64, assessment: &Assessment<'_>) -> Result<(), Error> {
        let resolved = assessment.resolved();
        let decision = &assessment.decision;
        let margin = self.core.add(&resolved.subject)?;
        self.margins.push(MarginEntry {
            row,
            code: resolved.code.clone(),
            name: resolved.name.clone(),
            county: resolved.county.clone(),
            kind: assessment.kind().to_owned(),
            answer: decision.answer().into(),
            count: decision.people.least,
            count_is_complete: decision.people.is_complete(),
            more: margin.more,
            fewer: margin.fewer,
        });
        Ok(())
    }

    /// Notes a row that can't be read.
    pub fn reject(&mut self, row: u64, error: &Error) {
        self.rejected.push(RejectedEntry { row, error: error.envelope() });
    }

    /// What the answers of all rows added hang on.
    #[must_use]
    pub fn finish(self) -> SensitivityReport {
        let Self { policy, question, within, core, margins, rejected } = self;
        let found = core.finish();
        let changes = |changes: &Changes| changed(&margins, changes);
        let flip = |flip: &Flip| FlipEntry {
            choices: policy.choice_codes(&flip.choices),
            changes: changes(&flip.changes),
        };
        SensitivityReport {
            policy: policy.core().rulebook().name(),
            as_of: question.as_of,
            readings: policy.other_readings(),
            subjects: u64::try_from(margins.len()).unwrap_or(u64::MAX),
            alone: found.readings.iter().map(flip).collect(),
            together: found.pairs.iter().map(flip).collect(),
            counts: CountsEntry {
                within,
                near: found.near,
                unknown: found.unknown,
                more: changes(&found.more),
                fewer: changes(&found.fewer),
            },
            margins,
            rejected,
        }
    }
}

fn changed(margins: &[MarginEntry], changes: &Changes) -> ChangesEntry {
    let row = |at: &usize| margins.get(*at).map(|margin| margin.row);
    let alike = changes.alike.iter().map(|alike| AlikeEntry {
        from: alike.from.into(),
        to: alike.to.into(),
        subjects: alike.subjects,
        rows: alike.which.iter().filter_map(row).collect(),
    });
    ChangesEntry {
        subjects: changes.subjects,
        duty: changes.duty,
        fulfilment: changes.fulfilment,
        status: changes.status,
        alike: alike.collect(),
    }
}

impl Policy {
    /// What the answers of many subjects hang on, in any order: readings, two of them together, and a
    /// few people more or fewer. Facts that can't be read, or a place that comes a second time, are in
    /// `rejected` with their number in the order given, from 1, and count nowhere.
    ///
    /// # Errors
    /// [`Error::Foreign`], which subjects made here can't give.
    pub fn sensitivity<'f>(
        &self,
        all: impl IntoIterator<Item = &'f Facts>,
        question: impl Into<Question>,
        options: SensitivityOptions,
    ) -> Result<SensitivityReport, Error> {
        let question = question.into();
        let mut sensitivity = SensitivityBuilder::new(self, question, options);
        self.each(all, question, |row, answer| match answer {
            Ok(assessment) => sensitivity.add(row, &assessment),
            Err(error) => {
                sensitivity.reject(row, &error);
                Ok(())
            }
        })?;
        Ok(sensitivity.finish())
    }

    /// Choices by the codes of their readings.
    pub(crate) fn choice_codes(&self, choices: &[Chosen]) -> Named<String> {
        let readings = &self.core().rulebook().readings;
        let codes = choices.iter().map(|(reading, choice)| {
            let known = readings.of(*reading);
            (known.code.clone(), known.choices.of(*choice).code.clone())
        });
        codes.collect()
    }
}
