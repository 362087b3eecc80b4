//! A reading is decisive where another choice of it, alone, changes duty, fulfilment or status.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use proptest::prelude::*;
use proptest::sample::select;
use qiaolian::{Determination, DutyOrOpen, Fulfilment, Policy, Status};

use crate::packs::other_choices;
use crate::subjects::{Question, questions};

/// The policies that differ from one in a single reading, with that reading.
type Neighbours = Vec<(String, Policy)>;

/// Made once for each policy and choices in force.
fn neighbours(policy: &Policy) -> Neighbours {
    static KNOWN: LazyLock<Mutex<HashMap<String, Neighbours>>> = LazyLock::new(Mutex::default);
    let name = format!("{policy:?} {:?}", policy.readings_in_force());
    let made = || {
        let others = other_choices(policy).into_iter().filter_map(|(reading, choice)| {
            let other = policy.with_readings([(reading.as_str(), choice.as_str())]).ok()?;
            Some((reading, other))
        });
        others.collect()
    };
    match KNOWN.lock() {
        Ok(mut known) => known.entry(name).or_insert_with(made).clone(),
        Err(_) => made(),
    }
}

/// Questions under the defaults, or under one other choice.
fn asked() -> impl Strategy<Value = (Question, &'static Policy)> {
    questions().prop_flat_map(|question| {
        let pack = question.pack;
        let policies: Vec<&'static Policy> = pack.variants.iter().collect();
        (Just(question), prop_oneof![Just(&pack.policy), select(policies)])
    })
}

fn answer(found: &Determination) -> (DutyOrOpen, Fulfilment, Status) {
    (found.duty, found.fulfilment, found.status)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn decisive_readings_are_those_that_change_the_answer_when_tried((question, policy) in asked()) {
        let (facts, as_of) = (question.subject.facts(), question.as_of);
        let found = policy.assess(&facts, as_of).unwrap();
        let mut tried: Vec<String> = Vec::new();
        for (reading, other) in neighbours(policy) {
            let differs = answer(&other.assess(&facts, as_of).unwrap()) != answer(&found);
            if differs && !tried.contains(&reading) {
                tried.push(reading);
            }
        }
        prop_assert_eq!(found.decisive_readings, tried);
    }
}
