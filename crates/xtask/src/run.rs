//! Commands of a task: run in the checkout, and stop where one fails.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

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
    /// Something isn't there that a task can't install by itself.
    #[error("{0}")]
    Missing(&'static str),
    /// A file of the task couldn't be read or written.
    #[error("`{}`: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// Something has grown beyond what is held.
    #[error("{0}")]
    TooLarge(String),
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

/// Runs a command for what it prints; none where it can't be started or ends badly.
pub(crate) fn output(mut command: Command) -> Option<Vec<u8>> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then_some(output.stdout)
}

/// The first line that a command prints.
pub(crate) fn line(command: Command) -> Option<String> {
    let text = String::from_utf8(output(command)?).ok()?;
    text.lines().next().map(str::to_owned)
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
