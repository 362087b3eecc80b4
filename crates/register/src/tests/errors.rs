//! What is said where a register can't be read.

use qiaolian_core::policy::Lang;

use super::broken::{all_hidden, locked, other_sheet};
use super::hostile::bomb;
use super::{read, yuxi};
use crate::Format::{Csv, Json, Jsonl, Xlsx};
use crate::ReadError;

/// One error of each code.
fn one_of_each() -> Vec<ReadError> {
    let of = |format, bytes: &[u8]| read(format, bytes).error.expect("an error");
    vec![
        of(Csv, b"a,b\n1,2\n"),
        of(Csv, b"name,name\n"),
        of(Csv, b"\xFF\xFEc\0o\0"),
        of(Csv, b"code,name\n1,\"a"),
        of(Json, b"5"),
        of(Json, b"[5]"),
        of(Jsonl, b"{"),
        of(Xlsx, b"code,name\n"),
        of(Xlsx, b"PK\x03\x04"),
        of(Xlsx, &bomb()),
        of(Xlsx, &locked()),
        other_sheet().error.expect("an error"),
        of(Xlsx, &all_hidden()),
        ReadError::Io { line: 3, source: std::io::Error::other("no such disk") },
    ]
}

#[test]
fn each_error_has_a_code_of_its_own() {
    let codes: Vec<&str> = one_of_each().iter().map(ReadError::code).collect();
    assert_eq!(
        codes,
        [
            "no_header",
            "duplicate_header",
            "not_text",
            "malformed_csv",
            "not_an_array",
            "not_an_object",
            "malformed_json",
            "other_format",
            "malformed_xlsx",
            "too_large",
            "locked",
            "no_such_sheet",
            "no_visible_sheet",
            "io"
        ]
    );
}

#[test]
fn the_words_of_an_error_are_the_packs_english_ones() {
    for error in one_of_each() {
        let words = &yuxi().words;
        let said = format!("{}; {}", error.message(words, Lang::En), error.help(words, Lang::En));
        assert_eq!(said, error.to_string());
    }
}

#[test]
fn every_error_is_said_in_chinese_too_with_every_slot_filled() {
    for error in one_of_each() {
        assert_eq!(error.word().code(), format!("read.{}", error.code()));
        assert_eq!(error.help_word().code(), format!("read_help.{}", error.code()));
        for lang in [Lang::Zh, Lang::En] {
            for said in [error.message(&yuxi().words, lang), error.help(&yuxi().words, lang)] {
                assert!(!said.contains(['{', '}']) || error.code() == "malformed_json", "{said}");
                let is_chinese = said.chars().any(|sign| ('一'..='龥').contains(&sign));
                assert_eq!(
                    is_chinese,
                    lang == Lang::Zh || said.contains("代码") || said.contains("附件"),
                    "{said}"
                );
            }
        }
    }
}

#[test]
fn what_is_shown_of_a_file_is_short_and_can_not_steer_a_terminal() {
    let text = format!("\u{1b}[2Jx\u{7},{}\n", "长".repeat(1000));
    let (_, words) = read(Csv, &text).failed();
    assert!(!words.chars().any(char::is_control), "{words:?}");
    assert!(words.contains(&format!("` [2Jx , {}…`", "长".repeat(60))), "{words}");
}
