//! What comes of a row, by itself: it outlives the row and goes to another thread.

use std::sync::Arc;

use qiaolian_register::{Row, Written};
use serde_json::Value;

use crate::output::{Answered, Rejected};
use crate::rows::Taken;

/// What comes of a row.
#[expect(clippy::large_enum_variant, reason = "nearly every one is an answer")]
pub(crate) enum Item<'p> {
    /// An answer.
    Answered(Answered<'p>),
    /// No answer, and why.
    Rejected(Rejected),
}

/// Makes items of rows.
#[derive(Default)]
pub(crate) struct Keeper {
    /// The names of the row before's own columns: mostly they are those of the next row too.
    names: Vec<Arc<str>>,
}

impl Keeper {
    /// What came of a row.
    pub(crate) fn keep<'p>(&mut self, taken: Taken<'_, 'p>) -> Item<'p> {
        let Taken { row, line, answer, written } = taken;
        match answer {
            Ok(assessment) => {
                let extra = written.map(|written| self.extra(written)).unwrap_or_default();
                Item::Answered(Answered { row, assessment, extra })
            }
            Err(problems) => {
                let columns = written.map(original).unwrap_or_default();
                Item::Rejected(Rejected { columns, row, line, problems })
            }
        }
    }

    /// The register's own columns.
    fn extra(&mut self, row: &Row<'_>) -> Vec<(Arc<str>, String)> {
        let mut extra = Vec::with_capacity(row.extra.len());
        for (at, (name, text)) in row.extra.iter().enumerate() {
            let name = match self.names.get_mut(at) {
                Some(known) if **known == **name => Arc::clone(known),
                Some(known) => {
                    *known = Arc::from(&**name);
                    Arc::clone(known)
                }
                None => {
                    self.names.push(Arc::from(&**name));
                    Arc::from(&**name)
                }
            };
            extra.push((name, text.to_string()));
        }
        extra
    }
}

/// The row as it was.
fn original(row: &Row<'_>) -> Vec<(String, Value)> {
    let columns = row.original.columns().into_iter();
    columns.map(|(name, value)| (name.into_owned(), as_json(value))).collect()
}

fn as_json(value: Written<'_>) -> Value {
    match value {
        Written::Text(text) => text.into_owned().into(),
        Written::Json(json) => {
            serde_json::from_str(&json).unwrap_or_else(|_| json.into_owned().into())
        }
    }
}
