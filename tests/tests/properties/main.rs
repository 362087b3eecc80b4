//! What holds whatever the facts are, on every pack there is.

mod amendments;
mod checks;
#[expect(clippy::indexing_slicing, reason = "a row that isn't there fails the property")]
mod columns;
mod coverage;
mod decisive;
mod diff;
mod learning;
mod many;
mod more_people;
mod never_panics;
mod order;
mod packs;
mod readings;
mod round_trip;
mod schedule;
mod sensitivity;
mod subjects;
mod trace;
mod what_if;
