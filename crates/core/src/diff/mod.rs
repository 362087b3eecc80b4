//! The difference of two policies: which constants differ, and for exactly which subjects the
//! outcome differs.
//!
//! [`Policy::diff`] walks the product of everything that an outcome can depend on: kind × the
//! special area whose row holds on either side × number of people between the union of both sides'
//! tier starts × conditions × the organisation that is there. Where the two sides ask for something
//! else, or the same organisation fulfils it otherwise, the class differs; classes that differ in the
//! same way are merged into few boxes that never overlap.
//!
//! A box speaks of one number of people, as each side counts it: where the sides sum different groups,
//! one subject may have two numbers, and [`Diff::counts_alike`] is false. Where a count is unknown, what is possible follows from the
//! tiers that its interval touches, so that the boxes over single numbers say everything. Dates of the
//! question, founding dates and agreed exceptions lead from an outcome to a status in the same way
//! under every policy, so that no box needs them.
//!
//! A place that only one side is for has an outcome there alone, as a subject of a kind that only one
//! side has: no box speaks of it, and [`Diff`] names such kinds and counties.
//!
//! Kinds, forms, groups, areas, places, dates, limits, rows, tiers and readings are matched by their
//! codes. What is for people only (names, words, texts of provisions) and the checks of the rest of
//! a document aren't compared.

mod cells;
mod change;
mod constant;
mod constants;
mod grounds;
mod matched;
mod merge;
mod reach;
mod region;
mod sides;

pub use change::{AreaPair, Asked, ClassChange, DiffPlace, OnRecord, PeopleRange};
pub use constant::{ConstantChange, ConstantKind, ConstantValue};

use std::collections::BTreeSet;

use crate::policy::Policy;
use sides::Sides;

/// What differs between two policies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diff {
    /// Whether both sum the same groups of people. Where they don't, a subject may have another
    /// number of people on either side, and so another outcome in no class that differs.
    pub counts_alike: bool,
    /// The constants that differ.
    pub constants: Vec<ConstantChange>,
    /// The classes of subjects whose outcome differs, in boxes that never overlap.
    pub classes: Vec<ClassChange>,
    /// Kinds that only the first policy has, by code.
    pub kinds_before: Vec<String>,
    /// Kinds that only the second policy has, by code.
    pub kinds_after: Vec<String>,
    /// The counties that only the first policy is for: no class speaks of a place in them.
    pub counties_before: Vec<DiffPlace>,
    /// The counties that only the second policy is for: no class speaks of a place in them.
    pub counties_after: Vec<DiffPlace>,
}

impl Diff {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let kinds = self.kinds_before.len() + self.kinds_after.len();
        let counties = self.counties_before.len() + self.counties_after.len();
        self.constants.is_empty() && self.classes.is_empty() && kinds + counties == 0
    }
}

/// The groups that a policy sums, by code.
fn counted(policy: &Policy) -> BTreeSet<&str> {
    let groups = policy.terms().counted.groups.iter();
    groups.map(|group| &*policy.rulebook().groups.of(group).code).collect()
}

impl Policy {
    /// What differs in another policy, each under the choices that are in force in it. This one is
    /// "before", the other one "after".
    #[must_use]
    pub fn diff(&self, other: &Self) -> Diff {
        let sides = Sides::new(self, other);
        let only = |is_before: bool| {
            let kinds = sides.kinds.iter().filter(|kind| kind.is_only(is_before));
            kinds.map(|kind| kind.code.to_owned()).collect()
        };
        let (first, second) = sides.rulebooks();
        let grounds = grounds::of(&sides);
        let regions = merge::merged(cells::differing(&sides, &grounds), &grounds);
        Diff {
            counts_alike: counted(self) == counted(other),
            constants: constants::changed(&sides),
            classes: regions.iter().map(|region| region.told(&sides, &grounds)).collect(),
            kinds_before: only(true),
            kinds_after: only(false),
            counties_before: reach::counties_of_one(first, second),
            counties_after: reach::counties_of_one(second, first),
        }
    }
}
