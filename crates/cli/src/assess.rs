//! `assess`: a register in, determinations out.

mod item;
mod writing;

use std::fs;
use std::path::Path;
use std::thread;

use qiaolian_resolve::Options;

use crate::args::AssessArgs;
use crate::error::CliError;
use crate::input::Register;
use crate::output::{self, Output, RejectsFile, RejectsFormat, Summary};
use crate::rows::Rows;
use crate::unread;
use crate::{Outcome, question};
pub(crate) use item::{Item, Keeper};
pub(crate) use writing::Items;
use writing::Writing;

pub(crate) fn run(args: &AssessArgs) -> Result<Outcome, CliError> {
    let policy = question::policy(&args.policy)?;
    let question = question::question(&args.date, &args.policy);
    let options = Options { unknown_as: args.input.unknown_as.clone() };
    // Whatever can't succeed is found before anything is written.
    output::format(args)?;
    if let Some(path) = &args.rejects {
        RejectsFormat::of(path)?;
    }
    let register = match &args.file {
        Some(file) => {
            keep_register(file, args)?;
            Some(Register::open(file, &args.input, policy.core().rulebook())?)
        }
        None => None,
    };
    let is_built_in = register.is_none();
    let (columns, own) = match &register {
        Some(register) => (register.columns(), register.rows().own_columns()),
        None => (Some(Vec::new()), Some(Vec::new())),
    };
    let output = Output::new(args, &policy, question, own)?;
    let rejects = args.rejects.as_deref().map(|path| {
        let encoding = args.output_encoding.unwrap_or_default();
        RejectsFile::create(path, encoding, (&policy, question), columns)
    });
    let writing = Writing::new(output, rejects.transpose()?);
    let rows = Rows::new(&policy, question, options);
    // One thread reads and decides, the other writes.
    let (read, written) = thread::scope(|scope| {
        let (mut items, writer) = writing.start(scope);
        let mut keeper = Keeper::default();
        let read = rows.each(register, |taken| items.push(keeper.keep(taken)));
        drop(items);
        (read, writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    // What stopped the writing stopped the reading too.
    let writing = written?;
    let (receipt, tally) = read?;
    let (output, rejected) = writing.finish()?;
    if let Some(path) = &args.receipt {
        let text = serde_json::to_string_pretty(&receipt)?;
        fs::write(path, text + "\n")
            .map_err(|error| CliError::File { path: path.clone(), error })?;
    }
    output.finish(&Summary {
        policy: &policy,
        question,
        receipt: &receipt,
        rejected: &rejected,
        tally,
        is_built_in,
        left_unread: is_built_in && unread::is_something_there(),
    })?;
    Ok(if tally.rejected > 0 { Outcome::Found } else { Outcome::Well })
}

/// Sees that nothing is written over the register.
fn keep_register(file: &Path, args: &AssessArgs) -> Result<(), CliError> {
    let Ok(register) = file.canonicalize() else { return Ok(()) };
    let written = [&args.output, &args.rejects, &args.receipt].into_iter().flatten();
    for path in written {
        if path.canonicalize().is_ok_and(|path| path == register) {
            return Err(CliError::OutputIsInput { path: path.clone() });
        }
    }
    Ok(())
}
