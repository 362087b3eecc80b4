//! Sensitivity as CSV: a row for each subject that some choices change, for each that a few people
//! change, and for each subject with how far it is from a line.

use std::collections::HashMap;

use qiaolian::{ChangesEntry, MarginEntry, SensitivityReport, StandingEntry};

use crate::error::CliError;

/// The columns. `to_…` are blank in the rows of `margin`, `more` and `fewer` in all others. `alike` is
/// how many subjects change alike: more than there are rows where fewer were asked for; blank in the
/// rows of `margin`.
const COLUMNS: [&str; 17] = [
    "scope",
    "choices",
    "row",
    "code",
    "name",
    "county",
    "kind",
    "duty",
    "fulfilment",
    "status",
    "to_duty",
    "to_fulfilment",
    "to_status",
    "more",
    "fewer",
    "alike",
    "as_of",
];

pub(super) fn text(report: &SensitivityReport) -> Result<String, CliError> {
    let mut to = ::csv::Writer::from_writer(Vec::new());
    to.write_record(COLUMNS)?;
    let by_row: HashMap<u64, &MarginEntry> =
        report.margins.iter().map(|margin| (margin.row, margin)).collect();
    let as_of = report.as_of.to_string();
    let mut write = |scope: &str, choices: &str, changes: &ChangesEntry| {
        for alike in &changes.alike {
            for subject in alike.rows.iter().filter_map(|row| by_row.get(row)) {
                let mut row = vec![scope.to_owned(), choices.to_owned()];
                row.extend(about(subject));
                row.extend(codes(alike.from));
                row.extend(codes(alike.to));
                let alike = alike.subjects.to_string();
                row.extend([String::new(), String::new(), alike, as_of.clone()]);
                to.write_record(&row)?;
            }
        }
        Ok::<(), CliError>(())
    };
    for (scope, flips) in [("alone", &report.alone), ("together", &report.together)] {
        for flip in flips {
            let choices = flip.choices.iter();
            let choices = choices.map(|(reading, choice)| format!("{reading}={choice}"));
            write(scope, &choices.collect::<Vec<_>>().join(";"), &flip.changes)?;
        }
    }
    write("more_people", "", &report.counts.more)?;
    write("fewer_people", "", &report.counts.fewer)?;
    for margin in &report.margins {
        let number = |number: Option<u64>| number.map(|one| one.to_string()).unwrap_or_default();
        let mut row = vec!["margin".to_owned(), String::new()];
        row.extend(about(margin));
        row.extend(codes(margin.answer));
        row.extend([(); 3].map(|()| String::new()));
        row.extend([number(margin.more), number(margin.fewer), String::new(), as_of.clone()]);
        to.write_record(&row)?;
    }
    let bytes = to.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn about(subject: &MarginEntry) -> [String; 5] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        subject.row.to_string(),
        text(&subject.code),
        text(&subject.name),
        text(&subject.county),
        subject.kind.clone(),
    ]
}

fn codes(answer: StandingEntry) -> [String; 3] {
    [answer.duty.code(), answer.fulfilment.code(), answer.status.code()].map(str::to_owned)
}
