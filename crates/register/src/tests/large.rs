//! Registers of a size that nobody writes by hand.

use std::io::{self, Read};

use super::{read, row, tell, yuxi};
use crate::Format::{self, Csv, Json, Jsonl};
use crate::{Entry, LONGEST_ROW, open};

#[test]
fn a_cell_of_ten_megabytes_is_a_cell() {
    let long = "a".repeat(10 << 20);
    let expected = || [row(1, 2, &["code=1", &format!("name={long}")], &[])];
    assert_eq!(read(Csv, format!("code,name\n1,{long}\n")).well(), expected());
    assert_eq!(read(Csv, format!("code,name\n1,\"{long}\"\n")).well(), expected());
    assert_eq!(
        read(Json, format!("[\n{{\"code\":\"1\",\"name\":\"{long}\"}}]")).well(),
        expected()
    );
    assert_eq!(
        read(Jsonl, format!("{{\"name\":\"{long}\"}}")).well(),
        [row(1, 1, &[&format!("name={long}")], &[])]
    );
}

/// How many cells each row has, known and not, and how many columns its original.
fn sizes(format: Format, text: &str) -> Vec<(usize, usize, usize)> {
    let mut rows = open(text.as_bytes(), format, yuxi()).unwrap();
    let mut sizes = Vec::new();
    while let Some(entry) = rows.next_row().unwrap() {
        sizes.push(match entry {
            Entry::Row(row) => {
                (row.record.cells.len(), row.extra.len(), row.original.columns().len())
            }
            Entry::Skipped { .. } => (0, 0, 0),
        });
    }
    sizes
}

#[test]
fn as_many_columns_as_a_sheet_has_do_no_harm() {
    let wide = ",x".repeat(16_382);
    let text = format!("code,name\n1{wide}\n{}\n", ",".repeat(16_382));
    assert_eq!(sizes(Csv, &text), [(2, 16_381, 16_383), (0, 0, 0)]);
    let text = format!("code,name{wide}\n1,甲\n2,乙,好\n");
    assert_eq!(sizes(Csv, &text), [(2, 0, 16_384), (2, 1, 16_384)]);

    let keys: Vec<String> = (0..16_382).map(|key| format!("\"{key}\":1")).collect();
    let object = format!("{{{}}}", keys.join(","));
    assert_eq!(sizes(Jsonl, &object), [(0, 16_382, 16_382)]);

    assert_eq!(read(Csv, wide).failed().0, "no_header");
}

/// The same byte without end.
struct Endless(u8, usize);

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        into.fill(self.0);
        self.1 += into.len();
        assert!(self.1 < 2 * LONGEST_ROW, "no more is read than a row may have");
        Ok(into.len())
    }
}

#[test]
fn a_quote_that_is_never_closed_does_not_read_a_whole_disk() {
    let input = "code,name\n1,甲\n2,\"".as_bytes().chain(Endless(b'a', 0));
    let told = tell(open(input, Csv, yuxi()));
    assert_eq!(told.rows, [row(1, 2, &["code=1", "name=甲"], &[])]);
    let (code, words) = told.failed();
    assert_eq!(code, "malformed_csv");
    assert!(words.contains(&format!("at most {} MiB", LONGEST_ROW >> 20)), "{words}");
    assert!(words.starts_with("line 3, column 1: found `2,\"aaaaaaaa"), "{words}");

    let input = "[{\"name\": \"".as_bytes().chain(Endless(b'a', 0));
    assert_eq!(tell(open(input, Json, yuxi())).failed().0, "malformed_json");
    let input = Endless(b'{', 0);
    assert_eq!(tell(open(input, Jsonl, yuxi())).failed().0, "malformed_json");
}
