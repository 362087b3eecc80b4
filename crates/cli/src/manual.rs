//! What an installed program brings along: completions for shells, and manual pages.

use std::io::{self, Write};
use std::path::Path;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::Outcome;
use crate::args::Args;
use crate::error::CliError;

/// Prints a shell's completions.
pub(crate) fn completions(shell: Shell) -> Result<Outcome, CliError> {
    let mut command = Args::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    io::stdout().write_all(&script)?;
    Ok(Outcome::Well)
}

/// Writes a manual page for the program and for each of its commands.
pub(crate) fn pages(folder: &Path) -> Result<Outcome, CliError> {
    let of_file = |error| CliError::File { path: folder.to_owned(), error };
    std::fs::create_dir_all(folder).map_err(of_file)?;
    clap_mangen::generate_to(Args::command(), folder).map_err(of_file)?;
    Ok(Outcome::Well)
}
