//! Formats whose rows are cells in columns: the header, and the rows below it.

use std::borrow::Cow;

use qiaolian_resolve::{Cell, Column, Record};

use crate::error::ReadError;
use crate::place::excerpt;
use crate::row::{Entry, Kept, Original, Row, Skip, Written, is_filled};
use crate::vocabulary::{Role, Vocabulary, is_blank, is_rejects, trim};

/// Among how many of the first rows the header is looked for.
const HEADER_ROWS: usize = 20;

/// How many known headers make a header.
const HEADERS: usize = 2;

/// A format whose rows are cells in columns.
pub(crate) trait Grid {
    /// Goes on to the next row: the line that it starts on, none behind the last row.
    fn advance(&mut self) -> Result<Option<u64>, ReadError>;
    /// How many cells the row has.
    fn width(&self) -> usize;
    /// One of the row's cells.
    fn cell(&self, at: usize) -> Option<Cell<'_>>;
    /// The next column, from this one on, that a cell of the row may stand in.
    fn next_cell(&self, from: usize) -> Option<usize> {
        (from < self.width()).then_some(from)
    }
    /// The row as a header.
    fn headings(&self) -> Vec<Cow<'_, str>> {
        (0..self.width()).map(|at| text(self, at)).collect()
    }
    /// Makes the row the header, with what belongs to it further down.
    fn settle(&mut self, _is_known: &dyn Fn(&str) -> bool) {}
    /// Learns which columns have which meaning, below the header.
    fn learn(&mut self, _columns: &[(usize, Column)]) {}
    /// The cell further left that is merged over this one.
    fn merged_across(&self, _at: usize) -> Option<Cell<'_>> {
        None
    }
}

/// A row that stands above the header: a title, or an empty line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TitleRow {
    /// The line that it starts on, from 1.
    pub line: u64,
    /// What stands in it, shortened where it is long; empty where nothing does.
    pub text: String,
}

/// The header.
#[derive(Debug)]
pub(crate) struct Header {
    /// The headers as they are written.
    names: Vec<String>,
    /// The columns that are known.
    known: Vec<(usize, Column)>,
    /// The others, without those that a rejects file adds.
    unknown: Vec<usize>,
    /// Those that a rejects file adds.
    added: Vec<usize>,
}

/// A file of rows below a header.
pub(crate) struct Table<G> {
    grid: G,
    header: Header,
    titles: Vec<TitleRow>,
}

impl<G: Grid> Table<G> {
    /// Reads up to the header.
    pub fn new(mut grid: G, vocabulary: &Vocabulary) -> Result<Self, ReadError> {
        let mut titles: Vec<TitleRow> = Vec::new();
        while titles.len() < HEADER_ROWS
            && let Some(line) = grid.advance()?
        {
            let is_known = |name: &str| match vocabulary.role(name) {
                Role::Known(_) => true,
                Role::Added(_) | Role::Unknown => false,
            };
            let known = grid.headings().iter().filter(|name| is_known(name)).take(HEADERS).count();
            if known == HEADERS {
                grid.settle(&is_known);
                let header = Header::new(&grid, line, vocabulary)?;
                grid.learn(&header.known);
                return Ok(Self { grid, header, titles });
            }
            titles.push(TitleRow { line, text: summary(&grid) });
        }
        let first = titles.into_iter().find(|title| !title.text.is_empty());
        let TitleRow { line, text } =
            first.unwrap_or_else(|| TitleRow { line: 1, text: String::new() });
        Err(ReadError::NoHeader { line, found: text, known: vocabulary.list().to_owned() })
    }

    pub const fn grid(&self) -> &G {
        &self.grid
    }

    pub fn titles(&self) -> &[TitleRow] {
        &self.titles
    }

    pub fn headers(&self) -> impl Iterator<Item = (&str, Option<Column>)> {
        self.header.kept().map(|at| {
            let known = self.header.known.iter().find(|(of, _)| *of == at);
            (self.header.name(at), known.map(|(_, column)| *column))
        })
    }

    /// The columns that mean nothing to the rules.
    pub fn own_columns(&self) -> Vec<String> {
        let named = |at: &usize| match self.header.name(*at) {
            name if is_blank(name) => of_nameless(*at),
            name => name.to_owned(),
        };
        self.header.unknown.iter().map(named).collect()
    }

    /// Goes on to the next row, the `row`-th below the header.
    pub fn next(&mut self, row: u64) -> Result<Option<Entry<'_>>, ReadError> {
        let Some(line) = self.grid.advance()? else { return Ok(None) };
        let (grid, header) = (&self.grid, &self.header);
        let added = |at: usize| !header.added.is_empty() && header.added.contains(&at);
        if !cells_of(grid, 0).any(|at| !added(at) && filled(grid, at).is_some()) {
            return Ok(Some(Entry::Skipped { row, line, why: Skip::Blank }));
        }
        let mut cells = Vec::with_capacity(header.known.len());
        for (at, column) in &header.known {
            let cell = filled(grid, *at);
            if *column == Column::Name && is_total(cell.as_ref(), || grid.merged_across(*at)) {
                return Ok(Some(Entry::Skipped { row, line, why: Skip::Total }));
            }
            if let Some(cell) = cell {
                cells.push((*column, cell));
            }
        }
        let extra = header.extra(grid);
        let original = Original(Kept::Cells(header, grid));
        Ok(Some(Entry::Row(Row { row, line, record: Record { cells }, extra, original })))
    }
}

impl Header {
    fn new(grid: &dyn Grid, line: u64, vocabulary: &Vocabulary) -> Result<Self, ReadError> {
        let names: Vec<String> = grid.headings().into_iter().map(Cow::into_owned).collect();
        let roles: Vec<Role> = names.iter().map(|name| vocabulary.role(name)).collect();
        let is_rejects = is_rejects(roles.iter().copied());
        let mut header = Self { names, known: vec![], unknown: vec![], added: vec![] };
        for (at, role) in roles.into_iter().enumerate() {
            match role {
                Role::Known(column) => {
                    if let Some((before, _)) = header.known.iter().find(|(_, of)| *of == column) {
                        let found = [*before, at].map(|at| excerpt(header.name(at))).join(", ");
                        let column = crate::place::count(at + 1);
                        return Err(ReadError::DuplicateHeader { line, column, found });
                    }
                    header.known.push((at, column));
                }
                Role::Added(_) if is_rejects => header.added.push(at),
                Role::Added(_) | Role::Unknown => header.unknown.push(at),
            }
        }
        Ok(header)
    }

    fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }

    /// The columns of the register itself.
    fn kept(&self) -> impl Iterator<Item = usize> {
        (0..self.names.len()).filter(|at| !self.added.contains(at))
    }

    /// What stands in columns that aren't known.
    fn extra<'r>(&'r self, grid: &'r dyn Grid) -> Vec<(Cow<'r, str>, Cow<'r, str>)> {
        let in_columns =
            self.unknown.iter().take_while(|at| **at < grid.width()).filter_map(|at| {
                let name = self.name(*at);
                if is_blank(name) {
                    nameless(grid, *at)
                } else {
                    Some((Cow::Borrowed(name), text(grid, *at)))
                }
            });
        in_columns.chain(self.behind(grid)).collect()
    }

    /// What stands behind the last header.
    fn behind<'r>(
        &self,
        grid: &'r dyn Grid,
    ) -> impl Iterator<Item = (Cow<'r, str>, Cow<'r, str>)> + use<'r> {
        cells_of(grid, self.names.len()).filter_map(move |at| nameless(grid, at))
    }

    /// The row as it was.
    pub fn original<'r>(&'r self, grid: &'r dyn Grid) -> Vec<(Cow<'r, str>, Written<'r>)> {
        self.kept()
            .map(|at| (Cow::Borrowed(self.name(at)), text(grid, at)))
            .chain(self.behind(grid))
            .map(|(name, text)| (name, Written::Text(text)))
            .collect()
    }
}

/// The columns from this one on that the row may have cells in.
fn cells_of<G: Grid + ?Sized>(grid: &G, from: usize) -> impl Iterator<Item = usize> {
    core::iter::successors(grid.next_cell(from), |at| grid.next_cell(at + 1))
}

/// Whether a name says that its row sums up others; one that is merged over the name counts too.
fn is_total<'g>(name: Option<&Cell<'g>>, merged: impl FnOnce() -> Option<Cell<'g>>) -> bool {
    let says_so = |cell: &Cell<'g>| matches!(cell, Cell::Text(name) if Skip::is_total(name));
    match name {
        Some(name) => says_so(name),
        None => merged().is_some_and(|cell| says_so(&cell)),
    }
}

/// A cell without a header, unless it is blank.
fn nameless(grid: &dyn Grid, at: usize) -> Option<(Cow<'_, str>, Cow<'_, str>)> {
    filled(grid, at)?;
    Some((Cow::Owned(of_nameless(at)), text(grid, at)))
}

/// How a column without a header is called.
fn of_nameless(at: usize) -> String {
    format!("column_{}", at + 1)
}

/// A cell, unless it is blank.
fn filled(grid: &(impl Grid + ?Sized), at: usize) -> Option<Cell<'_>> {
    grid.cell(at).filter(is_filled)
}

/// A cell as text, empty where the row has none.
fn text(grid: &(impl Grid + ?Sized), at: usize) -> Cow<'_, str> {
    grid.cell(at).map(text_of).unwrap_or_default()
}

/// What a cell says, as text.
pub(crate) fn text_of(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => text,
        Cell::Number(_) | Cell::Truth(_) => Cow::Owned(cell.text().into_owned()),
    }
}

/// The filled cells of a row, as far as people need them to know it again.
fn summary(grid: &dyn Grid) -> String {
    const SHOWN: usize = 8;
    let filled = cells_of(grid, 0).filter(|at| filled(grid, *at).is_some()).take(SHOWN);
    let texts: Vec<String> = filled.map(|at| excerpt(trim(&text(grid, at)))).collect();
    texts.join(", ")
}
