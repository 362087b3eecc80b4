//! Encodings: found out, or given.

use std::io::{Cursor, Seek, SeekFrom};
use std::path::Path;

use encoding_rs::GB18030;
use proptest::prelude::*;

use super::{Told, read, row, tell, yuxi};
use crate::Format::{Csv, Json, Jsonl};
use crate::{Encoding, Format, Options, ReadError, open_with};

fn gb(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}

fn read_as(encoding: Encoding, format: Format, bytes: &[u8]) -> Told {
    let options = Options { encoding: Some(encoding), sheet: None };
    tell(open_with(bytes, format, &options, yuxi()))
}

fn of_whole(bytes: &[u8]) -> Encoding {
    let mut input = Cursor::new(bytes);
    let found = Encoding::detect(&mut input).unwrap();
    assert_eq!(input.position(), 0, "the file is read from its start afterwards");
    found
}

const REGISTER: &str = "代码,名称,备注\n1,金州社区,“好”\n2,𠮷䶮村,㐂𬺓ĀĠ€\n";

fn rows() -> [super::Seen; 2] {
    [
        row(1, 2, &["code=1", "name=金州社区"], &["备注=“好”"]),
        row(2, 3, &["code=2", "name=𠮷䶮村"], &["备注=㐂𬺓ĀĠ€"]),
    ]
}

#[test]
fn gb18030_is_found_out_with_its_rare_characters() {
    assert_eq!(gb("𠮷").len(), 4);
    let told = read(Csv, gb(REGISTER));
    assert_eq!(told.headers, ["代码", "名称", "备注"]);
    assert_eq!(told.well(), rows());
    assert_eq!(read(Csv, REGISTER).well(), rows());
    assert_eq!(read(Csv, format!("\u{feff}{REGISTER}")).well(), rows());
    assert_eq!(read(Csv, gb(&format!("\u{feff}{REGISTER}"))).well(), rows());
}

#[test]
fn json_and_json_lines_come_in_gb18030_too() {
    let object = "{\"名称\":\"金州社区\",\"备注\":\"好\"}";
    let expected = || [row(1, 1, &["name=金州社区"], &["备注=好"])];
    assert_eq!(read(Json, gb(&format!("[{object}]"))).well(), expected());
    assert_eq!(read(Jsonl, gb(object)).well(), expected());
}

#[test]
fn a_file_is_checked_whole_and_a_pipe_by_its_first_megabyte() {
    let plain = format!("code,name\n{}", "1,a\n".repeat(300_000));
    let late = [plain.as_bytes(), &gb("2,金州社区\n")].concat();
    assert_eq!(of_whole(&late), Encoding::Gb18030);
    let told = read_as(of_whole(&late), Csv, &late);
    assert_eq!(told.well().last(), Some(&row(300_001, 300_002, &["code=2", "name=金州社区"], &[])));

    let told = read(Csv, &late);
    assert_eq!(told.read, 300_000);
    let (code, words) = told.failed();
    assert_eq!(code, "not_text");
    assert!(words.starts_with("line 300002, column 3: found the bytes `BD F0 D6 DD`"), "{words}");
    assert!(words.contains("or name its encoding"), "{words}");

    let early = [&gb("代码,名称\n"), plain.as_bytes(), &gb("2,金州社区\n")].concat();
    assert!(read(Csv, &early).error.is_none());
}

#[test]
fn the_first_megabyte_may_end_within_a_character() {
    for length in 0..4 {
        let name = "金𠮷".repeat(250_000);
        let text = format!("code,name\n{},{name}\n", "1".repeat(length));
        assert_eq!(of_whole(text.as_bytes()), Encoding::Utf8);
        assert_eq!(of_whole(&gb(&text)), Encoding::Gb18030);
        for bytes in [text.as_bytes(), &gb(&text)] {
            let told = read(Csv, bytes).well();
            let super::Seen::Row(1, 2, cells, _) = &told[0] else { panic!("a row") };
            assert_eq!(cells.last(), Some(&format!("name={name}")), "{length}");
        }
    }
}

#[test]
fn an_encoding_that_is_given_counts() {
    let bytes = gb("代码,名称\n1,金州社区\n");
    assert_eq!(read_as(Encoding::Utf8, Csv, &bytes).failed().0, "not_text");
    // 联通 in GBK, the text that editors take for UTF-8, in a register that is all ASCII otherwise.
    let bytes = gb("code,name\n1,联通\n");
    assert_eq!(
        read_as(Encoding::Gb18030, Csv, &bytes).well(),
        [row(1, 2, &["code=1", "name=联通"], &[])]
    );
    assert_eq!(read(Csv, &bytes).well(), [row(1, 2, &["code=1", "name=联通"], &[])]);
}

#[test]
fn a_damaged_file_in_utf8_is_not_taken_for_gb18030() {
    // An even number of characters, so that every byte of it would be GB18030.
    let text = "名称,代码\n金州社区居民委员会村,1\n";
    let damaged = [text.as_bytes(), b"\xE9\x87,2\n"].concat();
    assert_eq!(of_whole(&damaged), Encoding::Utf8);
    let (code, words) = read(Csv, &damaged).failed();
    assert_eq!(code, "not_text");
    assert!(words.contains("line 3, column 1: found the bytes `E9 87 2C 32`"), "{words}");
    assert!(words.contains("expected text in UTF-8"), "{words}");
}

#[test]
fn bytes_that_are_not_gb18030_are_told_with_line_and_byte() {
    let before = gb("代码,名称\n1,金州𠮷社区\n2,甲");
    for broken in [&b"\xFF,3\n"[..], b"\x81\x20\n", b"\x84\x31\xFF\n", b"\xE3\x32\x9A\x36\n"] {
        let bytes = [&before, broken].concat();
        let told = read(Csv, &bytes);
        assert_eq!(told.rows, [row(1, 2, &["code=1", "name=金州𠮷社区"], &[])]);
        let Some(ReadError::NotText { line: 3, column: 4, byte, expected, .. }) = told.error else {
            panic!("{:?}", told.error);
        };
        assert_eq!((byte, expected), (before.len() as u64, Encoding::Gb18030));
    }
    let cut = &before[..before.len() - 1];
    assert!(matches!(
        read(Csv, cut).error,
        Some(ReadError::NotText { line: 3, column: 3, byte, .. }) if byte == cut.len() as u64 - 1
    ));
}

#[test]
fn a_byte_of_the_file_is_told_whatever_the_encoding() {
    let text = "代码,名称\n1,金州𠮷社区\n2,\"甲";
    for bytes in [text.as_bytes().to_vec(), gb(text)] {
        let Some(ReadError::MalformedCsv { byte, .. }) = read(Csv, &bytes).error else {
            panic!("malformed_csv was expected");
        };
        assert_eq!(bytes[usize::try_from(byte).unwrap()], b'"');
    }
}

#[test]
fn each_encoding_has_names() {
    for encoding in Encoding::ALL {
        assert_eq!(Encoding::from_code(encoding.code()), Some(encoding));
        assert_eq!(Encoding::from_code(encoding.name()), Some(encoding));
    }
    for name in ["GBK", "gb2312", "GB18030", "cp936"] {
        assert_eq!(Encoding::from_code(name), Some(Encoding::Gb18030), "{name}");
    }
    assert_eq!(Encoding::from_code("utf8"), Some(Encoding::Utf8));
    assert_eq!(Encoding::from_code("utf-16"), None);
}

#[test]
fn utf_16_is_neither() {
    let text = "\u{feff}代码,名称\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let (code, words) = read(Csv, &text).failed();
    assert_eq!(code, "not_text");
    assert!(words.starts_with("line 1, column 1: found the bytes `FF FE E3 4E`"), "{words}");
}

#[test]
fn a_file_on_the_disk_is_found_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(Encoding::of_file(&folder.join("Cargo.toml")).unwrap(), Encoding::Utf8);
    assert!(Encoding::of_file(&folder.join("no such file")).is_err());
    let mut input = Cursor::new(gb("标题\n代码,名称\n"));
    input.seek(SeekFrom::Start(5)).unwrap();
    assert_eq!(Encoding::detect(&mut input).unwrap(), Encoding::Gb18030);
    assert_eq!(input.position(), 5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Every character comes back from GB18030, wherever the pieces of the file end.
    #[test]
    fn what_was_written_in_gb18030_is_read(
        names in prop::collection::vec("[^\",\r\n\u{e000}-\u{f8ff}]{1,8}", 1..6),
        padding in 0..6usize,
    ) {
        let long = "长".repeat(25_000);
        let text: String =
            names.iter().map(|name| format!("1,\"a{name}a\",{}{long}\n", "x".repeat(padding))).collect();
        let text = format!("代码,名称,备注\n{text}");
        let told = read_as(Encoding::Gb18030, Csv, &gb(&text)).well();
        for (seen, name) in told.iter().zip(&names) {
            let super::Seen::Row(_, _, cells, _) = seen else { panic!("a row") };
            prop_assert_eq!(&cells[1], &format!("name=a{name}a"));
        }
        prop_assert_eq!(told.len(), names.len());
    }

    #[test]
    fn arbitrary_bytes_are_read_in_either_encoding(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        for encoding in Encoding::ALL {
            for format in [Csv, Json, Jsonl] {
                read_as(encoding, format, &bytes);
            }
        }
        prop_assert_eq!(of_whole(&bytes), Encoding::of_first(&bytes, true));
    }
}
