//! Procedure: the steps to an organisation, from dated events.

mod facts;
mod terms;

pub use facts::{Event, ProcedureFacts};
pub use terms::{Consulted, Path, PathStep, ProcedureTerms};
