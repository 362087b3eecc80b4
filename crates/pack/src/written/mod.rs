//! The files as they are written: names are still text, each with its place.

mod checks;
mod procedure;
mod rules;
mod words;

pub(crate) use checks::*;
pub(crate) use procedure::*;
pub(crate) use rules::*;
pub(crate) use words::*;

use chrono::NaiveDate;
use qiaolian_core::policy::Text;
use toml_spanner::{Context, Failed, FromToml, Item, Spanned, Toml};

/// A name in a file, with its place.
pub(crate) type Name = Spanned<String>;

/// A day of the calendar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day(pub(crate) NaiveDate);

impl<'de> FromToml<'de> for Day {
    fn from_toml(ctx: &mut Context<'de>, item: &Item<'de>) -> Result<Self, Failed> {
        let date = item.as_datetime().and_then(toml_spanner::DateTime::date);
        let day = date.and_then(|date| {
            NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        });
        day.map(Self).ok_or_else(|| {
            ctx.report_custom_error("expected a day such as 2022-12-31, without quotes", item)
        })
    }
}

/// A text in both languages.
#[derive(Toml, Clone, Debug)]
#[toml(recoverable)]
pub(crate) struct Both {
    zh: String,
    en: String,
}

impl From<Both> for Text {
    fn from(both: Both) -> Self {
        Self { zh: both.zh, en: both.en }
    }
}

/// `policy.toml`.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct PolicyFile {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) title: Both,
    pub(crate) source: Both,
    pub(crate) scope: Both,
    pub(crate) code_prefix: String,
    pub(crate) plan_digest: Name,
    pub(crate) gazetteer: Both,
}

/// `provisions.toml`.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct ProvisionsFile {
    pub(crate) provision: Vec<WrittenProvision>,
}

/// A provision.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenProvision {
    pub(crate) id: Name,
    pub(crate) label: Both,
    pub(crate) title: Both,
    pub(crate) clause: Vec<WrittenClause>,
}

/// A clause.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenClause {
    pub(crate) number: Spanned<u32>,
    pub(crate) kind: Name,
    pub(crate) modality: String,
    pub(crate) nature: Name,
    pub(crate) zh: String,
    pub(crate) en: String,
    pub(crate) why: Option<Both>,
}

/// `subjects.toml`.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct SubjectsFile {
    pub(crate) full_form: Name,
    pub(crate) no_form: Name,
    pub(crate) counted: WrittenCounted,
    pub(crate) kind: Vec<WrittenKind>,
    pub(crate) group: Vec<WrittenGroup>,
    pub(crate) form: Vec<WrittenForm>,
    #[toml(default)]
    pub(crate) ending: Vec<WrittenEnding>,
}

/// The groups that are summed.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenCounted {
    pub(crate) groups: Vec<Name>,
    pub(crate) clauses: Spanned<Vec<Name>>,
}

/// A kind.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenKind {
    pub(crate) code: Name,
    pub(crate) label: Both,
    #[toml(default)]
    pub(crate) spellings: Vec<String>,
    pub(crate) code_digits: Option<u8>,
}

/// A group of people.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenGroup {
    pub(crate) code: Name,
    pub(crate) label: Both,
}

/// A form of organisation.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenForm {
    pub(crate) code: Name,
    pub(crate) label: Both,
    #[toml(default)]
    pub(crate) spellings: Vec<String>,
}

/// Endings of names that mean the same.
#[derive(Toml, Debug)]
#[toml(recoverable)]
pub(crate) struct WrittenEnding {
    pub(crate) kind: Name,
    pub(crate) written: Vec<String>,
}
