//! The facts that would settle what a procedure leaves open, and the names of what its findings speak of.

use chrono::NaiveDate;

use super::bodies::Above;
use super::findings::{EVENTS, FEDERATIONS, FORM, Findings};
use super::terms::Path;
use crate::checks::view::EXISTING_FORM;
use crate::model::{BodyId, FormId, IdSet, StepId};
use crate::policy::{Text, Word};

impl Findings<'_, '_> {
    /// The facts that would tell whether what is owed is done.
    pub(super) fn unverified(&self) -> Vec<String> {
        let Some(path) = self.way.path() else { return vec![EXISTING_FORM.to_owned()] };
        let owed = self.demands.iter().fold(IdSet::EMPTY, |owed: IdSet<StepId>, demand| {
            owed.union(demand.course.owed_anyway())
        });
        if owed.is_empty() { self.not_verified_by(path) } else { self.open(owed).collect() }
    }

    /// The facts that would tell whether an organisation is established.
    pub(super) fn not_verified_by(&self, path: &Path) -> Vec<String> {
        let by_record = self.view.form().is_none().then(|| EXISTING_FORM.to_owned());
        let form = self.way.form().is_none().then(|| FORM.to_owned());
        let establishes = self.open(IdSet::EMPTY.with(path.establishes));
        by_record.into_iter().chain(form).chain(establishes).collect()
    }

    /// Of some steps those of which it isn't known whether they are done.
    pub(super) fn open(&self, steps: IdSet<StepId>) -> impl Iterator<Item = String> {
        let open = steps
            .iter()
            .filter(|step| self.walk.look(*step).is_some_and(|look| look.known.done.is_none()));
        open.map(|step| format!("{EVENTS}.{}", self.code(step)))
    }

    /// The groups of people whose numbers would tell what is asked.
    pub(super) fn groups(&self) -> impl Iterator<Item = String> {
        let groups = &self.view.rulebook().groups;
        let missing = self.view.decision.missing_groups.iter();
        missing.filter_map(|group| Some(format!("subject.{}", groups.get(group)?.code)))
    }

    /// Of some bodies and those above them, the federations of which nobody said whether they are there.
    pub(super) fn unknown_federations(&self, bodies: IdSet<BodyId>) -> Vec<String> {
        let above = Above { view: self.view, terms: self.terms, facts: self.facts };
        let kinds = &self.view.rulebook().kinds;
        let unknown = above.unknown(bodies).into_iter().filter_map(|kind| kinds.get(kind));
        unknown.map(|kind| format!("{FEDERATIONS}.{}", kind.code)).collect()
    }

    pub(super) fn code(&self, step: StepId) -> &str {
        self.terms.steps.get(step).map_or("", |item| &item.code)
    }

    pub(super) fn label(&self, step: StepId) -> Text {
        self.terms.steps.get(step).map(|item| item.label.clone()).unwrap_or_default()
    }

    pub(super) fn labels(&self, steps: IdSet<StepId>) -> Text {
        let labels = steps.iter().filter_map(|step| self.terms.steps.get(step));
        self.view.listed(labels.map(|item| &item.label))
    }

    pub(super) fn names(&self, bodies: IdSet<BodyId>) -> Vec<Text> {
        bodies.iter().map(|body| self.view.body_name(body)).collect()
    }

    pub(super) fn any_of(&self, forms: IdSet<FormId>) -> Text {
        let known = &self.view.rulebook().forms;
        let labels = forms.iter().filter_map(|form| known.get(form));
        self.view.listed_any(labels.map(|form| &form.label))
    }

    /// In the words that a message has for a day; nothing where no day is recorded.
    pub(super) fn on(&self, day: Option<NaiveDate>) -> Text {
        let day = day.map(|day| day.to_string());
        let said = |day: String| {
            self.view.said(Word::ProcedureOn, "day", &Text { zh: day.clone(), en: day })
        };
        day.map(said).unwrap_or_default()
    }

    /// In the words that a message has for what stands before a step; nothing where nothing does.
    pub(super) fn after(&self, steps: IdSet<StepId>) -> Text {
        if steps.is_empty() {
            return Text::default();
        }
        self.view.said(Word::ProcedureAfter, "steps", &self.labels(steps))
    }
}
