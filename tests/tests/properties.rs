//! What holds for any facts, readings and dates.

use chrono::{Days, NaiveDate};
use proptest::collection::{hash_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use qiaolian::{Determination, Duty, Error, Fact, Facts, Policy};

const GROUPS: [&str; 3] = ["returned_and_relatives", "overseas", "students"];
const KINDS: [&str; 6] = ["county", "township", "village", "enterprise", "school", "market"];
const FORMS: [&str; 7] =
    ["federation", "branch", "group", "station", "cross_region_joint", "cross_unit_joint", "none"];

fn days() -> impl Strategy<Value = NaiveDate> {
    (0u64..2000).prop_map(|days| NaiveDate::default() + Days::new(18_300 + days))
}

/// A subject of any kind in a county of the city, with some facts known.
fn facts() -> impl Strategy<Value = Facts> {
    let counts = vec(proptest::option::of(0u32..130), 3);
    let flags = vec(proptest::option::of(any::<bool>()), 3);
    let form = proptest::option::of((select(&FORMS[..]), proptest::option::of(days())));
    (select(&KINDS[..]), counts, flags, form).prop_map(|(kind, counts, flags, form)| {
        let name = if kind == "county" { "通海县" } else { "示例" };
        let mut facts = Facts::new().kind(kind).name(name).county("通海县");
        for (group, count) in GROUPS.iter().zip(counts) {
            facts = count.into_iter().fold(facts, |facts, count| facts.people(group, count));
        }
        for (name, flag) in ["key_area", "conditions_met", "exception_agreed"].iter().zip(flags) {
            facts = flag.into_iter().fold(facts, |facts, flag| facts.with(name, flag));
        }
        match form {
            Some((form, Some(day))) if form != "none" => {
                facts.existing_form(form).established_on(day)
            }
            Some((form, _)) => facts.existing_form(form),
            None => facts,
        }
    })
}

fn strength(determination: &Determination) -> usize {
    let duty = determination.possible_duties.first();
    Duty::ALL.iter().rev().position(|known| Some(known) == duty).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn under_default_readings_more_people_never_weaken_a_duty(
        kind in select(&KINDS[..]), fewer in 0u32..200, more in 0u32..200,
        met in proptest::option::of(any::<bool>()), day in days(),
    ) {
        let policy = Policy::yuxi_2020();
        let ask = |count: u32| {
            let facts = Facts::new().kind(kind).name("示例").county("通海县").total(count);
            let facts = met.into_iter().fold(facts, Facts::conditions_met);
            let facts = if kind == "county" { facts.name("通海县") } else { facts };
            policy.assess(&facts, day).unwrap()
        };
        prop_assert!(strength(&ask(fewer.saturating_add(more))) >= strength(&ask(fewer)));
    }

    #[test]
    fn learning_an_unknown_group_never_leaves_what_was_possible(
        facts in facts(), group in select(&GROUPS[..]), count in 0u32..200, day in days(),
    ) {
        let policy = Policy::yuxi_2020();
        let before = policy.assess(&facts, day).unwrap();
        if before.missing.iter().any(|missing| missing == group) {
            let after = policy.assess(&facts.people(group, count), day).unwrap();
            for duty in &after.possible_duties {
                prop_assert!(before.possible_duties.contains(duty), "{duty:?} of {:?}", before.possible_duties);
            }
        }
    }

    #[test]
    fn many_at_once_are_answered_as_one_by_one_in_any_order(all in vec(facts(), 0..12), day in days()) {
        let policy = Policy::yuxi_2020();
        // The county of the subjects is a place of the gazetteer, and comes once.
        let mut seen = false;
        let all: Vec<Facts> = all
            .into_iter()
            .filter(|facts| {
                let is_county = serde_json::to_value(facts).unwrap()["kind"] == "county";
                !is_county || !std::mem::replace(&mut seen, true)
            })
            .collect();
        let alone: Vec<Determination> = all.iter().map(|facts| policy.assess(facts, day).unwrap()).collect();
        let numberless = |found: Vec<Result<Determination, Error>>| -> Vec<Determination> {
            found.into_iter().map(|found| Determination { row: None, ..found.unwrap() }).collect()
        };
        prop_assert_eq!(&numberless(policy.assess_all(&all, day)), &alone);
        let mut backwards = numberless(policy.assess_all(all.iter().rev(), day));
        backwards.reverse();
        prop_assert_eq!(&backwards, &alone);
    }

    #[test]
    fn the_order_of_facts_and_of_readings_does_not_matter(facts in facts(), day in days()) {
        let policy = Policy::yuxi_2020();
        let value = serde_json::to_value(&facts).unwrap();
        let backwards: serde_json::Map<_, _> =
            value.as_object().unwrap().clone().into_iter().rev().collect();
        let backwards: Facts = serde_json::from_value(backwards.into()).unwrap();
        let choices = [("zero_count", "may"), ("at_least", "exclusive"), ("township_30_to_99", "no_provision")];
        let one = policy.with_readings(choices).unwrap();
        let other = policy.with_readings(choices.into_iter().rev()).unwrap();
        prop_assert_eq!(one.assess(&facts, day).unwrap(), other.assess(&backwards, day).unwrap());
    }

    #[test]
    fn what_is_printed_parses_back_equal(facts in facts(), day in days()) {
        let found = Policy::yuxi_2020().assess(&facts, day).unwrap();
        let printed = serde_json::to_string(&found).unwrap();
        prop_assert_eq!(serde_json::from_str::<Determination>(&printed).unwrap(), found);
        let printed = serde_json::to_string(&facts).unwrap();
        prop_assert_eq!(serde_json::from_str::<Facts>(&printed).unwrap(), facts);
    }

    #[test]
    fn decisive_readings_are_those_that_another_choice_alone_would_change(facts in facts(), day in days()) {
        let policy = Policy::yuxi_2020();
        let found = policy.assess(&facts, day).unwrap();
        let answer = |found: &Determination| (found.duty, found.fulfilment, found.status);
        let mut decisive = Vec::new();
        for reading in policy.readings() {
            let others = reading.choices.iter().filter(|choice| choice.id != reading.in_force);
            let changes = others.into_iter().any(|choice| {
                let other = policy.with_readings([(&*reading.id, &*choice.id)]).unwrap();
                answer(&other.assess(&facts, day).unwrap()) != answer(&found)
            });
            if changes {
                decisive.push(reading.id);
            }
        }
        prop_assert_eq!(found.decisive_readings, decisive);
    }

    #[test]
    fn no_facts_make_it_panic(
        names in hash_map(".{0,12}", ".{0,20}", 0..6), known in vec((0usize..14, ".{0,16}"), 0..8),
        number in any::<f64>(), day in any::<i32>(),
    ) {
        let columns = [
            "code", "name", "county", "township", "kind", "returned_and_relatives", "overseas", "students",
            "total", "key_area", "existing_form", "established_on", "conditions_met", "exception_agreed",
        ];
        let day = NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default();
        for policy in Policy::built_in_ids() {
            let policy = Policy::named(policy).unwrap();
            let of_names: Facts = names.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            let _ = policy.assess(&of_names, day);
            let of_columns: Facts = known.iter().map(|(at, text)| (columns[*at], text.as_str())).collect();
            let _ = policy.assess(&of_columns, day);
            let _ = policy.explain(&of_columns.with("total", Fact::Number(number)), day);
        }
    }
}

#[test]
fn a_policy_is_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Policy>();
}

#[test]
fn a_name_that_is_no_fact_is_refused_and_the_facts_are_named() {
    let facts = Facts::new().kind("village").with("peple", 3);
    let error = Policy::yuxi_2020().assess(&facts, NaiveDate::default()).unwrap_err();
    assert_eq!(error.code(), "unknown_fact");
    assert!(
        error.to_string().starts_with("`peple` is no fact; facts are `code`, `name`"),
        "{error}"
    );
    assert_eq!(error.envelope().message.zh, "没有这样的事实：`peple`");
}
