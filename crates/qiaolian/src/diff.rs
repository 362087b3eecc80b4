//! The difference of two policies: constants, the exact classes whose outcome differs, and with a
//! register the subjects.

use chrono::NaiveDate;
use qiaolian_core::diff::{ClassChange, ConstantChange, Diff, DiffPlace};
use qiaolian_core::model::{Duty, Fulfilment, Status};
use qiaolian_core::policy::Lang;
use qiaolian_resolve::{Options, Record, Seen};
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::determination::DutyOrOpen;
use crate::error::{Envelope, Error};
use crate::facts::Facts;
use crate::named::Named;
use crate::policy::{Policy, Question};

/// What differs between two policies, each under the choices in force in it.
///
/// What is for people only (names, words, texts of provisions) and the checks of the rest of a
/// document aren't compared: where nothing differs here, the packs' digests may still.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DiffReport {
    /// The first policy.
    pub before: DiffSide,
    /// The second policy.
    pub after: DiffSide,
    /// Whether both count the same groups of people. Where they don't, a subject may have another
    /// number of people on either side, so that its outcome may differ though no class does; which
    /// subjects that are is shown by a register.
    pub counts_alike: bool,
    /// The constants that differ, with the clauses of both documents.
    pub constants: Vec<ConstantChange>,
    /// The classes of subjects whose outcome differs, exactly: no two overlap, and what none of them
    /// has doesn't differ. Each speaks of one number of people, as each policy counts it; where a
    /// count is unknown, what is possible follows from the numbers that it may be.
    pub classes: Vec<ClassChange>,
    /// Kinds that only the first policy has, by code.
    pub kinds_before: Vec<String>,
    /// Kinds that only the second policy has, by code.
    pub kinds_after: Vec<String>,
    /// The counties that only the first policy is for; no class speaks of a place in them.
    pub counties_before: Vec<DiffPlace>,
    /// The counties that only the second policy is for; no class speaks of a place in them.
    pub counties_after: Vec<DiffPlace>,
    /// The subjects of a register that change; null where none was given.
    pub subjects: Option<SubjectsDiff>,
}

/// One of two policies that are compared.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DiffSide {
    /// The policy and its version.
    pub policy: String,
    /// The digest of its pack.
    pub digest: String,
    /// The choices in force that aren't the default.
    pub readings: Named<String>,
    /// The groups of people that it sums, by code.
    pub counted: Vec<String>,
}

/// The subjects of a register under two policies.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SubjectsDiff {
    /// The date of the question.
    pub as_of: NaiveDate,
    /// How many subjects both policies assessed.
    pub assessed: u64,
    /// How many of them change in any field.
    pub changed: u64,
    /// How many change in which field.
    pub fields: ChangedFields,
    /// From which duty and status to which, and how many.
    pub flows: Vec<Flow>,
    /// The subjects that change, in the order of the rows.
    pub subjects: Vec<ChangedSubject>,
    /// The rows that one of the policies, or both, can't read.
    pub rejected: Vec<DiffRejected>,
}

/// How many subjects change in which field.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangedFields {
    /// In the duty, or the duties possible.
    pub duty: u64,
    /// In the forms that fulfil it.
    pub forms: u64,
    /// In the due date.
    pub due: u64,
    /// In how far the organisation fulfils it.
    pub fulfilment: u64,
    /// In where they stand.
    pub status: u64,
}

/// So many subjects come from one duty and status to another.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Flow {
    /// The duty under the first policy.
    pub duty_before: DutyOrOpen,
    /// The status under the first policy.
    pub status_before: Status,
    /// The duty under the second policy.
    pub duty_after: DutyOrOpen,
    /// The status under the second policy.
    pub status_after: Status,
    /// How many.
    pub count: u64,
}

/// A subject that changes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangedSubject {
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
    /// What the first policy says.
    pub before: SubjectAnswer,
    /// What the second policy says.
    pub after: SubjectAnswer,
}

/// What one policy says of a subject, as far as it is compared.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SubjectAnswer {
    /// The duty, or `undetermined` while several are possible.
    pub duty: DutyOrOpen,
    /// The duties possible, strongest first.
    pub possible_duties: Vec<Duty>,
    /// The forms that fulfil it.
    pub forms: Vec<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How far the existing organisation fulfils it.
    pub fulfilment: Fulfilment,
    /// Where the subject stands on the date.
    pub status: Status,
}

/// A row that one of the policies, or both, can't read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DiffRejected {
    /// The row of the register below its header, from 1.
    pub row: u64,
    /// Why the first policy can't; null where it can.
    pub before: Option<Envelope>,
    /// Why the second policy can't; null where it can.
    pub after: Option<Envelope>,
}

impl DiffSide {
    fn of(policy: &Policy) -> Self {
        let rulebook = policy.core().rulebook();
        let counted = policy.core().terms().counted.groups.iter();
        Self {
            policy: rulebook.name(),
            digest: rulebook.digest.clone(),
            readings: policy.other_readings(),
            counted: counted.map(|group| rulebook.groups.of(group).code.clone()).collect(),
        }
    }
}

impl SubjectAnswer {
    fn of(assessment: &Assessment<'_>) -> Self {
        let decision = &assessment.decision;
        Self {
            duty: decision.duty.into(),
            possible_duties: decision.possible_duties.iter().collect(),
            forms: assessment.forms().map(str::to_owned).collect(),
            due: decision.due.and_then(qiaolian_core::compile::day_of),
            fulfilment: decision.fulfilment,
            status: decision.status,
        }
    }
}

impl ChangedFields {
    /// Counts what differs; whether anything does.
    fn count(&mut self, before: &SubjectAnswer, after: &SubjectAnswer) -> bool {
        let differs = [
            (&mut self.duty, before.possible_duties != after.possible_duties),
            (&mut self.forms, before.forms != after.forms),
            (&mut self.due, before.due != after.due),
            (&mut self.fulfilment, before.fulfilment != after.fulfilment),
            (&mut self.status, before.status != after.status),
        ];
        let mut any = false;
        for (count, differs) in differs {
            *count += u64::from(differs);
            any |= differs;
        }
        any
    }
}

/// The difference of two policies over a register while it is read, row by row. What it holds grows
/// with the subjects that change and the rows that can't be read.
#[derive(Debug)]
pub struct DiffBuilder<'p> {
    before: &'p Policy,
    after: &'p Policy,
    found: SubjectsDiff,
}

impl<'p> DiffBuilder<'p> {
    /// No subject so far.
    #[must_use]
    pub fn new(before: &'p Policy, after: &'p Policy, as_of: NaiveDate) -> Self {
        let found = SubjectsDiff {
            as_of,
            assessed: 0,
            changed: 0,
            fields: ChangedFields::default(),
            flows: Vec::new(),
            subjects: Vec::new(),
            rejected: Vec::new(),
        };
        Self { before, after, found }
    }

    /// Adds a row with what each policy says of it on the same date, or why it can't.
    pub fn add(
        &mut self,
        row: u64,
        before: Result<&Assessment<'_>, &Error>,
        after: Result<&Assessment<'_>, &Error>,
    ) {
        match (before, after) {
            (Ok(before), Ok(after)) => self.both(row, before, after),
            (before, after) => self.found.rejected.push(DiffRejected {
                row,
                before: before.err().map(Error::envelope),
                after: after.err().map(Error::envelope),
            }),
        }
    }

    fn both(&mut self, row: u64, first: &Assessment<'_>, second: &Assessment<'_>) {
        let (before, after) = (SubjectAnswer::of(first), SubjectAnswer::of(second));
        self.found.assessed += 1;
        if !self.found.fields.count(&before, &after) {
            return;
        }
        self.found.changed += 1;
        let flow = Flow {
            duty_before: before.duty,
            status_before: before.status,
            duty_after: after.duty,
            status_after: after.status,
            count: 0,
        };
        let is_same = |known: &&mut Flow| Flow { count: 0, ..(**known).clone() } == flow;
        match self.found.flows.iter_mut().find(is_same) {
            Some(known) => known.count += 1,
            None => self.found.flows.push(Flow { count: 1, ..flow }),
        }
        let resolved = first.resolved();
        self.found.subjects.push(ChangedSubject {
            row,
            code: resolved.code.clone(),
            name: resolved.name.clone(),
            county: resolved.county.clone(),
            kind: first.kind().to_owned(),
            before,
            after,
        });
    }

    /// The difference of the policies, with all rows added.
    #[must_use]
    pub fn finish(mut self) -> DiffReport {
        self.found.flows.sort_by_key(|flow| std::cmp::Reverse(flow.count));
        DiffReport { subjects: Some(self.found), ..self.before.diff(self.after) }
    }
}

impl Policy {
    /// What differs in another policy, each under the choices in force in it: constants with their
    /// provisions, and the exact classes of subjects whose outcome differs. This one is "before".
    #[must_use]
    pub fn diff(&self, other: &Self) -> DiffReport {
        let Diff {
            counts_alike,
            constants,
            classes,
            kinds_before,
            kinds_after,
            counties_before,
            counties_after,
        } = self.core().diff(other.core());
        DiffReport {
            before: DiffSide::of(self),
            after: DiffSide::of(other),
            counts_alike,
            constants,
            classes,
            kinds_before,
            kinds_after,
            counties_before,
            counties_after,
            subjects: None,
        }
    }

    /// The same, with the subjects of a register that change. A fact that only one of the policies
    /// knows, such as a group of people, is left out for the other one. Facts that can't be read by
    /// one of them, or a place that comes a second time, are in `rejected`.
    #[must_use]
    pub fn diff_subjects<'f>(
        &self,
        other: &Self,
        all: impl IntoIterator<Item = &'f Facts>,
        question: impl Into<Question>,
    ) -> DiffReport {
        let question = question.into();
        let mut diff = DiffBuilder::new(self, other, question.as_of);
        let (mut before, mut after) = (Seen::default(), Seen::default());
        for (facts, row) in all.into_iter().zip(1u64..) {
            let first = self.facts_known_to_either(other, facts);
            let second = other.facts_known_to_either(self, facts);
            let first = self.of_register(&first, question, &mut before);
            let second = other.of_register(&second, question, &mut after);
            diff.add(row, first.as_ref(), second.as_ref());
        }
        diff.finish()
    }

    /// What differs in another policy, as a tree to read.
    #[must_use]
    pub fn diff_text(&self, other: &Self, lang: Lang) -> String {
        let diff = self.core().diff(other.core());
        qiaolian_render::diff(self.core(), other.core(), &diff, lang).to_string()
    }

    /// The facts without those that only another policy knows.
    fn facts_known_to_either(&self, other: &Self, facts: &Facts) -> Facts {
        let unknown_to = |policy: &Self| facts.record(policy.core().rulebook()).err();
        let Some(mut names) = unknown_to(self) else { return facts.clone() };
        let to_both = unknown_to(other).unwrap_or_default();
        names.retain(|name| !to_both.contains(name));
        facts.without(&names)
    }

    fn of_register(
        &self,
        facts: &Facts,
        question: Question,
        seen: &mut Seen,
    ) -> Result<Assessment<'_>, Error> {
        let record: Record<'_> = self.record(facts)?;
        self.assess_record(&record, question, &Options::default(), seen)
    }
}
