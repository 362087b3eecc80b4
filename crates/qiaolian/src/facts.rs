//! The facts of one subject, as a caller gives them: unchecked until a policy assesses them.

use std::borrow::Cow;

use chrono::NaiveDate;
use qiaolian_core::policy::Rulebook;
use qiaolian_resolve::{Cell, Column, Record};
use serde::{Deserialize, Serialize};

use crate::named::Named;
use crate::number::Number;

/// The facts of one subject. What is left out, or null, is unknown.
///
/// The names are those of a register's columns; the groups of people are the policy's.
///
/// ```
/// let facts = qiaolian::Facts::new()
///     .kind("village")
///     .county("红塔区")
///     .name("金州社区")
///     .people("returned_and_relatives", 12);
/// # let _ = facts;
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(Named<Fact>);

/// One value: a text, a number, yes or no, or nothing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged, expecting = "expected a text, a number, true, false or null")]
pub enum Fact {
    /// Unknown.
    Unknown(()),
    /// Yes or no.
    Truth(bool),
    /// A number.
    Number(Number),
    /// A text: a name, a code, or any value as registers write it.
    Text(String),
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<bool> for Fact {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}
impl From<u32> for Fact {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}
impl From<f64> for Fact {
    fn from(number: f64) -> Self {
        Self::Number(number.into())
    }
}
impl From<NaiveDate> for Fact {
    fn from(day: NaiveDate) -> Self {
        Self::Text(day.to_string())
    }
}

impl Facts {
    /// No fact: everything is unknown.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The facts with one more, under a column's name.
    #[must_use]
    pub fn with(mut self, name: &str, fact: impl Into<Fact>) -> Self {
        self.insert(name.to_owned(), fact.into());
        self
    }

    /// Puts one more in, under a column's name.
    pub fn insert(&mut self, name: String, fact: Fact) {
        self.0.insert(name, fact);
    }

    /// With its division code, of 6, 9 or 12 digits.
    #[must_use]
    pub fn code(self, code: &str) -> Self {
        self.with("code", code)
    }
    /// With its name.
    #[must_use]
    pub fn name(self, name: &str) -> Self {
        self.with("name", name)
    }
    /// With its county, by name or code.
    #[must_use]
    pub fn county(self, county: &str) -> Self {
        self.with("county", county)
    }
    /// With its township, which tells villages of one name apart.
    #[must_use]
    pub fn township(self, township: &str) -> Self {
        self.with("township", township)
    }
    /// With its kind, by code or name.
    #[must_use]
    pub fn kind(self, kind: &str) -> Self {
        self.with("kind", kind)
    }
    /// With the people of one of the policy's groups.
    #[must_use]
    pub fn people(self, group: &str, count: u32) -> Self {
        self.with(group, count)
    }
    /// With the people of all groups together.
    #[must_use]
    pub fn total(self, count: u32) -> Self {
        self.with("total", count)
    }
    /// With the record's own word on whether it is a key area, which overrules the policy's list.
    #[must_use]
    pub fn key_area(self, is_key_area: bool) -> Self {
        self.with("key_area", is_key_area)
    }
    /// With the organisation on record, `none` where there is none.
    #[must_use]
    pub fn existing_form(self, form: &str) -> Self {
        self.with("existing_form", form)
    }
    /// With the day on which that organisation was set up.
    #[must_use]
    pub fn established_on(self, day: NaiveDate) -> Self {
        self.with("established_on", day)
    }
    /// With whether a unit is ready for what is asked.
    #[must_use]
    pub fn conditions_met(self, met: bool) -> Self {
        self.with("conditions_met", met)
    }
    /// With whether people decided on an exception and recorded it.
    #[must_use]
    pub fn exception_agreed(self, agreed: bool) -> Self {
        self.with("exception_agreed", agreed)
    }

    /// The facts by their names.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Fact)> {
        self.0.iter()
    }

    /// The facts without those of some names.
    #[cfg(feature = "checks")]
    pub(crate) fn without(&self, names: &[String]) -> Self {
        let facts = self.0.iter().filter(|(name, _)| !names.contains(name));
        Self(facts.map(|(name, fact)| (name.clone(), fact.clone())).collect())
    }

    /// The facts as a record of a policy's columns; the names that are no column where there are any.
    pub(crate) fn record(&self, rulebook: &Rulebook) -> Result<Record<'_>, Vec<String>> {
        let columns = Column::all(rulebook);
        let mut record = Record::default();
        let mut unknown = Vec::new();
        for (name, fact) in self.0.iter() {
            let Some(column) = columns.iter().find(|column| column.code(rulebook) == name) else {
                unknown.push(name.clone());
                continue;
            };
            let cell = match fact {
                Fact::Unknown(()) => continue,
                Fact::Truth(truth) => Cell::Truth(*truth),
                Fact::Number(number) => Cell::Number(Cow::Borrowed(number.digits())),
                Fact::Text(text) => Cell::Text(Cow::Borrowed(text)),
            };
            record.cells.push((*column, cell));
        }
        if unknown.is_empty() { Ok(record) } else { Err(unknown) }
    }
}

impl<N: Into<String>, F: Into<Fact>> FromIterator<(N, F)> for Facts {
    fn from_iter<T: IntoIterator<Item = (N, F)>>(facts: T) -> Self {
        Self(facts.into_iter().map(|(name, fact)| (name.into(), fact.into())).collect())
    }
}
