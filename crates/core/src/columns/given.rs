//! What goes in: resolved facts, a column each.

use super::{BYTES, CHUNK};
use crate::model::{Arena, GroupId, Id, MAX_GROUPS};
use crate::policy::Group;

/// Values of which some may be unknown.
#[derive(Clone, Copy, Debug)]
pub struct Nullable<'c, T> {
    /// The values; where one is unknown, anything may stand.
    pub values: &'c [T],
    /// Which are known, a bit each, the lowest bit of a byte first; none where all are.
    pub validity: Option<&'c [u8]>,
}

/// Yes or no, of which some may be unknown.
#[derive(Clone, Copy, Debug)]
pub struct Truths<'c> {
    /// Yes or no, a bit each, the lowest bit of a byte first.
    pub values: &'c [u8],
    /// Which are known, likewise; none where all are.
    pub validity: Option<&'c [u8]>,
}

/// The facts of many subjects, a column each. A column that isn't there is unknown in every row.
#[derive(Clone, Copy, Debug, Default)]
pub struct Columns<'c> {
    /// What each is: the place of its kind in the policy's list, or the number that
    /// [`Classes`](super::Classes) gives to a listed place.
    pub kind: &'c [u8],
    /// The people of each group, in the policy's order.
    pub groups: [Option<Nullable<'c, u32>>; MAX_GROUPS],
    /// The people of all groups together.
    pub total: Option<Nullable<'c, u32>>,
    /// What the record itself says of `key_area`.
    pub key_area: Option<Truths<'c>>,
    /// The form that is presumed until the register says otherwise, by its place in the policy's list.
    pub presumed_form: Option<Nullable<'c, u8>>,
    /// The organisation on record, by its place in the policy's list of forms.
    pub existing_form: Option<Nullable<'c, u8>>,
    /// When it was set up, in days from 1970-01-01.
    pub established_on: Option<Nullable<'c, i32>>,
    /// Whether a unit is ready for the organisation that is asked for.
    pub conditions_met: Option<Truths<'c>>,
    /// Whether people decided on an exception and recorded it.
    pub exception_agreed: Option<Truths<'c>>,
}

/// Columns that don't belong together.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ColumnFault {
    /// A column is longer or shorter than `kind`.
    #[error(
        "the column `{column}` has {found} {what}, where `kind` has {rows} rows and {expected} are needed; give each column a value a row, and each bitmap a bit a row"
    )]
    Length {
        /// The column.
        column: String,
        /// What there are too many or too few of: values, or bytes of a bitmap.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many are needed.
        expected: usize,
        /// How many rows there are.
        rows: usize,
    },
    /// A group that the policy doesn't have.
    #[error("a column for group {index} was given; the policy has {groups} groups")]
    NoGroup {
        /// The group's place in the list, from 0.
        index: usize,
        /// How many the policy has.
        groups: usize,
    },
}

impl<'c> Columns<'c> {
    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.kind.len()
    }

    /// The people of a group.
    #[must_use]
    pub fn with_group(mut self, group: GroupId, people: Nullable<'c, u32>) -> Self {
        if let Some(slot) = self.groups.get_mut(group.index()) {
            *slot = Some(people);
        }
        self
    }

    /// Whether all columns are of one length.
    pub(super) fn check(&self, groups: &Arena<GroupId, Group>) -> Result<(), ColumnFault> {
        let rows = self.rows();
        for (index, people) in self.groups.iter().enumerate() {
            let Some(people) = people else { continue };
            let Some((_, group)) = groups.iter().nth(index) else {
                return Err(ColumnFault::NoGroup { index, groups: groups.len() });
            };
            people.check(&group.code, rows)?;
        }
        let Self { total, presumed_form, existing_form, established_on, .. } = self;
        total.map_or(Ok(()), |column| column.check("total", rows))?;
        presumed_form.map_or(Ok(()), |column| column.check("presumed_form", rows))?;
        existing_form.map_or(Ok(()), |column| column.check("existing_form", rows))?;
        established_on.map_or(Ok(()), |column| column.check("established_on", rows))?;
        let truths = [
            ("key_area", self.key_area),
            ("conditions_met", self.conditions_met),
            ("exception_agreed", self.exception_agreed),
        ];
        for (column, truths) in truths {
            let Some(Truths { values, validity }) = truths else { continue };
            bitmap(column, values, rows)?;
            validity.map_or(Ok(()), |validity| bitmap(column, validity, rows))?;
        }
        Ok(())
    }
}

impl<T> Nullable<'_, T> {
    fn check(&self, column: &str, rows: usize) -> Result<(), ColumnFault> {
        if self.values.len() != rows {
            let (what, found, column) = ("values", self.values.len(), column.to_owned());
            return Err(ColumnFault::Length { column, what, found, expected: rows, rows });
        }
        self.validity.map_or(Ok(()), |validity| bitmap(column, validity, rows))
    }
}

/// A bitmap may be longer than it needs to be, as Arrow pads it.
fn bitmap(column: &str, bits: &[u8], rows: usize) -> Result<(), ColumnFault> {
    let expected = rows.div_ceil(8);
    if bits.len() >= expected {
        return Ok(());
    }
    let (what, found, column) = ("bytes of a bitmap", bits.len(), column.to_owned());
    Err(ColumnFault::Length { column, what, found, expected, rows })
}

/// The known values of a chunk.
#[derive(Clone, Copy)]
pub(super) struct Known<'c, T> {
    pub(super) values: &'c [T; CHUNK],
    pub(super) valid: &'c [u8; BYTES],
}

/// The known yes and no of a chunk.
#[derive(Clone, Copy)]
pub(super) struct KnownTruths<'c> {
    pub(super) values: &'c [u8; BYTES],
    pub(super) valid: &'c [u8; BYTES],
}

/// The facts of a chunk.
pub(super) struct Chunk<'c> {
    pub(super) kind: &'c [u8; CHUNK],
    pub(super) groups: [Option<Known<'c, u32>>; MAX_GROUPS],
    pub(super) total: Option<Known<'c, u32>>,
    pub(super) key_area: Option<KnownTruths<'c>>,
    pub(super) presumed_form: Option<Known<'c, u8>>,
    pub(super) existing_form: Option<Known<'c, u8>>,
    pub(super) established_on: Option<Known<'c, i32>>,
    pub(super) conditions_met: Option<KnownTruths<'c>>,
    pub(super) exception_agreed: Option<KnownTruths<'c>>,
}

/// All are known.
static ALL_KNOWN: [u8; BYTES] = [u8::MAX; BYTES];

impl<'c> Columns<'c> {
    /// The chunk of that number; none where so many rows aren't left.
    #[inline(always)]
    pub(super) fn chunk(&self, at: usize) -> Option<Chunk<'c>> {
        let mut groups = [None; MAX_GROUPS];
        for (known, column) in groups.iter_mut().zip(&self.groups) {
            *known = chunk_of(*column, at);
        }
        Some(Chunk {
            kind: self.kind.get(at * CHUNK..)?.first_chunk()?,
            groups,
            total: chunk_of(self.total, at),
            key_area: truths_of(self.key_area, at),
            presumed_form: chunk_of(self.presumed_form, at),
            existing_form: chunk_of(self.existing_form, at),
            established_on: chunk_of(self.established_on, at),
            conditions_met: truths_of(self.conditions_met, at),
            exception_agreed: truths_of(self.exception_agreed, at),
        })
    }
}

#[inline(always)]
fn chunk_of<T>(column: Option<Nullable<'_, T>>, at: usize) -> Option<Known<'_, T>> {
    let Nullable { values, validity } = column?;
    let values = values.get(at * CHUNK..)?.first_chunk()?;
    Some(Known { values, valid: valid_of(validity, at)? })
}

#[inline(always)]
fn truths_of(column: Option<Truths<'_>>, at: usize) -> Option<KnownTruths<'_>> {
    let Truths { values, validity } = column?;
    let values = values.get(at * BYTES..)?.first_chunk()?;
    Some(KnownTruths { values, valid: valid_of(validity, at)? })
}

#[inline(always)]
fn valid_of(validity: Option<&[u8]>, at: usize) -> Option<&[u8; BYTES]> {
    match validity {
        Some(bits) => bits.get(at * BYTES..)?.first_chunk(),
        None => Some(&ALL_KNOWN),
    }
}
