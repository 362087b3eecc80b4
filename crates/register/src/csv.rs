//! CSV: rows of values with commas between them.
//!
//! Strict where leniency would lose rows: a quote that is never closed, or that closes in the
//! middle of a value, would swallow whatever stands before the next quote. A quote within a value
//! that doesn't start with one is a sign like others. Empty lines are rows too.

use std::borrow::Cow;
use std::io::Read;

use memchr::{memchr, memchr3};
use qiaolian_resolve::Cell;

use crate::encoding::Encoding;
use crate::error::{CsvFault, ReadError};
use crate::place::{Place, excerpt};
use crate::table::Grid;
use crate::text::{More, Text};

/// The most values of a row, as many as a sheet has columns: a row of nothing but commas would take
/// many times its length.
const MOST_VALUES: usize = 16_384;

/// A CSV file, at one of its rows.
pub(crate) struct Csv<R> {
    text: Text<R>,
    /// The values of the row, in the window.
    values: Vec<Value>,
    /// How much of the window the row takes, with the end of its line.
    length: usize,
}

/// Where a value stands in the window, without its quotes.
#[derive(Clone, Copy)]
struct Value {
    from: usize,
    until: usize,
    /// Whether quotes within it are written twice.
    has_quotes: bool,
}

/// What became of looking for the end of a row.
enum End {
    /// The row takes so many bytes.
    At(usize),
    /// It lies behind the window.
    Beyond,
    /// The row is broken.
    Broken { at: usize, fault: CsvFault },
}

impl<R: Read> Csv<R> {
    pub fn new(text: Text<R>) -> Self {
        Self { text, values: Vec::new(), length: 0 }
    }

    pub const fn encoding(&self) -> Encoding {
        self.text.encoding()
    }

    fn fault(&self, at: usize, fault: CsvFault) -> ReadError {
        let (Place { line, column }, byte) = (self.text.place_at(at), self.text.byte_at(at));
        let found = excerpt(self.text.rest().get(at..).unwrap_or(""));
        ReadError::MalformedCsv { line, column, byte, found, fault }
    }
}

impl<R: Read> Grid for Csv<R> {
    fn advance(&mut self) -> Result<Option<u64>, ReadError> {
        self.text.consume(core::mem::take(&mut self.length));
        loop {
            let rest = self.text.rest().as_bytes();
            if rest.is_empty() && self.text.is_all() {
                self.values.clear();
                return Ok(None);
            }
            match split(rest, self.text.is_all(), &mut self.values) {
                End::At(length) => {
                    self.length = length;
                    return Ok(Some(self.text.place().line));
                }
                End::Broken { at, fault } => return Err(self.fault(at, fault)),
                End::Beyond => {}
            }
            if self.text.more()? == More::TooLong {
                return Err(self.fault(0, CsvFault::TooLong));
            }
        }
    }

    fn width(&self) -> usize {
        self.values.len()
    }

    fn cell(&self, at: usize) -> Option<Cell<'_>> {
        let value = self.values.get(at)?;
        let text = self.text.rest().get(value.from..value.until)?;
        Some(Cell::Text(if value.has_quotes {
            Cow::Owned(text.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(text)
        }))
    }
}

/// Finds the values of the first row.
fn split(bytes: &[u8], is_all: bool, values: &mut Vec<Value>) -> End {
    values.clear();
    let mut from = 0;
    loop {
        let rest = bytes.get(from..).unwrap_or(&[]);
        let end = match rest.first() {
            Some(b'"') => match quoted(rest, is_all) {
                Ok((inner, has_quotes)) => {
                    values.push(Value { from: from + 1, until: from + 1 + inner, has_quotes });
                    from + inner + 2
                }
                Err(End::Broken { at, fault }) => return End::Broken { at: from + at, fault },
                Err(end) => return end,
            },
            Some(_) | None => {
                let end = memchr3(b',', b'\n', b'\r', rest).or(is_all.then_some(rest.len()));
                let Some(length) = end else { return End::Beyond };
                values.push(Value { from, until: from + length, has_quotes: false });
                from + length
            }
        };
        match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b','), _) if values.len() >= MOST_VALUES => {
                return End::Broken { at: end, fault: CsvFault::TooMany };
            }
            (Some(b','), _) => from = end + 1,
            (Some(b'\r'), Some(b'\n')) => return End::At(end + 2),
            (Some(b'\r'), None) if !is_all => return End::Beyond,
            (Some(b'\n' | b'\r'), _) => return End::At(end + 1),
            (None, _) if is_all => return End::At(end),
            (None, _) => return End::Beyond,
            (Some(_), _) => return End::Broken { at: end, fault: CsvFault::BehindQuote },
        }
    }
}

/// The length of a value that starts with a quote, between its quotes, and whether it has quotes.
fn quoted(bytes: &[u8], is_all: bool) -> Result<(usize, bool), End> {
    let mut at = 1;
    let mut has_quotes = false;
    loop {
        let rest = bytes.get(at..).unwrap_or(&[]);
        let Some(quote) = memchr(b'"', rest).map(|quote| at + quote) else {
            let fault = CsvFault::OpenQuote;
            return Err(if is_all { End::Broken { at: 0, fault } } else { End::Beyond });
        };
        match bytes.get(quote + 1) {
            Some(b'"') => {
                has_quotes = true;
                at = quote + 2;
            }
            Some(_) => return Ok((quote - 1, has_quotes)),
            None if is_all => return Ok((quote - 1, has_quotes)),
            None => return Err(End::Beyond),
        }
    }
}
