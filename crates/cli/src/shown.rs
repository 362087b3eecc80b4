//! Texts of a register as people are shown them: bounded, and without what a terminal would obey.

use std::io::Write;

/// The most characters of a cell that a table shows.
const LONGEST: usize = 60;

/// Says a line on standard error; where that can't be written to, nobody is there to be told.
pub(crate) fn tell(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// A text of one line.
pub(crate) fn line(text: &str) -> String {
    text.chars().map(|character| if is_obeyed(character) { REPLACED } else { character }).collect()
}

/// A text of several lines.
pub(crate) fn lines(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The text of a table's cell.
pub(crate) fn cell(text: &str) -> String {
    let mut shown: String = line(&text.chars().take(LONGEST).collect::<String>());
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// What stands for a character that isn't shown.
const REPLACED: char = char::REPLACEMENT_CHARACTER;

/// Whether a terminal would do something else with a character than show it: control characters,
/// and those that turn the direction of writing.
fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
