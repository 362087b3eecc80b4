//! Python: a virtual environment inside the checkout, the package built into it, and its tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{Failed, checkout, command, run};

pub(crate) const HELP: &str =
    "install Python 3.10 or later with its venv module (on Debian: apt-get install python3-venv)";

/// The interpreter of the environment, made where it isn't there yet, with what a file of
/// requirements asks for.
pub(crate) fn environment(requirements: &str) -> Result<PathBuf, Failed> {
    let environment = checkout().join(".venv");
    let programs = environment.join("bin");
    // The last thing that a whole environment gets.
    if !programs.join("pip").exists() {
        let mut make = command("python3", &["-m", "venv"]);
        make.arg(&environment);
        run(make, HELP)?;
    }
    let python = programs.join("python");
    pip(&python, &["-r", requirements])?;
    Ok(python)
}

fn pip(python: &Path, what: &[&str]) -> Result<(), Failed> {
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run(command(python, &[&install[..], what].concat()), HELP)
}

/// The package as people install it, its tests, its stub and types.
pub(crate) fn tests() -> Result<(), Failed> {
    let python = environment("bindings/python/requirements-test.txt")?;
    pip(&python, &["./bindings/python"])?;
    run(in_bindings(&python, &["-m", "pytest", "--quiet"]), HELP)?;
    run(in_bindings(&python, &["-m", "mypy.stubtest", "qiaolian._qiaolian"]), HELP)?;
    run(in_bindings(&python, &["-m", "mypy", "python", "tests"]), HELP)?;
    let mut pyright = in_bindings(&python, &["-m", "pyright", "--pythonpath"]);
    // A Node.js that it fetches where the machine has none stays inside the checkout.
    pyright.arg(&python).env("PYRIGHT_PYTHON_ENV_DIR", checkout().join(".venv").join("node"));
    run(pyright, HELP)
}

/// A command of the environment in the package's folder.
fn in_bindings(python: &Path, args: &[&str]) -> Command {
    let mut command = command(python, args);
    command.current_dir(checkout().join("bindings").join("python"));
    command
}
