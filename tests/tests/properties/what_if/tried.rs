//! Trying values: what one or two facts might be, and whether a change listed stands for them.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use chrono::{Days, NaiveDate};
use qiaolian::{Duty, Policy, Status};
use qiaolian_core::decide::Decision;
use qiaolian_core::model::{AsOf, Counts, FormId, GroupId, ReadingId, Subject};
use qiaolian_core::policy::{Chosen, Policy as Core};
use qiaolian_core::what_if::{Change, Count, WhatIf};

use crate::subjects::Question;

pub type Key = (Option<Duty>, Status);

/// One value that one fact might have.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Try {
    People(Count, u32),
    Organisation(FormId, Option<NaiveDate>),
    KeyArea(bool),
    ConditionsMet(bool),
    ExceptionAgreed(bool),
    Reading(Chosen),
}

/// Which fact: what no two values of one fact differ in.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Which {
    People(Count),
    Organisation,
    KeyArea,
    ConditionsMet,
    ExceptionAgreed,
    Reading(ReadingId),
}

impl Try {
    pub fn fact(self) -> Which {
        match self {
            Self::People(count, _) => Which::People(count),
            Self::Organisation(..) => Which::Organisation,
            Self::KeyArea(_) => Which::KeyArea,
            Self::ConditionsMet(_) => Which::ConditionsMet,
            Self::ExceptionAgreed(_) => Which::ExceptionAgreed,
            Self::Reading((reading, _)) => Which::Reading(reading),
        }
    }
}

pub fn fact(change: &Change) -> Which {
    match change {
        Change::People { of, .. } => Which::People(*of),
        Change::Organisation { .. } => Which::Organisation,
        Change::KeyArea(_) => Which::KeyArea,
        Change::ConditionsMet(_) => Which::ConditionsMet,
        Change::ExceptionAgreed(_) => Which::ExceptionAgreed,
        Change::Reading((reading, _)) => Which::Reading(*reading),
    }
}

/// A policy with some choices taken, made once.
fn with(core: &Core, choices: &[Chosen]) -> Core {
    static KNOWN: LazyLock<Mutex<HashMap<String, Core>>> = LazyLock::new(Mutex::default);
    if choices.is_empty() {
        return core.clone();
    }
    let readings = &core.rulebook().readings;
    let codes = choices.iter().map(|(reading, choice)| {
        let known = readings.of(*reading);
        (&*known.code, &*known.choices.of(*choice).code)
    });
    let made = || core.with_readings(codes.clone()).unwrap_or_else(|_| core.clone());
    let name = format!("{}{:?}{choices:?}", core.rulebook().name(), core.choices());
    match KNOWN.lock() {
        Ok(mut known) => known.entry(name).or_insert_with(made).clone(),
        Err(_) => made(),
    }
}

/// One subject under a policy.
pub struct Asked {
    pub core: Core,
    pub subject: Subject,
    pub as_of: AsOf,
}

impl Asked {
    pub fn of(question: &Question, policy: &Policy) -> Result<Self, qiaolian::Error> {
        let facts = question.subject.facts();
        let found = policy.assessment(&facts, question.as_of.into())?;
        let due_soon_days = policy.core().rulebook().due_soon_days;
        Ok(Self {
            core: policy.core().clone(),
            subject: found.resolved().subject,
            as_of: AsOf { date: question.as_of, due_soon_days },
        })
    }

    fn groups(&self) -> Vec<GroupId> {
        self.core.rulebook().groups.ids().collect()
    }

    pub fn numbers(&self) -> Vec<Count> {
        self.groups().into_iter().map(Count::Group).chain([Count::Total]).collect()
    }

    pub fn value(&self, of: Count) -> Option<u32> {
        match of {
            Count::Group(group) => self.subject.counts.get(group),
            Count::Total => self.subject.counts.total,
        }
    }

    /// Whether a register may give these numbers.
    fn is_record(&self, counts: &Counts) -> bool {
        let groups: Vec<Option<u32>> =
            self.groups().into_iter().map(|group| counts.get(group)).collect();
        let known = groups.iter().flatten();
        let sum: u64 = known.clone().map(|count| u64::from(*count)).sum();
        counts.total.is_none_or(|total| {
            known.clone().all(|count| *count <= total)
                && (groups.contains(&None) || u64::from(total) <= sum)
        })
    }

    /// The answer with some values, none where no record is so.
    pub fn decide(&self, tries: &[Try]) -> Option<Decision> {
        let mut subject = self.subject;
        let mut choices = Vec::new();
        for one in tries {
            match one {
                Try::People(Count::Group(group), value) => {
                    subject.counts = subject.counts.with(*group, *value);
                }
                Try::People(Count::Total, value) => {
                    subject.counts = subject.counts.with_total(*value);
                }
                Try::Organisation(form, day) => {
                    subject.existing_form = Some(*form);
                    subject.established_on = *day;
                }
                Try::KeyArea(word) => subject.key_area = Some(*word),
                Try::ConditionsMet(word) => subject.conditions_met = Some(*word),
                Try::ExceptionAgreed(word) => subject.exception_agreed = Some(*word),
                Try::Reading(chosen) => choices.push(*chosen),
            }
        }
        if !self.is_record(&subject.counts) {
            return None;
        }
        if choices.is_empty() {
            return self.core.decide(&subject, self.as_of).ok();
        }
        with(&self.core, &choices).decide(&subject, self.as_of).ok()
    }

    pub fn key(&self, tries: &[Try]) -> Option<Key> {
        self.decide(tries).map(|found| (found.duty, found.status))
    }

    /// All numbers of people that are near something.
    pub fn values(&self, of: Count) -> Vec<u32> {
        const ALL_UP_TO: i64 = 104;
        let known = |of| self.value(of).map(i64::from);
        let others: i64 = self
            .numbers()
            .into_iter()
            .filter(|number| *number != of)
            .filter_map(|number| match number {
                Count::Group(_) => known(number),
                Count::Total => None,
            })
            .sum();
        let total = known(Count::Total);
        let near = [known(of), total, total.map(|total| total - others), Some(others)];
        let near = near.into_iter().flatten().flat_map(|value| value - 2..=value + 2);
        let all = (0..=ALL_UP_TO).chain(near).filter_map(|value| u32::try_from(value).ok());
        let mut all: Vec<u32> = all.filter(|value| self.value(of) != Some(*value)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// All values of all facts that aren't numbers.
    pub fn said(&self) -> Vec<Try> {
        let Self { core, subject, as_of } = self;
        let rulebook = core.rulebook();
        let back = [0, 1, 2, 3, 30, 200, 364, 365, 366, 367, 730, 731, 732, 1500];
        let days = back.map(|back| as_of.date.checked_sub_days(Days::new(back)));
        let dues = core.terms().dates.ids().flat_map(|date| {
            let due = core.terms().due_day(date);
            [Some(due), due.succ_opt()]
        });
        let days: Vec<NaiveDate> = days.into_iter().chain(dues).flatten().collect();
        let mut all = vec![Try::Organisation(rulebook.no_form, None)];
        for form in rulebook.forms.ids().filter(|form| *form != rulebook.no_form) {
            let there = days.iter().filter(|day| **day <= as_of.date);
            all.extend(there.map(|day| Try::Organisation(form, Some(*day))));
        }
        for word in [true, false] {
            let known = |said: Option<bool>| said == Some(word);
            all.extend((!known(subject.key_area)).then_some(Try::KeyArea(word)));
            all.extend((!known(subject.conditions_met)).then_some(Try::ConditionsMet(word)));
            all.extend((!known(subject.exception_agreed)).then_some(Try::ExceptionAgreed(word)));
        }
        for (reading, known) in rulebook.readings.iter() {
            let others = known.choices.ids().filter(|other| other != core.choices().of(reading));
            all.extend(others.map(|other| Try::Reading((reading, other))));
        }
        all
    }

    /// Whether a change is in the way of a value, and no farther.
    fn covers(&self, change: &Change, one: Try) -> Option<u64> {
        match (change, one) {
            (Change::People { of, from, to }, Try::People(count, value)) => {
                let old = from.unwrap_or(0);
                let is_up = |value: u32| from.is_none_or(|from| value > from);
                (*of == count && is_up(*to) == is_up(value)).then(|| u64::from(old.abs_diff(*to)))
            }
            (Change::Organisation { forms, from, by }, Try::Organisation(form, day)) => {
                let is_in = day.is_none_or(|day| {
                    from.is_none_or(|from| from <= day) && by.is_some_and(|by| day <= by)
                });
                (forms.contains(form) && is_in && by.is_some() == day.is_some()).then_some(0)
            }
            (Change::KeyArea(word), Try::KeyArea(other))
            | (Change::ConditionsMet(word), Try::ConditionsMet(other))
            | (Change::ExceptionAgreed(word), Try::ExceptionAgreed(other)) => {
                (*word == other).then_some(0)
            }
            (Change::Reading(chosen), Try::Reading(other)) => (*chosen == other).then_some(0),
            _ => None,
        }
    }

    fn distance(&self, one: Try) -> u64 {
        match one {
            Try::People(count, value) => u64::from(self.value(count).unwrap_or(0).abs_diff(value)),
            Try::Organisation(..)
            | Try::KeyArea(_)
            | Try::ConditionsMet(_)
            | Try::ExceptionAgreed(_)
            | Try::Reading(_) => 0,
        }
    }

    /// Whether one of the changes listed stands for these values.
    pub fn is_listed(&self, listed: &[WhatIf], tries: &[Try], gives: Key) -> bool {
        let far: u64 = tries.iter().map(|one| self.distance(*one)).sum();
        listed.iter().any(|known| {
            if known.changes.len() != tries.len() || (known.gives.duty, known.gives.status) != gives
            {
                return false;
            }
            let covered: Option<u64> = tries
                .iter()
                .map(|one| known.changes.iter().find_map(|change| self.covers(change, *one)))
                .sum();
            covered.is_some_and(|covered| covered <= far)
        })
    }

    /// Values that a change stands for: each form on its first and last day.
    pub fn stood_for(&self, change: &Change) -> Vec<Try> {
        match change {
            Change::People { of, to, .. } => vec![Try::People(*of, *to)],
            Change::Organisation { forms, from, by } => {
                let days = [*by, from.or(*by)];
                let of = |form| days.map(|day| Try::Organisation(form, day));
                forms.iter().flat_map(of).collect()
            }
            Change::KeyArea(word) => vec![Try::KeyArea(*word)],
            Change::ConditionsMet(word) => vec![Try::ConditionsMet(*word)],
            Change::ExceptionAgreed(word) => vec![Try::ExceptionAgreed(*word)],
            Change::Reading(chosen) => vec![Try::Reading(*chosen)],
        }
    }
}
