//! What a check finds: one rule, its outcome, what it rests on, what is missing.

use chrono::NaiveDate;

use super::data::Checks;
use super::rule::{CheckRule, Outcome};
use crate::policy::{ClauseRef, Text, Words};

/// What one rule of a check gives for one subject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: CheckRule,
    /// The clause that it rests on.
    pub clause: ClauseRef,
    /// What was found.
    pub outcome: Outcome,
    /// What stands in the slots of its message.
    pub slots: Vec<(&'static str, Text)>,
    /// The facts that would settle it, as paths of the input: `office.approved`, `leadership.members[2].time`.
    pub missing: Vec<String>,
    /// By when; none where the document gives no date.
    pub due: Option<NaiveDate>,
}

impl Finding {
    /// What was found, with nothing missing, without a date, its message without slots.
    #[must_use]
    pub fn new(rule: CheckRule, clause: ClauseRef, outcome: Outcome) -> Self {
        Self { rule, clause, outcome, slots: Vec::new(), missing: Vec::new(), due: None }
    }

    /// With a filling for a slot of its message.
    #[must_use]
    pub fn with(mut self, slot: &'static str, filling: Text) -> Self {
        self.slots.push((slot, filling));
        self
    }

    /// With facts that would settle it.
    #[must_use]
    pub fn missing(mut self, facts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.missing.extend(facts.into_iter().map(Into::into));
        self
    }

    /// With the last day in time.
    #[must_use]
    pub fn due(mut self, due: Option<NaiveDate>) -> Self {
        self.due = due;
        self
    }

    /// Its message, in both languages, in the policy's words. A finding of another policy says nothing.
    #[must_use]
    pub fn message(&self, checks: &Checks) -> Text {
        let Some(text) = checks.says(self.rule, self.outcome) else { return Text::default() };
        let fillings = |get: fn(&Text) -> &str| -> Vec<(&str, &str)> {
            self.slots.iter().map(|(slot, filling)| (*slot, get(filling))).collect()
        };
        Text {
            zh: Words::fill(&text.zh, &fillings(|text| &text.zh)),
            en: Words::fill(&text.en, &fillings(|text| &text.en)),
        }
    }
}
