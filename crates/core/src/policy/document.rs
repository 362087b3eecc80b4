//! The document that a policy puts into data: what it is, and its provisions down to the clause.

use core::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::model::{Arena, ProvisionId};
use crate::text::cut;

/// One text in both languages.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// A language of words for people.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Lang {
    /// Chinese, the language of the document.
    #[default]
    Zh,
    /// English.
    En,
}

/// What the document is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// The policy's name in codes, as in `yuxi-2020`.
    pub id: String,
    /// The version of the policy's data.
    pub version: String,
    /// Its title.
    pub title: Text,
    /// Where it comes from.
    pub source: Text,
    /// What it decides over: the city's name.
    pub scope: Text,
    /// How the division codes of the scope begin; a code that begins otherwise lies outside.
    pub code_prefix: String,
    /// The digest of the source text, `sha256:…`.
    pub plan_digest: String,
    /// What the gazetteer is and of which year.
    pub gazetteer: Text,
}

/// What a clause is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ClauseKind {
    /// Who sets an organisation up.
    Eligibility,
    /// By when.
    Deadline,
    /// Who answers for it.
    Responsibility,
    /// In which steps.
    Procedure,
    /// Who leads and staffs it.
    Leadership,
    /// How it is registered.
    Registration,
    /// Its platforms.
    Platform,
    /// Its safeguards.
    Safeguard,
    /// A target of the whole.
    Target,
    /// What is reported.
    Reporting,
    /// A principle.
    Principle,
}

impl ClauseKind {
    /// All of them with their codes.
    pub const CODES: [(&'static str, Self); 11] = [
        ("eligibility", Self::Eligibility),
        ("deadline", Self::Deadline),
        ("responsibility", Self::Responsibility),
        ("procedure", Self::Procedure),
        ("leadership", Self::Leadership),
        ("registration", Self::Registration),
        ("platform", Self::Platform),
        ("safeguard", Self::Safeguard),
        ("target", Self::Target),
        ("reporting", Self::Reporting),
        ("principle", Self::Principle),
    ];

    /// Its code in JSON and files.
    #[must_use]
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, kind)| *kind == self).map_or("", |(code, _)| code)
    }
}

/// Whether a clause can be computed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Nature {
    /// Rules can carry it.
    Computable,
    /// Only people can follow it, for this reason.
    Guidance(Text),
}

/// One clause of a provision, paraphrased.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clause {
    /// What it is about.
    pub kind: ClauseKind,
    /// The document's operative word, empty where it has none.
    pub modality: String,
    /// Computable, or guidance and why.
    pub nature: Nature,
    /// What it says, in other words than the document's.
    pub says: Text,
}

/// One provision of the document; its clauses are numbered from 1.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Provision {
    /// Part and item, as in `2.2`.
    pub id: String,
    /// The document's own label, as in 二（二）.
    pub label: Text,
    /// What it is about, in a few words.
    pub title: Text,
    /// Its clauses in order.
    pub clauses: Vec<Clause>,
}

/// A reference to one clause, written `2.2#5`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClauseRef {
    /// Its provision.
    pub provision: ProvisionId,
    /// Its number there, from 1.
    pub number: u8,
}

impl ClauseRef {
    /// As it is written: `2.2#5`.
    #[must_use]
    pub fn code(self, provisions: &Arena<ProvisionId, Provision>) -> String {
        let provision = &provisions.of(self.provision).id;
        let mut code = String::with_capacity(provision.len() + "#255".len());
        code.extend([provision, "#"]);
        // A string takes whatever is written.
        let _ = write!(code, "{}", self.number);
        code
    }
    /// Reads `2.2#5`; none where the document has no such clause.
    #[must_use]
    pub fn parse(code: &str, provisions: &Arena<ProvisionId, Provision>) -> Option<Self> {
        let (id, number) = cut(code, '#')?;
        let (provision, found) = provisions.find(|provision| provision.id == id)?;
        let number: u8 = number.parse().ok()?;
        (number >= 1 && usize::from(number) <= found.clauses.len())
            .then_some(Self { provision, number })
    }
}

impl Provision {
    /// The clause of that number, none where there is none.
    #[must_use]
    pub fn clause(&self, number: u8) -> Option<&Clause> {
        self.clauses.get(usize::from(number).checked_sub(1)?)
    }
}

/// All clauses of the document, in its order.
pub fn clauses(
    provisions: &Arena<ProvisionId, Provision>,
) -> impl Iterator<Item = (ClauseRef, &Clause)> {
    provisions.iter().flat_map(|(provision, found)| {
        found.clauses.iter().enumerate().filter_map(move |(at, clause)| {
            let number = u8::try_from(at + 1).ok()?;
            Some((ClauseRef { provision, number }, clause))
        })
    })
}
