//! Steps, bodies and paths of a procedure as they are written.

use toml_spanner::{Spanned, Toml};

use super::{Both, Name};

/// `procedure.toml`.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct ProcedureFile {
    pub(crate) above: Spanned<Vec<Name>>,
    pub(crate) step: Vec<WrittenStep>,
    pub(crate) body: Vec<WrittenConsulted>,
    pub(crate) path: Vec<WrittenPath>,
}

/// A step by its name.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenStep {
    pub(crate) code: Name,
    pub(crate) label: Both,
}

/// A body that a step turns to.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenConsulted {
    pub(crate) code: Name,
    pub(crate) named: Spanned<Both>,
    pub(crate) general: Both,
    pub(crate) federation_of: Option<Name>,
    #[toml(default)]
    pub(crate) serves: Vec<Name>,
}

/// A path.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenPath {
    pub(crate) code: Name,
    pub(crate) label: Both,
    pub(crate) kinds: Vec<Name>,
    pub(crate) forms: Vec<Name>,
    pub(crate) key_area: Option<bool>,
    pub(crate) establishes: Name,
    #[toml(default)]
    pub(crate) owed_anyway: Vec<Name>,
    pub(crate) joint_election: Option<WrittenElection>,
    pub(crate) step: Vec<WrittenPathStep>,
}

/// Forms of which the document doesn't say whether they are elected.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenElection {
    pub(crate) forms: Vec<Name>,
    pub(crate) step: Name,
    pub(crate) clause: Name,
}

/// A step of a path.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenPathStep {
    pub(crate) step: Name,
    pub(crate) clauses: Spanned<Vec<Name>>,
    #[toml(default)]
    pub(crate) after: Vec<Name>,
    #[toml(default)]
    pub(crate) bodies: Vec<Name>,
    #[toml(default)]
    pub(crate) bodies_if_there: Vec<Name>,
    #[toml(default)]
    pub(crate) to_next_federation: bool,
    #[toml(default)]
    pub(crate) if_office: Vec<Name>,
    #[toml(default)]
    pub(crate) commended: bool,
}
