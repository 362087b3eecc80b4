//! A place in a file.

/// A place in a file: line and column as people count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Place {
    /// The line, from 1.
    pub line: u64,
    /// The character within the line, from 1.
    pub column: u64,
}

impl Place {
    /// Where a file starts.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place behind a text that starts here. A line ends in LF, CR LF or CR.
    pub fn behind(self, text: &str) -> Self {
        let ends = line_ends(text.as_bytes());
        if ends == 0 {
            return Self { column: self.column.saturating_add(characters(text)), ..self };
        }
        let last = text.rfind(['\n', '\r']).and_then(|end| text.get(end + 1..)).unwrap_or("");
        Self { line: self.line.saturating_add(ends), column: 1 + characters(last) }
    }
}

fn characters(text: &str) -> u64 {
    count(text.chars().count())
}

fn line_ends(bytes: &[u8]) -> u64 {
    let feeds = count_of(bytes, b'\n');
    let returns = count_of(bytes, b'\r');
    if returns == 0 {
        return feeds;
    }
    let pairs =
        bytes.iter().zip(bytes.iter().skip(1)).filter(|pair| *pair == (&b'\r', &b'\n')).count();
    (feeds + returns).saturating_sub(count(pairs))
}

/// How many of the bytes are this one. A chunk's number fits a byte, so that many are counted at
/// once.
fn count_of(bytes: &[u8], wanted: u8) -> u64 {
    const CHUNK: usize = 255;
    let in_chunk = |chunk: &[u8]| chunk.iter().map(|byte| u8::from(*byte == wanted)).sum::<u8>();
    bytes.chunks(CHUNK).map(|chunk| u64::from(in_chunk(chunk))).sum()
}

/// A number of things in memory as a count in a file.
pub(crate) fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

/// A piece of the file to show to people: one line, no control characters, of bounded length.
pub(crate) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = text
        .chars()
        .take(LONGEST)
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}
