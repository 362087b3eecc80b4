//! A workbook: determinations, rejected rows and the receipt, a sheet each.

use indexmap::IndexSet;
use qiaolian::{Lang, Policy, Question};
use qiaolian_core::policy::{Rulebook, Word};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::fields::{BETWEEN, COLUMNS, Field, Same, fields};
use super::{Answered, Rejected, Sink, Summary};
use crate::error::CliError;
use crate::own;
use crate::workbook::{Book, Sheet, Style, status};

/// What is put between shown members of a list.
const SHOWN_BETWEEN: &str = "、";

/// XLSX output. A sheet is put together in memory, so that it is no format for millions of rows.
pub(crate) struct XlsxOutput {
    to: Sink,
    policy: Policy,
    question: Question,
    same: Same,
    sheet: Sheet,
    style: Style,
    own: IndexSet<(String, usize)>,
}

impl XlsxOutput {
    pub(super) fn new(
        to: Sink,
        policy: &Policy,
        question: Question,
        own: Option<Vec<String>>,
    ) -> Result<Self, CliError> {
        let words = &policy.core().rulebook().words;
        let name = words.get(Word::SheetDeterminations, question.lang);
        Ok(Self {
            to,
            policy: policy.clone(),
            question,
            same: Same::new(policy, question),
            sheet: Sheet::new(name)?,
            style: Style::default(),
            own: own::numbered(own.into_iter().flatten().map(|name| (name, ())))
                .map(|(column, ())| column)
                .collect(),
        })
    }

    pub(super) fn write(&mut self, answered: &Answered<'_>) -> Result<(), CliError> {
        let Self { policy, question, same, sheet, style, own, .. } = self;
        let rulebook = policy.core().rulebook();
        sheet.next_row();
        let mut columns = (0u16..).zip(COLUMNS);
        let mut written = Ok(());
        fields(answered, same, &mut |field| {
            let Some((at, column)) = columns.next() else { return };
            if written.is_ok() {
                written = cell(sheet, style, rulebook, question.lang, (at, column), field);
            }
        });
        written?;
        for (column, text) in own::numbered(
            answered.extra.iter().map(|(name, text)| (name.to_string(), text.clone())),
        ) {
            let (at, _) = own.insert_full(column);
            sheet.cell(own_at(at)?, Field::Text(&text))?;
        }
        Ok(())
    }

    pub(super) fn finish(self, summary: &Summary<'_>) -> Result<(), CliError> {
        let Self { to, policy, question, mut sheet, own, .. } = self;
        let words = &policy.core().rulebook().words;
        let lang = question.lang;
        for (at, column) in (0u16..).zip(COLUMNS) {
            let name = words.by_key(&format!("column.{column}"));
            sheet.header(at, name.map_or(column, |name| name.get(lang)))?;
        }
        for (at, (name, _)) in own.iter().enumerate() {
            sheet.header(own_at(at)?, name)?;
        }
        let mut book = Book::new(question.as_of)?;
        book.push(sheet)?;
        book.push(rejected(words.get(Word::SheetRejected, lang), summary.rejected, lang)?)?;
        let mut receipt = Sheet::new(words.get(Word::SheetReceipt, lang))?;
        let value = serde_json::to_value(summary.receipt)?;
        for (field, value) in value.as_object().into_iter().flatten() {
            receipt.next_row();
            let name = words.by_key(&format!("receipt.{field}"));
            receipt.cell(0, Field::Text(name.map_or(field, |name| name.get(lang))))?;
            receipt.cell(1, Field::Text(field))?;
            receipt.wrapped(2, &receipt_text(value))?;
        }
        book.push(receipt)?;
        book.write(to)
    }
}

/// The column of one of the register's own.
fn own_at(at: usize) -> Result<u16, CliError> {
    u16::try_from(COLUMNS.len() + at).map_err(|_| CliError::SheetIsFull)
}

fn cell(
    sheet: &mut Sheet,
    style: &mut Style,
    rulebook: &Rulebook,
    lang: Lang,
    (at, column): (u16, &str),
    field: Field<'_>,
) -> Result<(), CliError> {
    let truth;
    let field = match field {
        Field::Truth(value) => {
            truth = value.to_string();
            Field::Text(&truth)
        }
        Field::Blank | Field::Number(_) | Field::Day(_) | Field::Text(_) => field,
    };
    if let Field::Text(codes) = field
        && let Some(words) = in_words(rulebook, lang, column, codes)
    {
        let status = if column == "status" { status(codes) } else { None };
        return sheet.text(at, codes, style.words(&words, status), words.width());
    }
    sheet.cell(at, field)
}

/// Codes in words, if all of them have any.
fn in_words(rulebook: &Rulebook, lang: Lang, column: &str, codes: &str) -> Option<String> {
    let words = |code: &str| -> Option<&str> {
        let key = match column {
            "kind" => {
                let mut kinds = rulebook.kinds.iter();
                return kinds.find(|(_, of)| of.code == code).map(|(_, of)| of.label.get(lang));
            }
            "forms" => {
                let mut forms = rulebook.forms.iter();
                return forms.find(|(_, of)| of.code == code).map(|(_, of)| of.label.get(lang));
            }
            "missing" => {
                let mut groups = rulebook.groups.iter();
                let group = groups.find(|(_, of)| of.code == code);
                if let Some((_, of)) = group {
                    return Some(of.label.get(lang));
                }
                format!("column.{code}")
            }
            "duty" | "possible_duties" => format!("duty.{code}"),
            "fulfilment" | "status" => format!("{column}.{code}"),
            "key_area" | "count_is_complete" if code == "true" => "truth.yes".to_owned(),
            "key_area" | "count_is_complete" => "truth.no".to_owned(),
            _ => return None,
        };
        rulebook.words.by_key(&key).map(|text| text.get(lang))
    };
    if codes.is_empty() {
        return None;
    }
    let shown: Option<Vec<&str>> = codes.split(BETWEEN).map(words).collect();
    Some(shown?.join(SHOWN_BETWEEN))
}

/// Rejected rows as a sheet that can be mended and read again.
pub(super) fn rejected(name: &str, rows: &[Rejected], lang: Lang) -> Result<Sheet, CliError> {
    let mut sheet = Sheet::new(name)?;
    let mut columns: IndexSet<(String, usize)> = IndexSet::new();
    for row in rows {
        columns.extend(own::numbered(row.own()).map(|(column, _)| column));
    }
    let behind = |at: usize| u16::try_from(columns.len() + at).map_err(|_| CliError::SheetIsFull);
    for (at, (name, _)) in (0u16..).zip(&columns) {
        sheet.header(at, name)?;
    }
    for (at, name) in Rejected::ADDED.iter().enumerate() {
        sheet.header(behind(at)?, name)?;
    }
    let text = Style::text();
    for row in rows {
        sheet.next_row();
        for (column, value) in own::numbered(row.own()) {
            let at = columns.get_index_of(&column).and_then(|at| u16::try_from(at).ok());
            let value = super::rejects::text_of(value);
            sheet.text(at.ok_or(CliError::SheetIsFull)?, &value, &text, value.width())?;
        }
        let number = |number: u64| Field::Number(i64::try_from(number).unwrap_or(i64::MAX));
        sheet.cell(behind(0)?, number(row.row))?;
        sheet.cell(behind(1)?, number(row.line))?;
        let sentences = row.sentences(lang);
        sheet.wrapped(behind(2)?, &sentences)?;
    }
    Ok(sheet)
}

/// A value of the receipt as text.
fn receipt_text(value: &Value) -> String {
    match value {
        Value::Object(pairs) => {
            let pairs = pairs.iter().map(|(name, value)| format!("{name}={}", receipt_text(value)));
            pairs.collect::<Vec<_>>().join(BETWEEN)
        }
        Value::String(text) => text.clone(),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_)) => {
            other.to_string()
        }
    }
}
