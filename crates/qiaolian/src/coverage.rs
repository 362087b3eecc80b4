//! Coverage of a register: how many of those that are asked have what they are asked for, against
//! what the document strives for.

use chrono::NaiveDate;
use indexmap::IndexMap;
use qiaolian_core::coverage::{Against, Bounds, Coverage, Range, Tally, TargetStanding};
use qiaolian_core::model::{Duty, Fulfilment, Status};
use qiaolian_core::policy::{Aim, Target, Text};
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::determination::DutyOrOpen;
use crate::error::{Envelope, Error};
use crate::facts::Facts;
use crate::policy::{Policy, Question};

/// Coverage of a register on a date, in all, by county and by kind, against the document's targets.
///
/// It counts the subjects that are asked for an organisation (duty `must`, `in_principle_must`,
/// `should` or `in_principle_should`), and of these the ones that have it in full. Every number is
/// a range, and every ratio exact bounds, while counts or organisations are unknown. Lesser forms
/// and agreed exceptions stay among those that are asked, as not full; organisations that the
/// policy presumes count as they are presumed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoverageReport {
    /// The policy and its version.
    pub policy: String,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The choices in force that aren't the default.
    pub readings: IndexMap<String, String>,
    /// All subjects.
    pub overall: CoverageEntry,
    /// By county, in the policy's order; last those whose county nobody said.
    pub by_county: Vec<CountyCoverage>,
    /// By kind, in the policy's order.
    pub by_kind: Vec<KindCoverage>,
    /// What the document strives for; empty where it names no target.
    pub targets: Vec<TargetEntry>,
    /// The subjects that lack, or may lack, what they are or may be asked for, in the order of the rows.
    pub missing: Vec<MissingEntry>,
    /// The rows that can't be read, with all of their problems.
    pub rejected: Vec<RejectedEntry>,
}

/// The coverage of some subjects.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoverageEntry {
    /// How many subjects there are, asked or not.
    pub subjects: u64,
    /// How many of them are asked for an organisation.
    pub owed: Range,
    /// How many of those have it in full.
    pub full: Range,
    /// The exact bounds of full to owed, over the cases in which something is owed; null where
    /// nothing is owed in any.
    pub ratio: Option<Bounds>,
    /// How many of those that are asked have an organisation that isn't enough.
    pub lesser: Range,
    /// How many of those that are asked lack it by an agreed exception.
    pub excepted: Range,
    /// How many of those that have it in full have it by presumption only.
    pub presumed: Range,
}

/// The coverage of a county.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CountyCoverage {
    /// Its division code; null for subjects whose county nobody said.
    pub code: Option<String>,
    /// Its official name; null for subjects whose county nobody said.
    pub county: Option<String>,
    /// Its subjects' coverage.
    pub coverage: CoverageEntry,
}

/// The coverage of a kind of subjects.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KindCoverage {
    /// The kind, by code.
    pub kind: String,
    /// Its subjects' coverage.
    pub coverage: CoverageEntry,
}

/// Coverage against a target. It is striven for: never a finding against anybody.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TargetEntry {
    /// The target's name.
    pub target: String,
    /// What is striven for.
    pub label: Text,
    /// The clauses that say so.
    pub clauses: Vec<String>,
    /// The kinds that it is about.
    pub kinds: Vec<String>,
    /// How many of a hundred; null where the document gives no number ("basically").
    pub percent: Option<u8>,
    /// By when.
    pub due: NaiveDate,
    /// Days from the date of the question to `due`, negative when it is past.
    pub days_until_due: i64,
    /// Where the coverage of its kinds stands against it.
    pub standing: TargetStanding,
    /// How many places of its kinds the policy lists that the register lacks, or whose rows were
    /// rejected. While there are any, nothing is reached for certain.
    pub absent: u64,
    /// The coverage of its kinds. Where the policy lists all subjects of its kinds, as it does
    /// counties, absent ones are among them, as subjects of which nothing is known.
    pub coverage: CoverageEntry,
}

/// A subject that lacks, or may lack, what it is or may be asked for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MissingEntry {
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
    /// Whether it is asked and lacks it whatever is still unknown; else unknown facts decide.
    pub certain: bool,
    /// The duty, or `undetermined` while several are possible.
    pub duty: DutyOrOpen,
    /// The duties possible, strongest first.
    pub possible_duties: Vec<Duty>,
    /// How far the existing organisation fulfils it.
    pub fulfilment: Fulfilment,
    /// Where the subject stands on the date.
    pub status: Status,
    /// The facts that would settle what is open, by column.
    pub missing: Vec<String>,
}

/// A row that can't be read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RejectedEntry {
    /// The row of the register below its header, from 1.
    pub row: u64,
    /// Why.
    pub error: Envelope,
}

/// Coverage while a register is read, row by row. What it holds doesn't grow with the register, but
/// for the subjects that lack something and the rows that can't be read.
#[derive(Debug)]
pub struct CoverageBuilder<'p> {
    policy: &'p Policy,
    question: Question,
    sums: Coverage,
    missing: Vec<MissingEntry>,
    rejected: Vec<RejectedEntry>,
}

impl<'p> CoverageBuilder<'p> {
    /// Coverage of nothing so far.
    #[must_use]
    pub fn new(policy: &'p Policy, question: Question) -> Self {
        let (missing, rejected) = (Vec::new(), Vec::new());
        Self { policy, question, sums: Coverage::default(), missing, rejected }
    }

    /// Adds a row that the same policy assessed on the same date.
    ///
    /// # Errors
    /// [`Error::Foreign`] for a subject of another policy.
    pub fn add(&mut self, row: u64, assessment: &Assessment<'_>) -> Result<(), Error> {
        let resolved = assessment.resolved();
        let date = self.policy.date(self.question);
        let share = self.policy.core().share(&resolved.subject, date)?;
        self.sums.add(&resolved.subject, share);
        if share.may_be_short {
            let decision = &assessment.decision;
            self.missing.push(MissingEntry {
                row,
                code: resolved.code.clone(),
                name: resolved.name.clone(),
                county: resolved.county.clone(),
                kind: assessment.kind().to_owned(),
                certain: share.is_surely_short(),
                duty: decision.duty.into(),
                possible_duties: decision.possible_duties.iter().collect(),
                fulfilment: decision.fulfilment,
                status: decision.status,
                missing: assessment.missing().map(str::to_owned).collect(),
            });
        }
        Ok(())
    }

    /// Notes a row that can't be read.
    pub fn reject(&mut self, row: u64, error: &Error) {
        self.rejected.push(RejectedEntry { row, error: error.envelope() });
    }

    /// The coverage of all rows added.
    #[must_use]
    pub fn finish(self) -> CoverageReport {
        let rulebook = self.policy.core().rulebook();
        let counties = self.sums.by_county().into_iter().map(|(county, tally)| {
            let place = county.and_then(|county| rulebook.places.get(county));
            CountyCoverage {
                code: place.map(|place| place.code.clone()),
                county: place.map(|place| place.name.clone()),
                coverage: tally.into(),
            }
        });
        let kinds = self.sums.by_kind().into_iter().map(|(kind, tally)| KindCoverage {
            kind: rulebook.kinds.of(kind).code.clone(),
            coverage: tally.into(),
        });
        CoverageReport {
            policy: rulebook.name(),
            as_of: self.question.as_of,
            readings: self.policy.other_readings(),
            overall: self.sums.all().into(),
            by_county: counties.collect(),
            by_kind: kinds.collect(),
            targets: rulebook.targets.iter().map(|target| self.target(target)).collect(),
            missing: self.missing,
            rejected: self.rejected,
        }
    }

    fn target(&self, target: &Target) -> TargetEntry {
        let core = self.policy.core();
        let rulebook = core.rulebook();
        let Against { tally, absent, standing } =
            self.sums.against(core, target, self.rejected.is_empty());
        let due = core.terms().due_day(target.due);
        let clauses = target.clauses.iter();
        TargetEntry {
            target: target.code.clone(),
            label: target.label.clone(),
            clauses: clauses.map(|clause| clause.code(&rulebook.provisions)).collect(),
            kinds: target.kinds.iter().map(|kind| rulebook.kinds.of(kind).code.clone()).collect(),
            percent: match target.aim {
                Aim::Percent(percent) => Some(percent),
                Aim::Basically => None,
            },
            due,
            days_until_due: due.signed_duration_since(self.question.as_of).num_days(),
            standing,
            absent,
            coverage: tally.into(),
        }
    }
}

impl From<Tally> for CoverageEntry {
    fn from(tally: Tally) -> Self {
        Self {
            subjects: tally.subjects,
            owed: tally.owed,
            full: tally.full,
            ratio: tally.ratio(),
            lesser: tally.lesser,
            excepted: tally.excepted,
            presumed: tally.presumed,
        }
    }
}

impl Policy {
    /// Coverage of many subjects, in any order, against the document's targets (in Yuxi's plan 1.3).
    /// Facts that can't be read, or a place that comes a second time, are in `rejected` with their
    /// number in the order given, from 1, and count nowhere.
    ///
    /// # Errors
    /// [`Error::Foreign`], which subjects made here can't give.
    pub fn coverage<'f>(
        &self,
        all: impl IntoIterator<Item = &'f Facts>,
        question: impl Into<Question>,
    ) -> Result<CoverageReport, Error> {
        let question = question.into();
        let mut coverage = CoverageBuilder::new(self, question);
        self.each(all, question, |row, answer| match answer {
            Ok(assessment) => coverage.add(row, &assessment),
            Err(error) => {
                coverage.reject(row, &error);
                Ok(())
            }
        })?;
        Ok(coverage.finish())
    }
}
