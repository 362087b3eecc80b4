//! What comes out, as frozen objects: each holds the facade's value, and its attributes are made when
//! they are asked for.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

use crate::error::unexpected;
use crate::to_python::{ToPython, plain};

/// A class of frozen objects: its fields, and before them those that tell one from another, which
/// are hashed and shown. Equality is that of the whole value; pickles are its JSON. Behind them,
/// `beside`, what else is shown, and what else the class has.
macro_rules! frozen {
    (
        $(#[$doc:meta])* $class:ident of $value:ty { $($shown:ident),* } { $($field:ident),* $(,)? }
        $(beside $beside:ident { $($more:tt)* })?
    ) => {
        $(#[$doc])*
        #[pyclass(frozen, eq, module = "qiaolian")]
        #[derive(PartialEq, Eq)]
        pub(crate) struct $class(pub(crate) $value);

        impl ToPython for $value {
            fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                Ok(Bound::new(py, $class(self.clone()))?.into_any())
            }
        }

        #[pymethods]
        impl $class {
            $(#[getter]
            fn $field<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                self.0.$field.to_python(py)
            })*

            /// It as plain data, as it stands in JSON.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                plain(py, &self.0)
            }

            /// It as JSON, the same bytes on every surface.
            fn to_json(&self) -> PyResult<String> {
                serde_json::to_string(&self.0).map_err(unexpected)
            }

            /// What was written with `to_json`.
            #[classmethod]
            fn from_json(_class: &Bound<'_, PyType>, text: &str) -> PyResult<Self> {
                let value = serde_json::from_str(text);
                value.map(Self).map_err(|error| PyValueError::new_err(error.to_string()))
            }

            $($($more)*)?

            fn __reduce__<'py>(
                &self,
                py: Python<'py>,
            ) -> PyResult<(Bound<'py, PyAny>, (String,))> {
                Ok((py.get_type::<Self>().getattr("from_json")?, (self.to_json()?,)))
            }

            fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
                PyTuple::new(py, [$(self.0.$shown.to_python(py)?),*])?.hash()
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                let shown: Vec<String> = vec![
                    $(format!("{}={}", stringify!($shown).trim_start_matches("r#"), self.0.$shown.to_python(py)?.repr()?)),*
                ];
                $(let shown = [shown, $beside(&self.0)].concat();)?
                Ok(format!("{}({})", stringify!($class), shown.join(", ")))
            }
        }
    };
}
pub(crate) use frozen;

frozen! {
    /// A text in both languages.
    Text of qiaolian::Text { zh, en } { zh, en }
}

frozen! {
    /// One condition that was looked at.
    TraceStep of qiaolian::TraceStep { rule, clause, fact, holds } {
        rule, provision, clause, fact, observed, wanted, holds,
    }
}

frozen! {
    /// What a policy says of one subject on one date, with what it rests on and what it lacks.
    Determination of qiaolian::Determination { name, kind, duty, status, as_of, policy } {
        row, code, name, county, kind, key_area, count, count_is_complete, threshold, shortfall,
        duty, possible_duties, forms, due, fulfilment, status, days_left, missing,
        responsible_units, responsible_posts, bodies_not_yet_there, provisions,
        decisive_readings, warnings, as_of, policy, readings, reason, trace, extra,
    }
}

frozen! {
    /// One subject explained: the determination, a tree to read, and names that are near.
    Explained of qiaolian::Explained { determination, near_names } {
        determination, tree, near_names,
    }
}

frozen! {
    /// One problem of a record.
    Problem of qiaolian::ProblemReport { column, value, code } {
        column, value, code, message, help,
    }
}

frozen! {
    /// A place in a file.
    FilePlace of qiaolian::FilePlace { file, line, column } { file, line, column }
}

frozen! {
    /// A mistake in a pack.
    Mistake of qiaolian::Mistake { r#where, found } { r#where, found, expected, help }
}

frozen! {
    /// An error as plain data: what each `QiaolianError` carries.
    Envelope of qiaolian::Envelope { code, message } { code, message, help, problems, r#where, related }
}
