//! The rows of a sheet.

use std::borrow::Cow;
use std::ops::Range;

use qiaolian_resolve::{Cell, Column};

use super::cells::Cells;
use super::heading::Heading;
use super::merged::Merged;
use crate::error::ReadError;
use crate::table::{Grid, text_of};

/// A sheet, at one of its rows.
pub(crate) struct Sheet {
    name: String,
    cells: Cells,
    merged: Merged,
    /// The line of the row, from 1.
    line: u32,
    /// The cells of the row.
    row: Range<usize>,
    heading: Heading,
    /// What a cell means, column by column, that is merged over several rows.
    down: Vec<Down>,
}

/// What a cell means that is merged over several rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Down {
    /// It is the first row's.
    First,
    /// It says the same of each row.
    Each,
    /// It counts them together.
    Together,
}

impl Down {
    const fn of(column: Column) -> Self {
        match column {
            Column::Code | Column::Name => Self::First,
            Column::Group(_) | Column::Total => Self::Together,
            Column::County
            | Column::Township
            | Column::Kind
            | Column::KeyArea
            | Column::ExistingForm
            | Column::EstablishedOn
            | Column::ConditionsMet
            | Column::ExceptionAgreed => Self::Each,
        }
    }
}

impl Sheet {
    pub(super) fn new(name: String, cells: Cells, merged: Merged) -> Self {
        let heading = Heading::default();
        Self { name, cells, merged, line: 0, row: 0..0, heading, down: Vec::new() }
    }

    /// Its name.
    pub const fn name(&self) -> &str {
        self.name.as_str()
    }

    /// A cell of the row, with what merged cells say.
    fn single(&self, at: usize) -> Option<Cell<'_>> {
        let own = self.cells.get(&self.row, at);
        let down = self.down.get(at).copied().unwrap_or(Down::First);
        if down == Down::First {
            return own;
        }
        let Some(area) = self.merged.tall(self.line, at) else { return own };
        let merged = || self.cells.get(&self.cells.line(area.lines.0), at);
        match down {
            Down::First | Down::Each => merged().or(own),
            Down::Together => {
                let cell = merged()?;
                Some(Cell::Text(Cow::Owned(format!("{} ({area})", text_of(cell)))))
            }
        }
    }

    /// The cell of a column that is named together with those behind it.
    fn joined(&self, columns: (usize, usize)) -> Option<Cell<'_>> {
        let mut filled = (columns.0..=columns.1).filter_map(|at| self.single(at));
        let first = filled.next()?;
        match filled.next() {
            None => Some(first),
            Some(second) => {
                let all = [first, second].into_iter().chain(filled);
                let texts: Vec<_> = all.map(text_of).collect();
                Some(Cell::Text(Cow::Owned(texts.join(" "))))
            }
        }
    }
}

impl Grid for Sheet {
    fn advance(&mut self) -> Result<Option<u64>, ReadError> {
        if self.line >= self.cells.last_line() {
            self.row = self.row.end..self.row.end;
            return Ok(None);
        }
        self.line += 1;
        self.row = self.cells.line_from(self.row.end, self.line);
        Ok(Some(u64::from(self.line)))
    }

    fn width(&self) -> usize {
        self.cells.width(&self.row).max(self.heading.width())
    }

    fn cell(&self, at: usize) -> Option<Cell<'_>> {
        match self.heading.joined(at) {
            None => self.single(at),
            Some(columns) if columns.0 == at => self.joined(columns),
            Some(_) => None,
        }
    }

    fn next_cell(&self, from: usize) -> Option<usize> {
        let columns = self.cells.columns(&self.row, from);
        let named = |at: usize| self.heading.joined(at).map_or(at, |columns| columns.0);
        columns.map(named).find(|at| *at >= from)
    }

    fn headings(&self) -> Vec<Cow<'_, str>> {
        self.heading.names(self.line, &self.cells, &self.merged)
    }

    fn settle(&mut self, is_known: &dyn Fn(&str) -> bool) {
        self.heading = Heading::new(self.line, &self.cells, &self.merged, is_known);
        self.line = self.heading.last_line();
    }

    fn learn(&mut self, columns: &[(usize, Column)]) {
        let width = columns.iter().map(|(at, _)| at + 1).max().unwrap_or(0);
        self.down = vec![Down::First; width];
        for (at, column) in columns {
            if let Some(down) = self.down.get_mut(*at) {
                *down = Down::of(*column);
            }
        }
    }

    fn merged_across(&self, at: usize) -> Option<Cell<'_>> {
        let area = self.merged.wide(self.line, at)?;
        self.cells.get(&self.row, area.columns.0)
    }
}
