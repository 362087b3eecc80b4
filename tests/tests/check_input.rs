//! What goes into the checks, from JSON and from values: what isn't read says where, in words of JSON.

use qiaolian::Error;
use qiaolian::checks::{Case, from_json, from_value};
use serde_json::{Value, json};

/// Each path, and what is said there; nothing where it is read.
fn refused(found: Result<Case, Error>) -> Vec<(String, String)> {
    let envelope = found.err().map(|error| error.envelope());
    let problems = envelope.into_iter().flat_map(|envelope| envelope.problems);
    problems.map(|problem| (problem.column, problem.message.en)).collect()
}

fn wrong() -> Vec<(Value, &'static str, &'static str)> {
    vec![
        (json!({"office": null}), "office", "invalid type: null, expected an object"),
        (json!({"office": {"sought": 1}}), "office.sought", "expected a boolean"),
        (
            json!({"office": {"approved": "May"}}),
            "office.approved",
            "expected true, false or a day",
        ),
        (json!({"subject": {"total": []}}), "subject.total", "expected a text, a number"),
        (
            json!({"leadership": {"members": [{}, {"time": "always"}]}}),
            "leadership.members[1].time",
            "expected `full_time` or `part_time`",
        ),
    ]
}

#[test]
fn what_is_not_read_says_where_and_names_no_type_of_rust() {
    for (input, path, said) in wrong() {
        let [(column, message)] = &refused(from_value(input))[..] else { panic!("{path}") };
        assert_eq!(column, path);
        assert!(message.contains(said), "{message}");
        for inner in ["struct", "enum", "Input", "variant of"] {
            assert!(!message.contains(inner), "{message}");
        }
    }
}

#[test]
fn a_text_says_the_place_in_it_besides_and_a_value_does_not() {
    for (input, path, _) in wrong() {
        let of_text = &refused(from_json(&input.to_string()))[..];
        let of_value = &refused(from_value(input))[..];
        let ([(column, of_text)], [(_, of_value)]) = (of_text, of_value) else { panic!("{path}") };
        assert_eq!(column, path);
        assert!(of_text.starts_with(of_value.as_str()), "{of_text}");
        assert!(of_text.contains(" at line 1 column "), "{of_text}");
        assert!(!of_value.contains("line"), "{of_value}");
    }
}
