//! The compact form of what rulebooks are made of: numbers, texts, lists, ids, days.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Bytes, Compact, Out};
use crate::model::{
    AreaId, Arena, BodyId, ChoiceId, DateId, FormId, GroupId, Id, IdSet, ItemId, KindId, LimitId,
    PlaceId, ProvisionId, ReadingId, RowId, StepId, TierId,
};
use crate::policy::{Text, Word, Words};

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl Compact for $kind {
            fn write(&self, out: &mut Out) {
                out.number((*self).into());
            }
            fn read(bytes: &mut Bytes<'_>) -> Self {
                let number = bytes.number();
                bytes.or_amiss(Self::try_from(number).ok())
            }
        }
    )*};
}
numbers!(u8, u32);

macro_rules! ids {
    ($($kind:ty),*) => {$(
        impl Compact for $kind {
            fn write(&self, out: &mut Out) {
                self.index().write(out);
            }
            fn read(bytes: &mut Bytes<'_>) -> Self {
                let index = bytes.size();
                bytes.or_amiss(Self::new(index))
            }
        }
    )*};
}
ids!(
    AreaId,
    BodyId,
    ChoiceId,
    DateId,
    FormId,
    GroupId,
    ItemId,
    KindId,
    LimitId,
    PlaceId,
    ProvisionId,
    ReadingId,
    RowId,
    StepId,
    TierId
);

impl Compact for usize {
    fn write(&self, out: &mut Out) {
        out.number(u64::try_from(*self).unwrap_or(u64::MAX));
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.size()
    }
}

impl<I: Id> Compact for IdSet<I> {
    fn write(&self, out: &mut Out) {
        out.number(self.bits());
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        Self::of_bits(bytes.number())
    }
}

impl Compact for bool {
    fn write(&self, out: &mut Out) {
        u8::from(*self).write(out);
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte() != 0
    }
}

impl Compact for String {
    fn write(&self, out: &mut Out) {
        self.len().write(out);
        out.bytes.extend(self.as_bytes());
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let length = bytes.size();
        bytes.amiss |= length > bytes.rest.len();
        let text = Self::from_utf8(bytes.rest.by_ref().take(length).copied().collect());
        bytes.or_amiss(text.ok())
    }
}

impl<T: Compact> Compact for Option<T> {
    fn write(&self, out: &mut Out) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bool::read(bytes).then(|| T::read(bytes))
    }
}

impl<T: Compact> Compact for Vec<T> {
    fn write(&self, out: &mut Out) {
        self.len().write(out);
        self.iter().for_each(|item| item.write(out));
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let mut items = Self::new();
        for _ in 0..bytes.size() {
            // A length that the bytes don't have ends with them.
            if bytes.amiss {
                break;
            }
            items.push(T::read(bytes));
        }
        items
    }
}

impl<I: Id, T: Compact> Compact for Arena<I, T> {
    fn write(&self, out: &mut Out) {
        self.len().write(out);
        self.iter().for_each(|(_, item)| item.write(out));
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        Self::new(Vec::read(bytes))
    }
}

impl Compact for NaiveDate {
    fn write(&self, out: &mut Out) {
        u32::try_from(self.num_days_from_ce()).unwrap_or(0).write(out);
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let number = i32::try_from(bytes.number()).unwrap_or(0);
        bytes.or_amiss(Self::from_num_days_from_ce_opt(number))
    }
}

impl Compact for Weekday {
    fn write(&self, out: &mut Out) {
        self.num_days_from_monday().write(out);
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let number = bytes.byte();
        bytes.amiss |= number > 6;
        Self::try_from(number).unwrap_or(Self::Mon)
    }
}

/// Texts travel by themselves.
impl Compact for Text {
    fn write(&self, _: &mut Out) {}
    fn read(_: &mut Bytes<'_>) -> Self {
        Self::default()
    }
}

/// Words too: here stands only that there is room for each.
impl Compact for Words {
    fn write(&self, _: &mut Out) {}
    fn read(_: &mut Bytes<'_>) -> Self {
        Self::of_texts(vec![Text::default(); Word::ALL.len()])
    }
}
