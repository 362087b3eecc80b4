//! The tasks in Rust.

use crate::run::{Failed, command, run};

pub(crate) const HELP: &str = "install Rust with rustup, with rustfmt and clippy";

pub(crate) fn cargo(args: &[&str], variables: &[(&str, &str)]) -> Result<(), Failed> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = command(program, args);
    command.envs(variables.iter().copied());
    run(command, HELP)
}

/// Formatting, lints, documentation without warnings.
pub(crate) fn style() -> Result<(), Failed> {
    cargo(&["fmt", "--all", "--check"], &[])?;
    cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"], &[])?;
    let deny = [("RUSTDOCFLAGS", "-D warnings")];
    cargo(&["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"], &deny)
}

/// The documentation, with a page of the plan: beside each clause its rules, readings, data, code and
/// vectors.
pub(crate) fn docs() -> Result<(), Failed> {
    cargo(&["doc", "--workspace", "--no-deps"], &[])?;
    plan_page()
}

/// The page of the plan, which says where it is; no page where a clause lacks what it should have.
pub(crate) fn plan_page() -> Result<(), Failed> {
    cargo(&["run", "--quiet", "--package", "qiaolian-docs"], &[])
}

/// All tests in Rust, documentation tests too.
pub(crate) fn tests() -> Result<(), Failed> {
    cargo(&["test", "--workspace"], &[])
}

/// The command line, built for speed.
pub(crate) fn release() -> Result<(), Failed> {
    cargo(&["build", "--release", "--package", "qiaolian-cli"], &[])
}

/// Writes the whole determinations and findings of the vectors anew.
pub(crate) fn bless() -> Result<(), Failed> {
    let bless = [("QIAOLIAN_BLESS", "1")];
    let mut tests = vec!["test", "--package", "qiaolian-tests"];
    tests.extend(["--test", "vectors", "--test", "checks", "--test", "schemas", "--test", "packs"]);
    cargo(&tests, &bless)
}
