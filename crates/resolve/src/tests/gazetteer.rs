//! Every place of the gazetteer, in every way that people write it.

use qiaolian_core::model::PlaceId;
use qiaolian_core::policy::Place;

use super::{good, outcome, yuxi};
use crate::{ProblemCode, Warning};

fn places() -> impl Iterator<Item = (PlaceId, &'static Place)> {
    yuxi().rulebook().places.iter()
}

fn name_of(place: PlaceId) -> &'static str {
    &yuxi().rulebook().places.of(place).name
}

fn kind_of(place: &Place) -> &'static str {
    &yuxi().rulebook().kinds.of(place.kind).code
}

#[test]
fn there_are_all_places() {
    assert_eq!(places().count(), 803);
}

#[test]
fn each_place_is_found_by_its_code() {
    for (id, place) in places() {
        for code in [place.code.clone(), format!("{:0<12}", place.code)] {
            let found = good(&[("code", &code), ("name", &place.name), ("kind", kind_of(place))]);
            assert_eq!(found.subject.place, Some(id), "{code}");
            assert_eq!(found.subject.county, Some(place.county), "{code}");
            assert_eq!(found.name.as_ref(), Some(&place.name));
        }
    }
}

#[test]
fn each_place_is_found_by_county_and_official_name() {
    for (id, place) in places() {
        let cells =
            [("kind", kind_of(place)), ("county", name_of(place.county)), ("name", &*place.name)];
        match outcome(&cells).result {
            Ok(found) => assert_eq!(found.subject.place, Some(id), "{cells:?}"),
            Err(problems) => {
                assert_eq!(problems[0].code, ProblemCode::AmbiguousName, "{cells:?}");
                assert_eq!(place.name, "大营社区居民委员会");
            }
        }
    }
}

/// Every written form of a place finds it where the township is given, and never another place:
/// without the township it may be another's too, and then nothing is found.
#[test]
fn each_place_is_found_by_every_written_form() {
    let mut written = 0;
    for (id, place) in places() {
        let mut forms: Vec<String> = place.aliases.clone();
        for ending in yuxi().rulebook().naming.endings.iter() {
            let stems = ending.written.iter().filter_map(|end| place.name.strip_suffix(end));
            for stem in stems.filter(|stem| ending.kind == place.kind && !stem.is_empty()) {
                forms.extend(ending.written.iter().map(|end| format!("{stem}{end}")));
            }
        }
        for form in forms {
            let township = place.township.map_or("", name_of);
            let mut cells = vec![
                ("kind", kind_of(place)),
                ("county", name_of(place.county)),
                ("name", &*form),
                ("township", township),
            ];
            assert_eq!(good(&cells).subject.place, Some(id), "{cells:?}");
            cells.pop();
            match outcome(&cells).result {
                Ok(found) => assert_eq!(found.subject.place, Some(id), "{cells:?}"),
                Err(problems) => assert_eq!(problems[0].code, ProblemCode::AmbiguousName),
            }
            written += 1;
        }
    }
    assert!(written > 2_500, "{written}");
}

#[test]
fn the_places_that_are_near_listed_areas() {
    let warned = places().filter_map(|(_, place)| {
        let warnings = good(&[("code", &place.code)]).warnings;
        assert!(warnings.is_empty() || warnings == [Warning::NearName], "{warnings:?}");
        (!warnings.is_empty()).then(|| format!("{} {}", place.code, place.name))
    });
    assert_eq!(
        warned.collect::<Vec<_>>(),
        [
            "530402007 大营街街道",
            "530402007001 大营街社区居民委员会",
            "530423102001 河西社区居民委员会",
            "530426001001 双江社区居民委员会",
            "530426002001 小街社区居民委员会",
            "530428002001 澧江社区居民委员会",
        ]
    );
}
