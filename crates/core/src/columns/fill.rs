//! Columns of one's own, filled subject by subject.

use chrono::NaiveDate;

use super::classes::Classes;
use super::given::{Columns, Nullable, Truths};
use super::lookup::epoch;
use super::{BYTES, CHUNK};
use crate::compile::day_number;
use crate::model::{FormId, GroupId, Id, MAX_GROUPS, Subject};

/// The kind of a row that couldn't be resolved: none of any policy.
pub const NOT_RESOLVED: u8 = u8::MAX;

/// Values of which some may be unknown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Values<T> {
    /// The values, 0 where one is unknown.
    pub values: Vec<T>,
    /// Which are known, a bit each, the lowest bit of a byte first.
    pub validity: Vec<u8>,
}

/// Yes or no, of which some may be unknown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Bits {
    /// Yes or no, a bit each, the lowest bit of a byte first.
    pub values: Vec<u8>,
    /// Which are known, likewise.
    pub validity: Vec<u8>,
    rows: usize,
}

impl<T: Copy + Default> Values<T> {
    /// Puts one more at the end.
    pub fn push(&mut self, value: Option<T>) {
        put_bit(&mut self.validity, self.values.len(), value.is_some());
        self.values.push(value.unwrap_or_default());
    }
    /// The values to read.
    #[must_use]
    pub fn column(&self) -> Nullable<'_, T> {
        Nullable { values: &self.values, validity: Some(&self.validity) }
    }

    /// The values to read; none where nothing was ever said.
    fn said(&self) -> Option<Nullable<'_, T>> {
        (!self.values.is_empty()).then(|| self.column())
    }
}

impl Bits {
    /// The bits of so many rows.
    #[must_use]
    pub const fn new(values: Vec<u8>, validity: Vec<u8>, rows: usize) -> Self {
        Self { values, validity, rows }
    }

    /// Puts one more at the end.
    pub fn push(&mut self, value: Option<bool>) {
        put_bit(&mut self.validity, self.rows, value.is_some());
        put_bit(&mut self.values, self.rows, value == Some(true));
        self.rows += 1;
    }
    /// The values to read.
    #[must_use]
    pub fn column(&self) -> Truths<'_> {
        Truths { values: &self.values, validity: Some(&self.validity) }
    }

    /// The values to read; none where nothing was ever said.
    fn said(&self) -> Option<Truths<'_>> {
        (!self.values.is_empty()).then(|| self.column())
    }
}

fn put_bit(bits: &mut Vec<u8>, at: usize, is_set: bool) {
    if at.is_multiple_of(8) {
        bits.push(0);
    }
    if let Some(last) = bits.last_mut() {
        *last |= u8::from(is_set) << (at % 8);
    }
}

/// Columns of one's own. [`columns`](Self::columns) are what is answered; one in which nothing was
/// ever put is unknown in every row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FilledColumns {
    /// What each is.
    pub kind: Vec<u8>,
    /// The people of each group of the policy.
    pub groups: [Values<u32>; MAX_GROUPS],
    /// The people of all groups together.
    pub total: Values<u32>,
    /// What the record itself says of `key_area`.
    pub key_area: Bits,
    /// The form that is presumed.
    pub presumed_form: Values<u8>,
    /// The organisation on record.
    pub existing_form: Values<u8>,
    /// When it was set up, in days from 1970-01-01.
    pub established_on: Values<i32>,
    /// Whether a unit is ready.
    pub conditions_met: Bits,
    /// Whether an exception was agreed.
    pub exception_agreed: Bits,
    /// How many groups the policy has.
    used: usize,
}

impl FilledColumns {
    /// No row yet, for a policy of so many groups.
    #[must_use]
    pub fn new(groups: usize) -> Self {
        Self { used: groups, ..Self::default() }
    }

    /// Puts a subject at the end, as [`NOT_RESOLVED`] where there is none or it is another policy's.
    pub fn push(&mut self, classes: &Classes, subject: Option<&Subject>) {
        let class = subject.and_then(|subject| classes.class(subject));
        let subject = subject.filter(|_| class.is_some());
        let form = |form: FormId| u8::try_from(form.index()).unwrap_or(u8::MAX);
        let day = |day: NaiveDate| day_number(day).saturating_sub(epoch());
        self.kind.push(class.map_or(NOT_RESOLVED, |(class, _)| class));
        for (at, group) in self.groups.iter_mut().take(self.used).enumerate() {
            group.push(subject.and_then(|subject| subject.counts.get(GroupId::at(at))));
        }
        self.total.push(subject.and_then(|subject| subject.counts.total));
        self.key_area.push(subject.and_then(|subject| subject.key_area));
        self.presumed_form.push(class.and_then(|(_, presumed)| presumed).map(form));
        self.existing_form.push(subject.and_then(|subject| subject.existing_form).map(form));
        self.established_on.push(subject.and_then(|subject| subject.established_on).map(day));
        self.conditions_met.push(subject.and_then(|subject| subject.conditions_met));
        self.exception_agreed.push(subject.and_then(|subject| subject.exception_agreed));
    }

    /// The columns, to be answered.
    #[must_use]
    pub fn columns(&self) -> Columns<'_> {
        let mut groups = [None; MAX_GROUPS];
        for (slot, group) in groups.iter_mut().zip(&self.groups).take(self.used) {
            *slot = group.said();
        }
        Columns {
            kind: &self.kind,
            groups,
            total: self.total.said(),
            key_area: self.key_area.said(),
            presumed_form: self.presumed_form.said(),
            existing_form: self.existing_form.said(),
            established_on: self.established_on.said(),
            conditions_met: self.conditions_met.said(),
            exception_agreed: self.exception_agreed.said(),
        }
    }

    /// The rows from there on, and others behind them to make a chunk of it.
    pub(super) fn tail(columns: &Columns<'_>, from: usize) -> Self {
        let mut tail = Self::new(MAX_GROUPS);
        tail.kind = rest(columns.kind, from, CHUNK);
        for (slot, group) in tail.groups.iter_mut().zip(columns.groups) {
            *slot = values(group, from);
        }
        Self {
            total: values(columns.total, from),
            key_area: truths(columns.key_area, from),
            presumed_form: values(columns.presumed_form, from),
            existing_form: values(columns.existing_form, from),
            established_on: values(columns.established_on, from),
            conditions_met: truths(columns.conditions_met, from),
            exception_agreed: truths(columns.exception_agreed, from),
            ..tail
        }
    }
}

fn rest<T: Copy + Default>(values: &[T], from: usize, length: usize) -> Vec<T> {
    let mut rest = values.get(from..).unwrap_or_default().to_vec();
    rest.resize(length, T::default());
    rest
}

/// A column that isn't there is unknown.
fn values<T: Copy + Default>(column: Option<Nullable<'_, T>>, from: usize) -> Values<T> {
    let Some(Nullable { values, validity }) = column else {
        return Values { values: vec![T::default(); CHUNK], validity: vec![0; BYTES] };
    };
    let validity =
        validity.map_or_else(|| vec![u8::MAX; BYTES], |bits| rest(bits, from / 8, BYTES));
    Values { values: rest(values, from, CHUNK), validity }
}

fn truths(column: Option<Truths<'_>>, from: usize) -> Bits {
    let Some(Truths { values, validity }) = column else {
        return Bits { values: vec![0; BYTES], validity: vec![0; BYTES], rows: CHUNK };
    };
    let validity =
        validity.map_or_else(|| vec![u8::MAX; BYTES], |bits| rest(bits, from / 8, BYTES));
    Bits { values: rest(values, from / 8, BYTES), validity, rows: CHUNK }
}
