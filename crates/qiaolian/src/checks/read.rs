//! Reading the checks' input: from JSON, with the path to what is wrong; from codes to the policy's ids,
//! with all codes that there aren't at once.

use core::fmt::Display;

use qiaolian_core::model::{Arena, Id, IdSet};
use serde::de::{DeserializeOwned, Deserializer};

use crate::error::{Error, InputFault};

/// A value of the checks' input from JSON text.
///
/// # Errors
/// [`Error::InvalidInput`], with the path to what is wrong.
pub fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, Error> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let value = read(&mut reader)?;
    reader.end().map(|()| value).map_err(|error| unreadable(".".to_owned(), &error))
}

/// A value of the checks' input from one that was read already.
///
/// # Errors
/// As [`from_json`].
pub fn from_value<T: DeserializeOwned>(value: serde_json::Value) -> Result<T, Error> {
    read(value)
}

fn read<'de, T: DeserializeOwned>(
    reader: impl Deserializer<'de, Error = serde_json::Error>,
) -> Result<T, Error> {
    serde_path_to_error::deserialize(reader)
        .map_err(|error| unreadable(error.path().to_string(), error.inner()))
}

fn unreadable(path: String, error: &serde_json::Error) -> Error {
    Error::InvalidInput { faults: vec![InputFault::Unreadable { path, said: error.to_string() }] }
}

/// Looks codes up, and keeps what there isn't.
#[derive(Default)]
pub(super) struct Codes(Vec<InputFault>);

impl Codes {
    /// What was looked up, where there is all of it.
    pub(super) fn whole<T>(self, value: T) -> Result<T, Error> {
        if self.0.is_empty() { Ok(value) } else { Err(Error::InvalidInput { faults: self.0 }) }
    }

    pub(super) fn fault(&mut self, fault: InputFault) {
        self.0.push(fault);
    }

    /// The id of a code.
    pub(super) fn id<I: Id, T>(
        &mut self,
        arena: &Arena<I, T>,
        code: impl Fn(&T) -> &str,
        path: impl Display,
        written: &str,
    ) -> Option<I> {
        let found = arena.find(|item| code(item) == written).map(|(id, _)| id);
        if found.is_none() {
            self.fault(InputFault::UnknownCode {
                path: path.to_string(),
                found: written.to_owned(),
                known: arena.iter().map(|(_, item)| code(item).to_owned()).collect(),
            });
        }
        found
    }

    /// The ids of some codes, as a set.
    pub(super) fn set<I: Id, T>(
        &mut self,
        arena: &Arena<I, T>,
        code: impl Fn(&T) -> &str,
        path: &str,
        written: &[String],
    ) -> IdSet<I> {
        let ids = written.iter().enumerate().filter_map(|(at, written)| {
            self.id(arena, &code, format_args!("{path}[{at}]"), written)
        });
        ids.collect()
    }
}
