//! Coverage of small registers, with numbers that were worked out by hand from the specification.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;

use chrono::NaiveDate;
use qiaolian::{CoverageEntry, CoverageReport, Facts, Fraction, Policy, Range, TargetStanding};
use qiaolian_tests::{Shows, folder};
use serde::Deserialize;

/// How many cases there are.
const CASES: usize = 24;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    shows: Shows,
    provisions: Vec<String>,
    policy: String,
    as_of: NaiveDate,
    readings: BTreeMap<String, String>,
    facts: Vec<Facts>,
    expect: Expect,
}

#[derive(Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct Expect {
    subjects: u64,
    owed: (u64, u64),
    full: (u64, u64),
    /// Least and most, each as a fraction in lowest terms.
    ratio: Option<(String, String)>,
    lesser: (u64, u64),
    excepted: (u64, u64),
    presumed: (u64, u64),
    /// Row, and whether it is certain.
    missing: Vec<(u64, bool)>,
    rejected: Vec<u64>,
    targets: BTreeMap<String, String>,
}

fn cases() -> Result<Vec<Case>, Box<dyn Error>> {
    Ok(serde_json::from_str(&fs::read_to_string(folder().join("coverage/cases.json"))?)?)
}

fn policy_of(case: &Case) -> Result<Policy, qiaolian::Error> {
    let pack = folder().join("packs").join(&case.policy);
    let policy = if pack.is_dir() { Policy::load(pack) } else { Policy::named(&case.policy) };
    policy?.with_readings(case.readings.iter().map(|(reading, choice)| (&**reading, &**choice)))
}

fn lowest(fraction: Fraction) -> String {
    let (mut a, mut b) = (fraction.full, fraction.owed);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    format!("{}/{}", fraction.full / a, fraction.owed / a)
}

fn both(range: Range) -> (u64, u64) {
    (range.least, range.most)
}

fn found(report: &CoverageReport) -> Expect {
    let CoverageEntry { subjects, owed, full, ratio, lesser, excepted, presumed } = report.overall;
    let standing = |standing: TargetStanding| standing.code().to_owned();
    Expect {
        subjects,
        owed: both(owed),
        full: both(full),
        ratio: ratio.map(|ratio| (lowest(ratio.least), lowest(ratio.most))),
        lesser: both(lesser),
        excepted: both(excepted),
        presumed: both(presumed),
        missing: report.missing.iter().map(|entry| (entry.row, entry.certain)).collect(),
        rejected: report.rejected.iter().map(|entry| entry.row).collect(),
        targets: report
            .targets
            .iter()
            .map(|target| (target.target.clone(), standing(target.standing)))
            .collect(),
    }
}

#[test]
fn the_coverage_of_each_register_is_what_was_worked_out_by_hand() {
    let cases = cases().unwrap();
    assert_eq!(cases.len(), CASES);
    let mut ids = BTreeSet::new();
    for case in cases {
        let policy = policy_of(&case).unwrap();
        let report = policy.coverage(&case.facts, case.as_of).unwrap();
        assert_eq!(found(&report), case.expect, "{}: {}", case.id, case.shows.en);
        assert!(!case.shows.zh.is_empty() && ids.insert(case.id), "{}", case.shows.en);
    }
}

#[test]
fn each_case_cites_clauses_that_its_document_has() {
    for case in cases().unwrap() {
        let provisions = policy_of(&case).unwrap().provisions();
        let clauses = || provisions.iter().flat_map(|provision| &provision.clauses);
        for cited in &case.provisions {
            assert!(clauses().any(|clause| clause.id == *cited), "{}: {cited}", case.id);
        }
    }
}

#[test]
fn each_way_to_stand_against_a_target_is_shown() {
    let cases = cases().unwrap();
    let shown: BTreeSet<&str> =
        cases.iter().flat_map(|case| case.expect.targets.values().map(String::as_str)).collect();
    assert_eq!(shown, TargetStanding::ALL.map(TargetStanding::code).into_iter().collect());
}

#[test]
fn counties_and_kinds_are_told_apart_and_units_without_a_county_come_last() {
    let facts = [
        Facts::new().kind("enterprise").name("示例企业一").total(40).existing_form("none"),
        Facts::new().code("530423102").existing_form("federation"),
        Facts::new().code("530402006001").existing_form("none"),
        Facts::new().code("530402").existing_form("federation"),
    ];
    let day = NaiveDate::from_ymd_opt(2023, 11, 15).unwrap();
    let report = Policy::yuxi_2020().coverage(&facts, day).unwrap();
    let of = |entry: &CoverageEntry| (entry.owed.least, entry.full.least);
    let counties: Vec<_> = report
        .by_county
        .iter()
        .map(|county| (county.code.as_deref(), county.county.as_deref(), of(&county.coverage)))
        .collect();
    assert_eq!(
        counties,
        [
            (Some("530402"), Some("红塔区"), (2, 1)),
            (Some("530423"), Some("通海县"), (1, 1)),
            (None, None, (1, 0)),
        ]
    );
    let kinds: Vec<_> =
        report.by_kind.iter().map(|kind| (&*kind.kind, of(&kind.coverage))).collect();
    let expected =
        [("county", (1, 1)), ("township", (1, 1)), ("village", (1, 0)), ("enterprise", (1, 0))];
    assert_eq!(kinds, expected);
}

#[test]
fn a_target_says_what_is_striven_for_by_when_and_where_the_document_says_so() {
    let day = NaiveDate::from_ymd_opt(2023, 11, 15).unwrap();
    let report = Policy::yuxi_2020().coverage(&[], day).unwrap();
    let targets: Vec<_> = report
        .targets
        .iter()
        .map(|target| {
            let due = target.due.to_string();
            (&*target.target, target.percent, due, target.days_until_due, &*target.clauses[0])
        })
        .collect();
    assert_eq!(
        targets,
        [
            ("county_coverage", Some(100), "2022-12-31".to_owned(), -319, "1.3#2"),
            ("grassroots_coverage", None, "2024-12-31".to_owned(), 412, "1.3#3"),
        ]
    );
    assert_eq!(report.targets[1].kinds.len(), 13, "all kinds but counties");
}
