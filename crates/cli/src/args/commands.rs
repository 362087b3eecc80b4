//! What each command is asked.

use std::path::PathBuf;

use clap::Args as Group;

use super::choices::{
    CoverageFormat, Language, ListFormat, OutputEncoding, OutputFormat, PageFormat, Picture,
    ScheduleFormat,
};
use super::shared::{AsOfArgs, DateArgs, InputArgs, PolicyArgs, reading};

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
  qiaolian coverage register.csv --as-of 2023-11-15 --output coverage.csv")]
pub(crate) struct CoverageArgs {
    /// The register, `-` for standard input; the built-in list of places if left out
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) date: DateArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// A table to read with bars, CSV (without the list of who lacks what), or JSON; by the output
    /// file's ending if left out, else a table
    #[arg(long, value_enum)]
    pub(crate) format: Option<CoverageFormat>,
    /// Write the output to a file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `sensitivity`.
#[derive(Group, Debug)]
#[command(after_help = "Examples:
  qiaolian sensitivity register.csv --as-of 2023-11-15
  qiaolian sensitivity register.csv --as-of 2023-11-15 --within 5 --output sensitivity.csv
  qiaolian sensitivity --as-of 2022-12-31 --format json --most 3")]
pub(crate) struct SensitivityArgs {
    /// The register, `-` for standard input; the built-in list of places if left out
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) date: DateArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// For how many people more or fewer; a tenth of the policy's lowest threshold, rounded up, if
    /// left out
    #[arg(long, value_name = "PEOPLE")]
    pub(crate) within: Option<u32>,
    /// How many rows are named at most of those that change alike; in a table 5 if left out, else all;
    /// how many change alike is told beside them (in CSV in the column `alike`)
    #[arg(long, value_name = "ROWS")]
    pub(crate) most: Option<usize>,
    /// A table to read, CSV (a row for each subject that something changes, and for each subject's
    /// distance to a line), or JSON; by the output file's ending if left out, else a table
    #[arg(long, value_enum)]
    pub(crate) format: Option<CoverageFormat>,
    /// Write the output to a file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `schedule`.
#[derive(Group, Debug)]
#[command(after_help = "Examples:
  qiaolian schedule --as-of 2022-10-01
  qiaolian schedule register.csv --as-of 2022-10-01 --output due.ics")]
pub(crate) struct ScheduleArgs {
    /// The register, `-` for standard input; the built-in list of places if left out
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) date: DateArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// A table to read, JSON, or an iCalendar file; by the output file's ending if left out, else a
    /// table
    #[arg(long, value_enum)]
    pub(crate) format: Option<ScheduleFormat>,
    /// Write the output to a file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `explain`.
#[derive(Group, Debug)]
#[command(after_help = "Examples:
  qiaolian explain --kind village --county 红塔区 --name 金州社区 --as-of 2023-03-31
  qiaolian explain --kind enterprise --people returned_and_relatives=12 --people students=20
  qiaolian explain --code 530423102 --existing-form none --as-of 2023-11-15 --what-if
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
    /// Say too what would give another duty or status, and which unknown fact to ask for first
    #[arg(long)]
    pub(crate) what_if: bool,
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

/// Arguments of commands whose answer is a page too.
#[derive(Group, Debug)]
pub(crate) struct PageArgs {
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) page: WrittenArgs,
}

/// In which format something is written, and where to.
#[derive(Group, Debug)]
pub(crate) struct WrittenArgs {
    /// A tree to read, JSON, or a page of HTML; by the output file's ending if left out, else a tree
    #[arg(long, value_enum)]
    pub(crate) format: Option<PageFormat>,
    /// Write the output to a file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `dossier`.
#[derive(Group, Debug)]
#[command(after_help = "Examples:
  qiaolian dossier village.json --as-of 2023-11-15
  qiaolian dossier village.json --as-of 2023-11-15 --output village.html
  cat county.json | qiaolian dossier --lang en --format json

`qiaolian schema case` shows what may stand in the file. What is left out is unknown.")]
pub(crate) struct DossierArgs {
    /// What is known of the place or unit (JSON), `-` for standard input, which is read too if this is
    /// left out
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) date: DateArgs,
    #[command(flatten)]
    pub(crate) page: WrittenArgs,
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

/// Arguments of the checks of the rest of a document.
#[derive(Group, Debug)]
pub(crate) struct CheckArgs {
    /// What is known (JSON), `-` for standard input, which is read too if this is left out
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) day: AsOfArgs,
    /// Text to read, or JSON; by the output file's ending if left out, else text
    #[arg(long, value_enum)]
    pub(crate) format: Option<ListFormat>,
    /// Write the output to a file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `plan`.
#[derive(Group, Debug)]
pub(crate) struct PlanArgs {
    #[command(flatten)]
    pub(crate) check: CheckArgs,
    /// The whole procedure as a picture instead, what is done, possible and blocked told apart
    #[arg(long, value_enum, conflicts_with = "format")]
    pub(crate) picture: Option<Picture>,
}

/// Arguments of `schema`.
#[derive(Group, Debug)]
#[command(after_help = "What goes in:
  facts            the facts of one subject, as in a register's row
  case             what is known of one place or unit: its facts, and a part for each check
  procedure        of a case, what `procedure` looks at: the steps that were taken
  leadership       of a case, what `leadership` looks at: who leads and staffs the federation
  office           of a case, what `office` looks at: its office and its registration
  platform         of a case, what `platform` looks at: homes, groups and activities
  safeguards       of a case, what `safeguards` looks at: standing, funds and training
  governance       the group that leads the whole work, by post
  report           what each county reported, and when

What comes out:
  determination    what one subject is asked for (`assess`)
  explained        the same with its tree (`explain`)
  what-if          what would give another duty or status (`explain --what-if`)
  next-fact        which unknown fact settles most, with what each answer gives
  coverage         how many have what they are asked for (`coverage`)
  sensitivity      whose answer hangs on a reading, or on a few people (`sensitivity`)
  schedule         every dated duty and report (`schedule`)
  procedure-report  where a procedure stands (`procedure`)
  plan             what remains to be done (`plan`)
  findings         what a check finds, rule by rule (`leadership`, `office`, `governance` ...)
  report-findings  what is found of each county's report (`report`)
  dossier          one place or unit as a whole (`dossier`)
  provisions       the document's provisions (`provisions`)
  readings         what its text leaves open (`readings`)
  rules            the rules with their clauses and outcomes (`rules`)
  policy           what a policy is (`policy show`)
  check            what the walk through its tables found (`policy check`)
  diff             what differs between two policies (`policy diff`)
  columns          what the numbers in columns stand for (Python, JavaScript)
  error            why there is no answer, on every surface

The files of a policy pack, for editors of TOML (crates/policies/GUIDE.md):
  pack-policy      what the document is
  pack-provisions  its provisions down to the clause
  pack-subjects    kinds, groups of people, forms
  pack-areas       special areas, and what is presumed of places
  pack-dates       due dates, rest days, reports, targets
  pack-tiers       who is asked for what from how many people on
  pack-readings    what the text leaves open
  pack-answers     who answers for it
  pack-rules       the rules with their labels
  pack-checks      the checks of the rest of the document
  pack-procedure   the steps to an organisation
  pack-words       words of this document

Examples:
  qiaolian schema
  qiaolian schema leadership
  qiaolian schema pack-tiers > pack-tiers.json")]
pub(crate) struct SchemaArgs {
    /// Which schema; all names if left out
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
}
