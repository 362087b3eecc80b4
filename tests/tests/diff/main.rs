//! The difference of two policies.

mod amended;
mod cities;
mod readings;
mod subjects;
mod told;
