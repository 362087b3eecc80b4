//! What `policy diff` is asked.

use std::path::PathBuf;

use clap::Args as Group;

use super::choices::{CoverageFormat, Language};
use super::shared::{DateArgs, InputArgs, reading};

/// Arguments of `policy diff`.
#[derive(Group, Debug)]
#[command(
    after_help = "A side is a built-in policy or the folder of a pack, and behind a colon the readings that are taken
in it, with commas between them: `yuxi-2020:at_least=exclusive,zero_count=may`. The second side may
leave out the policy where it is the first one's: `:at_least=exclusive`.

Examples:
  qiaolian policy diff yuxi-2020 my-city
  qiaolian policy diff yuxi-2020 :at_least=exclusive
  qiaolian policy diff yuxi-2020 my-city register.csv --as-of 2023-11-15 --output diff.csv

Classes speak of one number of people: where a count is unknown, the answer follows from the numbers
that it may be. A difference is an answer: the exit status is 0, also where only one
policy can read a row, such as a place outside the other one's area. It is 1 where a row of the
register can be read by neither."
)]
pub(crate) struct DiffArgs {
    /// The policy before
    #[arg(value_name = "A[:READING=CHOICE,...]")]
    pub(crate) before: String,
    /// The policy after
    #[arg(value_name = "B[:READING=CHOICE,...]")]
    pub(crate) after: String,
    /// A register, `-` for standard input: which of its subjects change
    pub(crate) file: Option<PathBuf>,
    /// Take another choice of a reading on both sides, where they have it; may be repeated
    #[arg(long = "set", value_name = "READING=CHOICE", value_parser = reading)]
    pub(crate) set: Vec<(String, String)>,
    /// Language of words for people
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub(crate) lang: Language,
    #[command(flatten)]
    pub(crate) date: DateArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// A tree to read, CSV, or JSON; by the output file's ending if left out, else a tree
    #[arg(long, value_enum)]
    pub(crate) format: Option<CoverageFormat>,
    /// Write the output to a file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
