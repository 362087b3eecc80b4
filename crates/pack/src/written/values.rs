//! What stands behind a key of many files: a value with its place, clauses, a day, a text.

use std::ops::Deref;

use chrono::NaiveDate;
use qiaolian_core::policy::Text;
use toml_spanner::{Context, Failed, FromToml, Item, Span, Toml};

/// A value with its place in the file.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

impl<'de, T: FromToml<'de>> FromToml<'de> for Spanned<T> {
    fn from_toml(ctx: &mut Context<'de>, item: &Item<'de>) -> Result<Self, Failed> {
        let toml_spanner::Spanned { value, span } = FromToml::from_toml(ctx, item)?;
        Ok(Self { value, span })
    }
}

/// A name in a file, with its place.
pub(crate) type Name = Spanned<String>;

/// Clauses of the document, each written `provision#number`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clauses(Vec<Name>);

impl Deref for Clauses {
    type Target = [Name];

    fn deref(&self) -> &[Name] {
        &self.0
    }
}

impl<'de> FromToml<'de> for Clauses {
    fn from_toml(ctx: &mut Context<'de>, item: &Item<'de>) -> Result<Self, Failed> {
        FromToml::from_toml(ctx, item).map(Self)
    }
}

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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct Both {
    /// In Chinese.
    zh: String,
    /// In English.
    en: String,
}

impl From<Both> for Text {
    fn from(both: Both) -> Self {
        Self { zh: both.zh, en: both.en }
    }
}
