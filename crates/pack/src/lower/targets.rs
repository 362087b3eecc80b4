//! What goes by the calendar for whole counties or the city: reports, and what is striven for.

use qiaolian_core::policy::{Aim, Report, Target, Terms};

use super::lists::{DATES, KINDS};
use super::sheet::Sheet;
use super::terms::Names;
use crate::written::{DatesFile, WrittenReport, WrittenTarget};

pub(super) fn reports(
    (sheet, file): &(Sheet<'_>, DatesFile),
    names: &Names<'_>,
    terms: &Terms,
) -> Vec<Report> {
    let report = |report: &WrittenReport| {
        sheet.cites(&report.clauses);
        let due = sheet.look_up(&terms.dates, |date| &date.code, &report.due, DATES)?;
        let kinds = &names.subjects.kinds;
        Some(Report {
            code: report.code.value.clone(),
            label: report.label.clone().into(),
            kinds: sheet.look_up_all(kinds, |kind| &kind.code, &report.kinds, KINDS),
            due,
            clauses: names.clauses(*sheet, &report.clauses.value),
        })
    };
    file.report.iter().filter_map(report).collect()
}

pub(super) fn targets(
    (sheet, file): &(Sheet<'_>, DatesFile),
    names: &Names<'_>,
    terms: &Terms,
) -> Vec<Target> {
    sheet.distinct(file.target.iter().map(|target| &target.code), "a target");
    let target = |target: &WrittenTarget| {
        sheet.cites(&target.clauses);
        let due = sheet.look_up(&terms.dates, |date| &date.code, &target.due, DATES)?;
        let kinds = &names.subjects.kinds;
        let written = &target.kinds;
        let kinds = sheet.look_up_all(kinds, |kind| &kind.code, &written.value, KINDS);
        if written.value.is_empty() {
            sheet.fault_at(
                written.span,
                "no kind",
                "at least one",
                "say which subjects the target is about",
            );
        }
        let aim = match &target.percent {
            Some(percent) => Aim::Percent(percent.value),
            None => Aim::Basically,
        };
        if let Some(percent) = target.percent.as_ref().filter(|percent| percent.value > 100) {
            sheet.fault_at(
                percent.span,
                format!("{} percent", percent.value),
                "from 0 to 100",
                "mend the number, or leave it out where the document has none",
            );
        }
        Some(Target {
            code: target.code.value.clone(),
            label: target.label.clone().into(),
            kinds,
            aim,
            due,
            clauses: names.clauses(*sheet, &target.clauses.value),
        })
    };
    file.target.iter().filter_map(target).collect()
}
