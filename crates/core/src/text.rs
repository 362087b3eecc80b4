//! Texts cut in parts.

/// The text before the first such sign and the text behind it: `str::split_once` for one sign, once for
/// every place that needs it, where a module has to be small.
#[inline(never)]
#[must_use]
pub fn cut(text: &str, mark: char) -> Option<(&str, &str)> {
    let (at, _) = text.char_indices().find(|(_, sign)| *sign == mark)?;
    Some((text.get(..at)?, text.get(at + mark.len_utf8()..)?))
}

/// The parts of a text between such signs: `str::split` for one sign.
pub fn parts(text: &str, mark: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    core::iter::from_fn(move || {
        let text = rest?;
        let (part, behind) = match cut(text, mark) {
            Some((part, behind)) => (part, Some(behind)),
            None => (text, None),
        };
        rest = behind;
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_as_the_standard_library_cuts_them() {
        for text in ["", "#", "a#b#c", "年月日", "2023年1月", "#年", "nothing"] {
            for mark in ['#', '年', 'x'] {
                assert_eq!(cut(text, mark), text.split_once(mark), "{text} at {mark}");
                assert!(parts(text, mark).eq(text.split(mark)), "{text} between {mark}");
            }
        }
    }
}
