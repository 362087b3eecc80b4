//! The difference as CSV: a row for each class, constant, kind of one side only, and subject.

use qiaolian::{
    AreaPair, Asked, ClassChange, ConstantChange, ConstantValue, DiffReport, OnRecord,
    SubjectAnswer,
};

use crate::error::CliError;

/// The columns. Those that a row has nothing for are blank.
const COLUMNS: [&str; 28] = [
    "part",
    "what",
    "name",
    "row",
    "code",
    "county",
    "kinds",
    "areas_before",
    "areas_after",
    "people_least",
    "people_most",
    "conditions_met",
    "organisations",
    "value_before",
    "value_after",
    "duty_before",
    "duty_after",
    "forms_before",
    "forms_after",
    "due_before",
    "due_after",
    "fulfilment_before",
    "fulfilment_after",
    "status_before",
    "status_after",
    "clauses_before",
    "clauses_after",
    "as_of",
];

/// What stands for no special area, where areas matter.
const NONE: &str = "-";

/// A row under construction: values by the names of columns.
struct Row([String; COLUMNS.len()]);

impl Row {
    fn of(part: &str) -> Self {
        Self([(); COLUMNS.len()].map(|()| String::new())).with("part", part)
    }

    fn with(mut self, column: &str, value: impl Into<String>) -> Self {
        let at = COLUMNS.iter().position(|known| *known == column);
        if let Some(cell) = at.and_then(|at| self.0.get_mut(at)) {
            *cell = value.into();
        }
        self
    }

    fn with_some(self, column: &str, value: Option<impl ToString>) -> Self {
        self.with(column, value.map(|value| value.to_string()).unwrap_or_default())
    }

    fn with_asked(self, side: &str, asked: Option<&Asked>) -> Self {
        let Some(asked) = asked else { return self };
        self.with(&format!("duty_{side}"), asked.duty.code())
            .with(&format!("forms_{side}"), asked.forms.join(";"))
            .with_some(&format!("due_{side}"), asked.due)
            .with_some(&format!("fulfilment_{side}"), asked.fulfilment.map(|found| found.code()))
            .with(&format!("clauses_{side}"), asked.clauses.join(";"))
    }

    fn with_answer(self, side: &str, answer: &SubjectAnswer) -> Self {
        let duties: Vec<&str> = answer.possible_duties.iter().map(|duty| duty.code()).collect();
        self.with(&format!("duty_{side}"), duties.join(";"))
            .with(&format!("forms_{side}"), answer.forms.join(";"))
            .with_some(&format!("due_{side}"), answer.due)
            .with(&format!("fulfilment_{side}"), answer.fulfilment.code())
            .with(&format!("status_{side}"), answer.status.code())
    }
}

pub(super) fn text(report: &DiffReport) -> Result<String, CliError> {
    let mut to = ::csv::Writer::from_writer(Vec::new());
    to.write_record(COLUMNS)?;
    let classes = report.classes.iter().map(class);
    let kinds = |part: &'static str, kinds| {
        let kinds: &Vec<String> = kinds;
        kinds.iter().map(move |kind| Row::of(part).with("kinds", kind))
    };
    let kinds =
        kinds("kind_before", &report.kinds_before).chain(kinds("kind_after", &report.kinds_after));
    let counties = |part: &'static str, counties| {
        let counties: &Vec<qiaolian::DiffPlace> = counties;
        counties
            .iter()
            .map(move |county| Row::of(part).with("code", &county.code).with("name", &county.name))
    };
    let counties = counties("county_before", &report.counties_before)
        .chain(counties("county_after", &report.counties_after));
    let constants = report.constants.iter().map(constant);
    for row in classes.chain(kinds).chain(counties).chain(constants).chain(subjects(report)) {
        to.write_record(&row.0)?;
    }
    let bytes = to.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn class(class: &ClassChange) -> Row {
    let side = |of: fn(&AreaPair) -> &Option<String>| {
        let areas = class.areas.iter().flatten().map(|pair| of(pair).as_deref().unwrap_or(NONE));
        areas.collect::<Vec<_>>().join(";")
    };
    let moved = class.areas.iter().flatten().flat_map(|pair| &pair.moved);
    let organisations = class.organisations.iter().flatten();
    let presumed = organisations.clone().flat_map(|one| &one.places);
    let codes = moved.chain(presumed).map(|place| place.code.as_str());
    Row::of("class")
        .with("code", codes.collect::<Vec<_>>().join(";"))
        .with("kinds", class.kinds.join(";"))
        .with("areas_before", side(|pair| &pair.before))
        .with("areas_after", side(|pair| &pair.after))
        .with("people_least", class.people.least.to_string())
        .with_some("people_most", class.people.most)
        .with_some("conditions_met", class.conditions_met)
        .with("organisations", organisations.map(organisation).collect::<Vec<_>>().join(";"))
        .with_asked("before", class.before.as_ref())
        .with_asked("after", class.after.as_ref())
}

/// A form on record, or `unknown` with what is presumed on both sides.
fn organisation(one: &OnRecord) -> String {
    let code = |form: &Option<String>| form.clone().unwrap_or_else(|| "unknown".to_owned());
    one.recorded.clone().unwrap_or_else(|| {
        format!("unknown:{}>{}", code(&one.presumed_before), code(&one.presumed_after))
    })
}

fn constant(constant: &ConstantChange) -> Row {
    let value = |value: &Option<ConstantValue>| match value {
        None => String::new(),
        Some(ConstantValue::Truth(truth)) => truth.to_string(),
        Some(ConstantValue::Number(number)) => number.to_string(),
        Some(ConstantValue::Day(day)) => day.to_string(),
        Some(ConstantValue::Code(code)) => code.clone(),
        Some(ConstantValue::Codes(codes)) => codes.join(";"),
    };
    Row::of("constant")
        .with("what", constant.what.code())
        .with("name", &constant.name)
        .with_some("code", constant.place.as_ref())
        .with("value_before", value(&constant.before))
        .with("value_after", value(&constant.after))
        .with("clauses_before", constant.clauses_before.join(";"))
        .with("clauses_after", constant.clauses_after.join(";"))
}

fn subjects(report: &DiffReport) -> impl Iterator<Item = Row> {
    report.subjects.iter().flat_map(|found| {
        found.subjects.iter().map(|subject| {
            Row::of("subject")
                .with_some("name", subject.name.as_ref())
                .with("row", subject.row.to_string())
                .with_some("code", subject.code.as_ref())
                .with_some("county", subject.county.as_ref())
                .with("kinds", &subject.kind)
                .with_answer("before", &subject.before)
                .with_answer("after", &subject.after)
                .with("as_of", found.as_of.to_string())
        })
    })
}
