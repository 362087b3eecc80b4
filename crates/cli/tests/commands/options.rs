//! Readings, dates, and how a register writes what it doesn't know.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, NaiveDate};

use crate::run::{json, lines, run, run_with};

#[test]
fn a_reading_that_is_set_is_in_force_and_named() {
    let row = |more: &str| {
        let input = "code,total\n530481002001,30\n".to_owned();
        let asked = format!("assess - --as-of 2023-11-15 --format jsonl {more}");
        let ran = run_with(&asked, input).unwrap();
        crate::run::parsed(&ran.out).unwrap().remove(0)
    };
    let found = row("");
    assert_eq!((&found["duty"], &found["threshold"]), (&"in_principle_should".into(), &30.into()));
    assert_eq!(found["readings"], serde_json::json!({}));
    let found = row("--set at_least=exclusive");
    assert_eq!((&found["duty"], &found["threshold"]), (&"may".into(), &31.into()));
    assert_eq!(found["readings"], serde_json::json!({"at_least": "exclusive"}));
    let found = row("--set at_least=exclusive --set daying=530402007001");
    let both = serde_json::json!({"at_least": "exclusive", "daying": "530402007001"});
    assert_eq!(found["readings"], both);
}

#[test]
fn the_summary_names_the_readings_that_are_set() {
    let ran = run("assess small.csv --as-of 2023-11-15 --set zero_count=may --lang en").unwrap();
    assert!(
        ran.out.contains("\nyuxi-2020@1.0.0, as of 2023-11-15, readings: zero_count=may\n"),
        "{}",
        ran.out
    );
}

#[test]
fn due_soon_moves_when_something_is_due_soon() {
    // 玉兴街道, 46 days before its day.
    for (more, status) in
        [("", "due_soon"), ("--due-soon 46", "due_soon"), ("--due-soon 45", "pending")]
    {
        let asked = format!("assess small.csv --as-of 2023-11-15 --format json {more}");
        let whole = json(&asked).unwrap();
        assert_eq!(whole["determinations"][8]["status"], status, "{more}");
        let days = more.split(' ').nth(1).map_or(90, |days| days.parse().unwrap());
        assert_eq!(whole["receipt"]["due_soon_days"], days);
    }
}

/// The day in China, eight hours before universal time.
fn today() -> NaiveDate {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let china = i64::try_from(seconds + 8 * 3600).unwrap_or_default();
    DateTime::from_timestamp(china, 0).unwrap_or_default().date_naive()
}

#[test]
fn without_a_date_it_is_today_in_china_and_every_output_names_it() {
    for (format, said) in [("table", "，截至{}，"), ("jsonl", "\"as_of\":\"{}\""), ("csv", ",{},")]
    {
        let before = today();
        let ran = run(&format!("assess small.csv --format {format}")).unwrap();
        let days = [before, today()].map(|day| said.replace("{}", &day.to_string()));
        assert!(days.iter().any(|day| ran.out.contains(day)), "{days:?} in {}", ran.out);
    }
    let before = today();
    let ran = run("explain --kind county --name 通海县 --format json").unwrap();
    let days = [before, today()].map(|day| format!("\"as_of\": \"{day}\""));
    assert!(days.iter().any(|day| ran.out.contains(day)), "{}", ran.out);
}

#[test]
fn signs_that_a_register_declares_stand_for_unknown() {
    let input = "code,total,existing_form\n530402006001,/,无\n530402006002,-,—\n";
    let asked = "assess - --as-of 2023-11-15 --format jsonl";
    let ran = run_with(asked, input).unwrap();
    assert_eq!((ran.exit, ran.out.as_str()), (Some(1), ""));
    let ran = run_with(&format!("{asked} --unknown-as /,-,—"), input).unwrap();
    let found = crate::run::parsed(&ran.out).unwrap();
    assert_eq!((ran.exit, found.len()), (Some(0), 2));
    assert_eq!((&found[0]["count"], &found[0]["count_is_complete"]), (&0.into(), &false.into()));
    assert_eq!(
        (&found[0]["fulfilment"], &found[1]["fulfilment"]),
        (&"none".into(), &"unknown".into())
    );
}

#[test]
fn another_policy_is_asked_by_name_or_by_folder() {
    let found =
        lines("assess --policy beijing-universities --as-of 2023-11-15 --format jsonl").unwrap();
    assert!(found.iter().all(|found| found["policy"] == "beijing-universities@1.0.0"));
    let found =
        lines("assess --policy ../packs/made-up --as-of 2030-01-10 --format jsonl").unwrap();
    assert_eq!(found.len(), 18);
    assert!(found.iter().all(|found| found["policy"] == "made-up@0.3.0"));
}
