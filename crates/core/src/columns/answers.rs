//! What comes out: a column an answer.

use super::{BYTES, CHUNK};
use crate::model::Duty;

/// The number of a duty that is open, behind those of [`Duty::ALL`].
#[expect(clippy::cast_possible_truncation, reason = "there are six duties")]
pub const OPEN_DUTY: u8 = Duty::ALL.len() as u8;

/// What keeps a row from being assessed: a bit each. Its answers are open, and nothing is due.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Problems(pub u8);

impl Problems {
    /// The kind is a number that the policy doesn't have.
    pub const KIND: Self = Self(1);
    /// A form is a number that the policy doesn't have.
    pub const FORM: Self = Self(2);
    /// The total is below the largest group, or above the sum of all.
    pub const TOTAL: Self = Self(4);
    /// A founding date where there is no organisation.
    pub const DATE: Self = Self(8);

    /// All of them with their codes, those of a register's problems.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::KIND, "kind_not_settled"),
        (Self::FORM, "unreadable_form"),
        (Self::TOTAL, "total_out_of_bounds"),
        (Self::DATE, "date_without_organisation"),
    ];

    /// The bits of all.
    pub(super) const ALL_BITS: u8 = Self::KIND.0 | Self::FORM.0 | Self::TOTAL.0 | Self::DATE.0;

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// Whether these are among them.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// The answers of many subjects, a column each. Where a bitmap says that there is no value, 0 stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answers {
    /// The duty, by its place in [`Duty::ALL`]; [`OPEN_DUTY`] where it is open.
    pub duty: Vec<u8>,
    /// How far the organisation fulfils it, by its place in [`Fulfilment::ALL`](crate::model::Fulfilment::ALL).
    pub fulfilment: Vec<u8>,
    /// Where the subject stands, by its place in [`Status::ALL`](crate::model::Status::ALL).
    pub status: Vec<u8>,
    /// The due day, in days from 1970-01-01.
    pub due: Vec<i32>,
    /// Which rows have one.
    pub due_validity: Vec<u8>,
    /// Days from the as-of date to the due day, negative when it is past, while something is owed.
    pub days_left: Vec<i32>,
    /// Which rows have them.
    pub days_left_validity: Vec<u8>,
    /// How many people are short of the threshold.
    pub shortfall: Vec<u32>,
    /// Which rows have it.
    pub shortfall_validity: Vec<u8>,
    /// What keeps the row from being assessed: the bits of [`Problems`].
    pub problems: Vec<u8>,
}

/// A column of answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnswerColumn<'a> {
    /// Codes by their place in a list, or bits of [`Problems`].
    Codes(&'a [u8]),
    /// Days, and which rows have them.
    Days(&'a [i32], &'a [u8]),
    /// Numbers of people, and which rows have them.
    People(&'a [u32], &'a [u8]),
}

impl Answers {
    /// The columns by their names, in order.
    #[must_use]
    pub fn named(&self) -> [(&'static str, AnswerColumn<'_>); 7] {
        let days_left = AnswerColumn::Days(&self.days_left, &self.days_left_validity);
        let shortfall = AnswerColumn::People(&self.shortfall, &self.shortfall_validity);
        [
            ("duty", AnswerColumn::Codes(&self.duty)),
            ("fulfilment", AnswerColumn::Codes(&self.fulfilment)),
            ("status", AnswerColumn::Codes(&self.status)),
            ("due", AnswerColumn::Days(&self.due, &self.due_validity)),
            ("days_left", days_left),
            ("shortfall", shortfall),
            ("problems", AnswerColumn::Codes(&self.problems)),
        ]
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.duty.len()
    }

    /// Room for so many rows, which are still to be answered.
    pub(super) fn resize(&mut self, rows: usize) {
        let bytes = rows.div_ceil(8);
        for column in [&mut self.duty, &mut self.fulfilment, &mut self.status, &mut self.problems] {
            column.resize(rows, 0);
        }
        for column in [&mut self.due, &mut self.days_left] {
            column.resize(rows, 0);
        }
        self.shortfall.resize(rows, 0);
        let Self { due_validity, days_left_validity, shortfall_validity, .. } = self;
        for bits in [due_validity, days_left_validity, shortfall_validity] {
            bits.resize(bytes, 0);
        }
    }

    /// Where the answers of the whole chunks go, one after the other.
    #[inline(always)]
    pub(super) fn chunks(&mut self) -> impl Iterator<Item = ChunkAnswers<'_>> {
        let bytes = self.duty.as_chunks_mut::<CHUNK>().0.iter_mut();
        let bytes = bytes
            .zip(self.fulfilment.as_chunks_mut::<CHUNK>().0)
            .zip(self.status.as_chunks_mut::<CHUNK>().0)
            .zip(self.problems.as_chunks_mut::<CHUNK>().0);
        let days = self.due.as_chunks_mut::<CHUNK>().0.iter_mut();
        let days = days
            .zip(self.days_left.as_chunks_mut::<CHUNK>().0)
            .zip(self.shortfall.as_chunks_mut::<CHUNK>().0);
        let valid = self.due_validity.as_chunks_mut::<BYTES>().0.iter_mut();
        let valid = valid
            .zip(self.days_left_validity.as_chunks_mut::<BYTES>().0)
            .zip(self.shortfall_validity.as_chunks_mut::<BYTES>().0);
        bytes.zip(days).zip(valid).map(|((bytes, days), valid)| {
            let (((duty, fulfilment), status), problems) = bytes;
            let ((due, days_left), shortfall) = days;
            let ((due_validity, days_left_validity), shortfall_validity) = valid;
            ChunkAnswers {
                duty,
                fulfilment,
                status,
                problems,
                due,
                days_left,
                shortfall,
                due_validity,
                days_left_validity,
                shortfall_validity,
            }
        })
    }

    /// Puts the first rows of one chunk's answers at the end of these.
    pub(super) fn put_tail(&mut self, tail: &Self) {
        fn put<T: Copy>(column: &mut [T], tail: &[T], begin: usize) {
            let rest = column.get_mut(begin..).unwrap_or_default();
            for (slot, value) in rest.iter_mut().zip(tail) {
                *slot = *value;
            }
        }
        let begin = self.rows() / CHUNK * CHUNK;
        put(&mut self.duty, &tail.duty, begin);
        put(&mut self.fulfilment, &tail.fulfilment, begin);
        put(&mut self.status, &tail.status, begin);
        put(&mut self.problems, &tail.problems, begin);
        put(&mut self.due, &tail.due, begin);
        put(&mut self.days_left, &tail.days_left, begin);
        put(&mut self.shortfall, &tail.shortfall, begin);
        put(&mut self.due_validity, &tail.due_validity, begin / 8);
        put(&mut self.days_left_validity, &tail.days_left_validity, begin / 8);
        put(&mut self.shortfall_validity, &tail.shortfall_validity, begin / 8);
        self.clear_padding();
    }

    /// Clears the bits behind the last row.
    fn clear_padding(&mut self) {
        let rows = self.rows();
        let used = u8::MAX.checked_shr(u32::try_from((8 - rows % 8) % 8).unwrap_or(0));
        let Self { due_validity, days_left_validity, shortfall_validity, .. } = self;
        for bits in [due_validity, days_left_validity, shortfall_validity] {
            if let Some(last) = bits.last_mut() {
                *last &= used.unwrap_or(u8::MAX);
            }
        }
    }
}

/// Where the answers of one chunk go.
pub(super) struct ChunkAnswers<'a> {
    pub(super) duty: &'a mut [u8; CHUNK],
    pub(super) fulfilment: &'a mut [u8; CHUNK],
    pub(super) status: &'a mut [u8; CHUNK],
    pub(super) problems: &'a mut [u8; CHUNK],
    pub(super) due: &'a mut [i32; CHUNK],
    pub(super) days_left: &'a mut [i32; CHUNK],
    pub(super) shortfall: &'a mut [u32; CHUNK],
    pub(super) due_validity: &'a mut [u8; BYTES],
    pub(super) days_left_validity: &'a mut [u8; BYTES],
    pub(super) shortfall_validity: &'a mut [u8; BYTES],
}
