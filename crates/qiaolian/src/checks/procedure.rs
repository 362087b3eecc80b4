//! Where a procedure stands, and what remains of it, as plain values.

use chrono::NaiveDate;
use indexmap::IndexMap;
use qiaolian_core::checks::procedure::{
    Deadline, NotThere, Plan, Procedure, ProcedureTerms, Remaining, Step, StepState, plan,
    procedure,
};
use qiaolian_core::checks::{Check, Done};
use qiaolian_core::model::{BodyId, IdSet, Status, StepId};
use qiaolian_core::policy::{ClauseRef, Lang, Text};
use qiaolian_render::plan::{PlanView, dot, mermaid, text};
use serde::{Deserialize, Serialize};

use super::case::Case;
use super::findings::{FindingEntry, SubjectEntry, has_not_met};
use super::read::Codes;
use super::{LookedAt, lower};
use crate::error::Error;
use crate::policy::{Policy, Question};

/// Where a subject's procedure stands on a date.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProcedureReport {
    /// The check.
    pub check: Check,
    /// The subject.
    pub subject: SubjectEntry,
    /// The path, by code; null where nothing is asked, none is described, or several are possible.
    pub path: Option<String>,
    /// The form that it leads to, by code; null while it is open.
    pub form: Option<String>,
    /// The steps, in order.
    pub steps: Vec<StepEntry>,
    /// The steps that were done before others that they rest on.
    pub out_of_order: Vec<OutOfOrderEntry>,
    /// Steps that were done and that the path doesn't have, by code.
    pub beside: Vec<String>,
    /// Whether all steps are done that apply; null while that is unknown, or there is no path.
    pub complete: Option<bool>,
    /// Whether the organisation is established: true, false, or the day; null where unknown.
    pub established: Option<Done>,
    /// What is owed by when, and where it stands.
    pub deadline: DeadlineEntry,
    /// What was found, rule by rule.
    pub findings: Vec<FindingEntry>,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The policy and its version.
    pub policy: String,
    /// The choices in force that aren't the default.
    pub readings: IndexMap<String, String>,
}

/// A step as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepEntry {
    /// Its code.
    pub step: String,
    /// Its name.
    pub label: Text,
    /// Where the document says so, the deciding clause first.
    pub clauses: Vec<String>,
    /// Where it stands.
    pub state: StepState,
    /// On which day it was done; null where it isn't, or nobody recorded the day.
    pub on: Option<NaiveDate>,
    /// The steps that it rests on, by code.
    pub after: Vec<String>,
    /// Those of them that aren't done, or not known to be.
    pub blocked_by: Vec<String>,
    /// The bodies that it turns to.
    pub bodies: Vec<BodyEntry>,
    /// Of a step that is done: the bodies that should have taken part and didn't, by code.
    pub bodies_missing: Vec<String>,
    /// The bodies that aren't there yet.
    pub bodies_not_there: Vec<NotThereEntry>,
    /// By when it is owed; null where it has no date.
    pub due: Option<NaiveDate>,
}

/// A body that a step turns to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BodyEntry {
    /// Its code.
    pub body: String,
    /// Its name, the subject's own places in it where they are known.
    pub name: Text,
}

/// A body that isn't there yet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NotThereEntry {
    /// The body.
    pub body: BodyEntry,
    /// The next federation above that is there; null where nobody stands in.
    pub next: Option<BodyEntry>,
}

/// A step that was done before others that it rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OutOfOrderEntry {
    /// The step, by code.
    pub step: String,
    /// Those that should have come before, by code.
    pub before: Vec<String>,
}

/// What is owed by when.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeadlineEntry {
    /// The last day in time; null where there is no date, or several are possible.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub status: Status,
    /// Days from the date of the question to `due`, negative when it is past, while something is owed.
    pub days_left: Option<i64>,
}

/// What remains to be done, in which order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanReport {
    /// The subject.
    pub subject: SubjectEntry,
    /// The path, by code; null while it is open, or there is none.
    pub path: Option<String>,
    /// Stages of steps that can be done side by side, in order; none where nothing remains.
    pub stages: Vec<Vec<RemainingEntry>>,
    /// Posts that answer for it.
    pub responsible_posts: Vec<String>,
    /// The same to read.
    pub text: Text,
    /// The whole procedure as a Mermaid flowchart.
    pub mermaid: Text,
    /// The same in Graphviz' language.
    pub dot: Text,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The policy and its version.
    pub policy: String,
    /// The choices in force that aren't the default.
    pub readings: IndexMap<String, String>,
}

/// A step that remains.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RemainingEntry {
    /// Its code.
    pub step: String,
    /// Its name.
    pub label: Text,
    /// Where the document says so, the deciding clause first.
    pub clauses: Vec<String>,
    /// Possible now, blocked, or unknown: then it is to be found out whether it is done.
    pub state: StepState,
    /// The remaining steps that it waits for, by code.
    pub after: Vec<String>,
    /// The bodies to turn to: in the place of one that isn't there, the one that stands in.
    pub bodies: Vec<BodyEntry>,
    /// The bodies that aren't there yet.
    pub bodies_not_there: Vec<NotThereEntry>,
    /// By when; null where it has no date.
    pub due: Option<NaiveDate>,
}

impl ProcedureReport {
    /// Whether something was found that is not met.
    #[must_use]
    pub fn has_not_met(&self) -> bool {
        has_not_met(&self.findings)
    }
}

impl Policy {
    /// The steps to a subject's organisation as they stand (2.1, 2.2, 3.1, 3.2).
    ///
    /// # Errors
    /// As [`Policy::leadership`]; [`Error::NoSuchCheck`] where the policy describes no procedure.
    pub fn procedure(
        &self,
        case: &Case,
        question: impl Into<Question>,
    ) -> Result<ProcedureReport, Error> {
        let looked_at = self.look_at_part(Check::Procedure, case, question.into())?;
        let named = looked_at.named()?;
        looked_at.procedure(case).map(|found| named.report(&found))
    }

    /// What remains to be done until a subject has its organisation, in which order.
    ///
    /// # Errors
    /// As [`Policy::procedure`].
    pub fn plan(&self, case: &Case, question: impl Into<Question>) -> Result<PlanReport, Error> {
        let looked_at = self.look_at_part(Check::Procedure, case, question.into())?;
        let named = looked_at.named()?;
        let found = looked_at.procedure(case)?;
        Ok(named.plan(&found, &plan(&found)))
    }
}

impl LookedAt<'_> {
    pub(super) fn procedure(&self, case: &Case) -> Result<Procedure<'_>, Error> {
        let mut codes = Codes::default();
        let rulebook = self.assessment.policy().core().rulebook();
        let facts = lower::procedure(&mut codes, rulebook, &case.procedure);
        let facts = codes.whole(facts)?;
        procedure(&self.view, &facts).ok_or(Error::NoSuchCheck { check: Check::Procedure })
    }

    /// What names steps and bodies.
    pub(super) fn named(&self) -> Result<Named<'_>, Error> {
        let terms = self.checks().procedure.as_ref();
        let terms = terms.ok_or(Error::NoSuchCheck { check: Check::Procedure })?;
        Ok(Named { looked_at: self, terms })
    }
}

/// Names for a procedure's ids.
pub(super) struct Named<'l> {
    looked_at: &'l LookedAt<'l>,
    terms: &'l ProcedureTerms,
}

impl Named<'_> {
    pub(super) fn report(&self, found: &Procedure<'_>) -> ProcedureReport {
        let assessment = &self.looked_at.assessment;
        let policy = assessment.policy();
        let forms = &policy.core().rulebook().forms;
        let Deadline { due, status, days_left } = found.deadline;
        ProcedureReport {
            check: Check::Procedure,
            subject: SubjectEntry::of(assessment),
            path: found.path.map(|path| path.code.clone()),
            form: found.form.map(|form| forms.of(form).code.clone()),
            steps: found.steps.iter().map(|step| self.entry(step)).collect(),
            out_of_order: found
                .out_of_order
                .iter()
                .map(|early| OutOfOrderEntry {
                    step: self.step(early.step),
                    before: self.steps(early.before),
                })
                .collect(),
            beside: self.steps(found.beside),
            complete: found.complete,
            established: found.established,
            deadline: DeadlineEntry { due, status, days_left },
            findings: self.looked_at.entries(&found.findings),
            as_of: assessment.question().as_of,
            policy: policy.core().rulebook().name(),
            readings: policy.other_readings(),
        }
    }

    fn plan(&self, found: &Procedure<'_>, plan: &Plan<'_>) -> PlanReport {
        let assessment = &self.looked_at.assessment;
        let policy = assessment.policy();
        let shown = PlanView {
            view: &self.looked_at.view,
            name: assessment.resolved().name.as_deref(),
            procedure: found,
            plan,
        };
        let both = |say: &dyn Fn(Lang) -> String| Text { zh: say(Lang::Zh), en: say(Lang::En) };
        let stages = plan.stages.iter();
        PlanReport {
            subject: SubjectEntry::of(assessment),
            path: found.path.map(|path| path.code.clone()),
            stages: stages
                .map(|stage| stage.iter().map(|step| self.remaining(step)).collect())
                .collect(),
            responsible_posts: assessment.bodies(assessment.question().lang).posts,
            text: both(&|lang| text(&shown, lang).to_string()),
            mermaid: both(&|lang| mermaid(&shown, lang)),
            dot: both(&|lang| dot(&shown, lang)),
            as_of: assessment.question().as_of,
            policy: policy.core().rulebook().name(),
            readings: policy.other_readings(),
        }
    }

    fn entry(&self, step: &Step<'_>) -> StepEntry {
        StepEntry {
            step: self.step(step.step),
            label: self.label(step.step),
            clauses: self.clauses(step.clauses),
            state: step.state,
            on: step.on,
            after: self.steps(step.after),
            blocked_by: self.steps(step.blocked_by),
            bodies: step.bodies.iter().map(|body| self.body(body)).collect(),
            bodies_missing: step
                .bodies_missing
                .iter()
                .map(|body| self.terms.bodies.of(body).code.clone())
                .collect(),
            bodies_not_there: self.not_there(&step.bodies_not_there),
            due: step.due,
        }
    }

    fn remaining(&self, step: &Remaining<'_>) -> RemainingEntry {
        RemainingEntry {
            step: self.step(step.step),
            label: self.label(step.step),
            clauses: self.clauses(step.clauses),
            state: step.state,
            after: self.steps(step.after),
            bodies: step.bodies.iter().map(|body| self.body(body)).collect(),
            bodies_not_there: self.not_there(&step.not_there),
            due: step.due,
        }
    }

    fn step(&self, step: StepId) -> String {
        self.terms.steps.of(step).code.clone()
    }

    fn label(&self, step: StepId) -> Text {
        self.terms.steps.of(step).label.clone()
    }

    fn steps(&self, steps: IdSet<StepId>) -> Vec<String> {
        steps.iter().map(|step| self.step(step)).collect()
    }

    fn body(&self, body: BodyId) -> BodyEntry {
        let known = self.terms.bodies.of(body);
        BodyEntry { body: known.code.clone(), name: self.looked_at.view.body_name(body) }
    }

    fn not_there(&self, absent: &[NotThere]) -> Vec<NotThereEntry> {
        let entry = |absent: &NotThere| NotThereEntry {
            body: self.body(absent.body),
            next: absent.next.map(|next| self.body(next)),
        };
        absent.iter().map(entry).collect()
    }

    fn clauses(&self, clauses: &[ClauseRef]) -> Vec<String> {
        let provisions = &self.looked_at.assessment.policy().core().rulebook().provisions;
        clauses.iter().map(|clause| clause.code(provisions)).collect()
    }
}
