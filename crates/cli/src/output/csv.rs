//! CSV: one column a field of a determination, without reason and trace, then the register's own columns.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use qiaolian::{Policy, Question};

use super::columned::{Columned, Ours};
use super::fields::{Alike, COLUMNS, Field, Same, answer_fields, subject_fields};
use super::line::Line;
use super::{Answered, Sink};
use crate::error::CliError;
use crate::own;
use crate::target::Target;

/// How many answers are remembered, so that memory stays flat whatever comes.
const MOST_ANSWERS: usize = 4096;

/// CSV output.
pub(crate) struct CsvOutput {
    to: Columned,
    same: Same,
    /// How answers so far are written: of many subjects few are answered differently.
    answers: HashMap<Alike, Line, FixedState>,
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
        Ok(Self { to, same: Same::new(policy, question), answers: HashMap::default() })
    }

    pub(super) fn write(&mut self, answered: &Answered<'_>) -> Result<(), CliError> {
        let Self { to, same, answers } = self;
        if answers.len() >= MOST_ANSWERS {
            answers.clear();
        }
        let ours = |line: &mut Line| {
            subject_fields(answered, &mut |field| put(line, field));
            match Alike::of(answered) {
                Some(alike) => line.put_all(answers.entry(alike).or_insert_with(|| {
                    let mut answer = Line::default();
                    answer_fields(answered, same, &mut |field| put(&mut answer, field));
                    answer
                })),
                None => answer_fields(answered, same, &mut |field| put(line, field)),
            }
        };
        let own = answered.extra.iter().map(|(name, text)| (&**name, text.as_str()));
        to.write(ours, own)
    }

    pub(super) fn finish(self, target: &Target) -> Result<(), CliError> {
        self.to.finish(target)
    }
}

fn put(line: &mut Line, field: Field<'_>) {
    match field {
        Field::Blank => line.put(""),
        Field::Truth(truth) => line.put(if truth { "true" } else { "false" }),
        Field::Number(number) => line.put_number(number),
        Field::Day(day) => line.put(&day.to_string()),
        Field::Text(text) => line.put(text),
    }
}
