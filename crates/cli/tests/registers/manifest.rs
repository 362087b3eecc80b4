//! The broken registers and what is expected of each, written by hand.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use qiaolian_tests::folder;
use serde::Deserialize;

/// One broken register.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Broken {
    /// The file.
    pub file: String,
    /// What it shows, in words.
    pub shows: qiaolian_tests::Shows,
    /// The exit status.
    pub exit: i32,
    /// Rows below the header; none where it can't be read.
    pub read: Option<u64>,
    /// Rows with a determination.
    pub assessed: Option<u64>,
    /// Rows without one.
    pub rejected: Option<u64>,
    /// Blank rows and totals.
    pub skipped: Option<u64>,
    /// The problems of the rejected rows, in their order.
    pub problems: Vec<Problem>,
    /// Why it can't be read, by code.
    pub run_error: Option<String>,
}

/// One problem.
#[derive(Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// The row below the header.
    pub row: u64,
    /// The column, by its English name.
    pub column: String,
    /// What is wrong.
    pub code: String,
}

/// The folder of the broken registers.
pub fn broken_folder() -> PathBuf {
    folder().join("registers/broken")
}

/// All of them, in the manifest's order.
pub fn manifest() -> Result<Vec<Broken>, Box<dyn Error>> {
    Ok(serde_json::from_str(&fs::read_to_string(broken_folder().join("manifest.json"))?)?)
}

#[test]
fn each_broken_register_is_in_the_manifest() {
    let mut listed: Vec<String> =
        manifest().unwrap().into_iter().map(|broken| broken.file).collect();
    listed.extend(["manifest.json", "messages.json"].map(str::to_owned));
    listed.sort();
    let files = fs::read_dir(broken_folder()).unwrap();
    let mut found: Vec<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    found.sort();
    assert_eq!(found, listed);
}

#[test]
fn each_broken_register_says_what_it_shows() {
    for broken in manifest().unwrap() {
        let shows = broken.shows;
        assert!(!shows.zh.is_empty() && shows.en.ends_with('.'), "{}", broken.file);
    }
}

#[test]
fn rows_of_the_manifest_add_up() {
    for broken in manifest().unwrap() {
        let parts = [broken.assessed, broken.rejected, broken.skipped];
        let sum = parts.into_iter().try_fold(0, |sum, part| Some(sum + part?));
        assert_eq!(sum, broken.read, "{}", broken.file);
        assert_eq!(broken.run_error.is_some(), broken.read.is_none(), "{}", broken.file);
    }
}
