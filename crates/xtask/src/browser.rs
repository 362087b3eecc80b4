//! The package for JavaScript: in Node, in a real browser, bundled, and its types.

use std::fs;
use std::path::PathBuf;

use crate::run::{Failed, command, line, run};
use crate::{node, system, wasm};

const HELP: &str = "install Chromium and a font with Chinese (on Debian: apt-get install chromium \
    fonts-noto-cjk)";

/// Builds the package and runs its tests.
pub(crate) fn tests() -> Result<(), Failed> {
    let find =
        || line(command("sh", &["-c", "command -v chromium || command -v chromium-browser"]));
    let browser = system::ensure(find, &["chromium", "fonts-noto-cjk"], HELP)?;
    wasm::build()?;
    run(
        node::program("node_modules/typescript/bin/tsc", &["--project", "tests/types"]),
        node::HELP,
    )?;
    let mut tests = node::in_folder("node", &["--test", "--test-reporter=spec"]);
    tests.args(files()?).env("CHROMIUM", browser);
    run(tests, node::HELP)
}

/// The files of tests, by name: how a folder is searched differs between versions of Node.
fn files() -> Result<Vec<PathBuf>, Failed> {
    let folder = node::folder().join("tests");
    let entries = fs::read_dir(&folder).map_err(|error| Failed::File { path: folder, error })?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_test = |path: &PathBuf| path.to_string_lossy().ends_with(".test.js");
    let mut files: Vec<PathBuf> = paths.filter(is_test).collect();
    files.sort();
    Ok(files)
}
