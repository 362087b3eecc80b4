//! One answer as the library holds it: typed, with borrowed codes, made into plain values on demand.

use qiaolian_core::decide::Decision;
use qiaolian_core::explain::Responsible;
use qiaolian_core::model::{AsOf, IdSet, ReadingId};
use qiaolian_core::policy::Lang;
use qiaolian_render::View;
use qiaolian_resolve::Resolved;

use crate::determination::{Bodies, Determination};
use crate::error::Error;
use crate::explained::Explained;
use crate::policy::{Policy, Question};

/// What a policy says of one subject: cheap to make, without words. Decisive readings, reasons,
/// traces and responsible bodies are made when asked for.
#[derive(Debug)]
pub struct Assessment<'p> {
    pub(crate) policy: &'p Policy,
    pub(crate) resolved: Resolved,
    pub(crate) question: Question,
    /// The decision.
    pub decision: Decision,
}

impl Assessment<'_> {
    /// The determination: plain values, with reason and trace.
    #[must_use]
    pub fn determination(&self) -> Determination {
        self.determination_in(self.question.lang)
    }

    /// The determination with those who answer for it in a language, whatever was asked for.
    #[must_use]
    pub fn determination_in(&self, lang: Lang) -> Determination {
        Determination::of(self, lang)
    }

    /// The explanation: the determination, a tree to read, and names that are near.
    ///
    /// # Errors
    /// [`Error::Foreign`], for a subject of another policy.
    pub fn explained(&self) -> Result<Explained, Error> {
        Explained::of(self)
    }

    /// The policy that assessed it.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        self.policy
    }

    /// What was asked.
    #[must_use]
    pub fn question(&self) -> Question {
        self.question
    }

    /// What the record was resolved to.
    #[must_use]
    pub fn resolved(&self) -> &Resolved {
        &self.resolved
    }

    /// The answer as rendering takes it.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View {
            policy: self.policy.core(),
            subject: &self.resolved.subject,
            name: self.resolved.name.as_deref(),
            county: self.resolved.county.as_deref(),
            decision: &self.decision,
            decisive: self.decisive(),
            as_of: self.question.as_of,
        }
    }

    /// Who answers for it, in words.
    #[must_use]
    pub fn bodies(&self, lang: Lang) -> Bodies {
        Bodies::of(self, lang)
    }

    pub(crate) fn question_date(&self) -> AsOf {
        self.policy.date(self.question)
    }

    /// Who answers for it, in the policy's own terms.
    #[must_use]
    pub fn responsible(&self) -> Responsible<'_> {
        let subject = &self.resolved.subject;
        self.policy.core().responsible(subject, &self.decision, self.question_date())
    }

    /// The subject's kind, by code.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.policy.core().rulebook().kinds.of(self.resolved.subject.kind).code
    }

    /// The forms that fulfil the duty, by code.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        let forms = &self.policy.core().rulebook().forms;
        self.decision.forms.iter().map(|form| forms.of(form).code.as_str())
    }

    /// The facts that would settle what is open, by column.
    pub fn missing(&self) -> impl Iterator<Item = &str> {
        let rulebook = self.policy.core().rulebook();
        let groups = self.decision.missing_groups.iter();
        let form = qiaolian_resolve::Column::ExistingForm.code(rulebook);
        groups
            .map(|group| rulebook.groups.of(group).code.as_str())
            .chain(self.decision.missing_form.then_some(form))
    }

    /// The provisions that the answer rests on, in ascending order.
    pub fn provisions(&self) -> impl Iterator<Item = &str> {
        let provisions = &self.policy.core().rulebook().provisions;
        self.decision.provisions.iter().map(|provision| provisions.of(provision).id.as_str())
    }

    /// The readings of which another choice, alone, would change the answer.
    pub fn decisive_readings(&self) -> impl Iterator<Item = &str> {
        let readings = &self.policy.core().rulebook().readings;
        self.decisive().iter().map(|reading| readings.of(reading).code.as_str())
    }

    /// The same, in the policy's own terms.
    #[must_use]
    pub fn decisive(&self) -> IdSet<ReadingId> {
        let subject = &self.resolved.subject;
        self.policy.core().decisive_readings(subject, self.question_date(), &self.decision)
    }

    /// What was odd about the record.
    pub fn warnings(&self) -> impl Iterator<Item = &str> {
        self.resolved.warnings.iter().map(|warning| warning.code())
    }
}
