//! The rest of a document, each part a check of typed facts against the policy's constants: what is
//! met, not yet met, advised, left to people, unknown.
//!
//! | check | facts | constants |
//! |---|---|---|
//! | [`procedure`] | dated events, bodies that took part | steps, bodies, paths |
//! | [`leadership`] | posts and flags of the people, never names | ways, pools with priority |
//! | [`office`] | approval, registration | who may have an office, where it registers |
//! | [`platform`] | homes, groups, activities | the standard, levels, kinds of groups |
//! | [`safeguards`] | standing, budgets, training | who has a budget |
//! | [`governance`] | a roster by post | seats |
//! | [`reports`] | what was reported when | items, recipient |
//!
//! The rules are [`CheckRule`]; what each finds is a [`Finding`], what they come to together a
//! [`Summary`]. A policy without such a part finds nothing.

mod data;
mod finding;
mod known;
mod rule;
mod summary;
mod view;

pub mod governance;
pub mod leadership;
pub mod office;
pub mod platform;
pub mod procedure;
pub mod reports;
pub mod safeguards;

pub use data::{CheckNote, Checks, Item};
pub use finding::Finding;
pub use known::{Done, Marks, all, any, both, either};
pub use rule::{Check, CheckRule, Outcome};
pub use summary::{Counts, Summary};
pub use view::SubjectView;
