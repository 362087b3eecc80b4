//! What doesn't matter in writing: letter case, full or half width, outer spaces.

use std::borrow::Cow;

/// A text without its outer spaces, those that nobody sees included.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

/// A text as it is compared: without outer spaces, ASCII for its full-width twins, in small letters.
/// Most texts are so already and are borrowed.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    let text = trimmed(text);
    if text.chars().all(|c| folded_char(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(folded_char).collect())
    }
}

/// Whether a text is a word, once both are folded.
pub(crate) fn is_same(folded: &str, word: &str) -> bool {
    trimmed(word).chars().map(folded_char).eq(folded.chars())
}

fn folded_char(c: char) -> char {
    /// From a full-width sign to its ASCII twin.
    const APART: u32 = 0xfee0;
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - APART).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    };
    narrow.to_ascii_lowercase()
}
