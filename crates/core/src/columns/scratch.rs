//! What lies between two passes over a chunk. It is made once and written over for each chunk.

use super::{BYTES, CHUNK};

/// One number or byte a row, each.
pub(super) struct Scratch {
    /// The fewest people that there can be; more than a number holds are as many as it holds.
    pub(super) least: [u32; CHUNK],
    /// The most people that there can be, likewise, where that isn't plain from the fewest.
    pub(super) most: [u32; CHUNK],
    /// The largest known group.
    pub(super) largest: [u32; CHUNK],
    /// How far on each number of people that is reached leads among the cells.
    pub(super) step: [u32; CHUNK],
    /// The place among the cells of what the row is.
    pub(super) cell: [u32; CHUNK],
    /// The codes of the answer: [`Answer::codes`](super::lookup::Answer).
    pub(super) codes: [u32; CHUNK],
    /// What the row is.
    pub(super) what: [u16; CHUNK],
    /// The place of the organisation among the answers of a set.
    pub(super) organisation: [u16; CHUNK],
    /// Nothing known of an organisation, or which one.
    pub(super) standing: [u8; CHUNK],
    /// Whether the total can't be: all bits set, or none.
    pub(super) wrong: [u8; CHUNK],
    /// Masks of the pass that runs: all bits set, or none.
    pub(super) masks: [[u8; CHUNK]; 3],
    /// The last byte of the answer's codes.
    pub(super) flags: [u8; CHUNK],
}

impl Scratch {
    pub(super) const EMPTY: Self = Self {
        least: [0; CHUNK],
        most: [0; CHUNK],
        largest: [0; CHUNK],
        step: [0; CHUNK],
        cell: [0; CHUNK],
        codes: [0; CHUNK],
        what: [0; CHUNK],
        organisation: [0; CHUNK],
        standing: [0; CHUNK],
        wrong: [0; CHUNK],
        masks: [[0; CHUNK]; 3],
        flags: [0; CHUNK],
    };
}

/// No row known.
pub(super) const NONE: [u8; BYTES] = [0; BYTES];
