//! A number among facts.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number, held as it is written: in decimal digits, a whole one without a fraction. A surface that
/// never makes one has no need of the code that writes floating point numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Number(String);

impl Number {
    /// Its digits.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl From<f64> for Number {
    fn from(number: f64) -> Self {
        // The sum turns -0 into 0.
        Self((number + 0.0).to_string())
    }
}

impl From<u32> for Number {
    fn from(number: u32) -> Self {
        Self(number.to_string())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A count goes out as it is written: `100`, never `100.0`.
        if let Ok(whole) = self.0.parse::<i64>() {
            return serializer.serialize_i64(whole);
        }
        self.0.parse::<f64>().map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Self::from)
    }
}
