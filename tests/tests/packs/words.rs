//! Mistakes in `words.toml`.

use crate::broken::{Expected, shows_only};

const FILE: &str = "words.toml";
const MAY: &str = r#"may = { zh = "可以设{forms}", en = "may have a {forms}" }"#;
const OPEN: &str = r#"{ zh = "未定", en = "open" }"#;

#[test]
fn a_missing_word() {
    shows_only(
        (FILE, MAY, ""),
        &Expected {
            at: "",
            found: "no text",
            expected: "a text for `may` under `[reason]`",
            help: "add it in zh and en",
        },
    )
    .unwrap();
}

#[test]
fn a_word_that_nothing_says() {
    let word = r#"{ zh = "也许", en = "maybe" }"#;
    let in_duty = format!("[duty]\nmaybe = {word}\n");
    let in_weather = format!("[weather]\nmaybe = {word}\n\n[duty]\n");
    for (text, code) in [(in_duty, "duty.maybe"), (in_weather, "weather.maybe")] {
        shows_only(
            (FILE, "[duty]\n", &text),
            &Expected {
                at: word,
                found: &format!("`{code}`"),
                expected: "a word that something says",
                help: "nothing uses this text: take it out, or mend its name",
            },
        )
        .unwrap();
    }
}

#[test]
fn a_slot_that_nothing_fills() {
    let broken = r#"{ zh = "可以设{forms}", en = "may have a {form}" }"#;
    shows_only(
        (FILE, MAY, &format!("may = {broken}")),
        &Expected {
            at: broken,
            found: "the slot `{form}`",
            expected: "one of `{forms}`",
            help: "mend the slot's name",
        },
    )
    .unwrap();
    let broken = r#"{ zh = "未定（{duty}）", en = "open" }"#;
    shows_only(
        (FILE, OPEN, broken),
        &Expected {
            at: broken,
            found: "the slot `{duty}`",
            expected: "no slot",
            help: "mend the slot's name",
        },
    )
    .unwrap();
}

#[test]
fn a_word_without_words() {
    let broken = r#"{ zh = "未定", en = " " }"#;
    shows_only(
        (FILE, OPEN, broken),
        &Expected {
            at: broken,
            found: "an empty text",
            expected: "words",
            help: "write the text in both languages",
        },
    )
    .unwrap();
}
