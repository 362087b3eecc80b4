//! Where a reading matters: a subject and a date whose answer another choice changes, or a date that it moves.

use chrono::{Days, NaiveDate};

use super::changes::{self, Changes};
use crate::decide::{Decision, decide};
use crate::model::{AsOf, ChoiceId, Counts, DateId, FormId, KindId, PlaceId, ReadingId, Subject};
use crate::policy::{Policy, Terms, Variant};

/// Where one other choice of a reading matters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Matters {
    /// The reading.
    pub reading: ReadingId,
    /// The other choice.
    pub choice: ChoiceId,
    /// A subject whose answer it changes.
    pub sample: Option<Sample>,
    /// What it changes in the tables.
    pub changes: Changes,
    /// Dates that it moves: from, to.
    pub dates: Vec<(DateId, NaiveDate, NaiveDate)>,
}

/// A subject whose answer another choice changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sample {
    /// The subject.
    pub subject: Subject,
    /// The date.
    pub as_of: AsOf,
    /// The answer under the choice in force.
    pub before: Decision,
    /// The answer under the other choice.
    pub after: Decision,
}

impl Matters {
    /// Whether it changes no answer and no date.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.sample.is_none() && self.dates.is_empty()
    }
}

pub(super) fn all(policy: &Policy) -> Vec<Matters> {
    let samples = Samples::of(policy);
    policy
        .variants()
        .iter()
        .map(|variant| Matters {
            reading: variant.reading,
            choice: variant.choice,
            sample: samples.first_changed(policy, variant),
            changes: changes::all(policy, variant),
            dates: moved_dates(policy.terms(), &variant.terms),
        })
        .collect()
}

fn moved_dates(terms: &Terms, other: &Terms) -> Vec<(DateId, NaiveDate, NaiveDate)> {
    let days = terms.dates.ids().map(|date| (date, terms.due_day(date), other.due_day(date)));
    days.filter(|(_, from, to)| from != to).collect()
}

/// Kinds and places that are tried. Of a kind of places a real one that is on no list, so that anybody
/// can ask about it; then those that are on one; a place that nobody has named only where nothing
/// else is left.
fn places(policy: &Policy, listed: &[PlaceId]) -> Vec<(KindId, Option<PlaceId>)> {
    let rulebook = policy.rulebook();
    let (mut tried, mut last) = (Vec::new(), Vec::new());
    for (kind, known) in rulebook.kinds.iter() {
        let mut places = rulebook.places.iter();
        let plain = places.find(|(id, place)| place.kind == kind && !listed.contains(id));
        match plain {
            Some((id, _)) => tried.push((kind, Some(id))),
            None if known.code_digits.is_none() => tried.push((kind, None)),
            None => last.push((kind, None)),
        }
    }
    tried.extend(listed.iter().map(|id| (rulebook.places.of(*id).kind, Some(*id))));
    tried.extend(last);
    tried
}

/// The subjects and dates that are tried, likeliest first.
struct Samples {
    places: Vec<(KindId, Option<PlaceId>)>,
    counts: Vec<Counts>,
    forms: Vec<Option<FormId>>,
    dates: Vec<NaiveDate>,
}

impl Samples {
    fn of(policy: &Policy) -> Self {
        let rulebook = policy.rulebook();
        let all_terms = || {
            std::iter::once(policy.terms())
                .chain(policy.variants().iter().map(|variant| &variant.terms))
        };
        let mut listed: Vec<PlaceId> = all_terms()
            .flat_map(|terms| {
                let areas = terms.areas.iter().flat_map(|(_, area)| area.places.iter().copied());
                areas.chain(terms.presumptions.iter().map(|presumed| presumed.place))
            })
            .collect();
        listed.sort_unstable();
        listed.dedup();
        let mut numbers: Vec<u32> = all_terms()
            .flat_map(|terms| {
                let tiers = terms.rows.iter().flat_map(|(_, row)| row.tiers.iter());
                tiers.map(|(_, tier)| tier.start(&terms.limits))
            })
            .flat_map(|start| [start, start.saturating_sub(1), start.saturating_add(1)])
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let none_of =
            rulebook.groups.ids().fold(Counts::UNKNOWN, |counts, group| counts.with(group, 0));
        let mut dates: Vec<NaiveDate> = all_terms()
            .flat_map(|terms| terms.dates.ids().map(|date| terms.due_day(date)))
            .flat_map(|due| [due.checked_sub_days(Days::new(1)), Some(due), due.succ_opt()])
            .flatten()
            .collect();
        if dates.is_empty() {
            dates.push(NaiveDate::default());
        }
        dates.sort_unstable();
        dates.dedup();
        Self {
            places: places(policy, &listed),
            counts: rulebook
                .groups
                .ids()
                .flat_map(|group| numbers.iter().map(move |number| none_of.with(group, *number)))
                .collect(),
            forms: std::iter::once(Some(rulebook.no_form))
                .chain([None])
                .chain(rulebook.forms.ids().map(Some))
                .collect(),
            dates,
        }
    }

    fn first_changed(&self, policy: &Policy, variant: &Variant) -> Option<Sample> {
        for (kind, place) in &self.places {
            let base = Subject { place: *place, ..Subject::unknown(*kind) };
            for existing_form in &self.forms {
                for counts in &self.counts {
                    for conditions_met in [None, Some(false)] {
                        for date in &self.dates {
                            let subject = Subject {
                                counts: *counts,
                                existing_form: *existing_form,
                                conditions_met,
                                ..base
                            };
                            let as_of = AsOf {
                                date: *date,
                                due_soon_days: policy.rulebook().due_soon_days,
                            };
                            let before = decide(policy.tables(), &subject, as_of)?;
                            let after = decide(variant.tables(policy), &subject, as_of)?;
                            if !before.is_same_answer(&after) {
                                return Some(Sample { subject, as_of, before, after });
                            }
                        }
                    }
                }
            }
        }
        None
    }
}
