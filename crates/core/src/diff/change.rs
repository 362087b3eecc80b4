//! A box of classes as plain values: who it is about, and what is asked before and after.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::grounds::{Ground, Known};
use super::region::{Organisation, Outcome, Region};
use super::sides::Sides;
use crate::model::{Duty, FormId, Fulfilment};
use crate::policy::Rulebook;

/// Some classes of subjects whose outcome differs in one way: all that fit every field. No two of
/// a diff overlap, and a class that none of them has doesn't differ.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClassChange {
    /// The kinds, by code.
    pub kinds: Vec<String>,
    /// The special areas whose rows hold, before and after; null where they don't matter.
    pub areas: Option<Vec<AreaPair>>,
    /// The number of people, as each policy counts them.
    pub people: PeopleRange,
    /// False: only where `conditions_met` is known to be false; true: only where it isn't; null where
    /// it doesn't matter.
    pub conditions_met: Option<bool>,
    /// What the record says of the organisation that is there on the day; null where it doesn't matter.
    pub organisations: Option<Vec<OnRecord>>,
    /// What the first policy asks; null where it decides nothing.
    pub before: Option<Asked>,
    /// What the second policy asks; null where it decides nothing.
    pub after: Option<Asked>,
}

/// The special areas whose rows hold for a subject in two policies.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AreaPair {
    /// The area in the first policy, by code; null for subjects of no special area.
    pub before: Option<String>,
    /// The area in the second policy, by code; null for subjects of no special area.
    pub after: Option<String>,
    /// Where the two differ: the places that the policies' own lists take from the one to the other.
    pub moved: Vec<DiffPlace>,
    /// Whether a record's own `key_area` leads to this pair too, whatever the lists say.
    pub by_record: bool,
}

/// A place of a gazetteer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DiffPlace {
    /// Its division code.
    pub code: String,
    /// Its official name, the first policy's where both have one.
    pub name: String,
}

/// From how many people to how many, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PeopleRange {
    /// The fewest.
    pub least: u64,
    /// The most; null where there is no end.
    pub most: Option<u64>,
}

/// What a record says of the organisation that is there on the day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OnRecord {
    /// The form on record, by code; null where the record says nothing, so that what is presumed holds.
    pub recorded: Option<String>,
    /// Where the record says nothing: the form that the first policy presumes, by code; null for none.
    pub presumed_before: Option<String>,
    /// Where the record says nothing: the form that the second policy presumes, by code; null for none.
    pub presumed_after: Option<String>,
    /// The places of which that is presumed.
    pub places: Vec<DiffPlace>,
}

/// What a policy asks of the classes of a box.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Asked {
    /// How strongly an organisation is asked for.
    pub duty: Duty,
    /// The forms that the document names, by code; the form that fulfils whatever is asked fulfils
    /// too, and under `may` any organisation does.
    pub forms: Vec<String>,
    /// By when, after rest days are looked at.
    pub due: Option<NaiveDate>,
    /// How far the organisations of the box fulfil it, where only that differs; else null.
    pub fulfilment: Option<Fulfilment>,
    /// The clauses that it rests on.
    pub clauses: Vec<String>,
}

impl Region<'_> {
    /// The box as plain values.
    pub(super) fn told(&self, sides: &Sides<'_>, grounds: &[Ground<'_>]) -> ClassChange {
        let kinds = self.kinds.iter().filter_map(|at| sides.kinds.get(*at));
        let own: Vec<&Ground<'_>> = grounds
            .iter()
            .filter(|ground| self.kinds.contains(&ground.kind))
            .filter(|ground| self.areas.as_ref().is_none_or(|has| has.contains(&ground.areas)))
            .collect();
        let areas = self.areas.as_ref().map(|areas| {
            let pair = |(before, after): &(Option<&str>, Option<&str>)| {
                let of_pair = || own.iter().filter(|ground| ground.areas == (*before, *after));
                let listed = of_pair().flat_map(|ground| &ground.listed);
                AreaPair {
                    before: before.map(str::to_owned),
                    after: after.map(str::to_owned),
                    moved: listed.filter(|_| before != after).map(place).collect(),
                    by_record: of_pair().any(|ground| ground.by_record),
                }
            };
            areas.iter().map(pair).collect()
        });
        let organisations = self.organisations.as_ref().map(|organisations| {
            organisations.iter().map(|one| on_record(sides, &own, *one)).collect()
        });
        let (first, second) = sides.rulebooks();
        let fulfilment = self.change.fulfilment.unzip();
        let clauses = |rulebook: &Rulebook, clauses: &std::collections::BTreeSet<_>| {
            let codes = clauses
                .iter()
                .map(|clause: &crate::policy::ClauseRef| clause.code(&rulebook.provisions));
            codes.collect::<Vec<String>>()
        };
        ClassChange {
            kinds: kinds.map(|kind| kind.code.to_owned()).collect(),
            areas,
            people: PeopleRange { least: self.least, most: self.most },
            conditions_met: self.conditions_met,
            organisations,
            before: self.change.before.as_ref().map(|outcome| {
                asked(sides, outcome, fulfilment.0, clauses(first, &self.clauses_before))
            }),
            after: self.change.after.as_ref().map(|outcome| {
                asked(sides, outcome, fulfilment.1, clauses(second, &self.clauses_after))
            }),
        }
    }
}

fn asked(
    sides: &Sides<'_>,
    outcome: &Outcome,
    fulfilment: Option<Fulfilment>,
    clauses: Vec<String>,
) -> Asked {
    let forms = outcome.forms.iter().filter_map(|at| sides.forms.get(*at));
    Asked {
        duty: outcome.duty,
        forms: forms.map(|form| form.code.to_owned()).collect(),
        due: outcome.due,
        fulfilment,
        clauses,
    }
}

fn on_record(sides: &Sides<'_>, own: &[&Ground<'_>], organisation: Organisation) -> OnRecord {
    match organisation {
        Organisation::Recorded(at) => OnRecord {
            recorded: sides.forms.get(at).map(|form| form.code.to_owned()),
            presumed_before: None,
            presumed_after: None,
            places: Vec::new(),
        },
        Organisation::Unrecorded(presumed) => {
            let (first, second) = sides.rulebooks();
            let code = |rulebook: &Rulebook, form: Option<FormId>| {
                form.map(|form| rulebook.forms.of(form).code.clone())
            };
            let places = own.iter().filter_map(|ground| ground.presumed.get(&presumed)).flatten();
            OnRecord {
                recorded: None,
                presumed_before: code(first, presumed.0),
                presumed_after: code(second, presumed.1),
                places: places.map(place).collect(),
            }
        }
    }
}

fn place(place: &Known<'_>) -> DiffPlace {
    DiffPlace { code: place.code.to_owned(), name: place.name.to_owned() }
}
