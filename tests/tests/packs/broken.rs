//! A good pack with something broken in it, and the mistakes that reading it shows.

use qiaolian_pack::{Fault, Files, LoadError, load};
use qiaolian_tests::folder;

/// A change to a pack: the file, the text that is taken out, the text that is put in its place.
pub type Edit<'t> = (&'t str, &'t str, &'t str);

/// What a mistake is to look like.
pub struct Expected<'t> {
    /// The text that it points to, which stands once in the file; nothing for the whole file.
    pub at: &'t str,
    /// What was found.
    pub found: &'t str,
    /// What was expected.
    pub expected: &'t str,
    /// How to mend it.
    pub help: &'t str,
}

/// The files of the made-up pack, which is good.
pub fn made_up() -> Result<Files, LoadError> {
    Files::read(&folder().join("packs/made-up"))
}

/// The files with a text in one of them replaced, which has to stand there once.
pub fn edited(files: Files, (name, from, to): Edit<'_>) -> Files {
    let text = files.text(name);
    assert_eq!(text.matches(from).count(), 1, "{name}: {from}");
    let text = text.replacen(from, to, 1);
    files.with(name, text)
}

/// The mistakes that reading the files shows.
pub fn mistakes(files: &Files) -> Vec<Fault> {
    match load(files) {
        Err(LoadError::Faults(faults)) => faults,
        Ok(_) | Err(LoadError::Unreadable { .. }) => Vec::new(),
    }
}

/// One change to the made-up pack is one mistake, in the file that was changed.
pub fn shows_only(edit: Edit<'_>, expected: &Expected<'_>) -> Result<(), LoadError> {
    shows_only_in(edit.0, edit, expected)
}

/// One change to the made-up pack is one mistake, in a file that may be another one.
pub fn shows_only_in(name: &str, edit: Edit<'_>, expected: &Expected<'_>) -> Result<(), LoadError> {
    let files = edited(made_up()?, edit);
    let faults = mistakes(&files);
    assert_eq!(faults.len(), 1, "{:#?}", shown(&faults));
    faults.iter().for_each(|fault| check(fault, &files, name, expected));
    Ok(())
}

/// A mistake is the expected one: its file, line and column, bytes, and words.
pub fn check(fault: &Fault, files: &Files, name: &str, expected: &Expected<'_>) {
    let text = files.text(name);
    let place = if expected.at.is_empty() { (1, 1) } else { place_of(text, expected.at) };
    assert_eq!(fault.file, name, "{fault}");
    assert_eq!((fault.position.line, fault.position.column), place, "{fault}");
    assert!(starts_with(text, fault, expected.at), "{fault}");
    assert_eq!(fault.found, expected.found, "{fault}");
    assert_eq!(fault.expected, expected.expected, "{fault}");
    assert_eq!(fault.help, expected.help, "{fault}");
}

/// Whether the bytes that a mistake points to are in the file and start with a text.
fn starts_with(text: &str, fault: &Fault, at: &str) -> bool {
    let (from, to) = fault.bytes;
    text.get(from..to).is_some() && text.get(from..).is_some_and(|rest| rest.starts_with(at))
}

/// The line and column, in characters, at which a text stands that stands once.
fn place_of(text: &str, wanted: &str) -> (usize, usize) {
    assert_eq!(text.matches(wanted).count(), 1, "{wanted}");
    let before: Vec<char> = text.split(wanted).take(1).flat_map(str::chars).collect();
    let line = before.iter().filter(|character| **character == '\n').count() + 1;
    let column = before.iter().rev().take_while(|character| **character != '\n').count() + 1;
    (line, column)
}

/// The mistakes as people read them.
pub fn shown(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(Fault::to_string).collect()
}
