//! A place by its name, and by what the other cells say of where it is.

use qiaolian_core::model::{KindId, PlaceId};

use crate::gazetteer::{Gazetteer, keep};

/// What is known of a place that is looked for.
pub(crate) struct Query<'q> {
    /// Its kind.
    pub(crate) kind: KindId,
    /// Its name.
    pub(crate) name: Option<&'q str>,
    /// Its county.
    pub(crate) county: Option<PlaceId>,
    /// Its township: one of these, where there are any.
    pub(crate) townships: &'q [PlaceId],
    /// The digits of its code, where the gazetteer lacks it.
    pub(crate) digits: Option<&'q str>,
}

/// What is found.
pub(crate) enum Found {
    /// This place.
    One(PlaceId),
    /// Any of these, or none of them: what is known doesn't settle on one.
    Several(Vec<PlaceId>),
    /// No place.
    Nowhere,
}

impl Query<'_> {
    /// The place of that name: the only one that the other cells allow. Where they allow none, it
    /// may be any that one of them speaks for.
    pub(crate) fn find(&self, gazetteer: Gazetteer<'_>) -> Found {
        let named = self.named(gazetteer);
        let fits = |place: &PlaceId| {
            self.county.is_none_or(|county| gazetteer.is_in_county(*place, county))
                && (self.townships.is_empty() || gazetteer.is_in_township(*place, self.townships))
        };
        let mut fitting = named.clone();
        keep(&mut fitting, &fits);
        match *fitting {
            [place] => Found::One(place),
            [] => self.spoken_for(gazetteer, named),
            [..] => self.by_digits(gazetteer, fitting),
        }
    }

    /// The places of that name, wherever they are. A county or township without a name is the one
    /// of its own column.
    fn named(&self, gazetteer: Gazetteer<'_>) -> Vec<PlaceId> {
        match self.name {
            Some(name) => gazetteer.named(name, self.kind),
            None if gazetteer.codes.is_county(self.kind) => self.county.into_iter().collect(),
            None if gazetteer.codes.is_township(self.kind) => self.townships.to_vec(),
            None => Vec::new(),
        }
    }

    /// Of several places that fit, the one in the township that the code's digits say.
    fn by_digits(&self, gazetteer: Gazetteer<'_>, fitting: Vec<PlaceId>) -> Found {
        let township = self.digits.and_then(|digits| gazetteer.codes.township(digits));
        let is_there = |place: &PlaceId| {
            township.is_some_and(|township| gazetteer.is_in_township(*place, &[township]))
        };
        let mut there = fitting.iter().copied().filter(is_there);
        match (there.next(), there.next()) {
            (Some(place), None) => Found::One(place),
            (Some(_), Some(_)) | (None, _) => Found::Several(fitting),
        }
    }

    /// The places of that name that the county or the township speaks for, though not both; and
    /// those that are called nearly so in the township.
    fn spoken_for(&self, gazetteer: Gazetteer<'_>, named: Vec<PlaceId>) -> Found {
        let is_county = gazetteer.codes.is_county(self.kind);
        let is_spoken_for = |place: &PlaceId| {
            is_county
                || self.county.is_some_and(|county| gazetteer.is_in_county(*place, county))
                || gazetteer.is_in_township(*place, self.townships)
        };
        let mut candidates = named;
        keep(&mut candidates, &is_spoken_for);
        if candidates.is_empty() {
            return Found::Nowhere;
        }
        let also = match self.name {
            Some(name) if !is_county => gazetteer.near_in(self.townships, self.kind, name),
            Some(_) | None => self.county.into_iter().filter(|_| is_county).collect(),
        };
        for place in also {
            if !candidates.contains(&place) {
                candidates.push(place);
            }
        }
        Found::Several(candidates)
    }
}
