//! The arguments: what can be asked, with examples.

mod choices;
mod commands;
mod shared;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

pub(crate) use choices::{
    CoverageFormat, InputFormat, Language, ListFormat, OutputEncoding, OutputFormat,
    ProvisionFormat, ScheduleFormat,
};
pub(crate) use commands::{
    AssessArgs, CoverageArgs, ExplainArgs, FactArgs, ListArgs, ProvisionArgs, ReplayArgs,
    ScheduleArgs, SchemaArgs, TemplateArgs,
};
pub(crate) use shared::{DateArgs, InputArgs, PolicyArgs};

/// 侨联组织建设方案的判定工具 · which federations of returned overseas Chinese a city's plan asks for
#[derive(Parser, Debug)]
#[command(name = "qiaolian", version, max_term_width = 100)]
#[command(after_help = "Examples:
  qiaolian assess                                 what the plan asks of Yuxi's 803 places
  qiaolian assess register.csv --as-of 2023-11-15 --format jsonl
  qiaolian explain --kind village --county 红塔区 --name 金州社区 --as-of 2023-03-31
  qiaolian coverage register.csv --as-of 2023-11-15
  qiaolian schedule --as-of 2022-10-01 --format ics --output due.ics
  qiaolian policy check

Exit status: 0 all well; 1 rows were rejected, or a check found a fault (overdue is an answer, not
a failure); 2 it could not run.")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be asked.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Assess a register, or the built-in list of places
    Assess(Box<AssessArgs>),
    /// Write a register to fill in: a county's places, choices as drop-downs, notes on each column
    Template(TemplateArgs),
    /// Run an assessment again by its receipt, and say whether the determinations are the same
    Replay(ReplayArgs),
    /// Explain one subject, from flags or from a row of a file
    Explain(Box<ExplainArgs>),
    /// How many have what they are asked for, by county and by kind, against the document's targets
    Coverage(Box<CoverageArgs>),
    /// Every dated duty and report with who answers for it: a table, JSON, or a calendar
    Schedule(Box<ScheduleArgs>),
    /// List the document's provisions, with the rules that carry each clause
    Provisions(ProvisionArgs),
    /// List what the text leaves open, and the choices
    Readings(ListArgs),
    /// Show or check a policy
    Policy {
        #[command(subcommand)]
        command: PolicyCommand,
    },
    /// Print a JSON Schema
    Schema(SchemaArgs),
    /// Print a shell's completions
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Write the manual pages to a folder
    Man {
        /// Where to
        folder: PathBuf,
    },
}

impl Command {
    /// The language asked for.
    pub(crate) fn language(&self) -> Language {
        match self {
            Self::Assess(args) => args.policy.lang,
            Self::Template(args) => args.policy.lang,
            Self::Replay(args) => args.lang,
            Self::Explain(args) => args.policy.lang,
            Self::Coverage(args) => args.policy.lang,
            Self::Schedule(args) => args.policy.lang,
            Self::Provisions(args) => args.policy.lang,
            Self::Readings(args) => args.policy.lang,
            Self::Policy { command: PolicyCommand::Show(args) | PolicyCommand::Check(args) } => {
                args.policy.lang
            }
            Self::Schema(args) => args.policy.lang,
            Self::Completions { .. } | Self::Man { .. } => Language::Zh,
        }
    }
}

/// What can be done with a policy.
#[derive(Subcommand, Debug)]
pub(crate) enum PolicyCommand {
    /// Show what a policy is: its document and its rows of rules
    Show(ListArgs),
    /// Walk a policy's tables completely and report gaps, overlaps, what is unused, and where readings matter
    Check(ListArgs),
}
