//! Node.js and the packages that building and testing the package for JavaScript take.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{Failed, checkout, command, line, run};

pub(crate) const HELP: &str = "install Node.js 20.19 or later with npm";

/// The folder of the package for JavaScript.
pub(crate) fn folder() -> PathBuf {
    checkout().join("bindings").join("wasm")
}

/// Sees to it that `node_modules` is what the lock file says.
pub(crate) fn packages() -> Result<(), Failed> {
    let version = line(command("node", &["--version"])).ok_or(Failed::Missing(HELP))?;
    if !is_new_enough(&version) {
        return Err(Failed::Missing(HELP));
    }
    let installed = folder().join("node_modules").join(".package-lock.json");
    if is_newer(&installed, &folder().join("package-lock.json")) {
        return Ok(());
    }
    run(in_folder("npm", &["ci", "--loglevel=error"]), HELP)
}

/// A command in that folder.
pub(crate) fn in_folder(program: &str, args: &[&str]) -> Command {
    let mut command = command(program, args);
    command.current_dir(folder());
    command
}

/// A program of the packages, run by Node.
pub(crate) fn program(script: &str, args: &[&str]) -> Command {
    let mut command = in_folder("node", &[script]);
    command.args(args);
    command
}

/// Whether `v20.19.0` or a later version.
fn is_new_enough(version: &str) -> bool {
    let mut parts = version.trim_start_matches('v').split('.').map_while(|part| part.parse().ok());
    let parts: (u32, u32) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    parts >= (20, 19)
}

fn is_newer(path: &Path, than: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|found| found.modified()).ok();
    changed(path).zip(changed(than)).is_some_and(|(path, than)| path >= than)
}
