//! `checks.toml` as it is written: the rules of the checks with their words, and their constants.

use std::collections::BTreeMap;

use toml_spanner::Toml;

use super::{Both, Clauses, Name, Spanned};
#[cfg(feature = "schema")]
use crate::schema::codes;

/// `checks.toml`.
#[derive(Toml, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct ChecksFile {
    /// Each rule of the checks that there are.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) rule: Vec<WrittenCheckRule>,
    /// Who leads and staffs a federation.
    pub(crate) leadership: Option<WrittenLeadership>,
    /// Its office and its registration.
    pub(crate) office: Option<WrittenOffice>,
    /// Homes, groups and activities.
    pub(crate) platform: Option<WrittenPlatform>,
    /// Standing, funds and training.
    pub(crate) safeguards: Option<WrittenSafeguards>,
    /// The group that leads the whole work.
    pub(crate) governance: Option<WrittenGovernance>,
    /// What a report contains.
    pub(crate) report: Option<WrittenReported>,
}

/// A rule of a check.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenCheckRule {
    /// The rule.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = codes::check_rules())))]
    pub(crate) id: Name,
    /// What it asks, in a few words.
    pub(crate) label: Both,
    /// The clauses that it carries, the deciding one first.
    pub(crate) clauses: Spanned<Clauses>,
    /// A message for each outcome that it can have.
    pub(crate) says: BTreeMap<String, Spanned<Both>>,
}

/// A code with its name.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenItem {
    /// Its code.
    pub(crate) code: Name,
    /// Its name.
    pub(crate) label: Both,
}

/// Leadership and staffing.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenLeadership {
    /// Kinds of whose leadership the document says how it may be composed.
    pub(crate) staffed: Vec<Name>,
    /// Kinds that name a leader in charge and a cadre.
    pub(crate) designating: Vec<Name>,
    /// Who is considered first among people of a pool.
    #[cfg_attr(feature = "schema", schemars(extend("items" = codes::each_of(codes::identities()))))]
    pub(crate) first_considered: Vec<Name>,
    /// Posts of a leadership.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) post: Vec<WrittenItem>,
    /// Ways to find staff.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) way: Vec<WrittenItem>,
    /// Where people of a leadership come from.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) pool: Vec<WrittenPool>,
}

/// Where people of a leadership come from.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenPool {
    /// Its code.
    pub(crate) code: Name,
    /// Its name.
    pub(crate) label: Both,
    /// The kinds for which it comes first.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) first_for: Vec<Name>,
}

/// Offices and registration.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenOffice {
    /// Kinds whose federation may have an office.
    pub(crate) kinds: Vec<Name>,
    /// Kinds whose federation may have one in a key home area only.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) kinds_in_home_areas: Vec<Name>,
    /// Kinds that are to strive for one.
    pub(crate) striving: Vec<Name>,
    /// Where it is registered, by code.
    pub(crate) registered_with: Name,
    /// Authorities that register.
    pub(crate) registry: Vec<WrittenItem>,
}

/// Platforms.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenPlatform {
    /// Where the standard comes from.
    pub(crate) standard_source: Both,
    /// Kinds of units that may keep a station.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) station_kinds: Vec<Name>,
    /// The levels with online groups in a key area.
    pub(crate) key_area: WrittenLevels,
    /// The levels with online groups elsewhere.
    pub(crate) elsewhere: WrittenLevels,
    /// The items of the standard.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) standard: Vec<WrittenItem>,
    /// Kinds of online groups.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) group: Vec<WrittenItem>,
    /// Activities.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) activity: Vec<WrittenItem>,
}

/// The levels with online groups.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenLevels {
    /// The kinds.
    pub(crate) levels: Vec<Name>,
    /// Where the document says so.
    #[cfg_attr(feature = "schema", schemars(with = "codes::Clause"))]
    pub(crate) clause: Name,
}

/// Safeguards.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenSafeguards {
    /// Kinds that have a public budget of their own.
    pub(crate) budget_kinds: Vec<Name>,
}

/// The leading group.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenGovernance {
    /// The body at which the office of the group is.
    pub(crate) office_at: Name,
    /// Posts that people of it hold.
    pub(crate) post: Vec<WrittenItem>,
    /// Bodies at which the office may be.
    pub(crate) body: Vec<WrittenItem>,
    /// Its seats.
    pub(crate) seat: Vec<WrittenSeat>,
}

/// A seat of it.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenSeat {
    /// Its code.
    pub(crate) code: Name,
    /// Its name.
    pub(crate) label: Both,
    /// The posts whose holders take it.
    pub(crate) posts: Vec<Name>,
    /// Whether the document names people there by rank: others who sit there are left to people.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) by_rank: bool,
    /// Where the document says so.
    #[cfg_attr(feature = "schema", schemars(with = "codes::Clause"))]
    pub(crate) clause: Name,
}

/// A report.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenReported {
    /// The report of dates.toml, by code.
    pub(crate) report: Name,
    /// Who receives it.
    pub(crate) recipient: Both,
    /// What is said of a day that nobody recorded.
    pub(crate) undated: Both,
    /// What is said of an item that came after the day.
    pub(crate) late: Both,
    /// What it contains.
    pub(crate) item: Vec<WrittenItem>,
}
