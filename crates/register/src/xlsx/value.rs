//! What a cell holds, as a register's value.

use calamine::{DataRef, ExcelDateTime};

/// What a cell holds.
pub(super) enum Held<'c> {
    Nothing,
    /// A text of the cell's own.
    Text(String),
    /// A text that other cells may share.
    Shared(&'c str),
    Number(f64),
    Truth(bool),
}

/// What a cell holds.
pub(super) fn held(value: DataRef<'_>) -> Held<'_> {
    match value {
        DataRef::Empty => Held::Nothing,
        DataRef::String(text) | DataRef::DurationIso(text) => Held::Text(text),
        DataRef::SharedString(text) => Held::Shared(text),
        DataRef::Bool(truth) => Held::Truth(truth),
        DataRef::Float(value) => number(value),
        DataRef::Int(number) => Held::Text(number.to_string()),
        DataRef::DateTime(moment) => date(moment),
        DataRef::DateTimeIso(text) => Held::Text(iso_date(&text)),
        DataRef::Error(error) => Held::Text(error.to_string()),
    }
}

fn number(value: f64) -> Held<'static> {
    if value.is_finite() { Held::Number(value) } else { Held::Text(value.to_string()) }
}

/// A date as text; what is a length of time, or no date of the calendar, stays a number.
fn date(moment: ExcelDateTime) -> Held<'static> {
    /// The day after 9999-12-31, the last one that spreadsheets know.
    const END: f64 = 2_958_466.0;
    let value = moment.as_f64();
    if !moment.is_datetime() || !(0.0..END).contains(&value) {
        return number(value);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let (date, time) =
        (format!("{year:04}-{month:02}-{day:02}"), format!("{hour:02}:{minute:02}:{second:02}"));
    Held::Text(match (value < 1.0, hour, minute, second) {
        (true, _, _, _) => time,
        (false, 0, 0, 0) => date,
        (false, _, _, _) => format!("{date} {time}"),
    })
}

/// A date that is written out, without the midnight behind it.
fn iso_date(text: &str) -> String {
    match text.split_once('T') {
        Some((day, time)) if !time.contains(|sign: char| ('1'..='9').contains(&sign)) => {
            day.to_owned()
        }
        Some((day, time)) => format!("{day} {time}"),
        None => text.to_owned(),
    }
}
