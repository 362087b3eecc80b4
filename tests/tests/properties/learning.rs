//! To learn the number of a group never leaves what was possible before.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use qiaolian::{Determination, Error, Policy};

use crate::subjects::{Question, numbers, questions};

/// Questions without a total, with numbers for all groups.
fn open() -> impl Strategy<Value = (Question, Vec<u32>, &'static Policy)> {
    questions().prop_flat_map(|mut question| {
        question.subject.total = None;
        let (pack, count) = (question.pack, question.subject.groups.len());
        let policies: Vec<&'static Policy> = pack.variants.iter().collect();
        (Just(question), prop::collection::vec(numbers(pack), count), select(policies))
    })
}

fn assess(question: &Question, policy: &Policy) -> Result<Determination, Error> {
    policy.assess(&question.subject.facts(), question.as_of)
}

/// Whether nothing is possible after that wasn't before.
fn stays_within(before: &Determination, after: &Determination) -> bool {
    after.possible_duties.iter().all(|duty| before.possible_duties.contains(duty))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn to_learn_a_group_never_leaves_the_possible_duties(
        (question, numbers, policy) in open(),
        order in prop::collection::vec(any::<Index>(), 5),
    ) {
        let mut question = question;
        let mut before = assess(&question, policy).unwrap();
        for at in order {
            let at = at.index(numbers.len());
            if question.subject.groups[at].1.is_some() {
                continue;
            }
            question.subject.groups[at].1 = Some(numbers[at]);
            let after = assess(&question, policy).unwrap();
            prop_assert!(stays_within(&before, &after), "{before:#?}\n{after:#?}");
            prop_assert!(after.missing.len() <= before.missing.len());
            before = after;
        }
    }

    #[test]
    fn once_all_groups_are_known_one_duty_is_left(
        (question, numbers, policy) in open(),
    ) {
        let before = assess(&question, policy).unwrap();
        let mut known = question;
        for ((_, group), number) in known.subject.groups.iter_mut().zip(numbers) {
            *group = group.or(Some(number));
        }
        let after = assess(&known, policy).unwrap();
        prop_assert_eq!(after.possible_duties.len(), 1);
        prop_assert!(after.count_is_complete);
        prop_assert!(stays_within(&before, &after));
    }
}
