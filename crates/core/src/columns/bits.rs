//! Bitmaps of a chunk, to a value a row and back.

use super::{BYTES, CHUNK};

/// The eight bits of each byte as eight bytes, all bits of which are set or none.
static SPREAD: [[u8; 8]; 256] = spread_bytes();

#[expect(
    clippy::indexing_slicing,
    reason = "worked out when this is compiled, where a wrong place would be an error"
)]
const fn spread_bytes() -> [[u8; 8]; 256] {
    let mut table = [[0; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut bit = 0;
        while bit < 8 {
            table[byte][bit] = if byte >> bit & 1 == 1 { u8::MAX } else { 0 };
            bit += 1;
        }
        byte += 1;
    }
    table
}

/// Puts a byte a row: all of its bits set where the row's bit is, or none.
#[inline(always)]
pub(super) fn spread(bits: &[u8; BYTES], bytes: &mut [u8; CHUNK]) {
    for (eight, byte) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(bits) {
        if let Some(known) = SPREAD.get(usize::from(*byte)) {
            *eight = *known;
        }
    }
}

/// A number with all bits of a byte that has all or none.
#[inline(always)]
pub(super) const fn wide(byte: u8) -> u32 {
    (byte.cast_signed() as i32).cast_unsigned()
}

/// Puts the bitmap of what is 0 or 1 in each row.
#[inline(always)]
pub(super) fn pack(bytes: &[u8; CHUNK], bits: &mut [u8; BYTES]) {
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
