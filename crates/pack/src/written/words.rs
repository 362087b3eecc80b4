//! Words as they are written: tables of tables, `[reason]` and in it `overdue = { zh = …, en = … }`.

use std::collections::BTreeMap;

use toml_spanner::Toml;

use super::{Both, Spanned};

/// `words.toml`: the first part of each key, then the second.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WordsFile {
    #[toml(flatten)]
    pub(crate) topics: BTreeMap<String, BTreeMap<String, Spanned<Both>>>,
}
