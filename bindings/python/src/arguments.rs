//! What Python code gives: facts, dates, languages.

use chrono::NaiveDate;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyDict, PyInt, PyMapping};
use qiaolian::{Fact, Facts, Lang, Question};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as Unread;

/// A day: a `datetime.date`, or its ISO text. A `datetime` is none, since cutting off its time and
/// zone is the caller's choice.
pub(crate) struct Day(NaiveDate);

impl<'a, 'py> FromPyObject<'a, 'py> for Day {
    type Error = PyErr;

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = value.extract::<&str>() {
            let day = text.parse().map_err(|error| {
                PyValueError::new_err(format!("`{text}` is no day, as in 2023-11-15: {error}"))
            });
            return day.map(Self);
        }
        date(&value).map(Self)
    }
}

/// A day that is no text.
pub(crate) fn date(value: &Bound<'_, PyAny>) -> PyResult<NaiveDate> {
    if value.is_instance_of::<PyDateTime>() {
        return Err(PyTypeError::new_err("a date is wanted, not a datetime: take its `.date()`"));
    }
    value.extract()
}

/// A language, by its code.
pub(crate) struct Language(pub(crate) Lang);

impl<'a, 'py> FromPyObject<'a, 'py> for Language {
    type Error = PyErr;

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let lang = Lang::deserialize(value.extract::<&str>()?.into_deserializer());
        lang.map(Self).map_err(|error: Unread| PyValueError::new_err(error.to_string()))
    }
}

/// The question; what isn't given is as the facade has it.
pub(crate) fn question(as_of: Day, due_soon_days: Option<u32>, lang: Option<Language>) -> Question {
    let question = Question { due_soon_days, ..Question::from(as_of.0) };
    Question { lang: lang.map_or(question.lang, |language| language.0), ..question }
}

/// The facts that stand in a call as keywords.
pub(crate) fn keywords(given: Option<&Bound<'_, PyDict>>) -> PyResult<Facts> {
    given.map_or_else(|| Ok(Facts::new()), |given| facts(given.as_mapping()))
}

/// The facts of a mapping.
pub(crate) fn facts(given: &Bound<'_, PyMapping>) -> PyResult<Facts> {
    facts_within("", given)
}

/// The facts of a mapping that stands within another: its path goes before the names in errors.
pub(crate) fn facts_within(path: &str, given: &Bound<'_, PyMapping>) -> PyResult<Facts> {
    let named = given.items()?.into_iter().map(|item| {
        let (name, value) = item.extract::<(String, Bound<'_, PyAny>)>()?;
        let fact = fact(&format!("{path}{name}"), &value)?;
        Ok((name, fact))
    });
    named.collect::<PyResult<Vec<_>>>().map(Facts::from_iter)
}

fn fact(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Fact> {
    if value.is_none() {
        Ok(Fact::Unknown(()))
    } else if let Ok(truth) = value.extract::<bool>() {
        Ok(Fact::Truth(truth))
    } else if value.is_instance_of::<PyInt>() {
        // Not by way of a float, which would round what is then shown as the value that is wrong.
        Ok(Fact::Text(value.str()?.extract()?))
    } else if let Ok(text) = value.extract::<String>() {
        Ok(Fact::Text(text))
    } else if let Ok(number) = value.extract::<f64>() {
        Ok(Fact::from(number))
    } else if let Ok(day) = date(value) {
        Ok(Fact::from(day))
    } else {
        let found = value.get_type().name()?;
        let wanted = "a str, an int, a bool, a date or None";
        Err(PyTypeError::new_err(format!("`{name}` is {wanted}, not a `{found}`")))
    }
}
