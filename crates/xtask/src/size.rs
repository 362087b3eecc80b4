//! How large the module for pages may be: what it is now is printed, and growth shows in the change
//! that causes it. The numbers stand in `wasm.rs`.

use std::path::Path;

use crate::run::{Failed, command, output};

/// The most bytes of a module.
pub(crate) struct Bounds {
    /// As a file.
    pub(crate) raw: usize,
    /// As it goes over the wire, compressed as servers do.
    pub(crate) compressed: usize,
}

/// Prints the size of a file, and fails beyond the bounds.
pub(crate) fn held(path: &Path, bounds: &Bounds) -> Result<(), Failed> {
    let (raw, compressed) = (size(path)?, compressed(path)?);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let said = format!("{name}: {raw} bytes, {compressed} gzipped");
    println!("{said}");
    let Bounds { raw: most, compressed: most_compressed } = bounds;
    if raw > *most || compressed > *most_compressed {
        return Err(Failed::TooLarge(format!("{said}; at most {most} and {most_compressed}")));
    }
    Ok(())
}

/// Prints the size of a file that no bounds are set for.
pub(crate) fn told(path: &Path) -> Result<(), Failed> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    println!("{name}: {} bytes, {} gzipped", size(path)?, compressed(path)?);
    Ok(())
}

fn size(path: &Path) -> Result<usize, Failed> {
    let bytes = std::fs::read(path);
    bytes.map(|bytes| bytes.len()).map_err(|error| Failed::File { path: path.into(), error })
}

fn compressed(path: &Path) -> Result<usize, Failed> {
    let mut gzip = command("gzip", &["-9", "--no-name", "--stdout"]);
    gzip.arg(path);
    output(gzip).map(|bytes| bytes.len()).ok_or(Failed::Missing("install gzip"))
}
