//! Reads a policy pack: a folder of files that people review beside the document.
//!
//! | file | what stands in it |
//! |---|---|
//! | `policy.toml` | what the document is |
//! | `provisions.toml` | its provisions down to the clause, paraphrased |
//! | `subjects.toml` | kinds, groups of people and which of them count, forms, endings of names |
//! | `places.csv` | the gazetteer |
//! | `areas.toml` | special areas, and what is presumed of places |
//! | `dates.toml` | due dates, rest days, reports, targets |
//! | `tiers.toml` | bounds, and rows of tiers: who is asked for what from how many people on |
//! | `readings.toml` | what the text leaves open, and what each choice changes |
//! | `answers.toml` | who answers for it |
//! | `rules.toml` | the rules with their labels |
//! | `checks.toml` | the checks of the rest of the document; left out where a pack has none |
//! | `procedure.toml` | the steps to an organisation; left out where the document describes none |
//! | `words.toml` | words for people, on top of those that all policies share |
//!
//! [`load`] gives a [`Rulebook`] or every mistake at once, each with file, line and column, what
//! was found, what was expected, and how to mend it. With the feature `schema` there is a JSON Schema
//! of each file in TOML, for editors.

mod fault;
mod files;
mod lower;
#[cfg(feature = "schema")]
pub mod schema;
mod written;

pub use fault::{Fault, LoadError, Position};
pub use files::{Files, SHARED_WORDS};

use qiaolian_core::policy::Rulebook;

/// Reads a pack from the texts of its files.
///
/// # Errors
/// Every mistake that can be found in one go.
pub fn load(files: &Files) -> Result<Rulebook, LoadError> {
    lower::rulebook(files)
}

/// Reads a pack from a folder.
///
/// # Errors
/// The folder can't be read, or every mistake that can be found in one go.
pub fn load_dir(folder: &std::path::Path) -> Result<Rulebook, LoadError> {
    load(&Files::read(folder)?)
}
