//! Where a register comes from: a file, standard input, or the policy's own list of places.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::rc::Rc;

use qiaolian_core::policy::Rulebook;
use qiaolian_register::{Entry, Format, Rows, open};
use sha2::{Digest, Sha256};

use crate::args::InputFormat;
use crate::error::CliError;

/// The name of standard input.
const STANDARD_INPUT: &str = "-";

/// Bytes of a register, digested as they are read.
pub(crate) struct Digested {
    inner: BufReader<Box<dyn Read>>,
    digest: InputDigest,
}

/// The digest of the bytes read so far.
#[derive(Clone, Default)]
pub(crate) struct InputDigest(Rc<RefCell<Sha256>>);

impl InputDigest {
    /// As it is written, `sha256:…`.
    pub(crate) fn text(&self) -> String {
        digest_text(&self.0.borrow().clone().finalize())
    }
}

impl Read for Digested {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.digest.0.borrow_mut().update(buffer.get(..count).unwrap_or_default());
        Ok(count)
    }
}

impl From<InputFormat> for Format {
    fn from(format: InputFormat) -> Self {
        match format {
            InputFormat::Csv => Self::Csv,
            InputFormat::Json => Self::Json,
            InputFormat::Jsonl => Self::Jsonl,
        }
    }
}

/// A register that is being read.
pub(crate) struct Register {
    /// How it is called in messages.
    name: String,
    rows: Rows<Digested>,
    digest: InputDigest,
}

impl Register {
    /// Opens a register and reads up to its first row.
    pub(crate) fn open(
        path: &Path,
        format: Option<InputFormat>,
        rulebook: &Rulebook,
    ) -> Result<Self, CliError> {
        let name = path.display().to_string();
        let of_file = |error| CliError::File { path: path.to_owned(), error };
        let bytes: Box<dyn Read> = if path.as_os_str() == STANDARD_INPUT {
            Box::new(io::stdin())
        } else {
            Box::new(File::open(path).map_err(of_file)?)
        };
        let mut inner = BufReader::with_capacity(1 << 16, bytes);
        let format = match format {
            Some(format) => format.into(),
            None => match Format::from_path(path) {
                Some(format) => format,
                None => Format::detect(inner.fill_buf().map_err(of_file)?),
            },
        };
        let digest = InputDigest::default();
        let input = Digested { inner, digest: digest.clone() };
        match open(input, format, rulebook) {
            Ok(rows) => Ok(Self { name, rows, digest }),
            Err(error) => Err(CliError::Register { file: name, error }),
        }
    }

    /// Goes on to the next row, none behind the last one.
    pub(crate) fn next_row(&mut self) -> Result<Option<Entry<'_>>, CliError> {
        let file = &self.name;
        self.rows.next_row().map_err(|error| CliError::Register { file: file.clone(), error })
    }

    /// How many rows below the header were read.
    pub(crate) fn read(&self) -> u64 {
        self.rows.read()
    }

    /// How it is called in messages.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The digest of the bytes read so far.
    pub(crate) fn digest(&self) -> String {
        self.digest.text()
    }
}

/// A digest as it is written.
pub(crate) fn digest_text(bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}
