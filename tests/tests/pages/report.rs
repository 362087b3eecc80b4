//! The proof's report as values: what it says of cells, choices and clauses is what answers say.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use qiaolian::{AskEntry, Determination, Duty, DutyOrOpen, Lang, Policy};

use crate::subjects::{reports, subject_of, with_at_least, with_people, yuxi_of_few_places};

fn day() -> NaiveDate {
    NaiveDate::default()
}

/// Whether an answer asks just that.
fn asks(found: &Determination, wanted: &AskEntry) -> bool {
    (found.duty, &found.forms, found.due)
        == (DutyOrOpen::from(Some(wanted.duty)), &wanted.forms, wanted.due)
}

fn of_whole(clauses: &[String]) -> BTreeSet<&str> {
    clauses.iter().filter_map(|clause| Some(clause.split_once('#')?.0)).collect()
}

#[test]
fn what_a_band_asks_is_what_is_asked_of_its_first_and_last_number() {
    for (policy, report) in reports().unwrap() {
        for map in &report.map {
            let mut facts = subject_of(policy, &map.row, day()).unwrap();
            if map.conditions_met == Some(false) {
                facts = facts.conditions_met(false);
            }
            let mut next = Some(0);
            for band in &map.bands {
                assert_eq!(Some(band.from), next, "{}: bands leave no number out", map.row);
                next = band.to.map(|to| to + 1);
                for count in [band.from, band.to.unwrap_or(band.from + 1000)] {
                    let found = with_people(policy, &facts, count).unwrap();
                    let found = policy.assess(&found, day()).unwrap();
                    let wanted = band.asks.as_ref().unwrap();
                    assert!(asks(&found, wanted), "{}, {count}: {found:?} {wanted:?}", map.row);
                    let provisions: BTreeSet<&str> =
                        found.provisions.iter().map(String::as_str).collect();
                    assert_eq!(provisions, of_whole(&wanted.clauses));
                }
            }
            assert_eq!(next, None, "{}: the last band has no end", map.row);
        }
    }
}

#[test]
fn what_an_open_number_may_ask_is_what_the_bands_between_ask() {
    let strength = |duty: &Duty| Duty::ALL.iter().position(|known| known == duty);
    for (policy, report) in reports().unwrap() {
        for map in &report.map {
            let bands = map.bands.len();
            assert_eq!(map.open.len(), bands * (bands - 1) / 2);
            let mut facts = subject_of(policy, &map.row, day()).unwrap();
            if map.conditions_met == Some(false) {
                facts = facts.conditions_met(false);
            }
            let last = map.bands.last().map(|band| band.from);
            for open in &map.open {
                let reached = |from: u64| (open.least..=open.most).contains(&from);
                let between = map.bands.iter().filter(|band| reached(band.from));
                let mut duties: Vec<Duty> =
                    between.filter_map(|band| Some(band.asks.as_ref()?.duty)).collect();
                duties.sort_by_key(strength);
                duties.dedup();
                assert_eq!(open.possible_duties, duties, "{}", map.row);
                let groups = policy.core().terms().counted.groups.iter().count();
                if Some(open.most) == last && groups > 1 {
                    let found = with_at_least(policy, &facts, open.least).unwrap();
                    let found = policy.assess(&found, day()).unwrap();
                    assert_eq!(found.possible_duties, open.possible_duties);
                    let answer = (&found.forms, found.due, &found.provisions);
                    assert_eq!(answer, (&open.forms, open.due, &open.provisions), "{}", map.row);
                }
            }
        }
    }
}

#[test]
fn what_a_choice_changes_is_what_is_asked_under_it() {
    let mut changed = 0;
    for (policy, report) in reports().unwrap() {
        for sample in &report.readings {
            let other = policy.with_readings([(&*sample.reading, &*sample.choice)]).unwrap();
            for cell in &sample.cells {
                let mut facts = subject_of(policy, &cell.row, day()).unwrap();
                if cell.conditions_met == Some(false) {
                    facts = facts.conditions_met(false);
                }
                for count in [cell.from, cell.to.unwrap_or(cell.from + 1000)] {
                    for (policy, wanted) in [(policy, &cell.before), (&other, &cell.after)] {
                        let found = with_people(policy, &facts, count).unwrap();
                        let found = policy.assess(&found, day()).unwrap();
                        assert!(asks(&found, wanted.as_ref().unwrap()), "{cell:?}");
                    }
                }
                changed += 1;
            }
            for place in &sample.places {
                assert_ne!(place.before, place.after);
            }
            let name = format!("{}={}", sample.reading, sample.choice);
            let matters = sample.example.is_some() || !sample.dates.is_empty();
            let is_idle = report.faults.iter().any(|fault| fault.about == name);
            assert_ne!(matters, is_idle, "{name}");
        }
    }
    assert!(changed > 100, "{changed}");
}

#[test]
fn outside_of_what_a_choice_changes_nothing_else_is_asked() {
    let policy = Policy::yuxi_2020();
    let report = policy.check_report();
    for sample in &report.readings {
        let other = policy.with_readings([(&*sample.reading, &*sample.choice)]).unwrap();
        for map in &report.map {
            let mut facts = subject_of(&policy, &map.row, day()).unwrap();
            if map.conditions_met == Some(false) {
                facts = facts.conditions_met(false);
            }
            for count in 0..=110u64 {
                let is_changed = sample.cells.iter().any(|cell| {
                    let half = cell
                        .conditions_met
                        .is_none_or(|met| map.conditions_met.is_none_or(|half| met == half));
                    let people = cell.from <= count && cell.to.is_none_or(|to| count <= to);
                    cell.row == map.row && half && people
                });
                let ask = |policy: &Policy| {
                    let facts = with_people(&policy.clone(), &facts, count).unwrap();
                    let found = policy.assess(&facts, day()).unwrap();
                    (found.duty, found.forms, found.due)
                };
                let what = (&sample.choice, &map.row, count);
                assert_eq!(ask(&policy) != ask(&other), is_changed, "{what:?}");
            }
        }
    }
}

#[test]
fn an_example_gives_the_answers_that_it_states() {
    let mut examples = 0;
    let few = yuxi_of_few_places().unwrap();
    assert!(few.places().len() < 60, "{}", few.places().len());
    let few = [(few.clone(), few.check_report())];
    for (policy, report) in reports().unwrap().iter().chain(&few) {
        for sample in &report.readings {
            let other = policy.with_readings([(&*sample.reading, &*sample.choice)]).unwrap();
            let Some(example) = &sample.example else {
                continue;
            };
            for (policy, stated) in [(policy, &example.before), (&other, &example.after)] {
                let found = policy.assess(&example.facts, example.as_of).unwrap();
                let found = (found.duty, found.forms, found.due, found.fulfilment, found.status);
                let stated = stated.clone();
                assert_eq!(
                    found,
                    (stated.duty, stated.forms, stated.due, stated.fulfilment, stated.status)
                );
            }
            assert_ne!(example.before, example.after);
            examples += 1;
        }
    }
    assert!(examples > 100, "{examples}");
    let samples = &few[0].1.readings;
    let mut facts = samples.iter().filter_map(|sample| Some(&sample.example.as_ref()?.facts));
    assert!(facts.any(|facts| facts.iter().any(|(name, _)| name == "county")), "{samples:?}");
}

#[test]
fn each_clause_names_its_rules_and_readings_or_why_nothing_rests_on_it() {
    for (policy, report) in reports().unwrap() {
        let clauses = policy.provisions().into_iter().flat_map(|provision| provision.clauses);
        let readings = policy.readings();
        assert_eq!(clauses.clone().count(), report.clauses.len());
        for (clause, resting) in clauses.zip(&report.clauses) {
            assert_eq!((&clause.id, &clause.why), (&resting.clause, &resting.why_not));
            let of = |sort: &str| {
                let found = resting.on_it.iter().find(|rest| rest.sort == sort);
                found.map(|rest| rest.codes.clone()).unwrap_or_default()
            };
            let rules: Vec<&str> = clause.rules.iter().map(|rule| rule.code()).collect();
            assert_eq!(of("rule"), rules, "{}", clause.id);
            let touching = readings.iter().filter(|reading| reading.clauses.contains(&clause.id));
            let touching: Vec<&str> = touching.map(|reading| &*reading.id).collect();
            assert_eq!(of("reading"), touching, "{}", clause.id);
            assert!(!resting.on_it.is_empty() || !clause.computable, "{}", clause.id);
            // A tier that holds names the clause, and a clause the tier.
            for map in &report.map {
                for band in map.bands.iter().filter(|_| map.conditions_met != Some(false)) {
                    let (asks, tier) = (band.asks.as_ref().unwrap(), band.tier.as_ref().unwrap());
                    let tier = format!("{}.{tier}", map.row);
                    let names = asks.clauses.contains(&clause.id);
                    assert_eq!(names, of("tier").contains(&tier), "{}: {tier}", clause.id);
                }
            }
        }
    }
}

#[test]
fn counts_go_out_as_whole_numbers() {
    let report = Policy::yuxi_2020().check_report();
    let json = serde_json::to_string(&report).unwrap();
    assert!(json.contains(r#""returned_and_relatives":100,"#), "{json}");
    assert!(!json.contains(".0,\"") && !json.contains(".0}"), "{json}");
    assert_eq!(serde_json::from_str::<qiaolian::CheckReport>(&json).unwrap(), report);
    assert!(
        Policy::yuxi_2020()
            .check_html(Lang::Zh)
            .contains("&quot;returned_and_relatives&quot;:100,")
    );
}
