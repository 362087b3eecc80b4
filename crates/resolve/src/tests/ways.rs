//! Every place of the gazetteer in every way that people write it, with what they write beside it:
//! how many are found, as `ways.csv` has it. `QIAOLIAN_BLESS=1` writes that file anew; every change
//! of it is to be read. The ways are written down here by hand, and not taken from the policy.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use qiaolian_core::model::PlaceId;
use qiaolian_core::policy::Place;

use super::{outcome, yuxi};
use crate::{Outcome, ProblemCode, Warning};

/// Ways of writing a village's name, by the endings that official names have, the longer ones first.
const VILLAGES: [(&str, &[&str]); 4] = [
    ("社区居民委员会", &["社区", "社区居委会", "社区居民委员会"]),
    ("村民委员会", &["村", "村委会", "村村委会", "村民委员会"]),
    ("村村委会", &["村", "村委会", "村村委会", "村民委员会"]),
    ("村委会", &["村", "村委会", "村村委会", "村民委员会"]),
];

/// What people call the counties, the official name first.
const COUNTIES: [(&str, &[&str]); 9] = [
    ("530402", &["红塔区", "红塔"]),
    ("530403", &["江川区", "江川", "江川县"]),
    ("530423", &["通海县", "通海"]),
    ("530424", &["华宁县", "华宁"]),
    ("530425", &["易门县", "易门"]),
    ("530426", &["峨山彝族自治县", "峨山县", "峨山"]),
    ("530427", &["新平彝族傣族自治县", "新平县", "新平"]),
    ("530428", &["元江哈尼族彝族傣族自治县", "元江县", "元江"]),
    ("530481", &["澄江市", "澄江", "澄江县"]),
];

/// The words for a level that official names end with, the longer ones first.
const LEVELS: [&str; 7] =
    ["社区居民委员会", "村民委员会", "村村委会", "村委会", "街道", "镇", "乡"];

/// The way of writing that is none.
const STEM: &str = "without its level";

/// What is written beside a name, and how the table calls it.
const BESIDE: [(&str, bool, bool); 4] = [
    ("nothing", false, false),
    ("township", false, true),
    ("county", true, false),
    ("county and township", true, true),
];

/// What comes of a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Found {
    Itself,
    /// It is assessed as it stands.
    Unlisted,
    /// It is refused.
    Refused(ProblemCode),
    /// It is taken for another place.
    Another(PlaceId),
}

fn places() -> impl Iterator<Item = (PlaceId, &'static Place)> {
    yuxi().rulebook().places.iter()
}

fn kind_of(place: &Place) -> &'static str {
    &yuxi().rulebook().kinds.of(place.kind).code
}

/// What people write for a place, each with the name of the way.
fn names(place: &Place) -> Vec<(&'static str, String)> {
    let mut names = vec![
        ("official", place.name.clone()),
        ("official, in spaces of both widths", format!(" \u{3000}{} \u{3000}", place.name)),
    ];
    let ending =
        VILLAGES.iter().find_map(|(end, ways)| Some((place.name.strip_suffix(end)?, ways)));
    match (kind_of(place), ending) {
        ("village", Some((stem, ways))) => {
            names.extend(ways.iter().map(|way| (*way, format!("{stem}{way}"))));
        }
        ("township", _) if place.name.ends_with("街道") => {
            names.push(("街道办事处", format!("{}办事处", place.name)));
        }
        ("county", _) => {
            let called = COUNTIES.iter().find(|(code, _)| *code == place.code).unwrap().1;
            let way = |name: &&str| match name.chars().count() {
                2 => "bare",
                _ if *name == place.name => "official",
                _ => "short or former",
            };
            names.extend(called.iter().map(|name| (way(name), (*name).to_owned())).skip(1));
        }
        _ => {}
    }
    if kind_of(place) != "county" {
        let stem = LEVELS.iter().find_map(|level| place.name.strip_suffix(level)).unwrap();
        names.push((STEM, stem.to_owned()));
    }
    names
}

/// What people write for a place's county.
fn counties(place: &Place) -> Vec<String> {
    let code = &yuxi().rulebook().places.of(place.county).code;
    let called = COUNTIES.iter().find(|(of, _)| of == code).unwrap().1;
    let mut written: Vec<String> = called.iter().map(|name| (*name).to_owned()).collect();
    written.push(format!("\u{3000}{} ", called[0]));
    written.extend(codes(code));
    written
}

/// What people write for a village's township; nothing for other places.
fn townships(place: &Place) -> Vec<String> {
    let Some(township) = place.township else { return Vec::new() };
    let township = yuxi().rulebook().places.of(township);
    let mut written = vec![township.name.clone()];
    if township.name.ends_with("街道") {
        written.push(format!("{}办事处", township.name));
    }
    written.extend(codes(&township.code));
    written
}

/// A code as people and spreadsheets write it.
fn codes(code: &str) -> [String; 4] {
    let wide = |digit: char| char::from_u32(u32::from(digit) + 0xfee0).unwrap();
    [code.to_owned(), format!("{code:0<12}"), format!("{code}.0"), code.chars().map(wide).collect()]
}

fn found(id: PlaceId, Outcome { place, result, .. }: &Outcome) -> Found {
    match (result, place) {
        (_, Some(place)) if *place != id => Found::Another(*place),
        (Ok(resolved), Some(_)) => {
            assert_eq!(resolved.subject.place, Some(id));
            Found::Itself
        }
        (Ok(_), None) => Found::Unlisted,
        (Err(problems), _) => Found::Refused(problems[0].code),
    }
}

/// What comes of a place, under one way of writing its name, with these beside it.
fn written(id: PlaceId, kind: &str, name: &str, county: &str, township: &str) -> Found {
    let cells = [("kind", kind), ("name", name), ("county", county), ("township", township)];
    let found = found(id, &outcome(&cells));
    if let Found::Another(other) = found {
        let (of, other) = (&yuxi().rulebook().places.of(id).name, yuxi().code_of(other));
        panic!("{of} written as {cells:?} is taken for {other}");
    }
    found
}

/// How often each came about.
#[derive(Clone, Copy, Default)]
struct Tally {
    places: usize,
    itself: usize,
    not_found: usize,
    refused: [usize; 3],
}

/// The problems that a name may be refused for.
const REFUSALS: [ProblemCode; 3] =
    [ProblemCode::UnknownPlace, ProblemCode::OutsideArea, ProblemCode::AmbiguousName];

impl Tally {
    fn add(&mut self, found: Found) {
        self.places += 1;
        match found {
            Found::Itself => self.itself += 1,
            Found::Unlisted => self.not_found += 1,
            Found::Refused(code) => {
                let at = REFUSALS.iter().position(|refusal| *refusal == code).unwrap();
                self.refused[at] += 1;
            }
            Found::Another(_) => panic!("told before"),
        }
    }
}

/// The table: a line a way of writing and what is written beside it.
#[derive(Default)]
struct Table(Vec<((String, String, String), Tally)>);

impl Table {
    fn add(&mut self, kind: &str, way: &str, beside: &str, found: Found) {
        let line = (kind.to_owned(), way.to_owned(), beside.to_owned());
        let at = self.0.iter().position(|(of, _)| *of == line).unwrap_or_else(|| {
            self.0.push((line, Tally::default()));
            self.0.len() - 1
        });
        self.0[at].1.add(found);
    }

    fn text(&self) -> String {
        let refusals = REFUSALS.map(ProblemCode::code).join(",");
        let mut text = format!("kind,name,beside it,places,itself,name_not_found,{refusals}\n");
        for ((kind, way, beside), tally) in &self.0 {
            let [unknown, outside, ambiguous] = tally.refused;
            let Tally { places, itself, not_found, .. } = tally;
            let way = if way.contains(',') { format!("\"{way}\"") } else { way.clone() };
            writeln!(
                text,
                "{kind},{way},{beside},{places},{itself},{not_found},{unknown},{outside},{ambiguous}"
            )
            .unwrap();
        }
        text
    }
}

/// However county and township are written, a name comes to the same; and it never comes to a place
/// that is another one.
#[test]
fn in_every_way_of_writing_a_place_is_itself_or_nothing_and_never_another() {
    let mut table = Table::default();
    for (id, place) in places() {
        let kind = kind_of(place);
        let (counties, townships) = (counties(place), townships(place));
        for (way, name) in names(place) {
            for (beside, has_county, has_township) in BESIDE {
                if (has_county && kind == "county") || (has_township && townships.is_empty()) {
                    continue;
                }
                let blank = [String::new()];
                let counties = if has_county { &counties[..] } else { &blank };
                let townships = if has_township { &townships[..] } else { &blank };
                let one = written(id, kind, &name, &counties[0], &townships[0]);
                for county in &counties[1..] {
                    let other = written(id, kind, &name, county, &townships[0]);
                    assert_eq!(other, one, "{name} of {county}");
                }
                for township in &townships[1..] {
                    let other = written(id, kind, &name, &counties[0], township);
                    assert_eq!(other, one, "{name} of {township}");
                }
                table.add(kind, way, beside, one);
            }
        }
    }
    compare(&table.text());
}

/// With the table as it is committed.
fn compare(found: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/ways.csv");
    if std::env::var_os("QIAOLIAN_BLESS").is_some() {
        std::fs::write(&file, found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(file).unwrap());
}

#[test]
fn the_ways_are_those_of_all_places() {
    let listed: BTreeSet<&str> = COUNTIES.iter().map(|(code, _)| *code).collect();
    let found: BTreeSet<&str> =
        places().filter(|(id, place)| *id == place.county).map(|(_, place)| &*place.code).collect();
    assert_eq!(listed, found);
    for (_, place) in places() {
        assert!(names(place).len() >= 3, "{place:?}");
    }
}

/// A name of one level is none of another, whatever is called so there.
#[test]
fn under_the_kind_of_another_level_no_name_is_a_place() {
    for (id, place) in places() {
        let others = ["county", "township", "village"].into_iter();
        for kind in others.filter(|kind| *kind != kind_of(place)) {
            for (_, name) in names(place).into_iter().filter(|(way, _)| *way != STEM) {
                for county in ["", &counties(place)[0]] {
                    let found = written(id, kind, &name, county, "");
                    assert_ne!(found, Found::Itself, "{name} as {kind}");
                }
            }
        }
    }
}

#[test]
fn a_code_is_its_place_in_every_way_that_it_is_written() {
    for (id, place) in places() {
        for code in codes(&place.code) {
            for (way, name) in names(place) {
                let outcome = outcome(&[("code", &code), ("name", &name)]);
                assert_eq!(found(id, &outcome), Found::Itself, "{code}, {name}");
                let warnings = outcome.result.unwrap().warnings;
                let differs = warnings.contains(&Warning::NameDiffersFromCode);
                assert_eq!(differs, way == STEM, "{code}, {name}");
            }
        }
    }
}
