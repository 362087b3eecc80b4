//! Pages for people: the provisions, and the proof.

mod html;
mod proof;
mod provisions;
mod report;
mod subjects;
