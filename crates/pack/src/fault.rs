//! A mistake in a pack: where, what was found, what was expected, how to mend it.

use std::fmt;
use std::path::PathBuf;

/// A place in a text: both from 1, the column in characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl Position {
    /// The place of a byte offset in a text.
    #[must_use]
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or("").chars().count() + 1,
        }
    }
}

/// A mistake in a pack.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{file}:{}:{}: found {found}, expected {expected}; {help}", position.line, position.column)]
pub struct Fault {
    /// The file, within the pack.
    pub file: String,
    /// Where in it.
    pub position: Position,
    /// The bytes that are wrong: from, to.
    pub bytes: (usize, usize),
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
    /// How to mend it.
    pub help: String,
}

/// Why a pack wasn't loaded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadError {
    /// A file of it can't be read.
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// It has mistakes, in the order of files and lines.
    Faults(Vec<Fault>),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, why } => {
                write!(f, "`{}` can't be read: {why}", path.display())
            }
            Self::Faults(faults) => {
                let plural = if faults.len() == 1 { "" } else { "s" };
                write!(f, "the pack has {} mistake{plural}", faults.len())?;
                faults.iter().try_for_each(|fault| write!(f, "\n{fault}"))
            }
        }
    }
}

impl std::error::Error for LoadError {}
