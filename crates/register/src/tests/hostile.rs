//! Workbooks that are made to take all memory, or to be anything at all.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::broken::{SHEET, book, fails, packed, parts, with};
use super::read;
use crate::Format::{Csv, Xlsx};
use crate::LARGEST_XLSX;

const STRINGS: &str = "xl/sharedStrings.xml";
const STYLES: &str = "xl/styles.xml";

/// A workbook whose parts unpack to more than there is room for.
pub(super) fn bomb() -> Vec<u8> {
    let spaces = packed(&[("spaces".to_owned(), vec![b' '; 1 << 20])]);
    let mut spaces = ZipArchive::new(Cursor::new(spaces)).unwrap();
    let mut archive = ZipWriter::new_append(Cursor::new(book())).unwrap();
    for sheet in 9..=9 + (LARGEST_XLSX >> 20) {
        let name = format!("xl/worksheets/sheet{sheet}.xml");
        archive.raw_copy_file_rename(spaces.by_index(0).unwrap(), name).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The workbook with a sheet that says that it takes so many bytes.
fn claiming(size: u32) -> Vec<u8> {
    let mut parts = parts(&book());
    let (_, bytes) = parts.iter_mut().find(|(part, _)| part == SHEET).unwrap();
    bytes.extend(vec![b' '; 1_234_567]);
    let length = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    let mut lying = packed(&parts);
    let places: Vec<usize> =
        (0..lying.len() - 4).filter(|at| lying[*at..*at + 4] == length).collect();
    assert!(!places.is_empty());
    for at in places {
        lying[at..at + 4].copy_from_slice(&size.to_le_bytes());
    }
    lying
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let bomb = bomb();
    assert!(bomb.len() < 1 << 20);
    fails(&bomb, "too_large", "the workbook is too large: found 257 MiB xl/worksheets/sheet");
    fails(&bomb, "too_large", "expected 256 MiB at most; save the sheet as CSV in UTF-8");
}

#[test]
fn a_part_that_is_packed_too_well_is_refused() {
    fails(&claiming(100 << 20), "too_large", "found 100 MiB xl/worksheets/sheet1.xml, expected 16");
    fails(&claiming(u32::MAX - 1), "too_large", "found 4097 MiB xl/");
}

#[test]
fn a_part_that_says_less_than_it_takes_is_damaged() {
    fails(
        &claiming(1000),
        "malformed_xlsx",
        "the workbook is damaged: `xl/worksheets/sheet1.xml: ",
    );
}

#[test]
fn a_directory_that_claims_any_number_of_parts_is_refused() {
    let mut book = book();
    let end = book.len();
    // The large sort of directory's end: its length, versions, disks, and the number of parts.
    let mut record = b"PK\x06\x06".to_vec();
    record.extend(44u64.to_le_bytes());
    record.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    record.extend((1u64 << 40).to_le_bytes());
    record.extend((1u64 << 40).to_le_bytes());
    record.extend([0; 16]);
    book.splice(end - 22..end - 22, record);
    fails(&book, "malformed_xlsx", "more parts than a workbook has");
}

#[test]
fn claims_that_would_take_all_memory_are_refused() {
    for count in ["999999999999", "18446744073709551615"] {
        let claim = format!("uniqueCount=\"{count}\"");
        fails(&with(STRINGS, "uniqueCount=\"6\"", &claim), "malformed_xlsx", "more shared texts");
    }
    let texts = format!("</sst>{}", "<si/>".repeat((8 << 20) + 1));
    fails(&with(STRINGS, "</sst>", &texts), "malformed_xlsx", "more shared texts");
    let font = format!("<name val=\"{}\"", "x".repeat(3000));
    fails(
        &with(STYLES, "<name val=\"Calibri\"", &font),
        "malformed_xlsx",
        "a name that is too long",
    );
    let styles = format!("<cellXfs>{}", "<xf/>".repeat(140_000));
    fails(&with(STYLES, "<cellXfs count=\"1\">", &styles), "malformed_xlsx", "more styles");
}

#[test]
fn cells_beyond_the_end_of_a_sheet_are_refused() {
    for place in ["A1048577", "XFE1", "A4000000000"] {
        let place = format!("r=\"{place}\"");
        fails(&with(SHEET, "r=\"B1\"", &place), "malformed_xlsx", "beyond the last one");
    }
    // The last cell that there is.
    let told = read(Xlsx, with(SHEET, "r=\"C2\"", "r=\"XFD1048576\""));
    assert_eq!((told.read, told.skipped), (1_048_575, 1_048_573));
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(read(Xlsx, &bytes).error.is_some());
        let signed = [b"PK\x03\x04".as_slice(), &bytes].concat();
        prop_assert!(read(Xlsx, signed).error.is_some());
    }

    /// Parts with anything in them, packed without a fault.
    #[test]
    fn arbitrary_parts_never_panic(
        part in 0..20usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        texts in prop::collection::vec(
            (any::<prop::sample::Index>(), "(<c r=\"|A1|:|</?[a-z]{1,3}/?>|[0-9]{1,12}|\"|&|&#x[0-9]{1,3};| t=\"s\"|<f|<mergeCell ref=\"){1,4}"),
            0..3,
        ),
    ) {
        let mut parts = parts(&book());
        let at = part % parts.len();
        let bytes = &mut parts[at].1;
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        for (at, text) in texts {
            let at = at.index(bytes.len());
            bytes.splice(at..at, text.into_bytes());
        }
        read(Xlsx, packed(&parts));
    }

    /// As before, with the archive not compressed and its own bytes changed.
    #[test]
    fn arbitrary_changes_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, bytes) in parts(&book()) {
            archive.start_file(name, stored).unwrap();
            archive.write_all(&bytes).unwrap();
        }
        let mut book = archive.finish().unwrap().into_inner();
        for (at, byte) in changes {
            let at = at.index(book.len());
            book[at] = byte;
        }
        read(Xlsx, book);
    }
}

#[test]
fn a_row_of_nothing_but_commas_is_refused_before_it_takes_many_times_its_length() {
    let register = format!("name,total\n甲村,3\n{}\n", ",".repeat(1 << 20));
    let (code, said) = read(Csv, register).failed();
    assert_eq!(code, "malformed_csv");
    assert!(said.contains("16,384"), "{said}");
}
