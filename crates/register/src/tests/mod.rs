//! What the reader does, told as people see it.

mod arbitrary;
mod broken;
mod csv;
mod encodings;
mod errors;
mod format;
mod header;
mod hostile;
mod json;
mod jsonl;
mod large;
mod merged;
mod same;
mod xlsx;

use std::io::Read;
use std::path::Path;
use std::sync::OnceLock;

use qiaolian_core::policy::Rulebook;
use qiaolian_resolve::{Cell, Record};

use crate::{Entry, Format, ReadError, Rows, Skip, open};

/// The plan of Yuxi, whose register these tests read.
fn yuxi() -> &'static Rulebook {
    static YUXI: OnceLock<Rulebook> = OnceLock::new();
    YUXI.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies/yuxi-2020");
        qiaolian_pack::load_dir(&folder).unwrap_or_else(|error| panic!("{error}"))
    })
}

/// A row, in a shape that tests can write down.
#[derive(PartialEq, Eq, Debug)]
enum Seen {
    /// Row, line, `column=value` for each known cell, `header=value` for each other one.
    Row(u64, u64, Vec<String>, Vec<String>),
    Skipped(u64, u64, Skip),
}

/// A row with something in it.
fn row(row: u64, line: u64, cells: &[&str], extra: &[&str]) -> Seen {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Seen::Row(row, line, owned(cells), owned(extra))
}

fn blank(row: u64, line: u64) -> Seen {
    Seen::Skipped(row, line, Skip::Blank)
}

fn total(row: u64, line: u64) -> Seen {
    Seen::Skipped(row, line, Skip::Total)
}

/// All rows of a register, and why it ended if that was an error.
struct Told {
    rows: Vec<Seen>,
    originals: Vec<Vec<String>>,
    read: u64,
    skipped: u64,
    titles: Vec<String>,
    headers: Vec<String>,
    error: Option<ReadError>,
}

fn read(format: Format, bytes: impl AsRef<[u8]>) -> Told {
    tell(open(bytes.as_ref(), format, yuxi()))
}

fn tell<R: Read>(opened: Result<Rows<R>, ReadError>) -> Told {
    let mut told = Told {
        rows: vec![],
        originals: vec![],
        read: 0,
        skipped: 0,
        titles: vec![],
        headers: vec![],
        error: None,
    };
    let mut rows = match opened {
        Ok(rows) => rows,
        Err(error) => return Told { error: Some(error), ..told },
    };
    told.titles = rows.title_rows().iter().map(|title| title.text.clone()).collect();
    told.headers = rows.headers().iter().map(|(name, _)| (*name).to_owned()).collect();
    loop {
        match rows.next_row() {
            Ok(Some(Entry::Row(row))) => {
                let pair = |(name, value): &(_, _)| format!("{name}={value}");
                let extra = row.extra.iter().map(pair).collect();
                told.rows.push(Seen::Row(row.row, row.line, cells(&row.record), extra));
                let columns = row.original.columns().into_iter();
                told.originals.push(
                    columns.map(|(name, value)| format!("{name}={}", value.into_text())).collect(),
                );
            }
            Ok(Some(Entry::Skipped { row, line, why })) => {
                told.rows.push(Seen::Skipped(row, line, why));
            }
            Ok(None) => break,
            Err(error) => {
                told.error = Some(error);
                assert!(matches!(rows.next_row(), Ok(None)), "nothing comes behind an error");
                break;
            }
        }
    }
    told.read = rows.read();
    told.skipped = rows.skipped();
    told
}

fn cells(record: &Record<'_>) -> Vec<String> {
    let cell = |cell: &Cell<'_>| match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => format!("#{number}"),
        Cell::Truth(truth) => format!("?{truth}"),
    };
    record
        .cells
        .iter()
        .map(|(column, value)| format!("{}={}", column.code(yuxi()), cell(value)))
        .collect()
}

impl Told {
    /// The error, by its code and its words.
    #[track_caller]
    fn failed(&self) -> (&'static str, String) {
        let error = self.error.as_ref().expect("an error");
        (error.code(), error.to_string())
    }

    /// The rows of a register that was read to its end.
    #[track_caller]
    fn well(self) -> Vec<Seen> {
        assert!(self.error.is_none(), "{}", self.error.expect("an error"));
        let skipped = self.rows.iter().filter(|row| matches!(row, Seen::Skipped(..))).count();
        assert_eq!(self.read, self.rows.len() as u64);
        assert_eq!(self.skipped, skipped as u64);
        self.rows
    }
}
