//! Division codes: whose they are, and what their digits say where the gazetteer lacks them.

use qiaolian_core::model::{Id, KindId, PlaceId};
use qiaolian_core::policy::Rulebook;

use crate::index::Index;
use crate::text::put;
use crate::values::{all_digits, whole};

/// What a code is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Code {
    /// A place of the gazetteer.
    Listed(PlaceId),
    /// Within the policy's area, though the gazetteer lacks it: its digits.
    Unlisted(String),
    /// Outside the policy's area.
    Outside,
}

/// The codes of a gazetteer.
#[derive(Clone, Debug)]
pub(crate) struct Codes {
    places: Index<PlaceId>,
    /// Kinds of places with the digits of their codes, the widest first.
    levels: Vec<(usize, KindId)>,
    prefix: String,
}

impl Codes {
    pub(crate) fn new(rulebook: &Rulebook) -> Self {
        let mut levels = Vec::new();
        for (id, kind) in rulebook.kinds.iter() {
            if let Some(digits) = kind.code_digits {
                levels.push((usize::from(digits), id));
            }
        }
        levels.sort_unstable();
        let places = rulebook.places.iter();
        Self {
            places: Index::new(
                places.map(|(id, place)| (place.code.clone(), id.index())).collect(),
            ),
            levels,
            prefix: rulebook.document.code_prefix.clone(),
        }
    }

    /// Reads a code: digits, as many as a kind's codes have. One of the longest kind that ends in
    /// zeros is that of the county or township before the zeros.
    pub(crate) fn read(&self, text: &str) -> Option<Code> {
        let digits = whole(text);
        let known = |length: usize| self.levels.iter().any(|(digits, _)| *digits == length);
        if !all_digits(digits) || !known(digits.len()) {
            return None;
        }
        let digits = self.without_zeros(digits);
        Some(match self.place(digits) {
            Some(place) => Code::Listed(place),
            None if digits.starts_with(&self.prefix) => Code::Unlisted(digits.to_owned()),
            None => Code::Outside,
        })
    }

    fn without_zeros<'d>(&self, digits: &'d str) -> &'d str {
        let is_longest = self.levels.last().is_some_and(|(longest, _)| *longest == digits.len());
        let wider = self.levels.iter().filter(|_| is_longest).find_map(|(length, _)| {
            let (front, zeros) = digits.split_at_checked(*length)?;
            (!zeros.is_empty() && zeros.bytes().all(|digit| digit == b'0')).then_some(front)
        });
        wider.unwrap_or(digits)
    }

    /// The place of the gazetteer that has this code.
    pub(crate) fn place(&self, digits: &str) -> Option<PlaceId> {
        self.places.first(digits)
    }

    /// Whether codes of this kind have as many digits.
    pub(crate) fn is_of_kind(&self, digits: &str, kind: KindId) -> bool {
        self.levels.contains(&(digits.len(), kind))
    }

    /// The kind whose codes have as many digits; none where several have.
    pub(crate) fn kind(&self, digits: &str) -> Option<KindId> {
        let mut fits = self.levels.iter().filter(|(length, _)| *length == digits.len());
        let (_, kind) = fits.next()?;
        fits.next().is_none().then_some(*kind)
    }

    /// The county that the digits begin with.
    pub(crate) fn county(&self, digits: &str) -> Option<PlaceId> {
        self.part(digits, self.county_digits()?)
    }

    /// The township that the digits of a place in it begin with.
    pub(crate) fn township(&self, digits: &str) -> Option<PlaceId> {
        let length = self.township_digits()?;
        if digits.len() > length { self.part(digits, length) } else { None }
    }

    fn part(&self, digits: &str, length: usize) -> Option<PlaceId> {
        self.place(digits.get(..length)?)
    }

    /// Whether places of this kind are counties: their codes are the shortest.
    pub(crate) fn is_county(&self, kind: KindId) -> bool {
        self.county_digits().is_some_and(|digits| self.levels.contains(&(digits, kind)))
    }

    /// Whether places of this kind are townships: their codes are the next in length.
    pub(crate) fn is_township(&self, kind: KindId) -> bool {
        self.township_digits().is_some_and(|digits| self.levels.contains(&(digits, kind)))
    }

    fn county_digits(&self) -> Option<usize> {
        self.levels.first().map(|(digits, _)| *digits)
    }

    fn township_digits(&self) -> Option<usize> {
        let county = self.county_digits()?;
        self.levels.iter().map(|(digits, _)| *digits).find(|digits| *digits > county)
    }

    /// How many digits codes may have, to show to people: `6/9/12`.
    pub(crate) fn lengths(&self) -> String {
        let mut lengths = String::new();
        let mut last = None;
        for (digits, _) in &self.levels {
            if last.replace(*digits) != Some(*digits) {
                put(&mut lengths, "/", &digits.to_string());
            }
        }
        lengths
    }
}
