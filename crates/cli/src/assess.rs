//! `assess`: a register in, determinations out.

mod item;
mod writing;

use std::thread;

use qiaolian_resolve::Options;

use crate::args::AssessArgs;
use crate::error::CliError;
use crate::input::Register;
use crate::output::{self, Output, RejectsFile, RejectsFormat, Summary};
use crate::rows::Rows;
use crate::target::{self, Target};
use crate::{Outcome, question, unread};
pub(crate) use item::{Item, Keeper};
pub(crate) use writing::{Batches, Items};
use writing::{Writing, Written};

pub(crate) fn run(args: &AssessArgs) -> Result<Outcome, CliError> {
    let policy = question::policy(&args.policy)?;
    let question = question::question(&args.date, &args.policy);
    let options = Options { unknown_as: args.input.unknown_as.clone() };
    // Whatever can't succeed is found before anything is written.
    output::format(args)?;
    if let Some(path) = &args.rejects {
        RejectsFormat::of(path)?;
    }
    let written = [&args.output, &args.rejects, &args.receipt].map(Option::as_deref);
    target::apart(args.file.as_deref(), &[&args.policy.policy], &written)?;
    let open = |file| Register::open(file, &args.input, policy.core().rulebook());
    let register = args.file.as_deref().map(open).transpose()?;
    let is_built_in = register.is_none();
    let (columns, own) = match &register {
        Some(register) => (register.columns(), register.rows().own_columns()),
        None => (Some(Vec::new()), Some(Vec::new())),
    };
    let (output, target) = Output::new(args, &policy, question, own)?;
    let rejects = args.rejects.as_deref().map(|path| {
        let encoding = args.output_encoding.unwrap_or_default();
        RejectsFile::create(path, encoding, (&policy, question), columns)
    });
    let keeps_on = args.rejects.is_some() || args.receipt.is_some();
    let writing = Writing::new(output, rejects.transpose()?, keeps_on);
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
    let Written { output, rejected, rejects } = writing.finish()?;
    if let Some(output) = output {
        output.finish(
            &target,
            &Summary {
                policy: &policy,
                question,
                receipt: &receipt,
                rejected: &rejected,
                tally,
                is_built_in,
                left_unread: is_built_in && unread::is_something_there(),
            },
        )?;
    }
    let receipt = match &args.receipt {
        Some(path) => {
            let text = serde_json::to_string_pretty(&receipt)? + "\n";
            Some(Target::filled(path, text.as_bytes())?)
        }
        None => None,
    };
    // Only now does anything take the place of an earlier file.
    [Some(target), rejects, receipt].into_iter().flatten().try_for_each(Target::settle)?;
    Ok(if tally.rejected > 0 { Outcome::Found } else { Outcome::Well })
}
