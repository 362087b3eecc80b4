//! The search: each fact alone, then each two that could do something together.

use std::collections::BTreeMap;

use super::merge::Merged;
use super::step::{Fact, Step};
use super::{Ground, WhatIf, merge};
use crate::decide::{Answer, answer};
use crate::model::{Duty, Status};

/// What answers are told apart by here.
type Key = (Option<Duty>, Status);

fn key(answer: Answer) -> Key {
    (answer.duty, answer.status)
}

/// A step of which the nearest value stands for all: a number of people above or below what it is.
/// Other steps stand for themselves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Way {
    More(Fact),
    Fewer(Fact),
    To(Step),
}

/// Steps that give an answer.
pub(super) struct Found {
    pub(super) steps: Vec<Step>,
    pub(super) gives: Answer,
}

/// The nearest steps for each way and answer.
#[derive(Default)]
struct Nearest(BTreeMap<(Vec<Way>, Key), (u64, Found)>);

impl Nearest {
    fn add(&mut self, ground: &Ground<'_>, steps: Vec<Step>, gives: Answer) {
        let ways = steps.iter().map(|step| ground.way(*step)).collect();
        let distance = steps.iter().map(|step| ground.distance(*step)).sum();
        let place = (ways, key(gives));
        let is_nearer = self
            .0
            .get(&place)
            .is_none_or(|(known, found)| (distance, &steps) < (*known, &found.steps));
        if is_nearer {
            self.0.insert(place, (distance, Found { steps, gives }));
        }
    }

    fn found(self) -> Vec<Found> {
        self.0.into_values().map(|(_, found)| found).collect()
    }
}

impl Ground<'_> {
    fn way(&self, step: Step) -> Way {
        match step {
            Step::People { of, to } => {
                let from = self.value(&self.subject.counts, of);
                let is_more = from.is_none_or(|from| to > from);
                if is_more { Way::More(step.fact()) } else { Way::Fewer(step.fact()) }
            }
            Step::Organisation { .. }
            | Step::KeyArea(_)
            | Step::ConditionsMet(_)
            | Step::ExceptionAgreed(_)
            | Step::Reading(_) => Way::To(step),
        }
    }
}

/// One fact: its values that change nothing by themselves, and the answers that others give.
struct Alone {
    fact: Fact,
    idle: Vec<Step>,
    reaches: Vec<Key>,
}

/// All of them; none where the subject is another policy's.
pub(super) fn all(ground: &Ground<'_>) -> Option<Vec<WhatIf>> {
    let now = key(answer(ground.policy.tables(), &ground.subject, ground.as_of)?);
    let numbers = ground.numbers().flat_map(|of| ground.counted(&ground.subject.counts, of));
    let mut alone: Vec<Alone> = Vec::new();
    let mut one = Nearest::default();
    for step in numbers.chain(ground.said()) {
        if alone.last().is_none_or(|last| last.fact != step.fact()) {
            alone.push(Alone { fact: step.fact(), idle: Vec::new(), reaches: Vec::new() });
        }
        let Some(fact) = alone.last_mut() else { continue };
        match ground.given(&[step]) {
            Some(gives) if key(gives) != now => {
                fact.reaches.push(key(gives));
                one.add(ground, vec![step], gives);
            }
            // What no record can say by itself it may say together with another change.
            Some(_) | None => fact.idle.push(step),
        }
    }
    let mut two = Nearest::default();
    for (at, first) in alone.iter().enumerate() {
        for second in alone.iter().skip(at + 1) {
            let mut try_both = |one: Step, other: Step| {
                let Some(gives) = ground.given(&[one, other]) else { return };
                let reached = |fact: &Alone| fact.reaches.contains(&key(gives));
                if key(gives) != now && !reached(first) && !reached(second) {
                    two.add(ground, vec![one, other], gives);
                }
            };
            match (first.fact, second.fact) {
                (Fact::People(one), Fact::People(other)) => {
                    // Where the second's values turn depends on the first's, and the other way round.
                    for step in &first.idle {
                        for then in ground.then(*step, other, now) {
                            try_both(*step, then);
                        }
                    }
                    for step in &second.idle {
                        for then in ground.then(*step, one, now) {
                            try_both(then, *step);
                        }
                    }
                }
                (
                    Fact::People(_)
                    | Fact::Organisation
                    | Fact::KeyArea
                    | Fact::ConditionsMet
                    | Fact::ExceptionAgreed
                    | Fact::Reading(_),
                    _,
                ) => {
                    for step in &first.idle {
                        second.idle.iter().for_each(|other| try_both(*step, *other));
                    }
                }
            }
        }
    }
    let found = one.found().into_iter().chain(two.found());
    let mut list = merge::merged(ground, found.collect());
    // Of the same facts the smaller change comes first.
    list.sort_by_cached_key(|(steps, _)| {
        let facts: Vec<Fact> = steps.iter().map(Merged::fact).collect();
        let distance: u64 = steps.iter().map(|step| step.distance(ground)).sum();
        (steps.len(), facts, distance)
    });
    list.into_iter().map(|(steps, gives)| ground.told(&steps, gives)).collect()
}

impl Ground<'_> {
    /// The values of a second number that change nothing by themselves and near which something may
    /// change after a first.
    fn then(&self, first: Step, of: super::Count, now: Key) -> Vec<Step> {
        let counts = match first {
            Step::People { of, to } => super::people::with(self.subject.counts, of, to),
            Step::Organisation { .. }
            | Step::KeyArea(_)
            | Step::ConditionsMet(_)
            | Step::ExceptionAgreed(_)
            | Step::Reading(_) => self.subject.counts,
        };
        let steps = self.counted(&counts, of).into_iter();
        steps.filter(|step| self.given(&[*step]).is_none_or(|gives| key(gives) == now)).collect()
    }
}
