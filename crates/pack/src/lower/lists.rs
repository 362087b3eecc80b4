//! The lists of a pack in which names are looked up.

/// A list: what stands in it, and in which file.
#[derive(Clone, Copy)]
pub(super) struct List {
    /// One of it, as in `a kind`.
    pub(super) what: &'static str,
    /// The file, within the pack.
    pub(super) file: &'static str,
}

const fn list(what: &'static str, file: &'static str) -> List {
    List { what, file }
}

pub(super) const PROVISIONS: List = list("a provision of provisions.toml", "provisions.toml");
/// Places by their codes.
pub(super) const PLACES: List = list("the code of a place", "places.csv");
pub(super) const KINDS: List = list("a kind", "subjects.toml");
pub(super) const GROUPS: List = list("a group", "subjects.toml");
pub(super) const FORMS: List = list("a form", "subjects.toml");
pub(super) const AREAS: List = list("an area", "areas.toml");
pub(super) const DATES: List = list("a date", "dates.toml");
pub(super) const REPORTS: List = list("a report", "dates.toml");
pub(super) const LIMITS: List = list("a limit", "tiers.toml");
pub(super) const TIERS: List = list("a tier, written `row.tier`", "tiers.toml");
pub(super) const CHOICES: List = list("a choice of this reading", "readings.toml");
pub(super) const STEPS: List = list("a step", "procedure.toml");
pub(super) const BODIES: List = list("a body of this file", "procedure.toml");
