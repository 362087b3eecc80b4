//! Coverage as CSV: a row for all subjects, for each county, each kind and each target.

use qiaolian::{CoverageEntry, CoverageReport, Fraction, Range};
use qiaolian_render::tenths;

use crate::error::CliError;

/// The columns. A ratio is in percent to the tenth, cut off, with the case that it is of beside it.
const COLUMNS: [&str; 26] = [
    "scope",
    "code",
    "name",
    "subjects",
    "owed_least",
    "owed_most",
    "full_least",
    "full_most",
    "percent_least",
    "percent_most",
    "ratio_least_full",
    "ratio_least_owed",
    "ratio_most_full",
    "ratio_most_owed",
    "lesser_least",
    "lesser_most",
    "excepted_least",
    "excepted_most",
    "presumed_least",
    "presumed_most",
    "clauses",
    "percent",
    "due",
    "days_until_due",
    "standing",
    "as_of",
];

/// How many of the columns only targets have.
const OF_TARGETS: usize = 5;

pub(super) fn text(report: &CoverageReport) -> Result<String, CliError> {
    let mut to = ::csv::Writer::from_writer(Vec::new());
    to.write_record(COLUMNS)?;
    let none = || vec![String::new(); OF_TARGETS];
    let mut write = |scope: &str, code: &str, name: &str, entry: &CoverageEntry, target| {
        let mut row = vec![scope.to_owned(), code.to_owned(), name.to_owned()];
        row.extend(numbers(entry));
        row.extend::<Vec<String>>(target);
        row.push(report.as_of.to_string());
        to.write_record(&row)
    };
    write("all", "", "", &report.overall, none())?;
    for county in &report.by_county {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        write("county", &text(&county.code), &text(&county.county), &county.coverage, none())?;
    }
    for kind in &report.by_kind {
        write("kind", &kind.kind, "", &kind.coverage, none())?;
    }
    for target in &report.targets {
        let fields = vec![
            target.clauses.join(";"),
            target.percent.map(|percent| percent.to_string()).unwrap_or_default(),
            target.due.to_string(),
            target.days_until_due.to_string(),
            target.standing.code().to_owned(),
        ];
        write("target", &target.target, "", &target.coverage, fields)?;
    }
    let bytes = to.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn numbers(entry: &CoverageEntry) -> Vec<String> {
    let both = |range: Range| [range.least.to_string(), range.most.to_string()];
    let mut numbers = vec![entry.subjects.to_string()];
    numbers.extend(both(entry.owed));
    numbers.extend(both(entry.full));
    let ends = entry.ratio.map(|ratio| [ratio.least, ratio.most]);
    let of_ends = |of: fn(Fraction) -> Vec<String>, fields: usize| match ends {
        Some(ends) => ends.into_iter().flat_map(of).collect(),
        None => vec![String::new(); 2 * fields],
    };
    numbers.extend(of_ends(|end| vec![tenths(end)], 1));
    numbers.extend(of_ends(|end| vec![end.full.to_string(), end.owed.to_string()], 2));
    for range in [entry.lesser, entry.excepted, entry.presumed] {
        numbers.extend(both(range));
    }
    numbers
}
