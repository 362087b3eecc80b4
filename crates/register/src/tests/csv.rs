//! Rows of CSV files.

use std::io::{self, Read};

use proptest::prelude::*;

use super::{blank, read, row, tell, yuxi};
use crate::Encoding;
use crate::Format::Csv;
use crate::csv::Csv as Grid;
use crate::open;
use crate::table::Grid as _;
use crate::text::Text;

#[test]
fn a_byte_order_mark_does_not_hide_the_first_header() {
    let told = read(Csv, "\u{feff}代码,名称\r\n1,甲\r\n");
    assert_eq!(told.well(), [row(1, 2, &["code=1", "name=甲"], &[])]);
}

#[test]
fn lines_end_in_any_of_the_three_ways() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["code,name", "1,甲", "", "2,乙", "", ""].join(end);
        let told = read(Csv, &text);
        assert_eq!(
            told.well(),
            [
                row(1, 2, &["code=1", "name=甲"], &[]),
                blank(2, 3),
                row(3, 4, &["code=2", "name=乙"], &[]),
                blank(4, 5),
            ],
            "{end:?}"
        );
    }
}

#[test]
fn the_last_line_needs_no_end() {
    assert_eq!(read(Csv, "code,name\n1,甲").well(), [row(1, 2, &["code=1", "name=甲"], &[])]);
    assert_eq!(read(Csv, "code,name\n1,").well(), [row(1, 2, &["code=1"], &[])]);
    assert_eq!(read(Csv, "code,name\n1,\"甲\"").well(), [row(1, 2, &["code=1", "name=甲"], &[])]);
}

#[test]
fn a_quoted_value_may_have_commas_quotes_and_lines() {
    let told = read(Csv, "code,name,备注\n1,\"甲,乙\",\"说\"\"好\"\"\r\n再说\"\n2,丙,\"\"\n");
    assert_eq!(
        told.well(),
        [
            row(1, 2, &["code=1", "name=甲,乙"], &["备注=说\"好\"\r\n再说"]),
            row(2, 4, &["code=2", "name=丙"], &["备注="]),
        ]
    );
}

#[test]
fn a_quote_within_a_value_that_starts_without_one_is_a_sign_like_others() {
    let told = read(Csv, "code,name\n1,甲\"乙\n2, \"丙\"\n");
    assert_eq!(
        told.well(),
        [row(1, 2, &["code=1", "name=甲\"乙"], &[]), row(2, 3, &["code=2", "name= \"丙\""], &[]),]
    );
}

#[test]
fn values_are_kept_as_they_are_written() {
    let told = read(Csv, "code,name\n ００１ , \u{0}甲 \n");
    assert_eq!(told.well(), [row(1, 2, &["code= ００１ ", "name= \u{0}甲 "], &[])]);
}

#[test]
fn cells_that_a_short_row_lacks_are_blank() {
    let told = read(Csv, "code,name,备注,kind\n1\n2,甲\n");
    assert_eq!(
        told.originals,
        [["code=1", "name=", "备注=", "kind="], ["code=2", "name=甲", "备注=", "kind="]]
    );
    assert_eq!(told.well(), [row(1, 2, &["code=1"], &[]), row(2, 3, &["code=2", "name=甲"], &[])]);
}

#[test]
fn what_stands_behind_the_last_header_is_not_lost() {
    let told = read(Csv, "code,name\n1,甲,,乙\n2,丙,,\n,,,丁\n");
    assert_eq!(
        told.originals,
        [
            vec!["code=1", "name=甲", "column_4=乙"],
            vec!["code=2", "name=丙"],
            vec!["code=", "name=", "column_4=丁"]
        ]
    );
    assert_eq!(
        told.well(),
        [
            row(1, 2, &["code=1", "name=甲"], &["column_4=乙"]),
            row(2, 3, &["code=2", "name=丙"], &[]),
            row(3, 4, &[], &["column_4=丁"]),
        ]
    );
}

#[test]
fn what_stands_in_a_column_without_a_header_is_not_lost() {
    let told = read(Csv, "code,,name, \n1,x,甲,\n2,,乙,y\n");
    assert_eq!(told.originals[0], ["code=1", "=x", "name=甲", " ="]);
    assert_eq!(
        told.well(),
        [
            row(1, 2, &["code=1", "name=甲"], &["column_2=x"]),
            row(2, 3, &["code=2", "name=乙"], &["column_4=y"]),
        ]
    );
}

#[test]
fn a_quote_that_is_never_closed_is_told_where_it_opens() {
    let told = read(Csv, "code,name\n1,甲\n2,\"乙\n3,丙\n");
    assert_eq!(told.rows, [row(1, 2, &["code=1", "name=甲"], &[])]);
    let (code, words) = told.failed();
    assert_eq!(code, "malformed_csv");
    assert!(
        words.starts_with("line 3, column 3: found `\"乙 3,丙 `, expected a quote that closes"),
        "{words}"
    );
    assert!(words.contains("rows before this place were read, none behind it"), "{words}");
}

#[test]
fn a_quote_that_closes_in_the_middle_of_a_value_swallows_no_rows() {
    let told = read(Csv, "code,name\n1,\"甲\n2,乙\n3,\"丙\"\n");
    let (code, words) = told.failed();
    assert_eq!((code, told.rows.len()), ("malformed_csv", 0));
    assert!(
        words.starts_with("line 4, column 4: found `丙\" `, expected a comma or the end"),
        "{words}"
    );
}

#[test]
fn bytes_that_are_neither_utf8_nor_gb18030_are_told_with_line_and_character() {
    // 金 in GB18030.
    let mut bytes = "code,name\n1,甲\n2,乙".as_bytes().to_vec();
    bytes.extend(b"\xBD\xF0,3\n");
    let told = read(Csv, &bytes);
    assert_eq!(told.rows, [row(1, 2, &["code=1", "name=甲"], &[])]);
    let Some(crate::ReadError::NotText { byte, .. }) = told.error else {
        panic!("not_text was expected");
    };
    assert_eq!(bytes[usize::try_from(byte).unwrap()], 0xBD);
    let (code, words) = told.failed();
    assert_eq!(code, "not_text");
    assert!(words.starts_with("line 3, column 4: found the bytes `BD F0 2C 33`"), "{words}");
    assert!(words.contains("save the file as UTF-8"), "{words}");
}

#[test]
fn a_character_that_the_file_cuts_off_is_not_text() {
    let text = "代码,名称\n1,甲";
    let told = read(Csv, &text.as_bytes()[..text.len() - 1]);
    assert_eq!(told.failed().0, "not_text");
}

#[test]
fn a_disk_that_fails_is_told_after_the_rows_before() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let told = tell(open("code,name\n1,甲\n2,".as_bytes().chain(Broken), Csv, yuxi()));
    assert_eq!(told.rows, [row(1, 2, &["code=1", "name=甲"], &[])]);
    let (code, words) = told.failed();
    assert_eq!(code, "io");
    assert!(words.starts_with("line 3: reading stopped: `the disk is gone`; "), "{words}");
}

/// Gives a few bytes at a time, as a slow pipe does.
struct Drip<'a>(&'a [u8]);

impl Read for Drip<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let some = into.len().min(3);
        self.0.read(&mut into[..some])
    }
}

#[test]
fn rows_longer_than_the_window_are_read_from_a_slow_pipe_too() {
    let long = "长".repeat(200_000);
    let text = format!("code,name\n1,\"{long}\"\"\n{long}\"\n2,乙\n");
    let told = tell(open(Drip(text.as_bytes()), Csv, yuxi()));
    assert_eq!(
        told.well(),
        [
            row(1, 2, &["code=1", &format!("name={long}\"\n{long}")], &[]),
            row(2, 4, &["code=2", "name=乙"], &[]),
        ]
    );
}

fn rows_of(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut grid = Grid::new(Text::new(bytes, Some(Encoding::Utf8), Csv).unwrap());
    let mut rows = Vec::new();
    while grid.advance().unwrap().is_some() {
        let texts = (0..grid.width()).map(|at| match grid.cell(at) {
            Some(qiaolian_resolve::Cell::Text(text)) => text.into_owned(),
            other => panic!("{other:?}"),
        });
        rows.push(texts.collect());
    }
    rows
}

proptest! {
    /// Whatever a program writes as CSV is read as it was.
    #[test]
    fn what_was_written_is_read(
        rows in prop::collection::vec(
            prop::collection::vec("[a甲,\"\r\n ]{0,6}", 1..5), 0..8),
        crlf in any::<bool>(),
    ) {
        let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer =
            csv::WriterBuilder::new().flexible(true).terminator(end).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        prop_assert_eq!(rows_of(&writer.into_inner().unwrap()), rows);
    }

    /// Where the usual reader of CSV and this one both give rows, they are the same; only that one
    /// passes over empty lines.
    #[test]
    fn the_usual_reader_agrees(text in "(a|甲|,|\n|\r|\r\n|\"a\"|\"a,\n\"|,\"\"){0,20}") {
        prop_assume!(read(Csv, format!("code,name\n{text}")).error.is_none());
        let mut usual = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let usual: Vec<Vec<String>> = usual
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect();
        let mut ours = rows_of(text.as_bytes());
        ours.retain(|row| *row != [""]);
        prop_assert_eq!(ours, usual);
    }
}
