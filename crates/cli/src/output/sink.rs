//! Where bytes go: a file or standard output, in the encoding that was asked for.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use encoding_rs::GB18030;

use crate::args::OutputEncoding;
use crate::error::CliError;

/// Bytes that go out.
pub(crate) type Sink = Box<dyn Write + Send>;

/// How much is held before it goes out.
const HELD: usize = 1 << 16;

/// A file, or standard output where none is named.
pub(crate) fn open(path: Option<&Path>) -> Result<Sink, CliError> {
    Ok(match path {
        Some(path) => {
            let file = File::create(path);
            let of_file = |error| CliError::File { path: path.to_owned(), error };
            Box::new(BufWriter::with_capacity(HELD, file.map_err(of_file)?))
        }
        None => Box::new(BufWriter::with_capacity(HELD, io::stdout())),
    })
}

/// The same, for text in this encoding.
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

/// Text that goes out in GB18030, which has every character.
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
        let (encoded, _, _) = GB18030.encode(whole);
        self.to.write_all(&encoded)?;
        let taken = whole.len();
        self.rest.drain(..taken);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
