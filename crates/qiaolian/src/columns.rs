//! Many subjects at once, a column a fact: for registers of millions of rows.
//!
//! Columns come from facts ([`Policy::columns`]), or by their bytes from whoever has them
//! ([`Policy::columns_of_bytes`]): kinds, forms and groups as the numbers of [`ColumnCodes`], counts
//! and days of four bytes, yes and no in bits, each with a bitmap of what is known, as Arrow has them.

use qiaolian_core::columns::{
    Answers, Bits, Classes, ColumnFault, Columns, ColumnsError, FilledColumns, NOT_RESOLVED,
    Problems, Values,
};
use qiaolian_core::model::{Duty, Fulfilment, GroupId, Id, Status};
use serde::{Deserialize, Serialize};

use crate::coverage::RejectedEntry;
use crate::determination::DutyOrOpen;
use crate::error::{ArgumentFault, Error};
use crate::facts::Facts;
use crate::policy::{Policy, Question};

/// Columns made from facts, a row each in their order, and the rows that can't be assessed: those
/// stand in the columns too, as of no kind.
#[derive(Clone, PartialEq, Debug)]
pub struct ResolvedColumns {
    /// The columns.
    pub columns: FilledColumns,
    /// The rows whose facts don't hold up, with all of their problems.
    pub rejected: Vec<RejectedEntry>,
}

/// What the numbers in columns stand for: each list in the order of its numbers, the first 0.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ColumnCodes {
    /// What a subject is.
    pub kind: Vec<ClassEntry>,
    /// The columns of people, by their names.
    pub groups: Vec<String>,
    /// Forms of organisation.
    pub form: Vec<String>,
    /// Duties, the open one last.
    pub duty: Vec<DutyOrOpen>,
    /// How far a duty is fulfilled.
    pub fulfilment: Vec<Fulfilment>,
    /// Where a subject stands.
    pub status: Vec<Status>,
    /// What keeps a row from being assessed, a bit each, the lowest first.
    pub problems: Vec<String>,
}

/// What a number in the column `kind` stands for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClassEntry {
    /// The kind.
    pub kind: String,
    /// The special areas whose lists the place is on; none for a kind by itself.
    pub areas: Vec<String>,
}

/// What a column's bytes are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Element {
    /// Bytes: numbers of codes, or bits.
    U8,
    /// Whole numbers of four bytes from 0 on.
    U32,
    /// Whole numbers of four bytes, negative ones too.
    I32,
}

impl Element {
    const fn said(self) -> &'static str {
        match self {
            Self::U8 => "unsigned numbers of 8 bits",
            Self::U32 => "unsigned numbers of 32 bits",
            Self::I32 => "signed numbers of 32 bits",
        }
    }
}

/// A column by its bytes, the lowest of a number first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnBytes {
    /// Which column.
    pub name: String,
    /// What its bytes are.
    pub element: Element,
    /// Its values, one behind the other.
    pub values: Vec<u8>,
    /// Which are known, a bit each; none where all are.
    pub validity: Option<Vec<u8>>,
}

impl Policy {
    /// The columns of many subjects, in order; a place that comes a second time is refused there.
    ///
    /// # Errors
    /// [`Error::Columns`] where the policy has more kinds than columns can tell apart.
    pub fn columns<'f>(
        &self,
        all: impl IntoIterator<Item = &'f Facts>,
    ) -> Result<ResolvedColumns, Error> {
        let classes = Classes::of(self.core()).map_err(ColumnsError::from)?;
        let mut columns = FilledColumns::new(self.core().rulebook().groups.len());
        let mut rejected = Vec::new();
        self.each_resolved(all, |row, resolved| match resolved {
            Ok(resolved) => columns.push(&classes, Some(&resolved.subject)),
            Err(error) => {
                columns.push(&classes, None);
                rejected.push(RejectedEntry { row, error: error.envelope() });
            }
        });
        Ok(ResolvedColumns { columns, rejected })
    }

    /// Assesses all rows of some columns as of a day, each as [`Policy::assess`] does.
    ///
    /// # Errors
    /// [`Error::Columns`] where they are of different lengths.
    pub fn assess_columns(
        &self,
        columns: &Columns<'_>,
        question: impl Into<Question>,
    ) -> Result<Answers, Error> {
        Ok(self.core().decide_columns(columns, self.date(question.into()))?)
    }

    /// What the numbers in this policy's columns stand for.
    ///
    /// # Errors
    /// As [`Policy::columns`].
    pub fn column_codes(&self) -> Result<ColumnCodes, Error> {
        let (rulebook, areas) = (self.core().rulebook(), &self.core().terms().areas);
        let classes = Classes::of(self.core()).map_err(ColumnsError::from)?;
        let kinds = rulebook
            .kinds
            .iter()
            .map(|(_, kind)| ClassEntry { kind: kind.code.clone(), areas: Vec::new() });
        let listed = classes.listed().map(|(kind, of_areas)| ClassEntry {
            kind: rulebook.kinds.of(kind).code.clone(),
            areas: of_areas.iter().map(|area| areas.of(*area).code.clone()).collect(),
        });
        let duties = Duty::ALL.map(|duty| DutyOrOpen::from(Some(duty)));
        Ok(ColumnCodes {
            kind: kinds.chain(listed).collect(),
            groups: rulebook.groups.iter().map(|(_, group)| group.code.clone()).collect(),
            form: rulebook.forms.iter().map(|(_, form)| form.code.clone()).collect(),
            duty: duties.into_iter().chain([DutyOrOpen::from(None)]).collect(),
            fulfilment: Fulfilment::ALL.to_vec(),
            status: Status::ALL.to_vec(),
            problems: Problems::ALL.map(|(_, code)| code.to_owned()).to_vec(),
        })
    }

    /// The columns that some bytes are.
    ///
    /// # Errors
    /// [`Error::UnknownFact`] for a name that is no column, [`Error::Argument`] for bytes of the wrong
    /// sort or without `kind`, [`Error::Columns`] for bytes that are no whole number of values.
    pub fn columns_of_bytes(&self, given: Vec<ColumnBytes>) -> Result<FilledColumns, Error> {
        let groups = &self.core().rulebook().groups;
        let mut columns = FilledColumns::new(groups.len());
        let mut is_there = false;
        let (names, given): (Vec<_>, Vec<_>) =
            given.into_iter().map(|column| (self.column_named(&column.name), column)).unzip();
        let unknown = names.iter().zip(&given).filter(|(name, _)| name.is_none());
        let unknown: Vec<String> = unknown.map(|(_, column)| column.name.clone()).collect();
        if !unknown.is_empty() {
            let known = ColumnName::FIXED.iter().map(|(name, _)| (*name).to_owned());
            let groups = groups.iter().map(|(_, group)| group.code.clone());
            return Err(Error::UnknownFact {
                names: unknown,
                known: known.chain(groups).collect(),
            });
        }
        let rows = given.iter().find(|column| column.name == ColumnName::KIND);
        let rows = rows.map_or(0, |column| column.values.len());
        let mut seen = Vec::new();
        for (name, column) in names.into_iter().flatten().zip(given) {
            is_there |= name == ColumnName::Kind;
            if seen.contains(&name) {
                let (fault, known) = (ArgumentFault::Invalid, "given once".to_owned());
                return Err(Error::Argument { fault, name: column.name, known });
            }
            seen.push(name);
            name.put(&mut columns, column, rows)?;
        }
        if is_there {
            Ok(columns)
        } else {
            let fault = ArgumentFault::Missing;
            let known = "what each row is, by its number".to_owned();
            Err(Error::Argument { fault, name: ColumnName::KIND.to_owned(), known })
        }
    }

    fn column_named(&self, name: &str) -> Option<ColumnName> {
        let fixed = ColumnName::FIXED.iter().find(|(known, _)| *known == name);
        let group = || self.core().rulebook().groups.find(|group| group.code == name);
        fixed.map(|(_, column)| *column).or_else(|| Some(ColumnName::Group(group()?.0)))
    }
}

/// A column that goes in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ColumnName {
    Kind,
    Group(GroupId),
    Total,
    KeyArea,
    PresumedForm,
    ExistingForm,
    EstablishedOn,
    ConditionsMet,
    ExceptionAgreed,
}

impl ColumnName {
    const KIND: &'static str = "kind";

    /// All but those of groups, by their names.
    const FIXED: [(&'static str, Self); 8] = [
        (Self::KIND, Self::Kind),
        ("total", Self::Total),
        ("key_area", Self::KeyArea),
        ("presumed_form", Self::PresumedForm),
        ("existing_form", Self::ExistingForm),
        ("established_on", Self::EstablishedOn),
        ("conditions_met", Self::ConditionsMet),
        ("exception_agreed", Self::ExceptionAgreed),
    ];

    const fn element(self) -> Element {
        match self {
            Self::Group(_) | Self::Total => Element::U32,
            Self::EstablishedOn => Element::I32,
            Self::Kind
            | Self::KeyArea
            | Self::PresumedForm
            | Self::ExistingForm
            | Self::ConditionsMet
            | Self::ExceptionAgreed => Element::U8,
        }
    }

    /// Whether so many bytes are a value a row; bitmaps may be longer, as Arrow pads them.
    fn check(self, name: &str, bytes: usize, rows: usize) -> Result<(), Error> {
        let (what, expected, fits) = match self {
            Self::Group(_) | Self::Total | Self::EstablishedOn => {
                ("bytes", 4 * rows, bytes == 4 * rows)
            }
            Self::Kind | Self::PresumedForm | Self::ExistingForm => ("values", rows, bytes == rows),
            Self::KeyArea | Self::ConditionsMet | Self::ExceptionAgreed => {
                let expected = rows.div_ceil(8);
                ("bytes of a bitmap", expected, bytes >= expected)
            }
        };
        if fits { Ok(()) } else { Err(length(name.to_owned(), what, bytes, expected, rows)) }
    }

    fn put(
        self,
        columns: &mut FilledColumns,
        given: ColumnBytes,
        rows: usize,
    ) -> Result<(), Error> {
        let ColumnBytes { name, element, values, validity } = given;
        if element != self.element() {
            let fault = ArgumentFault::Invalid;
            return Err(Error::Argument { fault, name, known: self.element().said().to_owned() });
        }
        self.check(&name, values.len(), rows)?;
        let validity = validity.unwrap_or_else(|| vec![u8::MAX; rows.div_ceil(8)]);
        if validity.len() < rows.div_ceil(8) {
            let (what, found, expected) = ("bytes of a bitmap", validity.len(), rows.div_ceil(8));
            return Err(length(name, what, found, expected, rows));
        }
        match self {
            Self::Kind => columns.kind = known_kinds(values, &validity),
            Self::Total => columns.total = numbers(&values, validity),
            Self::Group(group) => {
                let numbers = numbers(&values, validity);
                if let Some(slot) = columns.groups.get_mut(group.index()) {
                    *slot = numbers;
                }
            }
            Self::PresumedForm => columns.presumed_form = Values { values, validity },
            Self::ExistingForm => columns.existing_form = Values { values, validity },
            Self::EstablishedOn => {
                let Values { values, validity } = numbers(&values, validity);
                let values = values.into_iter().map(u32::cast_signed).collect();
                columns.established_on = Values { values, validity };
            }
            Self::KeyArea => columns.key_area = Bits::new(values, validity, rows),
            Self::ConditionsMet => columns.conditions_met = Bits::new(values, validity, rows),
            Self::ExceptionAgreed => columns.exception_agreed = Bits::new(values, validity, rows),
        }
        Ok(())
    }
}

fn length(column: String, what: &'static str, found: usize, expected: usize, rows: usize) -> Error {
    ColumnsError::from(ColumnFault::Length { column, what, found, expected, rows }).into()
}

/// Numbers of four bytes.
fn numbers(bytes: &[u8], validity: Vec<u8>) -> Values<u32> {
    let (values, _) = bytes.as_chunks::<4>();
    Values { values: values.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect(), validity }
}

/// A row whose kind isn't known is of none.
fn known_kinds(mut kinds: Vec<u8>, validity: &[u8]) -> Vec<u8> {
    for (eight, known) in kinds.chunks_mut(8).zip(validity) {
        for (kind, bit) in eight.iter_mut().zip(0..) {
            *kind = if known >> bit & 1 == 1 { *kind } else { NOT_RESOLVED };
        }
    }
    kinds
}

/// The columns of facts, by their names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FactColumn<'c> {
    /// Numbers of codes, all known.
    Codes(&'c [u8]),
    /// Forms, and which are known.
    Forms(&'c [u8], &'c [u8]),
    /// Numbers of people, and which are known.
    People(&'c [u32], &'c [u8]),
    /// Days, and which are known.
    Days(&'c [i32], &'c [u8]),
    /// Yes and no in bits, and which are known.
    Truths(&'c [u8], &'c [u8]),
}

impl ResolvedColumns {
    /// The columns by their names, in order: those of a register, with what is presumed.
    #[must_use]
    pub fn named<'c>(&'c self, policy: &'c Policy) -> Vec<(&'c str, FactColumn<'c>)> {
        let FilledColumns {
            kind,
            groups,
            total,
            key_area,
            presumed_form,
            existing_form,
            established_on,
            conditions_met,
            exception_agreed,
            ..
        } = &self.columns;
        let people = |values: &'c Values<u32>| FactColumn::People(&values.values, &values.validity);
        let truths = |bits: &'c Bits| FactColumn::Truths(&bits.values, &bits.validity);
        let forms = |values: &'c Values<u8>| FactColumn::Forms(&values.values, &values.validity);
        let known = policy.core().rulebook().groups.iter();
        let groups = known.zip(groups).map(|((_, group), values)| (&*group.code, people(values)));
        let days = FactColumn::Days(&established_on.values, &established_on.validity);
        let rest = ColumnName::FIXED.map(|(name, column)| match column {
            ColumnName::Kind => (name, FactColumn::Codes(kind)),
            ColumnName::Group(_) | ColumnName::Total => (name, people(total)),
            ColumnName::KeyArea => (name, truths(key_area)),
            ColumnName::PresumedForm => (name, forms(presumed_form)),
            ColumnName::ExistingForm => (name, forms(existing_form)),
            ColumnName::EstablishedOn => (name, days),
            ColumnName::ConditionsMet => (name, truths(conditions_met)),
            ColumnName::ExceptionAgreed => (name, truths(exception_agreed)),
        });
        groups.chain(rest).collect()
    }
}
