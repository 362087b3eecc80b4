//! Where determinations go: a table to read, or formats for programs.

mod columned;
mod csv;
mod fields;
mod json;
mod line;
mod rejects;
mod sink;
mod summary;
mod table;
mod xlsx;

use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

use qiaolian::{Assessment, Policy, Question};

pub(crate) use fields::Field;
pub(crate) use rejects::{Rejected, RejectsFile, RejectsFormat, sentence};
pub(crate) use sink::Sink;
pub(crate) use summary::{MOST_REJECTED, Summary};

use crate::args::{AssessArgs, OutputEncoding, OutputFormat};
use crate::error::CliError;
use crate::shown;
use crate::target::{self, Target};

/// One row with its answer.
pub(crate) struct Answered<'p> {
    /// The row below the header, from 1.
    pub(crate) row: u64,
    /// The answer.
    pub(crate) assessment: Assessment<'p>,
    /// The register's own columns.
    pub(crate) extra: Vec<(Arc<str>, String)>,
}

/// The output of one run.
pub(crate) enum Output {
    /// A table to read.
    Table(Box<table::TableOutput>),
    /// Comma-separated values.
    Csv(Box<csv::CsvOutput>),
    /// A workbook.
    Xlsx(Box<xlsx::XlsxOutput>),
    /// One object.
    Json(json::JsonOutput),
    /// An object a line.
    Jsonl(json::JsonlOutput),
}

impl Output {
    /// The output that the arguments ask for, of a register with these columns of its own, where
    /// they are known.
    pub(crate) fn new(
        args: &AssessArgs,
        policy: &Policy,
        question: Question,
        own: Option<Vec<String>>,
    ) -> Result<(Self, Target), CliError> {
        let format = format(args)?;
        let path = args.output.as_deref();
        let encoding = args.output_encoding.unwrap_or_default();
        let (to, target) = Target::open(path)?;
        let output = match format {
            OutputFormat::Table => Self::Table(Box::new(table::TableOutput::new(
                to,
                policy,
                question,
                args.file.is_none(),
                path.is_none(),
            ))),
            OutputFormat::Csv => {
                let to = sink::encoded(to, encoding)?;
                Self::Csv(Box::new(csv::CsvOutput::new(to, policy, question, own)?))
            }
            OutputFormat::Xlsx => {
                Self::Xlsx(Box::new(xlsx::XlsxOutput::new(to, policy, question, own)?))
            }
            OutputFormat::Json => Self::Json(json::JsonOutput::new(to)),
            OutputFormat::Jsonl => Self::Jsonl(json::JsonlOutput::new(to)),
        };
        Ok((output, target))
    }

    pub(crate) fn write(&mut self, answered: &Answered<'_>) -> Result<(), CliError> {
        match self {
            Self::Table(output) => {
                output.write(answered);
                Ok(())
            }
            Self::Csv(output) => output.write(answered),
            Self::Xlsx(output) => output.write(answered),
            Self::Json(output) => output.write(answered),
            Self::Jsonl(output) => output.write(answered),
        }
    }

    /// How many rejected rows it wants to have at the end.
    pub(crate) fn most_rejected(&self) -> usize {
        match self {
            Self::Json(_) | Self::Xlsx(_) => usize::MAX,
            Self::Table(_) | Self::Csv(_) | Self::Jsonl(_) => MOST_REJECTED,
        }
    }

    /// Ends the output, and says on standard error what a program's output doesn't.
    pub(crate) fn finish(self, target: &Target, summary: &Summary<'_>) -> Result<(), CliError> {
        match self {
            Self::Table(output) => return output.finish(summary),
            Self::Csv(output) => output.finish(target)?,
            Self::Xlsx(output) => output.finish(summary)?,
            Self::Json(output) => output.finish(summary)?,
            Self::Jsonl(output) => output.finish()?,
        }
        for line in summary.lines() {
            shown::tell(&shown::line(&line));
        }
        Ok(())
    }
}

/// The format asked for, by name or by the output file's ending, if it can be written so.
pub(crate) fn format(args: &AssessArgs) -> Result<OutputFormat, CliError> {
    let by_ending = || args.output.as_deref().and_then(format_of);
    let format = args.format.or_else(by_ending).unwrap_or(OutputFormat::Table);
    let encoding = args.output_encoding.unwrap_or_default();
    if format != OutputFormat::Csv && encoding != OutputEncoding::Utf8 {
        return Err(CliError::EncodingOfCsvOnly);
    }
    if format == OutputFormat::Xlsx && args.output.is_none() && std::io::stdout().is_terminal() {
        return Err(CliError::WorkbookOnTerminal);
    }
    Ok(format)
}

fn format_of(path: &Path) -> Option<OutputFormat> {
    match target::ending(path)?.as_str() {
        "csv" => Some(OutputFormat::Csv),
        "xlsx" => Some(OutputFormat::Xlsx),
        "json" => Some(OutputFormat::Json),
        "jsonl" => Some(OutputFormat::Jsonl),
        _ => None,
    }
}
