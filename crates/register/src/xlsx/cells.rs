//! The cells of a sheet, held so that many of them take little.

use std::borrow::Cow;
use std::ops::Range;

use qiaolian_resolve::Cell;

use crate::row::is_filled;

/// The cells of a sheet, line by line, those of a line by column.
#[derive(Default)]
pub(super) struct Cells {
    placed: Vec<Placed>,
    /// The texts, one behind the other.
    texts: String,
    /// The last line that something stands in.
    last_line: u32,
}

/// A cell in its place: lines from 1, columns from 0.
#[derive(Clone, Copy)]
struct Placed {
    line: u32,
    column: u16,
    value: Value,
}

/// What stands in a cell.
#[derive(Clone, Copy)]
pub(super) enum Value {
    Text(Stretch),
    Number(f64),
    Truth(bool),
}

/// Where a text stands among the texts.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    from: u32,
    length: u32,
}

/// A sheet has more texts than can be held.
#[derive(Debug)]
pub(super) struct TooMuchText;

impl Cells {
    /// Keeps a text, to be put into any number of cells.
    pub fn keep(&mut self, text: &str) -> Result<Value, TooMuchText> {
        let fits = |size: usize| u32::try_from(size).map_err(|_| TooMuchText);
        let stretch = Stretch { from: fits(self.texts.len())?, length: fits(text.len())? };
        fits(self.texts.len().saturating_add(text.len()))?;
        self.texts.push_str(text);
        Ok(Value::Text(stretch))
    }

    /// Puts something into a cell.
    pub fn put(&mut self, line: u32, column: u16, value: Value) {
        if is_filled(&self.show(value)) {
            self.last_line = self.last_line.max(line);
        }
        self.placed.push(Placed { line, column, value });
    }

    /// Puts the cells in order, as they most often are. Of two in one place the first counts.
    pub fn sort(&mut self) {
        let place = |cell: &Placed| (cell.line, cell.column);
        if !self.placed.is_sorted_by_key(place) {
            self.placed.sort_by_key(place);
        }
        self.placed.dedup_by_key(|cell| place(cell));
        let end = self.placed.partition_point(|cell| cell.line <= self.last_line);
        self.placed.truncate(end);
    }

    /// The last line that something stands in, 0 where nothing does.
    pub const fn last_line(&self) -> u32 {
        self.last_line
    }

    /// The cells of a line that isn't above others that were asked for before: those of the last
    /// one asked for end there.
    pub fn line_from(&self, start: usize, line: u32) -> Range<usize> {
        let rest = self.placed.get(start..).unwrap_or(&[]);
        let above = rest.iter().take_while(|cell| cell.line < line).count();
        let from = start + above;
        let within = rest.iter().skip(above).take_while(|cell| cell.line == line).count();
        from..from + within
    }

    /// The cells of any line.
    pub fn line(&self, line: u32) -> Range<usize> {
        let from = self.placed.partition_point(|cell| cell.line < line);
        let until = self.placed.partition_point(|cell| cell.line <= line);
        from..until
    }

    /// How many columns a line has.
    pub fn width(&self, cells: &Range<usize>) -> usize {
        self.of(cells).last().map_or(0, |cell| usize::from(cell.column) + 1)
    }

    /// The columns from one on that a line has something in.
    pub fn columns(&self, cells: &Range<usize>, from: usize) -> impl Iterator<Item = usize> {
        let cells = self.of(cells);
        let first = cells.partition_point(|cell| usize::from(cell.column) < from);
        let rest = cells.get(first..).unwrap_or(&[]);
        rest.iter().filter(|cell| is_filled(&self.show(cell.value))).map(|cell| cell.column.into())
    }

    /// A cell of a line, unless it is blank.
    pub fn get(&self, cells: &Range<usize>, column: usize) -> Option<Cell<'_>> {
        let cells = self.of(cells);
        let at = cells.partition_point(|cell| usize::from(cell.column) < column);
        let cell = cells.get(at).filter(|cell| usize::from(cell.column) == column)?;
        Some(self.show(cell.value)).filter(is_filled)
    }

    fn of(&self, cells: &Range<usize>) -> &[Placed] {
        self.placed.get(cells.clone()).unwrap_or(&[])
    }

    fn show(&self, value: Value) -> Cell<'_> {
        match value {
            Value::Text(Stretch { from, length }) => {
                let from = usize::try_from(from).unwrap_or(usize::MAX);
                let until = from.saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
                Cell::Text(Cow::Borrowed(self.texts.get(from..until).unwrap_or("")))
            }
            Value::Number(number) => Cell::number(number),
            Value::Truth(truth) => Cell::Truth(truth),
        }
    }
}
