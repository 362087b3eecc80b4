//! What would change an answer: each change listed does, none is larger than it has to be, and none
//! is left out, by comparison with trying everything.

mod tried;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use qiaolian::{ChangeEntry, Fact, Facts, Policy, TraceValue};
use qiaolian_core::what_if::{Ask, Reply, Values};

use crate::subjects::{Question, questions};
use tried::{Asked, Key, Try, Which, fact};

/// Questions under the defaults, or under the last other choice of a pack.
fn asked() -> impl Strategy<Value = (Question, &'static Policy)> {
    questions().prop_flat_map(|question| {
        let pack = question.pack;
        let policies: Vec<&'static Policy> =
            pack.variants.first().into_iter().chain(pack.variants.last()).collect();
        (Just(question), select(policies))
    })
}

/// The facts with some changes told, and the choices among them.
fn changed(facts: &Facts, changes: &[ChangeEntry]) -> (Facts, Vec<(String, String)>) {
    let mut facts = facts.clone();
    let mut choices = Vec::new();
    for change in changes {
        let value = match &change.to {
            TraceValue::Unknown(()) => Fact::Unknown(()),
            TraceValue::Truth(truth) => Fact::from(*truth),
            TraceValue::Number(number) => Fact::from(number.to_string().as_str()),
            TraceValue::Text(text) => Fact::from(text.as_str()),
            TraceValue::AnyOf(any) => {
                let day = change.established_by.map_or(Fact::Unknown(()), Fact::from);
                facts.insert("established_on".to_owned(), day);
                any.last().map_or(Fact::Unknown(()), |form| Fact::from(form.as_str()))
            }
        };
        match (&change.fact, &change.reading, value) {
            (Some(fact), None, value) => facts.insert(fact.clone(), value),
            (None, Some(reading), Fact::Text(choice)) => choices.push((reading.clone(), choice)),
            _ => facts.insert("neither a fact nor a reading".to_owned(), Fact::Unknown(())),
        }
    }
    (facts, choices)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn each_change_listed_gives_what_it_says_and_no_part_of_it_does(
        (question, policy) in asked(),
    ) {
        let asked = Asked::of(&question, policy).unwrap();
        let now = asked.key(&[]).unwrap();
        let listed = asked.core.what_if(&asked.subject, asked.as_of).unwrap();
        for known in &listed {
            let gives = (known.gives.duty, known.gives.status);
            prop_assert_ne!(gives, now);
            let parts: Vec<Vec<Try>> =
                known.changes.iter().map(|change| asked.stood_for(change)).collect();
            let whole: Vec<Vec<Try>> = match &parts[..] {
                [one] => one.iter().map(|one| vec![*one]).collect(),
                [one, two] => one
                    .iter()
                    .flat_map(|one| two.iter().map(move |two| vec![*one, *two]))
                    .collect(),
                _ => Vec::new(),
            };
            prop_assert!(!whole.is_empty(), "one change or two");
            for tries in whole {
                let found = asked.decide(&tries).unwrap();
                prop_assert_eq!(found.answer(), known.gives, "{:?}", known);
                prop_assert_eq!(found.due, known.due);
            }
            if parts.len() == 2 {
                for part in parts.iter().flatten() {
                    prop_assert!(asked.key(&[*part]).is_none_or(|key| key == now), "{known:?}");
                }
                let facts: Vec<Which> = known.changes.iter().map(fact).collect();
                let alone = listed.iter().find(|other| {
                    other.changes.len() == 1
                        && facts.contains(&fact(&other.changes[0]))
                        && (other.gives.duty, other.gives.status) == gives
                });
                prop_assert!(alone.is_none(), "{known:?} beside {alone:?}");
            }
        }
    }

    #[test]
    fn each_change_told_gives_what_it_says_when_the_changed_facts_are_assessed(
        (question, policy) in asked(),
    ) {
        let facts = question.subject.facts();
        let report = policy.what_if(&facts, question.as_of).unwrap();
        for told in &report.changes {
            let (changed, choices) = changed(&facts, &told.changes);
            let pairs = choices.iter().map(|(reading, choice)| (&**reading, &**choice));
            let found = policy.with_readings(pairs).unwrap().assess(&changed, question.as_of);
            let found = found.unwrap();
            prop_assert_eq!((found.duty, found.status), (told.gives.duty, told.gives.status));
            prop_assert_eq!((found.fulfilment, found.due), (told.gives.fulfilment, told.due));
        }
        let asked = policy.next_fact(&facts, question.as_of).unwrap();
        prop_assert_eq!(&report.next_fact, &asked.next_fact);
        let missing = policy.assess(&facts, question.as_of).unwrap().missing;
        for ask in asked.next_fact.iter().chain(&asked.then) {
            prop_assert!(ask.fact == "total" || missing.contains(&ask.fact), "{ask:?}");
        }
    }

    #[test]
    fn whatever_one_or_two_values_change_is_listed_with_no_larger_a_change(
        (question, policy) in asked(),
        which in any::<(Index, Index)>(),
    ) {
        let asked = Asked::of(&question, policy).unwrap();
        let now = asked.key(&[]).unwrap();
        let listed = asked.core.what_if(&asked.subject, asked.as_of).unwrap();
        let said = asked.said();
        let numbers = asked.numbers();
        let number = |at: Index| {
            let of = numbers[at.index(numbers.len())];
            asked.values(of).into_iter().map(move |value| Try::People(of, value))
        };
        let of = |at: Index| number(at).collect::<Vec<Try>>();
        let mut idle: Vec<Try> = Vec::new();
        for one in numbers.iter().flat_map(|of| {
            asked.values(*of).into_iter().map(|value| Try::People(*of, value))
        }).chain(said.iter().copied()) {
            match asked.key(&[one]) {
                Some(gives) if gives != now => {
                    prop_assert!(asked.is_listed(&listed, &[one], gives), "{one:?}: {listed:#?}");
                }
                Some(_) | None => idle.push(one),
            }
        }
        let alone = |one: Which, other: Which, gives: Key| {
            listed.iter().any(|known| {
                known.changes.len() == 1
                    && [one, other].contains(&fact(&known.changes[0]))
                    && (known.gives.duty, known.gives.status) == gives
            })
        };
        // Numbers with numbers, those of two facts in full; all else with all else.
        let (first, second) = (of(which.0), of(which.1));
        let is_idle = |one: &&Try| idle.contains(one);
        let first: Vec<Try> = first.iter().filter(is_idle).copied().collect();
        let second: Vec<Try> = second.iter().filter(is_idle).copied().collect();
        let said: Vec<Try> = said.iter().filter(is_idle).copied().collect();
        let pairs = first.iter().flat_map(|one| second.iter().chain(&said).map(move |two| (*one, *two)));
        let others = said.iter().flat_map(|one| said.iter().map(move |two| (*one, *two)));
        for (one, two) in pairs.chain(others) {
            if one.fact() == two.fact() {
                continue;
            }
            let Some(gives) = asked.key(&[one, two]).filter(|gives| *gives != now) else { continue };
            if alone(one.fact(), two.fact(), gives) {
                continue;
            }
            prop_assert!(
                asked.is_listed(&listed, &[one, two], gives),
                "{one:?} {two:?} {gives:?}: {listed:#?}"
            );
        }
    }

    #[test]
    fn what_is_asked_first_settles_most_and_each_answer_gives_what_it_says(
        (question, policy) in asked(),
    ) {
        let asked = Asked::of(&question, policy).unwrap();
        let now = asked.decide(&[]).unwrap();
        let asks = asked.core.next_facts(&asked.subject, asked.as_of).unwrap();
        prop_assert_eq!(asks.is_empty(), now.missing_groups.is_empty() && !now.missing_form);
        let is_worth = |ask: &Ask| ask.settling() > 0 || ask.replies.len() > 1;
        prop_assert!(asks.iter().all(is_worth) || !asks.iter().any(is_worth));
        for ask in &asks {
            let tries: Vec<Try> = match ask.number {
                Some(of) => {
                    prop_assert_eq!(asked.value(of), None);
                    asked.values(of).into_iter().map(|value| Try::People(of, value)).collect()
                }
                None => {
                    prop_assert_eq!(asked.subject.existing_form, None);
                    let day = asked.subject.established_on;
                    let forms = asked.core.rulebook().forms.ids();
                    forms.map(|form| Try::Organisation(form, day)).collect()
                }
            };
            for one in tries {
                let found = asked.decide(&[one]);
                let replies: Vec<_> = ask.replies.iter().filter(|reply| {
                    match (reply.values, one) {
                        (Values::People { least, most }, Try::People(_, value)) => {
                            least <= value && most.is_none_or(|most| value <= most)
                        }
                        (Values::Forms(forms), Try::Organisation(form, _)) => forms.contains(form),
                        _ => false,
                    }
                }).collect();
                prop_assert_eq!(replies.len(), usize::from(found.is_some()), "{:?} {:?}", one, ask);
                if let (Some(found), [reply]) = (found, &replies[..]) {
                    prop_assert_eq!(found.answer(), reply.gives);
                    prop_assert_eq!(found.possible_duties, reply.possible_duties);
                    let is_settled = found.missing_groups.is_empty() && !found.missing_form;
                    prop_assert_eq!(is_settled, reply.settles);
                }
            }
            for (one, other) in ask.replies.iter().zip(ask.replies.iter().skip(1)) {
                let apart = |reply: &Reply| {
                    (reply.gives, reply.possible_duties, reply.settles)
                };
                prop_assert_ne!(apart(one), apart(other));
            }
        }
        let share = |ask: &Ask| (ask.settling(), ask.replies.len());
        for other in asks.iter().skip(1) {
            let ((most, of), (settles, all)) = (share(&asks[0]), share(other));
            prop_assert!(most * all >= settles * of, "{asks:#?}");
        }
    }
}
