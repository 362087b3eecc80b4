//! Where bytes go, in the encoding that was asked for.

use std::io::{self, Write};

use encoding_rs::GB18030;

use crate::args::OutputEncoding;
use crate::error::CliError;

/// Bytes that go out.
pub(crate) type Sink = Box<dyn Write + Send>;

/// Somewhere for text in this encoding.
pub(crate) fn encoded(mut to: Sink, encoding: OutputEncoding) -> Result<Sink, CliError> {
    Ok(match encoding {
        OutputEncoding::Utf8 => to,
        OutputEncoding::Utf8Bom => {
            to.write_all("\u{feff}".as_bytes())?;
            to
        }
        OutputEncoding::Gb18030 => Box::new(Gb18030 { to, rest: Vec::new() }),
    })
}

/// Text that goes out in GB18030, which has every character that isn't of private use.
struct Gb18030 {
    to: Sink,
    /// The beginning of a character whose end hasn't come yet.
    rest: Vec<u8>,
}

impl Write for Gb18030 {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.rest.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.rest) {
            Ok(text) => text,
            Err(error) if error.error_len().is_none() => {
                let whole = self.rest.get(..error.valid_up_to()).unwrap_or_default();
                std::str::from_utf8(whole).map_err(io::Error::other)?
            }
            Err(error) => return Err(io::Error::other(error)),
        };
        let (encoded, _, is_lost) = GB18030.encode(whole);
        // A few characters of private use have no code there, or one that stands for another.
        let is_private = |sign| matches!(sign, '\u{e000}'..='\u{f8ff}');
        let is_other = || whole.chars().any(is_private) && GB18030.decode(&encoded).0 != whole;
        if is_lost || is_other() {
            return Err(io::Error::other(
                "a character of private use that GB18030 doesn't have; take UTF-8",
            ));
        }
        self.to.write_all(&encoded)?;
        let taken = whole.len();
        self.rest.drain(..taken);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
