//! Constants that readings may change: what is counted, limits, dates, rest days, areas, presumptions.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};

use super::{Changes, Said, code, codes};
use crate::diff::constant::{ConstantKind, ConstantValue};
use crate::diff::matched::matched;
use crate::diff::sides::Sides;
use crate::policy::{Area, Policy, RestRule};

pub(super) fn compare(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    counted(sides, changes);
    limits(sides, changes);
    dates(sides, changes);
    rest(sides, changes);
    areas(sides, changes);
    presumptions(sides, changes);
}

fn counted(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let said = |policy: &'_ Policy| {
        let groups = policy.terms().counted.groups;
        Some(codes(groups, &policy.rulebook().groups, |group| &group.code))
    };
    let (first, second) = sides.terms();
    changes.note(
        ConstantKind::Counted,
        "",
        Said::new(said(sides.before), &first.counted.clauses),
        Said::new(said(sides.after), &second.counted.clauses),
    );
}

fn limits(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let (first, second) = sides.terms();
    for known in matched(&first.limits, &second.limits, |limit| &limit.code) {
        let before = known.before.and_then(|id| first.limits.get(id));
        let after = known.after.and_then(|id| second.limits.get(id));
        let said = |limit: Option<&'_ crate::policy::Limit>| {
            limit.map(|limit| ConstantValue::Truth(limit.inclusive))
        };
        changes.note(
            ConstantKind::LimitInclusive,
            known.code,
            Said::new(said(before), before.map_or(&[], |limit| &limit.clauses)),
            Said::new(said(after), after.map_or(&[], |limit| &limit.clauses)),
        );
    }
}

fn dates(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let (first, second) = sides.terms();
    for known in matched(&first.dates, &second.dates, |date| &date.code) {
        let day = |terms: &'_ crate::policy::Terms, id: Option<_>| {
            id.map(|id| ConstantValue::Day(terms.due_day(id)))
        };
        let before = known.before.and_then(|id| first.dates.get(id));
        let after = known.after.and_then(|id| second.dates.get(id));
        changes.note(
            ConstantKind::Date,
            known.code,
            Said::new(day(first, known.before), before.map_or(&[], |date| &date.clauses)),
            Said::new(day(second, known.after), after.map_or(&[], |date| &date.clauses)),
        );
    }
}

fn rest(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let (first, second) = sides.terms();
    let (first, second) = (&first.rest, &second.rest);
    let rule = |rule: RestRule| match rule {
        RestRule::Literal => code("literal"),
        RestRule::NextWorkingDay => code("next_working_day"),
    };
    let mut note = |what, name: &str, before, after| {
        let before = Said::new(Some(before), &first.clauses);
        changes.note(what, name, before, Said::new(Some(after), &second.clauses));
    };
    note(ConstantKind::RestRule, "", rule(first.rule), rule(second.rule));
    let truth = ConstantValue::Truth;
    for (name, day) in WEEK {
        let (before, after) = (first.weekly.contains(&day), second.weekly.contains(&day));
        note(ConstantKind::RestWeekday, name, truth(before), truth(after));
    }
    let holidays: BTreeSet<NaiveDate> =
        first.holidays.iter().chain(&second.holidays).copied().collect();
    for day in holidays {
        let (before, after) = (first.holidays.contains(&day), second.holidays.contains(&day));
        note(ConstantKind::RestHoliday, &day.to_string(), truth(before), truth(after));
    }
}

/// The weekdays as packs write them.
const WEEK: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

fn areas(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let ((first, second), rulebooks) = (sides.terms(), sides.rulebooks());
    for known in matched(&first.areas, &second.areas, |area| &area.code) {
        let before = known.before.and_then(|id| first.areas.get(id));
        let after = known.after.and_then(|id| second.areas.get(id));
        let clauses = (
            before.map_or(&[][..], |area| &area.clauses),
            after.map_or(&[][..], |area| &area.clauses),
        );
        let kinds = |rulebook: &'_ crate::policy::Rulebook, area: Option<&Area>| {
            area.map(|area| codes(area.kinds, &rulebook.kinds, |kind| &kind.code))
        };
        changes.note(
            ConstantKind::AreaKinds,
            known.code,
            Said::new(kinds(rulebooks.0, before), clauses.0),
            Said::new(kinds(rulebooks.1, after), clauses.1),
        );
        let is_key = |area: Option<&Area>| area.map(|area| ConstantValue::Truth(area.is_key_area));
        changes.note(
            ConstantKind::AreaIsKeyArea,
            known.code,
            Said::new(is_key(before), clauses.0),
            Said::new(is_key(after), clauses.1),
        );
        let listed = |rulebook: &'_ crate::policy::Rulebook, area: Option<&Area>| {
            let places = area.into_iter().flat_map(|area| area.places.iter());
            let codes = places.map(|place| rulebook.places.of(*place).code.clone());
            codes.collect::<BTreeSet<String>>()
        };
        let (were, are) = (listed(rulebooks.0, before), listed(rulebooks.1, after));
        for place in were.symmetric_difference(&are) {
            let is_on = |list: &BTreeSet<String>| Some(ConstantValue::Truth(list.contains(place)));
            let before = Said::new(is_on(&were), clauses.0);
            let after = Said::new(is_on(&are), clauses.1);
            changes.note_of(ConstantKind::AreaPlace, known.code, Some(place), before, after);
        }
    }
}

fn presumptions(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let presumed = |policy: &'_ Policy| -> BTreeSet<String> {
        let places = &policy.rulebook().places;
        let of = policy.terms().presumptions.iter();
        of.map(|presumed| places.of(presumed.place).code.clone()).collect()
    };
    let places: BTreeSet<String> =
        presumed(sides.before).union(&presumed(sides.after)).cloned().collect();
    for place in &places {
        let (before, after) = (said_of(sides.before, place), said_of(sides.after, place));
        changes.note_of(ConstantKind::Presumption, "", Some(place), before, after);
    }
}

/// What a policy presumes of a place: the first that it says holds.
fn said_of<'p>(policy: &'p Policy, place: &str) -> Said<'p> {
    let rulebook = policy.rulebook();
    let mut presumptions = policy.terms().presumptions.iter();
    let found = presumptions.find(|presumed| rulebook.places.of(presumed.place).code == place);
    found.map_or_else(Said::default, |presumed| {
        Said::new(Some(code(&rulebook.forms.of(presumed.form).code)), &presumed.clauses)
    })
}
