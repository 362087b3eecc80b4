//! Words for people. Everything that a person reads is put together here from the policy's words;
//! nothing here decides anything.

mod calendar;
#[cfg(feature = "checks")]
mod case_fact;
mod coverage;
#[cfg(feature = "checks")]
mod diff;
#[cfg(feature = "checks")]
mod dossier;
#[cfg(feature = "checks")]
mod findings;
mod label;
#[cfg(feature = "checks")]
mod outcome;
#[cfg(feature = "checks")]
mod outline;
#[cfg(feature = "checks")]
mod page;
#[cfg(feature = "checks")]
pub mod plan;
mod proof;
mod reason;
#[cfg(feature = "checks")]
mod rules;
mod tree;
mod view;
#[cfg(feature = "checks")]
mod what_if;
mod written;

pub use calendar::{Calendar, Event, calendar};
#[cfg(feature = "checks")]
pub use case_fact::case_fact;
pub use coverage::{bar, percent, range, standing, tenths};
#[cfg(feature = "checks")]
pub use diff::diff;
#[cfg(feature = "checks")]
pub use dossier::Dossier;
#[cfg(feature = "checks")]
pub use findings::{Block, Found, counted};
pub use label::{
    body, body_parts, choice, clause_named, decisive, duty, fact_named, fact_value, forms, missing,
    named, people, provisions,
};
#[cfg(feature = "checks")]
pub use outcome::mark;
#[cfg(feature = "checks")]
pub use outline::{Beside, Reference, clause_anchor, outline};
pub use proof::proof;
#[cfg(feature = "checks")]
pub use proof::proof_page;
pub use reason::reason;
#[cfg(feature = "checks")]
pub use rules::rule_list;
pub use tree::{Branch, explanation, policy, provision_list, reading_list};
pub use view::View;
#[cfg(feature = "checks")]
pub use what_if::{answer, chosen, next_facts, what_if};
pub use written::write_day;
