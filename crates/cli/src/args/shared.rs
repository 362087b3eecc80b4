//! What several commands are asked alike: which policy, as of when, how to read a register.

use chrono::{Datelike, NaiveDate};
use clap::Args as Group;

use super::choices::{InputEncoding, InputFormat, Language};

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
pub(crate) struct AsOfArgs {
    /// The date of the question; today in Asia/Shanghai if left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) as_of: Option<NaiveDate>,
}

/// As of when, and how long before its day a duty is due soon.
#[derive(Group, Debug)]
pub(crate) struct DateArgs {
    #[command(flatten)]
    pub(crate) day: AsOfArgs,
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

/// A day that files of every format have room for.
fn day(text: &str) -> Result<NaiveDate, String> {
    let day = text.parse::<NaiveDate>().map_err(|error| error.to_string())?;
    let years = 1900..=9999;
    if years.contains(&day.year()) {
        Ok(day)
    } else {
        Err("expected a year from 1900 to 9999".to_owned())
    }
}

/// A name, an equals sign and a value.
pub(crate) fn reading(text: &str) -> Result<(String, String), String> {
    text.split_once('=')
        .map(|(name, choice)| (name.trim().to_owned(), choice.trim().to_owned()))
        .ok_or_else(|| format!("found `{text}`, expected a name, `=` and a value"))
}
