//! The policy's places, looked up and told apart.

use qiaolian_core::model::{KindId, PlaceId};
use qiaolian_core::policy::{Place, Rulebook};

use crate::codes::{Code, Codes};
use crate::names::Names;
use crate::near::is_near;
use crate::text::folded;

/// A policy's places with their indexes.
#[derive(Clone, Copy)]
pub(crate) struct Gazetteer<'g> {
    pub(crate) rulebook: &'g Rulebook,
    pub(crate) codes: &'g Codes,
    pub(crate) names: &'g Names,
}

impl<'g> Gazetteer<'g> {
    /// A place; none where it is another policy's.
    pub(crate) fn place(self, place: PlaceId) -> Option<&'g Place> {
        self.rulebook.places.get(place)
    }

    /// Whether subjects of this kind are places; the others are units.
    pub(crate) fn is_of_places(self, kind: KindId) -> bool {
        self.rulebook.kinds.get(kind).is_some_and(|kind| kind.code_digits.is_some())
    }

    pub(crate) fn is_in_county(self, place: PlaceId, county: PlaceId) -> bool {
        self.place(place).is_some_and(|place| place.county == county)
    }

    /// Whether a place is in one of some townships, or is one of them.
    pub(crate) fn is_in_township(self, place: PlaceId, townships: &[PlaceId]) -> bool {
        let own = self.place(place).and_then(|place| place.township).unwrap_or(place);
        townships.contains(&own)
    }

    /// The counties of that name or code.
    pub(crate) fn counties_named(self, written: &str) -> impl Iterator<Item = PlaceId> + use<'g> {
        self.by_code_or_name(written, Codes::is_county)
    }

    /// The townships of that name or code: those of the county if it has one, else any.
    pub(crate) fn townships_named(self, written: &str, county: Option<PlaceId>) -> Vec<PlaceId> {
        let known: Vec<PlaceId> = self.by_code_or_name(written, Codes::is_township).collect();
        let is_within =
            |place: &PlaceId| county.is_some_and(|county| self.is_in_county(*place, county));
        let within: Vec<PlaceId> = known.iter().copied().filter(is_within).collect();
        if within.is_empty() { known } else { within }
    }

    fn by_code_or_name(
        self,
        written: &str,
        is_kind: fn(&Codes, KindId) -> bool,
    ) -> impl Iterator<Item = PlaceId> + use<'g> {
        let by_code = match self.codes.read(&folded(written)) {
            Some(Code::Listed(place)) => Some(place),
            Some(Code::Unlisted(_) | Code::Outside) | None => None,
        };
        let named = self.names.find(written);
        by_code.into_iter().chain(named).filter(move |place| {
            self.place(*place).is_some_and(|place| is_kind(self.codes, place.kind))
        })
    }

    /// The places of a kind with that name.
    pub(crate) fn named(self, name: &str, kind: KindId) -> Vec<PlaceId> {
        let named = self.names.find(name);
        named.filter(|place| self.place(*place).is_some_and(|place| place.kind == kind)).collect()
    }

    /// The places of a kind in some townships whose names are near a name.
    pub(crate) fn near_in(self, townships: &[PlaceId], kind: KindId, name: &str) -> Vec<PlaceId> {
        let stem = self.names.stem(name, Some(kind));
        let near = self.rulebook.places.iter().filter(|(id, place)| {
            place.kind == kind
                && place.township.is_some_and(|township| townships.contains(&township))
                && is_near(self.names.stem_of(*id), &stem)
        });
        near.map(|(id, _)| id).collect()
    }

    /// The county that all of some places are in.
    pub(crate) fn only_county(self, places: &[PlaceId]) -> Option<PlaceId> {
        let mut counties = places.iter().filter_map(|place| Some(self.place(*place)?.county));
        let county = counties.next()?;
        counties.all(|other| other == county).then_some(county)
    }

    /// The official name of a place.
    pub(crate) fn name_of(self, place: PlaceId) -> &'g str {
        self.place(place).map_or("", |place| &place.name)
    }

    /// A place as people tell it from others: where it is, its name and its code.
    pub(crate) fn description(self, id: PlaceId) -> String {
        let Some(place) = self.place(id) else { return String::new() };
        let county = if place.county == id { "" } else { self.name_of(place.county) };
        let township = place.township.map_or("", |township| self.name_of(township));
        format!("{county}{township}{}（{}）", place.name, place.code)
    }

    /// Some places, to show to people.
    pub(crate) fn descriptions(self, places: impl IntoIterator<Item = PlaceId>) -> String {
        places.into_iter().map(|place| self.description(place)).collect::<Vec<_>>().join("、")
    }

    /// The counties of the policy's area, to show to people.
    pub(crate) fn all_counties(self) -> String {
        let counties = self.rulebook.places.iter().filter(|(id, place)| place.county == *id);
        self.descriptions(counties.map(|(id, _)| id))
    }
}
