//! Rejected rows as a file that can be mended and read again: every original column, then row, line, problems.

use std::path::Path;

use qiaolian::{Lang, Policy, ProblemReport, Question};
use qiaolian_core::policy::Word;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::columned::{Columned, Ours};
use super::line::Line;
use super::{Sink, sink, xlsx};
use crate::args::OutputEncoding;
use crate::error::CliError;
use crate::own;
use crate::target::{self, Target};
use crate::workbook::Book;

/// A rejected row.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Rejected {
    /// The row as it was.
    pub(crate) columns: Vec<(String, Value)>,
    /// Which row below the header, from 1.
    pub(crate) row: u64,
    /// Which line of the file, from 1.
    pub(crate) line: u64,
    /// What is wrong with it.
    pub(crate) problems: Vec<ProblemReport>,
}

impl Rejected {
    /// What stands behind the columns of the register.
    pub(super) const ADDED: [&str; 3] = ["row", "line", "problems"];

    /// The problems as sentences.
    pub(crate) fn sentences(&self, lang: Lang) -> String {
        let end = match lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        };
        let sentences = self.problems.iter().map(|problem| sentence(problem, lang));
        sentences.collect::<Vec<_>>().join(end)
    }

    /// The columns of the register, told apart from those that stand behind them.
    pub(super) fn own(&self) -> impl Iterator<Item = (String, &Value)> {
        self.columns.iter().map(|(name, value)| (apart(name), value))
    }
}

/// A name of the register's own, told apart from ours as a header is when it is read again.
fn apart(name: &str) -> String {
    own::apart_from(&Rejected::ADDED, name, &qiaolian_register::folded(name))
}

/// A problem as a sentence: where, what, how to mend it.
pub(crate) fn sentence(problem: &ProblemReport, lang: Lang) -> String {
    let between = match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let (message, help) = (problem.message.get(lang), problem.help.get(lang));
    format!("{}{between}{message}{between}{help}", problem.column)
}

impl Serialize for Rejected {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let columns = own::keyed(self.own());
        let mut object = serializer.serialize_map(Some(columns.len() + Self::ADDED.len()))?;
        for (name, value) in &columns {
            object.serialize_entry(name, value)?;
        }
        object.serialize_entry("row", &self.row)?;
        object.serialize_entry("line", &self.line)?;
        object.serialize_entry("problems", &self.problems)?;
        object.end()
    }
}

/// A format that rejected rows are written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum RejectsFormat {
    /// Comma-separated values.
    Csv,
    /// A sheet.
    Xlsx,
    /// An array of objects.
    Json,
    /// An object a line.
    Jsonl,
}

impl RejectsFormat {
    /// The format of a file's ending.
    pub(crate) fn of(path: &Path) -> Result<Self, CliError> {
        match target::ending(path).as_deref() {
            Some("csv") => Ok(Self::Csv),
            Some("xlsx") => Ok(Self::Xlsx),
            Some("json") => Ok(Self::Json),
            Some("jsonl") => Ok(Self::Jsonl),
            Some(_) | None => Err(CliError::NoRejectsFormat { path: path.to_owned() }),
        }
    }
}

/// The file that rejected rows go to.
pub(crate) struct RejectsFile {
    rows: Rows,
    target: Target,
    policy: Policy,
    question: Question,
}

/// Rows in each format.
enum Rows {
    /// Comma-separated values.
    Csv(Box<Columned>),
    /// A sheet, which is written at the end.
    Xlsx(Sink, Vec<Rejected>),
    /// An array of objects, and whether it has one yet.
    Json(Sink, bool),
    /// An object a line.
    Jsonl(Sink),
}

impl RejectsFile {
    /// A file in the format of its ending, for a register with these columns, where they are known.
    pub(crate) fn create(
        path: &Path,
        encoding: OutputEncoding,
        (policy, question): (&Policy, Question),
        columns: Option<Vec<String>>,
    ) -> Result<Self, CliError> {
        let format = RejectsFormat::of(path)?;
        let (to, target) = Target::open(Some(path))?;
        let rows = match format {
            RejectsFormat::Csv => {
                let to = sink::encoded(to, encoding)?;
                Rows::Csv(Box::new(Columned::new(
                    to,
                    &Rejected::ADDED,
                    Ours::Last,
                    apart,
                    columns,
                )?))
            }
            RejectsFormat::Xlsx => Rows::Xlsx(to, Vec::new()),
            RejectsFormat::Json => Rows::Json(to, false),
            RejectsFormat::Jsonl => Rows::Jsonl(to),
        };
        Ok(Self { rows, target, policy: policy.clone(), question })
    }

    pub(crate) fn write(&mut self, rejected: &Rejected) -> Result<(), CliError> {
        match &mut self.rows {
            Rows::Csv(to) => {
                let sentences = rejected.sentences(self.question.lang);
                let ours = |line: &mut Line| {
                    line.put(&rejected.row.to_string());
                    line.put(&rejected.line.to_string());
                    line.put(&sentences);
                };
                let own = rejected.columns.iter();
                let own: Vec<(&str, String)> =
                    own.map(|(name, value)| (name.as_str(), text_of(value))).collect();
                to.write(ours, own.iter().map(|(name, text)| (*name, text.as_str())))
            }
            Rows::Xlsx(_, rows) => {
                rows.push(rejected.clone());
                Ok(())
            }
            Rows::Json(to, has_one) => {
                to.write_all(if *has_one { b",\n" } else { b"[\n" })?;
                *has_one = true;
                Ok(serde_json::to_writer_pretty(to, rejected)?)
            }
            Rows::Jsonl(to) => {
                serde_json::to_writer(&mut *to, rejected)?;
                Ok(to.write_all(b"\n")?)
            }
        }
    }

    /// Ends the file, which is still to be settled.
    pub(crate) fn finish(self) -> Result<Target, CliError> {
        match self.rows {
            Rows::Csv(to) => to.finish(&self.target)?,
            Rows::Xlsx(to, rows) => {
                let mut book = Book::new(self.question.as_of)?;
                let words = &self.policy.core().rulebook().words;
                let name = words.get(Word::SheetRejected, self.question.lang);
                book.push(xlsx::rejected(name, &rows, self.question.lang)?)?;
                book.write(to)?;
            }
            Rows::Json(mut to, has_one) => {
                to.write_all(if has_one { b"\n]\n" } else { b"[]\n" })?;
                to.flush()?;
            }
            Rows::Jsonl(mut to) => to.flush()?,
        }
        Ok(self.target)
    }
}

/// A value as the text of a cell, which is empty for null.
pub(super) fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other @ (Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
            other.to_string()
        }
    }
}
