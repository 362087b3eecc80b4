//! What doesn't matter in writing: letter case, full or half width, outer spaces.

use std::borrow::Cow;

/// A text without its outer spaces, those that nobody sees included.
pub(crate) fn trimmed(text: &str) -> &str {
    if is_edged(text.as_bytes()) {
        return text;
    }
    let mut rest = text.chars();
    while rest.clone().next().is_some_and(is_space) {
        rest.next();
    }
    while rest.clone().next_back().is_some_and(is_space) {
        rest.next_back();
    }
    rest.as_str()
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// Whether a text begins and ends with signs that are no spaces, as nearly all do: visible ASCII, or
/// ideographs. These are told by their bytes, since no space starts with the same one.
fn is_edged(text: &[u8]) -> bool {
    let is_ideograph = |byte: &u8| (0xE4..=0xE9).contains(byte);
    match text {
        [] => true,
        [first, .., lead, _, last] if !last.is_ascii() => {
            is_ideograph(lead) && (first.is_ascii_graphic() || is_ideograph(first))
        }
        [first, .., last] => {
            last.is_ascii_graphic() && (first.is_ascii_graphic() || is_ideograph(first))
        }
        [only] => only.is_ascii_graphic(),
    }
}

/// A text as it is compared: without outer spaces, ASCII for its full-width twins, in small letters.
/// Most texts are so already and are borrowed.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    let text = trimmed(text);
    if !may_fold(text.as_bytes()) || text.chars().all(|c| folded_char(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(folded_char).collect())
    }
}

/// Whether a text may have a sign that is folded, by its bytes: full-width signs and the wide space
/// start with two bytes that ideographs don't start with.
fn may_fold(text: &[u8]) -> bool {
    text.iter().fold(false, |may, byte| may | matches!(byte, b'A'..=b'Z' | 0xE3 | 0xEF))
}

/// Puts a text behind a list of texts.
pub(crate) fn put(list: &mut String, between: &str, text: &str) {
    if !list.is_empty() {
        list.push_str(between);
    }
    list.push_str(text);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_ways_give_what_the_long_ones_give() {
        let is_space = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
        let signs: Vec<char> = (0..=0x3_0000).filter_map(char::from_u32).collect();
        for sign in signs {
            for text in [
                format!("{sign}"),
                format!("{sign}村"),
                format!("村{sign}"),
                format!("a{sign}"),
                format!("{sign}a"),
                format!("村{sign}社"),
            ] {
                assert_eq!(trimmed(&text), text.trim_matches(is_space), "{text:?}");
                let plain: String = trimmed(&text).chars().map(folded_char).collect();
                assert_eq!(folded(&text), plain, "{text:?}");
            }
        }
    }
}
