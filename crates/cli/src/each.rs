//! Each row of a register, or of the policy's own list of places, with its answer.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use qiaolian::{Assessment, Error, Policy, Question};
use qiaolian_register::Entry;
use qiaolian_resolve::{Cell, Column, Options, Record, Seen};
use sha2::{Digest, Sha256};

use crate::args::{DateArgs, InputArgs, PolicyArgs};
use crate::error::CliError;
use crate::input::{Register, digest_text};
use crate::output::{Rejected, Summary};
use crate::receipt::{Receipt, Tally};
use crate::{Outcome, question, shown};

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
        let policy = question::policy(policy)?;
        if let (Some(file), Some(output)) = (file, output) {
            let written = output.canonicalize();
            if written.is_ok_and(|written| file.canonicalize().is_ok_and(|file| file == written)) {
                return Err(CliError::OutputIsInput { path: output.to_owned() });
            }
        }
        let rulebook = policy.core().rulebook();
        let open = |file| Register::open(file, input.input_format, rulebook);
        let register = file.map(open).transpose()?;
        let options = Options { unknown_as: input.unknown_as.clone() };
        Ok(Self { policy, question, options, register, output: output.map(Path::to_owned) })
    }

    /// Gives each row's answer, or why there is none.
    pub(crate) fn each(
        &mut self,
        mut take: impl FnMut(u64, Result<&Assessment<'_>, &Error>) -> Result<(), CliError>,
    ) -> Result<Through, CliError> {
        let mut seen = Seen::default();
        let mut rejected = Vec::new();
        let mut tally = Tally::default();
        let Self { policy, question, options, register, .. } = self;
        let mut answer = |record: &Record<'_>, row, line, tally: &mut Tally| match policy
            .assess_record(record, *question, options, &mut seen)
        {
            Ok(assessment) => {
                tally.assessed += 1;
                take(row, Ok(&assessment))
            }
            Err(error) => {
                take(row, Err(&error))?;
                let Error::InvalidFacts { problems } = error else { return Err(error.into()) };
                tally.rejected += 1;
                rejected.push(Rejected { columns: Vec::new(), row, line, problems });
                Ok(())
            }
        };
        let input_digest = match register {
            Some(register) => {
                while let Some(entry) = register.next_row()? {
                    match entry {
                        Entry::Row(row) => answer(&row.record, row.row, row.line, &mut tally)?,
                        Entry::Skipped { .. } => tally.skipped += 1,
                    }
                }
                tally.read = register.read();
                register.digest()
            }
            None => {
                let mut digest = Sha256::new();
                for ((_, place), row) in policy.core().rulebook().places.iter().zip(1u64..) {
                    digest.update(place.code.as_bytes());
                    digest.update(b"\n");
                    let code = Cell::Text(Cow::Borrowed(place.code.as_str()));
                    answer(&Record { cells: vec![(Column::Code, code)] }, row, row, &mut tally)?;
                    tally.read += 1;
                }
                digest_text(&digest.finalize())
            }
        };
        let receipt = Receipt::new(policy, *question, tally, input_digest);
        Ok(Through { receipt, rejected, tally, is_built_in: register.is_none() })
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
        };
        let lines = summary.lines();
        let told: String = lines.iter().map(|line| shown::line(line) + "\n").collect();
        let written = if is_table { text.to_owned() + &told } else { text.to_owned() };
        match &self.output {
            Some(path) => std::fs::write(path, written)
                .map_err(|error| CliError::File { path: path.clone(), error })?,
            None => io::stdout().lock().write_all(written.as_bytes())?,
        }
        if !is_table {
            anstream::eprint!("{told}");
        }
        Ok(if through.tally.rejected > 0 { Outcome::Found } else { Outcome::Well })
    }

    /// Whether a table goes to a terminal that may be shown colours and has a width.
    pub(crate) fn is_for_terminal(&self) -> bool {
        self.output.is_none()
    }
}
