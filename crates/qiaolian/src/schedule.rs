//! The schedule: every dated duty and report, with who answers for it and where it stands on a date.

mod identity;

use chrono::NaiveDate;
use indexmap::IndexMap;
use qiaolian_core::model::{Duty, Id, PlaceId, Status};
use qiaolian_core::policy::{ClauseRef, Report, Text};
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::coverage::RejectedEntry;
use crate::determination::{Bodies, DutyOrOpen};
use crate::error::Error;
use crate::facts::Facts;
use crate::policy::{Policy, Question};
use identity::Identities;

/// Every dated duty of some subjects, and the reports that the document asks for, by due day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Schedule {
    /// The policy and its version.
    pub policy: String,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The choices in force that aren't the default.
    pub readings: IndexMap<String, String>,
    /// What is due: by day, certain before possible, then by county, code, kind and name.
    pub entries: Vec<ScheduleEntry>,
    /// The rows that can't be read, with all of their problems.
    pub rejected: Vec<RejectedEntry>,
}

/// One thing due by a day: a duty of a subject, met or not, or a report of a place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScheduleEntry {
    /// An id that stays the same whatever the date of the question and the order of the rows.
    pub uid: String,
    /// The last day in time.
    pub due: NaiveDate,
    /// Days from the date of the question to `due`, negative when it is past.
    pub days_until_due: i64,
    /// Whether it is a subject's duty, or a report.
    pub about: About,
    /// The report; null for a duty.
    pub report: Option<ReportName>,
    /// Whether the duty is known and this is its day; else one of the possible duties has it.
    pub certain: bool,
    /// The row of the register below its header, from 1; null for a report.
    pub row: Option<u64>,
    /// Division code; null where none is known.
    pub code: Option<String>,
    /// Name, official where resolved, else as written.
    pub name: Option<String>,
    /// County, official where resolved, else as written.
    pub county: Option<String>,
    /// Kind, by code.
    pub kind: String,
    /// The duty, or `undetermined` while several are possible; null for a report.
    pub duty: Option<DutyOrOpen>,
    /// The duties possible, strongest first.
    pub possible_duties: Vec<Duty>,
    /// The forms that fulfil it, by code.
    pub forms: Vec<String>,
    /// Where the subject stands on the date; a report, of which a register says nothing, is `unverified`.
    pub status: Status,
    /// The facts that would settle what is open, by column.
    pub missing: Vec<String>,
    /// Units that answer for it.
    pub responsible_units: Vec<String>,
    /// Posts that answer for it.
    pub responsible_posts: Vec<String>,
    /// Those of the units that are known not to be there yet.
    pub bodies_not_yet_there: Vec<String>,
    /// The clauses that ask for it by this day, the deciding one first.
    pub clauses: Vec<String>,
}

/// What an entry of a schedule is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum About {
    /// A report of a place.
    Report,
    /// A subject's duty.
    Duty,
}

/// A report that the document asks for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportName {
    /// Its code.
    pub code: String,
    /// What is reported.
    pub label: Text,
}

/// An entry, with what orders it and tells it from others.
#[derive(Debug)]
struct Kept {
    /// The place of its county in the policy's order.
    county: Option<usize>,
    /// The place of its kind in the policy's order.
    kind: usize,
    /// The township of a subject that is no place of the policy's list.
    township: Option<String>,
    entry: ScheduleEntry,
}

/// A schedule while a register is read, row by row.
#[derive(Debug)]
pub struct ScheduleBuilder<'p> {
    policy: &'p Policy,
    question: Question,
    entries: Vec<Kept>,
    rejected: Vec<RejectedEntry>,
}

impl<'p> ScheduleBuilder<'p> {
    /// The schedule of nothing so far.
    #[must_use]
    pub fn new(policy: &'p Policy, question: Question) -> Self {
        Self { policy, question, entries: Vec::new(), rejected: Vec::new() }
    }

    /// Adds a row that the same policy assessed on the same date.
    pub fn add(&mut self, row: u64, assessment: &Assessment<'_>) {
        let (resolved, decision) = (assessment.resolved(), &assessment.decision);
        let subject = &resolved.subject;
        for dated in self.policy.core().dated(subject, decision) {
            let bodies = assessment.bodies(self.question.lang);
            let entry = ScheduleEntry {
                uid: String::new(),
                due: dated.due,
                days_until_due: self.days_until(dated.due),
                about: About::Duty,
                report: None,
                certain: dated.certain,
                row: Some(row),
                code: resolved.code.clone(),
                name: resolved.name.clone(),
                county: resolved.county.clone(),
                kind: assessment.kind().to_owned(),
                duty: Some(decision.duty.into()),
                possible_duties: decision.possible_duties.iter().collect(),
                forms: assessment.forms().map(str::to_owned).collect(),
                status: decision.status,
                missing: assessment.missing().map(str::to_owned).collect(),
                responsible_units: bodies.units,
                responsible_posts: bodies.posts,
                bodies_not_yet_there: bodies.not_yet_there,
                clauses: self.clauses(&dated.clauses),
            };
            self.entries.push(Kept {
                county: subject.county.map(Id::index),
                kind: subject.kind.index(),
                township: resolved.township.clone(),
                entry,
            });
        }
    }

    /// Notes a row that can't be read.
    pub fn reject(&mut self, row: u64, error: &Error) {
        self.rejected.push(RejectedEntry { row, error: error.envelope() });
    }

    /// The schedule of all rows added, and of the reports of the policy's places.
    #[must_use]
    pub fn finish(mut self) -> Schedule {
        let core = self.policy.core();
        for (place, report) in core.owed_reports() {
            self.report(place, report);
        }
        self.entries.sort_by_cached_key(|Kept { county, kind, entry, .. }| {
            let of_day = (entry.due, !entry.certain);
            let place = (county.is_none(), *county, entry.code.is_none(), entry.code.clone());
            (of_day, place, *kind, entry.name.clone(), entry.about, entry.row)
        });
        Identities::of(&core.rulebook().document.id).give(&mut self.entries);
        let entries = self.entries.into_iter().map(|kept| kept.entry).collect();
        Schedule {
            policy: core.rulebook().name(),
            as_of: self.question.as_of,
            readings: self.policy.other_readings(),
            entries,
            rejected: self.rejected,
        }
    }

    fn report(&mut self, place: PlaceId, report: &Report) {
        let core = self.policy.core();
        let rulebook = core.rulebook();
        let Some(known) = rulebook.places.get(place) else { return };
        let county = rulebook.places.of(known.county).name.clone();
        let date = self.policy.date(self.question);
        let responsible = core.responsible_for_report(place, report, date);
        let bodies = Bodies::named(&responsible, Some(&county), self.question.lang);
        let due = core.terms().due_day(report.due);
        let entry = ScheduleEntry {
            uid: String::new(),
            due,
            days_until_due: self.days_until(due),
            about: About::Report,
            report: Some(ReportName { code: report.code.clone(), label: report.label.clone() }),
            certain: true,
            row: None,
            code: Some(known.code.clone()),
            name: Some(known.name.clone()),
            county: Some(county),
            kind: rulebook.kinds.of(known.kind).code.clone(),
            duty: None,
            possible_duties: Vec::new(),
            forms: Vec::new(),
            status: Status::Unverified,
            missing: Vec::new(),
            responsible_units: bodies.units,
            responsible_posts: bodies.posts,
            bodies_not_yet_there: bodies.not_yet_there,
            clauses: self.clauses(&report.clauses),
        };
        self.entries.push(Kept {
            county: Some(known.county.index()),
            kind: known.kind.index(),
            township: None,
            entry,
        });
    }

    fn days_until(&self, due: NaiveDate) -> i64 {
        due.signed_duration_since(self.question.as_of).num_days()
    }

    fn clauses(&self, clauses: &[ClauseRef]) -> Vec<String> {
        let provisions = &self.policy.core().rulebook().provisions;
        clauses.iter().map(|clause| clause.code(provisions)).collect()
    }
}

impl Policy {
    /// Every dated duty of many subjects, and the reports that the document asks of its places (in
    /// Yuxi's plan 5.4, whatever the register says), by due day.
    ///
    /// A subject whose duty is open has an entry for each day that one of its possible duties has.
    /// Facts that can't be read, or a place that comes a second time, are in `rejected` with their
    /// number in the order given, from 1.
    #[must_use]
    pub fn schedule<'f>(
        &self,
        all: impl IntoIterator<Item = &'f Facts>,
        question: impl Into<Question>,
    ) -> Schedule {
        let question = question.into();
        let mut schedule = ScheduleBuilder::new(self, question);
        let Ok(()) = self.each(all, question, |row, answer| {
            match answer {
                Ok(assessment) => schedule.add(row, &assessment),
                Err(error) => schedule.reject(row, &error),
            }
            Ok::<(), std::convert::Infallible>(())
        });
        schedule.finish()
    }

    /// The schedule of many subjects as an iCalendar file (RFC 5545): an all-day event for each
    /// entry, stamped from the date of the question, in the language asked for.
    #[must_use]
    pub fn calendar<'f>(
        &self,
        all: impl IntoIterator<Item = &'f Facts>,
        question: impl Into<Question>,
    ) -> String {
        let question = question.into();
        self.schedule(all, question).calendar(self, question.lang)
    }
}
