//! What readings may change: counted groups, bounds, dates, rest days, areas, presumptions, rows.

use chrono::Weekday;
use qiaolian_core::model::{
    AreaId, Arena, DateId, Duty, LimitId, PlaceId, ProvisionId, SET_CAPACITY,
};
use qiaolian_core::policy::{
    Area, Ask, ClauseRef, Limit, NamedDate, Place, Presumption, Provision, RestDays, RestRule, Row,
    Terms, Tier,
};

use super::Written;
use super::document::{Subjects, clauses};
use super::lists::{AREAS, DATES, FORMS, KINDS, LIMITS, PLACES};
use super::sheet::{Sheet, bytes, quoted};
use crate::written::{DatesFile, Name, WrittenAsk, WrittenPlace, WrittenTier};

/// The names that terms and readings refer to.
pub(super) struct Names<'n> {
    pub(super) provisions: &'n Arena<ProvisionId, Provision>,
    pub(super) subjects: &'n Subjects,
    pub(super) places: &'n Arena<PlaceId, Place>,
}

/// The rules for a date on a rest day, by code.
pub(crate) const REST_RULES: [(&str, RestRule); 2] =
    [("literal", RestRule::Literal), ("next_working_day", RestRule::NextWorkingDay)];

/// The days of the week, by code.
pub(crate) const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

impl Names<'_> {
    pub(super) fn clauses(&self, sheet: Sheet<'_>, names: &[Name]) -> Vec<ClauseRef> {
        clauses(sheet, names, self.provisions)
    }

    /// Places by code; the name that stands beside each must be the gazetteer's.
    pub(super) fn places(&self, sheet: Sheet<'_>, written: &[WrittenPlace]) -> Vec<PlaceId> {
        let place = |place: &WrittenPlace| {
            let Some((id, known)) = self.places.find(|known| known.code == place.code.value) else {
                sheet.not_found(
                    &place.code,
                    PLACES,
                    "the code of a place in places.csv",
                    "look the place up there",
                );
                return None;
            };
            if known.name != place.name.value {
                sheet.fault_at(
                    place.name.span,
                    quoted(&place.name.value),
                    format!("{}, the name of {} in places.csv", quoted(&known.name), known.code),
                    "mend the name or the code, whichever is wrong",
                );
            }
            Some(id)
        };
        written.iter().filter_map(place).collect()
    }

    pub(super) fn duty(&self, sheet: Sheet<'_>, name: &Name) -> Option<Duty> {
        sheet.one_of(name, &Duty::ALL.map(|duty| (duty.code(), duty)), "a duty")
    }
}

pub(super) fn terms(written: &Written<'_>, names: &Names<'_>) -> Terms {
    let dates = dates(&written.dates, names);
    let limits = limits(written, names);
    let areas = areas(written, names);
    let rows = rows(written, names, &limits, &dates, &areas);
    Terms {
        counted: names.subjects.counted.clone(),
        limits,
        rest: rest(&written.dates, names),
        dates,
        areas,
        presumptions: presumptions(written, names),
        rows,
    }
}

fn dates((sheet, file): &(Sheet<'_>, DatesFile), names: &Names<'_>) -> Arena<DateId, NamedDate> {
    sheet.distinct(file.date.iter().map(|date| &date.code), "a date");
    let dates = file.date.iter().map(|date| {
        sheet.cites(&date.clauses);
        NamedDate {
            code: date.code.value.clone(),
            day: date.day.value.0,
            clauses: names.clauses(*sheet, &date.clauses.value),
        }
    });
    sheet.arena(dates.collect(), SET_CAPACITY, "dates")
}

fn rest((sheet, file): &(Sheet<'_>, DatesFile), names: &Names<'_>) -> RestDays {
    let weekly = file.rest.weekly.iter();
    RestDays {
        rule: sheet
            .one_of(&file.rest.rule, &REST_RULES, "a rule for rest days")
            .unwrap_or(RestRule::Literal),
        weekly: weekly.filter_map(|day| sheet.one_of(day, &WEEKDAYS, "a weekday")).collect(),
        holidays: file.rest.holidays.iter().map(|day| day.value.0).collect(),
        clauses: names.clauses(*sheet, &file.rest.clauses),
    }
}

fn limits(written: &Written<'_>, names: &Names<'_>) -> Arena<LimitId, Limit> {
    let (sheet, file) = &written.tiers;
    sheet.distinct(file.limit.iter().map(|limit| &limit.code), "a limit");
    let limits = file.limit.iter().map(|limit| {
        sheet.cites(&limit.clauses);
        Limit {
            code: limit.code.value.clone(),
            inclusive: limit.inclusive,
            clauses: names.clauses(*sheet, &limit.clauses.value),
        }
    });
    sheet.arena(limits.collect(), SET_CAPACITY, "limits")
}

fn areas(written: &Written<'_>, names: &Names<'_>) -> Arena<AreaId, Area> {
    let (sheet, file) = &written.areas;
    sheet.distinct(file.area.iter().map(|area| &area.code), "an area");
    let mut key_areas = file.area.iter().filter(|area| area.is_key_area).skip(1);
    if let Some(second) = key_areas.next() {
        sheet.fault_at(
            second.code.span,
            format!("a second key area, {}", quoted(&second.code.value)),
            "at most one area with `is_key_area`",
            "the fact `key_area` speaks of one list: take the mark off the others",
        );
    }
    let areas = file.area.iter().map(|area| {
        sheet.cites(&area.clauses);
        let kinds = &names.subjects.kinds;
        let kinds = sheet.look_up_all(kinds, |kind| &kind.code, &area.kinds, KINDS);
        let places = names.places(*sheet, &area.places);
        for (place, written) in places.iter().zip(&area.places) {
            let known = names.places.of(*place);
            if !kinds.contains(known.kind) {
                let kind = &names.subjects.kinds.of(known.kind).code;
                sheet.missing_from(
                    PLACES,
                    bytes(written.code.span),
                    format!("a {kind}, {}", quoted(&known.name)),
                    "a place of one of the area's kinds",
                    "take it out, or add its kind",
                );
            }
        }
        Area {
            code: area.code.value.clone(),
            label: area.label.clone().into(),
            kinds,
            is_key_area: area.is_key_area,
            places,
            clauses: names.clauses(*sheet, &area.clauses.value),
        }
    });
    sheet.arena(areas.collect(), SET_CAPACITY, "areas")
}

fn presumptions(written: &Written<'_>, names: &Names<'_>) -> Vec<Presumption> {
    let (sheet, file) = &written.areas;
    let mut presumed = Vec::new();
    for group in &file.presumption {
        sheet.cites(&group.clauses);
        let forms = &names.subjects.forms;
        let Some(form) = sheet.look_up(forms, |form| &form.code, &group.form, FORMS) else {
            continue;
        };
        let clauses = names.clauses(*sheet, &group.clauses.value);
        let places = names.places(*sheet, &group.places);
        for (place, written) in places.iter().zip(&group.places) {
            if presumed.iter().any(|earlier: &Presumption| earlier.place == *place) {
                sheet.fault_at(
                    written.code.span,
                    format!("{} a second time", quoted(&written.code.value)),
                    "one presumption a place",
                    "take it out of one of them",
                );
            }
        }
        presumed.extend(places.into_iter().map(|place| Presumption {
            place,
            form,
            clauses: clauses.clone(),
        }));
    }
    presumed
}

fn rows(
    written: &Written<'_>,
    names: &Names<'_>,
    limits: &Arena<LimitId, Limit>,
    dates: &Arena<DateId, NamedDate>,
    areas: &Arena<AreaId, Area>,
) -> Arena<qiaolian_core::model::RowId, Row> {
    let (sheet, file) = &written.tiers;
    sheet.distinct(file.row.iter().map(|row| &row.code), "a row");
    let lower = Asks { sheet: *sheet, names, dates };
    let rows = file.row.iter().map(|row| {
        sheet.distinct(row.tier.value.iter().map(|tier| &tier.code), "a tier");
        let tiers = row.tier.value.iter().map(|tier| {
            let limit = tier.limit.as_ref();
            Tier {
                code: tier.code.value.clone(),
                from: tier.from.value,
                limit: limit
                    .and_then(|name| sheet.look_up(limits, |limit| &limit.code, name, LIMITS)),
                is_upper: tier.upper,
                ask: lower.of_tier(tier),
                unless_conditions_met: tier
                    .unless_conditions_met
                    .as_ref()
                    .map(|ask| lower.ask(ask)),
            }
        });
        let kinds = &names.subjects.kinds;
        let area = row.area.as_ref();
        Row {
            code: row.code.value.clone(),
            kinds: sheet.look_up_all(kinds, |kind| &kind.code, &row.kinds, KINDS),
            area: area.and_then(|name| sheet.look_up(areas, |area| &area.code, name, AREAS)),
            tiers: sheet.arena(tiers.collect(), SET_CAPACITY, "tiers"),
        }
    });
    sheet.arena(rows.collect(), SET_CAPACITY, "rows")
}

/// Reads what a tier asks.
struct Asks<'a> {
    sheet: Sheet<'a>,
    names: &'a Names<'a>,
    dates: &'a Arena<DateId, NamedDate>,
}

impl Asks<'_> {
    fn of_tier(&self, tier: &WrittenTier) -> Ask {
        self.sheet.cites(&tier.clauses);
        self.read(&tier.duty, &tier.forms, tier.due.as_ref(), &tier.clauses.value)
    }

    fn ask(&self, ask: &WrittenAsk) -> Ask {
        self.sheet.cites(&ask.clauses);
        self.read(&ask.duty, &ask.forms, ask.due.as_ref(), &ask.clauses.value)
    }

    fn read(&self, duty: &Name, forms: &[Name], due: Option<&Name>, clauses: &[Name]) -> Ask {
        let Self { sheet, names, dates } = self;
        let known = names.duty(*sheet, duty);
        let ask = Ask {
            duty: known.unwrap_or(Duty::None),
            forms: sheet.look_up_all(&names.subjects.forms, |form| &form.code, forms, FORMS),
            due: due.and_then(|due| sheet.look_up(dates, |date| &date.code, due, DATES)),
            clauses: names.clauses(*sheet, clauses),
        };
        // Of a duty that nobody knows, nothing follows.
        let Some(asks) = known.map(|duty| duty != Duty::None) else { return ask };
        if asks == forms.is_empty() {
            let (found, expected) = if asks {
                ("no form", "at least one form under a duty")
            } else {
                ("forms under duty `none`", "no form where nothing is asked")
            };
            sheet.missing(bytes(duty.span), found, expected, "mend `duty` or `forms`");
        }
        if let (false, true, Some(due)) = (asks, forms.is_empty(), due) {
            sheet.fault_at(
                due.span,
                format!("the date {} under duty `none`", quoted(&due.value)),
                "no date where nothing is asked",
                "take `due` out, or mend `duty`",
            );
        }
        ask
    }
}
