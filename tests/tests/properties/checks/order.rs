//! Findings don't depend on the order of members, events, seats or keys.

use proptest::prelude::*;
use qiaolian::checks::FindingEntry;
use qiaolian_tests::checks::Answer;
use serde_json::{Map, Value};

use super::inputs::asked;
use super::paths::unnumbered;

/// The same input with every list and every object in an order that a number picks.
fn reordered(value: &Value, pick: &mut impl FnMut(usize) -> usize) -> Value {
    fn shuffle<T>(items: &mut [T], pick: &mut impl FnMut(usize) -> usize) {
        for at in (1..items.len()).rev() {
            items.swap(at, pick(at + 1));
        }
    }
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(|item| reordered(item, pick)).collect();
            shuffle(&mut items, pick);
            Value::Array(items)
        }
        Value::Object(entries) => {
            let entries =
                entries.iter().map(|(name, entry)| (name.clone(), reordered(entry, pick)));
            let mut entries: Vec<(String, Value)> = entries.collect();
            shuffle(&mut entries, pick);
            Value::Object(entries.into_iter().collect::<Map<_, _>>())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}

/// All findings; of what is missing in a list, not where in it.
fn unordered(answer: &Answer) -> Vec<(Option<String>, FindingEntry)> {
    let findings = answer.findings().into_iter().map(|(place, finding)| {
        let mut missing: Vec<String> =
            finding.missing.iter().map(|path| unnumbered(path)).collect();
        missing.sort();
        (place.map(str::to_owned), FindingEntry { missing, ..finding.clone() })
    });
    findings.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn lists_and_keys_may_stand_in_any_order(
        asked in asked(),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 8),
    ) {
        let input = asked.input();
        let mut picks = picks.iter().cycle();
        let mut pick = |size: usize| picks.next().map_or(0, |pick| pick.index(size));
        let other = reordered(&input, &mut pick);
        let (one, other) = (asked.answer_to(&input).unwrap(), asked.answer_to(&other).unwrap());
        prop_assert_eq!(unordered(&one), unordered(&other));
    }
}

#[test]
fn keys_are_written_in_the_order_in_which_they_stand() {
    let value = serde_json::json!({"b": 1, "a": [1, 2]});
    assert_eq!(value.to_string(), r#"{"b":1,"a":[1,2]}"#);
    let other = reordered(&value, &mut |_| 0);
    assert_eq!(other.to_string(), r#"{"a":[2,1],"b":1}"#);
}
