//! A command over a whole register that gives one result.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use qiaolian::{Assessment, Error, Policy, Question};
use qiaolian_resolve::Options;

use crate::args::{DateArgs, InputArgs, PolicyArgs};
use crate::error::CliError;
use crate::input::Register;
use crate::output::{MOST_REJECTED, Rejected, Summary};
use crate::receipt::{Receipt, Tally};
use crate::rows::{Rows, Taken};
use crate::target::{self, Target};
use crate::{Outcome, question, shown, unread};

/// What a command over a whole register is asked.
pub(crate) struct Asked {
    pub(crate) policy: Policy,
    pub(crate) question: Question,
    options: Options,
    register: Option<Register>,
    output: Option<PathBuf>,
}

/// How it went.
pub(crate) struct Through {
    receipt: Receipt,
    rejected: Vec<Rejected>,
    tally: Tally,
    pub(crate) is_built_in: bool,
}

impl Asked {
    /// Opens the register, if one is named, and sees that the output doesn't take its place.
    pub(crate) fn new(
        file: Option<&Path>,
        output: Option<&Path>,
        (policy, date, input): (&PolicyArgs, &DateArgs, &InputArgs),
    ) -> Result<Self, CliError> {
        let question = question::question(date, policy);
        target::apart(file, &[&policy.policy], &[output])?;
        let policy = question::policy(policy)?;
        let rulebook = policy.core().rulebook();
        let open = |file| Register::open(file, input, rulebook);
        let register = file.map(open).transpose()?;
        let options = Options { unknown_as: input.unknown_as.clone() };
        Ok(Self { policy, question, options, register, output: output.map(Path::to_owned) })
    }

    /// Gives each row's answer, or why there is none.
    pub(crate) fn each(
        &mut self,
        mut take: impl FnMut(u64, Result<&Assessment<'_>, &Error>) -> Result<(), CliError>,
    ) -> Result<Through, CliError> {
        let Self { policy, question, options, register, .. } = self;
        let mut rejected = Vec::new();
        let register = register.take();
        let is_built_in = register.is_none();
        let rows = Rows::new(policy, *question, options.clone());
        let (receipt, tally) = rows.each(register, |Taken { row, line, answer, .. }| {
            let problems = match answer {
                Ok(assessment) => return take(row, Ok(&assessment)),
                Err(problems) => problems,
            };
            if rejected.len() < MOST_REJECTED {
                let problems = problems.clone();
                rejected.push(Rejected { columns: Vec::new(), row, line, problems });
            }
            take(row, Err(&Error::InvalidFacts { problems }))
        })?;
        Ok(Through { receipt, rejected, tally, is_built_in })
    }

    /// Writes what came of it, and says the rest: below a table, else on standard error.
    pub(crate) fn finish(
        &self,
        through: &Through,
        text: &str,
        is_table: bool,
    ) -> Result<Outcome, CliError> {
        let summary = Summary {
            policy: &self.policy,
            question: self.question,
            receipt: &through.receipt,
            rejected: &through.rejected,
            tally: through.tally,
            is_built_in: through.is_built_in,
            left_unread: through.is_built_in && unread::is_something_there(),
        };
        let lines = summary.lines();
        let told: String = lines.iter().map(|line| shown::line(line) + "\n").collect();
        let written = if is_table { text.to_owned() + &told } else { text.to_owned() };
        match &self.output {
            Some(path) => Target::write(path, written.as_bytes())?,
            None => io::stdout().lock().write_all(written.as_bytes())?,
        }
        if !is_table {
            lines.iter().for_each(|line| shown::tell(&shown::line(line)));
        }
        Ok(if through.tally.rejected > 0 { Outcome::Found } else { Outcome::Well })
    }

    /// Whether a table goes to a terminal that may be shown colours and has a width.
    pub(crate) fn is_for_terminal(&self) -> bool {
        self.output.is_none()
    }
}
