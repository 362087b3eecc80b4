//! A row as it is handed on.

use std::borrow::Cow;
use std::fmt;

use qiaolian_resolve::{Cell, Record};

use crate::objects::Pair;
use crate::table::{Grid, Header};
use crate::vocabulary::{is_blank, trim};

/// One row below the header, or one record of a JSON file.
#[derive(Clone, Debug)]
pub enum Entry<'r> {
    /// A row with something in it.
    Row(Row<'r>),
    /// A row that is passed over.
    Skipped {
        /// Which row below the header, from 1.
        row: u64,
        /// The line of the file that it starts on, or of the sheet, from 1.
        line: u64,
        /// Why.
        why: Skip,
    },
}

/// Why a row is passed over.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Skip {
    /// Nothing stands in it.
    Blank,
    /// It sums up other rows: its name is 合计, 小计 or 总计.
    Total,
}

impl Skip {
    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Total => "total",
        }
    }

    /// Whether a name is that of a row which sums up others.
    pub(crate) fn is_total(name: &str) -> bool {
        ["合计", "小计", "总计"].contains(&trim(name))
    }
}

/// A row with something in it.
#[derive(Clone, Debug)]
pub struct Row<'r> {
    /// Which row below the header, from 1; blank ones and totals are counted too.
    pub row: u64,
    /// The line of the file that it starts on, or of the sheet, from 1.
    pub line: u64,
    /// The cells under known columns, blank ones left out.
    pub record: Record<'r>,
    /// What stands under unknown columns, in the file's order: the header as it is written, and a
    /// text. What stands without a header, in a column of its own or behind the last one, goes
    /// under `column_` and its number, unless it is blank.
    pub extra: Vec<(Cow<'r, str>, Cow<'r, str>)>,
    /// The row as it was.
    pub original: Original<'r>,
}

/// A row as it was: every column of the file, in its order, known or not. The columns that a
/// rejects file adds are none of the register's, and left out.
#[derive(Clone)]
pub struct Original<'r>(pub(crate) Kept<'r>);

/// Where the original is kept.
#[derive(Clone)]
pub(crate) enum Kept<'r> {
    /// In a row of cells.
    Cells(&'r Header, &'r dyn Grid),
    /// In the object.
    Object(Vec<Pair<'r>>),
}

/// A value as it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Written<'r> {
    /// A text.
    Text(Cow<'r, str>),
    /// A value that isn't a text, in JSON: a number, true, null, a list …
    Json(Cow<'r, str>),
}

impl<'r> Written<'r> {
    /// The value as a text, which is empty for null.
    #[must_use]
    pub fn into_text(self) -> Cow<'r, str> {
        match self {
            Self::Text(text) => text,
            Self::Json(json) if json == "null" => Cow::Borrowed(""),
            Self::Json(json) => json,
        }
    }
}

impl<'r> Original<'r> {
    /// The columns with their values. A row of cells has a value under every header, empty where
    /// it was too short; what stands behind the last header comes after them, as in
    /// [`Row::extra`].
    #[must_use]
    pub fn columns(&self) -> Vec<(Cow<'r, str>, Written<'r>)> {
        match &self.0 {
            Kept::Cells(header, grid) => header.original(*grid),
            Kept::Object(pairs) => pairs
                .iter()
                .map(|(key, value)| (key.clone(), crate::value::written(value)))
                .collect(),
        }
    }
}

impl fmt::Debug for Original<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.columns()).finish()
    }
}

/// Whether something stands in a cell.
pub(crate) fn is_filled(cell: &Cell<'_>) -> bool {
    match cell {
        Cell::Text(text) => !is_blank(text),
        Cell::Number(_) | Cell::Truth(_) => true,
    }
}
