//! What goes into the checks: mappings as a JSON file has them, in which dates may be dates, lists
//! tuples, and codes members of an enum.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyInt, PyList, PyMapping, PyTuple};
use qiaolian::Facts;
use qiaolian::checks::{Case, from_value};
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};

use crate::arguments::{date, facts_within};
use crate::error::Refused;

/// The input of a check of the whole.
pub(crate) struct Input<T>(pub(crate) T);

impl<'a, 'py, T: DeserializeOwned> FromPyObject<'a, 'py> for Input<T> {
    type Error = PyErr;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let given = given.cast::<PyMapping>()?;
        let given = Value::Object(object("", &given)?);
        Ok(Self(from_value(given).map_err(Refused::from)?))
    }
}

/// What is known of one subject: its facts are read as those of an assessment are, the rest as the
/// input of a check of the whole.
pub(crate) struct Known(pub(crate) Case);

impl<'a, 'py> FromPyObject<'a, 'py> for Known {
    type Error = PyErr;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let given = given.cast::<PyMapping>()?;
        let mut subject = Facts::new();
        let mut parts = Map::new();
        for (name, part) in entries("", &given)? {
            match part.cast::<PyMapping>() {
                Ok(facts) if name == "subject" => subject = facts_within("subject.", facts)?,
                Ok(_) | Err(_) => {
                    parts.insert(name.clone(), value(&name, &part)?);
                }
            }
        }
        let parts: Case = from_value(Value::Object(parts)).map_err(Refused::from)?;
        Ok(Self(Case { subject, ..parts }))
    }
}

/// A value as JSON has it; the path goes into errors.
fn value(path: &str, given: &Bound<'_, PyAny>) -> PyResult<Value> {
    if given.is_none() {
        return Ok(Value::Null);
    }
    if let Ok(truth) = given.extract::<bool>() {
        return Ok(Value::Bool(truth));
    }
    if let Ok(text) = given.extract::<String>() {
        return Ok(Value::String(text));
    }
    if let Some(number) = number(given) {
        return Ok(Value::Number(number));
    }
    if let Ok(mapping) = given.cast::<PyMapping>() {
        return Ok(Value::Object(object(path, mapping)?));
    }
    if given.is_instance_of::<PyList>() || given.is_instance_of::<PyTuple>() {
        let items = given.try_iter()?.enumerate();
        let items = items.map(|(at, item)| value(&format!("{path}[{at}]"), &item?));
        return Ok(Value::Array(items.collect::<PyResult<_>>()?));
    }
    match date(given) {
        Ok(day) => Ok(Value::String(day.to_string())),
        Err(_) => {
            let found = given.get_type().name()?;
            let wanted = "a str, a bool, a date, a mapping, a list, a tuple or None";
            Err(PyTypeError::new_err(format!("`{path}` is {wanted}, not a `{found}`")))
        }
    }
}

/// A number, as far as JSON has it.
fn number(given: &Bound<'_, PyAny>) -> Option<Number> {
    let whole = given.is_instance_of::<PyInt>().then(|| given.extract::<i64>().ok()).flatten();
    whole.map(Number::from).or_else(|| Number::from_f64(given.extract().ok()?))
}

fn object(path: &str, given: &Bound<'_, PyMapping>) -> PyResult<Map<String, Value>> {
    let entries = entries(path, given)?.into_iter().map(|(name, part)| {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        Ok((name, value(&path, &part)?))
    });
    entries.collect()
}

fn entries<'py>(
    path: &str,
    given: &Bound<'py, PyMapping>,
) -> PyResult<Vec<(String, Bound<'py, PyAny>)>> {
    let entries = given.items()?.into_iter().map(|entry| {
        let (name, part) = entry.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
        let Ok(text) = name.extract::<String>() else {
            let (name, found) = (name.repr()?, name.get_type().name()?);
            let said = format!("`{path}`: each key is a str, and `{name}` is a `{found}`");
            return Err(PyTypeError::new_err(said));
        };
        Ok((text, part))
    });
    entries.collect()
}
