//! What only the walk through the tables can find: a good pack's data, broken on purpose.
//!
//! [`Fault::ExplanationDiffers`] isn't here: it would be a mistake in the library and not in a
//! pack. That every class of every pack is free of it is a test beside this file.

use chrono::NaiveDate;
use qiaolian::{Duty, Policy};
use qiaolian_core::model::{Arena, IdSet, KindId, RowId, TierId};
use qiaolian_core::policy::{
    Area, Change, NamedDate, OrgForm, Policy as Core, Row, Rulebook, Text, TierRef,
};
use qiaolian_core::prove::{Fault, Weakening};

fn yuxi() -> Rulebook {
    Policy::yuxi_2020().core().rulebook().clone()
}

/// One row, four tiers, no areas, dates or readings.
fn beijing() -> Result<Rulebook, qiaolian::Error> {
    Ok(Policy::named("beijing-universities")?.core().rulebook().clone())
}

fn faults(rulebook: Rulebook) -> Vec<Fault> {
    Core::new(rulebook).check().faults
}

fn row(rulebook: &Rulebook, code: &str) -> Option<RowId> {
    rulebook.terms.rows.find(|row| row.code == code).map(|(id, _)| id)
}

fn tier(rulebook: &Rulebook, row: RowId, code: &str) -> Option<TierId> {
    rulebook.terms.rows.of(row).tiers.find(|tier| tier.code == code).map(|(id, _)| id)
}

/// The arena with one item more.
fn with<I: qiaolian_core::model::Id, T: Clone>(arena: &Arena<I, T>, item: T) -> Arena<I, T> {
    Arena::new(arena.iter().map(|(_, item)| item.clone()).chain([item]).collect())
}

#[test]
fn the_packs_as_they_are_have_no_fault() {
    assert_eq!(faults(yuxi()), []);
    assert_eq!(faults(beijing().unwrap()), []);
}

#[test]
fn a_kind_that_no_row_is_for_is_undecided() {
    let mut rulebook = beijing().unwrap();
    let (all, university) = (row(&rulebook, "all").unwrap(), rulebook.kind("university").unwrap());
    let kinds = rulebook.terms.rows.of(all).kinds;
    rulebook.terms.rows.of_mut(all).kinds = kinds.difference(IdSet::EMPTY.with(university));
    assert_eq!(faults(rulebook), [Fault::Undecided { kind: university, row: None, under: None }]);
}

#[test]
fn people_below_the_first_tier_are_undecided() {
    let mut rulebook = beijing().unwrap();
    let all = row(&rulebook, "all").unwrap();
    let rows: &mut Row = rulebook.terms.rows.of_mut(all);
    rows.tiers = Arena::new(rows.tiers.iter().skip(1).map(|(_, tier)| tier.clone()).collect());
    let kinds: Vec<KindId> = rulebook.kinds.ids().collect();
    assert_eq!(kinds.len(), 3);
    let expected =
        kinds.into_iter().map(|kind| Fault::Undecided { kind, row: Some(all), under: None });
    assert_eq!(faults(rulebook), expected.collect::<Vec<_>>());
}

#[test]
fn a_class_can_be_undecided_under_one_choice_of_a_reading_only() {
    let mut rulebook = yuxi();
    let village = row(&rulebook, "village").unwrap();
    let zero = TierRef { row: village, tier: tier(&rulebook, village, "zero").unwrap() };
    let (reading, _) = rulebook.readings.find(|reading| reading.code == "unit_threshold").unwrap();
    let choices = &mut rulebook.readings.of_mut(reading).choices;
    let (choice, _) = choices.find(|choice| choice.code == "villages_only").unwrap();
    choices.of_mut(choice).changes.push(Change::SetStart { tiers: vec![zero], from: 1 });
    let kind = rulebook.kind("village").unwrap();
    assert_eq!(
        faults(rulebook),
        [Fault::Undecided { kind, row: Some(village), under: Some((reading, choice)) }]
    );
}

#[test]
fn two_tiers_at_one_number_contest_it_and_the_earlier_is_never_reached() {
    let mut rulebook = beijing().unwrap();
    let all = row(&rulebook, "all").unwrap();
    let (first, second) = (
        tier(&rulebook, all, "liaison_group").unwrap(),
        tier(&rulebook, all, "committee").unwrap(),
    );
    rulebook.terms.rows.of_mut(all).tiers.of_mut(first).from = 50;
    assert_eq!(
        faults(rulebook),
        [
            Fault::Contested { row: all, first, second, from: 50 },
            Fault::UnreachableTier { row: all, tier: first },
        ]
    );
}

#[test]
fn a_bound_that_leaves_its_number_out_can_make_two_tiers_meet() {
    let mut rulebook = yuxi();
    let township = row(&rulebook, "township").unwrap();
    let (first, second) =
        (tier(&rulebook, township, "middle").unwrap(), tier(&rulebook, township, "upper").unwrap());
    rulebook.terms.rows.of_mut(township).tiers.of_mut(first).from = 101;
    rulebook.terms.limits.iter_mut().for_each(|limit| limit.inclusive = false);
    assert!(faults(rulebook).contains(&Fault::Contested {
        row: township,
        first,
        second,
        from: 101
    }));
}

#[test]
fn a_tier_behind_a_later_one_is_unreachable() {
    let mut rulebook = beijing().unwrap();
    let all = row(&rulebook, "all").unwrap();
    let liaison = tier(&rulebook, all, "liaison_group").unwrap();
    rulebook.terms.rows.of_mut(all).tiers.of_mut(liaison).from = 60;
    assert_eq!(faults(rulebook), [Fault::UnreachableTier { row: all, tier: liaison }]);
}

#[test]
fn a_row_for_no_kind_is_unreachable() {
    let mut rulebook = yuxi();
    let named = row(&rulebook, "county_named").unwrap();
    rulebook.terms.rows.of_mut(named).kinds = IdSet::EMPTY;
    assert_eq!(faults(rulebook), [Fault::UnreachableRow(named)]);
}

#[test]
fn an_area_whose_row_holds_everywhere_is_unused_and_the_row_behind_it_unreachable() {
    let mut rulebook = yuxi();
    let named = row(&rulebook, "county_named").unwrap();
    let area = rulebook.terms.rows.of_mut(named).area.take().unwrap();
    let behind = row(&rulebook, "county").unwrap();
    assert_eq!(faults(rulebook), [Fault::UnreachableRow(behind), Fault::UnusedArea(area)]);
}

#[test]
fn an_area_without_places_is_unused_though_a_record_can_still_say_that_it_is_key() {
    let mut rulebook = yuxi();
    let (area, _) = rulebook.terms.areas.find(|area| area.is_key_area).unwrap();
    rulebook.terms.areas.of_mut(area).places.clear();
    assert_eq!(faults(rulebook), [Fault::UnusedArea(area)]);
}

#[test]
fn an_area_that_no_row_is_for_is_unused() {
    let mut rulebook = yuxi();
    let (_, key) = rulebook.terms.areas.find(|area| area.is_key_area).unwrap();
    let idle = Area { code: "idle".to_owned(), is_key_area: false, ..key.clone() };
    rulebook.terms.areas = with(&rulebook.terms.areas, idle);
    let (area, _) = rulebook.terms.areas.find(|area| area.code == "idle").unwrap();
    assert_eq!(faults(rulebook), [Fault::UnusedArea(area)]);
}

#[test]
fn a_date_on_which_nothing_is_due_is_unused() {
    let mut rulebook = beijing().unwrap();
    let day = NaiveDate::from_ymd_opt(2030, 1, 1).unwrap();
    let idle = NamedDate { code: "idle".to_owned(), day, clauses: Vec::new() };
    rulebook.terms.dates = with(&rulebook.terms.dates, idle);
    let date = rulebook.terms.dates.ids().next().unwrap();
    assert_eq!(faults(rulebook), [Fault::UnusedDate(date)]);
}

#[test]
fn a_form_that_no_tier_names_is_unused() {
    let mut rulebook = beijing().unwrap();
    let raft = OrgForm { code: "raft".to_owned(), label: Text::default(), spellings: Vec::new() };
    rulebook.forms = with(&rulebook.forms, raft);
    let form = rulebook.form("raft").unwrap();
    assert_eq!(faults(rulebook), [Fault::UnusedForm(form)]);
}

#[test]
fn a_choice_that_changes_nothing_is_idle() {
    let mut rulebook = yuxi();
    let (reading, known) = rulebook.readings.find(|reading| reading.code == "joint_forms").unwrap();
    let (choice, _) = known.choices.find(|choice| choice.code == "lesser").unwrap();
    rulebook.readings.of_mut(reading).choices.of_mut(choice).changes.clear();
    assert_eq!(faults(rulebook), [Fault::IdleReading { reading, choice }]);
}

#[test]
fn a_duty_that_more_people_weaken_by_default_is_a_fault() {
    let mut rulebook = beijing().unwrap();
    let all = row(&rulebook, "all").unwrap();
    let committee = tier(&rulebook, all, "committee").unwrap();
    let ask = &mut rulebook.terms.rows.of_mut(all).tiers.of_mut(committee).ask;
    ask.duty = Duty::None;
    ask.forms = IdSet::EMPTY;
    assert_eq!(
        faults(rulebook),
        [Fault::Weakens(Weakening {
            under: None,
            row: all,
            from: 50,
            stronger: Duty::May,
            weaker: Duty::None,
        })]
    );
}

#[test]
fn so_is_one_that_weakens_only_where_conditions_are_not_met() {
    let mut rulebook = yuxi();
    let unit = row(&rulebook, "unit").unwrap();
    let upper = tier(&rulebook, unit, "upper").unwrap();
    let instead = &mut rulebook.terms.rows.of_mut(unit).tiers.of_mut(upper).unless_conditions_met;
    instead.as_mut().unwrap().duty = Duty::None;
    instead.as_mut().unwrap().forms = IdSet::EMPTY;
    assert_eq!(
        faults(rulebook),
        [Fault::Weakens(Weakening {
            under: None,
            row: unit,
            from: 30,
            stronger: Duty::May,
            weaker: Duty::None,
        })]
    );
}
