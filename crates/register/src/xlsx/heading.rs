//! The header of a sheet: one row, or several where cells are merged.

use std::borrow::Cow;

use super::cells::Cells;
use super::merged::{Area, Merged};
use crate::table::text_of;

/// The header of a sheet; by default one that isn't found yet.
#[derive(Default)]
pub(super) struct Heading {
    /// Its lines, 0 where it isn't found yet.
    lines: (u32, u32),
    /// How many columns it has.
    width: usize,
    /// Columns that have one name together, in their order.
    joined: Vec<(usize, usize)>,
}

/// Where the name of a column stands.
type Place = (u32, usize);

/// How many lines a header has at most: what is merged further down isn't a name.
const LINES: u32 = 10;

/// How many areas of several columns fit beside each other.
const AREAS: usize = 8192;

impl Heading {
    /// The header that starts on a line: with the lines that its known names are merged over, or
    /// with the next one, where that only names columns of names that are merged over several.
    pub fn new(line: u32, cells: &Cells, merged: &Merged, is_known: &dyn Fn(&str) -> bool) -> Self {
        let is_name = |area: &&Area| {
            area.lines.1 < line.saturating_add(LINES)
                && cells
                    .get(&cells.line(area.lines.0), area.columns.0)
                    .is_some_and(|cell| is_known(&text_of(cell)))
        };
        let lowest = merged.tall_at(line).filter(is_name).map(|area| area.lines.1).max();
        let last = match lowest.unwrap_or(line).min(cells.last_line()) {
            last if last > line => last,
            _ if is_named_below(line, cells, merged, is_known) => line + 1,
            _ => line,
        };
        let mut heading = Self { lines: (line, last), width: 0, joined: Vec::new() };
        heading.join(cells, merged);
        heading.width = heading.width_from(line, cells, merged);
        heading
    }

    /// The last of its lines.
    pub const fn last_line(&self) -> u32 {
        self.lines.1
    }

    /// How many columns it has, 0 where it isn't found yet.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// The columns that have one name together with this one.
    pub fn joined(&self, column: usize) -> Option<(usize, usize)> {
        if self.joined.is_empty() {
            return None;
        }
        let behind = self.joined.partition_point(|columns| columns.0 <= column);
        let columns = self.joined.get(behind.checked_sub(1)?)?;
        (column <= columns.1).then_some(*columns)
    }

    /// The name of each column, those of a line where the header isn't found yet.
    pub fn names<'c>(&self, line: u32, cells: &'c Cells, merged: &Merged) -> Vec<Cow<'c, str>> {
        let (first, last) = if self.lines.0 == 0 { (line, line) } else { self.lines };
        let lines = Self { lines: (first, last), width: 0, joined: Vec::new() };
        let width = lines.width_from(first, cells, merged);
        let name = |at| {
            let (line, column) = lines.place(at, cells, merged)?;
            cells.get(&cells.line(line), column).map(text_of)
        };
        (0..width.max(self.width)).map(|at| name(at).unwrap_or_default()).collect()
    }

    /// Where the name of a column stands: in the lowest line that has one, or in a cell further up
    /// that is merged over the header's first line.
    fn place(&self, column: usize, cells: &Cells, merged: &Merged) -> Option<Place> {
        let is_filled = |line: &u32| cells.get(&cells.line(*line), column).is_some();
        let own = (self.lines.0..=self.lines.1).rev().find(is_filled);
        let above = || merged.tall(self.lines.0, column).map(|area| area.lines.0).filter(is_filled);
        own.or_else(above).map(|line| (line, column))
    }

    /// How many columns have a name, from a line on, or share one.
    fn width_from(&self, line: u32, cells: &Cells, merged: &Merged) -> usize {
        let own = (line..=self.lines.1).map(|line| cells.width(&cells.line(line)));
        let merged = merged.tall_at(line).map(|area| area.columns.0 + 1);
        let joined = self.joined.iter().map(|columns| columns.1 + 1);
        own.chain(merged).chain(joined).max().unwrap_or(0)
    }

    /// Finds the columns that have one name together.
    fn join(&mut self, cells: &Cells, merged: &Merged) {
        let (first, last) = self.lines;
        let wide = |line| merged.wide_at(line).take(AREAS);
        let mut areas: Vec<&Area> = (first..=last).flat_map(wide).collect();
        areas.sort_by_key(|area| area.columns.0);
        let mut free = 0;
        for area in areas {
            let (from, until) = area.columns;
            let place = self.place(from, cells, merged);
            if from < free || place.is_none() || place != Some((area.lines.0, from)) {
                continue;
            }
            let has_no_name = |at: &usize| self.place(*at, cells, merged).is_none();
            if let Some(end) = (from + 1..=until).take_while(has_no_name).last() {
                self.joined.push((from, end));
                free = end + 1;
            }
        }
    }
}

/// Whether the line below a header only names columns of names that are merged over several.
fn is_named_below(
    line: u32,
    cells: &Cells,
    merged: &Merged,
    is_known: &dyn Fn(&str) -> bool,
) -> bool {
    let areas: Vec<&Area> = merged.wide_at(line).take(AREAS).collect();
    let below = cells.line(line + 1);
    let mut names_any = false;
    for at in cells.columns(&below, 0) {
        if !areas.iter().any(|area| area.covers_column(at)) {
            return false;
        }
        names_any |= cells.get(&below, at).is_some_and(|cell| is_known(&text_of(cell)));
    }
    names_any
}
