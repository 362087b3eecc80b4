//! The oracle: a logic program in Python's clingo, in the environment inside the checkout.

use std::path::{Path, PathBuf};

use crate::python::{HELP, environment};
use crate::run::{Failed, command, run};
use crate::rust;

fn python() -> Result<PathBuf, Failed> {
    environment("tests/oracle/requirements.txt")
}

/// The oracle's own tests, then the library against it on 20,000 records.
pub(crate) fn compare() -> Result<(), Failed> {
    rust::release()?;
    let python = python()?;
    run(command(&python, &["tests/oracle/test_oracle.py"]), HELP)?;
    against(&python, "20000")
}

/// The library against the oracle on 100,000 records.
pub(crate) fn compare_long() -> Result<(), Failed> {
    rust::release()?;
    against(&python()?, "100000")
}

fn against(python: &Path, records: &str) -> Result<(), Failed> {
    let args = [
        "tests/oracle/compare.py",
        "--records",
        records,
        "--seed",
        "1",
        "--binary",
        "target/release/qiaolian",
    ];
    run(command(python, &args), HELP)
}
