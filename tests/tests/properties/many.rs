//! Without repeated places, many subjects get the answers that each gets alone.

use std::collections::HashSet;

use proptest::collection::vec;
use proptest::prelude::*;
use qiaolian::{Determination, Facts};

use crate::packs::Pack;
use crate::subjects::{Subject, days, packs, subjects};

/// Subjects of one pack, no place twice, and a day.
pub fn registers() -> impl Strategy<Value = (&'static Pack, Vec<Subject>, chrono::NaiveDate)> {
    packs().prop_flat_map(|pack| {
        let rows = vec(subjects(pack), 0..12).prop_map(|mut rows| {
            let mut seen = HashSet::new();
            rows.retain(|row| row.code().is_none_or(|code| seen.insert(code.to_owned())));
            rows
        });
        (Just(pack), rows, days(pack))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn many_are_assessed_as_one_by_one((pack, rows, as_of) in registers()) {
        let facts: Vec<Facts> = rows.iter().map(Subject::facts).collect();
        let together = pack.policy.assess_all(&facts, as_of);
        prop_assert_eq!(together.len(), facts.len());
        for ((together, facts), row) in together.into_iter().zip(&facts).zip(1..) {
            let alone = pack.policy.assess(facts, as_of).unwrap();
            prop_assert_eq!(together.unwrap(), Determination { row: Some(row), ..alone });
        }
    }

    #[test]
    fn a_place_that_comes_twice_is_refused_the_second_time(
        (pack, rows, as_of) in registers(),
        at in any::<prop::sample::Index>(),
    ) {
        let coded: Vec<&Subject> = rows.iter().filter(|row| row.code().is_some()).collect();
        prop_assume!(!coded.is_empty());
        let again = Facts::new().code(coded[at.index(coded.len())].code().unwrap());
        let mut facts: Vec<Facts> = rows.iter().map(Subject::facts).collect();
        facts.push(again);
        let together = pack.policy.assess_all(&facts, as_of);
        let (last, before) = together.split_last().unwrap();
        prop_assert!(before.iter().all(Result::is_ok));
        let problems = last.as_ref().unwrap_err().envelope().problems;
        let codes: Vec<&str> = problems.iter().map(|problem| problem.code.as_str()).collect();
        prop_assert_eq!(codes, ["duplicate_code"]);
    }
}
