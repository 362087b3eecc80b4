//! The difference of two policies: which constants differ, and for exactly which subjects the
//! outcome differs.
//!
//! [`Policy::diff`] walks the product of everything that an outcome can depend on: kind × the
//! special area whose row holds on either side × number of people between the union of both sides'
//! tier starts × conditions × the organisation that is there. Where the two sides ask for something
//! else, or the same organisation fulfils it otherwise, the class differs; classes that differ in the
//! same way are merged into few boxes that never overlap.
//!
//! A box speaks of one number of people. Where a count is unknown, what is possible follows from the
//! tiers that its interval touches, so that the boxes over single numbers say everything. Dates of the
//! question, founding dates and agreed exceptions lead from an outcome to a status in the same way
//! under every policy, so that no box needs them.
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
mod region;
mod sides;

pub use change::{AreaPair, Asked, ClassChange, DiffPlace, OnRecord, PeopleRange};
pub use constant::{ConstantChange, ConstantKind, ConstantValue};

use crate::policy::Policy;
use sides::Sides;

/// What differs between two policies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diff {
    /// The constants that differ.
    pub constants: Vec<ConstantChange>,
    /// The classes of subjects whose outcome differs, in boxes that never overlap.
    pub classes: Vec<ClassChange>,
    /// Kinds that only the first policy has, by code.
    pub kinds_before: Vec<String>,
    /// Kinds that only the second policy has, by code.
    pub kinds_after: Vec<String>,
}

impl Diff {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let kinds = self.kinds_before.len() + self.kinds_after.len();
        self.constants.is_empty() && self.classes.is_empty() && kinds == 0
    }
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
        let grounds = grounds::of(&sides);
        let regions = merge::merged(cells::differing(&sides, &grounds), &grounds);
        Diff {
            constants: constants::changed(&sides),
            classes: regions.iter().map(|region| region.told(&sides, &grounds)).collect(),
            kinds_before: only(true),
            kinds_after: only(false),
        }
    }
}
