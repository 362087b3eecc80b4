//! One change to one value, and trying some of them.

use super::people::with;
use super::{Count, Ground};
use crate::decide::{Answer, answer};
use crate::model::{Counts, FormId, Subject};
use crate::policy::Chosen;

/// A fact.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Fact {
    People(Count),
    Organisation,
    KeyArea,
    ConditionsMet,
    ExceptionAgreed,
    Reading(crate::model::ReadingId),
}

/// A fact with a value that it doesn't have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Step {
    People {
        of: Count,
        to: u32,
    },
    /// An organisation of this form, set up by the day of that number in [`Ground::days`] and after
    /// the one before.
    Organisation {
        form: FormId,
        span: usize,
    },
    KeyArea(bool),
    ConditionsMet(bool),
    ExceptionAgreed(bool),
    Reading(Chosen),
}

impl Step {
    pub(super) fn fact(self) -> Fact {
        match self {
            Self::People { of, .. } => Fact::People(of),
            Self::Organisation { .. } => Fact::Organisation,
            Self::KeyArea(_) => Fact::KeyArea,
            Self::ConditionsMet(_) => Fact::ConditionsMet,
            Self::ExceptionAgreed(_) => Fact::ExceptionAgreed,
            Self::Reading((reading, _)) => Fact::Reading(reading),
        }
    }
}

impl Ground<'_> {
    /// Each fact that isn't a number of people, with each value that it doesn't have.
    pub(super) fn said(&self) -> Vec<Step> {
        let subject = &self.subject;
        let rulebook = self.policy.rulebook();
        let mut steps = Vec::new();
        for form in rulebook.forms.ids() {
            // None is none on whichever day.
            let spans = if form == rulebook.no_form { 1 } else { self.days.len() };
            steps.extend((0..spans).map(|span| Step::Organisation { form, span }));
        }
        let words = [
            (subject.key_area, Step::KeyArea as fn(bool) -> Step),
            (subject.conditions_met, Step::ConditionsMet),
            (subject.exception_agreed, Step::ExceptionAgreed),
        ];
        for (said, step) in words {
            let others = [true, false].into_iter().filter(|word| said != Some(*word));
            steps.extend(others.map(step));
        }
        let others = self.policy.variants().iter();
        steps.extend(others.map(|other| Step::Reading((other.reading, other.choice))));
        steps
    }

    /// A number of people with each value near which something may change.
    pub(super) fn counted(&self, counts: &Counts, of: Count) -> Vec<Step> {
        let now = self.value(counts, of);
        let others = self.turning(counts, of).into_iter().filter(|value| now != Some(*value));
        others.map(|to| Step::People { of, to }).collect()
    }

    /// The subject with some changes, and the choices among them; none where no record is so.
    pub(super) fn changed(&self, steps: &[Step]) -> Option<(Subject, Vec<Chosen>)> {
        let mut subject = self.subject;
        let mut choices = Vec::new();
        for step in steps {
            match step {
                Step::People { of, to } => subject.counts = with(subject.counts, *of, *to),
                Step::Organisation { form, span } => {
                    let is_none = *form == self.policy.rulebook().no_form;
                    subject.existing_form = Some(*form);
                    subject.established_on = self.days.get(*span).copied().filter(|_| !is_none);
                }
                Step::KeyArea(word) => subject.key_area = Some(*word),
                Step::ConditionsMet(word) => subject.conditions_met = Some(*word),
                Step::ExceptionAgreed(word) => subject.exception_agreed = Some(*word),
                Step::Reading(chosen) => choices.push(*chosen),
            }
        }
        self.may_be(&subject.counts).then_some((subject, choices))
    }

    /// What some changes give; none where no record is so.
    pub(super) fn given(&self, steps: &[Step]) -> Option<Answer> {
        let (subject, choices) = self.changed(steps)?;
        let tables = self.policy.tables_with(&choices)?;
        answer(tables, &subject, self.as_of)
    }

    /// How far a value is from what there is; nothing for what is no number.
    pub(super) fn distance(&self, step: Step) -> u64 {
        match step {
            Step::People { of, to } => {
                let from = self.value(&self.subject.counts, of).unwrap_or(0);
                u64::from(from.abs_diff(to))
            }
            Step::Organisation { .. }
            | Step::KeyArea(_)
            | Step::ConditionsMet(_)
            | Step::ExceptionAgreed(_)
            | Step::Reading(_) => 0,
        }
    }
}
