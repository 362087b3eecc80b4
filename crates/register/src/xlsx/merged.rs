//! Merged cells: which areas of a sheet count as one cell.

use std::fmt;

/// An area of a sheet that counts as one cell: its first one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Area {
    /// The lines, from 1.
    pub lines: (u32, u32),
    /// The columns, from 0.
    pub columns: (usize, usize),
}

impl Area {
    /// Whether it covers a line.
    pub const fn covers_line(&self, line: u32) -> bool {
        self.lines.0 <= line && line <= self.lines.1
    }

    /// Whether it covers a column.
    pub const fn covers_column(&self, column: usize) -> bool {
        self.columns.0 <= column && column <= self.columns.1
    }

    const fn is_tall(&self) -> bool {
        self.lines.0 < self.lines.1
    }

    const fn is_wide(&self) -> bool {
        self.columns.0 < self.columns.1
    }
}

/// As spreadsheets write it, `F5:F7`.
impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, until) = (letters(self.columns.0), letters(self.columns.1));
        write!(f, "{from}{}:{until}{}", self.lines.0, self.lines.1)
    }
}

/// A column as spreadsheets write it, `A` to `XFD`.
fn letters(column: usize) -> String {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let letter = ALPHABET.chars().nth(column % ALPHABET.len()).unwrap_or('A');
    let mut before =
        if column < ALPHABET.len() { String::new() } else { letters(column / ALPHABET.len() - 1) };
    before.push(letter);
    before
}

/// The merged areas of a sheet.
#[derive(Default)]
pub(super) struct Merged {
    /// Those of several lines, by their first column and line.
    tall: Vec<Area>,
    /// Those of several columns, by their first line and column.
    wide: Vec<Area>,
}

impl Merged {
    pub fn new(areas: &[Area]) -> Self {
        let mut tall: Vec<Area> = areas.iter().copied().filter(Area::is_tall).collect();
        let mut wide: Vec<Area> = areas.iter().copied().filter(Area::is_wide).collect();
        tall.sort_by_key(|area| (area.columns.0, area.lines.0));
        wide.sort_by_key(|area| (area.lines.0, area.columns.0));
        Self { tall, wide }
    }

    /// The area of several lines whose first column this is.
    pub fn tall(&self, line: u32, column: usize) -> Option<&Area> {
        let behind =
            self.tall.partition_point(|area| (area.columns.0, area.lines.0) <= (column, line));
        let area = self.tall.get(behind.checked_sub(1)?)?;
        (area.columns.0 == column && area.covers_line(line)).then_some(area)
    }

    /// The area of several columns whose first line this is.
    pub fn wide(&self, line: u32, column: usize) -> Option<&Area> {
        let behind =
            self.wide.partition_point(|area| (area.lines.0, area.columns.0) <= (line, column));
        let area = self.wide.get(behind.checked_sub(1)?)?;
        (area.lines.0 == line && area.covers_column(column)).then_some(area)
    }

    /// The areas of several lines that cover one.
    pub fn tall_at(&self, line: u32) -> impl Iterator<Item = &Area> {
        self.tall.iter().filter(move |area| area.covers_line(line))
    }

    /// The areas of several columns that cover a line.
    pub fn wide_at(&self, line: u32) -> impl Iterator<Item = &Area> {
        self.wide.iter().filter(move |area| area.covers_line(line))
    }
}
