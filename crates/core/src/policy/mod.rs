//! A policy as data, and what is made of it.
//!
//! [`Rulebook`] is the data as a pack gives it; a [`Reading`]'s choice is a list of [`Change`]s to
//! its [`Terms`]; [`Policy`] is the whole, compiled for the choices in force.

mod compact;
mod document;
mod handle;
#[cfg(feature = "checks")]
mod pairs;
mod reading;
mod rest;
mod rule;
mod rulebook;
mod texts;
mod words;

pub use document::{
    Clause, ClauseKind, ClauseRef, Document, Lang, Nature, Provision, Text, clauses,
};
pub use handle::{ChoiceError, Chosen, Policy, Variant, put_ticked};
#[cfg(feature = "checks")]
pub use pairs::Pair;
pub use reading::{Change, Choice, Choices, Reading, TierRef};
pub use rest::{RestDays, RestRule};
pub use rule::{Rule, RuleId, RuleNote};
pub use rulebook::{
    Aim, Answer, Area, Ask, Body, Counted, Ending, Group, Kind, Limit, NamedDate, Naming, OrgForm,
    Place, Presumption, Report, Row, Rulebook, Target, Terms, Tier,
};
pub use words::{Part, Word, Words};
