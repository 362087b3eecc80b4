//! CSV: one column a field of a determination, without reason and trace, then the register's own columns.

use std::collections::BTreeMap;
use std::fmt::{Display, Write};

use chrono::NaiveDate;
use qiaolian::{Policy, Question};

use super::columned::{Columned, Ours, Values};
use super::fields::{COLUMNS, Field, Same, fields};
use super::{Answered, Sink};
use crate::error::CliError;
use crate::own;
use crate::target::Target;

/// CSV output.
pub(crate) struct CsvOutput {
    to: Columned,
    same: Same,
    text: String,
    /// The days so far, which are few, and how they are written.
    days: BTreeMap<NaiveDate, String>,
}

impl CsvOutput {
    pub(super) fn new(
        to: Sink,
        policy: &Policy,
        question: Question,
        own: Option<Vec<String>>,
    ) -> Result<Self, CliError> {
        let apart = |name: &str| own::apart_from(&COLUMNS, name, name);
        let to = Columned::new(to, &COLUMNS, Ours::First, apart, own)?;
        let same = Same::new(policy, question);
        Ok(Self { to, same, text: String::new(), days: BTreeMap::new() })
    }

    pub(super) fn write(&mut self, answered: &Answered<'_>) -> Result<(), CliError> {
        let Self { to, same, text, days } = self;
        let ours = |values: &mut Values<'_>| {
            fields(answered, same, &mut |field| match field {
                Field::Blank => values.put(""),
                Field::Truth(truth) => values.put(if truth { "true" } else { "false" }),
                Field::Number(number) => values.put(shown(text, number)),
                Field::Day(day) => values.put(shown_day(days, day)),
                Field::Text(text) => values.put(text),
            });
        };
        let own = answered.extra.iter().map(|(name, text)| (&**name, text.as_str()));
        to.write(ours, own)
    }

    pub(super) fn finish(self, target: &Target) -> Result<(), CliError> {
        self.to.finish(target)
    }
}

fn shown(text: &mut String, value: impl Display) -> &str {
    text.clear();
    // Writing to a text can't fail.
    let _ = write!(text, "{value}");
    text
}

fn shown_day(days: &mut BTreeMap<NaiveDate, String>, day: NaiveDate) -> &str {
    days.entry(day).or_insert_with(|| day.to_string())
}
