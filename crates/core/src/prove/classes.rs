//! Every class of subjects and dates that a policy's rules tell apart, by one subject of each.

use chrono::{Days, NaiveDate};

use crate::compile::day_of;
use crate::model::{AsOf, FormId, People, RowId, Subject};
use crate::policy::Policy;

/// One class: a subject, an interval of people, and a date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Class {
    /// The subject; its people are those of the interval.
    pub subject: Subject,
    /// How many people.
    pub people: People,
    /// The date.
    pub as_of: AsOf,
}

/// Visits every class: row and presumption × interval of people over the tiers × conditions ×
/// organisation × exception × date and founding date around each due day of the row.
pub(super) fn each(policy: &Policy, mut visit: impl FnMut(Class)) {
    let due_soon_days = policy.rulebook().due_soon_days;
    for (row, base) in representatives(policy) {
        let intervals = intervals(policy.tables().starts(row));
        let forms: Vec<Option<FormId>> =
            std::iter::once(None).chain(policy.rulebook().forms.ids().map(Some)).collect();
        let dates = dates(policy, row);
        for people in &intervals {
            for existing_form in &forms {
                for conditions_met in [None, Some(true), Some(false)] {
                    for exception_agreed in [None, Some(true), Some(false)] {
                        for (date, established_on) in &dates {
                            visit(Class {
                                subject: Subject {
                                    existing_form: *existing_form,
                                    established_on: *established_on,
                                    conditions_met,
                                    exception_agreed,
                                    ..base
                                },
                                people: *people,
                                as_of: AsOf { date: *date, due_soon_days },
                            });
                        }
                    }
                }
            }
        }
    }
}

/// One subject for each row and presumption that some kind, place and word of the record leads to.
pub(super) fn representatives(policy: &Policy) -> Vec<(RowId, Subject)> {
    let (rulebook, tables) = (policy.rulebook(), policy.tables());
    let unlisted = rulebook.kinds.ids().map(|kind| (kind, None));
    let listed = rulebook.places.iter().map(|(id, place)| (place.kind, Some(id)));
    let mut found: Vec<(RowId, Option<FormId>, Subject)> = Vec::new();
    for (kind, place) in unlisted.chain(listed) {
        for key_area in [None, Some(true), Some(false)] {
            let Some(class) = tables.class(kind, place) else { continue };
            let Some((row, _)) = tables.row(class, key_area) else { continue };
            let presumed = class.presumed();
            let known = found.iter().any(|(other, form, subject)| {
                (*other, *form, subject.key_area) == (row, presumed, key_area)
            });
            if !known {
                let subject = Subject { place, key_area, ..Subject::unknown(kind) };
                found.push((row, presumed, subject));
            }
        }
    }
    found.into_iter().map(|(row, _, subject)| (row, subject)).collect()
}

/// Intervals from each tier's start to each later one's, closed and open.
fn intervals(starts: impl Iterator<Item = u64> + Clone) -> Vec<People> {
    let mut intervals = Vec::new();
    for (at, least) in starts.clone().enumerate() {
        intervals.push(People::at_least(least));
        for most in starts.clone().skip(at) {
            intervals.push(People { least, most: Some(most) });
        }
    }
    intervals
}

/// Dates around each due day of a row, each with founding dates around it.
fn dates(policy: &Policy, row: RowId) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    let terms = policy.terms();
    let dues = terms.rows.of(row).tiers.iter().flat_map(|(_, tier)| {
        [Some(&tier.ask), tier.unless_conditions_met.as_ref()]
            .into_iter()
            .flatten()
            .filter_map(|ask| ask.due)
    });
    let mut days: Vec<NaiveDate> = dues.map(|due| terms.due_day(due)).collect();
    days.sort_unstable();
    days.dedup();
    if days.is_empty() {
        days.extend(day_of(ANY_DAY));
    }
    let soon = policy.rulebook().due_soon_days;
    let mut dates = Vec::new();
    for due in days {
        let before = |count: u32| due.checked_sub_days(Days::new(u64::from(count)));
        let asked = [before(soon + 1), before(soon), Some(due), due.succ_opt()];
        let founded = [None, before(1), Some(due), due.succ_opt()];
        for date in asked.into_iter().flatten() {
            dates.extend(founded.iter().map(|founded| (date, *founded)));
        }
    }
    dates
}

/// Where no date matters any will do: the first day of the common era's third millennium.
const ANY_DAY: i32 = 730_486;
