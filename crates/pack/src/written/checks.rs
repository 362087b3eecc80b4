//! `checks.toml` as it is written: the rules of the checks with their words, and their constants.

use std::collections::BTreeMap;

use toml_spanner::{Spanned, Toml};

use super::{Both, Name};

/// `checks.toml`.
#[derive(Toml, Debug, Default)]
#[toml(recoverable)]
pub(crate) struct ChecksFile {
    #[toml(default)]
    pub(crate) rule: Vec<WrittenCheckRule>,
    pub(crate) leadership: Option<WrittenLeadership>,
    pub(crate) office: Option<WrittenOffice>,
    pub(crate) platform: Option<WrittenPlatform>,
    pub(crate) safeguards: Option<WrittenSafeguards>,
    pub(crate) governance: Option<WrittenGovernance>,
    pub(crate) report: Option<WrittenReported>,
}

/// A rule of a check.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenCheckRule {
    pub(crate) id: Name,
    pub(crate) label: Both,
    pub(crate) clauses: Spanned<Vec<Name>>,
    pub(crate) says: BTreeMap<String, Spanned<Both>>,
}

/// A code with its name.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenItem {
    pub(crate) code: Name,
    pub(crate) label: Both,
}

/// Leadership and staffing.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenLeadership {
    pub(crate) staffed: Vec<Name>,
    pub(crate) designating: Vec<Name>,
    pub(crate) first_considered: Vec<Name>,
    #[toml(default)]
    pub(crate) post: Vec<WrittenItem>,
    #[toml(default)]
    pub(crate) way: Vec<WrittenItem>,
    #[toml(default)]
    pub(crate) pool: Vec<WrittenPool>,
}

/// Where people of a leadership come from.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenPool {
    pub(crate) code: Name,
    pub(crate) label: Both,
    #[toml(default)]
    pub(crate) first_for: Vec<Name>,
}

/// Offices and registration.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenOffice {
    pub(crate) kinds: Vec<Name>,
    #[toml(default)]
    pub(crate) kinds_in_home_areas: Vec<Name>,
    pub(crate) striving: Vec<Name>,
    pub(crate) registered_with: Name,
    pub(crate) registry: Vec<WrittenItem>,
}

/// Platforms.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenPlatform {
    pub(crate) standard_source: Both,
    #[toml(default)]
    pub(crate) station_kinds: Vec<Name>,
    pub(crate) key_area: WrittenLevels,
    pub(crate) elsewhere: WrittenLevels,
    #[toml(default)]
    pub(crate) standard: Vec<WrittenItem>,
    #[toml(default)]
    pub(crate) group: Vec<WrittenItem>,
    #[toml(default)]
    pub(crate) activity: Vec<WrittenItem>,
}

/// The levels with online groups.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenLevels {
    pub(crate) levels: Vec<Name>,
    pub(crate) clause: Name,
}

/// Safeguards.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenSafeguards {
    pub(crate) budget_kinds: Vec<Name>,
}

/// The leading group.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenGovernance {
    pub(crate) office_at: Name,
    pub(crate) post: Vec<WrittenItem>,
    pub(crate) body: Vec<WrittenItem>,
    pub(crate) seat: Vec<WrittenSeat>,
}

/// A seat of it.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenSeat {
    pub(crate) code: Name,
    pub(crate) label: Both,
    pub(crate) posts: Vec<Name>,
    #[toml(default)]
    pub(crate) by_rank: bool,
    pub(crate) clause: Name,
}

/// A report.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenReported {
    pub(crate) report: Name,
    pub(crate) recipient: Both,
    pub(crate) undated: Both,
    pub(crate) late: Both,
    pub(crate) item: Vec<WrittenItem>,
}
