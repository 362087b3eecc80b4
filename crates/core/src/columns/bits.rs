//! Bitmaps of a chunk, to a value a row and back.

use super::{BYTES, CHUNK};

/// The bit of each row of a byte.
const BITS: [u32; 8] = [1, 2, 4, 8, 16, 32, 64, 128];

/// The eight bits of each byte as eight bytes, 0 or 1.
static SPREAD: [[u8; 8]; 256] = spread();

#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "worked out when this is compiled, where a wrong place would be an error"
)]
const fn spread() -> [[u8; 8]; 256] {
    let mut table = [[0; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut bit = 0;
        while bit < 8 {
            table[byte][bit] = (byte >> bit) as u8 & 1;
            bit += 1;
        }
        byte += 1;
    }
    table
}

/// A byte a row, 0 or 1.
#[inline(always)]
pub(super) fn bytes(bits: &[u8; BYTES]) -> [u8; CHUNK] {
    let mut spread = [0; CHUNK];
    for (eight, byte) in spread.as_chunks_mut::<8>().0.iter_mut().zip(bits) {
        if let Some(known) = SPREAD.get(usize::from(*byte)) {
            *eight = *known;
        }
    }
    spread
}

/// The values of the rows whose bit is set, the others 0.
#[inline(always)]
pub(super) fn kept(values: &[u32; CHUNK], bits: &[u8; BYTES]) -> [u32; CHUNK] {
    let mut kept = [0; CHUNK];
    let eights = kept.as_chunks_mut::<8>().0.iter_mut().zip(values.as_chunks::<8>().0);
    for ((kept, values), byte) in eights.zip(bits) {
        let byte = u32::from(*byte);
        for ((kept, value), bit) in kept.iter_mut().zip(values).zip(BITS) {
            *kept = if byte & bit == bit { *value } else { 0 };
        }
    }
    kept
}

/// All bits of a number set where the row's bit is.
#[inline(always)]
pub(super) fn masks(bits: &[u8; BYTES]) -> [u32; CHUNK] {
    kept(&[u32::MAX; CHUNK], bits)
}

/// The bitmap of what is 0 or 1 in each row.
#[inline(always)]
pub(super) fn packed(bytes: &[u8; CHUNK], bits: &mut [u8; BYTES]) {
    for (byte, eight) in bits.iter_mut().zip(bytes.as_chunks::<8>().0) {
        // Each of the eight bytes lands in a bit of its own of the highest one.
        let spread = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080);
        let [.., highest] = spread.to_le_bytes();
        *byte = highest;
    }
}

/// Both.
#[inline(always)]
pub(super) fn and(one: &[u8; BYTES], other: &[u8; BYTES]) -> [u8; BYTES] {
    let mut both = *one;
    for (byte, other) in both.iter_mut().zip(other) {
        *byte &= other;
    }
    both
}

/// The first, without the second.
#[inline(always)]
pub(super) fn and_not(one: &[u8; BYTES], other: &[u8; BYTES]) -> [u8; BYTES] {
    let mut rest = *one;
    for (byte, other) in rest.iter_mut().zip(other) {
        *byte &= !other;
    }
    rest
}

/// One or the other.
#[inline(always)]
pub(super) fn or(one: &[u8; BYTES], other: &[u8; BYTES]) -> [u8; BYTES] {
    let mut either = *one;
    for (byte, other) in either.iter_mut().zip(other) {
        *byte |= other;
    }
    either
}
