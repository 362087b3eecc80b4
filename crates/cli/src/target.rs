//! Files that are written: nothing takes an earlier file's place until everything has gone well, and
//! nothing takes the register's place, or another output's.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use same_file::Handle;
use tempfile::{Builder, TempPath};

use crate::args::CoverageFormat;
use crate::error::CliError;
use crate::input::STANDARD_INPUT;
use crate::output::Sink;

/// How much is held before it goes out.
const HELD: usize = 1 << 16;

/// Where something is written.
pub(crate) enum Target {
    /// To standard output, or to something else that is no file: it goes there at once.
    Through,
    /// To a file that stands beside the one it is to be, until it is finished.
    Beside {
        /// Where it stands.
        beside: TempPath,
        /// Where it is to stand.
        path: PathBuf,
    },
}

impl Target {
    /// Opens a file, or standard output where none is named.
    pub(crate) fn open(path: Option<&Path>) -> Result<(Sink, Self), CliError> {
        let held = |to: Sink| -> Sink { Box::new(BufWriter::with_capacity(HELD, to)) };
        let Some(path) = path else { return Ok((held(Box::new(io::stdout())), Self::Through)) };
        let of_file = |error| CliError::File { path: path.to_owned(), error };
        let before = fs::metadata(path).ok();
        if before.as_ref().is_some_and(|before| !before.is_file()) {
            let file = File::options().write(true).open(path).map_err(of_file)?;
            return Ok((held(Box::new(file)), Self::Through));
        }
        // What a link leads to is written, and not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut made = Builder::new();
        made.prefix(".qiaolian-");
        let made = usual(&mut made).tempfile_in(folder.unwrap_or(Path::new(".")));
        let (file, beside) = made.map_err(of_file)?.into_parts();
        if let Some(before) = before {
            fs::set_permissions(&beside, before.permissions()).map_err(of_file)?;
        }
        Ok((held(Box::new(file)), Self::Beside { beside, path }))
    }

    /// Writes a whole file.
    pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
        Self::filled(path, bytes)?.settle()
    }

    /// A whole file, which is still to be settled.
    pub(crate) fn filled(path: &Path, bytes: &[u8]) -> Result<Self, CliError> {
        let of_file = |error| CliError::File { path: path.to_owned(), error };
        let (mut to, target) = Self::open(Some(path))?;
        to.write_all(bytes).and_then(|()| to.flush()).map_err(of_file)?;
        Ok(target)
    }

    /// The file as it stands now, unless it has gone somewhere at once.
    pub(crate) fn beside(&self) -> Option<&Path> {
        match self {
            Self::Through => None,
            Self::Beside { beside, .. } => Some(beside),
        }
    }

    /// Puts the file where it is to stand.
    pub(crate) fn settle(self) -> Result<(), CliError> {
        match self {
            Self::Through => Ok(()),
            Self::Beside { beside, path } => {
                beside.persist(&path).map_err(|error| CliError::File { path, error: error.error })
            }
        }
    }
}

/// As a new file is usually made: for whoever the user's mask lets use it, not only for the user.
#[cfg(unix)]
fn usual<'b, 'n, 's>(made: &'b mut Builder<'n, 's>) -> &'b mut Builder<'n, 's> {
    use std::os::unix::fs::PermissionsExt;
    made.permissions(fs::Permissions::from_mode(0o666))
}

/// As a new file is usually made.
#[cfg(not(unix))]
fn usual<'b, 'n, 's>(made: &'b mut Builder<'n, 's>) -> &'b mut Builder<'n, 's> {
    made
}

/// What a file's name ends with, in small letters.
pub(crate) fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

/// The format of a report asked for, by name or by the output file's ending.
pub(crate) fn report_format(
    named: Option<CoverageFormat>,
    output: Option<&Path>,
) -> CoverageFormat {
    let by_ending = || match ending(output?)?.as_str() {
        "csv" => Some(CoverageFormat::Csv),
        "json" => Some(CoverageFormat::Json),
        _ => None,
    };
    named.or_else(by_ending).unwrap_or(CoverageFormat::Table)
}

/// Sees that outputs are files of their own: none of them the register, no two the same.
/// Nor does any of them go into the folder of a pack that is read.
pub(crate) fn apart(
    register: Option<&Path>,
    policies: &[&str],
    written: &[Option<&Path>],
) -> Result<(), CliError> {
    let packs = policies.iter().map(Path::new).filter(|policy| policy.is_dir());
    let packs: Vec<PathBuf> = packs.filter_map(|pack| fs::canonicalize(pack).ok()).collect();
    let read = register.and_then(|path| {
        let is_input = path.as_os_str() == STANDARD_INPUT;
        if is_input { Handle::stdin() } else { Handle::from_path(path) }.ok()
    });
    let written: Vec<&Path> = written.iter().copied().flatten().collect();
    let mut before: Vec<PathBuf> = Vec::new();
    for path in written {
        let is_file = fs::metadata(path).is_ok_and(|found| found.is_file());
        let handle = Handle::from_path(path).ok().filter(|_| is_file);
        if handle.is_some() && handle == read {
            return Err(CliError::OutputIsInput { path: path.to_owned() });
        }
        let named = named(path);
        if packs.iter().any(|pack| named.starts_with(pack)) {
            return Err(CliError::OutputInPack { path: path.to_owned() });
        }
        if before.contains(&named) {
            return Err(CliError::OneOutput { path: path.to_owned() });
        }
        before.push(named);
    }
    Ok(())
}

/// How a file is called that may not be there yet.
fn named(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")));
    let there = fs::canonicalize(path).ok();
    let not_there = || Some(folder.ok()?.join(path.file_name()?));
    there.or_else(not_there).unwrap_or_else(|| path.to_owned())
}
