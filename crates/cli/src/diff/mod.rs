//! `policy diff`: what differs between two policies, and with a register which subjects change.

mod csv;
mod record;
mod rejected;
mod side;
mod table;

use std::io::{self, Write};

use qiaolian::{DiffBuilder, DiffReport, Error, Policy, Question};
use qiaolian_resolve::{Options, Seen};

use crate::args::{CoverageFormat, DiffArgs};
use crate::error::CliError;
use crate::input::Register;
use crate::rows::{Rows, Taken};
use crate::target::{self, Target};
use crate::{Outcome, question, shown};

pub(crate) fn run(args: &DiffArgs) -> Result<Outcome, CliError> {
    let (before, after) = side::both(args)?;
    let folders = [&args.before, &args.after].map(|side| side::name(side));
    target::apart(args.file.as_deref(), &folders, &[args.output.as_deref()])?;
    let (report, lines) = match &args.file {
        Some(file) => {
            let register = Register::open(file, &args.input, before.core().rulebook())?;
            of_register(args, (&before, &after), register)?
        }
        None => (before.diff(&after), Vec::new()),
    };
    let rejected = rejected::lines(&report, &lines, (&before, &after), args.lang.into());
    let text = match format(args) {
        CoverageFormat::Json => serde_json::to_string_pretty(&report)? + "\n",
        CoverageFormat::Csv => csv::text(&report)?,
        CoverageFormat::Table => table::text(&report, &rejected, (&before, &after), args),
    };
    if format(args) != CoverageFormat::Table {
        for line in &rejected {
            shown::tell(&shown::line(line));
        }
    }
    match &args.output {
        Some(path) => Target::write(path, text.as_bytes())?,
        None => io::stdout().lock().write_all(text.as_bytes())?,
    }
    let mut rejected = report.subjects.iter().flat_map(|found| &found.rejected);
    let is_faulty = rejected.any(rejected::is_read_by_neither);
    Ok(if is_faulty { Outcome::Found } else { Outcome::Well })
}

/// The difference over the rows of a register, and the lines of those that aren't compared.
fn of_register(
    args: &DiffArgs,
    (before, after): (&Policy, &Policy),
    register: Register,
) -> Result<(DiffReport, Vec<u64>), CliError> {
    let question = Question {
        as_of: args.date.day.as_of.unwrap_or_else(question::today),
        due_soon_days: args.date.due_soon,
        lang: args.lang.into(),
    };
    let options = Options { unknown_as: args.input.unknown_as.clone() };
    let mut diff = DiffBuilder::new(before, after, question.as_of);
    let columns = record::Columns::between(before.core().rulebook(), after.core().rulebook());
    let (mut seen, mut lines) = (Seen::default(), Vec::new());
    Rows::new(before, question, options.clone()).each(Some(register), |taken| {
        let Taken { row, line, answer, written } = taken;
        // Only the policy's own list of places has rows that aren't written.
        let Some(written) = written else { return Ok(()) };
        let record = columns.record(written);
        let second = match after.assess_record(&record, question, &options, &mut seen) {
            Err(error) if !matches!(error, Error::InvalidFacts { .. }) => return Err(error.into()),
            second => second,
        };
        let first = answer.map_err(|problems| Error::InvalidFacts { problems });
        if first.is_err() || second.is_err() {
            lines.push(line);
        }
        diff.add(row, first.as_ref(), second.as_ref());
        Ok(())
    })?;
    Ok((diff.finish(), lines))
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
