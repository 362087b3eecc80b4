//! The rows of a register, one after the other.

use std::io::Read;

use qiaolian_core::policy::Rulebook;
use qiaolian_resolve::Column;

use crate::csv::Csv;
use crate::encoding::Encoding;
use crate::error::ReadError;
use crate::format::Format;
use crate::json::Elements;
use crate::jsonl::Lines;
use crate::objects::Objects;
use crate::place::excerpt;
use crate::row::Entry;
use crate::table::{Table, TitleRow};
use crate::text::Text;
use crate::vocabulary::Vocabulary;
use crate::xlsx::{self, Sheet};

/// How a register is to be read, where that isn't left to be found out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// The encoding of CSV, JSON and JSON Lines. None: what the first megabyte is, UTF-8 or else
    /// GB18030; [`Encoding::of_file`] finds it out from the whole of a file. XLSX has its own.
    pub encoding: Option<Encoding>,
    /// Which sheet of a workbook, hidden or not. None: the first one that isn't hidden.
    pub sheet: Option<String>,
}

/// The rows of a register.
pub struct Rows<R> {
    body: Body<R>,
    read: u64,
    skipped: u64,
    is_over: bool,
}

/// The formats.
enum Body<R> {
    Csv(Table<Csv<R>>),
    Json(Objects<R, Elements>),
    Jsonl(Objects<R, Lines>),
    Xlsx(Table<Sheet>),
}

/// Opens a register: reads up to its header, or into its array; XLSX whole.
///
/// # Errors
/// It can't be read, or none of its first rows is a header.
pub fn open<R: Read>(input: R, format: Format, rulebook: &Rulebook) -> Result<Rows<R>, ReadError> {
    open_with(input, format, &Options::default(), rulebook)
}

/// Opens a register as [`open`] does, and leaves less to be found out.
///
/// # Errors
/// It can't be read, none of its first rows is a header, or there is no such sheet.
pub fn open_with<R: Read>(
    input: R,
    format: Format,
    options: &Options,
    rulebook: &Rulebook,
) -> Result<Rows<R>, ReadError> {
    let Options { encoding, sheet } = options;
    if let (Some(sheet), false) = (sheet, format.has_sheets()) {
        return Err(ReadError::NoSuchSheet { found: excerpt(sheet), known: "-".to_owned() });
    }
    let vocabulary = Vocabulary::new(rulebook);
    let text = |input| Text::new(input, *encoding, format);
    let body = match format {
        Format::Csv => Body::Csv(Table::new(Csv::new(text(input)?), &vocabulary)?),
        Format::Json => {
            let mut text = text(input)?;
            let elements = Elements::new(&mut text)?;
            Body::Json(Objects::new(text, elements, vocabulary))
        }
        Format::Jsonl => Body::Jsonl(Objects::new(text(input)?, Lines, vocabulary)),
        Format::Xlsx => {
            let sheet = xlsx::read(input, sheet.as_deref())?;
            Body::Xlsx(Table::new(sheet, &vocabulary)?)
        }
    };
    Ok(Rows { body, read: 0, skipped: 0, is_over: false })
}

impl<R: Read> Rows<R> {
    /// Goes on to the next row, none behind the last one or behind an error. A row borrows from the
    /// file's window, which moves on with the next call.
    ///
    /// # Errors
    /// The file can't be read any further.
    pub fn next_row(&mut self) -> Result<Option<Entry<'_>>, ReadError> {
        if self.is_over {
            return Ok(None);
        }
        let row = self.read.saturating_add(1);
        let next = match &mut self.body {
            Body::Csv(table) => table.next(row),
            Body::Json(objects) => objects.next(row),
            Body::Jsonl(objects) => objects.next(row),
            Body::Xlsx(table) => table.next(row),
        };
        match &next {
            Ok(Some(Entry::Row(_))) => self.read = row,
            Ok(Some(Entry::Skipped { .. })) => {
                self.read = row;
                self.skipped = self.skipped.saturating_add(1);
            }
            Ok(None) | Err(_) => self.is_over = true,
        }
        next
    }

    /// How many rows below the header were read, blank ones and totals too.
    #[must_use]
    pub const fn read(&self) -> u64 {
        self.read
    }

    /// How many of them were passed over.
    #[must_use]
    pub const fn skipped(&self) -> u64 {
        self.skipped
    }

    /// The rows above the header; JSON has none.
    #[must_use]
    pub fn title_rows(&self) -> &[TitleRow] {
        match &self.body {
            Body::Csv(table) => table.titles(),
            Body::Xlsx(table) => table.titles(),
            Body::Json(_) | Body::Jsonl(_) => &[],
        }
    }

    /// The headers as they are written, each with the column that it means, without those that a
    /// rejects file adds; JSON has none.
    #[must_use]
    pub fn headers(&self) -> Vec<(&str, Option<Column>)> {
        match &self.body {
            Body::Csv(table) => table.headers().collect(),
            Body::Xlsx(table) => table.headers().collect(),
            Body::Json(_) | Body::Jsonl(_) => Vec::new(),
        }
    }

    /// The columns that mean nothing to the rules, as [`Row::extra`](crate::Row::extra) names them;
    /// none known beforehand where each record names its own, as in JSON.
    #[must_use]
    pub fn own_columns(&self) -> Option<Vec<String>> {
        match &self.body {
            Body::Csv(table) => Some(table.own_columns()),
            Body::Xlsx(table) => Some(table.own_columns()),
            Body::Json(_) | Body::Jsonl(_) => None,
        }
    }

    /// The encoding that the file is in, as it was given or found out; XLSX has its own.
    #[must_use]
    pub const fn encoding(&self) -> Option<Encoding> {
        match &self.body {
            Body::Csv(table) => Some(table.grid().encoding()),
            Body::Json(objects) => Some(objects.encoding()),
            Body::Jsonl(objects) => Some(objects.encoding()),
            Body::Xlsx(_) => None,
        }
    }

    /// The name of the sheet that is read; only workbooks have sheets.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match &self.body {
            Body::Xlsx(table) => Some(table.grid().name()),
            Body::Csv(_) | Body::Json(_) | Body::Jsonl(_) => None,
        }
    }
}
