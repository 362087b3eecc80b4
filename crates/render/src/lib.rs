//! Words for people. Everything that a person reads is put together here from the policy's words;
//! nothing here decides anything.

mod label;
mod proof;
mod reason;
mod tree;
mod view;

pub use label::{
    body, body_parts, choice, decisive, fact_value, forms, missing, people, provisions,
};
pub use proof::proof;
pub use reason::reason;
pub use tree::{Branch, explanation, policy, provision_list, reading_list};
pub use view::View;
