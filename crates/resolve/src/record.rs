//! A record as it comes: cells under known columns, and what stands under unknown ones.

use std::borrow::Cow;

use qiaolian_core::model::GroupId;
use qiaolian_core::policy::{Rulebook, Text, Word};

/// A column that means something to the rules.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Column {
    /// Division code.
    Code,
    /// Name of the subject.
    Name,
    /// County, by name or code.
    County,
    /// Township, which tells villages of one name apart.
    Township,
    /// Kind of subject.
    Kind,
    /// People of one group.
    Group(GroupId),
    /// People of all groups together.
    Total,
    /// Whether it is a key area, by the record's own word.
    KeyArea,
    /// The organisation on record.
    ExistingForm,
    /// When it was set up.
    EstablishedOn,
    /// Whether a unit is ready.
    ConditionsMet,
    /// Whether an exception was agreed.
    ExceptionAgreed,
}

impl Column {
    /// All columns of a policy, in their order.
    #[must_use]
    pub fn all(rulebook: &Rulebook) -> Vec<Self> {
        let before = [Self::Code, Self::Name, Self::County, Self::Township, Self::Kind];
        let after = [
            Self::Total,
            Self::KeyArea,
            Self::ExistingForm,
            Self::EstablishedOn,
            Self::ConditionsMet,
            Self::ExceptionAgreed,
        ];
        let mut columns = before.to_vec();
        for group in rulebook.groups.ids() {
            columns.push(Self::Group(group));
        }
        columns.extend_from_slice(&after);
        columns
    }

    /// Its name in English registers, in JSON and in problems.
    #[must_use]
    pub fn code(self, rulebook: &Rulebook) -> &str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::County => "county",
            Self::Township => "township",
            Self::Kind => "kind",
            Self::Group(group) => &rulebook.groups.of(group).code,
            Self::Total => "total",
            Self::KeyArea => "key_area",
            Self::ExistingForm => "existing_form",
            Self::EstablishedOn => "established_on",
            Self::ConditionsMet => "conditions_met",
            Self::ExceptionAgreed => "exception_agreed",
        }
    }

    /// Its heading in both languages.
    #[must_use]
    pub fn heading(self, rulebook: &Rulebook) -> Text {
        let words = &rulebook.words;
        let of = |word: Word| words.text(word).cloned().unwrap_or_default();
        match self {
            Self::Code => of(Word::ColumnCode),
            Self::Name => of(Word::ColumnName),
            Self::County => of(Word::ColumnCounty),
            Self::Township => of(Word::ColumnTownship),
            Self::Kind => of(Word::ColumnKind),
            Self::Group(group) => rulebook.groups.of(group).label.clone(),
            Self::Total => of(Word::ColumnTotal),
            Self::KeyArea => of(Word::ColumnKeyArea),
            Self::ExistingForm => of(Word::ColumnExistingForm),
            Self::EstablishedOn => of(Word::ColumnEstablishedOn),
            Self::ConditionsMet => of(Word::ColumnConditionsMet),
            Self::ExceptionAgreed => of(Word::ColumnExceptionAgreed),
        }
    }
}

/// One value of a record, as the file or the caller gives it.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell<'r> {
    /// A text, as it was written.
    Text(Cow<'r, str>),
    /// A number that the format stores as such, as [`Cell::number`] writes it.
    Number(Cow<'r, str>),
    /// A truth value that the format stores as such.
    Truth(bool),
}

impl Cell<'_> {
    /// A number in decimal digits, a whole one without a fraction.
    #[must_use]
    pub fn number(number: f64) -> Self {
        // The sum turns -0 into 0.
        Self::Number(Cow::Owned((number + 0.0).to_string()))
    }

    /// The value as a text: a number in its digits, a truth value as `true` or `false`.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Number(text) => Cow::Borrowed(text),
            Self::Truth(true) => Cow::Borrowed("true"),
            Self::Truth(false) => Cow::Borrowed("false"),
        }
    }
}

/// One record: the cells under known columns, each column at most once; blank ones left out or in.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Record<'r> {
    /// The cells.
    pub cells: Vec<(Column, Cell<'r>)>,
}

impl<'r> Record<'r> {
    /// The cell under a column.
    #[must_use]
    pub fn get(&self, column: Column) -> Option<&Cell<'r>> {
        self.cells.iter().find(|(known, _)| *known == column).map(|(_, cell)| cell)
    }
}
