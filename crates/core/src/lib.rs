//! The rules' engine of qiaolian.
//!
//! A policy document is data ([`policy::Rulebook`]); compiling it gives tables over classes of
//! subjects ([`compile::Tables`]); [`policy::Policy::decide`] looks a subject up in them, and
//! [`policy::Policy::explain`] walks the same data to the same answer, condition by condition.
//! [`prove`] walks the tables completely.
//!
//! No I/O, no clock, no unsafe code. Most users want the crate `qiaolian`, which adds names, words
//! and the built-in policies.

#[cfg(feature = "checks")]
pub mod checks;
#[cfg(feature = "columns")]
pub mod columns;
pub mod compile;
pub mod coverage;
pub mod decide;
pub mod diff;
pub mod explain;
pub mod held;
pub mod model;
pub mod policy;
pub mod prove;
pub mod schedule;
#[cfg(feature = "checks")]
pub mod sensitivity;
pub mod text;
#[cfg(feature = "checks")]
pub mod what_if;
