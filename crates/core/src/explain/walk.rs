//! The walk through the policy's data: row, tiers, organisation, dates.

use super::Explanation;
use super::step::{Fact, Step, Value};
use crate::compile::{Outcome, day_number, day_of};
use crate::decide::{Decision, Standing, fulfilment, status};
use crate::model::{
    AsOf, DateId, Duty, DutySet, FormId, Fulfilment, IdSet, People, RowId, Status, Subject,
};
use crate::policy::{Ask, ClauseRef, Row, Rule, Rulebook, Terms, Tier};

pub(super) struct Walk<'p> {
    rulebook: &'p Rulebook,
    terms: &'p Terms,
    subject: &'p Subject,
    people: People,
    as_of: AsOf,
    trace: Vec<Step>,
}

/// How many conditions most subjects have at most.
const STEPS: usize = 12;

/// A tier, from how many people on it holds, and up to below how many.
type Range<'p> = (&'p Tier, u64, Option<u64>);

/// What one possible outcome comes to on the date.
struct End {
    outcome: Outcome,
    fulfilment: Fulfilment,
    status: Status,
    days_left: Option<i32>,
}

impl<'p> Walk<'p> {
    pub(super) fn new(
        rulebook: &'p Rulebook,
        terms: &'p Terms,
        subject: &'p Subject,
        people: People,
        as_of: AsOf,
    ) -> Self {
        Self { rulebook, terms, subject, people, as_of, trace: Vec::with_capacity(STEPS) }
    }

    pub(super) fn run(mut self) -> Option<Explanation> {
        let (row_id, row) = self.row()?;
        let ranges = self.ranges(row);
        let asks = self.asks(&ranges);
        self.note_kind(row, &asks);
        self.note_areas();
        self.note_limits(&ranges);
        self.note_conditions(&ranges);
        let standing = self.standing();
        let ends = self.ends(&asks, standing);
        self.note_organisation(&asks, &ends, standing);
        self.note_exception(&ends);
        self.note_due(&asks, &ends);
        let decision = self.merge(row_id, row, &asks, &ends)?;
        Some(Explanation { decision, trace: self.trace })
    }

    fn row(&self) -> Option<(RowId, &'p Row)> {
        let Subject { kind, place, key_area, .. } = *self.subject;
        let id = self.terms.row_for(kind, |area| self.terms.is_in(area, kind, place, key_area))?;
        Some((id, self.terms.rows.of(id)))
    }

    /// The tiers that some number of people is in.
    fn ranges(&self, row: &'p Row) -> Vec<Range<'p>> {
        let tiers = row.tiers.iter().map(|(_, tier)| tier);
        let starts = tiers.clone().map(|tier| u64::from(tier.start(&self.terms.limits)));
        let mut ranges = Vec::with_capacity(row.tiers.len());
        let mut later = starts.clone();
        for (tier, from) in tiers.zip(starts) {
            later.next();
            let below = later.clone().min();
            if below.is_none_or(|below| below > from) {
                ranges.push((tier, from, below));
            }
        }
        ranges
    }

    /// What is asked, by each tier that some possible number of people is in.
    fn asks(&self, ranges: &[Range<'p>]) -> Vec<&'p Ask> {
        let People { least, most } = self.people;
        let mut asks = Vec::new();
        for (tier, from, below) in ranges {
            if most.is_none_or(|most| *from <= most) && below.is_none_or(|below| least < below) {
                asks.push(tier.ask_under(self.subject.conditions_met));
            }
        }
        asks
    }

    /// The organisation on the date: on record, or presumed.
    fn standing(&self) -> Standing {
        let Subject { existing_form, established_on, .. } = *self.subject;
        match existing_form {
            Some(form) => Standing::of(form, self.rulebook.no_form)
                .if_there(established_on.map(day_number), day_number(self.as_of.date)),
            None => self
                .presumed()
                .map_or(Standing::Unknown, |(form, _)| Standing::of(form, self.rulebook.no_form)),
        }
    }

    fn presumed(&self) -> Option<(FormId, Option<ClauseRef>)> {
        let place = self.subject.place?;
        let found = self.terms.presumptions.iter().find(|presumed| presumed.place == place)?;
        Some((found.form, found.clauses.first().copied()))
    }

    fn ends(&self, asks: &[&Ask], standing: Standing) -> Vec<End> {
        let mut ends: Vec<End> = Vec::new();
        for ask in asks {
            let due = ask.due.map(|due| day_number(self.terms.due_day(due)));
            let outcome = Outcome { duty: ask.duty, forms: ask.forms, due };
            if ends.iter().any(|end| end.outcome == outcome) {
                continue;
            }
            let fulfilment = fulfilment(&outcome, standing, self.rulebook.full_form);
            let days_left = due.map(|due| due.saturating_sub(day_number(self.as_of.date)));
            let status = status(
                ask.duty,
                fulfilment,
                self.subject.exception_agreed == Some(true),
                self.established().zip(due).is_some_and(|(at, due)| at > due),
                days_left,
                self.as_of.due_soon_days,
            );
            let days_left = if status.counts_days() { days_left } else { None };
            ends.push(End { outcome, fulfilment, status, days_left });
        }
        ends
    }

    /// The day on which the organisation on record was set up: without one the date decides nothing.
    fn established(&self) -> Option<i32> {
        self.subject.existing_form.and(self.subject.established_on).map(day_number)
    }

    fn merge(&self, row_id: RowId, row: &Row, asks: &[&Ask], ends: &[End]) -> Option<Decision> {
        let first = ends.first()?;
        let agreed = |same: fn(&End, &End) -> bool| ends.iter().all(|end| same(first, end));
        let status =
            if agreed(|a, b| a.status == b.status) { first.status } else { Status::Undetermined };
        let counted = self.terms.counted.groups;
        Some(Decision {
            row: row_id,
            key_area: row.area.is_some_and(|area| self.terms.areas.of(area).is_key_area),
            people: self.people,
            threshold: row
                .tiers
                .iter()
                .find(|(_, tier)| tier.is_upper)
                .map(|(_, tier)| tier.start(&self.terms.limits)),
            duty: agreed(|a, b| a.outcome.duty == b.outcome.duty).then_some(first.outcome.duty),
            possible_duties: ends
                .iter()
                .fold(DutySet::default(), |set, end| set.with(end.outcome.duty)),
            forms: self.forms(ends),
            due: first.outcome.due.filter(|_| agreed(|a, b| a.outcome.due == b.outcome.due)),
            fulfilment: if agreed(|a, b| a.fulfilment == b.fulfilment) {
                first.fulfilment
            } else {
                Fulfilment::Unknown
            },
            status,
            days_left: first.days_left.filter(|_| {
                status != Status::Undetermined && agreed(|a, b| a.days_left == b.days_left)
            }),
            missing_groups: if ends.len() > 1 {
                self.subject.counts.unknown(counted)
            } else {
                IdSet::EMPTY
            },
            missing_form: ends.iter().any(|end| end.status == Status::Unverified),
            provisions: asks
                .iter()
                .flat_map(|ask| &ask.clauses)
                .map(|clause| clause.provision)
                .collect(),
        })
    }

    /// The forms that some outcome names and that are full under each outcome that asks for something.
    fn forms(&self, ends: &[End]) -> IdSet<FormId> {
        self.rulebook
            .forms
            .ids()
            .filter(|form| ends.iter().any(|end| end.outcome.forms.contains(*form)))
            .filter(|form| {
                ends.iter().filter(|end| end.outcome.duty != Duty::None).all(|end| {
                    let there = Standing::of(*form, self.rulebook.no_form);
                    fulfilment(&end.outcome, there, self.rulebook.full_form) == Fulfilment::Full
                })
            })
            .collect()
    }

    fn note_kind(&mut self, row: &Row, asks: &[&Ask]) {
        let (found, wanted) = (Value::Kind(self.subject.kind), Value::Kinds(row.kinds));
        let clause = asks.last().and_then(|ask| ask.clauses.first().copied());
        self.note(Rule::Kind, clause, Fact::Kind, found, wanted, Some(true));
    }

    fn note_areas(&mut self) {
        let Subject { kind, place, key_area, .. } = *self.subject;
        for (id, area) in self.terms.areas.iter().filter(|(_, area)| area.kinds.contains(kind)) {
            let holds = Some(self.terms.is_in(id, kind, place, key_area));
            let clause = area.clauses.first().copied();
            let rule = if area.is_key_area { Rule::KeyArea } else { Rule::ListedPlace };
            match key_area {
                Some(said) if area.is_key_area => {
                    let (found, wanted) = (Value::Truth(said), Value::Truth(true));
                    self.note(rule, clause, Fact::KeyArea, found, wanted, holds);
                }
                Some(_) | None => {
                    let found = place.map_or(Value::Unknown, Value::Place);
                    self.note(rule, clause, Fact::Code, found, Value::Area(id), holds);
                }
            }
        }
    }

    fn note_limits(&mut self, ranges: &[Range<'p>]) {
        let People { least, most } = self.people;
        for (tier, from, _) in ranges.iter().copied().filter(|(_, from, _)| *from > 0) {
            let holds = match (least >= from, most.is_some_and(|most| most < from)) {
                (true, _) => Some(true),
                (false, true) => Some(false),
                (false, false) => None,
            };
            let clause = tier.ask.clauses.first().copied();
            let (found, wanted) = (Value::People(self.people), Value::Number(from));
            self.note(Rule::Count, clause, Fact::Count, found, wanted, holds);
        }
    }

    fn note_conditions(&mut self, ranges: &[Range<'p>]) {
        let People { most, .. } = self.people;
        let varies = ranges.iter().rfind(|(tier, from, below)| {
            tier.unless_conditions_met.is_some()
                && most.is_none_or(|most| *from <= most)
                && below.is_none_or(|below| self.people.least < below)
        });
        let Some(instead) = varies.and_then(|(tier, ..)| tier.unless_conditions_met.as_ref())
        else {
            return;
        };
        let met = self.subject.conditions_met;
        let (found, wanted) = (met.map_or(Value::Unknown, Value::Truth), Value::Truth(true));
        let clause = instead.clauses.first().copied();
        self.note(Rule::ConditionsMet, clause, Fact::ConditionsMet, found, wanted, met);
    }

    fn note_organisation(&mut self, asks: &[&Ask], ends: &[End], standing: Standing) {
        let asked = ends.iter().any(|end| end.outcome.duty != Duty::None);
        if !asked {
            return;
        }
        let presumed = self.presumed().filter(|_| self.subject.existing_form.is_none());
        let form = self.subject.existing_form.or(presumed.map(|(form, _)| form));
        let found = form.map_or(Value::Unknown, Value::Form);
        let wanted = Value::Forms(self.forms(ends).with(self.rulebook.full_form));
        let on_record = match form {
            Some(form) => Standing::of(form, self.rulebook.no_form),
            None => standing,
        };
        let mut full = ends.iter().filter(|end| end.outcome.duty != Duty::None).map(|end| {
            match fulfilment(&end.outcome, on_record, self.rulebook.full_form) {
                Fulfilment::Full => Some(true),
                Fulfilment::Lesser | Fulfilment::None => Some(false),
                Fulfilment::Unknown | Fulfilment::NotApplicable => None,
            }
        });
        let first = full.next().flatten();
        let holds = first.filter(|_| full.all(|other| other == first));
        let (rule, clause) = match presumed {
            Some((_, clause)) => (Rule::Presumption, clause),
            None => (Rule::ExistingForm, self.note_clause(Rule::ExistingForm)),
        };
        self.note(rule, clause, Fact::ExistingForm, found, wanted, holds);
        self.note_established(asks);
    }

    /// Where a form is on record: was it there on the date, and by each due date?
    fn note_established(&mut self, asks: &[&Ask]) {
        let has_organisation =
            self.subject.existing_form.is_some_and(|form| form != self.rulebook.no_form);
        let Some(day) = self.subject.established_on.filter(|_| has_organisation) else { return };
        let today = self.as_of.date;
        let clause = self.note_clause(Rule::EstablishedOn);
        let (rule, fact, found) = (Rule::EstablishedOn, Fact::EstablishedOn, Value::Day(day));
        self.note(rule, clause, fact, found, Value::Day(today), Some(day <= today));
        for (date, due) in self.dues(asks) {
            let clause = self.terms.dates.of(date).clauses.first().copied();
            if let Some(due) = day_of(due) {
                self.note(rule, clause, fact, found, Value::Day(due), Some(day <= due));
            }
        }
    }

    fn note_exception(&mut self, ends: &[End]) {
        let could_be = ends
            .iter()
            .any(|end| end.outcome.duty.is_in_principle() && end.fulfilment != Fulfilment::Full);
        if could_be {
            let agreed = self.subject.exception_agreed;
            let found = agreed.map_or(Value::Unknown, Value::Truth);
            let clause = self.note_clause(Rule::ExceptionAgreed);
            let (rule, fact) = (Rule::ExceptionAgreed, Fact::ExceptionAgreed);
            self.note(rule, clause, fact, found, Value::Truth(true), agreed);
        }
    }

    fn note_due(&mut self, asks: &[&Ask], ends: &[End]) {
        let owed = |due: i32| {
            ends.iter().any(|end| end.outcome.due == Some(due) && end.status.counts_days())
        };
        for (date, due) in self.dues(asks).into_iter().filter(|(_, due)| owed(*due)) {
            let clause = self.terms.dates.of(date).clauses.first().copied();
            let today = self.as_of.date;
            if let Some(due) = day_of(due) {
                let (found, wanted) = (Value::Day(today), Value::Day(due));
                self.note(Rule::Due, clause, Fact::AsOf, found, wanted, Some(today <= due));
            }
        }
    }

    /// The due dates among some asks, each day once.
    fn dues(&self, asks: &[&Ask]) -> Vec<(DateId, i32)> {
        let mut dues: Vec<(DateId, i32)> = Vec::new();
        for date in asks.iter().filter_map(|ask| ask.due) {
            let day = day_number(self.terms.due_day(date));
            if dues.iter().all(|(_, known)| *known != day) {
                dues.push((date, day));
            }
        }
        dues
    }

    /// The clause that the policy's own note on a rule names first.
    fn note_clause(&self, rule: Rule) -> Option<ClauseRef> {
        self.rulebook
            .rules
            .iter()
            .find(|note| note.rule == rule)
            .and_then(|note| note.clauses.first().copied())
    }

    fn note(
        &mut self,
        rule: Rule,
        clause: Option<ClauseRef>,
        fact: Fact,
        observed: Value,
        wanted: Value,
        holds: Option<bool>,
    ) {
        self.trace.push(Step { rule, clause, fact, observed, wanted, holds });
    }
}
