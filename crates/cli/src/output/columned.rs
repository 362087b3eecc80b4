//! CSV of our own columns and the register's, which may be known only when its last row is read.

use std::fs::File;
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use csv::{ByteRecord, Reader, ReaderBuilder, Writer};
use indexmap::IndexSet;

use super::Sink;
use super::line::Line;
use crate::error::CliError;
use crate::own;
use crate::target::Target;

/// Where our columns stand beside the register's own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ours {
    /// Before them.
    First,
    /// Behind them.
    Last,
}

/// A column of the register's own: its name, and how many of that name stand before it.
type Column = (String, usize);

/// Rows with our columns and the register's own. Memory stays flat on any length: where the header
/// is known they go out at once, else they wait in a file of their own.
pub(crate) struct Columned {
    ours: &'static [&'static str],
    place: Ours,
    /// How a name of the register's own is told apart from ours.
    apart: fn(&str) -> String,
    rows: Rows,
    line: Line,
}

/// Where rows go.
enum Rows {
    /// Out, below a header that has these columns of the register's own. What stands in a row
    /// behind the last header goes behind everything else, and into the header at the end.
    Out { to: Sink, own: Vec<String>, behind: IndexSet<String> },
    /// To a file, until all columns of the register's own are known.
    Waiting { to: Sink, own: IndexSet<Column>, file: BufWriter<File> },
}

impl Columned {
    /// Rows with these columns of ours; with those of the register's own, where they are known.
    pub(crate) fn new(
        to: Sink,
        ours: &'static [&'static str],
        place: Ours,
        apart: fn(&str) -> String,
        own: Option<Vec<String>>,
    ) -> Result<Self, CliError> {
        let mut line = Line::default();
        let rows = match own {
            Some(own) => {
                let mut to = to;
                let names = header(ours, place, own.iter().map(|name| apart(name)));
                names.for_each(|name| line.put(&name));
                line.end(&mut to)?;
                Rows::Out { to, own, behind: IndexSet::new() }
            }
            None => {
                let file = BufWriter::new(tempfile::tempfile()?);
                Rows::Waiting { to, own: IndexSet::new(), file }
            }
        };
        Ok(Self { ours, place, apart, rows, line })
    }

    /// One row: what puts the values of our columns, and names and values of the register's own.
    pub(crate) fn write<'v>(
        &mut self,
        ours: impl FnOnce(&mut Line),
        own: impl IntoIterator<Item = (&'v str, &'v str)>,
    ) -> Result<(), CliError> {
        let Self { place, rows, line, .. } = self;
        match rows {
            Rows::Out { to, own: names, behind } => {
                // They come in the header's order.
                let mut left = own.into_iter().peekable();
                let mut own_of = |line: &mut Line| {
                    for name in &*names {
                        let value = left.next_if(|(of, _)| of == name);
                        line.put(value.map_or("", |(_, value)| value));
                    }
                };
                match place {
                    Ours::First => {
                        ours(line);
                        own_of(line);
                    }
                    Ours::Last => {
                        own_of(line);
                        ours(line);
                    }
                }
                let mut slots: Vec<&str> = Vec::new();
                for (name, value) in left {
                    let (at, _) = behind.insert_full(name.to_owned());
                    slots.resize(slots.len().max(at + 1), "");
                    if let Some(slot) = slots.get_mut(at) {
                        *slot = value;
                    }
                }
                slots.into_iter().for_each(|value| line.put(value));
                line.end(to)?;
            }
            Rows::Waiting { own: names, file, .. } => {
                let own = own.into_iter().map(|(name, value)| (name.to_owned(), value));
                ours(line);
                let mut values: Vec<&str> = vec![""; names.len()];
                for (column, value) in own::numbered(own) {
                    let (at, is_new) = names.insert_full(column);
                    match values.get_mut(at) {
                        Some(slot) if !is_new => *slot = value,
                        Some(_) | None => values.push(value),
                    }
                }
                values.into_iter().for_each(|value| line.put(value));
                line.end(file)?;
            }
        }
        Ok(())
    }

    /// Ends the last row. A file in which rows turned out to be longer than its header is widened;
    /// what went to a pipe has gone, and such rows stay longer there.
    pub(crate) fn finish(self, target: &Target) -> Result<(), CliError> {
        let Self { ours, place, apart, rows, .. } = self;
        match rows {
            Rows::Out { mut to, behind, .. } => {
                to.flush()?;
                drop(to);
                match target.beside() {
                    Some(path) if !behind.is_empty() => widen(path, &behind),
                    Some(_) | None => Ok(()),
                }
            }
            Rows::Waiting { to, own, file } => {
                let mut to = Writer::from_writer(to);
                let names = own.iter().map(|(name, _)| apart(name));
                to.write_record(header(ours, place, names))?;
                let mut row = ByteRecord::new();
                let mut waiting = waiting(file)?;
                while waiting.read_byte_record(&mut row)? {
                    let ours_of = row.iter().take(ours.len());
                    let own_of = (ours.len()..ours.len() + own.len())
                        .map(|at| row.get(at).unwrap_or_default());
                    match place {
                        Ours::First => to.write_record(ours_of.chain(own_of))?,
                        Ours::Last => to.write_record(own_of.chain(ours_of))?,
                    }
                }
                Ok(to.flush()?)
            }
        }
    }
}

fn header(
    ours: &[&str],
    place: Ours,
    own: impl Iterator<Item = String>,
) -> impl Iterator<Item = String> {
    let ours = ours.iter().map(|name| (*name).to_owned());
    let (first, last): (Vec<String>, Vec<String>) = match place {
        Ours::First => (ours.collect(), own.collect()),
        Ours::Last => (own.collect(), ours.collect()),
    };
    first.into_iter().chain(last)
}

/// Puts names behind a file's header, and makes every row as long. Whatever its encoding is, commas
/// and quotes are the same bytes.
fn widen(path: &Path, behind: &IndexSet<String>) -> Result<(), CliError> {
    let of_file = |error| CliError::File { path: path.to_owned(), error };
    let mut narrow = File::open(path).map_err(of_file)?;
    let mut wide = tempfile::tempfile_in(path.parent().unwrap_or(path)).map_err(of_file)?;
    // The reader takes a byte order mark for no part of the first header, and leaves it out.
    let mut mark = [0; BYTE_ORDER_MARK.len()];
    if narrow.read_exact(&mut mark).is_ok() && mark == BYTE_ORDER_MARK {
        wide.write_all(&mark).map_err(of_file)?;
    }
    narrow.seek(SeekFrom::Start(0)).map_err(of_file)?;
    let mut rows = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(narrow);
    let mut to = Writer::from_writer(&wide);
    let (mut row, mut width) = (ByteRecord::new(), None);
    while rows.read_byte_record(&mut row)? {
        match width {
            None => {
                behind.iter().for_each(|name| row.push_field(name.as_bytes()));
                width = Some(row.len());
            }
            Some(width) => (row.len()..width).for_each(|_| row.push_field(b"")),
        }
        to.write_byte_record(&row)?;
    }
    to.flush()?;
    drop(to);
    wide.seek(SeekFrom::Start(0)).map_err(of_file)?;
    let mut file = File::create(path).map_err(of_file)?;
    std::io::copy(&mut wide, &mut file).map_err(of_file)?;
    Ok(())
}

/// What UTF-8 begins with that says so.
const BYTE_ORDER_MARK: [u8; 3] = *b"\xEF\xBB\xBF";

/// The rows that waited, from the first one on.
fn waiting(file: BufWriter<File>) -> Result<Reader<File>, CliError> {
    let mut file = file.into_inner().map_err(|error| CliError::Output(error.into_error()))?;
    file.seek(SeekFrom::Start(0))?;
    Ok(ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file))
}
