//! The compact form of a rulebook's types: field by field, variant by variant.

use super::places::There;
use super::{Bytes, Compact, Out};
#[cfg(feature = "checks")]
use crate::checks::Checks;
use crate::model::Duty;
use crate::policy::{
    Aim, Answer, Area, Ask, Body, Change, Choice, Clause, ClauseKind, ClauseRef, Counted, Document,
    Ending, Group, Kind, Limit, NamedDate, Naming, Nature, OrgForm, Presumption, Provision,
    Reading, Report, RestDays, RestRule, Row, Rule, RuleNote, Rulebook, Target, Terms, Tier,
    TierRef,
};

/// Structs: their fields in this order.
macro_rules! structs {
    ($($kind:ident { $($field:ident),* $(,)? })*) => {$(
        impl Compact for $kind {
            fn write(&self, out: &mut Out) {
                let Self { $($field),* } = self;
                $($field.write(out);)*
            }
            fn read(bytes: &mut Bytes<'_>) -> Self {
                Self { $($field: Compact::read(bytes)),* }
            }
        }
    )*};
}

#[cfg(feature = "checks")]
pub(super) use structs;

/// A rulebook without its checks, which travel by themselves.
macro_rules! rulebook {
    ($($field:ident),* $(,)?) => {
        impl Compact for Rulebook {
            fn write(&self, out: &mut Out) {
                $(self.$field.write(out);)*
            }
            fn read(bytes: &mut Bytes<'_>) -> Self {
                Self {
                    $($field: Compact::read(bytes),)*
                    #[cfg(feature = "checks")]
                    checks: Checks::default(),
                }
            }
        }
    };
}

rulebook! {
    document, digest, provisions, kinds, groups, forms, full_form, no_form, places, naming, answers,
    due_soon_days, reports, targets, rules, readings, terms, words,
}

structs! {
    Terms { counted, limits, dates, rest, areas, presumptions, rows }
    Document { id, version, title, source, scope, code_prefix, plan_digest, gazetteer }
    Provision { id, label, title, clauses }
    Clause { kind, modality, nature, says }
    ClauseRef { provision, number }
    Kind { code, label, spellings, code_digits }
    Group { code, label }
    OrgForm { code, label, spellings }
    Naming { endings }
    Ending { kind, written }
    Answer { provision, units, posts, clauses }
    Body { named, general, is_county_federation }
    Report { code, label, kinds, due, clauses }
    Target { code, label, kinds, aim, due, clauses }
    RuleNote { rule, label, clauses }
    Reading { code, phrase, clauses, choices, default }
    Choice { code, label, reason, changes }
    TierRef { row, tier }
    Counted { groups, clauses }
    Limit { code, inclusive, clauses }
    NamedDate { code, day, clauses }
    RestDays { rule, weekly, holidays, clauses }
    Area { code, label, kinds, is_key_area, places, clauses }
    Presumption { place, form, clauses }
    Row { code, kinds, area, tiers }
    Tier { code, from, limit, is_upper, ask, unless_conditions_met }
    Ask { duty, forms, due, clauses }
    There { kind, county, township, aliases }
}

/// Enums: a number, then the fields of that variant. The last variant has every other number.
macro_rules! enums {
    ($($kind:ident {
        $($number:literal = $variant:ident $({ $($field:ident),* })?,)*
        _ = $last:ident { $($last_field:ident),* }
    })*) => {$(
        impl Compact for $kind {
            fn write(&self, out: &mut Out) {
                match self {
                    $(Self::$variant $({ $($field),* })? => {
                        let number: u8 = $number;
                        number.write(out);
                        $($($field.write(out);)*)?
                    })*
                    Self::$last { $($last_field),* } => {
                        u8::MAX.write(out);
                        $($last_field.write(out);)*
                    }
                }
            }
            fn read(bytes: &mut Bytes<'_>) -> Self {
                match u8::read(bytes) {
                    $($number => Self::$variant $({ $($field: Compact::read(bytes)),* })?,)*
                    _ => Self::$last { $($last_field: Compact::read(bytes)),* },
                }
            }
        }
    )*};
}

enums! {
    Change {
        1 = SetLimit { limit, inclusive },
        2 = SetStart { tiers, from },
        3 = SetDuty { tiers, duty },
        4 = AddForms { tiers, forms },
        5 = RemoveForms { tiers, forms },
        6 = Like { tier, like },
        7 = SetCounted { groups },
        8 = SetDate { date, day },
        9 = SetRestRule { rule },
        10 = AddPlaces { area, places },
        11 = RemovePlaces { area, places },
        _ = DropPresumptions { places }
    }
    RestRule { 1 = Literal, _ = NextWorkingDay {} }
}

impl Compact for Aim {
    fn write(&self, out: &mut Out) {
        match self {
            Self::Percent(percent) => Some(*percent),
            Self::Basically => None,
        }
        .write(out);
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        Option::<u8>::read(bytes).map_or(Self::Basically, Self::Percent)
    }
}

impl Compact for Nature {
    fn write(&self, out: &mut Out) {
        matches!(self, Self::Computable).write(out);
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        if bool::read(bytes) { Self::Computable } else { Self::Guidance(Compact::read(bytes)) }
    }
}

/// Enums that list their variants: the place there.
macro_rules! listed {
    ($($kind:ident of $all:expr, else $other:expr;)*) => {$(
        impl Compact for $kind {
            fn write(&self, out: &mut Out) {
                $all.position(|known| known == *self).unwrap_or(usize::MAX).write(out);
            }
            fn read(bytes: &mut Bytes<'_>) -> Self {
                let found = $all.nth(bytes.size());
                bytes.amiss |= found.is_none();
                found.unwrap_or($other)
            }
        }
    )*};
}

#[cfg(feature = "checks")]
pub(super) use listed;

listed! {
    Duty of Self::ALL.iter().copied(), else Self::None;
    Rule of Self::ALL.iter().copied(), else Self::Kind;
    ClauseKind of Self::CODES.iter().map(|(_, kind)| *kind), else Self::Principle;
}
