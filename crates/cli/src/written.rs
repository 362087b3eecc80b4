//! Where an answer goes that may be a page, and in which format.

use std::io::{self, Write};
use std::path::Path;

use crate::args::{PageFormat, WrittenArgs};
use crate::error::CliError;
use crate::target::{Target, ending};

impl WrittenArgs {
    /// The format asked for, else that of the output file by its ending.
    pub(crate) fn format(&self) -> PageFormat {
        let by_ending = || match self.output.as_deref().and_then(ending).as_deref() {
            Some("json") => PageFormat::Json,
            Some("html" | "htm") => PageFormat::Html,
            Some(_) | None => PageFormat::Table,
        };
        self.format.unwrap_or_else(by_ending)
    }

    /// Writes a text to the file, or to standard output where none is named.
    pub(crate) fn write(&self, text: &str) -> Result<(), CliError> {
        write(self.output.as_deref(), text)
    }
}

/// Writes a text to a file, or to standard output where none is named.
pub(crate) fn write(output: Option<&Path>, text: &str) -> Result<(), CliError> {
    match output {
        Some(path) => Target::write(path, text.as_bytes()),
        None => Ok(io::stdout().lock().write_all(text.as_bytes())?),
    }
}
