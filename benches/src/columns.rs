//! Columns made by chance, most of their numbers near a limit.

use qiaolian_core::columns::{Answers, Classes, Columns, FilledColumns};
use qiaolian_core::model::{Arena, Id};
use qiaolian_core::policy::Policy;

use crate::random::Random;

/// Days from 1970-01-01 to 2021-01-01, and how many are tried from there on.
const DAYS: (i32, u32) = (18_628, 2_000);

/// So many rows for a policy.
#[must_use]
pub fn filled(policy: &Policy, rows: usize, seed: u64) -> FilledColumns {
    let rulebook = policy.rulebook();
    let listed = Classes::of(policy).map_or(0, |classes| classes.listed().count());
    let classes = rulebook.kinds.len() + listed;
    let mut random = Random::new(seed);
    let mut filled = FilledColumns::new(rulebook.groups.len());
    for _ in 0..rows {
        filled.kind.push(small(&mut random, classes));
        for group in filled.groups.iter_mut().take(rulebook.groups.len()) {
            let number = number(&mut random);
            group.push(Some(number).filter(|_| random.percent(80)));
        }
        // A total within its bounds: that of the largest group.
        let groups = filled.groups.iter().filter_map(|group| group.values.last());
        let largest = groups.max().copied();
        filled.total.push(largest.filter(|_| random.percent(15)));
        let truth = |random: &mut Random, known: u32| {
            let value = random.percent(50);
            Some(value).filter(|_| random.percent(known))
        };
        filled.key_area.push(truth(&mut random, 8));
        let form = small_of(&mut random, &rulebook.forms);
        filled.presumed_form.push(Some(form).filter(|_| random.percent(5)));
        let form = small_of(&mut random, &rulebook.forms);
        let on_record = Some(form).filter(|_| random.percent(70));
        filled.existing_form.push(on_record);
        let is_there = on_record.is_some_and(|form| usize::from(form) != rulebook.no_form.index());
        let day = DAYS.0.saturating_add_unsigned(random.below(DAYS.1));
        filled.established_on.push(Some(day).filter(|_| is_there && random.percent(60)));
        filled.conditions_met.push(truth(&mut random, 50));
        filled.exception_agreed.push(truth(&mut random, 30));
    }
    filled
}

fn small(random: &mut Random, count: usize) -> u8 {
    let below = u32::try_from(count).unwrap_or(1);
    u8::try_from(random.below(below)).unwrap_or_default()
}

fn small_of<I: Id, T>(random: &mut Random, names: &Arena<I, T>) -> u8 {
    small(random, names.len())
}

fn number(random: &mut Random) -> u32 {
    match random.below(10) {
        0..3 => 0,
        3..8 => random.below(40),
        8 => random.below(120),
        _ => random.below(2000),
    }
}

/// The bytes of columns, in one piece, so that a copy of them can be timed.
#[must_use]
pub fn bytes_in(columns: &Columns<'_>) -> usize {
    let Columns {
        kind,
        groups,
        total,
        key_area,
        presumed_form,
        existing_form,
        established_on,
        conditions_met,
        exception_agreed,
    } = columns;
    let bits = |validity: Option<&[u8]>| validity.map_or(0, <[u8]>::len);
    let numbers = groups.iter().chain([total]).flatten();
    let numbers = numbers.map(|column| 4 * column.values.len() + bits(column.validity));
    let forms = [presumed_form, existing_form].into_iter().flatten();
    let forms = forms.map(|column| column.values.len() + bits(column.validity));
    let days = established_on.iter().map(|column| 4 * column.values.len() + bits(column.validity));
    let truths = [key_area, conditions_met, exception_agreed].into_iter().flatten();
    let truths = truths.map(|column| column.values.len() + bits(column.validity));
    kind.len() + numbers.chain(forms).chain(days).chain(truths).sum::<usize>()
}

/// The bytes of answers.
#[must_use]
pub fn bytes_out(answers: &Answers) -> usize {
    let Answers {
        duty,
        fulfilment,
        status,
        due,
        due_validity,
        days_left,
        days_left_validity,
        shortfall,
        shortfall_validity,
        problems,
    } = answers;
    let bytes =
        [duty, fulfilment, status, problems, due_validity, days_left_validity, shortfall_validity];
    let bytes: usize = bytes.into_iter().map(Vec::len).sum();
    bytes + 4 * (due.len() + days_left.len() + shortfall.len())
}
