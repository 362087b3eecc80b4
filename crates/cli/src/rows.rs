//! Each row of a register, or of the policy's own list of places, with its answer.

use std::borrow::Cow;

use qiaolian::{Assessment, Error, Policy, ProblemReport, Question};
use qiaolian_register::{Entry, Row};
use qiaolian_resolve::{Cell, Column, Options, Record, Seen};
use sha2::{Digest, Sha256};

use crate::error::CliError;
use crate::input::{self, Register};
use crate::receipt::{Receipt, Tally};

/// An answer, or the problems of the facts.
type Answer<'p> = Result<Assessment<'p>, Vec<ProblemReport>>;

/// A row with its answer.
pub(crate) struct Taken<'t, 'p> {
    /// The row below the header, from 1.
    pub(crate) row: u64,
    /// The line of the file, from 1.
    pub(crate) line: u64,
    /// What the policy says of it.
    pub(crate) answer: Answer<'p>,
    /// The row as it is written; none in the policy's own list.
    pub(crate) written: Option<&'t Row<'t>>,
}

/// One run over rows.
pub(crate) struct Rows<'p> {
    policy: &'p Policy,
    question: Question,
    options: Options,
    seen: Seen,
    tally: Tally,
}

impl<'p> Rows<'p> {
    pub(crate) fn new(policy: &'p Policy, question: Question, options: Options) -> Self {
        Self { policy, question, options, seen: Seen::default(), tally: Tally::default() }
    }

    /// Gives each row of the register with its answer, or of the policy's own list where there is
    /// no register; then the receipt and how many rows there were of each sort.
    pub(crate) fn each(
        mut self,
        register: Option<Register>,
        mut take: impl FnMut(Taken<'_, 'p>) -> Result<(), CliError>,
    ) -> Result<(Receipt, Tally), CliError> {
        let input_digest = match register {
            Some(register) => self.register(register, &mut take)?,
            None => self.built_in(&mut take)?,
        };
        Ok((Receipt::new(self.policy, self.question, self.tally, input_digest), self.tally))
    }

    /// Gives the digest of the register's bytes.
    fn register(
        &mut self,
        mut register: Register,
        take: &mut impl FnMut(Taken<'_, 'p>) -> Result<(), CliError>,
    ) -> Result<String, CliError> {
        while let Some(entry) = register.next_row()? {
            match entry {
                Entry::Row(row) => {
                    let answer = self.answer(&row.record)?;
                    take(Taken { row: row.row, line: row.line, answer, written: Some(&row) })?;
                }
                Entry::Skipped { .. } => self.tally.skipped += 1,
            }
        }
        self.tally.read = register.rows().read();
        Ok(register.digest())
    }

    /// The policy's own list of places has codes and nothing else.
    fn built_in(
        &mut self,
        take: &mut impl FnMut(Taken<'_, 'p>) -> Result<(), CliError>,
    ) -> Result<String, CliError> {
        let mut digest = Sha256::new();
        for ((_, place), row) in self.policy.core().rulebook().places.iter().zip(1u64..) {
            digest.update(place.code.as_bytes());
            digest.update(b"\n");
            let code = Cell::Text(Cow::Borrowed(place.code.as_str()));
            let answer = self.answer(&Record { cells: vec![(Column::Code, code)] })?;
            self.tally.read += 1;
            take(Taken { row, line: row, answer, written: None })?;
        }
        Ok(input::digest_text(&digest.finalize()))
    }

    fn answer(&mut self, record: &Record<'_>) -> Result<Answer<'p>, CliError> {
        let answer =
            self.policy.assess_record(record, self.question, &self.options, &mut self.seen);
        match answer {
            Ok(assessment) => {
                self.tally.assessed += 1;
                Ok(Ok(assessment))
            }
            Err(Error::InvalidFacts { problems }) => {
                self.tally.rejected += 1;
                Ok(Err(problems))
            }
            Err(error) => Err(error.into()),
        }
    }
}
