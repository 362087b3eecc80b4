//! The files as they are written: names are still text, each with its place.

mod checks;
mod procedure;
mod readings;
mod rules;
mod values;
mod words;

pub(crate) use checks::*;
pub(crate) use procedure::*;
pub(crate) use readings::*;
pub(crate) use rules::*;
pub(crate) use values::*;
pub(crate) use words::*;

use toml_spanner::Toml;

#[cfg(feature = "schema")]
use crate::schema::codes;

/// `policy.toml`.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct PolicyFile {
    /// The pack's name in codes, as in `yuxi-2020`: place and year.
    pub(crate) id: String,
    /// The version of the pack's data, as in `1.0.0`: raise it with each change.
    pub(crate) version: String,
    /// The document's title.
    pub(crate) title: Both,
    /// Who issued it, when, under which number; where the text was taken from.
    pub(crate) source: Both,
    /// What it decides over: the name of the city or county.
    pub(crate) scope: Both,
    /// How the division codes of the scope begin; a code that begins otherwise lies outside.
    pub(crate) code_prefix: String,
    /// The SHA-256 of the bytes of the source text, `sha256:` and 64 hexadecimal digits.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^sha256:[0-9a-fA-F]{64}$")))]
    pub(crate) plan_digest: Name,
    /// What the list in places.csv is, and of which year.
    pub(crate) gazetteer: Both,
}

/// `provisions.toml`.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct ProvisionsFile {
    /// The provisions, in the document's order.
    pub(crate) provision: Vec<WrittenProvision>,
}

/// A provision.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenProvision {
    /// Part and item, as in `2.2`; clauses are cited as `2.2#5`.
    pub(crate) id: Name,
    /// The document's own label, as in 二（二）.
    pub(crate) label: Both,
    /// What it is about, in a few words.
    pub(crate) title: Both,
    /// Its clauses, in order: one a statement.
    pub(crate) clause: Vec<WrittenClause>,
}

/// A clause.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenClause {
    /// Its number within the provision, from 1 on without gaps.
    pub(crate) number: Spanned<u32>,
    /// What it is about.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = codes::clause_kinds())))]
    pub(crate) kind: Name,
    /// The document's operative word, as in 应; empty where it has none.
    pub(crate) modality: String,
    /// `computable` if a rule can carry it, `guidance` if only people can follow it.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = codes::natures())))]
    pub(crate) nature: Name,
    /// What it says, in other words than the document's, in Chinese.
    pub(crate) zh: String,
    /// The same in English.
    pub(crate) en: String,
    /// Why no rule can carry it: with guidance, and only there.
    pub(crate) why: Option<Both>,
}

/// `subjects.toml`.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct SubjectsFile {
    /// The form that fulfils whatever is asked.
    pub(crate) full_form: Name,
    /// The form that stands for "no organisation".
    pub(crate) no_form: Name,
    /// Whose people are summed.
    pub(crate) counted: WrittenCounted,
    /// Kinds of places and units. Those of places have `code_digits`.
    pub(crate) kind: Vec<WrittenKind>,
    /// Groups of people: each is a column of a register.
    pub(crate) group: Vec<WrittenGroup>,
    /// Forms of organisation, in the order in which they are listed.
    pub(crate) form: Vec<WrittenForm>,
    /// Endings of names that mean the same.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) ending: Vec<WrittenEnding>,
}

/// The groups that are summed.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenCounted {
    /// The groups.
    pub(crate) groups: Vec<Name>,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
}

/// A kind.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenKind {
    /// Its code.
    pub(crate) code: Name,
    /// Its name.
    pub(crate) label: Both,
    /// Other spellings in registers.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) spellings: Vec<String>,
    /// How many digits the division codes of such places have; left out for units.
    pub(crate) code_digits: Option<u8>,
}

/// A group of people.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenGroup {
    /// Its code, which is its column too.
    pub(crate) code: Name,
    /// Its name, which is its column's in registers in Chinese.
    pub(crate) label: Both,
}

/// A form of organisation.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenForm {
    /// Its code.
    pub(crate) code: Name,
    /// Its name.
    pub(crate) label: Both,
    /// Other spellings in registers.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) spellings: Vec<String>,
}

/// Endings of names that mean the same.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenEnding {
    /// The kind whose names end so.
    pub(crate) kind: Name,
    /// The official ending first, then others that are written for it.
    pub(crate) written: Vec<String>,
}
