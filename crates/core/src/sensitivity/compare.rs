//! What other choices give each class, one alone and two together.

use super::class::Class;
use super::{Asked, Flip, Sum};
use crate::compile::Tables;
use crate::decide::{Answer, answer};
use crate::policy::{Chosen, Policy};

/// What single choices change, and what two of them only together do.
pub(super) fn flips(policy: &Policy, classes: &[Class], asked: Asked) -> (Vec<Flip>, Vec<Flip>) {
    let Asked { as_of, most, .. } = asked;
    let answers = |tables: &Tables| -> Vec<Option<Answer>> {
        classes.iter().map(|class| answer(tables, &class.subject, as_of)).collect()
    };
    let mut alone: Vec<(Chosen, Vec<Option<Answer>>)> = Vec::new();
    let mut readings = Vec::new();
    for variant in policy.variants() {
        let chosen = (variant.reading, variant.choice);
        let given = answers(variant.tables(policy));
        readings.push(flip(vec![chosen], classes, &given, most, |_, to, class| to != class.answer));
        alone.push((chosen, given));
    }
    let of = |chosen: Chosen| {
        let found = alone.iter().find(|(known, _)| *known == chosen);
        found.map_or(&[] as &[_], |(_, given)| given.as_slice())
    };
    let mut pairs = Vec::new();
    for pair in policy.pairs() {
        let given = answers(pair.tables(policy));
        let [first, second] = pair.choices.map(of);
        let only_together = |at: usize, to: Answer, class: &Class| {
            let is = |given: &[Option<Answer>]| given.get(at) == Some(&Some(to));
            to != class.answer && !is(first) && !is(second)
        };
        let flip = flip(pair.choices.to_vec(), classes, &given, most, only_together);
        if flip.changes.subjects > 0 {
            pairs.push(flip);
        }
    }
    (readings, pairs)
}

fn flip(
    choices: Vec<Chosen>,
    classes: &[Class],
    given: &[Option<Answer>],
    most: Option<usize>,
    changes: impl Fn(usize, Answer, &Class) -> bool,
) -> Flip {
    let mut sum = Sum::new(most);
    for (at, (class, to)) in classes.iter().zip(given).enumerate() {
        if let Some(to) = to.filter(|to| changes(at, *to, class)) {
            sum.add(class.answer, to, &class.members);
        }
    }
    Flip { choices, changes: sum.changes() }
}
