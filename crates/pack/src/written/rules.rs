//! Areas, dates, tiers and answers as they are written.

use toml_spanner::Toml;

use super::{Both, Clauses, Day, Name, Spanned};
#[cfg(feature = "schema")]
use crate::schema::codes;

/// `areas.toml`.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct AreasFile {
    /// Lists of places that have rows of their own.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) area: Vec<WrittenArea>,
    /// What the document says is there already, or is not.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) presumption: Vec<WrittenPresumption>,
}

/// A special area.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenArea {
    /// Its code.
    pub(crate) code: Name,
    /// Its name.
    pub(crate) label: Both,
    /// The kinds that can be in it.
    pub(crate) kinds: Vec<Name>,
    /// Whether the column `key_area` of a register speaks of this list and overrules it: at most one list.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) is_key_area: bool,
    /// The places.
    pub(crate) places: Vec<WrittenPlace>,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
}

/// A place of an area: its code, and its name so that people can review the list.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenPlace {
    /// Its code in places.csv.
    pub(crate) code: Name,
    /// Its name there, so that people can review the list.
    pub(crate) name: Name,
}

/// What is presumed of some places.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenPresumption {
    /// The form that is presumed.
    pub(crate) form: Name,
    /// The places of which it is.
    pub(crate) places: Vec<WrittenPlace>,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
}

/// `dates.toml`.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct DatesFile {
    /// A duty that is due in so many days or fewer is "due soon".
    pub(crate) due_soon_days: u32,
    /// The due dates.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) date: Vec<WrittenDate>,
    /// What happens to a date on a rest day.
    pub(crate) rest: WrittenRest,
    /// What is reported by a date.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) report: Vec<WrittenReport>,
    /// What the whole is striven for.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) target: Vec<WrittenTarget>,
}

/// A due date.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenDate {
    /// Its name.
    pub(crate) code: Name,
    /// The last day that is still in time, without quotes, as in `2022-12-31`.
    pub(crate) day: Spanned<Day>,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
}

/// Rest days.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenRest {
    /// `literal`: a date stays. `next_working_day`: it moves on.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = codes::rest_rules())))]
    pub(crate) rule: Name,
    /// Days of the week that are rest days.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default, extend("items" = codes::each_of(codes::weekdays()))))]
    pub(crate) weekly: Vec<Name>,
    /// Other rest days.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) holidays: Vec<Spanned<Day>>,
    /// Where the document says so.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) clauses: Clauses,
}

/// A report.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenReport {
    /// Its code.
    pub(crate) code: Name,
    /// What is reported.
    pub(crate) label: Both,
    /// The kinds that each report.
    pub(crate) kinds: Vec<Name>,
    /// The date, by its name.
    pub(crate) due: Name,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
}

/// A target: with a number, or without one where the document has none.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenTarget {
    /// Its code.
    pub(crate) code: Name,
    /// What is striven for.
    pub(crate) label: Both,
    /// The kinds that it is about.
    pub(crate) kinds: Spanned<Vec<Name>>,
    /// How many of a hundred; left out where the document has no number.
    #[cfg_attr(feature = "schema", schemars(range(max = 100)))]
    pub(crate) percent: Option<Spanned<u8>>,
    /// The date, by its name.
    pub(crate) due: Name,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
}

/// `tiers.toml`.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct TiersFile {
    /// Kinds of bounds: 以上, 满, 超过.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) limit: Vec<WrittenLimit>,
    /// Who is asked for what: the first row that fits a subject holds.
    pub(crate) row: Vec<WrittenRow>,
}

/// A kind of bound.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenLimit {
    /// Its code.
    pub(crate) code: Name,
    /// Whether the number itself is in.
    pub(crate) inclusive: bool,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
}

/// A row.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenRow {
    /// Its code.
    pub(crate) code: Name,
    /// The kinds that it is for.
    pub(crate) kinds: Vec<Name>,
    /// The list of areas.toml that it is for; left out where it holds everywhere.
    pub(crate) area: Option<Name>,
    /// Its tiers in ascending order, the first from 0.
    pub(crate) tier: Spanned<Vec<WrittenTier>>,
}

/// A tier.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenTier {
    /// Its code within the row; readings name it `row.tier`.
    pub(crate) code: Name,
    /// From how many people on it holds, up to where the next begins.
    pub(crate) from: Spanned<u32>,
    /// The kind of bound of its start; without one the number itself is in.
    pub(crate) limit: Option<Name>,
    /// Whether its start is the threshold that people are told: at most one a row.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) upper: bool,
    /// How strongly it is asked.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = codes::duties())))]
    pub(crate) duty: Name,
    /// Forms that fulfil it; none where nothing is asked.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) forms: Vec<Name>,
    /// By when, by the name of a date; left out where the document sets none.
    pub(crate) due: Option<Name>,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
    /// What is asked instead where conditions are not met.
    pub(crate) unless_conditions_met: Option<WrittenAsk>,
}

/// What is asked.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenAsk {
    /// How strongly it is asked.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = codes::duties())))]
    pub(crate) duty: Name,
    /// Forms that fulfil it.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) forms: Vec<Name>,
    /// By when, by the name of a date.
    pub(crate) due: Option<Name>,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
}

/// `answers.toml`.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct AnswersFile {
    /// Who answers for what rests on which provision.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) answer: Vec<WrittenAnswer>,
}

/// Who answers for what rests on a provision.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenAnswer {
    /// The provision.
    pub(crate) provision: Name,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
    /// Units, in the order of the document.
    pub(crate) unit: Vec<WrittenBody>,
    /// Posts, never persons.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) post: Vec<WrittenBody>,
}

/// A unit or post.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenBody {
    /// Its name; `{county}` stands for the subject's county.
    pub(crate) named: Both,
    /// What stands there where the county isn't known.
    pub(crate) general: Both,
    /// Whether it is the federation of the county itself, which may not be there yet.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) is_county_federation: bool,
}

/// `rules.toml`.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct RulesFile {
    /// Each rule once.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) rule: Vec<WrittenRule>,
}

/// A rule.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenRule {
    /// The rule.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = codes::rules())))]
    pub(crate) id: Name,
    /// What it asks, in a few words.
    pub(crate) label: Both,
    /// What it carries beside the clauses that the constants name which it applies.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) clauses: Clauses,
}
