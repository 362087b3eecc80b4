//! The shared vectors, as they stand in `vectors/`: what they ask, and what is expected.
//!
//! Each vector carries fields that were written by hand from the plan's specification (`expect`).
//! Beside each file stand the whole determinations (`….determinations.jsonl`), a line a vector:
//! the same bytes on every surface. [`checks`] has the vectors of the checks.

mod amended;
pub mod checks;

pub use amended::{Edit, amended};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use chrono::NaiveDate;
use qiaolian::{Determination, Error, Facts, Policy};
use serde::Deserialize;
use serde_json::Value;

/// One file of vectors.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct VectorFile {
    /// The policy: a built-in one, or the folder of a pack in `packs/`.
    pub policy: String,
    /// The vectors.
    pub vectors: Vec<Vector>,
}

/// One vector.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// Its id, unique over all files.
    pub id: String,
    /// What it shows, in words.
    pub shows: Shows,
    /// The clauses that it rests on.
    pub provisions: Vec<String>,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// Choices of readings that aren't the default.
    pub readings: BTreeMap<String, String>,
    /// The facts.
    pub facts: Facts,
    /// The fields that were written by hand.
    pub expect: BTreeMap<String, Value>,
}

/// What a vector shows.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Shows {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// The fields that each vector's `expect` has, no more and no fewer.
pub const EXPECTED: [&str; 16] = [
    "key_area",
    "count",
    "count_is_complete",
    "threshold",
    "shortfall",
    "duty",
    "possible_duties",
    "forms",
    "due",
    "fulfilment",
    "status",
    "days_left",
    "missing",
    "provisions",
    "decisive_readings",
    "bodies_not_yet_there",
];

/// The folder of this package.
#[must_use]
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files of vectors, by path.
///
/// # Errors
/// One of them can't be read, or isn't a file of vectors.
pub fn vector_files() -> io::Result<Vec<(PathBuf, VectorFile)>> {
    let mut files = Vec::new();
    for policy in fs::read_dir(folder().join("vectors"))? {
        for file in fs::read_dir(policy?.path())? {
            let path = file?.path();
            if path.extension().is_some_and(|ending| ending == "json") {
                let text = fs::read_to_string(&path)?;
                files.push((path, serde_json::from_str(&text)?));
            }
        }
    }
    files.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(files)
}

/// Where the whole determinations of a file of vectors stand.
#[must_use]
pub fn determinations_of(vectors: &Path) -> PathBuf {
    vectors.with_extension("determinations.jsonl")
}

/// The policy of a file of vectors.
///
/// # Errors
/// It is neither built in nor a pack.
pub fn policy_of(file: &VectorFile) -> Result<Policy, Error> {
    let pack = folder().join("packs").join(&file.policy);
    if pack.is_dir() { Policy::load(pack) } else { Policy::named(&file.policy) }
}

impl Vector {
    /// The determination of this vector's facts under its readings.
    ///
    /// # Errors
    /// The facts or readings don't hold up.
    pub fn determination(&self, policy: &Policy) -> Result<Determination, Error> {
        let readings = self.readings.iter().map(|(reading, choice)| (&**reading, &**choice));
        policy.with_readings(readings)?.assess(&self.facts, self.as_of)
    }
}
