//! Packages of the system: installed where the task may, else asked for.

use crate::run::{Failed, command, line, run};

const HELP: &str = "install apt-get's packages by hand";

/// Sees to it that something is there: as it is, or from Debian's packages where this is Debian and
/// the task runs as root; otherwise says what to install.
pub(crate) fn ensure<T>(
    find: impl Fn() -> Option<T>,
    packages: &[&str],
    help: &'static str,
) -> Result<T, Failed> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if may_install() {
        // The packages that a fresh machine knows of may be too old.
        run(command("apt-get", &["update", "--quiet=2"]), HELP)?;
        let install = ["install", "--quiet=2", "--assume-yes", "--no-install-recommends"];
        let mut install = command("apt-get", &[&install[..], packages].concat());
        install.env("DEBIAN_FRONTEND", "noninteractive");
        run(install, HELP)?;
    }
    find().ok_or(Failed::Missing(help))
}

fn may_install() -> bool {
    line(command("id", &["-u"])).as_deref() == Some("0")
        && line(command("apt-get", &["--version"])).is_some()
}

/// The first file of an installed package whose path ends so.
pub(crate) fn file_of(package: &str, ending: &str) -> Option<String> {
    let files = crate::run::output(command("dpkg", &["-L", package]))?;
    let files = String::from_utf8(files).ok()?;
    files.lines().find(|path| path.ends_with(ending)).map(str::to_owned)
}
