//! Steps, bodies and paths of a procedure as they are written.

use toml_spanner::Toml;

use super::{Both, Clauses, Name, Spanned};
#[cfg(feature = "schema")]
use crate::schema::codes;

/// `procedure.toml`.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct ProcedureFile {
    /// The federations above, from the nearest level up, by the codes of bodies; the last is always there.
    pub(crate) above: Spanned<Vec<Name>>,
    /// Steps by their names.
    pub(crate) step: Vec<WrittenStep>,
    /// Bodies that steps turn to.
    pub(crate) body: Vec<WrittenConsulted>,
    /// Paths to an organisation.
    pub(crate) path: Vec<WrittenPath>,
}

/// A step by its name.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenStep {
    /// Its code.
    pub(crate) code: Name,
    /// Its name.
    pub(crate) label: Both,
}

/// A body that a step turns to.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenConsulted {
    /// Its code.
    pub(crate) code: Name,
    /// Its name; `{county}` and `{township}` are the subject's.
    pub(crate) named: Spanned<Both>,
    /// What stands there where one of them isn't known.
    pub(crate) general: Both,
    /// The kind of place whose federation it is, which may not be there yet.
    pub(crate) federation_of: Option<Name>,
    /// The kinds whose next federation above it is.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) serves: Vec<Name>,
}

/// A path.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenPath {
    /// Its code.
    pub(crate) code: Name,
    /// Its name.
    pub(crate) label: Both,
    /// The kinds that it is for.
    pub(crate) kinds: Vec<Name>,
    /// The forms that it leads to.
    pub(crate) forms: Vec<Name>,
    /// Whether it is for key areas only, or for others only; left out where it is for both.
    pub(crate) key_area: Option<bool>,
    /// The step that sets the organisation up.
    pub(crate) establishes: Name,
    /// Where an organisation is only permitted: the steps that are owed by the due date all the same.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) owed_anyway: Vec<Name>,
    /// What is left open about the election of joint forms.
    pub(crate) joint_election: Option<WrittenElection>,
    /// Its steps.
    pub(crate) step: Vec<WrittenPathStep>,
}

/// Forms of which the document doesn't say whether they are elected.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenElection {
    /// The forms.
    pub(crate) forms: Vec<Name>,
    /// The step.
    pub(crate) step: Name,
    /// Where the document leaves it open.
    #[cfg_attr(feature = "schema", schemars(with = "codes::Clause"))]
    pub(crate) clause: Name,
}

/// A step of a path.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenPathStep {
    /// The step, by code.
    pub(crate) step: Name,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
    /// Steps that come before it.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) after: Vec<Name>,
    /// Bodies that it needs, all of them.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) bodies: Vec<Name>,
    /// Bodies that it needs where they are there.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) bodies_if_there: Vec<Name>,
    /// Whether it turns to the next federation above.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) to_next_federation: bool,
    /// The kinds whose organisations may set an office up: it is only for those that do.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) if_office: Vec<Name>,
    /// Whether the document only commends it.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) commended: bool,
}
