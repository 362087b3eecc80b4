//! The files of a pack.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::fault::LoadError;

/// The words that all policies share; a pack's own stand on top of them.
pub const SHARED_WORDS: [&str; 5] = [
    include_str!("../words/shared.toml"),
    include_str!("../words/problems.toml"),
    include_str!("../words/reading.toml"),
    include_str!("../words/workbook.toml"),
    include_str!("../words/diff.toml"),
];

/// The names of a pack's files, in the order in which they are read and reported.
pub(crate) const NAMES: [&str; 13] = [
    "policy.toml",
    "provisions.toml",
    "subjects.toml",
    "places.csv",
    "areas.toml",
    "dates.toml",
    "tiers.toml",
    "readings.toml",
    "answers.toml",
    "rules.toml",
    "checks.toml",
    "procedure.toml",
    "words.toml",
];

/// Those that a pack may leave out: its document then has nothing of the kind.
const OPTIONAL: [&str; 2] = ["checks.toml", "procedure.toml"];

/// The texts of a pack's files, by name.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, String>);

impl Files {
    /// The files of a pack that is held in memory.
    #[must_use]
    pub fn new(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(texts.into_iter().collect())
    }

    /// Reads the files of a folder.
    ///
    /// # Errors
    /// One of a pack's files can't be read, or isn't UTF-8.
    pub fn read(folder: &Path) -> Result<Self, LoadError> {
        let mut texts = BTreeMap::new();
        for name in NAMES {
            let path = folder.join(name);
            match fs::read_to_string(&path) {
                Ok(text) => {
                    texts.insert(name.to_owned(), text);
                }
                Err(error) if error.kind() == ErrorKind::NotFound && OPTIONAL.contains(&name) => {}
                Err(error) => {
                    return Err(LoadError::Unreadable { path, why: error.to_string() });
                }
            }
        }
        Ok(Self(texts))
    }

    /// The digest of the files that there are, `sha256:…`: of each name and text in turn, a zero byte
    /// behind each.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut digest = Sha256::new();
        let there = NAMES.into_iter().filter_map(|name| Some((name, self.0.get(name)?)));
        for (name, text) in there {
            for part in [name, text] {
                digest.update(part.as_bytes());
                digest.update([0]);
            }
        }
        let hex: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        format!("sha256:{hex}")
    }

    /// Whether the pack has this file.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The text of a file, empty where the pack lacks it.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The same files with one of them changed.
    #[must_use]
    pub fn with(mut self, name: &str, text: String) -> Self {
        self.0.insert(name.to_owned(), text);
        self
    }
}
