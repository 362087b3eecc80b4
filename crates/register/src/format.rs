//! The formats of registers, and how to tell them apart.

use std::path::Path;

/// A format that registers come in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Format {
    /// Values separated by commas.
    Csv,
    /// One JSON array of objects.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// A workbook of Excel since 2007, of which one sheet is the register.
    Xlsx,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Json, Self::Jsonl, Self::Xlsx];

    /// Its name on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Xlsx => "xlsx",
        }
    }

    /// Whether its files have sheets, of which one is read.
    #[must_use]
    pub const fn has_sheets(self) -> bool {
        match self {
            Self::Xlsx => true,
            Self::Csv | Self::Json | Self::Jsonl => false,
        }
    }

    /// The format of that name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }

    /// The format that a file's ending stands for, in either letter case.
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "ndjson" => Some(Self::Jsonl),
            "xlsm" => Some(Self::Xlsx),
            other => Self::from_code(other),
        }
    }

    /// The format that a file's first bytes look like: a workbook by its signature, else the first
    /// byte that isn't a space decides. A workbook of another program is XLSX too: reading it says
    /// what it is.
    #[must_use]
    pub fn detect(first_bytes: &[u8]) -> Self {
        if Signature::of(first_bytes).is_some() {
            return Self::Xlsx;
        }
        let text = first_bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(first_bytes);
        match text.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'[') => Self::Json,
            Some(b'{') => Self::Jsonl,
            Some(_) | None => Self::Csv,
        }
    }

    /// The format of a file: what its ending stands for, unless it ends otherwise than a workbook
    /// and is one; by its first bytes where the ending stands for nothing.
    #[must_use]
    pub fn of_file(path: &Path, first_bytes: &[u8]) -> Self {
        match Self::from_path(path) {
            Some(format) if Signature::of(first_bytes).is_none() => format,
            Some(_) | None => Self::detect(first_bytes),
        }
    }
}

/// What files that aren't text begin with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Signature {
    /// A zip archive, as XLSX is one.
    Zip,
    /// A compound file: a workbook of Excel before 2007, or one that is locked by a password.
    Compound,
}

impl Signature {
    /// What a file begins with, if it isn't text by that.
    pub fn of(first_bytes: &[u8]) -> Option<Self> {
        const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];
        const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
        if ZIP.iter().any(|sign| first_bytes.starts_with(sign)) {
            Some(Self::Zip)
        } else {
            first_bytes.starts_with(COMPOUND).then_some(Self::Compound)
        }
    }

    /// The format that such files are in.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zip => "xlsx",
            Self::Compound => "xls",
        }
    }
}
