//! The checks of the rest of the document: their rules with their words, and their constants.

mod rules;
mod terms;

use qiaolian_core::checks::procedure::ProcedureTerms;
use qiaolian_core::checks::{Check, Checks};
use qiaolian_core::policy::Report;

use super::sheet::Sheet;
use super::terms::Names;
use crate::written::ChecksFile;

/// The checks that a pack has, with what `procedure.toml` gives.
pub(super) fn checks(
    (sheet, file): &(Sheet<'_>, ChecksFile),
    names: &Names<'_>,
    reports: &[Report],
    procedure: Option<ProcedureTerms>,
) -> Checks {
    let lower = terms::Lower { sheet: *sheet, names };
    let checks = Checks {
        notes: Vec::new(),
        procedure,
        leadership: file.leadership.as_ref().map(|written| lower.leadership(written)),
        office: file.office.as_ref().and_then(|written| lower.office(written)),
        platform: file.platform.as_ref().and_then(|written| lower.platform(written)),
        safeguards: file.safeguards.as_ref().map(|written| lower.safeguards(written)),
        governance: file.governance.as_ref().and_then(|written| lower.governance(written)),
        report: file.report.as_ref().and_then(|written| lower.report(written, reports)),
    };
    Checks { notes: rules::notes(*sheet, file, names), ..checks }
}

/// Each check that a pack has has its rules, and no rule stands without its check.
pub(super) fn complete((sheet, _): &(Sheet<'_>, ChecksFile), checks: &Checks) {
    for check in Check::ALL {
        rules::complete(*sheet, checks, check, checks.has(check));
    }
}
