//! What goes into the checks, from JSON and from values: what isn't read says where, in words of JSON.

use qiaolian::checks::{Case, from_json, from_value};
use qiaolian::{Error, ProblemReport};
use serde_json::{Value, json};

/// The problems; none where it is read.
fn problems(found: Result<Case, Error>) -> Vec<ProblemReport> {
    found.err().map_or_else(Vec::new, |error| error.envelope().problems)
}

/// An input, the path to its mistake, what is found there, and what may stand there.
fn wrong() -> Vec<(Value, &'static str, &'static str, &'static str)> {
    vec![
        (json!({"office": null}), "office", "null", "an object in braces"),
        (json!({"office": {"sought": 1}}), "office.sought", "1", "true or false"),
        (json!({"office": {"approved": "May"}}), "office.approved", "\"May\"", "a day"),
        (
            json!({"subject": {"total": []}}),
            "subject.total",
            "[…]",
            "a text in quotes, or a number",
        ),
        (
            json!({"leadership": {"members": [{}, {"time": "always"}]}}),
            "leadership.members[1].time",
            "always",
            "one of `full_time`, `part_time`",
        ),
    ]
}

#[test]
fn what_is_not_read_says_where_what_is_found_and_what_may_stand_there() {
    for (input, path, found, wanted) in wrong() {
        let [problem] = &problems(from_value(input))[..] else { panic!("{path}") };
        assert_eq!(problem.column, path);
        assert!(problem.message.en.contains(&format!("`{found}`")), "{}", problem.message.en);
        assert!(problem.help.en.contains(wanted), "{}", problem.help.en);
        for inner in ["struct", "enum", "Input", "variant", "invalid type"] {
            assert!(!problem.message.en.contains(inner), "{}", problem.message.en);
        }
    }
}

#[test]
fn a_text_and_a_value_are_refused_alike() {
    for (input, path, ..) in wrong() {
        let of_text = problems(from_json(&input.to_string()));
        assert_eq!(of_text, problems(from_value(input)), "{path}");
        assert_eq!(of_text.len(), 1, "{path}");
    }
}

#[test]
fn a_text_that_is_no_json_says_its_line_and_column() {
    let [problem] = &problems(from_json("{\"office\":\n  {,}}"))[..] else { panic!() };
    assert_eq!((&*problem.code, &*problem.column), ("unreadable_input", "."));
    assert!(problem.message.en.contains("line 2, column 4"), "{}", problem.message.en);
}
