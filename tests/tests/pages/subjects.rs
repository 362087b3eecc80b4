//! Facts of a subject to which a row of rules applies, found by asking.

use std::error::Error;

use chrono::NaiveDate;
use qiaolian::{Facts, Policy};
use qiaolian_core::model::{AsOf, Subject};
use qiaolian_tests::folder;

/// The built-in policies, the made-up pack, and Yuxi under every other choice.
pub fn policies() -> Result<Vec<Policy>, qiaolian::Error> {
    let yuxi = Policy::yuxi_2020();
    let mut all = vec![
        yuxi.clone(),
        Policy::named("beijing-universities")?,
        Policy::load(folder().join("packs/made-up"))?,
    ];
    for reading in yuxi.readings() {
        for choice in reading.choices.iter().filter(|choice| choice.id != reading.in_force) {
            all.push(yuxi.with_readings([(&*reading.id, &*choice.id)])?);
        }
    }
    Ok(all)
}

/// Facts of a subject of that row, without its people.
pub fn subject_of(policy: &Policy, row: &str, day: NaiveDate) -> Result<Facts, Box<dyn Error>> {
    let core = policy.core();
    let rulebook = core.rulebook();
    let as_of = AsOf { date: day, due_soon_days: rulebook.due_soon_days };
    let listed = rulebook.places.iter().map(|(id, place)| (place.kind, Some(id)));
    for (kind, place) in listed.chain(rulebook.kinds.ids().map(|kind| (kind, None))) {
        for key_area in [None, Some(true), Some(false)] {
            let subject = Subject { place, key_area, ..Subject::unknown(kind) };
            if core.terms().rows.of(core.decide(&subject, as_of)?.row).code != row {
                continue;
            }
            let mut facts = Facts::new().kind(&rulebook.kinds.of(kind).code);
            if let Some(place) = place {
                facts = facts.code(&rulebook.places.of(place).code);
            }
            if let Some(said) = key_area {
                facts = facts.key_area(said);
            }
            return Ok(facts);
        }
    }
    Err(format!("no subject of {row}").into())
}

/// The facts with so many people: all of them in a group that is counted, none in the others.
pub fn with_people(policy: &Policy, facts: &Facts, count: u64) -> Result<Facts, Box<dyn Error>> {
    let (rulebook, terms) = (policy.core().rulebook(), policy.core().terms());
    let first = terms.counted.groups.iter().next().ok_or("nothing is counted")?;
    let mut facts = facts.clone();
    for (group, known) in rulebook.groups.iter() {
        facts = facts.people(&known.code, if group == first { u32::try_from(count)? } else { 0 });
    }
    Ok(facts)
}

/// The facts with so many people in a counted group and nothing known of the others.
pub fn with_at_least(policy: &Policy, facts: &Facts, count: u64) -> Result<Facts, Box<dyn Error>> {
    let (rulebook, terms) = (policy.core().rulebook(), policy.core().terms());
    let first = terms.counted.groups.iter().next().ok_or("nothing is counted")?;
    Ok(facts.clone().people(&rulebook.groups.of(first).code, u32::try_from(count)?))
}
