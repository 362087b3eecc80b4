//! Readings may be chosen in any order, at once or one after the other.

use proptest::prelude::*;
use proptest::sample::{Index, subsequence};

use crate::packs::other_choices;
use crate::subjects::{Question, questions};

type Choices = Vec<(String, String)>;

/// Questions with some choices, of a reading one at most, in two orders.
fn chosen() -> impl Strategy<Value = (Question, Choices, Choices)> {
    questions().prop_flat_map(|question| {
        let policy = &question.pack.policy;
        let ids: Vec<String> = policy.readings().into_iter().map(|reading| reading.id).collect();
        let all = other_choices(policy);
        let count = ids.len();
        let some = (subsequence(ids, 0..=count), any::<Index>());
        let choices = some.prop_flat_map(move |(ids, which)| {
            let of = |id: &String| {
                let choices: Vec<_> = all.iter().filter(|(reading, _)| reading == id).collect();
                choices.get(which.index(choices.len().max(1))).copied().cloned()
            };
            let choices: Choices = ids.iter().filter_map(of).collect();
            (Just(choices.clone()), Just(choices).prop_shuffle())
        });
        (Just(question), choices).prop_map(|(question, (one, other))| (question, one, other))
    })
}

fn pairs(choices: &Choices) -> impl Iterator<Item = (&str, &str)> {
    choices.iter().map(|(reading, choice)| (reading.as_str(), choice.as_str()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn readings_may_be_chosen_in_any_order((question, one, other) in chosen()) {
        let (facts, as_of) = (question.subject.facts(), question.as_of);
        let policy = &question.pack.policy;
        let first = policy.with_readings(pairs(&one)).unwrap().assess(&facts, as_of).unwrap();
        let second = policy.with_readings(pairs(&other)).unwrap().assess(&facts, as_of).unwrap();
        prop_assert_eq!(serde_json::to_string(&first).unwrap(), serde_json::to_string(&second).unwrap());
        let chained = other.iter().fold(policy.clone(), |policy, (reading, choice)| {
            policy.with_readings([(reading.as_str(), choice.as_str())]).unwrap()
        });
        prop_assert_eq!(&first, &chained.assess(&facts, as_of).unwrap());
        let names: Vec<(&str, &str)> =
            first.readings.iter().map(|(reading, choice)| (reading.as_str(), choice.as_str())).collect();
        prop_assert_eq!(names, pairs(&one).collect::<Vec<_>>());
    }
}
