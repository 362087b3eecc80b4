//! Where the input of a check comes from: a file, or standard input.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use encoding_rs::{GB18030, UTF_8};
use qiaolian::Error;
use qiaolian::checks::from_json;
use serde::de::DeserializeOwned;

use crate::error::CliError;
use crate::input::STANDARD_INPUT;

/// Where the input of a command comes from.
pub(crate) struct Source {
    /// The command.
    name: &'static str,
    /// The file; none for standard input.
    file: Option<PathBuf>,
}

impl Source {
    /// The input of a command of that name.
    pub(crate) fn new(name: &'static str, file: Option<&Path>) -> Self {
        let file = file.filter(|file| file.as_os_str() != STANDARD_INPUT);
        Self { name, file: file.map(Path::to_owned) }
    }

    /// The input, every mistake in it told with its path.
    pub(crate) fn input<T: DeserializeOwned>(&self) -> Result<T, CliError> {
        let bytes = match &self.file {
            Some(path) => {
                fs::read(path).map_err(|error| CliError::File { path: path.clone(), error })?
            }
            None => self.standard_input()?,
        };
        let text = decoded(&bytes).ok_or_else(|| CliError::NotText { file: self.file.clone() })?;
        self.told(from_json(&text))
    }

    fn standard_input(&self) -> Result<Vec<u8>, CliError> {
        let mut bytes = Vec::new();
        if !io::stdin().is_terminal() {
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|error| CliError::File { path: STANDARD_INPUT.into(), error })?;
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(CliError::NothingToRead { command: self.name });
        }
        Ok(bytes)
    }

    /// What the library gave; where it has no answer, with the file that it is about.
    pub(crate) fn told<T>(&self, answer: Result<T, Error>) -> Result<T, CliError> {
        answer.map_err(|error| CliError::Input { file: self.file.clone(), error })
    }
}

/// The text of some bytes: UTF-8, or what its byte order mark says, else GB18030.
fn decoded(bytes: &[u8]) -> Option<String> {
    let (text, _, is_broken) = UTF_8.decode(bytes);
    if !is_broken {
        return Some(text.into_owned());
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}
