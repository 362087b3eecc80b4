//! `policy diff`: what differs between two policies, and with a register which subjects change.

mod csv;
mod record;
mod side;
mod table;

use std::io::{self, Write};

use qiaolian::{DiffBuilder, DiffReport, Error, Policy, Question};
use qiaolian_core::policy::Word;
use qiaolian_resolve::{Options, Seen};

use crate::args::{CoverageFormat, DiffArgs};
use crate::error::CliError;
use crate::input::Register;
use crate::rows::{Rows, Taken};
use crate::target::{self, Target};
use crate::{Outcome, question, shown};

pub(crate) fn run(args: &DiffArgs) -> Result<Outcome, CliError> {
    let (before, after) = side::both(args)?;
    target::apart(args.file.as_deref(), &[args.output.as_deref()])?;
    let report = match &args.file {
        Some(file) => {
            let register = Register::open(file, &args.input, before.core().rulebook())?;
            of_register(args, (&before, &after), register)?
        }
        None => before.diff(&after),
    };
    let text = match format(args) {
        CoverageFormat::Json => serde_json::to_string_pretty(&report)? + "\n",
        CoverageFormat::Csv => csv::text(&report)?,
        CoverageFormat::Table => table::text(&report, (&before, &after), args),
    };
    match &args.output {
        Some(path) => Target::write(path, text.as_bytes())?,
        None => io::stdout().lock().write_all(text.as_bytes())?,
    }
    Ok(Outcome::Well)
}

/// The difference over the rows of a register; what can't be read is told.
fn of_register(
    args: &DiffArgs,
    (before, after): (&Policy, &Policy),
    register: Register,
) -> Result<DiffReport, CliError> {
    let question = Question {
        as_of: args.date.day.as_of.unwrap_or_else(question::today),
        due_soon_days: args.date.due_soon,
        lang: args.lang.into(),
    };
    let options = Options { unknown_as: args.input.unknown_as.clone() };
    let mut diff = DiffBuilder::new(before, after, question.as_of);
    let columns = record::Columns::between(before.core().rulebook(), after.core().rulebook());
    let (mut seen, mut rejected) = (Seen::default(), 0u64);
    Rows::new(before, question, options.clone()).each(Some(register), |taken| {
        let Taken { row, answer, written, .. } = taken;
        // Only the policy's own list of places has rows that aren't written.
        let Some(written) = written else { return Ok(()) };
        let record = columns.record(written);
        let second = match after.assess_record(&record, question, &options, &mut seen) {
            Err(error) if !matches!(error, Error::InvalidFacts { .. }) => return Err(error.into()),
            second => second,
        };
        let first = answer.map_err(|problems| Error::InvalidFacts { problems });
        rejected += u64::from(first.is_err() || second.is_err());
        diff.add(row, first.as_ref(), second.as_ref());
        Ok(())
    })?;
    if rejected > 0 && format(args) != CoverageFormat::Table {
        let words = &after.core().rulebook().words;
        let count = rejected.to_string();
        shown::tell(&words.say(Word::DiffRejected, args.lang.into(), &[("count", &count)]));
    }
    Ok(diff.finish())
}

/// The format asked for, by name or by the output file's ending.
fn format(args: &DiffArgs) -> CoverageFormat {
    let by_ending = || match target::ending(args.output.as_deref()?)?.as_str() {
        "csv" => Some(CoverageFormat::Csv),
        "json" => Some(CoverageFormat::Json),
        _ => None,
    };
    args.format.or_else(by_ending).unwrap_or(CoverageFormat::Table)
}
