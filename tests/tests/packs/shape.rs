//! Mistakes of shape are told plainly and once: what only hangs on a list that couldn't be read isn't
//! told beside them, and what else is wrong is.

use crate::broken::{Expected, edited, made_up, mistakes, shown, shows_only};

/// The texts of all mistakes, with file and line.
fn told(edits: &[(&str, &str, &str)]) -> Vec<String> {
    let files = made_up().map(|files| edits.iter().fold(files, |files, edit| edited(files, *edit)));
    files.map_or_else(|error| vec![error.to_string()], |files| shown(&mistakes(&files)))
}

#[test]
fn single_brackets_for_one_of_a_list() {
    let first = "[[kind]]\ncode = \"harbour\"";
    shows_only(
        ("subjects.toml", first, "[kind]\ncode = \"harbour\""),
        &Expected {
            at: "[kind]\ncode",
            found: "`[kind]`, and the same name in double brackets later",
            expected: "double brackets each time: it is a list",
            help: "write `[[kind]]`",
        },
    )
    .unwrap();
    shows_only(
        ("dates.toml", "[[report]]", "[report]"),
        &Expected {
            at: "[report]",
            found: "`[report]`",
            expected: "double brackets: it is a list",
            help: "write `[[report]]`",
        },
    )
    .unwrap();
}

#[test]
fn double_brackets_for_what_there_is_one_of() {
    shows_only(
        ("dates.toml", "[rest]", "[[rest]]"),
        &Expected {
            at: "[[rest]]",
            found: "`[[rest]]`",
            expected: "single brackets: there is only one",
            help: "write `[rest]`",
        },
    )
    .unwrap();
}

/// The seven clauses behind a misspelt heading, and all that cites them, aren't mistakes.
#[test]
fn a_misspelt_heading_of_a_list() {
    let heading = "[[provision]]\nid = \"G\"";
    shows_only(
        ("provisions.toml", heading, "[[provisions]]\nid = \"G\""),
        &Expected {
            at: "provisions]]",
            found: "the key `provisions`",
            expected: "a key that belongs here",
            help: "mend its name, or take it out: `provisions`",
        },
    )
    .unwrap();
}

#[test]
fn a_key_that_is_not_there() {
    shows_only(
        ("policy.toml", "code_prefix = \"99\"\n", ""),
        &Expected {
            at: "# What the document is",
            found: "no key `code_prefix`",
            expected: "one",
            help: "add `code_prefix` to the file",
        },
    )
    .unwrap();
}

#[test]
fn a_number_with_its_unit() {
    shows_only(
        ("tiers.toml", "from = 120", "from = 120人"),
        &Expected {
            at: "人",
            found: "`人`",
            expected: "the end of the line",
            help: "mend `row[4].tier[4].from`",
        },
    )
    .unwrap();
}

#[test]
fn a_text_without_quotes() {
    shows_only(
        ("tiers.toml", "duty = \"in_principle_must\"", "duty = in_principle_must"),
        &Expected {
            at: "in_principle_must",
            found: "`in_principle_must`",
            expected: "a number, a day, true or false, or a text in quotes",
            help: "put a text in quotes",
        },
    )
    .unwrap();
}

#[test]
fn one_name_where_a_list_belongs() {
    shows_only(
        ("tiers.toml", "kinds = [\"teahouse\"]", "kinds = \"teahouse\""),
        &Expected {
            at: "\"teahouse\"\n\n[[row.tier]]",
            found: "`\"teahouse\"`",
            expected: "a list in brackets",
            help: "mend `row[7].kinds`",
        },
    )
    .unwrap();
}

#[test]
fn signs_of_full_width() {
    for (from, to, sign, meant) in [
        ("zh = \"点灯\"", "zh = “点灯”", "“", "\""),
        ("zh = \"点灯\"", "zh ＝ \"点灯\"", "＝", "="),
        ("zh = \"点灯\", en", "zh = \"点灯\"， en", "，", ","),
    ] {
        let label = ("rules.toml", "zh = \"何时点灯\"", "zh = \"点灯\"");
        let faults = told(&[label, ("rules.toml", from, to)]);
        let end = format!(
            "found `{sign}`, expected `{meant}`; TOML has signs of half width only: switch the \
             keyboard over"
        );
        assert!(faults.len() == 1 && faults[0].ends_with(&end), "{faults:#?}");
    }
}

/// A day in quotes takes the whole list of dates along; what is due by them stands.
#[test]
fn what_hangs_on_a_list_that_could_not_be_read_is_not_told_beside_it() {
    let day = ("dates.toml", "day = 2031-11-28", "day = \"2031-11-28\"");
    let faults = told(&[day]);
    assert_eq!(
        faults,
        [
            "dates.toml:14:7: found `\"2031-11-28\"`, expected a day such as 2022-12-31, without quotes; \
          mend `date[1].day`"
        ]
    );
    let kind = ("subjects.toml", "code = \"jetty\"", "cod = \"jetty\"");
    let faults = told(&[kind]);
    assert_eq!(
        faults,
        [
            "subjects.toml:44:1: found no key `code`, expected one; add `kind[2].code`",
            "subjects.toml:45:1: found the key `cod`, expected a key that belongs here; mend its \
             name, or take it out: `kind[2].cod`",
        ]
    );
}

/// What doesn't hang on it is told in the same go, in that file and in others.
#[test]
fn what_else_is_wrong_is_told_in_the_same_go() {
    let found: Vec<String> = told(&[
        ("dates.toml", "day = 2031-11-28", "day = \"2031-11-28\""),
        ("dates.toml", "rule = \"next_working_day\"", "rule = \"next_day\""),
        ("tiers.toml", "\"boat_crew\"]\ndue = \"low_water\"", "\"raft\"]\ndue = \"low_water\""),
        ("readings.toml", "tiers = [\"jetty.crowd\"]", "tiers = [\"jetty.mob\"]"),
    ]);
    let places: Vec<&str> =
        found.iter().filter_map(|told| told.split_once(": ")).map(|(place, _)| place).collect();
    assert_eq!(
        places,
        ["dates.toml:14:7", "dates.toml:40:8", "tiers.toml:49:18", "readings.toml:65:40"],
        "{found:#?}"
    );
}
