//! Rejected rows as a file that can be mended and read again: every original column, then row, line, problems.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use indexmap::{IndexMap, IndexSet};
use qiaolian::{Lang, ProblemReport};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use crate::error::CliError;
use crate::own;

/// What stands behind the columns of the register.
const ADDED: [&str; 3] = ["row", "line", "problems"];

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
    /// The problems as sentences.
    pub(crate) fn sentences(&self, lang: Lang) -> String {
        let end = match lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        };
        let sentences = self.problems.iter().map(|problem| sentence(problem, lang));
        sentences.collect::<Vec<_>>().join(end)
    }

    /// The columns of the register, told apart from those that stand behind them: read again, a
    /// header is known whatever its letter case and outer spaces are.
    fn own(&self) -> impl Iterator<Item = (String, &Value)> {
        let apart = |name: &str| own::apart_from(&ADDED, name, &name.trim().to_lowercase());
        self.columns.iter().map(move |(name, value)| (apart(name), value))
    }
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
        let mut object = serializer.serialize_map(Some(columns.len() + ADDED.len()))?;
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
    /// An array of objects.
    Json,
    /// An object a line.
    Jsonl,
}

impl RejectsFormat {
    /// The format of a file's ending.
    pub(crate) fn of(path: &Path) -> Result<Self, CliError> {
        let ending = path.extension().and_then(|ending| ending.to_str());
        match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            Some("jsonl") => Ok(Self::Jsonl),
            Some(_) | None => Err(CliError::NoRejectsFormat { path: path.to_owned() }),
        }
    }
}

/// Writes rejected rows in the format of the file's ending.
pub(crate) fn write_rejects(
    path: &Path,
    rejected: &[Rejected],
    lang: Lang,
) -> Result<(), CliError> {
    let format = RejectsFormat::of(path)?;
    let file = File::create(path);
    let file = file.map_err(|error| CliError::File { path: path.to_owned(), error })?;
    let mut to = BufWriter::new(file);
    match format {
        RejectsFormat::Csv => write_csv(&mut to, rejected, lang)?,
        RejectsFormat::Json => serde_json::to_writer_pretty(&mut to, rejected)?,
        RejectsFormat::Jsonl => {
            for row in rejected {
                serde_json::to_writer(&mut to, row)?;
                to.write_all(b"\n")?;
            }
        }
    }
    Ok(to.flush()?)
}

fn write_csv(to: impl Write, rejected: &[Rejected], lang: Lang) -> Result<(), CliError> {
    let rows: Vec<IndexMap<(String, usize), &Value>> =
        rejected.iter().map(|row| own::numbered(row.own()).collect()).collect();
    let columns: IndexSet<&(String, usize)> = rows.iter().flat_map(IndexMap::keys).collect();
    let mut to = csv::Writer::from_writer(to);
    to.write_record(columns.iter().map(|(name, _)| name.as_str()).chain(ADDED))?;
    for (row, cells) in rejected.iter().zip(&rows) {
        let cell = |column: &&(String, usize)| match cells.get(*column) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        let own = [row.row.to_string(), row.line.to_string(), row.sentences(lang)];
        to.write_record(columns.iter().map(cell).chain(own))?;
    }
    Ok(to.flush()?)
}
