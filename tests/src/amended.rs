//! Yuxi's pack with some changes, as a city amends its plan.

use std::error::Error;
use std::fs;

use qiaolian::Policy;

use crate::folder;

/// One change: which file, what stands there, which time from 0 it stands there, what stands for it.
pub type Edit<'e> = (&'e str, &'e str, usize, &'e str);

/// The policy of Yuxi's files with these changes made, in their order.
///
/// # Errors
/// A file can't be read, a text isn't in it, or the pack doesn't hold up any more.
pub fn amended(edits: &[Edit<'_>]) -> Result<Policy, Box<dyn Error>> {
    let mut files = Vec::new();
    for file in fs::read_dir(folder().join("../crates/policies/yuxi-2020"))? {
        let path = file?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        files.push((name, fs::read_to_string(&path)?));
    }
    for (file, from, nth, to) in edits {
        let text = files.iter_mut().find(|(name, _)| name == file);
        let (_, text) = text.ok_or_else(|| format!("no file {file}"))?;
        let at = text.match_indices(from).nth(*nth).map(|(at, _)| at);
        let at = at.ok_or_else(|| format!("{file} has `{from}` not so often"))?;
        text.replace_range(at..at + from.len(), to);
    }
    Ok(Policy::load_texts(files)?)
}
