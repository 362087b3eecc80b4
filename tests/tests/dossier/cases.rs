//! Cases: those that are written down, and some made by chance.

use std::error::Error;
use std::fs;

use chrono::NaiveDate;
use indexmap::IndexMap;
use proptest::prelude::*;
use proptest::sample::select;
use qiaolian::checks::{Case, from_json};
use qiaolian::{Lang, Question};
use qiaolian_tests::folder;
use serde_json::{Value, json};

/// What goes wrong in a helper goes to its test.
pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A day that there is.
pub const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// The cases that are written down, each with the day that it is looked at.
pub const WRITTEN: [(&str, NaiveDate); 3] =
    [("village", day(2023, 11, 15)), ("county", day(2021, 6, 1)), ("unit", day(2023, 11, 15))];

/// A case that is written down.
pub fn written(name: &str) -> Result<Case> {
    let path = folder().join("dossiers").join(name).with_extension("json");
    Ok(from_json(&fs::read_to_string(path)?)?)
}

/// What is asked of it.
pub fn question(as_of: NaiveDate, lang: Lang) -> Question {
    Question { lang, ..Question::from(as_of) }
}

/// What may stand where in a case.
fn choices() -> Vec<(&'static str, &'static str, Vec<Value>)> {
    let truth = || vec![json!(true), json!(false)];
    let done = || vec![json!(true), json!(false), json!("2022-05-04"), json!("2024-02-29")];
    vec![
        ("subject", "total", vec![json!(0), json!(12), json!(45), json!(130)]),
        ("subject", "existing_form", ["federation", "group", "none"].map(Value::from).to_vec()),
        ("subject", "established_on", vec![json!("2022-05-04"), json!("2024-02-29")]),
        ("leadership", "key_work_county", truth()),
        ("leadership", "suitable_full_time_candidate", truth()),
        ("leadership", "more_posts_sought", truth()),
        (
            "leadership",
            "members",
            vec![
                json!([]),
                json!([{ "time": "part_time" }, {}]),
                json!([{ "time": "full_time", "identity": "returned", "from": "township_staff" }]),
            ],
        ),
        ("leadership", "all_part_time", truth()),
        ("leadership", "section", ["set_up", "designated", "none"].map(Value::from).to_vec()),
        ("leadership", "staffing", vec![json!([]), json!(["purchased_services"])]),
        ("leadership", "leader_in_charge", truth()),
        (
            "leadership",
            "cadre",
            vec![
                json!({ "designated": true }),
                json!({ "designated": false }),
                json!({ "designated": true, "identity": "none", "from": "elsewhere" }),
            ],
        ),
        ("leadership", "one_person", truth()),
        ("leadership", "priority_people", truth()),
        ("leadership", "candidates_decided", done()),
        ("leadership", "candidates_consulted", done()),
        ("leadership", "result_filed", done()),
        ("office", "key_home_area", truth()),
        ("office", "sought", truth()),
        ("office", "approved", done()),
        ("office", "registered", done()),
        ("office", "registered_with", vec![json!("staffing_authority"), json!("civil_affairs")]),
        ("office", "code_system", truth()),
        ("office", "credit_code", truth()),
        ("platform", "standard", vec![json!({ "funds": false }), json!({ "team": true })]),
        ("platform", "newcomers_gather", truth()),
        ("platform", "station_home", truth()),
        (
            "platform",
            "levels",
            vec![
                json!({ "county": { "federation": true, "groups": { "liaison": false } } }),
                json!({ "township": { "groups": { "service": true } } }),
            ],
        ),
        ("platform", "activities", vec![json!({ "arts": true }), json!({ "survey": false })]),
        ("safeguards", "managed_alike", truth()),
        ("safeguards", "budgets", vec![json!({ "2023": true }), json!({ "2023": false })]),
        ("safeguards", "training", truth()),
        ("safeguards", "shared_resources", truth()),
    ]
}

/// What kinds of places and units there are, key areas among them.
fn subjects() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    select(vec![
        vec![("code", "530423")],
        vec![("code", "530402")],
        vec![("code", "530423102209")],
        vec![("kind", "township"), ("county", "红塔区"), ("name", "某乡")],
        vec![("kind", "village"), ("county", "易门县"), ("name", "某村")],
        vec![("kind", "enterprise"), ("name", "某厂")],
        vec![("kind", "school"), ("county", "峨山县")],
    ])
}

/// Cases, in JSON, of which each fact is unknown or one of those that it may be.
pub fn by_chance() -> impl Strategy<Value = Value> {
    let chosen = proptest::collection::vec(0..6_usize, choices().len());
    (subjects(), chosen).prop_map(|(subject, chosen)| {
        let mut case: IndexMap<&str, IndexMap<&str, Value>> = IndexMap::new();
        for ((part, fact, values), chosen) in choices().into_iter().zip(chosen) {
            // What isn't chosen stays unknown.
            if let Some(value) = values.into_iter().nth(chosen) {
                case.entry(part).or_default().insert(fact, value);
            }
        }
        let facts = case.entry("subject").or_default();
        facts.extend(subject.into_iter().map(|(fact, value)| (fact, Value::from(value))));
        if facts.get("existing_form").is_none_or(|form| form == "none") {
            facts.shift_remove("established_on");
        }
        json!(case)
    })
}
