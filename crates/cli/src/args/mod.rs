//! The arguments: what can be asked, with examples.

mod choices;
mod commands;
mod diff;
mod shared;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

pub(crate) use choices::{
    CoverageFormat, InputFormat, Language, ListFormat, OutputEncoding, OutputFormat, PageFormat,
    Picture, ScheduleFormat,
};
pub(crate) use commands::{
    AssessArgs, CheckArgs, CoverageArgs, DossierArgs, ExplainArgs, FactArgs, ListArgs, PageArgs,
    PlanArgs, ReplayArgs, ScheduleArgs, SchemaArgs, SensitivityArgs, TemplateArgs, WrittenArgs,
};
pub(crate) use diff::DiffArgs;
pub(crate) use shared::{AsOfArgs, DateArgs, InputArgs, PolicyArgs};

/// 侨联组织建设方案的判定工具 · which federations of returned overseas Chinese a city's plan asks for
#[derive(Parser, Debug)]
#[command(name = "qiaolian", version, max_term_width = 100)]
#[command(after_help = "Examples:
  qiaolian assess                                 what the plan asks of Yuxi's 803 places
  qiaolian assess register.csv --as-of 2023-11-15 --format jsonl
  qiaolian explain --kind village --county 红塔区 --name 金州社区 --as-of 2023-03-31
  qiaolian coverage register.csv --as-of 2023-11-15
  qiaolian sensitivity register.csv --as-of 2023-11-15
  qiaolian schedule --as-of 2022-10-01 --format ics --output due.ics
  qiaolian leadership village.json --as-of 2023-11-15
  qiaolian policy check

Exit status: 0 all well; 1 rows were rejected, or a check found a fault or something that is not met
(overdue is an answer, not a failure); 2 it could not run.")]
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
    /// Whose answer hangs on how the text is read, or on a few people more or fewer
    Sensitivity(Box<SensitivityArgs>),
    /// Every dated duty and report with who answers for it: a table, JSON, or a calendar
    Schedule(Box<ScheduleArgs>),
    /// The steps to an organisation: done, possible, blocked, out of order, and the deadline
    #[command(after_help = "Examples:
  qiaolian procedure township.json --as-of 2021-06-01
  qiaolian procedure township.json --as-of 2021-06-01 --format json

`qiaolian schema procedure` shows what may stand in the file. Without `events` nothing is recorded;
in a record that is there, a step that isn't in it isn't done.")]
    Procedure(CheckArgs),
    /// What remains to be done until there is an organisation, in which order, with whom
    #[command(after_help = "Examples:
  qiaolian plan township.json --as-of 2021-06-01
  qiaolian plan township.json --as-of 2021-06-01 --picture mermaid --output plan.mmd
  qiaolian plan township.json --picture dot --output plan.dot

`qiaolian schema procedure` shows what may stand in the file.")]
    Plan(PlanArgs),
    /// Who leads and staffs a federation, and how they came to: what is met, what isn't, what is missing
    #[command(after_help = "Examples:
  qiaolian leadership village.json --as-of 2023-11-15
  qiaolian leadership county.json --as-of 2023-11-15 --lang en --format json
  cat village.json | qiaolian leadership

`qiaolian schema leadership` shows what may stand in the file. What is left out is unknown.")]
    Leadership(CheckArgs),
    /// A federation's office and its registration
    #[command(after_help = "Examples:
  qiaolian office county.json --as-of 2023-11-15
  cat county.json | qiaolian office --lang en

`qiaolian schema office` shows what may stand in the file. What is left out is unknown.")]
    Office(CheckArgs),
    /// Homes of overseas Chinese, online groups and activities
    #[command(after_help = "Examples:
  qiaolian platform village.json --as-of 2023-11-15
  qiaolian platform unit.json --as-of 2023-11-15 --output platform.json

`qiaolian schema platform` shows what may stand in the file. What is left out is unknown.")]
    Platform(CheckArgs),
    /// A federation's standing, funds and training
    #[command(after_help = "Examples:
  qiaolian safeguards county.json --as-of 2023-11-15
  qiaolian safeguards township.json --as-of 2023-11-15 --lang en

`qiaolian schema safeguards` shows what may stand in the file. What is left out is unknown.")]
    Safeguards(CheckArgs),
    /// The group that leads the whole work, by post
    #[command(after_help = "Examples:
  qiaolian governance governance.json --as-of 2020-07-01
  cat governance.json | qiaolian governance --lang en

`qiaolian schema governance` shows what may stand in the file. What is left out is unknown.")]
    Governance(CheckArgs),
    /// What each county reported, against what it owes by which day
    #[command(after_help = "Examples:
  qiaolian report report.json --as-of 2020-06-21
  qiaolian report report.json --as-of 2020-06-21 --format json

`qiaolian schema report` shows what may stand in the file. What is left out is unknown.")]
    Report(CheckArgs),
    /// One place or unit as a whole: what is asked, met, not met, missing, and what is to do
    Dossier(Box<DossierArgs>),
    /// List the rules, with the clauses that each carries and the outcomes that it can have
    Rules(ListArgs),
    /// List the document's provisions, with the rules that carry each clause
    #[command(after_help = "Examples:
  qiaolian provisions
  qiaolian provisions --output provisions.html")]
    Provisions(PageArgs),
    /// List what the text leaves open, and the choices
    Readings(ListArgs),
    /// Show a policy, check it, or compare it with another
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
            Self::Sensitivity(args) => args.policy.lang,
            Self::Schedule(args) => args.policy.lang,
            Self::Plan(args) => args.check.policy.lang,
            Self::Procedure(args)
            | Self::Leadership(args)
            | Self::Office(args)
            | Self::Platform(args)
            | Self::Safeguards(args)
            | Self::Governance(args)
            | Self::Report(args) => args.policy.lang,
            Self::Dossier(args) => args.policy.lang,
            Self::Readings(args) | Self::Rules(args) => args.policy.lang,
            Self::Policy { command: PolicyCommand::Show(args) } => args.policy.lang,
            Self::Provisions(args) | Self::Policy { command: PolicyCommand::Check(args) } => {
                args.policy.lang
            }
            Self::Policy { command: PolicyCommand::Diff(args) } => args.lang,
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
    #[command(after_help = "Examples:
  qiaolian policy check
  qiaolian policy check --output review.html
  qiaolian policy check --set at_least=exclusive --lang en --output review.html

The page is for whoever knows the document and no code: what is asked of whom as a map, the readings
with examples, and clause by clause what rests on it.")]
    Check(PageArgs),
    /// What differs between two policies: constants, the exact classes whose outcome differs, and with
    /// a register the subjects that change
    Diff(Box<DiffArgs>),
}
