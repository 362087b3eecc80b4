//! Rejected rows as a file that can be mended and read again: every original column, then row, line, problems.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use indexmap::{IndexMap, IndexSet};
use qiaolian::{Lang, ProblemReport};
use serde::Serialize;
use serde_json::Value;

use crate::error::CliError;

/// A rejected row.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub(crate) struct Rejected {
    /// The row as it was.
    #[serde(flatten)]
    pub(crate) columns: IndexMap<String, Value>,
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
        let (between, end) = match lang {
            Lang::Zh => ("：", "；"),
            Lang::En => (": ", "; "),
        };
        let sentence = |problem: &ProblemReport| {
            let (message, help) = (problem.message.get(lang), problem.help.get(lang));
            format!("{}{between}{message}{between}{help}", problem.column)
        };
        self.problems.iter().map(sentence).collect::<Vec<_>>().join(end)
    }
}

/// Writes rejected rows in the format of the file's ending.
pub(crate) fn write_rejects(
    path: &Path,
    rejected: &[Rejected],
    lang: Lang,
) -> Result<(), CliError> {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let create = || {
        let file = File::create(path);
        file.map(BufWriter::new).map_err(|error| CliError::File { path: path.to_owned(), error })
    };
    match ending.as_deref() {
        Some("csv") => write_csv(create()?, rejected, lang),
        Some("json") => {
            let mut to = create()?;
            serde_json::to_writer_pretty(&mut to, rejected)?;
            Ok(to.flush()?)
        }
        Some("jsonl") => {
            let mut to = create()?;
            for row in rejected {
                serde_json::to_writer(&mut to, row)?;
                to.write_all(b"\n")?;
            }
            Ok(to.flush()?)
        }
        Some(_) | None => Err(CliError::NoRejectsFormat { path: path.to_owned() }),
    }
}

fn write_csv(to: impl Write, rejected: &[Rejected], lang: Lang) -> Result<(), CliError> {
    let columns: IndexSet<&str> =
        rejected.iter().flat_map(|row| row.columns.keys()).map(String::as_str).collect();
    let mut to = csv::Writer::from_writer(to);
    to.write_record(columns.iter().copied().chain(["row", "line", "problems"]))?;
    for row in rejected {
        let cell = |column: &&str| match row.columns.get(*column) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        let own = [row.row.to_string(), row.line.to_string(), row.sentences(lang)];
        to.write_record(columns.iter().map(cell).chain(own))?;
    }
    Ok(to.flush()?)
}
