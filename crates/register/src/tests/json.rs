//! Records of JSON files.

use super::{blank, read, row, total};
use crate::Format::Json;

#[test]
fn an_array_of_objects_is_a_register() {
    let told = read(
        Json,
        r#"[
          {"code": 530402006001, "名称": "金州社区", "归侨侨眷": "12", "key_area": true},
          {"name": "甲", "students": 1.5, "备注": ["a", {"b": null}], "电话": 88, "空": null}
        ]"#,
    );
    assert_eq!(
        told.originals[1],
        ["name=甲", "students=1.5", "备注=[\"a\", {\"b\": null}]", "电话=88", "空="]
    );
    assert_eq!(
        told.well(),
        [
            row(
                1,
                2,
                &[
                    "code=#530402006001",
                    "name=金州社区",
                    "returned_and_relatives=12",
                    "key_area=?true"
                ],
                &[]
            ),
            row(
                2,
                3,
                &["name=甲", "students=#1.5"],
                &["备注=[\"a\", {\"b\": null}]", "电话=88", "空="]
            ),
        ]
    );
}

#[test]
fn null_and_empty_strings_are_blank() {
    let told = read(Json, r#"[{"name": "甲", "code": null, "kind": " "}, {}, {"name": null}]"#);
    assert_eq!(told.well(), [row(1, 1, &["name=甲"], &[]), blank(2, 1), blank(3, 1)]);
}

#[test]
fn totals_are_passed_over() {
    let told = read(Json, "[{\"name\": \"甲\"},\n{\"name\": \" \\u5408计\", \"total\": 9}]");
    assert_eq!(told.well(), [row(1, 1, &["name=甲"], &[]), total(2, 2)]);
}

#[test]
fn numbers_that_can_not_be_held_exactly_stay_as_they_are_written() {
    let told = read(
        Json,
        r#"[{"code": 123456789012345678901, "total": 1e400, "students": 1e-400,
             "overseas": 3.00000000000000000001, "returned_and_relatives": -0.0}]"#,
    );
    assert_eq!(
        told.well(),
        [row(
            1,
            1,
            &[
                "code=123456789012345678901",
                "total=1e400",
                "students=1e-400",
                "overseas=3.00000000000000000001",
                "returned_and_relatives=#0"
            ],
            &[]
        )]
    );
}

#[test]
fn a_list_under_a_known_column_is_left_to_be_complained_about() {
    let told = read(Json, r#"[{"name": ["甲"], "code": {"a": 1}}]"#);
    assert_eq!(told.well(), [row(1, 1, &["name=[\"甲\"]", "code={\"a\": 1}"], &[])]);
}

#[test]
fn escapes_are_read() {
    let told = read(Json, r#"[{"n\u0061me": "\u7532\n\"乙\"", "备\t注": "\\"}]"#);
    assert_eq!(told.well(), [row(1, 1, &["name=甲\n\"乙\""], &["备\t注=\\"])]);
}

#[test]
fn brackets_and_quotes_in_strings_end_nothing() {
    let told = read(Json, r#"[{"name": "}]\"],{"}, {"name": "\\"}]"#);
    assert_eq!(told.well(), [row(1, 1, &["name=}]\"],{"], &[]), row(2, 1, &["name=\\"], &[])]);
}

#[test]
fn deeply_nested_values_do_no_harm() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let told = read(Json, format!("[{{\"name\": \"甲\", \"备注\": {deep}}}]"));
    assert_eq!(told.well(), [row(1, 1, &["name=甲"], &[&format!("备注={deep}")])]);
    assert_eq!(read(Json, "[".repeat(100_000)).failed().0, "malformed_json");
    assert_eq!(read(Json, format!("[{deep}]")).failed().0, "not_an_object");
}

#[test]
fn a_file_that_is_no_array_is_told() {
    let (code, words) = read(Json, "\n  {\"receipt\": 1}\n").failed();
    assert_eq!(code, "not_an_array");
    assert!(
        words.starts_with("line 2, column 3: found `{\"receipt\": 1}`, expected `[`;"),
        "{words}"
    );
    assert!(words.contains("as JSON Lines"), "{words}");
    assert_eq!(read(Json, "").failed().0, "not_an_array");
    assert_eq!(read(Json, "\u{feff} ").failed().0, "not_an_array");
    assert_eq!(read(Json, "代码,名称\n").failed().0, "not_an_array");
}

#[test]
fn an_element_that_is_no_object_is_told_by_its_number() {
    let told = read(Json, "[{\"name\": \"甲\"},\n  5]");
    assert_eq!(told.rows, [row(1, 1, &["name=甲"], &[])]);
    let (code, words) = told.failed();
    assert_eq!(code, "not_an_object");
    assert!(words.starts_with("line 2, column 3: record 2 is `5`, expected an object;"), "{words}");
    for element in ["null", "\"甲\"", "[]", "true", "-1.5e3"] {
        assert_eq!(read(Json, format!("[{element}]")).failed().0, "not_an_object", "{element}");
    }
}

#[test]
fn a_mistake_is_told_where_it_is() {
    let told = read(Json, "[{\"name\": \"甲\"},\n {\"name\": \"乙\", \"村\" 1}]");
    assert_eq!(told.rows, [row(1, 1, &["name=甲"], &[])]);
    let (code, words) = told.failed();
    assert_eq!(code, "malformed_json");
    assert!(
        words.starts_with("line 2, column 20: record 2 isn't JSON at `1}]`: expected `:`;"),
        "{words}"
    );
}

#[test]
fn what_is_wrong_around_the_records_is_told() {
    for (text, expected) in [
        ("[{} {}]", "record 2 isn't JSON at `{}]`: expected `,` or `]` behind a record"),
        ("[{},]", "record 2 isn't JSON at `]`: expected a record"),
        ("[,{}]", "record 1 isn't JSON at `,{}]`: expected a record"),
        ("[{}", "record 2 isn't JSON at ``: expected `]` before the file ends"),
        ("[", "record 1 isn't JSON at ``: expected `]` before the file ends"),
        ("[{}] x", "record 2 isn't JSON at `x`: expected nothing behind the array"),
        ("[{\"name\": \"甲", "record 1 isn't JSON at"),
        ("[{\"name\": nul}]", "record 1 isn't JSON at"),
        ("[{\"name\": \"\\ud800\"}]", "record 1 isn't JSON at `\"\\ud800\"}]`: expected text"),
        ("[{\"\\ud800\": 1}]", "record 1 isn't JSON at"),
        ("[{},", "record 2 isn't JSON at ``: expected a record"),
        ("[{},,{}]", "record 2 isn't JSON at `,{}]`: expected a record"),
        ("[　]", "record 1 isn't JSON at `　]`"),
        ("[}]", "record 1 isn't JSON at `}]`: expected a record"),
        ("[{]", "record 1 isn't JSON at"),
    ] {
        let (code, words) = read(Json, text).failed();
        assert_eq!(code, "malformed_json", "{text}");
        assert!(words.contains(expected), "{text}: {words}");
    }
}

#[test]
fn bytes_that_are_not_text_are_told_after_the_records_before() {
    let told = read(Json, b"[{\"name\": \"a\"}, {\"name\": \"\xBD\xFF\"}]");
    assert_eq!(told.rows, [row(1, 1, &["name=a"], &[])]);
    assert_eq!(told.failed().0, "not_text");
}
