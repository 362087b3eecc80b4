//! Which subjects are of one class: no choice of one reading or two tells them apart.

use std::collections::HashMap;

use super::margin::Lines;
use crate::compile::{Class as KindClass, Tables, day_number};
use crate::decide::{Answer, answer, form_on_record};
use crate::model::{AsOf, GroupId, Id, IdSet, People, Subject};
use crate::policy::Policy;

/// The subjects of one class.
#[derive(Debug)]
pub(super) struct Class {
    /// One of them, the first.
    pub(super) subject: Subject,
    /// What each of them is given under the choices in force.
    pub(super) answer: Answer,
    /// From how many people on it would be another.
    lines: Lines,
    /// The numbers of all of them.
    pub(super) members: Vec<usize>,
}

impl Class {
    pub(super) fn of(policy: &Policy, subject: &Subject, as_of: AsOf) -> Option<Self> {
        let answer = answer(policy.tables(), subject, as_of)?;
        let lines = Lines::of(policy.tables(), subject, as_of, answer);
        Some(Self { subject: *subject, answer, lines, members: Vec::new() })
    }

    /// The lines beyond which one of them, with so many people, gets another answer.
    pub(super) fn lines(&self, count: u64) -> Lines {
        self.lines.seen_from(count)
    }
}

/// Gives each subject the number of its class.
#[derive(Debug)]
pub(super) struct Classes {
    /// By kind, then by place: the number of those that are alike under all readings.
    alike: Vec<u16>,
    kinds: usize,
    /// For each number, by what the record says of `key_area`: the starts of all tiers that a subject
    /// comes to under any reading, ascending.
    starts: Vec<[Vec<u64>; SAID]>,
    /// Which groups are counted under some reading.
    counted: Vec<IdSet<GroupId>>,
    all_groups: IdSet<GroupId>,
    /// The due days under all readings, ascending.
    dues: Vec<i32>,
    known: HashMap<Box<[u16]>, usize>,
    /// The class that is looked for.
    key: Vec<u16>,
}

/// What a record may say of `key_area`: nothing, no, yes.
const SAID: usize = 3;
const WORDS: [Option<bool>; SAID] = [None, Some(false), Some(true)];

fn word(said: Option<bool>) -> usize {
    match said {
        None => 0,
        Some(false) => 1,
        Some(true) => 2,
    }
}

impl Classes {
    /// Of a policy under the choices in force, under each other choice, and under each two of them.
    pub(super) fn of(policy: &Policy) -> Self {
        let one = policy.variants().iter().map(|variant| variant.tables(policy));
        let two = policy.pairs().iter().map(|pair| pair.tables(policy));
        let tables: Vec<&Tables> =
            core::iter::once(policy.tables()).chain(one).chain(two).collect();
        let rulebook = policy.rulebook();
        let kinds = rulebook.kinds.ids().map(|kind| (kind, None));
        let places = rulebook.places.iter().map(|(place, known)| (known.kind, Some(place)));
        let mut numbers: HashMap<Vec<Option<&KindClass>>, u16> = HashMap::new();
        let (mut alike, mut starts) = (Vec::new(), Vec::new());
        for (kind, place) in kinds.chain(places) {
            let under: Vec<Option<&KindClass>> =
                tables.iter().map(|tables| tables.class(kind, place)).collect();
            let next = u16::try_from(starts.len()).unwrap_or(u16::MAX);
            let number = *numbers.entry(under).or_insert_with_key(|under| {
                starts.push(WORDS.map(|said| all_starts(&tables, under, said)));
                next
            });
            alike.push(number);
        }
        let mut counted: Vec<IdSet<GroupId>> = Vec::new();
        for tables in &tables {
            if !counted.contains(&tables.counted) {
                counted.push(tables.counted);
            }
        }
        Self {
            alike,
            kinds: rulebook.kinds.len(),
            starts,
            counted,
            all_groups: policy.tables().all_groups,
            dues: ascending(tables.iter().flat_map(|tables| tables.dues())),
            known: HashMap::new(),
            key: Vec::new(),
        }
    }

    /// The number of the subject's class, the next one where there is none of its class yet; none
    /// where its kind or place is another policy's.
    pub(super) fn number(
        &mut self,
        policy: &Policy,
        subject: &Subject,
        as_of: AsOf,
    ) -> Option<usize> {
        let at = subject.place.map_or(subject.kind.index(), |place| self.kinds + place.index());
        let alike = *self.alike.get(at)?;
        let said = word(subject.key_area);
        let starts = self.starts.get(usize::from(alike))?.get(said)?;
        let tables = policy.tables();
        let form = form_on_record(tables, subject, as_of.date);
        let is_there = form.is_some_and(|form| form != tables.no_form());
        let established = subject.established_on.filter(|_| is_there);
        let key = &mut self.key;
        key.clear();
        key.push(alike);
        key.push(short(said));
        key.push(form.map_or(0, |form| short(form.index() + 1)));
        key.push(established.map_or(0, |day| {
            let day = day_number(day);
            short(self.dues.partition_point(|due| *due < day))
        }));
        key.push(u16::from(subject.conditions_met == Some(false)));
        key.push(u16::from(subject.exception_agreed == Some(true)));
        for counted in &self.counted {
            let people = subject.counts.people(*counted, self.all_groups);
            let tier = |count: u64| short(starts.partition_point(|start| *start <= count));
            let (ends, most) = ends(people);
            key.extend([tier(people.least), tier(most), ends]);
        }
        let next = self.known.len();
        match self.known.get(&**key) {
            Some(number) => Some(*number),
            None => {
                self.known.insert(key.as_slice().into(), next);
                Some(next)
            }
        }
    }

    /// Forgets the class that was looked for last: it is none.
    pub(super) fn forget(&mut self) {
        self.known.remove(&*self.key);
    }
}

/// Whether an interval is closed, open, or a single number, with its upper end.
fn ends(people: People) -> (u16, u64) {
    match people.most {
        Some(most) if most == people.least => (0, most),
        Some(most) => (1, most),
        None => (2, u64::MAX),
    }
}

fn all_starts(tables: &[&Tables], under: &[Option<&KindClass>], said: Option<bool>) -> Vec<u64> {
    let rows = tables.iter().zip(under);
    let rows = rows.filter_map(|(tables, class)| Some((tables, class.as_ref()?.row(said)?)));
    ascending(rows.flat_map(|(tables, row)| tables.starts(row)))
}

/// Some numbers, each once, ascending.
fn ascending<T: Ord>(numbers: impl Iterator<Item = T>) -> Vec<T> {
    let mut numbers: Vec<T> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// A number that is never large: of tiers, forms or days that a policy names.
fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
