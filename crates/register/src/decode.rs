//! Bytes as characters, a piece of the file at a time.

use encoding_rs::{DecoderResult, GB18030};

use crate::encoding::Encoding;
use crate::place::count;

/// The most bytes that stand for one character.
const LONGEST: usize = 4;

/// Turns bytes into characters. It remembers nothing: what the end of a piece cuts off is left for
/// the next one.
pub(crate) struct Decoder {
    encoding: Encoding,
}

/// What became of a piece.
pub(crate) struct Decoded {
    /// So many bytes are text now.
    pub taken: usize,
    /// What stands behind them.
    pub rest: Rest,
}

/// What stands behind the text of a piece.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Rest {
    /// Nothing, or the beginning of a character.
    CutOff,
    /// Bytes that aren't text, whatever comes.
    Broken,
}

impl Decoder {
    pub const fn new(encoding: Encoding) -> Self {
        Self { encoding }
    }

    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Puts what is text among the bytes behind a text. They may end within a character.
    pub fn decode(&self, bytes: &[u8], text: &mut String) -> Decoded {
        match self.encoding {
            Encoding::Utf8 => utf8(bytes, text),
            Encoding::Gb18030 => gb18030(bytes, text),
        }
    }

    /// How many bytes of the file a text was.
    pub fn bytes_of(&self, text: &str) -> u64 {
        match self.encoding {
            Encoding::Utf8 => count(text.len()),
            Encoding::Gb18030 => count(GB18030.encode(text).0.len()),
        }
    }
}

fn utf8(bytes: &[u8], text: &mut String) -> Decoded {
    let whole = bytes.len() - cut_off(bytes);
    let (whole, _) = bytes.split_at_checked(whole).unwrap_or((bytes, &[]));
    match simdutf8::compat::from_utf8(whole) {
        Ok(valid) => {
            text.push_str(valid);
            Decoded { taken: valid.len(), rest: Rest::CutOff }
        }
        Err(error) => {
            let valid = whole.get(..error.valid_up_to()).unwrap_or(&[]);
            text.push_str(core::str::from_utf8(valid).unwrap_or(""));
            Decoded { taken: valid.len(), rest: Rest::Broken }
        }
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

fn gb18030(bytes: &[u8], text: &mut String) -> Decoded {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let longest = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    text.reserve(longest.unwrap_or(bytes.len()));
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, text, true);
    match result {
        DecoderResult::InputEmpty | DecoderResult::OutputFull => {
            Decoded { taken: read, rest: Rest::CutOff }
        }
        DecoderResult::Malformed(length, behind) => {
            let taken = read.saturating_sub(usize::from(length) + usize::from(behind));
            // What ends with the piece may go on in the next one.
            let is_cut_off = read == bytes.len() && bytes.len() - taken < LONGEST;
            Decoded { taken, rest: if is_cut_off { Rest::CutOff } else { Rest::Broken } }
        }
    }
}
