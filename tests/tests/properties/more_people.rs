//! Under default readings, more people never weaken a duty.

use proptest::prelude::*;
use qiaolian::Duty;

use crate::subjects::{Question, numbers, questions};

/// Questions whose people are all counted, with more people of one group; where the policy counts
/// all groups, their total instead.
fn counted() -> impl Strategy<Value = (Question, Question)> {
    questions().prop_flat_map(|question| {
        let Question { pack, ref subject, .. } = question;
        let count = subject.groups.len();
        let (numbers, more) = (prop::collection::vec(numbers(pack), count), numbers(pack));
        (Just(question), numbers, 0..count, more, any::<bool>()).prop_map(
            move |(mut fewer, numbers, at, more, as_total)| {
                fewer.subject.total = None;
                for ((_, known), number) in fewer.subject.groups.iter_mut().zip(numbers) {
                    *known = Some(number);
                }
                if as_total && pack.counts_all {
                    fewer.subject.total = fewer.subject.groups.first().and_then(|(_, one)| *one);
                    fewer.subject.groups.iter_mut().for_each(|(_, known)| *known = None);
                }
                let mut greater = fewer.clone();
                let total = greater.subject.total.as_mut();
                let group =
                    greater.subject.groups.get_mut(at).and_then(|(_, known)| known.as_mut());
                for number in total.into_iter().chain(group) {
                    *number = number.saturating_add(more);
                }
                (fewer, greater)
            },
        )
    })
}

fn duty(question: &Question) -> Vec<Duty> {
    let found = question.pack.policy.assess(&question.subject.facts(), question.as_of);
    found.map(|found| found.possible_duties).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn more_people_never_weaken_a_duty((fewer, greater) in counted()) {
        let (before, after) = (duty(&fewer), duty(&greater));
        prop_assert_eq!((before.len(), after.len()), (1, 1));
        // Duties are in order, the strongest first.
        prop_assert!(after[0] <= before[0], "{:?} with {:?}", after, greater);
    }
}
