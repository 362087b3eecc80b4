//! Which places a policy is for: those of the counties in its gazetteer, listed there or not.

use super::change::DiffPlace;
use crate::policy::{Place, Rulebook};

/// Whether a policy is for the place of a code: else it refuses the code as outside its area.
pub(super) fn reaches(rulebook: &Rulebook, code: &str) -> bool {
    counties(rulebook).any(|county| code.starts_with(&county.code))
}

/// The counties that the first policy is for and the second isn't.
pub(super) fn counties_of_one(own: &Rulebook, other: &Rulebook) -> Vec<DiffPlace> {
    let only = counties(own).filter(|county| !reaches(other, &county.code));
    only.map(|county| DiffPlace { code: county.code.clone(), name: county.name.clone() }).collect()
}

/// A county is its own county, and the codes of the places in it begin with its code.
fn counties(rulebook: &Rulebook) -> impl Iterator<Item = &Place> {
    rulebook.places.iter().filter(|(id, place)| place.county == *id).map(|(_, place)| place)
}
