//! What would change one subject's answer, and which unknown fact to ask for first.

use chrono::NaiveDate;
use qiaolian_core::compile::day_of;
use qiaolian_core::model::Duty;
use qiaolian_core::policy::{Lang, Rulebook, Text};
use qiaolian_core::what_if::{Ask, Change, Count, Reply, Values, WhatIf};
use qiaolian_render as render;
use qiaolian_resolve::Column;
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::determination::TraceValue;
use crate::error::Error;
use crate::facts::Facts;
use crate::named::Named;
use crate::policy::{Policy, Question};
use crate::sensitivity::StandingEntry;

/// What would give a subject another duty or status on a date: the smallest changes of one fact, or
/// of two where neither alone does it.
///
/// Of one fact each other duty and status that it can give is told, by the value that is nearest; of
/// two facts only what no value of one of them alone gives. Nothing that up to two facts can do is
/// left out. A fact that is known stays known, and an organisation is there on the date or isn't.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WhatIfReport {
    /// The policy and its version.
    pub policy: String,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The choices in force that aren't the default.
    pub readings: Named<String>,
    /// The answer as it is.
    pub answer: StandingEntry,
    /// What would change it, of one fact first.
    pub changes: Vec<WhatIfEntry>,
    /// The unknown fact to ask for first; null where nothing is open.
    pub next_fact: Option<QuestionEntry>,
    /// The same as a tree of lines to read.
    pub tree: Text,
}

/// Changes, and what they give together.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WhatIfEntry {
    /// The changes, one or two, of different facts.
    pub changes: Vec<ChangeEntry>,
    /// The answer that they give.
    pub gives: StandingEntry,
    /// The last day in time under them; null where there is none, or possible outcomes differ.
    pub due: Option<NaiveDate>,
}

/// A change of one fact.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeEntry {
    /// The fact, by column; null where it is the choice of a reading.
    pub fact: Option<String>,
    /// The reading; null where it is a fact.
    pub reading: Option<String>,
    /// What it is; null where it is unknown.
    pub from: TraceValue,
    /// What it would be; of an organisation the forms, any of which does.
    pub to: TraceValue,
    /// How many people more that is, below 0 fewer; null where the number was unknown, or it isn't
    /// about people.
    pub people: Option<i64>,
    /// The first day on which the organisation is set up; null where any earlier one does.
    pub established_from: Option<NaiveDate>,
    /// The last day on which it is; null where there is to be none.
    pub established_by: Option<NaiveDate>,
}

/// Which unknown facts would settle what is open.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NextFactReport {
    /// The policy and its version.
    pub policy: String,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The choices in force that aren't the default.
    pub readings: Named<String>,
    /// The answer as it is.
    pub answer: StandingEntry,
    /// The fact to ask for first; null where nothing is open.
    pub next_fact: Option<QuestionEntry>,
    /// The others, the one that settles more before the one that settles less.
    pub then: Vec<QuestionEntry>,
}

/// An unknown fact, with what each answer to it would give.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuestionEntry {
    /// The fact, by column.
    pub fact: String,
    /// How many of the answers settle everything.
    pub settles: u64,
    /// The answers to it, those together that give the same.
    pub answers: Vec<ReplyEntry>,
}

/// Answers that give the same.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReplyEntry {
    /// From how many people on; null where the answer is an organisation.
    pub least: Option<u32>,
    /// Up to how many people; null where any more give the same, or the answer is an organisation.
    pub most: Option<u32>,
    /// The forms of organisation, or the code for none; empty where the answer is a number.
    pub forms: Vec<String>,
    /// What they give.
    pub gives: StandingEntry,
    /// The duties that they leave possible, strongest first.
    pub possible_duties: Vec<Duty>,
    /// Whether nothing is missing any more.
    pub settles: bool,
}

impl Assessment<'_> {
    /// What would change it.
    ///
    /// # Errors
    /// [`Error::Foreign`], for a subject of another policy.
    pub fn what_if(&self) -> Result<WhatIfReport, Error> {
        let (core, date) = (self.policy.core(), self.question_date());
        let subject = &self.resolved().subject;
        let found = core.what_if(subject, date)?;
        let asks = core.next_facts(subject, date)?;
        let tree = |lang| {
            let mut text = render::what_if(core, &found, date.date, lang).to_string();
            if !asks.is_empty() {
                text += &render::next_facts(core, &asks, lang).to_string();
            }
            text
        };
        Ok(WhatIfReport {
            policy: core.rulebook().name(),
            as_of: self.question.as_of,
            readings: self.policy.other_readings(),
            answer: self.decision.answer().into(),
            changes: found.iter().map(|found| self.told(found)).collect(),
            next_fact: asks.first().map(|ask| self.asked(ask)),
            tree: Text { zh: tree(Lang::Zh), en: tree(Lang::En) },
        })
    }

    /// Which unknown facts would settle what is open.
    ///
    /// # Errors
    /// [`Error::Foreign`], for a subject of another policy.
    pub fn next_fact(&self) -> Result<NextFactReport, Error> {
        let core = self.policy.core();
        let asks = core.next_facts(&self.resolved().subject, self.question_date())?;
        let mut asks = asks.iter().map(|ask| self.asked(ask));
        Ok(NextFactReport {
            policy: core.rulebook().name(),
            as_of: self.question.as_of,
            readings: self.policy.other_readings(),
            answer: self.decision.answer().into(),
            next_fact: asks.next(),
            then: asks.collect(),
        })
    }

    fn rulebook(&self) -> &Rulebook {
        self.policy.core().rulebook()
    }

    fn told(&self, found: &WhatIf) -> WhatIfEntry {
        WhatIfEntry {
            changes: found.changes.iter().map(|change| self.changed(change)).collect(),
            gives: found.gives.into(),
            due: found.due.and_then(day_of),
        }
    }

    fn changed(&self, change: &Change) -> ChangeEntry {
        let rulebook = self.rulebook();
        let subject = &self.resolved().subject;
        let form = |form| rulebook.forms.of(form).code.clone();
        let of = |column: Column, from, to| ChangeEntry {
            fact: Some(column.code(rulebook).to_owned()),
            reading: None,
            from,
            to,
            people: None,
            established_from: None,
            established_by: None,
        };
        let said = |column, said: Option<bool>, word| {
            of(
                column,
                said.map_or(TraceValue::Unknown(()), TraceValue::Truth),
                TraceValue::Truth(word),
            )
        };
        match change {
            Change::People { of: count, from, to } => {
                let number = |number: u32| TraceValue::Number(number.into());
                let from_value = from.map_or(TraceValue::Unknown(()), number);
                let people = from.map(|from| i64::from(*to) - i64::from(from));
                ChangeEntry { people, ..of(column(*count), from_value, number(*to)) }
            }
            Change::Organisation { forms, from, by } => {
                let existing = subject.existing_form.map(form).map(TraceValue::Text);
                let to = TraceValue::AnyOf(forms.iter().map(form).collect());
                let existing = existing.unwrap_or(TraceValue::Unknown(()));
                ChangeEntry {
                    established_from: *from,
                    established_by: *by,
                    ..of(Column::ExistingForm, existing, to)
                }
            }
            Change::KeyArea(word) => said(Column::KeyArea, subject.key_area, *word),
            Change::ConditionsMet(word) => {
                said(Column::ConditionsMet, subject.conditions_met, *word)
            }
            Change::ExceptionAgreed(word) => {
                said(Column::ExceptionAgreed, subject.exception_agreed, *word)
            }
            Change::Reading((reading, choice)) => {
                let known = rulebook.readings.of(*reading);
                let in_force = *self.policy.core().choices().of(*reading);
                let code = |choice| TraceValue::Text(known.choices.of(choice).code.clone());
                let (from, to) = (code(in_force), code(*choice));
                let reading = Some(known.code.clone());
                ChangeEntry { fact: None, reading, ..of(Column::Code, from, to) }
            }
        }
    }

    fn asked(&self, ask: &Ask) -> QuestionEntry {
        let fact = ask.number.map_or(Column::ExistingForm, column);
        QuestionEntry {
            fact: fact.code(self.rulebook()).to_owned(),
            settles: u64::try_from(ask.settling()).unwrap_or(u64::MAX),
            answers: ask.replies.iter().map(|reply| self.replied(reply)).collect(),
        }
    }

    fn replied(&self, reply: &Reply) -> ReplyEntry {
        let (least, most, forms) = match reply.values {
            Values::People { least, most } => (Some(least), most, Vec::new()),
            Values::Forms(forms) => {
                let codes = forms.iter().map(|form| self.rulebook().forms.of(form).code.clone());
                (None, None, codes.collect())
            }
        };
        ReplyEntry {
            least,
            most,
            forms,
            gives: reply.gives.into(),
            possible_duties: reply.possible_duties.iter().collect(),
            settles: reply.settles,
        }
    }
}

/// The column of a number of people.
fn column(count: Count) -> Column {
    match count {
        Count::Group(group) => Column::Group(group),
        Count::Total => Column::Total,
    }
}

impl Policy {
    /// What would give one subject another duty or status: the smallest changes of its facts, and
    /// which unknown fact to ask for first.
    ///
    /// # Errors
    /// As [`Policy::assess`].
    pub fn what_if(
        &self,
        facts: &Facts,
        question: impl Into<Question>,
    ) -> Result<WhatIfReport, Error> {
        self.assessment(facts, question.into())?.what_if()
    }

    /// Which unknown fact to ask for first because it settles most, with what each answer would give,
    /// and which others then.
    ///
    /// # Errors
    /// As [`Policy::assess`].
    pub fn next_fact(
        &self,
        facts: &Facts,
        question: impl Into<Question>,
    ) -> Result<NextFactReport, Error> {
        self.assessment(facts, question.into())?.next_fact()
    }
}
