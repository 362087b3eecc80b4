//! Names of places, in every way that people write them.

use std::borrow::Cow;

use qiaolian_core::model::{Arena, Id, KindId, PlaceId};
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
        let mut endings = Vec::new();
        for Ending { kind, written } in &rulebook.naming.endings {
            let written = written.iter().map(|written| folded(written).into_owned()).collect();
            endings.push(Ending { kind: *kind, written });
        }
        let levels = Levels::new(rulebook, &endings);
        let mut places = Vec::new();
        let mut stems = Vec::new();
        for (id, place) in rulebook.places.iter() {
            for form in forms(place, &endings) {
                places.push((form, id.index()));
            }
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
        let mut levels = Vec::new();
        for ending in endings {
            for written in &ending.written {
                levels.push((ending.kind, written.clone()));
            }
        }
        for (id, kind) in rulebook.kinds.iter() {
            for written in &kind.spellings {
                levels.push((id, folded(written).into_owned()));
            }
        }
        Self(levels)
    }

    /// A name without the longest word for its level that it ends with.
    fn strip<'n>(&self, name: &'n str, kind: Option<KindId>) -> &'n str {
        let levels = self.0.iter().filter(|(of, _)| kind.is_none_or(|kind| kind == *of));
        let stems = levels.filter_map(|(_, level)| without(name, level));
        stems.min_by_key(|stem| stem.len()).unwrap_or(name)
    }
}

/// A place's names, and each of them with its ending in every spelling that means the same.
fn forms(place: &Place, endings: &[Ending]) -> Vec<String> {
    let mut forms = Vec::new();
    for name in std::iter::once(&place.name).chain(&place.aliases) {
        let name = folded(name);
        for ending in endings.iter().filter(|ending| ending.kind == place.kind) {
            for stem in ending.written.iter().filter_map(|written| without(&name, written)) {
                for written in &ending.written {
                    forms.push(stem.to_owned() + written);
                }
            }
        }
        forms.push(name.into_owned());
    }
    forms
}

/// A name without this ending; none where it has another one, or is nothing else.
fn without<'n>(name: &'n str, ending: &str) -> Option<&'n str> {
    name.strip_suffix(ending).filter(|stem| !stem.is_empty())
}
