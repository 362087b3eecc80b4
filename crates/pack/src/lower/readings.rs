//! Readings: choices, and the changes that each makes.

use qiaolian_core::model::{Arena, ChoiceId, Id, IdSet, ReadingId, SET_CAPACITY};
use qiaolian_core::policy::{Change, Choice, Reading, Terms, TierRef};

use super::lists::{AREAS, CHOICES, DATES, FORMS, GROUPS, LIMITS, TIERS};
use super::sheet::{Sheet, bytes, quoted};
use super::terms::{Names, REST_RULES};
use crate::written::{Name, ReadingsFile, WrittenChange, WrittenReading};

pub(super) fn readings(
    (sheet, file): &(Sheet<'_>, ReadingsFile),
    names: &Names<'_>,
    terms: &Terms,
) -> Arena<ReadingId, Reading> {
    sheet.distinct(file.reading.iter().map(|reading| &reading.id), "a reading");
    let lower = Lower { sheet: *sheet, names, terms };
    let readings = file.reading.iter().filter_map(|reading| lower.reading(reading));
    sheet.arena(readings.collect(), SET_CAPACITY, "readings")
}

struct Lower<'a> {
    sheet: Sheet<'a>,
    names: &'a Names<'a>,
    terms: &'a Terms,
}

impl Lower<'_> {
    fn reading(&self, reading: &WrittenReading) -> Option<Reading> {
        let Self { sheet, names, .. } = self;
        sheet.cites(&reading.clauses);
        sheet.distinct(reading.choice.iter().map(|choice| &choice.id), "a choice");
        if reading.choice.len() < 2 {
            sheet.missing(
                bytes(reading.id.span),
                format!("{} choice of {}", reading.choice.len(), quoted(&reading.id.value)),
                "two or more",
                "a reading that can't be chosen is a constant: add a choice, or take it out",
            );
        }
        let has_default =
            reading.choice.iter().any(|choice| choice.id.value == reading.default.value);
        for choice in reading.choice.iter().filter(|_| has_default) {
            let is_default = choice.id.value == reading.default.value;
            if is_default != choice.change.is_empty() {
                let (found, expected) = if is_default {
                    (
                        "changes under the default choice",
                        "none: the pack's data is what holds by default",
                    )
                } else {
                    (
                        "no change",
                        "at least one change, which makes this choice another than the default",
                    )
                };
                sheet.missing(
                    bytes(choice.id.span),
                    format!("{found}, {}", quoted(&choice.id.value)),
                    expected,
                    "mend `change`, or `default`",
                );
            }
        }
        let choices = reading.choice.iter().map(|choice| Choice {
            code: choice.id.value.clone(),
            label: choice.label.clone().into(),
            reason: choice.reason.clone().into(),
            changes: choice.change.iter().filter_map(|change| self.change(change)).collect(),
        });
        let choices: Arena<ChoiceId, Choice> =
            sheet.arena(choices.collect(), SET_CAPACITY, "choices");
        let default = sheet.look_up(&choices, |choice| &choice.code, &reading.default, CHOICES)?;
        Some(Reading {
            code: reading.id.value.clone(),
            phrase: reading.phrase.clone().into(),
            clauses: names.clauses(*sheet, &reading.clauses.value),
            choices,
            default,
        })
    }

    fn change(&self, change: &WrittenChange) -> Option<Change> {
        let Self { sheet, names, terms } = self;
        let subjects = names.subjects;
        let forms =
            |forms: &[Name]| sheet.look_up_all(&subjects.forms, |form| &form.code, forms, FORMS);
        let area = |name: &Name| sheet.look_up(&terms.areas, |area| &area.code, name, AREAS);
        Some(match change {
            WrittenChange::SetLimit { limit, inclusive } => Change::SetLimit {
                limit: sheet.look_up(&terms.limits, |limit| &limit.code, limit, LIMITS)?,
                inclusive: *inclusive,
            },
            WrittenChange::SetStart { tiers, from } => {
                Change::SetStart { tiers: self.tiers(tiers), from: *from }
            }
            WrittenChange::SetDuty { tiers, duty } => {
                Change::SetDuty { tiers: self.tiers(tiers), duty: names.duty(*sheet, duty)? }
            }
            WrittenChange::AddForms { tiers, forms: added } => {
                Change::AddForms { tiers: self.tiers(tiers), forms: forms(added) }
            }
            WrittenChange::RemoveForms { tiers, forms: removed } => {
                Change::RemoveForms { tiers: self.tiers(tiers), forms: forms(removed) }
            }
            WrittenChange::Like { tier, like } => {
                Change::Like { tier: self.tier(tier)?, like: self.tier(like)? }
            }
            WrittenChange::SetCounted { groups } => {
                let counted =
                    sheet.look_up_all(&subjects.groups, |group| &group.code, groups, GROUPS);
                (counted != IdSet::EMPTY).then_some(Change::SetCounted { groups: counted })?
            }
            WrittenChange::SetDate { date, day } => Change::SetDate {
                date: sheet.look_up(&terms.dates, |date| &date.code, date, DATES)?,
                day: day.value.0,
            },
            WrittenChange::SetRestRule { rule } => Change::SetRestRule {
                rule: sheet.one_of(rule, &REST_RULES, "a rule for rest days")?,
            },
            WrittenChange::AddPlaces { area: name, places } => {
                Change::AddPlaces { area: area(name)?, places: names.places(*sheet, places) }
            }
            WrittenChange::RemovePlaces { area: name, places } => {
                Change::RemovePlaces { area: area(name)?, places: names.places(*sheet, places) }
            }
            WrittenChange::DropPresumptions { places } => {
                Change::DropPresumptions { places: names.places(*sheet, places) }
            }
        })
    }

    fn tiers(&self, names: &[Name]) -> Vec<TierRef> {
        names.iter().filter_map(|name| self.tier(name)).collect()
    }

    /// A tier, written `row.tier`.
    fn tier(&self, name: &Name) -> Option<TierRef> {
        let rows = self.terms.rows.iter();
        let tiers = rows.flat_map(|(row, rules)| {
            rules.tiers.iter().map(move |(tier, known)| {
                (format!("{}.{}", rules.code, known.code), TierRef { row, tier })
            })
        });
        let codes: Vec<(String, TierRef)> = tiers.collect();
        let found = codes.iter().find(|(code, _)| *code == name.value).map(|(_, tier)| *tier);
        if found.is_none() {
            let known: Vec<String> = codes.iter().map(|(code, _)| quoted(code)).collect();
            let expected = format!("{}: one of {}", TIERS.what, known.join(", "));
            self.sheet.not_found(name, TIERS, expected, "write one of these");
        }
        found
    }
}

/// The place of a choice's id in the file, for mistakes that show only in the whole.
pub(super) fn place_of(file: &ReadingsFile, reading: ReadingId, choice: ChoiceId) -> Option<&Name> {
    Some(&file.reading.get(reading.index())?.choice.get(choice.index())?.id)
}
