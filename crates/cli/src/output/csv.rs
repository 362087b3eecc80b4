//! CSV: one column a field of a determination, without reason and trace, then the register's own columns.

use std::io::Write;

use csv::StringRecord;
use indexmap::{IndexMap, IndexSet};
use qiaolian::DutyOrOpen;
use qiaolian_core::compile::day_of;

use super::Answered;
use crate::error::CliError;
use crate::own;

/// The columns, in the order of a determination's fields.
pub(crate) const COLUMNS: [&str; 27] = [
    "row",
    "code",
    "name",
    "county",
    "kind",
    "key_area",
    "count",
    "count_is_complete",
    "threshold",
    "shortfall",
    "duty",
    "possible_duties",
    "forms",
    "due",
    "fulfilment",
    "status",
    "days_left",
    "missing",
    "responsible_units",
    "responsible_posts",
    "bodies_not_yet_there",
    "provisions",
    "decisive_readings",
    "warnings",
    "as_of",
    "policy",
    "readings",
];

/// What stands between the members of a list.
const BETWEEN: &str = ";";

/// A column of the register's own: its name, and how many of that name stand before it.
type Own = (String, usize);

/// CSV output. Its header has every column that some row has, so that rows are held until the end;
/// JSON Lines is the format for registers of any length.
pub(crate) struct CsvOutput {
    to: csv::Writer<Box<dyn Write>>,
    /// The register's own columns so far.
    own: IndexSet<Own>,
    rows: Vec<(StringRecord, IndexMap<Own, String>)>,
}

impl CsvOutput {
    pub(super) fn new(to: Box<dyn Write>) -> Self {
        Self { to: csv::Writer::from_writer(to), own: IndexSet::new(), rows: Vec::new() }
    }

    pub(super) fn write(&mut self, answered: &Answered<'_>) {
        let own: IndexMap<Own, String> = own::numbered(answered.extra.iter().cloned()).collect();
        for column in own.keys() {
            if !self.own.contains(column) {
                self.own.insert(column.clone());
            }
        }
        self.rows.push((StringRecord::from(fields(answered).as_slice()), own));
    }

    pub(super) fn finish(mut self) -> Result<(), CliError> {
        let names = self.own.iter().map(|(name, _)| own::apart_from(&COLUMNS, name, name));
        self.to.write_record(COLUMNS.iter().map(|name| (*name).to_owned()).chain(names))?;
        for (fields, own) in &self.rows {
            let own = self.own.iter().map(|column| own.get(column).map_or("", String::as_str));
            self.to.write_record(fields.iter().chain(own))?;
        }
        Ok(self.to.flush()?)
    }
}

fn fields(answered: &Answered<'_>) -> [String; COLUMNS.len()] {
    let assessment = answered.assessment;
    let decision = &assessment.decision;
    let view = assessment.view();
    let resolved = assessment.resolved();
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
    let list = |codes: &mut dyn Iterator<Item = &str>| codes.collect::<Vec<_>>().join(BETWEEN);
    let bodies = assessment.bodies(assessment.question().lang);
    let duty = match DutyOrOpen::from(decision.duty) {
        DutyOrOpen::Undetermined => "undetermined",
        DutyOrOpen::Must
        | DutyOrOpen::InPrincipleMust
        | DutyOrOpen::Should
        | DutyOrOpen::InPrincipleShould
        | DutyOrOpen::May
        | DutyOrOpen::None => decision.duty.map_or("", qiaolian::Duty::code),
    };
    let readings = assessment.policy().other_readings();
    let readings: Vec<String> =
        readings.iter().map(|(reading, choice)| format!("{reading}={choice}")).collect();
    [
        answered.row.to_string(),
        text(resolved.code.as_deref()),
        text(resolved.name.as_deref()),
        text(resolved.county.as_deref()),
        assessment.kind().to_owned(),
        decision.key_area.to_string(),
        decision.people.least.to_string(),
        decision.people.is_complete().to_string(),
        number(decision.threshold.map(u64::from)),
        number(decision.shortfall()),
        duty.to_owned(),
        list(&mut decision.possible_duties.iter().map(qiaolian::Duty::code)),
        list(&mut assessment.forms()),
        decision.due.and_then(day_of).map(|due| due.to_string()).unwrap_or_default(),
        decision.fulfilment.code().to_owned(),
        decision.status.code().to_owned(),
        decision.days_left.map(|days| days.to_string()).unwrap_or_default(),
        list(&mut assessment.missing()),
        bodies.units.join(BETWEEN),
        bodies.posts.join(BETWEEN),
        bodies.not_yet_there.join(BETWEEN),
        list(&mut assessment.provisions()),
        list(&mut assessment.decisive_readings()),
        list(&mut assessment.warnings()),
        view.as_of.to_string(),
        view.policy.rulebook().name(),
        readings.join(BETWEEN),
    ]
}
