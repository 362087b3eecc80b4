//! Reading the checks' input: from JSON, with the path to what is wrong; from codes to the policy's ids,
//! with all codes that there aren't at once.

use core::fmt::Display;
use core::marker::PhantomData;
use std::collections::BTreeSet;

use qiaolian_core::model::{Arena, Id, IdSet};
use serde::de::DeserializeOwned;

use super::fault::{InputFault, WHOLE, Wanted};
use super::json::Json;
use super::reader::{Misfit, Reader, Why};
use crate::error::Error;

/// A value of the checks' input from JSON text.
///
/// # Errors
/// [`Error::InvalidInput`], with everything that can't be read, each with its path; of text that is no
/// JSON, where it breaks off.
pub fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, Error> {
    let json: Json = serde_json::from_str(json).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let said = error.to_string();
        let said = said.split(" at line ").next().unwrap_or_default().to_owned();
        Error::InvalidInput { faults: vec![InputFault::NoJson { line, column, said }] }
    })?;
    read(&json)
}

/// A value of the checks' input from one that was read already.
///
/// # Errors
/// [`Error::InvalidInput`], with everything that can't be read, each with its path.
pub fn from_value<T: DeserializeOwned>(value: serde_json::Value) -> Result<T, Error> {
    read(&Json::from(value))
}

fn read<T: DeserializeOwned>(json: &Json) -> Result<T, Error> {
    let (mut faults, mut left_out) = (Vec::new(), BTreeSet::new());
    loop {
        let reader = Reader { value: json, path: String::new(), left_out: &left_out };
        let misfit = match reader.give(PhantomData::<T>) {
            Ok(value) if faults.is_empty() => return Ok(value),
            Ok(_) => break,
            Err(misfit) => misfit,
        };
        let path = misfit.path().to_owned();
        let is_within = |left_out: &String| is_within(left_out, &path);
        // What lacks a name only because that was left out is told of already.
        if !(misfit.may_be_consequence() && left_out.iter().any(is_within)) {
            faults.push(InputFault::from(misfit));
        }
        if path.is_empty() || !left_out.insert(path) {
            break;
        }
    }
    Err(Error::InvalidInput { faults })
}

/// Whether a path leads to something within what another leads to.
fn is_within(path: &str, outer: &str) -> bool {
    let rest = path.strip_prefix(outer);
    rest.is_some_and(|rest| outer.is_empty() || rest.starts_with(['.', '[']))
}

impl From<Misfit> for InputFault {
    fn from(misfit: Misfit) -> Self {
        let path = if misfit.path().is_empty() { WHOLE } else { misfit.path() }.to_owned();
        let Misfit { found, why, .. } = misfit;
        match why {
            Why::UnknownName(known) | Why::UnknownCode(known) => {
                let known = known.iter().map(|name| (*name).to_owned()).collect();
                Self::UnknownCode { path, found, known }
            }
            Why::Twice => Self::Twice { path, found },
            Why::Lacking => Self::Lacking { path, name: found },
            Why::Wanted(wanted) => {
                Self::Unfit { path, found, wanted: wanted.unwrap_or(Wanted::Fact) }
            }
        }
    }
}

/// Looks codes up, and keeps what there isn't.
#[derive(Default)]
pub(super) struct Codes(Vec<InputFault>);

impl Codes {
    /// What was looked up, where there is all of it.
    pub(super) fn whole<T>(self, value: T) -> Result<T, Error> {
        if self.0.is_empty() { Ok(value) } else { Err(Error::InvalidInput { faults: self.0 }) }
    }

    /// What there isn't.
    pub(super) fn faults(self) -> Vec<InputFault> {
        self.0
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
