//! Which format a register is in.

use std::path::Path;

use crate::Format;

#[test]
fn the_first_sign_tells_the_format_of_what_is_piped_in() {
    assert_eq!(Format::detect(b"code,name\n"), Format::Csv);
    assert_eq!(Format::detect("代码,名称\n".as_bytes()), Format::Csv);
    assert_eq!(Format::detect(b" \r\n\t[{}]"), Format::Json);
    assert_eq!(Format::detect(b"{\"code\": 1}\n"), Format::Jsonl);
    assert_eq!(Format::detect(b"\xEF\xBB\xBF[]"), Format::Json);
    assert_eq!(Format::detect(b"\xEF\xBB\xBF\n{}"), Format::Jsonl);
    assert_eq!(Format::detect(b""), Format::Csv);
    assert_eq!(Format::detect(b"  "), Format::Csv);
    assert_eq!(Format::detect(b"PK\x03\x04..."), Format::Xlsx);
}

#[test]
fn a_files_ending_tells_its_format_in_either_letter_case() {
    let of = |name: &str| Format::from_path(Path::new(name));
    assert_eq!(of("侨情.csv"), Some(Format::Csv));
    assert_eq!(of("a/b.CSV"), Some(Format::Csv));
    assert_eq!(of("a.json"), Some(Format::Json));
    assert_eq!(of("a.JsonL"), Some(Format::Jsonl));
    assert_eq!(of("a.ndjson"), Some(Format::Jsonl));
    assert_eq!(of("侨情登记表.XLSX"), Some(Format::Xlsx));
    assert_eq!(of("a.xlsm"), Some(Format::Xlsx));
    assert_eq!(of("a.xls"), None);
    assert_eq!(of("a.txt"), None);
    assert_eq!(of("csv"), None);
}

#[test]
fn a_workbook_is_one_whatever_its_name_ends_in() {
    let of = |name: &str, bytes: &[u8]| Format::of_file(Path::new(name), bytes);
    assert_eq!(of("a.csv", b"PK\x03\x04"), Format::Xlsx);
    assert_eq!(of("a.xls", b"PK\x03\x04"), Format::Xlsx);
    assert_eq!(of("a.xls", b"name,code\n"), Format::Csv);
    assert_eq!(of("a.xlsx", b"name,code\n"), Format::Xlsx);
    assert_eq!(of("a.jsonl", b"[]"), Format::Jsonl);
    assert_eq!(of("a", b"[]"), Format::Json);
}

#[test]
fn each_format_has_a_name_of_its_own() {
    for format in Format::ALL {
        assert_eq!(Format::from_code(format.code()), Some(format));
    }
    assert_eq!(Format::from_code("CSV"), None);
}
