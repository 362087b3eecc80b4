//! Workbooks that can't be read, and what is said of each.

use std::io::{Cursor, Read, Write};
use std::sync::OnceLock;

use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{Told, read, tell, yuxi};
use crate::Format::{Csv, Json, Jsonl, Xlsx};
use crate::{Options, ReadError, open_with};

/// A workbook of two small sheets.
pub(super) fn book() -> Vec<u8> {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    BOOK.get_or_init(make_book).clone()
}

fn make_book() -> Vec<u8> {
    let mut book = Workbook::new();
    for name in ["侨情", "附件"] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write_row(0, 0, ["代码", "名称", "合计"]).unwrap();
        sheet.write_row(1, 0, ["1", name]).unwrap();
        sheet.write(1, 2, 12).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// The parts of a workbook.
pub(super) fn parts(book: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let length = archive.len();
    let part = |at| {
        let mut part = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().unwrap().into_owned(), bytes)
    };
    (0..length).map(part).collect()
}

/// A workbook of such parts.
pub(super) fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The workbook with a text in one of its parts put in the place of another.
pub(super) fn with(name: &str, old: &str, new: &str) -> Vec<u8> {
    let mut parts = parts(&book());
    let (_, bytes) = parts.iter_mut().find(|(part, _)| part == name).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(old), "{text}");
    *bytes = text.replacen(old, new, 1).into_bytes();
    packed(&parts)
}

pub(super) const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A compound file as Excel writes it under a password.
pub(super) fn locked() -> Vec<u8> {
    let name = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
    compound().into_iter().chain(vec![0; 1000]).chain(name).chain(vec![0; 1000]).collect()
}

fn compound() -> Vec<u8> {
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()
}

pub(super) fn all_hidden() -> Vec<u8> {
    let mut parts = parts(&book());
    let (_, bytes) = parts.iter_mut().find(|(part, _)| part == "xl/workbook.xml").unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    *bytes = text.replace("<sheet ", "<sheet state=\"hidden\" ").into_bytes();
    packed(&parts)
}

fn sheet(name: &str, bytes: &[u8]) -> Told {
    let options = Options { sheet: Some(name.to_owned()), encoding: None };
    tell(open_with(bytes, Xlsx, &options, yuxi()))
}

/// The workbook, asked for a sheet that it hasn't.
pub(super) fn other_sheet() -> Told {
    sheet("Sheet1", &book())
}

#[track_caller]
pub(super) fn fails(bytes: &[u8], code: &str, words: &str) {
    let (found, said) = read(Xlsx, bytes).failed();
    assert_eq!(found, code, "{said}");
    assert!(said.contains(words), "{said}");
}

#[test]
fn a_workbook_that_is_cut_off_anywhere_is_damaged() {
    let book = book();
    for length in (4..book.len()).step_by(97) {
        fails(&book[..length], "malformed_xlsx", "save it as XLSX once more");
    }
}

#[test]
fn a_single_wrong_bit_is_found() {
    let book = book();
    let expected = read(Xlsx, &book).well();
    let mut found = 0;
    for at in (0..book.len()).step_by(7) {
        let mut damaged = book.clone();
        damaged[at] ^= 4;
        let told = read(Xlsx, &damaged);
        found += usize::from(told.error.is_some());
        // What isn't found is a date of a file, or another field that nothing is read from.
        assert!(told.error.is_some() || told.rows == expected, "at {at}");
    }
    assert!(found > 100);
}

#[test]
fn other_formats_are_called_by_their_names() {
    let zip = |parts: &[&str]| {
        packed(&parts.iter().map(|part| ((*part).to_owned(), b"x".to_vec())).collect::<Vec<_>>())
    };
    fails(&compound(), "other_format", "found a file in the format xls, expected xlsx; save it as");
    fails(&zip(&["mimetype", "content.xml"]), "other_format", "in the format ods,");
    fails(&zip(&["_rels/.rels", "xl/workbook.bin"]), "other_format", "in the format xlsb,");
    fails(&zip(&["_rels/.rels", "word/document.xml"]), "other_format", "in the format docx,");
    fails(&zip(&["a.csv"]), "other_format", "in the format zip,");
    fails(&zip(&[]), "other_format", "in the format zip,");
    fails(b"code,name\n", "other_format", "in the format text,");
    fails(b"", "other_format", "in the format empty,");
    for format in [Csv, Json, Jsonl] {
        let (code, words) = read(format, book()).failed();
        assert_eq!(code, "other_format");
        assert!(words.contains(&format!("format xlsx, expected {}", format.code())), "{words}");
        assert!(read(format, compound()).failed().1.contains("in the format xls,"));
    }
}

#[test]
fn a_password_is_told() {
    fails(&locked(), "locked", "take the password out");
}

#[test]
fn sheets_are_listed_where_none_is_found() {
    let (code, words) = sheet("Sheet1", &book()).failed();
    assert_eq!(code, "no_such_sheet");
    assert!(
        words.starts_with("no sheet is named `Sheet1`: the sheets are 侨情, 附件; name"),
        "{words}"
    );
    fails(&all_hidden(), "no_visible_sheet", "all sheets are hidden: 侨情, 附件");
    let options = Options { sheet: Some("侨情".to_owned()), encoding: None };
    let told = tell(open_with(&b"code,name\n"[..], Csv, &options, yuxi()));
    assert_eq!(told.failed().0, "no_such_sheet");
}

#[test]
fn a_workbook_without_its_sheet_or_texts_is_damaged() {
    let without = |name: &str| {
        let kept: Vec<_> = parts(&book()).into_iter().filter(|(part, _)| part != name).collect();
        packed(&kept)
    };
    fails(&without(SHEET), "malformed_xlsx", "not found");
    fails(&without("xl/sharedStrings.xml"), "malformed_xlsx", "shared strings");
    fails(&with(SHEET, "</sheetData>", ""), "malformed_xlsx", "behind line 2: ");
    fails(&with(SHEET, "t=\"s\"", "t=\"x\""), "malformed_xlsx", "");
}

#[test]
fn a_disk_that_fails_is_told() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let input = Cursor::new(&b"PK\x03\x04 and more"[..]).chain(Broken);
    let told = tell(open_with(input, Xlsx, &Options::default(), yuxi()));
    assert!(matches!(told.error, Some(ReadError::Io { line: 1, .. })));
}
