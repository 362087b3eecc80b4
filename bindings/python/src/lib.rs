//! qiaolian for Python: the facade's types and functions, translated and nothing more. The package
//! around it has the enums and exceptions, which can't be made from here.

mod arguments;
mod columns;
mod error;
mod findings;
mod frozen;
mod input;
mod policy;
mod to_python;

/// What the package `qiaolian` is made of.
#[pyo3::pymodule]
mod _qiaolian {
    #[pymodule_export]
    use super::findings::{Finding, Findings, PlaceFindings, ReportFindings, Rule, Subject};
    #[pymodule_export]
    use super::frozen::{
        Determination, Envelope, Explained, FilePlace, Mistake, Problem, Text, TraceStep,
    };
    #[pymodule_export]
    use super::policy::{Policy, schema};

    #[expect(non_upper_case_globals, reason = "Python's name")]
    #[pymodule_export]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
