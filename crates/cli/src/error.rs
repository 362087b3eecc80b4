//! Why a command couldn't run, and how that is shown: mistakes of a pack with the lines around them.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use miette::{Diagnostic, GraphicalReportHandler, LabeledSpan, NamedSource, SourceCode};
use qiaolian::{Error, Lang};
use qiaolian_core::policy::Words;
use qiaolian_pack::{Fault, LoadError};
use qiaolian_register::ReadError;

/// Why a command couldn't run.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    /// The library says so.
    #[error("{0}")]
    Library(#[from] Error),
    /// A pack has mistakes.
    #[error("the pack has {} mistakes", .faults.len())]
    Pack {
        /// Its folder.
        folder: PathBuf,
        /// The mistakes.
        faults: Vec<Fault>,
    },
    /// A register can't be read.
    #[error("{file}: {message}; {help} [{code}]")]
    Register {
        /// Which.
        file: String,
        /// Why, by code.
        code: &'static str,
        /// Why, in the language asked for.
        message: String,
        /// How to mend it.
        help: String,
    },
    /// A file can't be opened or written.
    #[error("`{}`: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The output can't be written.
    #[error("the output can't be written: {0}")]
    Output(#[from] io::Error),
    /// A row that the register doesn't have.
    #[error(
        "the register has no row {row}: it has {read} rows below its header; `--row` counts them from 1, blank ones and totals too"
    )]
    NoSuchRow {
        /// Which.
        row: u64,
        /// How many there are.
        read: u64,
    },
    /// A schema that doesn't exist.
    #[error("`{name}` is no schema; there are {known}")]
    NoSuchSchema {
        /// What was asked for.
        name: String,
        /// Those that there are.
        known: String,
    },
    /// A file's ending says no format.
    #[error("`{}` ends in no format that rejected rows are written in; expected .csv, .json or .jsonl", path.display())]
    NoRejectsFormat {
        /// The file.
        path: PathBuf,
    },
}

impl From<csv::Error> for CliError {
    fn from(error: csv::Error) -> Self {
        let shown = error.to_string();
        if let csv::ErrorKind::Io(error) = error.into_kind() {
            Self::Output(error)
        } else {
            Self::Output(io::Error::other(shown))
        }
    }
}

impl From<serde_json::Error> for CliError {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

impl CliError {
    /// An error of reading a register, in the language asked for.
    pub(crate) fn of_register(path: &Path, error: &ReadError, words: &Words, lang: Lang) -> Self {
        Self::Register {
            file: path.display().to_string(),
            code: error.code(),
            message: error.message(words, lang),
            help: error.help(words, lang),
        }
    }

    /// An error of loading a policy, with the folder that it is about.
    pub(crate) fn of_policy(error: Error, folder: &str) -> Self {
        match error {
            Error::Pack(LoadError::Faults(faults)) => Self::Pack { folder: folder.into(), faults },
            other @ (Error::InvalidFacts { .. }
            | Error::UnknownFact { .. }
            | Error::Choice(_)
            | Error::UnknownPolicy { .. }
            | Error::Pack(LoadError::Unreadable { .. })
            | Error::Foreign(_)) => Self::Library(other),
        }
    }

    /// Says on standard error what is wrong.
    pub(crate) fn report(&self) {
        if let Self::Pack { folder, faults } = self {
            let handler = GraphicalReportHandler::new();
            for fault in faults {
                let source = std::fs::read_to_string(folder.join(&fault.file)).unwrap_or_default();
                let shown = Shown { fault, source: NamedSource::new(&fault.file, source) };
                let mut report = String::new();
                if handler.render_report(&mut report, &shown).is_ok() {
                    anstream::eprintln!("{report}");
                }
            }
        }
        anstream::eprintln!("qiaolian: {self}");
    }

    /// Whoever read the output has seen enough.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        match self {
            Self::Output(error) => error.kind() == io::ErrorKind::BrokenPipe,
            Self::Library(_)
            | Self::Pack { .. }
            | Self::Register { .. }
            | Self::File { .. }
            | Self::NoSuchRow { .. }
            | Self::NoSuchSchema { .. }
            | Self::NoRejectsFormat { .. } => false,
        }
    }
}

/// A mistake of a pack with its file, as diagnostics show it.
#[derive(Debug)]
struct Shown<'f> {
    fault: &'f Fault,
    source: NamedSource<String>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "found {}, expected {}", self.fault.found, self.fault.expected)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn help(&self) -> Option<Box<dyn fmt::Display + '_>> {
        Some(Box::new(&self.fault.help))
    }
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let (from, to) = self.fault.bytes;
        let label = LabeledSpan::new(Some(self.fault.found.clone()), from, to.saturating_sub(from));
        Some(Box::new(std::iter::once(label)))
    }
}
