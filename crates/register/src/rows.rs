//! The rows of a register, one after the other.

use std::io::Read;

use qiaolian_core::policy::Rulebook;
use qiaolian_resolve::Column;

use crate::csv::Csv;
use crate::error::ReadError;
use crate::format::Format;
use crate::json::Elements;
use crate::jsonl::Lines;
use crate::objects::Objects;
use crate::row::Entry;
use crate::table::{Table, TitleRow};
use crate::text::Text;
use crate::vocabulary::Vocabulary;

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
}

/// Opens a register: reads up to its header, or into its array.
///
/// # Errors
/// It can't be read, or none of its first rows is a header.
pub fn open<R: Read>(input: R, format: Format, rulebook: &Rulebook) -> Result<Rows<R>, ReadError> {
    let vocabulary = Vocabulary::new(rulebook);
    let mut text = Text::new(input)?;
    let body = match format {
        Format::Csv => Body::Csv(Table::new(Csv::new(text), &vocabulary)?),
        Format::Json => {
            let elements = Elements::new(&mut text)?;
            Body::Json(Objects::new(text, elements, vocabulary))
        }
        Format::Jsonl => Body::Jsonl(Objects::new(text, Lines, vocabulary)),
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
            Body::Json(_) | Body::Jsonl(_) => &[],
        }
    }

    /// The headers as they are written, each with the column that it means, without those that a
    /// rejects file adds; JSON has none.
    #[must_use]
    pub fn headers(&self) -> Vec<(&str, Option<Column>)> {
        match &self.body {
            Body::Csv(table) => table.headers().collect(),
            Body::Json(_) | Body::Jsonl(_) => Vec::new(),
        }
    }
}
