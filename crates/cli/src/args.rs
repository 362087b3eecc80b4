//! The arguments: what can be asked, with examples.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args as Group, Parser, Subcommand, ValueEnum};

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
    Provisions(ListArgs),
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
            Self::Provisions(args) | Self::Readings(args) => args.policy.lang,
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

/// Which policy, under which readings, in which language.
#[derive(Group, Debug)]
pub(crate) struct PolicyArgs {
    /// A built-in policy, or the folder of a pack
    #[arg(long, value_name = "NAME|FOLDER", default_value = "yuxi-2020")]
    pub(crate) policy: String,
    /// Take another choice of a reading (`qiaolian readings` lists them); may be repeated
    #[arg(long = "set", value_name = "READING=CHOICE", value_parser = reading)]
    pub(crate) set: Vec<(String, String)>,
    /// Language of words for people
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub(crate) lang: Language,
}

/// As of when.
#[derive(Group, Debug)]
pub(crate) struct DateArgs {
    /// The date of the question; today in Asia/Shanghai if left out
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<NaiveDate>,
    /// From how many days left on a duty is due soon; the policy's own number if left out
    #[arg(long, value_name = "DAYS")]
    pub(crate) due_soon: Option<u32>,
}

/// How to read a register.
#[derive(Group, Debug)]
pub(crate) struct InputArgs {
    /// Format of the register; found out from its name or first bytes if left out
    #[arg(long, value_enum)]
    pub(crate) input_format: Option<InputFormat>,
    /// Encoding of CSV, JSON and JSON Lines; found out if left out, from the whole of a file or from
    /// a pipe's first megabyte
    #[arg(long, value_enum)]
    pub(crate) encoding: Option<InputEncoding>,
    /// Which sheet of a workbook; the first one that isn't hidden if left out
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// More spellings of "unknown", separated by commas
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub(crate) unknown_as: Vec<String>,
}

/// Arguments of `assess`.
#[derive(Group, Debug)]
#[command(after_help = "Examples:
  qiaolian assess
  qiaolian assess register.csv --as-of 2023-11-15
  qiaolian assess register.csv --set at_least=exclusive --format csv --output result.csv
  cat register.jsonl | qiaolian assess - --format jsonl
  qiaolian assess register.csv --rejects rejects.csv --receipt receipt.json")]
pub(crate) struct AssessArgs {
    /// The register, `-` for standard input; the built-in list of places if left out
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) date: DateArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// Format of the output; by the output file's ending if left out, else a table
    #[arg(long, value_enum)]
    pub(crate) format: Option<OutputFormat>,
    /// Write the output to a file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Encoding of CSV that is written; UTF-8 if left out
    #[arg(long, value_enum)]
    pub(crate) output_encoding: Option<OutputEncoding>,
    /// Write rejected rows to a file (csv, xlsx, json, jsonl), to be mended and read again
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
    /// Write a receipt (JSON): what was read, by which policy, with digests
    #[arg(long, value_name = "FILE")]
    pub(crate) receipt: Option<PathBuf>,
}

/// Arguments of `template`.
#[derive(Group, Debug)]
#[command(after_help = "Examples:
  qiaolian template --county 峨山县 --output 峨山县.xlsx
  qiaolian template --county 530426 --rows 300 --output 峨山县.xlsx")]
pub(crate) struct TemplateArgs {
    /// Whose places are listed: a county, by name or code
    #[arg(long)]
    pub(crate) county: String,
    /// How many rows there are for units and places that aren't listed
    #[arg(long, default_value_t = 200, value_name = "NUMBER")]
    pub(crate) rows: u32,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    /// The workbook to write (.xlsx)
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

/// Arguments of `replay`.
#[derive(Group, Debug)]
#[command(after_help = "Examples:
  qiaolian assess register.csv --format jsonl --output answers.jsonl --receipt receipt.json
  qiaolian replay receipt.json register.csv --against answers.jsonl

The receipt says as of when, under which readings and by which policy.")]
pub(crate) struct ReplayArgs {
    /// The receipt (JSON), or a JSON output, which has it and the determinations in it
    pub(crate) receipt: PathBuf,
    /// The register, as it was
    pub(crate) file: PathBuf,
    /// The determinations of that run (JSON Lines), to be compared one by one
    #[arg(long, value_name = "FILE")]
    pub(crate) against: Option<PathBuf>,
    /// A built-in policy, or the folder of a pack; the receipt's own if left out
    #[arg(long, value_name = "NAME|FOLDER")]
    pub(crate) policy: Option<String>,
    /// Language of words for people
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub(crate) lang: Language,
    #[command(flatten)]
    pub(crate) input: InputArgs,
}

/// Arguments of `coverage`.
#[derive(Group, Debug)]
#[command(after_help = "Examples:
  qiaolian coverage register.csv --as-of 2023-11-15
  qiaolian coverage register.csv --as-of 2023-11-15 --format csv --output coverage.csv")]
pub(crate) struct CoverageArgs {
    /// The register, `-` for standard input; the built-in list of places if left out
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) date: DateArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// A table to read with bars, CSV (without the list of who lacks what), or JSON
    #[arg(long, value_enum, default_value_t = CoverageFormat::Table)]
    pub(crate) format: CoverageFormat,
    /// Write the output to a file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `schedule`.
#[derive(Group, Debug)]
#[command(after_help = "Examples:
  qiaolian schedule --as-of 2022-10-01
  qiaolian schedule register.csv --as-of 2022-10-01 --format ics --output due.ics")]
pub(crate) struct ScheduleArgs {
    /// The register, `-` for standard input; the built-in list of places if left out
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) date: DateArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// A table to read, JSON, or an iCalendar file
    #[arg(long, value_enum, default_value_t = ScheduleFormat::Table)]
    pub(crate) format: ScheduleFormat,
    /// Write the output to a file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// A format of coverage.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum CoverageFormat {
    /// A table to read
    Table,
    /// Comma-separated values
    Csv,
    /// JSON
    Json,
}

/// A format of schedules.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum ScheduleFormat {
    /// A table to read
    Table,
    /// JSON
    Json,
    /// An iCalendar file, an all-day event for each entry
    Ics,
}

/// Arguments of `explain`.
#[derive(Group, Debug)]
#[command(after_help = "Examples:
  qiaolian explain --kind village --county 红塔区 --name 金州社区 --as-of 2023-03-31
  qiaolian explain --kind enterprise --people returned_and_relatives=12 --people students=20
  qiaolian explain register.csv --row 3 --as-of 2023-11-15 --lang en")]
pub(crate) struct ExplainArgs {
    /// A register, `-` for standard input; with --row
    #[arg(requires = "row")]
    pub(crate) file: Option<PathBuf>,
    /// Which row of the register below its header, from 1
    #[arg(long, requires = "file", conflicts_with_all = ["code", "name", "county", "township", "kind", "people", "total", "key_area", "existing_form", "established_on", "conditions_met", "exception_agreed"])]
    pub(crate) row: Option<u64>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) date: DateArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) facts: FactArgs,
    /// A tree to read, or JSON
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(crate) format: ListFormat,
}

/// The facts of one subject, as a register's columns.
#[derive(Group, Debug)]
pub(crate) struct FactArgs {
    /// Division code
    #[arg(long)]
    pub(crate) code: Option<String>,
    /// Name
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// County, by name or code
    #[arg(long)]
    pub(crate) county: Option<String>,
    /// Township, which tells villages of one name apart
    #[arg(long)]
    pub(crate) township: Option<String>,
    /// Kind
    #[arg(long)]
    pub(crate) kind: Option<String>,
    /// People of a group; may be repeated
    #[arg(long, value_name = "GROUP=NUMBER", value_parser = reading)]
    pub(crate) people: Vec<(String, String)>,
    /// People of all groups together
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) total: Option<String>,
    /// Whether it is a key area (overrules the policy's list)
    #[arg(long)]
    pub(crate) key_area: Option<String>,
    /// The organisation on record
    #[arg(long)]
    pub(crate) existing_form: Option<String>,
    /// When it was set up
    #[arg(long)]
    pub(crate) established_on: Option<String>,
    /// Whether a unit is ready
    #[arg(long)]
    pub(crate) conditions_met: Option<String>,
    /// Whether an exception was agreed
    #[arg(long)]
    pub(crate) exception_agreed: Option<String>,
}

/// Arguments of commands that list.
#[derive(Group, Debug)]
pub(crate) struct ListArgs {
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    /// A tree to read, or JSON
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(crate) format: ListFormat,
}

/// Arguments of `schema`.
#[derive(Group, Debug)]
pub(crate) struct SchemaArgs {
    /// Which schema; all names if left out
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
}

/// A language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Language {
    /// Chinese
    Zh,
    /// English
    En,
}

impl From<Language> for qiaolian::Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Self::Zh,
            Language::En => Self::En,
        }
    }
}

/// A format of registers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum InputFormat {
    /// Comma-separated values
    Csv,
    /// An array of objects
    Json,
    /// An object a line
    Jsonl,
    /// One sheet of a workbook
    Xlsx,
}

/// An encoding of text that is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum InputEncoding {
    /// UTF-8, with or without byte order mark
    #[value(name = "utf-8", aliases = ["utf8", "utf-8-bom"])]
    Utf8,
    /// GB18030, and with it GBK and GB2312
    #[value(name = "gb18030", aliases = ["gbk", "gb2312", "cp936"])]
    Gb18030,
}

/// An encoding of CSV that is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub(crate) enum OutputEncoding {
    /// UTF-8
    #[default]
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    /// UTF-8 with a byte order mark, by which Excel knows it
    #[value(name = "utf-8-bom")]
    Utf8Bom,
    /// GB18030
    #[value(name = "gb18030", alias = "gbk")]
    Gb18030,
}

impl From<InputEncoding> for qiaolian_register::Encoding {
    fn from(encoding: InputEncoding) -> Self {
        match encoding {
            InputEncoding::Utf8 => Self::Utf8,
            InputEncoding::Gb18030 => Self::Gb18030,
        }
    }
}

/// A format of output.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum OutputFormat {
    /// A table to read
    Table,
    /// Comma-separated values
    Csv,
    /// A workbook: determinations, rejected rows and the receipt, a sheet each
    Xlsx,
    /// One object with receipt, determinations and rejected rows
    Json,
    /// A determination a line
    Jsonl,
}

/// A format of lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum ListFormat {
    /// A tree to read
    Table,
    /// JSON
    Json,
}

fn reading(text: &str) -> Result<(String, String), String> {
    text.split_once('=')
        .map(|(name, choice)| (name.trim().to_owned(), choice.trim().to_owned()))
        .ok_or_else(|| format!("found `{text}`, expected a name, `=` and a value"))
}
