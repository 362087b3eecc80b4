//! The command line of qiaolian.

mod args;
mod assess;
mod checks;
mod coverage;
mod diff;
mod each;
mod error;
mod explain;
mod input;
mod manual;
mod output;
mod own;
mod progress;
mod question;
mod receipt;
mod replay;
mod rows;
mod schedule;
mod sensitivity;
mod sheet;
mod show;
mod shown;
mod spoken;
mod target;
mod template;
mod unread;
mod workbook;
mod written;

use std::process::ExitCode;

use args::{Args, Command, PolicyCommand};
use clap::Parser;
use error::CliError;

fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(Outcome::Well) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            error.report(args.command.language().into());
            ExitCode::from(2)
        }
    }
}

/// How a command ended that could run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Outcome {
    /// All is well.
    Well,
    /// Rows were rejected, or a check found a fault or something that is not met.
    Found,
}

fn run(args: &Args) -> Result<Outcome, CliError> {
    match &args.command {
        Command::Assess(assess) => assess::run(assess),
        Command::Template(template) => template::run(template),
        Command::Replay(replay) => replay::run(replay),
        Command::Explain(explain) => explain::run(explain),
        Command::Coverage(coverage) => coverage::run(coverage),
        Command::Sensitivity(sensitivity) => sensitivity::run(sensitivity),
        Command::Schedule(schedule) => schedule::run(schedule),
        Command::Procedure(check) => checks::procedure(check),
        Command::Plan(plan) => checks::plan(plan),
        Command::Leadership(check) => checks::leadership(check),
        Command::Office(check) => checks::office(check),
        Command::Platform(check) => checks::platform(check),
        Command::Safeguards(check) => checks::safeguards(check),
        Command::Governance(check) => checks::governance(check),
        Command::Report(check) => checks::report(check),
        Command::Dossier(dossier) => checks::dossier(dossier),
        Command::Rules(list) => show::rules(list),
        Command::Provisions(list) => show::provisions(list),
        Command::Readings(list) => show::readings(list),
        Command::Policy { command: PolicyCommand::Show(list) } => show::policy(list),
        Command::Policy { command: PolicyCommand::Check(list) } => show::check(list),
        Command::Policy { command: PolicyCommand::Diff(args) } => diff::run(args),
        Command::Schema(schema) => show::schema(schema),
        Command::Completions { shell } => manual::completions(*shell),
        Command::Man { folder } => manual::pages(folder),
    }
}
