//! Where determinations go: a table to read, or formats for programs.

mod csv;
mod json;
mod rejects;
mod table;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use qiaolian::{Assessment, Lang, Policy, Question};
use qiaolian_core::policy::Word;

pub(crate) use rejects::{Rejected, RejectsFormat, sentence, write_rejects};

use crate::args::{AssessArgs, OutputFormat};
use crate::error::CliError;
use crate::receipt::{Receipt, Tally};
use crate::shown;

/// One row with its answer.
pub(crate) struct Answered<'a> {
    /// The row below the header, from 1.
    pub(crate) row: u64,
    /// The answer.
    pub(crate) assessment: &'a Assessment<'a>,
    /// The register's own columns.
    pub(crate) extra: Vec<(String, String)>,
}

/// What there is to say when all rows are through.
pub(crate) struct Summary<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) question: Question,
    pub(crate) receipt: &'a Receipt,
    pub(crate) rejected: &'a [Rejected],
    pub(crate) tally: Tally,
    pub(crate) is_built_in: bool,
}

/// The output of one run.
pub(crate) enum Output {
    /// A table to read.
    Table(table::TableOutput),
    /// Comma-separated values.
    Csv(csv::CsvOutput),
    /// One object.
    Json(json::JsonOutput),
    /// An object a line.
    Jsonl(json::JsonlOutput),
}

impl Output {
    pub(crate) fn new(
        args: &AssessArgs,
        policy: &Policy,
        question: Question,
    ) -> Result<Self, CliError> {
        let by_ending = || args.output.as_deref().and_then(format_of);
        let format = args.format.or_else(by_ending).unwrap_or(OutputFormat::Table);
        let to = writer(args.output.as_deref())?;
        Ok(match format {
            OutputFormat::Table => Self::Table(table::TableOutput::new(
                to,
                policy,
                question,
                args.file.is_none(),
                args.output.is_none(),
            )),
            OutputFormat::Csv => Self::Csv(csv::CsvOutput::new(to)),
            OutputFormat::Json => Self::Json(json::JsonOutput::new(to)),
            OutputFormat::Jsonl => Self::Jsonl(json::JsonlOutput::new(to)),
        })
    }

    pub(crate) fn write(&mut self, answered: &Answered<'_>) -> Result<(), CliError> {
        match self {
            Self::Table(output) => {
                output.write(answered);
                Ok(())
            }
            Self::Csv(output) => {
                output.write(answered);
                Ok(())
            }
            Self::Json(output) => output.write(answered),
            Self::Jsonl(output) => output.write(answered),
        }
    }

    /// Ends the output, and says on standard error what a program's output doesn't.
    pub(crate) fn finish(self, summary: &Summary<'_>) -> Result<(), CliError> {
        match self {
            Self::Table(output) => return output.finish(summary),
            Self::Csv(output) => output.finish()?,
            Self::Json(output) => output.finish(summary)?,
            Self::Jsonl(output) => output.finish()?,
        }
        for line in summary.lines() {
            anstream::eprintln!("{}", shown::line(&line));
        }
        Ok(())
    }
}

impl Summary<'_> {
    /// The summary in words: what was asked, rejected rows, and how many rows there were of each sort.
    pub(crate) fn lines(&self) -> Vec<String> {
        let Question { lang, as_of, .. } = self.question;
        let rulebook = self.policy.core().rulebook();
        let words = &rulebook.words;
        let readings = self.policy.other_readings();
        let readings = if readings.is_empty() {
            words.get(Word::SummaryDefaults, lang).to_owned()
        } else {
            let set: Vec<String> =
                readings.iter().map(|(reading, choice)| format!("{reading}={choice}")).collect();
            set.join(", ")
        };
        let mut lines = Vec::new();
        if self.is_built_in {
            lines.push(words.say(
                Word::SummaryBuiltIn,
                lang,
                &[
                    ("scope", rulebook.document.scope.get(lang)),
                    ("count", &rulebook.places.len().to_string()),
                    ("gazetteer", rulebook.document.gazetteer.get(lang)),
                ],
            ));
        }
        lines.push(words.say(
            Word::SummaryHeading,
            lang,
            &[("policy", &rulebook.name()), ("as_of", &as_of.to_string()), ("readings", &readings)],
        ));
        lines.extend(
            self.rejected.iter().take(MOST_REJECTED).map(|row| self.rejected_line(row, lang)),
        );
        let Tally { read, assessed, rejected, skipped } = self.tally;
        lines.push(words.say(
            Word::SummaryCounts,
            lang,
            &[
                ("read", &read.to_string()),
                ("assessed", &assessed.to_string()),
                ("rejected", &rejected.to_string()),
                ("skipped", &skipped.to_string()),
            ],
        ));
        lines
    }

    fn rejected_line(&self, rejected: &Rejected, lang: Lang) -> String {
        let words = &self.policy.core().rulebook().words;
        words.say(
            Word::SummaryRejected,
            lang,
            &[
                ("row", &rejected.row.to_string()),
                ("line", &rejected.line.to_string()),
                ("problems", &rejected.sentences(lang)),
            ],
        )
    }
}

/// How many rejected rows are told one by one; the rejects file has all of them.
const MOST_REJECTED: usize = 20;

fn format_of(path: &Path) -> Option<OutputFormat> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "csv" => Some(OutputFormat::Csv),
        "json" => Some(OutputFormat::Json),
        "jsonl" => Some(OutputFormat::Jsonl),
        _ => None,
    }
}

/// A buffered writer to a file, or to standard output.
fn writer(path: Option<&Path>) -> Result<Box<dyn Write>, CliError> {
    Ok(match path {
        Some(path) => {
            let file = File::create(path);
            let of_file = |error| CliError::File { path: path.to_owned(), error };
            Box::new(BufWriter::new(file.map_err(of_file)?))
        }
        None => Box::new(BufWriter::new(io::stdout())),
    })
}
