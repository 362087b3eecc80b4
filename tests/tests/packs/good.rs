//! The packs: they are read, and a complete walk through their tables finds nothing wrong.

use std::collections::BTreeSet;
use std::path::Path;

use qiaolian::{Duty, Error, Policy};
use qiaolian_core::model::Arena;
use qiaolian_core::policy::Rulebook;
use qiaolian_pack::Files;
use qiaolian_tests::folder;

use crate::broken::{edited, made_up};

/// The packs, each with its rows, tiers, and choices that aren't the default.
fn packs() -> Result<[(Policy, usize, usize, usize); 4], Error> {
    Ok([
        (Policy::yuxi_2020(), 6, 13, 12),
        (Policy::named("beijing-universities")?, 1, 4, 0),
        (Policy::load(folder().join("packs/made-up"))?, 8, 20, 16),
        (Policy::load(folder().join("packs/chengwan-2026"))?, 9, 22, 9),
    ])
}

/// A class in which the explanation arrived at another answer than the table would be a fault.
#[test]
fn each_pack_is_sound_and_explanation_and_table_agree_in_every_class() {
    for (policy, rows, tiers, choices) in packs().unwrap() {
        let report = policy.check_report();
        assert_eq!(report.faults, [], "{}", report.policy);
        assert!(report.sound, "{}", report.policy);
        assert!(report.classes > 10_000, "{}: {}", report.policy, report.classes);
        assert_eq!((report.rows, report.tiers), (rows, tiers), "{}", report.policy);
        assert_eq!(report.readings.len(), choices, "{}", report.policy);
    }
}

/// Each choice but the default is in force in one of these walks, together with others: as many
/// walks as the reading with the most choices needs.
#[test]
fn they_agree_under_each_other_choice_too() {
    for (policy, _, _, choices) in packs().unwrap() {
        let readings: Vec<(String, Vec<String>)> = policy
            .readings()
            .into_iter()
            .map(|reading| {
                let others = reading.choices.into_iter().map(|choice| choice.id);
                (reading.id, others.filter(|choice| *choice != reading.default).collect())
            })
            .collect();
        let most = readings.iter().map(|(_, others)| others.len()).max().unwrap_or(0);
        let mut walked = BTreeSet::new();
        for walk in 0..most {
            let chosen: Vec<(&str, &str)> = readings
                .iter()
                .map(|(reading, others)| (reading.as_str(), others[walk % others.len()].as_str()))
                .collect();
            let other = policy.with_readings(chosen.iter().copied()).unwrap();
            let report = other.check_report();
            let codes: BTreeSet<&str> = report.faults.iter().map(|fault| &*fault.code).collect();
            assert!(report.classes > 10_000);
            assert!(!codes.contains("explanation_differs"), "{chosen:?}: {codes:?}");
            assert!(!codes.contains("undecided"), "{chosen:?}: {codes:?}");
            walked.extend(chosen);
        }
        assert_eq!(walked.len(), choices, "{policy:?}");
    }
}

#[test]
fn more_people_weaken_a_duty_of_yuxi_under_two_readings_and_never_by_default() {
    let report = Policy::yuxi_2020().check_report();
    let found: Vec<_> = report
        .weakenings
        .iter()
        .map(|found| {
            let reading = found.reading.as_deref().zip(found.choice.as_deref());
            (reading, found.row.as_str(), found.from, found.stronger, found.weaker)
        })
        .collect();
    assert_eq!(
        found,
        [
            (Some(("township_30_to_99", "no_provision")), "township", 30, Duty::May, Duty::None),
            (
                Some(("unit_below_threshold", "should")),
                "unit",
                30,
                Duty::Should,
                Duty::InPrincipleShould
            ),
        ]
    );
}

#[test]
fn more_people_never_weaken_a_duty_of_the_others() {
    for (policy, ..) in packs().unwrap().into_iter().skip(1) {
        assert_eq!(policy.check_report().weakenings, [], "{policy:?}");
    }
}

#[test]
fn each_other_choice_has_an_example_or_moves_a_date() {
    for (policy, ..) in packs().unwrap() {
        let samples = policy.check_report().readings;
        let mut choices = policy.readings().into_iter().flat_map(|reading| {
            let others = reading.choices.into_iter().filter(|choice| choice.id != reading.default);
            others.map(|choice| (reading.id.clone(), choice.id)).collect::<Vec<_>>()
        });
        for sample in &samples {
            let named = (sample.reading.clone(), sample.choice.clone());
            assert_eq!(choices.next(), Some(named.clone()));
            assert!(sample.example.is_some() || !sample.dates.is_empty(), "{named:?}");
        }
        assert_eq!(choices.next(), None);
        let only_dates: Vec<&str> = samples
            .iter()
            .filter(|sample| sample.example.is_none())
            .map(|sample| &*sample.reading)
            .collect();
        let known = ["before_day", "ledger_day"];
        assert!(only_dates.iter().all(|reading| known.contains(reading)), "{only_dates:?}");
    }
}

fn codes<'r, I: qiaolian_core::model::Id, T>(
    arena: &'r Arena<I, T>,
    code: impl Fn(&'r T) -> &'r str,
) -> BTreeSet<&'r str> {
    arena.iter().map(|(_, item)| code(item)).collect()
}

/// What no line of Rust had to know: the made-up city shares none of Yuxi's names.
#[test]
fn the_made_up_city_differs_from_yuxi_in_all_that_data_can_differ_in() {
    let (yuxi, made_up) =
        (Policy::yuxi_2020(), Policy::load(folder().join("packs/made-up")).unwrap());
    let names = |rulebook: &Rulebook| -> BTreeSet<String> {
        let terms = &rulebook.terms;
        let sorts = [
            codes(&rulebook.kinds, |kind| &kind.code),
            codes(&rulebook.forms, |form| &form.code),
            codes(&rulebook.groups, |group| &group.code),
            codes(&rulebook.provisions, |provision| &provision.id),
            codes(&rulebook.readings, |reading| &reading.code),
            codes(&terms.areas, |area| &area.code),
            codes(&terms.dates, |date| &date.code),
            codes(&terms.limits, |limit| &limit.code),
            codes(&rulebook.places, |place| &place.code),
        ];
        assert!(sorts.iter().all(|sort| !sort.is_empty()));
        sorts.into_iter().flatten().map(str::to_owned).collect()
    };
    let (yuxi, made_up) = (yuxi.core().rulebook(), made_up.core().rulebook());
    let (of_yuxi, of_made_up) = (names(yuxi), names(made_up));
    let shared: Vec<&String> = of_yuxi.intersection(&of_made_up).collect();
    assert!(shared.is_empty(), "{shared:?}");

    assert!(made_up.groups.len() >= 4);
    assert_ne!(made_up.terms.counted.groups, made_up.all_groups());
    assert!(made_up.readings.iter().any(|(_, reading)| reading.choices.len() == 4));
    assert!(made_up.terms.limits.iter().any(|(_, limit)| !limit.inclusive));
    let five = made_up.terms.rows.find(|row| row.tiers.len() == 5).unwrap().1;
    let dues: BTreeSet<_> = five
        .tiers
        .iter()
        .filter_map(|(_, tier)| tier.ask.due)
        .map(|due| made_up.terms.due_day(due))
        .collect();
    assert_eq!(dues.len(), 4);
    let mut areas = made_up.terms.areas.iter().map(|(_, area)| area);
    let (quays, banks) = (areas.next().unwrap(), areas.next().unwrap());
    assert!(quays.is_key_area && !banks.is_key_area && quays.kinds == banks.kinds);
    assert_eq!(quays.places.iter().filter(|place| banks.places.contains(place)).count(), 1);
}

#[test]
fn a_pack_is_the_same_from_its_folder_and_from_memory_and_its_digest_is_of_every_file() {
    let files = made_up().unwrap();
    let loaded = qiaolian_pack::load_dir(&folder().join("packs/made-up")).unwrap();
    assert_eq!(qiaolian_pack::load(&files).unwrap(), loaded);
    assert_eq!(loaded.digest, files.digest());
    for name in ["policy.toml", "places.csv", "words.toml"] {
        let longer = files.text(name).to_owned() + "\n";
        assert_ne!(files.clone().with(name, longer).digest(), files.digest(), "{name}");
    }
    let moved = edited(files.clone(), ("dates.toml", "day = 2032-06-30", "day = 2032-06-29"));
    assert_ne!(qiaolian_pack::load(&moved).unwrap().terms, loaded.terms);
}

/// The built-in packs were compiled in from the folders that people review.
#[test]
fn a_built_in_pack_is_the_one_in_its_folder() {
    for id in Policy::built_in_ids() {
        let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/policies");
        let files = Files::read(&packs.join(id)).unwrap();
        let loaded = qiaolian_pack::load(&files).unwrap();
        assert_eq!(*Policy::named(id).unwrap().core().rulebook(), loaded);
    }
}
