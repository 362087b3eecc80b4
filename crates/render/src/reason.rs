//! The reason: one sentence that a clerk can read aloud.
//!
//! It is written from front to back into one text: each part of it writes itself where its slot is.

use qiaolian_core::compile::day_of;
use qiaolian_core::model::{Duty, FormId, IdSet, Status};
use qiaolian_core::policy::{Lang, Policy, Rulebook, Word};

use crate::label;
use crate::view::View;
use crate::written::{write_day, write_number};

/// How many bytes most reasons have at most.
const USUAL_LENGTH: usize = 320;

/// Why the answer is what it is, in one sentence, with the provisions it rests on and the readings
/// that decide it.
#[must_use]
pub fn reason(view: &View<'_>, lang: Lang) -> String {
    let rulebook = view.policy.rulebook();
    let mut reason = Reason { view, rulebook, lang, text: String::with_capacity(USUAL_LENGTH) };
    reason.say(Word::ReasonSentence, |reason, slot| match slot {
        "name" => reason.name(),
        "basis" => reason.basis(),
        "duty" => reason.duty(),
        "state" => reason.state(),
        "provisions" => reason.provisions(),
        _ => {}
    });
    if !view.decisive.is_empty() {
        reason.text.push_str(sentence_gap(lang));
        reason.say(Word::ReasonDecisive, |reason, _| {
            reason.list(label::decisive(view, lang), Word::Comma);
        });
        reason.text.push_str(full_stop(lang));
    }
    reason.text
}

const fn sentence_gap(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "",
        Lang::En => " ",
    }
}

const fn full_stop(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "。",
        Lang::En => ".",
    }
}

/// A reason while it is written.
struct Reason<'v> {
    view: &'v View<'v>,
    rulebook: &'v Rulebook,
    lang: Lang,
    text: String,
}

impl<'v> Reason<'v> {
    /// Writes a word of which each slot writes itself.
    fn say(&mut self, word: Word, fill: impl Fn(&mut Self, &str)) {
        for part in self.rulebook.words.parts(word, self.lang) {
            self.text.push_str(part.text);
            if let Some(slot) = part.slot {
                fill(self, slot);
            }
        }
    }

    /// Writes a word that has no slots.
    fn get(&mut self, word: Word) {
        self.text.push_str(self.rulebook.words.get(word, self.lang));
    }

    fn list(&mut self, words: impl Iterator<Item = &'v str>, between: Word) {
        let between = self.rulebook.words.get(between, self.lang);
        label::write_list(&mut self.text, words, between);
    }

    fn number(&mut self, number: Option<u64>) {
        if let Some(number) = number {
            write_number(&mut self.text, number);
        }
    }

    fn policy(&self) -> &'v Policy {
        self.view.policy
    }

    fn name(&mut self) {
        match self.view.name {
            Some(name) => self.text.push_str(name),
            None => self.get(Word::ReasonUnnamed),
        }
    }

    fn provisions(&mut self) {
        let provisions = self.view.decision.provisions;
        label::write_provisions(&mut self.text, self.rulebook, provisions, self.lang);
    }

    fn forms(&mut self, forms: IdSet<FormId>) {
        label::write_forms(&mut self.text, self.rulebook, forms, self.lang);
    }

    /// What of the subject the answer follows from: its area, its kind, or its people.
    fn basis(&mut self) {
        let row = self.policy().terms().rows.of(self.view.decision.row);
        let has_tiers = row.tiers.len() != 1;
        if let Some(area) = row.area {
            let known = self.policy().terms().areas.of(area);
            let said = known.is_key_area && self.view.subject.key_area == Some(true);
            let word = if said { Word::ReasonSaidKey } else { Word::ReasonInArea };
            self.say(word, |reason, _| reason.text.push_str(known.label.get(reason.lang)));
            if has_tiers {
                self.get(Word::ReasonJoin);
                self.count();
            }
        } else if has_tiers {
            self.count();
            if self.view.subject.conditions_met == Some(false) && conditions_matter(self.view) {
                self.get(Word::Comma);
                self.get(Word::ReasonConditionsNotMet);
            }
        } else {
            let kind = self.rulebook.kinds.of(self.view.subject.kind);
            self.say(Word::ReasonAlways, |reason, _| {
                reason.text.push_str(kind.label.get(reason.lang));
            });
        }
    }

    fn count(&mut self) {
        let people = self.view.decision.people;
        let (reached, next) = lines(self.view);
        let word = match (reached, next) {
            _ if people.is_complete() && people.least == 0 => Word::ReasonNoPeople,
            (Some(_), Some(_)) if people.is_complete() => Word::ReasonBetweenLines,
            (Some(_), None) if people.is_complete() => Word::ReasonReached,
            (None, Some(_)) if people.is_complete() => Word::ReasonBelow,
            (None, None) if people.is_complete() => Word::ReasonPeople,
            (Some(_), None) => Word::ReasonReachedAtLeast,
            (_, _) if people.most.is_some() => Word::ReasonBoundedCount,
            (_, _) => Word::ReasonOpenCount,
        };
        self.say(word, |reason, slot| match slot {
            "count" | "least" => reason.number(Some(people.least)),
            "most" => reason.number(people.most),
            "reached" => reason.number(reached),
            "next" => reason.number(next),
            "missing" => reason.unknown_groups(),
            _ => {}
        });
    }

    fn unknown_groups(&mut self) {
        let unknown = self.view.subject.counts.unknown(self.policy().terms().counted.groups);
        let (groups, lang) = (&self.rulebook.groups, self.lang);
        self.list(unknown.iter().map(|group| groups.of(group).label.get(lang)), Word::Comma);
    }

    /// What is asked, of which forms, and by when.
    fn duty(&mut self) {
        let decision = self.view.decision;
        let word = match decision.duty {
            Some(Duty::Must) => Word::ReasonMust,
            Some(Duty::InPrincipleMust) => Word::ReasonInPrincipleMust,
            Some(Duty::Should) => Word::ReasonShould,
            Some(Duty::InPrincipleShould) => Word::ReasonInPrincipleShould,
            Some(Duty::May) => Word::ReasonMay,
            Some(Duty::None) => return self.get(Word::ReasonNone),
            None => return self.say(Word::ReasonUndetermined, |reason, _| reason.duties()),
        };
        self.say(word, |reason, _| reason.forms(decision.forms));
        if let Some(due) = decision.due.and_then(day_of) {
            self.say(Word::ReasonBy, |reason, _| write_day(&mut reason.text, due));
        }
    }

    fn duties(&mut self) {
        let (words, lang) = (&self.rulebook.words, self.lang);
        let duties = self.view.decision.possible_duties.iter();
        self.list(duties.map(|duty| words.get(Word::duty(Some(duty)), lang)), Word::Or);
    }

    /// What there is, and where that leaves the subject.
    fn state(&mut self) {
        if self.view.decision.status != Status::NotApplicable {
            self.organisation();
            self.get(Word::ReasonJoin);
        }
        self.status();
    }

    fn organisation(&mut self) {
        let subject = self.view.subject;
        match (subject.existing_form, subject.established_on) {
            (Some(form), _) if form == self.rulebook.no_form => self.get(Word::ReasonHasNone),
            (Some(form), Some(day)) if day > self.view.as_of => {
                self.say(Word::ReasonNotThereYet, |reason, slot| match slot {
                    "form" => reason.forms(IdSet::EMPTY.with(form)),
                    "date" => write_day(&mut reason.text, day),
                    _ => {}
                });
            }
            (Some(form), _) => self.form(Word::ReasonHas, form),
            (None, _) => {
                let presumptions = &self.policy().terms().presumptions;
                match presumptions.iter().find(|known| Some(known.place) == subject.place) {
                    Some(presumed) => self.form(Word::ReasonPresumed, presumed.form),
                    None => self.get(Word::ReasonNotRecorded),
                }
            }
        }
    }

    fn form(&mut self, word: Word, form: FormId) {
        self.say(word, |reason, _| reason.forms(IdSet::EMPTY.with(form)));
    }

    fn status(&mut self) {
        let decision = self.view.decision;
        let word = match decision.status {
            Status::Satisfied => Word::ReasonSatisfied,
            Status::SatisfiedLate => Word::ReasonSatisfiedLate,
            Status::Excepted => Word::ReasonExcepted,
            Status::Unverified => Word::ReasonUnverified,
            Status::Overdue => Word::ReasonOverdue,
            Status::DueSoon => Word::ReasonDueSoon,
            Status::Pending if decision.days_left.is_some() => Word::ReasonPending,
            Status::Pending if decision.missing_groups.is_empty() => Word::ReasonPendingUndated,
            Status::Pending => Word::ReasonPendingOpen,
            Status::Optional => Word::ReasonOptional,
            Status::NotApplicable => Word::ReasonNotApplicable,
            Status::Undetermined => Word::ReasonOpen,
        };
        self.say(word, |reason, slot| match slot {
            "days" => reason.number(decision.days_left.map(|days| days.unsigned_abs().into())),
            "date" => reason.established(),
            "missing" => reason.missing(),
            _ => {}
        });
    }

    fn established(&mut self) {
        if let Some(day) = self.view.subject.established_on {
            write_day(&mut self.text, day);
        }
    }

    fn missing(&mut self) {
        self.list(label::missing(self.view, self.lang), Word::Comma);
    }
}

/// Whether a tier that its people may be in asks something else where conditions aren't met.
fn conditions_matter(view: &View<'_>) -> bool {
    let terms = view.policy.terms();
    let tiers = terms.rows.of(view.decision.row).tiers_in_force(&terms.limits);
    let ends = tiers.iter().skip(1).map(|(start, _)| Some(*start)).chain([None]);
    let people = view.decision.people;
    tiers.iter().zip(ends).any(|((start, tier), end)| {
        tier.unless_conditions_met.is_some()
            && people.most.is_none_or(|most| *start <= most)
            && end.is_none_or(|end| people.least < end)
    })
}

/// The last line that is surely reached and the first that isn't; from one person on is no line.
fn lines(view: &View<'_>) -> (Option<u64>, Option<u64>) {
    let terms = view.policy.terms();
    let starts = terms.rows.of(view.decision.row).starts_in_force(&terms.limits);
    let mut lines = starts.filter(|start| *start > 1);
    let least = view.decision.people.least;
    let reached = lines.clone().take_while(|line| *line <= least).last();
    (reached, lines.find(|line| *line > least))
}
