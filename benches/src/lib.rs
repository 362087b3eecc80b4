//! What the benches share: the subjects, the peers that answer the same questions, and the table of
//! figures at the end.
//!
//! `cargo bench -p qiaolian-benches` runs all of them and closes with the table.

pub mod agreement;
pub mod by_hand;
pub mod figures;
pub mod json_logic;
pub mod random;
pub mod subjects;
