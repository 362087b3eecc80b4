//! Organisations that do the same, put together: forms, and the spans of days one after the other.

use std::collections::BTreeMap;

use super::search::Found;
use super::step::{Fact, Step};
use super::{Change, Ground, WhatIf};
use crate::decide::{Answer, decide};
use crate::model::{FormId, IdSet};

/// A step, or organisations that do the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Merged {
    /// A step of another fact.
    One(Step),
    /// Organisations of these forms, set up in one of the spans from the first to the last.
    Organisations { forms: IdSet<FormId>, first: usize, last: usize },
}

type Steps = Vec<Merged>;

/// Where a step for the organisation stands among others, and these, with what they give together.
type Place = (usize, Vec<Step>, Answer);

/// What was found, with organisations that do the same put together, in the order of the facts.
pub(super) fn merged(ground: &Ground<'_>, found: Vec<Found>) -> Vec<(Steps, Answer)> {
    let mut list: Vec<(Steps, Answer)> = Vec::new();
    let mut organisations: BTreeMap<Place, Vec<(FormId, usize)>> = BTreeMap::new();
    for Found { steps, gives } in found {
        let is_organisation = |step: &Step| matches!(step, Step::Organisation { .. });
        match steps.iter().position(is_organisation).zip(steps.iter().find_map(organisation)) {
            Some((at, organisation)) => {
                let mut others = steps;
                others.retain(|step| !is_organisation(step));
                organisations.entry((at, others, gives)).or_default().push(organisation);
            }
            None => list.push((steps.into_iter().map(Merged::One).collect(), gives)),
        }
    }
    for ((at, others, gives), forms) in organisations {
        for organisations in spans(ground, forms) {
            let mut steps: Steps = others.iter().copied().map(Merged::One).collect();
            steps.insert(at.min(steps.len()), organisations);
            list.push((steps, gives));
        }
    }
    list
}

fn organisation(step: &Step) -> Option<(FormId, usize)> {
    match step {
        Step::Organisation { form, span } => Some((*form, *span)),
        Step::People { .. }
        | Step::KeyArea(_)
        | Step::ConditionsMet(_)
        | Step::ExceptionAgreed(_)
        | Step::Reading(_) => None,
    }
}

/// Forms and spans, those that are the same put together. That there is none stays by itself.
fn spans(ground: &Ground<'_>, mut organisations: Vec<(FormId, usize)>) -> Vec<Merged> {
    organisations.sort_unstable();
    let mut runs: Vec<(FormId, usize, usize)> = Vec::new();
    for (form, span) in organisations {
        match runs.last_mut() {
            Some((known, _, last)) if *known == form && *last + 1 == span => *last = span,
            Some(_) | None => runs.push((form, span, span)),
        }
    }
    let no_form = ground.policy.rulebook().no_form;
    let mut alike: BTreeMap<(bool, usize, usize), IdSet<FormId>> = BTreeMap::new();
    for (form, first, last) in runs {
        let forms = alike.entry((form == no_form, first, last)).or_insert(IdSet::EMPTY);
        *forms = forms.with(form);
    }
    let merged = alike.into_iter();
    merged.map(|((_, first, last), forms)| Merged::Organisations { forms, first, last }).collect()
}

impl Ground<'_> {
    /// The changes that steps are, checked by deciding again.
    pub(super) fn told(&self, steps: &[Merged], gives: Answer) -> Option<WhatIf> {
        let tried: Vec<Step> = steps.iter().filter_map(Merged::one).collect();
        let (subject, choices) = self.changed(&tried)?;
        let decision = decide(self.policy.tables_with(&choices)?, &subject, self.as_of)?;
        let changes = steps.iter().map(|step| self.change(*step)).collect();
        (decision.answer() == gives).then_some(WhatIf { changes, gives, due: decision.due })
    }

    fn change(&self, step: Merged) -> Change {
        let step = match step {
            Merged::One(step) => step,
            Merged::Organisations { forms, first, last } => {
                let is_none = forms.contains(self.policy.rulebook().no_form);
                let before = first.checked_sub(1).and_then(|before| self.days.get(before));
                return Change::Organisation {
                    forms,
                    from: before.and_then(chrono::NaiveDate::succ_opt),
                    by: self.days.get(last).copied().filter(|_| !is_none),
                };
            }
        };
        match step {
            Step::People { of, to } => {
                Change::People { of, from: self.value(&self.subject.counts, of), to }
            }
            Step::Organisation { form, span } => Change::Organisation {
                forms: IdSet::EMPTY.with(form),
                from: None,
                by: self.days.get(span).copied(),
            },
            Step::KeyArea(word) => Change::KeyArea(word),
            Step::ConditionsMet(word) => Change::ConditionsMet(word),
            Step::ExceptionAgreed(word) => Change::ExceptionAgreed(word),
            Step::Reading(chosen) => Change::Reading(chosen),
        }
    }
}

impl Merged {
    pub(super) fn fact(&self) -> Fact {
        match self {
            Self::One(step) => step.fact(),
            Self::Organisations { .. } => Fact::Organisation,
        }
    }

    /// How far it is from what there is, in people; nothing for what is no number.
    pub(super) fn distance(&self, ground: &Ground<'_>) -> u64 {
        match self {
            Self::One(step) => ground.distance(*step),
            Self::Organisations { .. } => 0,
        }
    }

    /// One step that stands for it.
    fn one(&self) -> Option<Step> {
        match self {
            Self::One(step) => Some(*step),
            Self::Organisations { forms, last, .. } => {
                let form = forms.iter().next()?;
                Some(Step::Organisation { form, span: *last })
            }
        }
    }
}
