//! The compact form of a gazetteer: a column after the other, since what stands in a column is much
//! alike. A code is mostly the one before and a step, a name ends mostly as the one before, and what a
//! place is and where is mostly the same too.

use super::{Bytes, Compact, Out};
use crate::model::{Arena, KindId, PlaceId};
use crate::policy::Place;

/// What a place is and where, and whether it has other names.
#[derive(Clone, Default, PartialEq)]
pub(super) struct There {
    pub(super) kind: KindId,
    pub(super) county: PlaceId,
    pub(super) township: Option<PlaceId>,
    pub(super) aliases: Vec<String>,
}

impl There {
    fn of(place: &Place) -> Self {
        let Place { kind, county, township, aliases, .. } = place;
        Self { kind: *kind, county: *county, township: *township, aliases: aliases.clone() }
    }
}

/// The number that a code is, written as numbers are.
fn number(code: &str) -> Option<u64> {
    let is_number = !code.starts_with('0') && code.bytes().all(|digit| digit.is_ascii_digit());
    if is_number { code.parse().ok() } else { None }
}

/// By how much a code is above the one before; zero where it isn't, or isn't a number.
fn step(code: &str, before: &str) -> u64 {
    number(code).zip(number(before)).map_or(0, |(number, before)| number.saturating_sub(before))
}

/// How many bytes the ends of two names have in common.
fn same_end(name: &str, before: &str) -> usize {
    let both = name.chars().rev().zip(before.chars().rev());
    both.take_while(|(a, b)| a == b).map(|(same, _)| same.len_utf8()).sum()
}

impl Compact for Arena<PlaceId, Place> {
    fn write(&self, out: &mut Out) {
        self.len().write(out);
        let places = || self.iter().map(|(_, place)| place);
        let before = || std::iter::once(None).chain(places().map(Some));
        let (mut ends, mut fronts, mut lengths) = (Vec::new(), String::new(), Vec::new());
        for (place, before) in places().zip(before()) {
            let step = before.map_or(0, |before| step(&place.code, &before.code));
            out.number(step);
            if step == 0 {
                place.code.write(out);
            }
            let same = before.map_or(0, |before| same_end(&place.name, &before.name));
            let front = place.name.get(..place.name.len() - same).unwrap_or_default();
            ends.push(same);
            lengths.push(front.len());
            fronts.push_str(front);
        }
        ends.iter().chain(&lengths).for_each(|number| number.write(out));
        fronts.write(out);
        for (place, before) in places().zip(before()) {
            let there = There::of(place);
            let is_same = before.is_some_and(|before| There::of(before) == there);
            is_same.write(out);
            if !is_same {
                there.write(out);
            }
        }
    }

    fn read(bytes: &mut Bytes<'_>) -> Self {
        let count = bytes.size();
        let mut places: Vec<Place> = Vec::new();
        let mut code = String::new();
        for _ in 0..count {
            // A length that the bytes don't have ends with them.
            if bytes.amiss {
                break;
            }
            code = match bytes.number() {
                0 => String::read(bytes),
                step => {
                    let before = number(&code).and_then(|number| number.checked_add(step));
                    bytes.or_amiss(before).to_string()
                }
            };
            let There { kind, county, township, aliases } = There::default();
            let (code, name) = (code.clone(), String::new());
            places.push(Place { code, name, kind, county, township, aliases });
        }
        let sizes = |bytes: &mut Bytes<'_>| -> Vec<usize> {
            (0..places.len()).map(|_| bytes.size()).collect()
        };
        let (ends, lengths, fronts) = (sizes(bytes), sizes(bytes), String::read(bytes));
        let (mut rest, mut name, mut there) = (&*fronts, String::new(), There::default());
        for ((place, same), length) in places.iter_mut().zip(ends).zip(lengths) {
            let (front, behind) = bytes.or_amiss(rest.split_at_checked(length));
            let from = name.len().saturating_sub(same);
            name = front.to_owned() + name.get(from..).unwrap_or_default();
            rest = behind;
            if !bool::read(bytes) {
                there = There::read(bytes);
            }
            place.name.clone_from(&name);
            There { kind: place.kind, county: place.county, .. } = there;
            (place.township, place.aliases) = (there.township, there.aliases.clone());
        }
        Self::new(places)
    }
}
