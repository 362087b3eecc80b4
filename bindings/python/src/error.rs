//! The facade's errors as exceptions of the package.

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use qiaolian::Error;

use crate::frozen::Envelope;

/// An error on its way to Python.
pub(crate) struct Refused(Error);

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl Refused {
    /// The exception, not raised.
    pub(crate) fn exception<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let class = match &self.0 {
            Error::InvalidFacts { .. } => "InvalidFactsError",
            Error::InvalidInput { .. } => "InvalidInputError",
            Error::UnknownFact { .. } => "UnknownFactError",
            Error::Choice(_) => "ReadingError",
            Error::UnknownPolicy { .. } | Error::NoSuchCheck { .. } | Error::Pack(_) => {
                "PolicyError"
            }
            Error::Argument { .. } | Error::Foreign(_) | Error::Columns(_) => "QiaolianError",
        };
        let class = py.import("qiaolian._errors")?.getattr(class)?;
        class.call1((self.0.to_string(), Envelope(self.0.envelope())))
    }
}

impl From<Refused> for PyErr {
    fn from(refused: Refused) -> Self {
        Python::attach(|py| refused.exception(py).map_or_else(|error| error, Self::from_value))
    }
}

/// What can't happen with the facade's own values, such as one that doesn't go into JSON.
pub(crate) fn unexpected(error: serde_json::Error) -> PyErr {
    PyRuntimeError::new_err(error.to_string())
}
