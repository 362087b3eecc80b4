//! A reading: a question that the text leaves open, its choices, and what each choice changes.
//!
//! A choice is a named list of changes to the policy's data; no reading has code of its own.

use chrono::NaiveDate;

use super::document::{ClauseRef, Text};
use super::rest::RestRule;
use super::rulebook::Terms;
use crate::model::{
    AreaId, Arena, ChoiceId, DateId, Duty, FormId, GroupId, IdSet, LimitId, PlaceId, ReadingId,
    RowId, TierId,
};

/// A question that the text leaves open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// Its id.
    pub code: String,
    /// The phrase that can be read more than one way.
    pub phrase: Text,
    /// Where it stands.
    pub clauses: Vec<ClauseRef>,
    /// Its choices.
    pub choices: Arena<ChoiceId, Choice>,
    /// The choice that holds unless another is taken: it changes nothing.
    pub default: ChoiceId,
}

/// One way of reading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// Its code.
    pub code: String,
    /// What it means.
    pub label: Text,
    /// What speaks for it.
    pub reason: Text,
    /// What it changes.
    pub changes: Vec<Change>,
}

/// A tier of a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TierRef {
    /// The row.
    pub row: RowId,
    /// The tier.
    pub tier: TierId,
}

/// One change to the terms of a policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Whether the number of a named bound is itself in.
    SetLimit {
        /// The bound.
        limit: LimitId,
        /// Whether the number is in.
        inclusive: bool,
    },
    /// From how many people on some tiers hold: that number itself is in, whatever the bound says.
    SetStart {
        /// The tiers.
        tiers: Vec<TierRef>,
        /// From how many.
        from: u32,
    },
    /// How strongly some tiers ask. `none` asks for no form and by no date.
    SetDuty {
        /// The tiers.
        tiers: Vec<TierRef>,
        /// How strongly.
        duty: Duty,
    },
    /// Forms that some tiers name too.
    AddForms {
        /// The tiers.
        tiers: Vec<TierRef>,
        /// The forms.
        forms: IdSet<FormId>,
    },
    /// Forms that some tiers don't name.
    RemoveForms {
        /// The tiers.
        tiers: Vec<TierRef>,
        /// The forms.
        forms: IdSet<FormId>,
    },
    /// A tier asks what another tier asks under the default choices.
    Like {
        /// The tier that changes.
        tier: TierRef,
        /// The tier that it is like.
        like: TierRef,
    },
    /// Which groups are summed.
    SetCounted {
        /// The groups.
        groups: IdSet<GroupId>,
    },
    /// The day of a named date.
    SetDate {
        /// The date.
        date: DateId,
        /// The day.
        day: NaiveDate,
    },
    /// What happens to a date on a rest day.
    SetRestRule {
        /// What happens.
        rule: RestRule,
    },
    /// Places that a special area has too.
    AddPlaces {
        /// The area.
        area: AreaId,
        /// The places.
        places: Vec<PlaceId>,
    },
    /// Places that a special area doesn't have.
    RemovePlaces {
        /// The area.
        area: AreaId,
        /// The places.
        places: Vec<PlaceId>,
    },
    /// Nothing is presumed of some places.
    DropPresumptions {
        /// The places.
        places: Vec<PlaceId>,
    },
}

impl Terms {
    /// Makes a change; these are the terms under the default choices.
    pub(super) fn change(&mut self, change: &Change, default: &Self) {
        match change {
            Change::SetLimit { limit, inclusive } => {
                self.limits.of_mut(*limit).inclusive = *inclusive
            }
            Change::SetStart { tiers, from } => {
                for at in tiers {
                    let tier = self.rows.of_mut(at.row).tiers.of_mut(at.tier);
                    tier.from = *from;
                    tier.limit = None;
                }
            }
            Change::SetDuty { tiers, duty } => {
                for at in tiers {
                    let tier = self.rows.of_mut(at.row).tiers.of_mut(at.tier);
                    tier.ask.duty = *duty;
                    if *duty == Duty::None {
                        tier.ask.forms = IdSet::EMPTY;
                        tier.ask.due = None;
                        tier.unless_conditions_met = None;
                    }
                }
            }
            Change::AddForms { tiers, forms } => {
                for at in tiers {
                    let ask = &mut self.rows.of_mut(at.row).tiers.of_mut(at.tier).ask;
                    ask.forms = ask.forms.union(*forms);
                }
            }
            Change::RemoveForms { tiers, forms } => {
                for at in tiers {
                    let ask = &mut self.rows.of_mut(at.row).tiers.of_mut(at.tier).ask;
                    ask.forms = ask.forms.difference(*forms);
                }
            }
            Change::Like { tier, like } => {
                let model = default.rows.of(like.row).tiers.of(like.tier).clone();
                let tier = self.rows.of_mut(tier.row).tiers.of_mut(tier.tier);
                tier.ask = model.ask;
                tier.unless_conditions_met = model.unless_conditions_met;
            }
            Change::SetCounted { groups } => self.counted.groups = *groups,
            Change::SetDate { date, day } => self.dates.of_mut(*date).day = *day,
            Change::SetRestRule { rule } => self.rest.rule = *rule,
            Change::AddPlaces { area, places } => self.areas.of_mut(*area).places.extend(places),
            Change::RemovePlaces { area, places } => {
                self.areas.of_mut(*area).places.retain(|place| !places.contains(place));
            }
            Change::DropPresumptions { places } => {
                self.presumptions.retain(|presumed| !places.contains(&presumed.place));
            }
        }
    }
}

/// The choices of all readings of a policy, one each.
pub type Choices = Arena<ReadingId, ChoiceId>;
