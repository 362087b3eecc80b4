//! The schedule: each dated duty is in it, under an id that stays.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use qiaolian::{About, Facts, Schedule, ScheduleEntry};

use crate::many::registers;
use crate::packs::Pack;
use crate::subjects::Subject;

fn schedule(pack: &Pack, rows: &[Subject], as_of: NaiveDate) -> Schedule {
    let facts: Vec<Facts> = rows.iter().map(Subject::facts).collect();
    pack.policy.schedule(&facts, as_of)
}

fn ids(schedule: &Schedule) -> BTreeSet<String> {
    schedule.entries.iter().map(|entry| entry.uid.clone()).collect()
}

/// Entries of places by their ids, without the rows' numbers.
fn of_places(schedule: Schedule) -> BTreeMap<String, ScheduleEntry> {
    let entries = schedule.entries.into_iter().filter(|entry| entry.code.is_some());
    entries.map(|entry| (entry.uid.clone(), ScheduleEntry { row: None, ..entry })).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn ids_hang_neither_on_the_order_nor_on_the_date_and_come_once(
        (pack, as_of, rows, others) in registers().prop_flat_map(|(pack, rows, as_of)| {
            (Just(pack), Just(as_of), Just(rows.clone()), Just(rows).prop_shuffle())
        }),
    ) {
        let (one, other) = (schedule(pack, &rows, as_of), schedule(pack, &others, as_of));
        let later = as_of.checked_add_days(Days::new(400)).unwrap();
        prop_assert_eq!(ids(&one).len(), one.entries.len(), "each comes once");
        prop_assert_eq!(ids(&one), ids(&other));
        prop_assert_eq!(ids(&one), ids(&schedule(pack, &rows, later)));
        prop_assert_eq!(of_places(one), of_places(other));
    }

    #[test]
    fn each_dated_duty_is_in_it_met_or_not((pack, rows, as_of) in registers()) {
        let facts: Vec<Facts> = rows.iter().map(Subject::facts).collect();
        let found = schedule(pack, &rows, as_of);
        for (facts, row) in facts.iter().zip(1u64..) {
            let answer = pack.policy.assess(facts, as_of).unwrap();
            let of_row: Vec<&ScheduleEntry> =
                found.entries.iter().filter(|entry| entry.row == Some(row)).collect();
            let certain: Vec<NaiveDate> =
                of_row.iter().filter(|entry| entry.certain).map(|entry| entry.due).collect();
            let open = answer.possible_duties.len() > 1;
            let expected: Vec<NaiveDate> = answer.due.into_iter().filter(|_| !open).collect();
            prop_assert_eq!(certain, expected);
            prop_assert!(answer.due.is_none_or(|due| of_row.iter().any(|entry| entry.due == due)));
            for entry in of_row {
                prop_assert_eq!(entry.about, About::Duty);
                prop_assert_eq!(entry.status, answer.status);
                prop_assert_eq!(&entry.responsible_units, &answer.responsible_units);
                let provisions = entry.clauses.iter().map(|clause| clause.split('#').next());
                let is_known = |provision| answer.provisions.iter().any(|known| known == provision);
                let rests_on_them = provisions.flatten().all(is_known);
                prop_assert!(rests_on_them, "{:?}", entry.clauses);
            }
        }
        prop_assert!(found.entries.is_sorted_by_key(|entry| (entry.due, !entry.certain)));
    }
}
