//! Bytes as text: a window of the file, which moves on row by row.

use std::io::Read;

use crate::decode::{Decoder, Rest};
use crate::encoding::{Encoding, LOOKED_AT};
use crate::error::ReadError;
use crate::format::{Format, Signature};
use crate::place::{Place, count};

/// The most bytes that one row, or one JSON object, may have.
pub const LONGEST_ROW: usize = 64 << 20;

/// How many bytes are read at a time, where rows are short.
const CHUNK: usize = 128 << 10;

/// How many bytes that aren't text are shown.
const SHOWN: usize = 4;

/// A file as text, from the place that reading has come to.
pub(crate) struct Text<R> {
    input: R,
    decoder: Decoder,
    /// What was read and isn't text yet: the first bytes of a character.
    raw: Vec<u8>,
    /// How many bytes of the file are text by now.
    decoded: u64,
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
    /// Bytes that aren't text.
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
    /// The text of a file, past its byte order mark if it has one. An encoding that isn't given is
    /// found out from the first megabyte. A file that isn't text at all, by its first bytes, isn't
    /// in the format.
    pub fn new(input: R, encoding: Option<Encoding>, format: Format) -> Result<Self, ReadError> {
        let mut text = Self {
            input,
            decoder: Decoder::new(encoding.unwrap_or(Encoding::Utf8)),
            raw: Vec::new(),
            decoded: 0,
            text: String::new(),
            from: 0,
            place: Place::START,
            beyond: Beyond::More,
        };
        text.read(if encoding.is_none() { LOOKED_AT } else { CHUNK });
        if let Some(other) = Signature::of(&text.raw) {
            return Err(ReadError::OtherFormat { found: other.name(), expected: format });
        }
        if encoding.is_none() {
            text.decoder = Decoder::new(Encoding::of_first(&text.raw, text.is_all()));
        }
        text.decode();
        if text.rest().is_empty() {
            text.more()?;
        }
        const MARK: &str = "\u{feff}";
        if text.rest().starts_with(MARK) {
            text.consume(MARK.len());
            text.place.column = Place::START.column;
        }
        Ok(text)
    }

    /// The encoding of the file.
    pub const fn encoding(&self) -> Encoding {
        self.decoder.encoding()
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

    /// The byte of the file, from 0, at an offset in the window.
    pub fn byte_at(&self, offset: usize) -> u64 {
        let behind = self.rest().get(offset..).unwrap_or("");
        self.decoded.saturating_sub(self.decoder.bytes_of(behind))
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
        self.read(CHUNK.max(self.text.len()).min(room));
        let before = self.text.len();
        self.decode();
        if self.text.len() > before { Ok(More::Text) } else { self.more() }
    }

    /// Reads so many bytes, fewer where the file ends.
    fn read(&mut self, wanted: usize) {
        let mut limited = self.input.by_ref().take(count(wanted));
        self.beyond = match limited.read_to_end(&mut self.raw) {
            Ok(bytes) if bytes == wanted => Beyond::More,
            Ok(_) => Beyond::End,
            Err(source) => Beyond::Unreadable(source),
        };
    }

    /// Takes what is text among the bytes that were read.
    fn decode(&mut self) {
        let decoded = self.decoder.decode(&self.raw, &mut self.text);
        self.decoded += count(decoded.taken);
        self.raw.drain(..decoded.taken);
        if decoded.rest == Rest::Broken || (self.is_all() && !self.raw.is_empty()) {
            self.beyond = Beyond::NotText(self.raw.iter().copied().take(SHOWN).collect());
        }
    }

    fn not_text(&self, bytes: &[u8]) -> ReadError {
        let end = self.rest().len();
        let (Place { line, column }, byte) = (self.place_at(end), self.byte_at(end));
        let found: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
        ReadError::NotText { line, column, byte, found: found.join(" "), expected: self.encoding() }
    }
}
