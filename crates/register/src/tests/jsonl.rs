//! Records of JSON Lines files.

use super::{blank, read, row};
use crate::Format::Jsonl;

#[test]
fn one_object_a_line_is_a_register() {
    let told = read(Jsonl, "\u{feff}{\"名称\": \"甲\", \"total\": 3}\r\n{\"name\": \"乙\"}");
    assert_eq!(
        told.well(),
        [row(1, 1, &["name=甲", "total=#3"], &[]), row(2, 2, &["name=乙"], &[])]
    );
}

#[test]
fn empty_lines_are_rows_that_are_passed_over() {
    let told = read(Jsonl, "{\"name\": \"甲\"}\n\n  \r\n{\"name\": \"乙\"}\n");
    assert_eq!(
        told.well(),
        [row(1, 1, &["name=甲"], &[]), blank(2, 2), blank(3, 3), row(4, 4, &["name=乙"], &[])]
    );
}

#[test]
fn objects_may_have_different_keys() {
    let told = read(
        Jsonl,
        "{\"name\":\"甲\",\"a\":1}\n{\"a\":2,\"name\":\"乙\"}\n{\"name\":\"丙\"}\n{\"name\":\"丁\",\"b\":\"\"}",
    );
    assert_eq!(
        told.well(),
        [
            row(1, 1, &["name=甲"], &["a=1"]),
            row(2, 2, &["name=乙"], &["a=2"]),
            row(3, 3, &["name=丙"], &[]),
            row(4, 4, &["name=丁"], &["b="]),
        ]
    );
}

#[test]
fn a_line_that_is_not_json_ends_the_reading_there() {
    let told = read(Jsonl, "{\"name\": \"甲\"}\n{\"name\": 乙}\n{\"name\": \"丙\"}\n");
    assert_eq!(told.rows, [row(1, 1, &["name=甲"], &[])]);
    let (code, words) = told.failed();
    assert_eq!(code, "malformed_json");
    assert!(words.starts_with("line 2, column 10: record 2 isn't JSON at `乙}"), "{words}");
    assert!(words.contains("records before this one were read, none behind it"), "{words}");
}

#[test]
fn a_line_that_is_no_object_is_told() {
    let (code, words) = read(Jsonl, "{\"name\": \"甲\"}\n\n[1]\n").failed();
    assert_eq!(code, "not_an_object");
    assert!(
        words.starts_with("line 3, column 1: record 3 is `[1]`, expected an object"),
        "{words}"
    );
}

#[test]
fn two_objects_on_a_line_are_a_mistake() {
    let (code, words) = read(Jsonl, "{\"name\": \"甲\"} {\"name\": \"乙\"}\n").failed();
    assert_eq!(code, "malformed_json");
    assert!(words.starts_with("line 1, column 15: record 1 isn't JSON at `{"), "{words}");
}

#[test]
fn an_object_over_several_lines_is_a_mistake() {
    assert_eq!(read(Jsonl, "{\n  \"name\": \"甲\"\n}\n").failed().0, "malformed_json");
}
