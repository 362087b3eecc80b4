//! Words for people. Everything that a person reads is put together here from the policy's words;
//! nothing here decides anything.

mod calendar;
mod coverage;
mod label;
mod outline;
mod page;
mod proof;
mod reason;
mod tree;
mod view;
mod written;

pub use calendar::{Calendar, Event, calendar};
pub use coverage::{bar, percent, range, standing, tenths};
pub use label::{
    body, body_parts, choice, clause_named, decisive, duty, fact_named, fact_value, forms, missing,
    named, people, provisions,
};
pub use outline::{Beside, Reference, clause_anchor, outline};
pub use proof::proof;
pub use reason::reason;
pub use tree::{Branch, explanation, policy, provision_list, reading_list};
pub use view::View;
pub use written::write_day;
