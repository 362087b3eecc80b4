//! The rows of a register, each with what the policy says of it.

use std::borrow::Cow;
use std::sync::Arc;

use qiaolian::{Error, Policy, Question};
use qiaolian_register::{Entry, Row, Written};
use qiaolian_resolve::{Cell, Column, Options, Record, Seen};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::writing::{Item, Items};
use crate::error::CliError;
use crate::input::{self, Register};
use crate::output::{Answered, Rejected};
use crate::receipt::Tally;

/// One run over rows.
pub(crate) struct Rows<'p> {
    policy: &'p Policy,
    question: Question,
    options: Options,
    seen: Seen,
    tally: Tally,
    /// The names of the row before's own columns.
    names: Vec<Arc<str>>,
}

impl<'p> Rows<'p> {
    pub(crate) fn new(policy: &'p Policy, question: Question, options: Options) -> Self {
        Self {
            policy,
            question,
            options,
            seen: Seen::default(),
            tally: Tally::default(),
            names: Vec::new(),
        }
    }

    /// How many rows there were of each sort.
    pub(crate) const fn tally(&self) -> Tally {
        self.tally
    }

    /// Assesses a register, row by row, and gives the digest of its bytes.
    pub(crate) fn register(
        &mut self,
        mut register: Register,
        items: &mut Items<'p>,
    ) -> Result<String, CliError> {
        while let Some(entry) = register.next_row()? {
            match entry {
                Entry::Row(row) => items.push(self.row(&row)?)?,
                Entry::Skipped { .. } => self.tally.skipped += 1,
            }
        }
        self.tally.read = register.rows().read();
        Ok(register.digest())
    }

    /// Assesses the policy's own list of places, which has codes and nothing else.
    pub(crate) fn built_in(&mut self, items: &mut Items<'p>) -> Result<String, CliError> {
        let mut digest = Sha256::new();
        for ((_, place), row) in self.policy.core().rulebook().places.iter().zip(1u64..) {
            digest.update(place.code.as_bytes());
            digest.update(b"\n");
            let code = Cell::Text(Cow::Borrowed(place.code.as_str()));
            let record = Record { cells: vec![(Column::Code, code)] };
            self.tally.read += 1;
            items.push(self.answer(&record, row, Vec::new(), || (row, Vec::new()))?)?;
        }
        Ok(input::digest_text(&digest.finalize()))
    }

    fn row(&mut self, row: &Row<'_>) -> Result<Item<'p>, CliError> {
        let extra = self.extra(row);
        self.answer(&row.record, row.row, extra, || {
            let columns = row.original.columns().into_iter();
            (row.line, columns.map(|(name, value)| (name.into_owned(), as_json(value))).collect())
        })
    }

    /// The register's own columns. Their names are mostly those of the row before.
    fn extra(&mut self, row: &Row<'_>) -> Vec<(Arc<str>, String)> {
        let mut extra = Vec::with_capacity(row.extra.len());
        for (at, (name, text)) in row.extra.iter().enumerate() {
            let name = match self.names.get_mut(at) {
                Some(known) if **known == **name => Arc::clone(known),
                Some(known) => {
                    *known = Arc::from(&**name);
                    Arc::clone(known)
                }
                None => {
                    self.names.push(Arc::from(&**name));
                    Arc::from(&**name)
                }
            };
            extra.push((name, text.to_string()));
        }
        extra
    }

    fn answer(
        &mut self,
        record: &Record<'_>,
        row: u64,
        extra: Vec<(Arc<str>, String)>,
        original: impl FnOnce() -> (u64, Vec<(String, Value)>),
    ) -> Result<Item<'p>, CliError> {
        let answer =
            self.policy.assess_record(record, self.question, &self.options, &mut self.seen);
        match answer {
            Ok(assessment) => {
                self.tally.assessed += 1;
                Ok(Item::Answered(Answered { row, assessment, extra }))
            }
            Err(Error::InvalidFacts { problems }) => {
                self.tally.rejected += 1;
                let (line, columns) = original();
                Ok(Item::Rejected(Rejected { columns, row, line, problems }))
            }
            Err(error) => Err(error.into()),
        }
    }
}

fn as_json(value: Written<'_>) -> Value {
    match value {
        Written::Text(text) => text.into_owned().into(),
        Written::Json(json) => {
            serde_json::from_str(&json).unwrap_or_else(|_| json.into_owned().into())
        }
    }
}
