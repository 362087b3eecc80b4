//! Every finding is one that its rule can have, in words, and says what is missing where it has to.

use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use qiaolian::checks::FindingEntry;
use qiaolian::{Error, schema};
use qiaolian_core::checks::{Check, Outcome};
use qiaolian_tests::checks::{Answer, answer};
use serde_json::{Value, json};

use super::inputs::{Asked, asked, pack};
use super::paths::{get, is_in_shape, put};
use crate::packs::PACKS;

/// The schemas of what goes in, by name.
static SHAPES: LazyLock<[(&str, Value); 3]> = LazyLock::new(|| {
    ["case", "governance", "report"].map(|name| {
        let policy = pack().map(|pack| &pack.policy);
        (name, policy.and_then(|policy| schema(name, policy)).unwrap_or_default())
    })
});

/// Whether the inputs of a check have such a path.
fn has(check: Check, path: &str) -> bool {
    let name = match check {
        Check::Governance => "governance",
        Check::Report => "report",
        Check::Procedure
        | Check::Leadership
        | Check::Office
        | Check::Platform
        | Check::Safeguards => "case",
    };
    SHAPES.iter().any(|(known, shape)| *known == name && is_in_shape(shape, path))
}

fn is_in_words(finding: &FindingEntry) -> bool {
    [&finding.message.zh, &finding.message.en]
        .into_iter()
        .all(|text| !text.trim().is_empty() && !text.contains(['{', '}']) && !text.contains("  "))
}

fn is_sound(check: Check, found: &Answer) -> Result<(), TestCaseError> {
    for (_, finding) in found.findings() {
        prop_assert_eq!(finding.rule.check(), check);
        prop_assert!(finding.rule.outcomes().contains(&finding.outcome), "{finding:?}");
        prop_assert!(is_in_words(finding), "{finding:?}");
        let is_unknown = finding.outcome == Outcome::Unknown;
        prop_assert_eq!(is_unknown, !finding.missing.is_empty(), "{:?}", finding);
        for path in &finding.missing {
            prop_assert!(has(check, path), "{path} of {finding:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn every_finding_is_one_that_its_rule_can_have_and_names_what_is_missing(asked in asked()) {
        is_sound(asked.check, &asked.answer().unwrap())?;
    }

    #[test]
    fn what_is_missing_is_what_the_input_leaves_unknown(asked in asked()) {
        let input = asked.input();
        for (_, finding) in asked.answer().unwrap().findings() {
            for path in &finding.missing {
                prop_assert!(get(&input, path).is_null(), "{path} of {finding:?}");
            }
        }
    }
}

/// What breaks programs, and what people write where a code, a day or a truth is meant.
fn odd() -> impl Strategy<Value = Value> {
    const TEXTS: [&str; 12] = [
        "",
        " ",
        "是",
        "2022-02-30",
        "9999-12-31",
        "+262142-12-31",
        "none",
        "none_of_these",
        "红塔区",
        "{step}",
        "\0",
        "530402",
    ];
    prop_oneof![
        select(&TEXTS[..]).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop::num::f64::NORMAL.prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
        Just(json!([])),
        Just(json!({})),
        Just(json!([{"step": "survey"}, {"seat": "leader"}, {"time": "part_time"}])),
        any::<String>().prop_map(|name| json!({name: true})),
    ]
}

/// Whether an error names each mistake and how to mend it, in both languages.
fn is_helpful(error: &Error) -> bool {
    let envelope = error.envelope();
    let of_problems =
        envelope.problems.iter().flat_map(|problem| [&problem.message, &problem.help]);
    let mut texts = [&envelope.message, &envelope.help].into_iter().chain(of_problems);
    let is_about_input = matches!(
        error,
        Error::InvalidInput { .. }
            | Error::InvalidFacts { .. }
            | Error::UnknownFact { .. }
            | Error::NoSuchCheck { .. }
    );
    is_about_input && texts.all(|text| !text.zh.is_empty() && !text.en.is_empty())
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        any::<i32>().prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default()),
        select(vec![NaiveDate::MIN, NaiveDate::MAX]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn any_input_gets_findings_or_an_error_that_helps(
        asked in asked(),
        spoilt in prop::collection::vec((any::<Index>(), odd()), 0..4),
        as_of in any_day(),
        of_pack in any::<Index>(),
    ) {
        let mut input = asked.input();
        let paths: Vec<&str> = ["subject", "subject.kind", "subject.county", "office", "procedure.events", "roster", "counties"]
            .into_iter()
            .chain(asked.facts.iter().map(String::as_str))
            .collect();
        for (at, value) in spoilt {
            put(&mut input, at.get::<&str>(&paths), value);
        }
        let policy = &PACKS[of_pack.index(PACKS.len())].policy;
        match answer(policy, asked.check, &input, as_of) {
            Ok(found) => is_sound(asked.check, &found)?,
            Err(error) => {
                let error = error.downcast_ref::<Error>();
                prop_assert!(error.is_some_and(is_helpful), "{error:?}\n{input}");
            }
        }
    }
}

/// Without anything known there is an answer all the same.
#[test]
fn an_empty_input_is_answered_where_no_subject_is_asked_about() {
    let day = NaiveDate::from_ymd_opt(2023, 11, 15).unwrap();
    for check in [Check::Governance, Check::Report] {
        let found = answer(&pack().unwrap().policy, check, &json!({}), day).unwrap();
        assert!(!found.findings().is_empty());
        assert!(found.findings().iter().all(|(_, finding)| finding.outcome == Outcome::Unknown));
        is_sound(check, &found).unwrap();
    }
}

/// Keeps `Asked` honest: what is hidden is null in the input.
#[test]
fn what_is_hidden_is_not_in_the_input() {
    let hidden = ["office.approved", "step survey"].map(str::to_owned);
    let asked = Asked {
        check: Check::Office,
        known: json!({
            "procedure": {"events": [{"step": "survey"}], "unknown": []},
            "office": {"approved": true, "sought": true},
        }),
        facts: hidden.to_vec(),
        hidden: hidden.into_iter().collect(),
        as_of: NaiveDate::default(),
        variant: 0,
    };
    let left = json!({
        "procedure": {"events": [], "unknown": ["survey"]},
        "office": {"approved": null, "sought": true},
    });
    assert_eq!(asked.input(), left);
}
