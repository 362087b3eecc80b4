//! Why a register can't be read, or not further.

use crate::encoding::Encoding;
use crate::format::Format;

/// Why a register can't be read, or not further. Rows before the place were read, none behind it.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// None of the first rows is a header.
    #[error(
        "no header in the first 20 rows: line {line} reads `{found}`, expected one row with two or \
         more of {known}; put the names of the columns, in English or in Chinese, into one row \
         above the data, one a cell, in CSV with a comma between them"
    )]
    NoHeader {
        /// The first line that isn't blank.
        line: u64,
        /// What stands there, empty where the file is.
        found: String,
        /// The headers that are known.
        known: String,
    },
    /// Two columns, or two keys of an object, mean the same.
    #[error(
        "line {line} gives one column twice: found `{found}`, expected each once; take one of the \
         two out, or give it a name of its own"
    )]
    DuplicateHeader {
        /// The line of the header or object.
        line: u64,
        /// Which column or key is the second, from 1.
        column: u64,
        /// Both, as they are written.
        found: String,
    },
    /// The file has bytes that aren't text in its encoding.
    #[error(
        "line {line}, column {column}: found the bytes `{found}`, expected text in {}; save the \
         file as UTF-8 (or all of it as GB18030; in Excel as `CSV UTF-8`, not as `Unicode Text`, \
         which is UTF-16) and read it again, or name its encoding where it was taken for another: rows before this place were read, none behind it", expected.name()
    )]
    NotText {
        /// The line.
        line: u64,
        /// The character of the line, from 1.
        column: u64,
        /// The byte of the file, from 0.
        byte: u64,
        /// The first bytes there, in hexadecimal.
        found: String,
        /// The encoding that the file is in, as it was given or found out.
        expected: Encoding,
    },
    /// A row of a CSV file doesn't end properly.
    #[error(
        "line {line}, column {column}: found `{found}`, expected {}; a value that starts with a \
         quote ends with one, right before a comma or the end of the line, a quote within it is \
         written twice, and a row has at most 64 MiB: rows before this place were read, none \
         behind it", fault.expected()
    )]
    MalformedCsv {
        /// The line.
        line: u64,
        /// The character of the line, from 1.
        column: u64,
        /// The byte of the file, from 0.
        byte: u64,
        /// What stands there.
        found: String,
        /// What is wrong with it.
        fault: CsvFault,
    },
    /// A JSON file is something else than an array.
    #[error(
        "line {line}, column {column}: found `{found}`, expected `[`; put the records into one \
         array, between `[` and `]`, or read the file as JSON Lines if it has one object a line"
    )]
    NotAnArray {
        /// The line.
        line: u64,
        /// The character of the line, from 1.
        column: u64,
        /// What stands there, empty where the file is.
        found: String,
    },
    /// A record of a JSON file is something else than an object.
    #[error(
        "line {line}, column {column}: record {index} is `{found}`, expected an object; write each \
         record as an object of column names and values: records before this one were read, none \
         behind it"
    )]
    NotAnObject {
        /// The line.
        line: u64,
        /// The character of the line, from 1.
        column: u64,
        /// Which record it is, from 1.
        index: u64,
        /// What stands there.
        found: String,
    },
    /// A JSON file has a mistake.
    #[error(
        "line {line}, column {column}: record {index} isn't JSON at `{found}`: {expected}; mend \
         it there and read the file again: records before this one were read, none behind it"
    )]
    MalformedJson {
        /// The line.
        line: u64,
        /// The character of the line, from 1.
        column: u64,
        /// The byte of the file, from 0.
        byte: u64,
        /// Which record it is, from 1; one more than there are behind the last.
        index: u64,
        /// What stands there.
        found: String,
        /// What is wrong with it, in English.
        expected: String,
    },
    /// The file is in another format than it is said to be in, or in one that isn't read.
    #[error(
        "found a file in the format {found}, expected {}; save it as XLSX or as CSV in UTF-8 in \
         Excel, WPS or LibreOffice; if only the ending of its name is wrong, give it its own (.csv \
         for a table of text)", expected.code()
    )]
    OtherFormat {
        /// What it is: `xls`, `ods`, `text` …
        found: &'static str,
        /// What it was to be.
        expected: Format,
    },
    /// A workbook is damaged, or no workbook.
    #[error(
        "the workbook is damaged: `{found}`; open it in Excel, WPS or LibreOffice, save it as XLSX \
         once more, and read that; if they can't open it either, get it again, it may have been \
         cut off on its way: no row was read"
    )]
    MalformedXlsx {
        /// What is wrong with it, and where in the sheet if it is there, in English.
        found: String,
    },
    /// A workbook is larger than can be held.
    #[error(
        "unpacked, the workbook is too large: found {found}, expected {expected} at most; save the \
         sheet as CSV in UTF-8 and read that, which may be of any length: no row was read"
    )]
    TooLarge {
        /// How large it is, and which part of it.
        found: String,
        /// How large it may be.
        expected: String,
    },
    /// A workbook is locked by a password.
    #[error(
        "found a workbook that is locked by a password; open it, take the password out (File, \
         Info, Protect Workbook) and save it, or save the sheet as CSV in UTF-8"
    )]
    Locked,
    /// There is no sheet of that name.
    #[error(
        "no sheet is named `{found}`: the sheets are {known}; name one of them, or none for the \
         first one that isn't hidden"
    )]
    NoSuchSheet {
        /// The name that was asked for.
        found: String,
        /// The names that there are, `-` where there are no sheets.
        known: String,
    },
    /// All sheets are hidden.
    #[error(
        "all sheets are hidden: {known}; name one of them, or show it in Excel and save the file"
    )]
    NoVisibleSheet {
        /// Their names.
        known: String,
    },
    /// The file can't be read.
    #[error(
        "line {line}: reading stopped: `{source}`; see that the file is there and whole, and read \
         it again: rows before this place were read, none behind it"
    )]
    Io {
        /// The line that reading had come to.
        line: u64,
        /// Why.
        source: std::io::Error,
    },
}

/// What is wrong with a row of a CSV file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CsvFault {
    /// A quote is opened and not closed before the file ends.
    OpenQuote,
    /// Behind a closing quote stands something else than a comma or the end of the line.
    BehindQuote,
    /// The row is longer than a row may be.
    TooLong,
    /// The row has more values than a row may have.
    TooMany,
}

impl CsvFault {
    /// What was expected, in English.
    #[must_use]
    pub const fn expected(self) -> &'static str {
        match self {
            Self::OpenQuote => "a quote that closes this value",
            Self::BehindQuote => "a comma or the end of the line behind a closing quote",
            Self::TooLong => "the end of a row",
            Self::TooMany => "at most 16,384 values in a row",
        }
    }
}

impl ReadError {
    /// Its code, which stays the same whatever the words are.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoHeader { .. } => "no_header",
            Self::DuplicateHeader { .. } => "duplicate_header",
            Self::NotText { .. } => "not_text",
            Self::MalformedCsv { .. } => "malformed_csv",
            Self::NotAnArray { .. } => "not_an_array",
            Self::NotAnObject { .. } => "not_an_object",
            Self::MalformedJson { .. } => "malformed_json",
            Self::OtherFormat { .. } => "other_format",
            Self::MalformedXlsx { .. } => "malformed_xlsx",
            Self::TooLarge { .. } => "too_large",
            Self::Locked => "locked",
            Self::NoSuchSheet { .. } => "no_such_sheet",
            Self::NoVisibleSheet { .. } => "no_visible_sheet",
            Self::Io { .. } => "io",
        }
    }
}
