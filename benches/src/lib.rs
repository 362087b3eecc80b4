//! What the benches share: the subjects, the peers that answer the same questions, and the table of
//! figures at the end.
//!
//! `cargo bench -p qiaolian-benches --bench answers` times answers and closes with the table;
//! `--bench columns` times whole columns beside a copy of their bytes;
//! `--bench scale` times the command line on a register as long as a country's.

pub mod agreement;
pub mod by_hand;
pub mod columns;
pub mod figures;
pub mod json_logic;
pub mod random;
pub mod register;
pub mod subjects;
