//! A subject as the checks look at it: its decision, and what is there on the date.

use chrono::NaiveDate;

use super::data::Checks;
use super::finding::Finding;
use super::rule::{CheckRule, Outcome};
use crate::compile::day_of;
use crate::decide::{Decision, ForeignSubject};
use crate::model::{AsOf, BodyId, FormId, KindId, PlaceId, Subject};
use crate::policy::{ClauseRef, Lang, Policy, Rulebook, Text, Word, Words};

/// The fact of a register that says which organisation there is, as a path of a check's input.
pub(super) const EXISTING_FORM: &str = "subject.existing_form";

/// A subject with its decision under a policy on a date.
#[derive(Clone, Copy, Debug)]
pub struct SubjectView<'p> {
    /// The policy.
    pub policy: &'p Policy,
    /// The subject.
    pub subject: Subject,
    /// What the policy says of it.
    pub decision: Decision,
    /// The date of the question.
    pub as_of: AsOf,
}

impl<'p> SubjectView<'p> {
    /// The view of a subject.
    ///
    /// # Errors
    /// [`ForeignSubject`] where the subject is another policy's.
    pub fn new(policy: &'p Policy, subject: Subject, as_of: AsOf) -> Result<Self, ForeignSubject> {
        let decision = policy.decide(&subject, as_of)?;
        Ok(Self { policy, subject, decision, as_of })
    }

    /// The date of the question.
    #[must_use]
    pub const fn today(&self) -> NaiveDate {
        self.as_of.date
    }

    /// The last day on which the subject's duty is met in time.
    #[must_use]
    pub fn due(&self) -> Option<NaiveDate> {
        self.decision.due.and_then(day_of)
    }

    pub(super) fn rulebook(&self) -> &'p Rulebook {
        self.policy.rulebook()
    }

    pub(super) fn checks(&self) -> &'p Checks {
        &self.rulebook().checks
    }

    /// The form of the organisation on the date: on record, else presumed. One that is set up later
    /// isn't there yet.
    #[must_use]
    pub fn form(&self) -> Option<FormId> {
        let no_form = self.rulebook().no_form;
        let is_there = self.subject.established_on.is_none_or(|day| day <= self.today());
        let recorded = self.subject.existing_form.map(|form| if is_there { form } else { no_form });
        recorded.or_else(|| {
            let mut presumed = self.policy.terms().presumptions.iter();
            let place = self.subject.place?;
            presumed.find(|presumed| presumed.place == place).map(|presumed| presumed.form)
        })
    }

    /// When the organisation that is there on the date was set up, where the record says so.
    #[must_use]
    pub fn established_on(&self) -> Option<NaiveDate> {
        let day = self.subject.established_on.filter(|_| self.subject.existing_form.is_some());
        day.filter(|day| *day <= self.today())
    }

    /// Whether any organisation is there on the date.
    #[must_use]
    pub fn organisation(&self) -> Option<bool> {
        self.form().map(|form| form != self.rulebook().no_form)
    }

    /// Whether a federation is there on the date: the form that fulfils whatever is asked.
    #[must_use]
    pub fn federation(&self) -> Option<bool> {
        self.form().map(|form| form == self.rulebook().full_form)
    }

    /// Whether the federation of a place above the subject is there, as far as the policy presumes it:
    /// it speaks of the subject's county.
    pub(super) fn presumed_above(&self, level: KindId) -> Option<bool> {
        let rulebook = self.rulebook();
        let is_of_level = |county: &PlaceId| {
            rulebook.places.get(*county).is_some_and(|county| county.kind == level)
        };
        let county = self.subject.county.filter(is_of_level)?;
        let mut presumed = self.policy.terms().presumptions.iter();
        let presumed = presumed.find(|presumed| presumed.place == county)?;
        Some(presumed.form == rulebook.full_form)
    }

    /// The name of a body that a step of a procedure turns to, with the subject's own places in it
    /// where they are known.
    #[must_use]
    pub fn body_name(&self, body: BodyId) -> Text {
        let terms = self.checks().procedure.as_ref();
        let Some(body) = terms.and_then(|terms| terms.bodies.get(body)) else {
            return Text::default();
        };
        let places = &self.rulebook().places;
        let place = |place: Option<PlaceId>| Some(&*places.get(place?)?.name);
        let township = self.subject.place.and_then(|place| places.get(place)?.township);
        let known = [("county", place(self.subject.county)), ("township", place(township))];
        let is_open =
            |slot: &str| known.iter().any(|(name, place)| *name == slot && place.is_none());
        let open = Words::slots(&body.named.zh).chain(Words::slots(&body.named.en)).any(is_open);
        if open {
            return body.general.clone();
        }
        let slots = known.map(|(name, place)| (name, place.unwrap_or_default()));
        let fill = |text: &str| Words::fill(text, &slots);
        Text { zh: fill(&body.named.zh), en: fill(&body.named.en) }
    }

    /// A word with its slot filled, in both languages.
    pub(super) fn said(&self, word: Word, slot: &str, filling: &Text) -> Text {
        let say = |lang| self.rulebook().words.say(word, lang, &[(slot, filling.get(lang))]);
        Text { zh: say(Lang::Zh), en: say(Lang::En) }
    }

    /// Names of which one holds, in both languages.
    pub(super) fn listed_any<'t>(&self, names: impl Iterator<Item = &'t Text>) -> Text {
        joined(&self.rulebook().words, Word::Or, names)
    }

    /// The facts of the subject that would settle what is asked of it, as paths of a check's input.
    pub fn missing(&self) -> impl Iterator<Item = String> {
        let groups = &self.rulebook().groups;
        let missing = self.decision.missing_groups.iter();
        let missing = missing.map(|group| format!("subject.{}", groups.of(group).code));
        missing.chain(self.decision.missing_form.then(|| EXISTING_FORM.to_owned()))
    }

    /// Names as a list, in both languages.
    pub(super) fn listed<'t>(&self, names: impl Iterator<Item = &'t Text>) -> Text {
        listed(&self.rulebook().words, names)
    }

    /// A finding that rests on the deciding clause of its rule; none where the policy has no such rule.
    pub(super) fn finding(&self, rule: CheckRule, outcome: Outcome) -> Option<Finding> {
        finding(self.checks(), rule, outcome)
    }
}

/// A finding that rests on the deciding clause of its rule; none where the policy has no such rule.
pub(super) fn finding(checks: &Checks, rule: CheckRule, outcome: Outcome) -> Option<Finding> {
    let clause: ClauseRef = *checks.note(rule)?.clauses.first()?;
    Some(Finding::new(rule, clause, outcome))
}

/// Names as a list, in both languages.
pub(super) fn listed<'t>(words: &Words, names: impl Iterator<Item = &'t Text>) -> Text {
    joined(words, Word::Comma, names)
}

fn joined<'t>(words: &Words, between: Word, names: impl Iterator<Item = &'t Text>) -> Text {
    let names: Vec<&Text> = names.collect();
    let list = |lang| {
        let names: Vec<&str> = names.iter().map(|name| name.get(lang)).collect();
        names.join(words.get(between, lang))
    };
    Text { zh: list(Lang::Zh), en: list(Lang::En) }
}
