//! Why a command couldn't run, and how that is shown: mistakes of a pack with the lines around them.

mod words;

use std::fmt;
use std::io;
use std::path::PathBuf;

use miette::{Diagnostic, GraphicalReportHandler, LabeledSpan, NamedSource, SourceCode};
use qiaolian::{Error, Lang};
use qiaolian_pack::{Fault, LoadError};
use qiaolian_register::{ReadError, Skip};

use crate::{output, shown};

/// Why a command couldn't run.
#[derive(Debug)]
pub(crate) enum CliError {
    /// The library says so.
    Library(Error),
    /// A pack has mistakes.
    Pack {
        /// Its folder.
        folder: PathBuf,
        /// The mistakes.
        faults: Vec<Fault>,
    },
    /// A register can't be read.
    Register {
        /// Which.
        file: String,
        /// Why.
        error: ReadError,
    },
    /// A file can't be opened or written.
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The output can't be written.
    Output(io::Error),
    /// What is to be written would take the place of the register.
    OutputIsInput {
        /// Where.
        path: PathBuf,
    },
    /// What is to be written would stand among the files of the policy that is read.
    OutputInPack {
        /// Where.
        path: PathBuf,
    },
    /// Two outputs that would be one file.
    OneOutput {
        /// Which.
        path: PathBuf,
    },
    /// A row that the register doesn't have.
    NoSuchRow {
        /// The register.
        file: String,
        /// Which.
        row: u64,
        /// How many there are.
        read: u64,
    },
    /// A row that is passed over.
    SkippedRow {
        /// The register.
        file: String,
        /// Which.
        row: u64,
        /// Why.
        why: Skip,
    },
    /// A schema that doesn't exist.
    NoSuchSchema {
        /// What was asked for.
        name: String,
    },
    /// Another encoding than UTF-8 for something else than CSV.
    EncodingOfCsvOnly,
    /// A workbook that would go to a terminal.
    WorkbookOnTerminal,
    /// More rows or columns than a sheet has room for.
    SheetIsFull,
    /// A calendar without an event, which is none.
    NothingDue,
    /// The input of a check doesn't hold up.
    Input {
        /// The file; none for standard input.
        file: Option<PathBuf>,
        /// Why.
        error: Error,
    },
    /// A file that is text in no encoding that is known.
    NotText {
        /// The file; none for standard input.
        file: Option<PathBuf>,
    },
    /// No file is named, and nothing came on standard input.
    NothingToRead {
        /// The command.
        command: &'static str,
    },
    /// A check of a part that the policy doesn't have.
    NoSuchCheck {
        /// The policy.
        policy: String,
        /// The check, by name.
        check: String,
        /// The commands of those that it has.
        known: Vec<String>,
    },
    /// A county that the policy doesn't have.
    NoSuchCounty {
        /// What was asked for.
        name: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// Something else than a receipt or determinations.
    NotAReceipt {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: serde_json::Error,
    },
    /// A file's ending says no format.
    NoRejectsFormat {
        /// The file.
        path: PathBuf,
    },
}

impl From<Error> for CliError {
    fn from(error: Error) -> Self {
        Self::Library(error)
    }
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
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
    /// An error of loading a policy, with the folder that it is about.
    pub(crate) fn of_policy(error: Error, folder: &str) -> Self {
        match error {
            Error::Pack(LoadError::Faults(faults)) => Self::Pack { folder: folder.into(), faults },
            other @ (Error::InvalidFacts { .. }
            | Error::InvalidInput { .. }
            | Error::NoSuchCheck { .. }
            | Error::UnknownFact { .. }
            | Error::Choice(_)
            | Error::Argument { .. }
            | Error::UnknownPolicy { .. }
            | Error::Pack(LoadError::Unreadable { .. })
            | Error::Foreign(_)
            | Error::Columns(_)) => Self::Library(other),
        }
    }

    /// Which error it is, whatever the words are.
    const fn code(&self) -> &'static str {
        match self {
            Self::Library(error) | Self::Input { error, .. } => error.code(),
            Self::Pack { .. } => "faulty_pack",
            Self::Register { error, .. } => error.code(),
            Self::File { .. } => "file",
            Self::Output(_) => "output",
            Self::OutputIsInput { .. } => "output_is_input",
            Self::OutputInPack { .. } => "output_in_pack",
            Self::OneOutput { .. } => "one_output",
            Self::NoSuchRow { .. } => "no_such_row",
            Self::SkippedRow { .. } => "skipped_row",
            Self::NoSuchSchema { .. } => "no_such_schema",
            Self::EncodingOfCsvOnly => "encoding_of_csv_only",
            Self::WorkbookOnTerminal => "workbook_on_terminal",
            Self::SheetIsFull => "sheet_is_full",
            Self::NothingDue => "nothing_due",
            Self::NotText { .. } => "not_text",
            Self::NothingToRead { .. } => "nothing_to_read",
            Self::NoSuchCheck { .. } => "no_such_check",
            Self::NoSuchCounty { .. } => "no_such_county",
            Self::NotAReceipt { .. } => "not_a_receipt",
            Self::NoRejectsFormat { .. } => "no_rejects_format",
        }
    }

    /// Says on standard error what is wrong, and its code at the end of the line.
    pub(crate) fn report(&self, lang: Lang) {
        if let Self::Pack { folder, faults } = self {
            let handler = GraphicalReportHandler::new();
            for fault in faults {
                let source = std::fs::read_to_string(folder.join(&fault.file)).unwrap_or_default();
                let shown = Shown { fault, source: NamedSource::new(&fault.file, source) };
                let mut report = String::new();
                if handler.render_report(&mut report, &shown).is_ok() {
                    shown::tell(&report);
                }
            }
        }
        shown::tell(&format!("qiaolian: {} [{}]", shown::line(&self.words(lang)), self.code()));
        if let Self::Library(error) | Self::Input { error, .. } = self {
            for problem in error.envelope().problems {
                shown::tell(&format!("  {}", shown::line(&output::sentence(&problem, lang))));
            }
        }
    }

    /// Whoever read the output has seen enough.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        match self {
            Self::Output(error) => error.kind() == io::ErrorKind::BrokenPipe,
            Self::Library(_)
            | Self::Pack { .. }
            | Self::Register { .. }
            | Self::File { .. }
            | Self::OutputIsInput { .. }
            | Self::OutputInPack { .. }
            | Self::OneOutput { .. }
            | Self::NoSuchRow { .. }
            | Self::SkippedRow { .. }
            | Self::NoSuchSchema { .. }
            | Self::EncodingOfCsvOnly
            | Self::WorkbookOnTerminal
            | Self::SheetIsFull
            | Self::NothingDue
            | Self::Input { .. }
            | Self::NotText { .. }
            | Self::NothingToRead { .. }
            | Self::NoSuchCheck { .. }
            | Self::NoSuchCounty { .. }
            | Self::NotAReceipt { .. }
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
