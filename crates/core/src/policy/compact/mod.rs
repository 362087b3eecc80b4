//! A rulebook without its texts as few bytes: how a policy is compiled in.
//!
//! Small where size counts, in bytes and in the code that reads them: numbers are of as many bytes as
//! they need, places are written column by column, texts are left out, and reading goes straight on, noting only whether something was amiss.

#[cfg(feature = "checks")]
mod checks;
mod places;
mod types;
mod values;

use super::rulebook::Rulebook;

/// A value that goes into the compact form.
trait Compact {
    /// Appends it.
    fn write(&self, out: &mut Out);
    /// Takes the next bytes for it. Bytes that are no such value give any value, and are noted.
    fn read(bytes: &mut Bytes<'_>) -> Self;
}

/// What is written so far.
#[derive(Default)]
struct Out {
    bytes: Vec<u8>,
}

/// What is still to be read.
struct Bytes<'b> {
    rest: std::slice::Iter<'b, u8>,
    amiss: bool,
}

impl Out {
    /// A number, seven bits a byte, the lowest first.
    fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest > 0x7f {
            self.bytes.push(0x80 | low(rest));
            rest >>= 7;
        }
        self.bytes.push(low(rest));
    }
}

/// The lowest seven bits.
fn low(number: u64) -> u8 {
    u8::try_from(number & 0x7f).unwrap_or(0)
}

impl Bytes<'_> {
    fn byte(&mut self) -> u8 {
        self.rest.next().copied().unwrap_or_else(|| {
            self.amiss = true;
            0
        })
    }

    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    /// A number that says how much or how many, or which.
    fn size(&mut self) -> usize {
        usize::try_from(self.number()).unwrap_or(0)
    }

    /// Notes a value that there isn't.
    fn or_amiss<T: Default>(&mut self, value: Option<T>) -> T {
        self.amiss |= value.is_none();
        value.unwrap_or_default()
    }
}

impl Rulebook {
    /// The rulebook in its compact form, without its texts.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Out::default();
        self.write(&mut out);
        out.bytes
    }

    /// The rulebook of a compact form; none where the bytes are something else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        read(bytes)
    }
}

/// The value that all of these bytes are; none where they are something else.
fn read<T: Compact>(bytes: &[u8]) -> Option<T> {
    let mut bytes = Bytes { rest: bytes.iter(), amiss: false };
    let value = T::read(&mut bytes);
    (!bytes.amiss && bytes.rest.len() == 0).then_some(value)
}
