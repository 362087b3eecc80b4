//! One condition of a trace: what was asked of which fact, what was found, and whether it holds.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::model::coded::serialized_by_code;
use crate::model::{AreaId, FormId, IdSet, KindId, People, PlaceId};
use crate::policy::{ClauseRef, Rule};

serialized_by_code!(Fact);

/// The fact that a condition looks at.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Fact {
    /// What kind of subject it is.
    Kind,
    /// Its division code, by which lists are looked up.
    Code,
    /// The record's own word on whether it is a key area.
    KeyArea,
    /// How many people are counted.
    Count,
    /// Whether a unit is ready.
    ConditionsMet,
    /// The organisation on record.
    ExistingForm,
    /// When it was set up.
    EstablishedOn,
    /// Whether an exception was agreed.
    ExceptionAgreed,
    /// The date of the question.
    AsOf,
}

impl Fact {
    /// Its code in JSON and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Code => "code",
            Self::KeyArea => "key_area",
            Self::Count => "count",
            Self::ConditionsMet => "conditions_met",
            Self::ExistingForm => "existing_form",
            Self::EstablishedOn => "established_on",
            Self::ExceptionAgreed => "exception_agreed",
            Self::AsOf => "as_of",
        }
    }
}

/// What was found, or wanted: an id or a value, never words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// The fact is unknown.
    Unknown,
    /// Yes or no.
    Truth(bool),
    /// A number.
    Number(u64),
    /// An interval of people: a number where its ends meet, else `12..` or `12..40`.
    People(People),
    /// A date.
    Day(NaiveDate),
    /// A kind.
    Kind(KindId),
    /// Any of some kinds.
    Kinds(IdSet<KindId>),
    /// A place.
    Place(PlaceId),
    /// A special area.
    Area(AreaId),
    /// A form of organisation.
    Form(FormId),
    /// Any of some forms.
    Forms(IdSet<FormId>),
}

/// One condition that was looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// The rule that asks.
    pub rule: Rule,
    /// The clause that it rests on.
    pub clause: Option<ClauseRef>,
    /// The fact that it looks at.
    pub fact: Fact,
    /// What was found.
    pub observed: Value,
    /// What was wanted.
    pub wanted: Value,
    /// Whether it holds; none where that can't be decided.
    pub holds: Option<bool>,
}
