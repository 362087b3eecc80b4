//! What keeps a record from being assessed, and what is only worth a warning.

use qiaolian_core::policy::Word;

use crate::record::Column;

/// Why a record is rejected. Closed: section by section of the register's contract.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ProblemCode {
    /// Not a division code.
    UnreadableCode,
    /// Not a kind.
    UnreadableKind,
    /// Not a form of organisation.
    UnreadableForm,
    /// Not a yes or no.
    UnreadableBoolean,
    /// Not a date.
    UnreadableDate,
    /// Not a whole number.
    UnreadableNumber,
    /// The total is below the largest group, or above the sum of all.
    TotalOutOfBounds,
    /// A founding date where there is no organisation.
    DateWithoutOrganisation,
    /// Neither kind nor code says what it is.
    KindNotSettled,
    /// Kind, county or township contradict the code.
    ContradictsCode,
    /// The name could be two places.
    AmbiguousName,
    /// No county, and the name is found nowhere.
    UnknownPlace,
    /// Outside the policy's area.
    OutsideArea,
    /// The place was in an earlier row.
    DuplicateCode,
}

impl ProblemCode {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::UnreadableCode,
        Self::UnreadableKind,
        Self::UnreadableForm,
        Self::UnreadableBoolean,
        Self::UnreadableDate,
        Self::UnreadableNumber,
        Self::TotalOutOfBounds,
        Self::DateWithoutOrganisation,
        Self::KindNotSettled,
        Self::ContradictsCode,
        Self::AmbiguousName,
        Self::UnknownPlace,
        Self::OutsideArea,
        Self::DuplicateCode,
    ];

    /// Its code in JSON and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnreadableCode => "unreadable_code",
            Self::UnreadableKind => "unreadable_kind",
            Self::UnreadableForm => "unreadable_form",
            Self::UnreadableBoolean => "unreadable_boolean",
            Self::UnreadableDate => "unreadable_date",
            Self::UnreadableNumber => "unreadable_number",
            Self::TotalOutOfBounds => "total_out_of_bounds",
            Self::DateWithoutOrganisation => "date_without_organisation",
            Self::KindNotSettled => "kind_not_settled",
            Self::ContradictsCode => "contradicts_code",
            Self::AmbiguousName => "ambiguous_name",
            Self::UnknownPlace => "unknown_place",
            Self::OutsideArea => "outside_area",
            Self::DuplicateCode => "duplicate_code",
        }
    }

    /// What says that something is wrong, and how to mend it.
    pub(crate) const fn words(self) -> (Word, Word) {
        match self {
            Self::UnreadableCode => (Word::ProblemUnreadableCode, Word::HelpUnreadableCode),
            Self::UnreadableKind => (Word::ProblemUnreadableKind, Word::HelpUnreadableKind),
            Self::UnreadableForm => (Word::ProblemUnreadableForm, Word::HelpUnreadableForm),
            Self::UnreadableBoolean => {
                (Word::ProblemUnreadableBoolean, Word::HelpUnreadableBoolean)
            }
            Self::UnreadableDate => (Word::ProblemUnreadableDate, Word::HelpUnreadableDate),
            Self::UnreadableNumber => (Word::ProblemUnreadableNumber, Word::HelpUnreadableNumber),
            Self::TotalOutOfBounds => (Word::ProblemTotalOutOfBounds, Word::HelpTotalOutOfBounds),
            Self::DateWithoutOrganisation => {
                (Word::ProblemDateWithoutOrganisation, Word::HelpDateWithoutOrganisation)
            }
            Self::KindNotSettled => (Word::ProblemKindNotSettled, Word::HelpKindNotSettled),
            Self::ContradictsCode => (Word::ProblemContradictsCode, Word::HelpContradictsCode),
            Self::AmbiguousName => (Word::ProblemAmbiguousName, Word::HelpAmbiguousName),
            Self::UnknownPlace => (Word::ProblemUnknownPlace, Word::HelpUnknownPlace),
            Self::OutsideArea => (Word::ProblemOutsideArea, Word::HelpOutsideArea),
            Self::DuplicateCode => (Word::ProblemDuplicateCode, Word::HelpDuplicateCode),
        }
    }
}

/// One problem of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The column.
    pub column: Column,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub code: ProblemCode,
    /// What the messages speak of beside the value: candidates, bounds, the contradicted code.
    pub detail: String,
}

/// Puts a problem among others, which are in the order of the columns.
pub(crate) fn put_in_order(problems: &mut Vec<Problem>, problem: Problem) {
    let place = |problem: &Problem| (problem.column, problem.code);
    let at = problems.partition_point(|other| place(other) <= place(&problem));
    problems.insert(at, problem);
}

/// What is odd about a record that is assessed all the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Warning {
    /// The name is found nowhere in its county.
    NameNotFound,
    /// The gazetteer lacks the code.
    CodeNotFound,
    /// The name isn't that of the code.
    NameDiffersFromCode,
    /// The name is close to that of a listed area.
    NearName,
}

impl Warning {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::NameNotFound, Self::CodeNotFound, Self::NameDiffersFromCode, Self::NearName];

    /// Its code in JSON and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NameNotFound => "name_not_found",
            Self::CodeNotFound => "code_not_found",
            Self::NameDiffersFromCode => "name_differs_from_code",
            Self::NearName => "near_name",
        }
    }
}
