//! Bytes as text: a window of the file, which moves on row by row.

use std::io::Read;

use crate::error::ReadError;
use crate::place::Place;

/// The most bytes that one row, or one JSON object, may have.
pub const LONGEST_ROW: usize = 64 << 20;

/// How many bytes are read at a time, where rows are short.
const CHUNK: usize = 128 << 10;

/// How many bytes that aren't text are shown.
const SHOWN: usize = 4;

/// A file as text, from the place that reading has come to.
pub(crate) struct Text<R> {
    input: R,
    /// What was read and isn't text yet: the first bytes of a character.
    raw: Vec<u8>,
    /// What is text, behind what was consumed.
    text: String,
    /// How much of it was consumed.
    from: usize,
    place: Place,
    beyond: Beyond,
}

/// What stands behind the text in the window.
enum Beyond {
    /// More of the file.
    More,
    /// Nothing: the file ends.
    End,
    /// Bytes that aren't UTF-8.
    NotText(Vec<u8>),
    /// Something that can't be read.
    Unreadable(std::io::Error),
}

/// What came of asking for more text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum More {
    /// The window has more text now.
    Text,
    /// The file has ended.
    End,
    /// The window holds as much as one row may have.
    TooLong,
}

impl<R: Read> Text<R> {
    /// The text of a file, past its byte order mark if it has one.
    pub fn new(input: R) -> Result<Self, ReadError> {
        let mut text = Self {
            input,
            raw: Vec::new(),
            text: String::new(),
            from: 0,
            place: Place::START,
            beyond: Beyond::More,
        };
        text.more()?;
        const MARK: &str = "\u{feff}";
        if text.rest().starts_with(MARK) {
            text.consume(MARK.len());
            text.place.column = Place::START.column;
        }
        Ok(text)
    }

    /// What of the text is in the window.
    pub fn rest(&self) -> &str {
        self.text.get(self.from..).unwrap_or("")
    }

    /// Where the window starts.
    pub fn place(&self) -> Place {
        self.place
    }

    /// The place of an offset in the window.
    pub fn place_at(&self, offset: usize) -> Place {
        self.place.behind(self.rest().get(..offset).unwrap_or(self.rest()))
    }

    /// Whether the window reaches to the end of the file.
    pub fn is_all(&self) -> bool {
        matches!(self.beyond, Beyond::End)
    }

    /// Moves on. Everything that was borrowed from the window is behind.
    pub fn consume(&mut self, bytes: usize) {
        let gone = self.rest().get(..bytes).unwrap_or(self.rest());
        let length = gone.len();
        self.place = self.place.behind(gone);
        self.from += length;
    }

    /// Reads on, at least as much as the window holds, so that a long row is looked at few times.
    pub fn more(&mut self) -> Result<More, ReadError> {
        if self.rest().len() >= LONGEST_ROW {
            return Ok(More::TooLong);
        }
        match core::mem::replace(&mut self.beyond, Beyond::End) {
            Beyond::More => {}
            Beyond::End => return Ok(More::End),
            Beyond::NotText(bytes) => return Err(self.not_text(&bytes)),
            Beyond::Unreadable(source) => {
                return Err(ReadError::Io { line: self.place_at(usize::MAX).line, source });
            }
        }
        self.text.drain(..self.from);
        self.from = 0;
        let room = LONGEST_ROW.saturating_sub(self.text.len());
        let wanted = CHUNK.max(self.text.len()).min(room);
        let mut limited = self.input.by_ref().take(crate::place::count(wanted));
        self.beyond = match limited.read_to_end(&mut self.raw) {
            Ok(bytes) if bytes == wanted => Beyond::More,
            Ok(_) => Beyond::End,
            Err(source) => Beyond::Unreadable(source),
        };
        let before = self.text.len();
        self.decode();
        if self.text.len() > before { Ok(More::Text) } else { self.more() }
    }

    /// Takes what is text among the bytes that were read.
    fn decode(&mut self) {
        let whole = self.raw.len() - cut_off(&self.raw);
        let (whole, _) = self.raw.split_at_checked(whole).unwrap_or((&self.raw, &[]));
        let (valid, is_broken) = match core::str::from_utf8(whole) {
            Ok(text) => {
                self.text.push_str(text);
                (text.len(), false)
            }
            Err(error) => {
                let valid = whole.get(..error.valid_up_to()).unwrap_or(&[]);
                self.text.push_str(core::str::from_utf8(valid).unwrap_or(""));
                (valid.len(), true)
            }
        };
        self.raw.drain(..valid);
        if is_broken || (self.is_all() && !self.raw.is_empty()) {
            self.beyond = Beyond::NotText(self.raw.iter().copied().take(SHOWN).collect());
        }
    }

    fn not_text(&self, bytes: &[u8]) -> ReadError {
        let Place { line, column, byte } = self.place_at(self.rest().len());
        let found: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
        ReadError::NotUtf8 { line, column, byte, found: found.join(" ") }
    }
}

/// How many bytes at the end are the beginning of a character whose rest is still to come.
fn cut_off(bytes: &[u8]) -> usize {
    let long_enough = |lead: u8| match lead {
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xFF => 4,
        0x00..=0xBF => 1,
    };
    let ending = bytes.iter().rev().take(3).zip(1..);
    ending
        .filter(|(byte, _)| **byte >= 0xC0)
        .find_map(|(byte, length)| (long_enough(*byte) > length).then_some(length))
        .unwrap_or(0)
}
