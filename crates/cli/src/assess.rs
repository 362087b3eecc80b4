//! `assess`: a register in, determinations out.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use qiaolian::{Error, Policy, ProblemReport, Question};
use qiaolian_register::{Entry, Row, Written};
use qiaolian_resolve::{Cell, Column, Options, Record, Seen};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::args::AssessArgs;
use crate::error::CliError;
use crate::input::Register;
use crate::output::{Answered, Output, Rejected, RejectsFormat, Summary};
use crate::receipt::{Receipt, Tally};
use crate::{Outcome, input, output, question};

pub(crate) fn run(args: &AssessArgs) -> Result<Outcome, CliError> {
    let policy = question::policy(&args.policy)?;
    let question = question::question(&args.date, &args.policy);
    let options = Options { unknown_as: args.input.unknown_as.clone() };
    // Whatever can't succeed is found before anything is written.
    if let Some(path) = &args.rejects {
        RejectsFormat::of(path)?;
    }
    let register = match &args.file {
        Some(file) => {
            keep_register(file, args)?;
            Some(input::Register::open(file, args.input.input_format, policy.core().rulebook())?)
        }
        None => None,
    };
    let is_built_in = register.is_none();
    let mut job = Job {
        policy: &policy,
        question,
        options,
        seen: Seen::default(),
        output: Output::new(args, &policy, question)?,
        rejected: Vec::new(),
        tally: Tally::default(),
    };
    let input_digest = match register {
        Some(register) => job.register(register)?,
        None => job.built_in()?,
    };
    let receipt = Receipt::new(&policy, question, job.tally, input_digest);
    let Job { output, rejected, tally, .. } = job;
    if let Some(path) = &args.rejects {
        output::write_rejects(path, &rejected, question.lang)?;
    }
    if let Some(path) = &args.receipt {
        let text = serde_json::to_string_pretty(&receipt)?;
        fs::write(path, text + "\n")
            .map_err(|error| CliError::File { path: path.clone(), error })?;
    }
    output.finish(&Summary {
        policy: &policy,
        question,
        receipt: &receipt,
        rejected: &rejected,
        tally,
        is_built_in,
    })?;
    Ok(if tally.rejected > 0 { Outcome::Found } else { Outcome::Well })
}

/// One run over a register.
struct Job<'p> {
    policy: &'p Policy,
    question: Question,
    options: Options,
    seen: Seen,
    output: Output,
    rejected: Vec<Rejected>,
    tally: Tally,
}

impl Job<'_> {
    /// Assesses a register, row by row.
    fn register(&mut self, mut register: Register) -> Result<String, CliError> {
        while let Some(entry) = register.next_row()? {
            match entry {
                Entry::Row(row) => self.row(&row)?,
                Entry::Skipped { .. } => self.tally.skipped += 1,
            }
        }
        self.tally.read = register.read();
        Ok(register.digest())
    }

    /// Assesses the policy's own list of places, which has codes and nothing else.
    fn built_in(&mut self) -> Result<String, CliError> {
        let rulebook = self.policy.core().rulebook();
        let mut digest = Sha256::new();
        for ((_, place), row) in rulebook.places.iter().zip(1u64..) {
            digest.update(place.code.as_bytes());
            digest.update(b"\n");
            let code = Cell::Text(Cow::Borrowed(place.code.as_str()));
            let record = Record { cells: vec![(Column::Code, code)] };
            self.tally.read += 1;
            self.answer(&record, row, Vec::new(), || (row, Vec::new()))?;
        }
        Ok(input::digest_text(&digest.finalize()))
    }

    fn row(&mut self, row: &Row<'_>) -> Result<(), CliError> {
        let extra = row.extra.iter().map(|(name, text)| (name.to_string(), text.to_string()));
        self.answer(&row.record, row.row, extra.collect(), || {
            let columns = row.original.columns().into_iter();
            (row.line, columns.map(|(name, value)| (name.into_owned(), as_json(value))).collect())
        })
    }

    fn answer(
        &mut self,
        record: &Record<'_>,
        row: u64,
        extra: Vec<(String, String)>,
        original: impl FnOnce() -> (u64, Vec<(String, Value)>),
    ) -> Result<(), CliError> {
        let answer =
            self.policy.assess_record(record, self.question, &self.options, &mut self.seen);
        match answer {
            Ok(assessment) => {
                self.tally.assessed += 1;
                self.output.write(&Answered { row, assessment: &assessment, extra })
            }
            Err(Error::InvalidFacts { problems }) => {
                self.tally.rejected += 1;
                self.reject(row, original(), problems);
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }

    fn reject(
        &mut self,
        row: u64,
        (line, columns): (u64, Vec<(String, Value)>),
        problems: Vec<ProblemReport>,
    ) {
        self.rejected.push(Rejected { columns, row, line, problems });
    }
}

/// Sees that nothing is written over the register.
fn keep_register(file: &Path, args: &AssessArgs) -> Result<(), CliError> {
    let Ok(register) = file.canonicalize() else { return Ok(()) };
    let written = [&args.output, &args.rejects, &args.receipt].into_iter().flatten();
    for path in written {
        if path.canonicalize().is_ok_and(|path| path == register) {
            return Err(CliError::OutputIsInput { path: path.clone() });
        }
    }
    Ok(())
}

fn as_json(value: Written<'_>) -> Value {
    match value {
        Written::Text(text) => text.into_owned().into(),
        Written::Json(json) => {
            serde_json::from_str(&json).unwrap_or_else(|_| json.into_owned().into())
        }
    }
}
