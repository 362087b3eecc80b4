//! Sensitivity compares classes, and finds what assessing each row anew under each choice finds.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{LazyLock, Mutex};

use chrono::NaiveDate;
use proptest::prelude::*;
use qiaolian::{
    ChangesEntry, Facts, FlipEntry, Policy, SensitivityOptions, SensitivityReport, StandingEntry,
};

use crate::many::registers;
use crate::packs::{Pack, other_choices};
use crate::subjects::Subject;

type Choices = Vec<(String, String)>;
type Answer = (String, String, String);

/// Which rows change, from what to what.
type Changed = BTreeMap<u64, (Answer, Answer)>;

fn codes(answer: StandingEntry) -> Answer {
    let StandingEntry { duty, fulfilment, status } = answer;
    (duty.code().to_owned(), fulfilment.code().to_owned(), status.code().to_owned())
}

/// A pack's policy under some choices, made once.
fn under(pack: &Pack, choices: &Choices) -> Option<Policy> {
    static KNOWN: LazyLock<Mutex<HashMap<String, Policy>>> = LazyLock::new(Mutex::default);
    let pairs = choices.iter().map(|(reading, choice)| (reading.as_str(), choice.as_str()));
    let mut known = KNOWN.lock().ok()?;
    let name = format!("{:?}{choices:?}", pack.policy);
    if let Some(policy) = known.get(&name) {
        return Some(policy.clone());
    }
    let policy = pack.policy.with_readings(pairs).ok()?;
    known.insert(name, policy.clone());
    Some(policy)
}

fn answers(policy: &Policy, facts: &[Facts], as_of: NaiveDate) -> Option<Vec<Answer>> {
    let answer = |facts: &Facts| {
        let found = policy.assessment(facts, as_of.into()).ok()?;
        Some(codes(found.decision.answer().into()))
    };
    facts.iter().map(answer).collect()
}

/// The rows whose answers differ.
fn differing(before: &[Answer], after: &[Answer]) -> Changed {
    let rows = (1..).zip(before.iter().zip(after));
    let changed = rows.filter(|(_, (before, after))| before != after);
    changed.map(|(row, (before, after))| (row, (before.clone(), after.clone()))).collect()
}

/// What a report says of some changes; none where its numbers don't fit one another.
fn told(changes: &ChangesEntry) -> Option<Changed> {
    let mut all = Changed::new();
    for alike in &changes.alike {
        let change = (codes(alike.from), codes(alike.to));
        all.extend(alike.rows.iter().map(|row| (*row, change.clone())));
        let ascends = alike.rows.is_sorted();
        let is_all = u64::try_from(alike.rows.len()).ok()? == alike.subjects;
        (ascends && is_all).then_some(())?;
    }
    let count = |differs: fn(&(Answer, Answer)) -> bool| {
        u64::try_from(all.values().filter(|change| differs(change)).count()).ok()
    };
    let counted = [
        count(|_| true)?,
        count(|(from, to)| from.0 != to.0)?,
        count(|(from, to)| from.1 != to.1)?,
        count(|(from, to)| from.2 != to.2)?,
    ];
    let said = [changes.subjects, changes.duty, changes.fulfilment, changes.status];
    (counted == said).then_some(all)
}

fn flips(entries: &[FlipEntry]) -> Option<BTreeMap<Choices, Changed>> {
    let flip = |entry: &FlipEntry| {
        let choices = entry.choices.iter();
        let choices: Choices =
            choices.map(|(reading, choice)| (reading.clone(), choice.clone())).collect();
        Some((choices, told(&entry.changes)?))
    };
    entries.iter().map(flip).collect()
}

fn report(
    pack: &Pack,
    facts: &[Facts],
    as_of: NaiveDate,
    within: u32,
) -> Option<SensitivityReport> {
    let options = SensitivityOptions { within: Some(within), most: None };
    pack.policy.sensitivity(facts, as_of, options).ok()
}

/// A subject whose count can be moved: all of its people in one number. None where they aren't known.
fn movable(pack: &Pack, row: &Subject, found: &qiaolian_core::model::People) -> Option<Subject> {
    let mut row = row.clone();
    if row.total.is_some() {
        let is_total = pack.counts_all && found.most.is_some();
        row.groups.iter_mut().for_each(|(_, count)| *count = None);
        return is_total.then_some(row);
    }
    // Groups that aren't counted bound nothing without a total.
    let counted: BTreeSet<String> = {
        let core = pack.policy.core();
        let groups = core.terms().counted.groups.iter();
        groups.map(|group| core.rulebook().groups.of(group).code.clone()).collect()
    };
    let sum: u64 = row
        .groups
        .iter()
        .filter(|(group, _)| counted.contains(*group))
        .filter_map(|(_, count)| *count)
        .map(u64::from)
        .sum();
    let sum = u32::try_from(sum).ok()?;
    let mut is_first = true;
    for (group, count) in &mut row.groups {
        if counted.contains(*group) && count.is_some() {
            *count = Some(if std::mem::take(&mut is_first) { sum } else { 0 });
        }
    }
    (!is_first).then_some(row)
}

/// The subject with so many people more or fewer; none below zero.
fn moved(pack: &Pack, row: &Subject, by: i64) -> Option<Subject> {
    let mut row = row.clone();
    let by = |count: u32| u32::try_from(i64::from(count) + by).ok();
    if let Some(total) = row.total {
        row.total = Some(by(total)?);
        return Some(row);
    }
    let core = pack.policy.core();
    let is_counted = |code: &str| {
        let group = core.rulebook().group(code);
        group.is_some_and(|group| core.terms().counted.groups.contains(group))
    };
    let first = row.groups.iter_mut().find(|(group, count)| is_counted(group) && count.is_some());
    let (_, count) = first?;
    *count = Some(by((*count)?)?);
    Some(row)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn classes_change_as_each_of_their_rows_does((pack, rows, as_of) in registers()) {
        let facts: Vec<Facts> = rows.iter().map(Subject::facts).collect();
        let found = report(pack, &facts, as_of, 3).unwrap();
        prop_assert_eq!(found.subjects, u64::try_from(rows.len()).unwrap());
        let before = answers(&pack.policy, &facts, as_of).unwrap();
        let given = |choices: &Choices| {
            answers(&under(pack, choices).unwrap(), &facts, as_of).unwrap()
        };
        let others = other_choices(&pack.policy);
        let alone: BTreeMap<Choices, Vec<Answer>> = others
            .iter()
            .map(|other| (vec![other.clone()], given(&vec![other.clone()])))
            .collect();
        let expected: BTreeMap<Choices, Changed> = alone
            .iter()
            .map(|(choices, after)| (choices.clone(), differing(&before, after)))
            .collect();
        prop_assert_eq!(flips(&found.alone), Some(expected));
        let mut together = BTreeMap::new();
        for (at, one) in others.iter().enumerate() {
            for other in others.iter().skip(at + 1).filter(|other| other.0 != one.0) {
                let choices = vec![one.clone(), other.clone()];
                let mut changed = differing(&before, &given(&choices));
                for known in [one, other] {
                    let told = differing(&before, &alone[&vec![known.clone()]]);
                    changed.retain(|row, change| told.get(row) != Some(change));
                }
                if !changed.is_empty() {
                    together.insert(choices, changed);
                }
            }
        }
        prop_assert_eq!(flips(&found.together), Some(together));
    }

    #[test]
    fn a_margin_is_the_fewest_people_that_change_the_answer((pack, rows, as_of) in registers()) {
        const FAR: i64 = 125;
        let facts: Vec<Facts> = rows.iter().map(Subject::facts).collect();
        let within = 20;
        let found = report(pack, &facts, as_of, within).unwrap();
        let is_near = |people: Option<u64>| people.is_some_and(|people| people <= within.into());
        let near = found.margins.iter();
        let near = near.filter(|margin| is_near(margin.more) || is_near(margin.fewer)).count();
        prop_assert_eq!(found.counts.near, u64::try_from(near).unwrap());
        let is_unknown = |margin: &&qiaolian::MarginEntry| !margin.count_is_complete;
        let unknown: Vec<_> = found.margins.iter().filter(is_unknown).collect();
        prop_assert_eq!(found.counts.unknown, u64::try_from(unknown.len()).unwrap());
        for margin in unknown {
            // To learn a number isn't to have a few people more, and unknown isn't zero.
            prop_assert_eq!((margin.more, margin.fewer), (None, None));
        }
        let rows_of = |changes: &ChangesEntry| {
            told(changes).map(|told| told.into_keys().collect::<Vec<u64>>())
        };
        let wanted = |of: fn(&qiaolian::MarginEntry) -> Option<u64>| {
            let near = found.margins.iter().filter(|margin| is_near(of(margin)));
            Some(near.map(|margin| margin.row).collect::<Vec<u64>>())
        };
        prop_assert_eq!(rows_of(&found.counts.more), wanted(|margin| margin.more));
        prop_assert_eq!(rows_of(&found.counts.fewer), wanted(|margin| margin.fewer));
        for (row, margin) in rows.iter().zip(&found.margins).take(3) {
            let people = pack.policy.assessment(&row.facts(), as_of.into()).unwrap().decision.people;
            prop_assert_eq!(people.is_complete(), margin.count_is_complete);
            if !people.is_complete() {
                continue;
            }
            let Some(movable) = movable(pack, row, &people) else { continue };
            let answer = |row: &Subject| answers(&pack.policy, &[row.facts()], as_of).unwrap();
            let now = answer(&movable);
            prop_assert_eq!(&now[0], &codes(margin.answer));
            for (sign, told) in [(1, margin.more), (-1, margin.fewer)] {
                let first = (1..=FAR).find(|by| {
                    let moved = moved(pack, &movable, sign * by);
                    moved.is_some_and(|moved| answer(&moved) != now)
                });
                let first = first.map(|by| u64::try_from(by).unwrap());
                let told = told.filter(|by| *by <= u64::try_from(FAR).unwrap());
                prop_assert_eq!(first, told, "{:?} {:?}", movable, margin);
            }
        }
    }

    #[test]
    fn of_those_that_change_alike_the_first_are_named((pack, rows, as_of) in registers()) {
        let facts: Vec<Facts> = rows.iter().map(Subject::facts).collect();
        let all = report(pack, &facts, as_of, 9).unwrap();
        let options = SensitivityOptions { within: Some(9), most: Some(2) };
        let few = pack.policy.sensitivity(&facts, as_of, options).unwrap();
        let mut cut = all.clone();
        let flips = cut.alone.iter_mut().chain(&mut cut.together).map(|flip| &mut flip.changes);
        let counts = [&mut cut.counts.more, &mut cut.counts.fewer];
        for changes in flips.chain(counts) {
            changes.alike.iter_mut().for_each(|alike| alike.rows.truncate(2));
        }
        prop_assert_eq!(few, cut);
    }
}
