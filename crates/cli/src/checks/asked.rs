//! What a check is asked, from the arguments to the input; and where its answer goes.

use std::path::PathBuf;

use qiaolian::{Error, Policy, Question};
use qiaolian_core::checks::Check;
use qiaolian_core::policy::Word;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Page;
use super::source::Source;
use crate::args::{CheckArgs, ListFormat};
use crate::error::CliError;
use crate::written::write;
use crate::{Outcome, question, target};

/// What a check is asked.
pub(crate) struct Asked {
    pub(crate) policy: Policy,
    pub(crate) question: Question,
    source: Source,
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
        target::apart(args.file.as_deref(), &[&args.policy.policy], &[args.output.as_deref()])?;
        let by_ending = || {
            let ending = args.output.as_deref()?.extension()?;
            ending.eq_ignore_ascii_case("json").then_some(ListFormat::Json)
        };
        Ok(Self {
            policy,
            question: question::as_of(&args.day, &args.policy),
            source: Source::new(name, args.file.as_deref()),
            format: args.format.or_else(by_ending).unwrap_or(ListFormat::Table),
            output: args.output.clone(),
        })
    }

    /// The input, every mistake in it told with its path.
    pub(crate) fn input<T: DeserializeOwned>(&self) -> Result<T, CliError> {
        self.source.input()
    }

    /// What the library gave; where it has no answer, with the file that it is about.
    pub(crate) fn told<T>(&self, answer: Result<T, Error>) -> Result<T, CliError> {
        self.source.told(answer)
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
