//! Commands of a task: run in the checkout, and stop where one fails.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

/// What a task does.
pub(crate) type Run = fn() -> Result<(), Failed>;

/// A step of the whole test.
pub(crate) struct Task {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it does.
    pub(crate) run: Run,
}

/// Why a task failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failed {
    /// A command ended badly.
    #[error("`{command}` failed ({status})")]
    Ended {
        /// Which.
        command: String,
        /// How.
        status: ExitStatus,
    },
    /// A command couldn't be started.
    #[error("`{command}` couldn't be started: {error}; {help}")]
    NotStarted {
        /// Which.
        command: String,
        /// Why.
        error: std::io::Error,
        /// What to install.
        help: &'static str,
    },
}

/// The folder of the checkout.
pub(crate) fn checkout() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// A command in the checkout.
pub(crate) fn command(program: impl AsRef<OsStr>, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(checkout());
    command
}

/// Runs a command to its end.
pub(crate) fn run(mut command: Command, help: &'static str) -> Result<(), Failed> {
    let shown = shown(&command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failed::Ended { command: shown, status }),
        Err(error) => Err(Failed::NotStarted { command: shown, error, help }),
    }
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
