//! Where a register comes from: a file, or standard input.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::rc::Rc;

use qiaolian_core::policy::Rulebook;
use qiaolian_register::{Encoding, Entry, Format, Options, Rows, open_with};
use sha2::{Digest, Sha256};

use crate::args::{InputArgs, InputFormat};
use crate::error::CliError;
use crate::progress::Progress;

/// The name of standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// Bytes of a register, digested as they are read.
pub(crate) struct Digested {
    inner: BufReader<Box<dyn Read>>,
    digest: InputDigest,
    progress: Progress,
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
        self.progress.advance(count);
        Ok(count)
    }
}

impl From<InputFormat> for Format {
    fn from(format: InputFormat) -> Self {
        match format {
            InputFormat::Csv => Self::Csv,
            InputFormat::Json => Self::Json,
            InputFormat::Jsonl => Self::Jsonl,
            InputFormat::Xlsx => Self::Xlsx,
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
        args: &InputArgs,
        rulebook: &Rulebook,
    ) -> Result<Self, CliError> {
        let name = path.display().to_string();
        let of_file = |error| CliError::File { path: path.to_owned(), error };
        let Source { bytes, whole } = Source::open(path).map_err(of_file)?;
        let mut inner = BufReader::with_capacity(1 << 16, bytes);
        let format = match args.input_format {
            Some(format) => format.into(),
            None => Format::of_file(path, inner.fill_buf().map_err(of_file)?),
        };
        let encoding = match (args.encoding, &whole) {
            (Some(encoding), _) => Some(encoding.into()),
            // A pipe's is found out from its beginning, which is all that can be looked at twice.
            (None, None) => None,
            (None, Some(_)) if format.has_sheets() => None,
            (None, Some(_)) => Some(Encoding::of_file(path).map_err(of_file)?),
        };
        let options = Options { encoding, sheet: args.sheet.clone() };
        let digest = InputDigest::default();
        let progress = Progress::new(whole);
        let input = Digested { inner, digest: digest.clone(), progress };
        match open_with(input, format, &options, rulebook) {
            Ok(rows) => Ok(Self { name, rows, digest }),
            Err(error) => Err(CliError::Register { file: name, error }),
        }
    }

    /// Goes on to the next row, none behind the last one.
    pub(crate) fn next_row(&mut self) -> Result<Option<Entry<'_>>, CliError> {
        let file = &self.name;
        self.rows.next_row().map_err(|error| CliError::Register { file: file.clone(), error })
    }

    /// The rows themselves.
    pub(crate) fn rows(&self) -> &Rows<Digested> {
        &self.rows
    }

    /// The register's columns as they are written, where they are known beforehand.
    pub(crate) fn columns(&self) -> Option<Vec<String>> {
        let headers = || self.rows.headers().into_iter().map(|(name, _)| name.to_owned());
        self.rows.own_columns().is_some().then(|| headers().collect())
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

/// Bytes that are opened.
struct Source {
    bytes: Box<dyn Read>,
    /// How many there are, of a file that can be read twice.
    whole: Option<u64>,
}

impl Source {
    fn open(path: &Path) -> io::Result<Self> {
        if path.as_os_str() == STANDARD_INPUT {
            return Ok(Self { bytes: Box::new(io::stdin()), whole: None });
        }
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        let whole = metadata.is_file().then_some(metadata.len());
        Ok(Self { bytes: Box::new(file), whole })
    }
}

/// A digest as it is written.
pub(crate) fn digest_text(bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}
