//! Names of places, in every way that people write them.

use std::borrow::Cow;

use qiaolian_core::model::{Arena, KindId, PlaceId};
use qiaolian_core::policy::{Ending, Place, Rulebook};

use crate::index::Index;
use crate::text::folded;

/// The written forms of every name of a gazetteer.
///
/// A form is the official name, another name of the place, or one of these with its ending in
/// another spelling that means the same: the policy lists endings and other names, and nothing else
/// is read. A name without its ending is a form of no place.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    places: Index<PlaceId>,
    levels: Levels,
    stems: Arena<PlaceId, String>,
}

impl Names {
    pub(crate) fn new(rulebook: &Rulebook) -> Self {
        let endings: Vec<Ending> = rulebook.naming.endings.iter().map(folded_ending).collect();
        let levels = Levels::new(rulebook, &endings);
        let mut places = Vec::new();
        let mut stems = Vec::new();
        for (id, place) in rulebook.places.iter() {
            places.extend(forms(place, &endings).into_iter().map(|form| (form, id)));
            stems.push(levels.strip(&folded(&place.name), Some(place.kind)).to_owned());
        }
        Self { places: Index::new(places), levels, stems: Arena::new(stems) }
    }

    /// The places, of any kind and county, of which a text is a written form.
    pub(crate) fn find<'n>(&'n self, text: &str) -> impl Iterator<Item = PlaceId> + use<'n> {
        self.places.all(&folded(text))
    }

    /// The name of a place without its level, as in 河西 for 河西镇.
    pub(crate) fn stem_of(&self, place: PlaceId) -> &str {
        self.stems.get(place).map_or("", String::as_str)
    }

    /// Any name without its level, where it has one: that of a kind, or of whatever kind.
    pub(crate) fn stem<'n>(&self, name: &'n str, kind: Option<KindId>) -> Cow<'n, str> {
        match folded(name) {
            Cow::Borrowed(name) => Cow::Borrowed(self.levels.strip(name, kind)),
            Cow::Owned(name) => Cow::Owned(self.levels.strip(&name, kind).to_owned()),
        }
    }
}

/// The words for a level that names end with: the endings of a kind, and the kind's spellings.
#[derive(Clone, Debug)]
struct Levels(Vec<(KindId, String)>);

impl Levels {
    fn new(rulebook: &Rulebook, endings: &[Ending]) -> Self {
        let of_endings = endings
            .iter()
            .flat_map(|ending| ending.written.iter().map(|written| (ending.kind, written.clone())));
        let of_kinds = rulebook.kinds.iter().flat_map(|(id, kind)| {
            kind.spellings.iter().map(move |written| (id, folded(written).into_owned()))
        });
        Self(of_endings.chain(of_kinds).collect())
    }

    /// A name without the longest word for its level that it ends with.
    fn strip<'n>(&self, name: &'n str, kind: Option<KindId>) -> &'n str {
        let levels = self.0.iter().filter(|(of, _)| kind.is_none_or(|kind| kind == *of));
        let stems = levels.filter_map(|(_, level)| without(name, level));
        stems.min_by_key(|stem| stem.len()).unwrap_or(name)
    }
}

fn folded_ending(ending: &Ending) -> Ending {
    let written = ending.written.iter().map(|written| folded(written).into_owned());
    Ending { kind: ending.kind, written: written.collect() }
}

/// A place's names, and each of them with its ending in every spelling that means the same.
fn forms(place: &Place, endings: &[Ending]) -> Vec<String> {
    let mut forms = Vec::new();
    for name in std::iter::once(&place.name).chain(&place.aliases) {
        let name = folded(name);
        for ending in endings.iter().filter(|ending| ending.kind == place.kind) {
            let stems = ending.written.iter().filter_map(|written| without(&name, written));
            let respelt = stems.flat_map(|stem| {
                ending.written.iter().map(move |written| format!("{stem}{written}"))
            });
            forms.extend(respelt);
        }
        forms.push(name.into_owned());
    }
    forms
}

/// A name without this ending; none where it has another one, or is nothing else.
fn without<'n>(name: &'n str, ending: &str) -> Option<&'n str> {
    name.strip_suffix(ending).filter(|stem| !stem.is_empty())
}
