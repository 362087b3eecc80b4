//! The files of the checkout.

use std::fs;
use std::path::{Path, PathBuf};

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failed {
    /// A file couldn't be read or written.
    #[error("`{}`: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// A file of vectors isn't one.
    #[error("`{}`: {error}", path.display())]
    NoVectors {
        /// Which.
        path: PathBuf,
        /// Why.
        error: serde_json::Error,
    },
    /// Clauses lack something.
    #[error("{}", .0.join("\n"))]
    Lacking(Vec<String>),
}

/// The folder of the checkout.
pub(crate) fn checkout() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// A text of the checkout.
pub(crate) struct Source {
    /// Its path in the checkout, with slashes.
    pub(crate) path: String,
    /// What stands in it.
    pub(crate) text: String,
}

/// The texts below a folder whose names end so, by path.
pub(crate) fn below(checkout: &Path, folder: &str, ending: &str) -> Result<Vec<Source>, Failed> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let path = checkout.join(&folder);
        let failed = |error| Failed::File { path: path.clone(), error };
        for entry in fs::read_dir(&path).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(failed)?.is_dir() {
                folders.push(path);
            } else if path.ends_with(ending) {
                let text = fs::read_to_string(checkout.join(&path)).map_err(failed)?;
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}
