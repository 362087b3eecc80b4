//! Values of the facade as Python's own.

use chrono::NaiveDate;
use indexmap::IndexMap;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyMappingProxy, PyTuple};
use qiaolian::{Duty, DutyOrOpen, Fulfilment, Holds, Status, TraceValue, UnknownHolds};
use qiaolian_core::checks::{Check, CheckRule, Outcome};
use qiaolian_core::explain::Fact;
use qiaolian_core::policy::{Rule, RuleId};
use serde::Serialize;
use serde_json::Value;

/// A value that Python code can't change: texts, numbers, dates, enums, tuples, frozen objects.
pub(crate) trait ToPython {
    /// It in Python.
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>>;
}

macro_rules! as_pyo3_does {
    ($($kind:ty),*) => {$(
        impl ToPython for $kind {
            fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                self.into_bound_py_any(py)
            }
        }
    )*};
}
as_pyo3_does!(bool, u32, u64, i32, String, NaiveDate);

macro_rules! as_enum {
    ($($kind:ty as $class:literal),*) => {$(
        impl ToPython for $kind {
            fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                py.import("qiaolian._codes")?.getattr($class)?.call1((plain(py, self)?,))
            }
        }
    )*};
}
as_enum!(DutyOrOpen as "Duty", Duty as "Duty", Fulfilment as "Fulfilment", Status as "Status");
as_enum!(Check as "Check", Outcome as "Outcome");

macro_rules! as_code {
    ($($kind:ty),*) => {$(
        impl ToPython for $kind {
            fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                self.code().into_bound_py_any(py)
            }
        }
    )*};
}
as_code!(Rule, Fact, CheckRule, RuleId);

impl<T: ToPython> ToPython for Option<T> {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_ref().map_or_else(|| Ok(py.None().into_bound(py)), |value| value.to_python(py))
    }
}

impl<T: ToPython> ToPython for Vec<T> {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let items = self.iter().map(|item| item.to_python(py)).collect::<PyResult<Vec<_>>>()?;
        Ok(PyTuple::new(py, items)?.into_any())
    }
}

impl ToPython for IndexMap<String, String> {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let dict = PyDict::new(py);
        self.iter().try_for_each(|(key, value)| dict.set_item(key, value))?;
        Ok(PyMappingProxy::new(py, dict.as_mapping()).into_any())
    }
}

impl ToPython for TraceValue {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::Unknown(()) => Ok(py.None().into_bound(py)),
            Self::Truth(truth) => truth.to_python(py),
            Self::Number(number) => number.to_python(py),
            Self::Text(text) => text.to_python(py),
            Self::AnyOf(codes) => codes.to_python(py),
        }
    }
}

impl ToPython for Holds {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::Known(holds) => holds.to_python(py),
            Self::Unknown(unknown @ UnknownHolds::Unknown) => plain(py, unknown),
        }
    }
}

/// What would stand in JSON, as dicts, lists, texts, numbers, booleans and None.
pub(crate) fn plain<'py>(py: Python<'py>, value: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    json(py, &serde_json::to_value(value).map_err(crate::error::unexpected)?)
}

fn json<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    match value {
        Value::Null => Ok(py.None().into_bound(py)),
        Value::Bool(truth) => truth.into_bound_py_any(py),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => whole.into_bound_py_any(py),
            None => number.as_f64().into_bound_py_any(py),
        },
        Value::String(text) => text.into_bound_py_any(py),
        Value::Array(items) => {
            let items = items.iter().map(|item| json(py, item)).collect::<PyResult<Vec<_>>>()?;
            Ok(PyList::new(py, items)?.into_any())
        }
        Value::Object(entries) => {
            let dict = PyDict::new(py);
            for (key, value) in entries {
                dict.set_item(key, json(py, value)?)?;
            }
            Ok(dict.into_any())
        }
    }
}
