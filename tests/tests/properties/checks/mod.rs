//! The checks: what holds whatever a case says, known or not.

mod inputs;
mod learning;
mod order;
mod paths;
mod sound;
