//! Putting it together: from a record to a subject, or to every problem that keeps it from one.

use qiaolian_core::model::{FormId, KindId, PlaceId, Subject};
use qiaolian_core::policy::{Policy, Rulebook};

use crate::cells::Cells;
use crate::codes::Codes;
use crate::facts::Facts;
use crate::gazetteer::Gazetteer;
use crate::names::Names;
use crate::near::{distance, is_near};
use crate::place::{Located, Search};
use crate::problem::{Problem, Warning};
use crate::record::{Column, Record};
use crate::values::Spellings;

/// At most so many names are offered for one that is found nowhere.
const FEW: usize = 5;

/// Looks up names and codes in a policy's gazetteer. Built once, for a policy under any choices of
/// its readings.
#[derive(Clone, Debug)]
pub struct Resolver {
    codes: Codes,
    names: Names,
    kinds: Spellings<KindId>,
    forms: Spellings<FormId>,
}

/// How a register is written, beyond what all registers have in common.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// What stands for "unknown" in it, beside a blank, 未知 and 不详.
    pub unknown_as: Vec<String>,
}

/// What comes of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// The place of the gazetteer that the record speaks of, by its code or by name, where it can be
    /// told: of a rejected record too.
    pub place: Option<PlaceId>,
    /// The column that says which place: the code's if a code is written, else the name's.
    pub said_in: Column,
    /// The subject, or every problem of the record, in the order of the columns.
    pub result: Result<Resolved, Vec<Problem>>,
}

/// A record that can be assessed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resolved {
    /// The typed facts.
    pub subject: Subject,
    /// The division code: the gazetteer's, or as it was written where the gazetteer lacks it.
    pub code: Option<String>,
    /// The name: official where the place is known, else as it was written.
    pub name: Option<String>,
    /// The official name of the county; none where nobody said it.
    pub county: Option<String>,
    /// The township that is written of a subject that is no place of the gazetteer: official where
    /// it is known.
    pub township: Option<String>,
    /// What is odd about the record, in the order of [`Warning::ALL`].
    pub warnings: Vec<Warning>,
}

impl Resolver {
    /// The resolver of a policy's data.
    #[must_use]
    pub fn new(rulebook: &Rulebook) -> Self {
        Self {
            codes: Codes::new(rulebook),
            names: Names::new(rulebook),
            kinds: Spellings::new(&rulebook.kinds, |kind| {
                [&kind.code, &kind.label.zh].into_iter().chain(&kind.spellings).map(String::as_str)
            }),
            forms: Spellings::new(&rulebook.forms, |form| {
                [&form.code, &form.label.zh].into_iter().chain(&form.spellings).map(String::as_str)
            }),
        }
    }

    /// Reads a record, by itself: [`Seen`](crate::Seen) knows of those before it. The policy is one
    /// of the rulebook that the resolver was built for; its choices say which areas are listed.
    #[must_use]
    pub fn resolve(&self, policy: &Policy, record: &Record<'_>, options: &Options) -> Outcome {
        let rulebook = policy.rulebook();
        let mut cells = Cells::new(record, options);
        let facts = Facts::read(&mut cells, rulebook, &self.forms);
        let gazetteer = Gazetteer { rulebook, codes: &self.codes, names: &self.names };
        let located = Search { gazetteer, kinds: &self.kinds, cells: &mut cells }.locate();
        let name = cells.text(Column::Name);
        let has_code = cells.text(Column::Code).is_some();
        let said_in = if has_code { Column::Code } else { Column::Name };
        let problems = cells.into_problems();
        let place = located.place;
        let result = match located.kind {
            Some(kind) if problems.is_empty() => {
                Ok(self.resolved(policy, facts, kind, located, name.as_deref()))
            }
            Some(_) | None => Err(problems),
        };
        Outcome { place, said_in, result }
    }

    fn resolved(
        &self,
        policy: &Policy,
        facts: Facts,
        kind: KindId,
        located: Located,
        name: Option<&str>,
    ) -> Resolved {
        let places = &policy.rulebook().places;
        let near = self.is_near_listed(policy, kind, &located, name);
        let Located { place, county, township, unlisted_code, mut warnings, .. } = located;
        warnings.extend(near.then_some(Warning::NearName));
        warnings.sort_unstable();
        let known = place.and_then(|place| places.get(place));
        Resolved {
            subject: facts.of(kind, place, county),
            code: known.map(|place| place.code.clone()).or(unlisted_code),
            name: known.map(|place| place.name.clone()).or_else(|| name.map(str::to_owned)),
            county: county.and_then(|county| places.get(county)).map(|county| county.name.clone()),
            township,
            warnings,
        }
    }

    /// The county of that name or code, as a register's column for counties is read; none where the
    /// gazetteer lacks it or has several.
    #[must_use]
    pub fn county(&self, rulebook: &Rulebook, written: &str) -> Option<PlaceId> {
        let gazetteer = Gazetteer { rulebook, codes: &self.codes, names: &self.names };
        let mut counties = gazetteer.counties_named(written);
        counties.next().filter(|_| counties.next().is_none())
    }

    /// Whether a place that is no listed area is called nearly as one of its county: the same without
    /// its level, or one character more or less.
    fn is_near_listed(
        &self,
        policy: &Policy,
        kind: KindId,
        located: &Located,
        name: Option<&str>,
    ) -> bool {
        let Some(county) = located.county else { return false };
        let rulebook = policy.rulebook();
        let is_unit = rulebook.kinds.get(kind).is_none_or(|kind| kind.code_digits.is_none());
        if is_unit || located.place.is_some_and(|place| listed(policy).any(|area| area == place)) {
            return false;
        }
        let near = |stem: &str| {
            listed(policy).any(|area| {
                rulebook.places.get(area).is_some_and(|area| area.county == county)
                    && is_near(self.names.stem_of(area), stem)
            })
        };
        match (located.place, name) {
            (Some(place), _) => near(self.names.stem_of(place)),
            (None, Some(name)) => near(&self.names.stem(name, Some(kind))),
            (None, None) => false,
        }
    }

    /// The places of a county, or of all, whose names are nearest to a name that isn't theirs: those
    /// of listed areas that could be mistaken for it first, at most five, none that differs in more
    /// than half of its characters.
    #[must_use]
    pub fn near_names(&self, policy: &Policy, county: Option<PlaceId>, name: &str) -> Vec<PlaceId> {
        let stem = self.names.stem(name, None);
        let own: Vec<PlaceId> = self.names.find(name).collect();
        let others = policy.rulebook().places.iter().filter(|(id, place)| {
            county.is_none_or(|county| place.county == county) && !own.contains(id)
        });
        let mut near: Vec<(bool, usize, PlaceId)> = others
            .filter_map(|(id, _)| {
                let other = self.names.stem_of(id);
                let apart = distance(&stem, other);
                let length = stem.chars().count().max(other.chars().count());
                let is_listed = || listed(policy).any(|area| area == id);
                let comes_first = is_near(&stem, other) && is_listed();
                (2 * apart <= length).then_some((!comes_first, apart, id))
            })
            .collect();
        near.sort_unstable();
        near.into_iter().take(FEW).map(|(_, _, id)| id).collect()
    }
}

/// The listed areas: those of the list that a record's own `key_area` overrules.
fn listed(policy: &Policy) -> impl Iterator<Item = PlaceId> {
    let areas = policy.terms().areas.iter().filter(|(_, area)| area.is_key_area);
    areas.flat_map(|(_, area)| area.places.iter().copied())
}
