//! The oracle: a logic program in Python's clingo, in a virtual environment inside the checkout.

use std::path::PathBuf;

use crate::run::{Failed, checkout, command, run};
use crate::rust;

const HELP: &str =
    "install Python 3.10 or later with its venv module (on Debian: apt-get install python3-venv)";

/// The interpreter of the environment, made and filled where it isn't there yet.
fn python() -> Result<PathBuf, Failed> {
    let environment = checkout().join(".venv");
    let python = environment.join("bin").join("python");
    if !python.exists() {
        let mut make = command("python3", &["-m", "venv"]);
        make.arg(&environment);
        run(make, HELP)?;
    }
    let install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-r",
        "tests/oracle/requirements.txt",
    ];
    run(command(&python, &install), HELP)?;
    Ok(python)
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

fn against(python: &std::path::Path, records: &str) -> Result<(), Failed> {
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
