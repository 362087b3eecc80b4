//! The difference of two policies.

mod amended;
mod readings;
mod subjects;
mod told;
