//! A box of classes whose outcome differs, as one line.

use qiaolian_core::diff::{AreaPair, Asked, ClassChange, DiffPlace, OnRecord, PeopleRange};
use qiaolian_core::model::People;
use qiaolian_core::policy::{Policy, Rulebook, Word};

use super::Page;
use crate::label;

impl Page<'_> {
    /// Who it is about, what changes, and where the documents say so.
    pub(super) fn class(&self, class: &ClassChange) -> String {
        let change = match (&class.before, &class.after) {
            (Some(before), Some(after)) => self.both(before, after),
            (before, after) => self.change(
                self.asked(self.before.rulebook(), before.as_ref()),
                self.asked(self.after.rulebook(), after.as_ref()),
            ),
        };
        let clauses = |asked: &Option<Asked>| {
            asked.as_ref().map_or(Vec::new(), |asked| asked.clauses.clone())
        };
        let clauses = self.both_clauses(&clauses(&class.before), &clauses(&class.after));
        let who = self.who(class);
        self.say(Word::DiffClass, &[("who", &who), ("change", &change), ("clauses", &clauses)])
    }

    /// The clauses of both documents; of one, where the other has none.
    pub(super) fn both_clauses(&self, before: &[String], after: &[String]) -> String {
        let (before, after) = (self.clauses(self.before, before), self.clauses(self.after, after));
        match (before.is_empty(), after.is_empty()) {
            (true, _) => after,
            (false, true) => before,
            (false, false) => self.change(before, after),
        }
    }

    fn clauses(&self, policy: &Policy, clauses: &[String]) -> String {
        let clauses = clauses.iter();
        let rulebook = policy.rulebook();
        let names: Vec<String> =
            clauses.map(|clause| label::clause_named(rulebook, clause, self.lang)).collect();
        self.list(&names)
    }

    fn who(&self, class: &ClassChange) -> String {
        let mut who = vec![self.kinds(self.before.rulebook(), &class.kinds)];
        who.extend(class.areas.iter().flatten().map(|pair| self.area(pair, &class.kinds)));
        who.push(self.people(class.people));
        who.extend(class.conditions_met.map(|is_met| {
            let word = if is_met { Word::DiffConditionsMet } else { Word::DiffConditionsNotMet };
            self.get(word).to_owned()
        }));
        who.extend(class.organisations.as_deref().map(|all| self.organisations(all)));
        who.join(self.get(Word::DiffAlso))
    }

    fn people(&self, people: PeopleRange) -> String {
        let PeopleRange { least, most } = people;
        match (least, most) {
            (0, None) => self.get(Word::DiffAnyNumber).to_owned(),
            (least, most) => {
                label::people(self.after.rulebook(), People { least, most }, self.lang)
            }
        }
    }

    fn area(&self, pair: &AreaPair, kinds: &[String]) -> String {
        let label = |policy: &Policy, code: &Option<String>| match code {
            Some(code) => {
                let area = area_named(policy, code, self.lang);
                self.say(Word::DiffQuoted, &[("area", &area)])
            }
            None => self.get(Word::DiffPlain).to_owned(),
        };
        match (&pair.before, &pair.after) {
            (Some(before), Some(after)) if before == after => {
                let area = area_named(self.after, after, self.lang);
                self.say(Word::DiffInArea, &[("area", &area)])
            }
            (None, None) => {
                let areas = self.areas_of(kinds);
                self.say(Word::DiffOutside, &[("areas", &self.list(&areas))])
            }
            (before, after) => {
                let by_record = self.get(Word::DiffByRecordOnly);
                let (word, places) = match (pair.by_record, pair.moved.is_empty()) {
                    (true, true) => (Word::DiffMoved, by_record.to_owned()),
                    (true, false) => (Word::DiffMovedByRecord, self.places(&pair.moved)),
                    (false, _) => (Word::DiffMoved, self.places(&pair.moved)),
                };
                let (before, after) = (label(self.before, before), label(self.after, after));
                self.say(word, &[("before", &before), ("after", &after), ("places", &places)])
            }
        }
    }

    /// The special areas of either policy in which subjects of these kinds can be.
    fn areas_of(&self, kinds: &[String]) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for policy in [self.before, self.after] {
            let (rulebook, terms) = (policy.rulebook(), policy.terms());
            let rows = terms.rows.iter().filter(|(_, row)| {
                row.kinds.iter().any(|kind| kinds.contains(&rulebook.kinds.of(kind).code))
            });
            for area in rows.filter_map(|(_, row)| row.area) {
                let name = terms.areas.of(area).label.get(self.lang).to_owned();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    pub(super) fn places(&self, places: &[DiffPlace]) -> String {
        let names = places.iter().map(|place| format!("{} {}", place.name, place.code));
        self.list(&names.collect::<Vec<_>>())
    }

    fn organisations(&self, organisations: &[OnRecord]) -> String {
        let rulebook = self.before.rulebook();
        let name = |rulebook: &Rulebook, code: &Option<String>| match code {
            Some(code) => label::named(rulebook, code, self.lang),
            None => self.get(Word::Unknown).to_owned(),
        };
        let recorded: Vec<String> = organisations
            .iter()
            .filter(|one| one.recorded.is_some())
            .map(|one| name(rulebook, &one.recorded))
            .collect();
        let mut said = Vec::new();
        if !recorded.is_empty() {
            said.push(self.say(Word::DiffRecorded, &[("forms", &self.list(&recorded))]));
        }
        for one in organisations.iter().filter(|one| one.recorded.is_none()) {
            let before = name(rulebook, &one.presumed_before);
            let after = name(self.after.rulebook(), &one.presumed_after);
            said.push(if one.places.is_empty() {
                self.get(Word::DiffUnrecorded).to_owned()
            } else {
                let places = self.places(&one.places);
                let slots = [("before", &*before), ("after", &*after), ("places", &*places)];
                self.say(Word::DiffPresumed, &slots)
            });
        }
        said.join(self.get(Word::Or))
    }

    /// What changes between two things that are asked; what doesn't is left out, but for the duty.
    fn both(&self, before: &Asked, after: &Asked) -> String {
        let (first, second) = (self.before.rulebook(), self.after.rulebook());
        let of_side = |rulebook: &Rulebook, word| rulebook.words.get(word, self.lang).to_owned();
        let duty =
            |rulebook: &Rulebook, asked: &Asked| of_side(rulebook, Word::duty(Some(asked.duty)));
        let mut parts = vec![self.change(duty(first, before), duty(second, after))];
        let mut part = |what: Word, before: String, after: String| {
            if before != after {
                let change = self.change(before, after);
                let slots = [("what", self.get(what)), ("change", &change)];
                parts.push(self.say(Word::DiffPart, &slots));
            }
        };
        part(Word::ColumnForms, self.forms(first, before), self.forms(second, after));
        part(Word::ColumnDue, self.due(before), self.due(after));
        let fulfilment = |rulebook: &Rulebook, asked: &Asked| {
            let word = asked.fulfilment.map(Word::fulfilment);
            word.map_or(String::new(), |word| of_side(rulebook, word))
        };
        part(Word::ColumnFulfilment, fulfilment(first, before), fulfilment(second, after));
        parts.join(self.get(Word::ScheduleJoin))
    }

    fn asked(&self, rulebook: &Rulebook, asked: Option<&Asked>) -> String {
        let Some(asked) = asked else { return self.get(Word::DiffUndecided).to_owned() };
        let duty = label::duty(rulebook, &[asked.duty], &asked.forms, self.lang);
        [duty, self.due(asked)].join(" ")
    }

    fn forms(&self, rulebook: &Rulebook, asked: &Asked) -> String {
        if asked.forms.is_empty() {
            return self.get(Word::DiffAbsent).to_owned();
        }
        let names = asked.forms.iter().map(|form| label::named(rulebook, form, self.lang));
        self.list(&names.collect::<Vec<_>>())
    }

    fn due(&self, asked: &Asked) -> String {
        asked.due.map_or_else(|| self.get(Word::DiffAbsent).to_owned(), |due| due.to_string())
    }
}

/// The name of an area.
fn area_named(policy: &Policy, code: &str, lang: qiaolian_core::policy::Lang) -> String {
    let area = policy.terms().areas.find(|area| area.code == code);
    area.map_or_else(|| code.to_owned(), |(_, area)| area.label.get(lang).to_owned())
}
