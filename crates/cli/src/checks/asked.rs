//! What a check is asked, from the arguments to the input; and where its answer goes.

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use encoding_rs::{GB18030, UTF_8};
use qiaolian::checks::from_json;
use qiaolian::{Error, Policy, Question};
use qiaolian_core::checks::Check;
use qiaolian_core::policy::Word;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Page;
use crate::args::{CheckArgs, ListFormat};
use crate::error::CliError;
use crate::input::STANDARD_INPUT;
use crate::target::{self, Target};
use crate::{Outcome, question};

/// What a check is asked.
pub(crate) struct Asked {
    pub(crate) policy: Policy,
    pub(crate) question: Question,
    /// The command.
    name: &'static str,
    /// The file; none for standard input.
    file: Option<PathBuf>,
    format: ListFormat,
    output: Option<PathBuf>,
}

impl Asked {
    /// What a check of a part that the policy has is asked.
    pub(crate) fn new(check: Check, args: &CheckArgs) -> Result<Self, CliError> {
        let asked = Self::of(check.code(), args)?;
        let rulebook = asked.policy.core().rulebook();
        if rulebook.checks.has(check) {
            return Ok(asked);
        }
        let label = |check| rulebook.words.get(Word::check(Some(check)), asked.question.lang);
        let known = Check::ALL.into_iter().filter(|known| rulebook.checks.has(*known));
        Err(CliError::NoSuchCheck {
            policy: rulebook.name(),
            check: label(check).to_owned(),
            known: known.map(|known| format!("`{}`", known.code())).collect(),
        })
    }

    /// What a command of that name is asked, whatever parts the policy has.
    pub(crate) fn of(name: &'static str, args: &CheckArgs) -> Result<Self, CliError> {
        let policy = question::policy(&args.policy)?;
        target::apart(args.file.as_deref(), &[args.output.as_deref()])?;
        let by_ending = || {
            let ending = args.output.as_deref()?.extension()?;
            ending.eq_ignore_ascii_case("json").then_some(ListFormat::Json)
        };
        Ok(Self {
            policy,
            question: question::as_of(&args.day, &args.policy),
            name,
            file: args.file.clone().filter(|file| file.as_os_str() != STANDARD_INPUT),
            format: args.format.or_else(by_ending).unwrap_or(ListFormat::Table),
            output: args.output.clone(),
        })
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

    /// Writes a text as it is.
    pub(crate) fn write(&self, text: &str) -> Result<Outcome, CliError> {
        write(self.output.as_deref(), text)?;
        Ok(Outcome::Well)
    }

    /// Writes an answer as it is, or as a page to read.
    pub(crate) fn finish(
        &self,
        answer: &impl Serialize,
        has_not_met: bool,
        read: impl FnOnce(&mut Page<'_>),
    ) -> Result<Outcome, CliError> {
        let text = match self.format {
            ListFormat::Json => serde_json::to_string_pretty(answer)? + "\n",
            ListFormat::Table => {
                let mut page = Page::new(&self.policy, self.question, self.output.is_none());
                read(&mut page);
                page.text()
            }
        };
        write(self.output.as_deref(), &text)?;
        Ok(if has_not_met { Outcome::Found } else { Outcome::Well })
    }
}

/// Writes a text to a file, or to standard output where none is named.
fn write(output: Option<&Path>, text: &str) -> Result<(), CliError> {
    match output {
        Some(path) => Target::write(path, text.as_bytes()),
        None => Ok(io::stdout().lock().write_all(text.as_bytes())?),
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
