//! Facts of a subject to which a row of rules applies, found by asking.

use std::error::Error;
use std::fs;
use std::sync::OnceLock;

use chrono::NaiveDate;
use qiaolian::{CheckReport, Facts, Policy};
use qiaolian_core::model::{AsOf, Subject};
use qiaolian_tests::folder;

/// The built-in policies, the made-up pack, and Yuxi under every other choice, each with the report of
/// its proof: walked once for all tests.
pub fn reports() -> Result<&'static [(Policy, CheckReport)], String> {
    static REPORTS: OnceLock<Result<Vec<(Policy, CheckReport)>, String>> = OnceLock::new();
    let walked = REPORTS.get_or_init(|| {
        let policies = policies().map_err(|error| error.to_string())?;
        Ok(policies.into_iter().map(|policy| (policy.clone(), policy.check_report())).collect())
    });
    walked.as_deref().map_err(Clone::clone)
}

fn policies() -> Result<Vec<Policy>, qiaolian::Error> {
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

/// Yuxi with no more places in its list than its counties and those that its data names.
pub fn yuxi_of_few_places() -> Result<Policy, Box<dyn Error>> {
    let yuxi = folder().join("../crates/policies/yuxi-2020");
    let named = ["areas.toml", "readings.toml"].map(|file| fs::read_to_string(yuxi.join(file)));
    let named = named.into_iter().collect::<Result<String, _>>()?;
    let mut files = Vec::new();
    for entry in fs::read_dir(yuxi)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut text = fs::read_to_string(&path)?;
        if name == "places.csv" {
            let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
            let mut kept = text.lines().map(cells).collect::<Vec<_>>();
            kept.retain(|cells| {
                let code = cells.first().map_or("", String::as_str);
                code.len() <= 6 || named.contains(&format!("\"{code}\""))
            });
            // Their townships aren't there.
            let above = kept.iter_mut().skip(1).filter_map(|cells| cells.get_mut(4));
            above.for_each(String::clear);
            text = kept.iter().map(|cells| cells.join(",") + "\n").collect();
        }
        files.push((name, text));
    }
    Ok(Policy::load_texts(files)?)
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
