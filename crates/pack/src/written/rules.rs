//! Areas, dates, tiers, readings and answers as they are written.

use toml_spanner::{Spanned, Toml};

use super::{Both, Day, Name};

/// `areas.toml`.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct AreasFile {
    #[toml(default)]
    pub(crate) area: Vec<WrittenArea>,
    #[toml(default)]
    pub(crate) presumption: Vec<WrittenPresumption>,
}

/// A special area.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenArea {
    pub(crate) code: Name,
    pub(crate) label: Both,
    pub(crate) kinds: Vec<Name>,
    #[toml(default)]
    pub(crate) is_key_area: bool,
    pub(crate) places: Vec<WrittenPlace>,
    pub(crate) clauses: Spanned<Vec<Name>>,
}

/// A place of an area: its code, and its name so that people can review the list.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenPlace {
    pub(crate) code: Name,
    pub(crate) name: Name,
}

/// What is presumed of some places.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenPresumption {
    pub(crate) form: Name,
    pub(crate) places: Vec<WrittenPlace>,
    pub(crate) clauses: Spanned<Vec<Name>>,
}

/// `dates.toml`.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct DatesFile {
    pub(crate) due_soon_days: u32,
    #[toml(default)]
    pub(crate) date: Vec<WrittenDate>,
    pub(crate) rest: WrittenRest,
    #[toml(default)]
    pub(crate) report: Vec<WrittenReport>,
    #[toml(default)]
    pub(crate) target: Vec<WrittenTarget>,
}

/// A due date.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenDate {
    pub(crate) code: Name,
    pub(crate) day: Spanned<Day>,
    pub(crate) clauses: Spanned<Vec<Name>>,
}

/// Rest days.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenRest {
    pub(crate) rule: Name,
    #[toml(default)]
    pub(crate) weekly: Vec<Name>,
    #[toml(default)]
    pub(crate) holidays: Vec<Spanned<Day>>,
    #[toml(default)]
    pub(crate) clauses: Vec<Name>,
}

/// A report.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenReport {
    pub(crate) code: Name,
    pub(crate) label: Both,
    pub(crate) kinds: Vec<Name>,
    pub(crate) due: Name,
    pub(crate) clauses: Spanned<Vec<Name>>,
}

/// A target: with a number, or without one where the document has none.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenTarget {
    pub(crate) code: Name,
    pub(crate) label: Both,
    pub(crate) kinds: Spanned<Vec<Name>>,
    pub(crate) percent: Option<Spanned<u8>>,
    pub(crate) due: Name,
    pub(crate) clauses: Spanned<Vec<Name>>,
}

/// `tiers.toml`.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct TiersFile {
    #[toml(default)]
    pub(crate) limit: Vec<WrittenLimit>,
    pub(crate) row: Vec<WrittenRow>,
}

/// A kind of bound.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenLimit {
    pub(crate) code: Name,
    pub(crate) inclusive: bool,
    pub(crate) clauses: Spanned<Vec<Name>>,
}

/// A row.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenRow {
    pub(crate) code: Name,
    pub(crate) kinds: Vec<Name>,
    pub(crate) area: Option<Name>,
    pub(crate) tier: Spanned<Vec<WrittenTier>>,
}

/// A tier.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenTier {
    pub(crate) code: Name,
    pub(crate) from: Spanned<u32>,
    pub(crate) limit: Option<Name>,
    #[toml(default)]
    pub(crate) upper: bool,
    pub(crate) duty: Name,
    #[toml(default)]
    pub(crate) forms: Vec<Name>,
    pub(crate) due: Option<Name>,
    pub(crate) clauses: Spanned<Vec<Name>>,
    pub(crate) unless_conditions_met: Option<WrittenAsk>,
}

/// What is asked.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenAsk {
    pub(crate) duty: Name,
    #[toml(default)]
    pub(crate) forms: Vec<Name>,
    pub(crate) due: Option<Name>,
    pub(crate) clauses: Spanned<Vec<Name>>,
}

/// `readings.toml`.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct ReadingsFile {
    #[toml(default)]
    pub(crate) reading: Vec<WrittenReading>,
}

/// A reading.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenReading {
    pub(crate) id: Name,
    pub(crate) phrase: Both,
    pub(crate) clauses: Spanned<Vec<Name>>,
    pub(crate) default: Name,
    pub(crate) choice: Vec<WrittenChoice>,
}

/// A choice.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenChoice {
    pub(crate) id: Name,
    pub(crate) label: Both,
    pub(crate) reason: Both,
    #[toml(default)]
    pub(crate) change: Vec<WrittenChange>,
}

/// A change: `do` says which, the other keys what.
#[derive(Toml, Debug)]
#[toml(tag = "do", rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub(crate) enum WrittenChange {
    SetLimit { limit: Name, inclusive: bool },
    SetStart { tiers: Vec<Name>, from: u32 },
    SetDuty { tiers: Vec<Name>, duty: Name },
    AddForms { tiers: Vec<Name>, forms: Vec<Name> },
    RemoveForms { tiers: Vec<Name>, forms: Vec<Name> },
    Like { tier: Name, like: Name },
    SetCounted { groups: Vec<Name> },
    SetDate { date: Name, day: Spanned<Day> },
    SetRestRule { rule: Name },
    AddPlaces { area: Name, places: Vec<WrittenPlace> },
    RemovePlaces { area: Name, places: Vec<WrittenPlace> },
    DropPresumptions { places: Vec<WrittenPlace> },
}

/// `answers.toml`.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct AnswersFile {
    #[toml(default)]
    pub(crate) answer: Vec<WrittenAnswer>,
}

/// Who answers for what rests on a provision.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenAnswer {
    pub(crate) provision: Name,
    pub(crate) clauses: Spanned<Vec<Name>>,
    pub(crate) unit: Vec<WrittenBody>,
    #[toml(default)]
    pub(crate) post: Vec<WrittenBody>,
}

/// A unit or post.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenBody {
    pub(crate) named: Both,
    pub(crate) general: Both,
    #[toml(default)]
    pub(crate) is_county_federation: bool,
}

/// `rules.toml`.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct RulesFile {
    #[toml(default)]
    pub(crate) rule: Vec<WrittenRule>,
}

/// A rule.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenRule {
    pub(crate) id: Name,
    pub(crate) label: Both,
    #[toml(default)]
    pub(crate) clauses: Vec<Name>,
}
