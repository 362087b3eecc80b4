//! What the checks find, as frozen objects.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyTuple, PyType};
use qiaolian::checks;
use qiaolian_core::checks::Outcome;

use crate::error::unexpected;
use crate::frozen::frozen;
use crate::to_python::{ToPython, plain};

frozen! {
    /// Which subject it is.
    Subject of checks::SubjectEntry { name, county, kind, code } { code, name, county, kind }
}

frozen! {
    /// What was found of one rule.
    Finding of checks::FindingEntry { rule, provision, outcome, missing } {
        rule, provision, outcome, message, missing, due, responsible_posts,
    }
}

/// A class of frozen objects that are made of findings, or of objects that are: one after the other.
macro_rules! found {
    (
        $(#[$doc:meta])* $class:ident of $value:ty { $($shown:ident),* } { $($field:ident),* $(,)? }
        over $items:ident
    ) => {
        frozen! {
            $(#[$doc])* $class of $value { $($shown),* } { $($field),* }
            beside outcomes {
                /// Whether something was found that is not met.
                #[getter]
                fn has_not_met(&self) -> bool {
                    self.0.has_not_met()
                }

                fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
                    self.0.$items.to_python(py)?.try_iter()
                }
            }
        }
    };
}

found! {
    /// What a check finds of one subject, or of the whole; its findings, one after the other.
    Findings of checks::Findings { check, subject, as_of, policy } {
        check, subject, findings, as_of, policy, readings,
    } over findings
}

found! {
    /// What was found of one place; its findings, one after the other.
    PlaceFindings of checks::PlaceFindings { subject } { subject, findings } over findings
}

found! {
    /// What was found of the reports; its places, one after the other.
    ReportFindings of checks::ReportFindings { check, as_of, policy } {
        check, places, as_of, policy, readings,
    } over places
}

frozen! {
    /// One rule.
    Rule of checks::RuleEntry { id, check, clauses } { id, label, check, clauses, outcomes }
}

/// What is made of findings.
trait Found {
    /// All of them.
    fn all(&self) -> Vec<&checks::FindingEntry>;
}

impl Found for checks::Findings {
    fn all(&self) -> Vec<&checks::FindingEntry> {
        self.findings.iter().collect()
    }
}

impl Found for checks::PlaceFindings {
    fn all(&self) -> Vec<&checks::FindingEntry> {
        self.findings.iter().collect()
    }
}

impl Found for checks::ReportFindings {
    fn all(&self) -> Vec<&checks::FindingEntry> {
        self.places.iter().flat_map(Found::all).collect()
    }
}

/// How many findings have each outcome that there is: a whole list of them is too long to be shown.
fn outcomes(found: &impl Found) -> Vec<String> {
    let all = found.all();
    let counted = Outcome::ALL.map(|outcome| {
        let count = all.iter().filter(|finding| finding.outcome == outcome).count();
        (outcome, count)
    });
    let there = counted.into_iter().filter(|(_, count)| *count > 0);
    there.map(|(outcome, count)| format!("{}={count}", outcome.code())).collect()
}
