//! What a record is about: its kind, and its place by code or by name.
//!
//! A code of the gazetteer settles everything; what is written beside it may not contradict it,
//! and a name that differs is only odd. Without one, a name is looked up at the level of its kind,
//! within its county, or in the whole area where no county is known. What the contract leaves open:
//!
//! * A township that is written and known has to be the place's: a name that the county has, but
//!   elsewhere, is ambiguous. A township that the gazetteer lacks tells nothing apart and is passed
//!   over; beside a code it contradicts, since it isn't the code's.
//! * Where no county is written, a township that is the only one of its name says it.
//! * A county or township whose name is blank is the one in the column `county` or `township`.
//! * A county that the gazetteer lacks lies outside the policy's area.
//! * A code within the area whose county the gazetteer lacks (a former one) has its county from the
//!   other cells; where they give none it lies outside.
//! * A place without a county and without a name is found nowhere.
//! * What mending the code would settle isn't reported beside a code that can't be read.

use qiaolian_core::model::{KindId, PlaceId};

use crate::cells::{Cells, Written};
use crate::codes::Code;
use crate::facts::listed;
use crate::find::{Found, Query};
use crate::gazetteer::Gazetteer;
use crate::problem::{ProblemCode, Warning};
use crate::record::Column;
use crate::text::folded;
use crate::values::Spellings;

/// What a record is about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Located {
    /// Its kind; none where nothing settles it.
    pub(crate) kind: Option<KindId>,
    /// Its place.
    pub(crate) place: Option<PlaceId>,
    /// Its county.
    pub(crate) county: Option<PlaceId>,
    /// The township that is written of a subject that is no place of the gazetteer.
    pub(crate) township: Option<String>,
    /// Its code, where the gazetteer lacks it.
    pub(crate) unlisted_code: Option<String>,
    /// What is odd.
    pub(crate) warnings: Vec<Warning>,
}

/// What is written beside the code.
struct Beside {
    kind: Written<KindId>,
    county: Written<PlaceId>,
}

/// What the code's cell says, as far as looking for a name goes.
#[derive(Clone, Copy)]
enum Coded<'c> {
    Blank,
    Unreadable,
    Digits(&'c str),
}

/// One record while its place is looked for.
pub(crate) struct Search<'s, 'r> {
    pub(crate) gazetteer: Gazetteer<'s>,
    pub(crate) kinds: &'s Spellings<KindId>,
    pub(crate) cells: &'s mut Cells<'r>,
}

impl Search<'_, '_> {
    /// What the record is about, every problem noted.
    pub(crate) fn locate(mut self) -> Located {
        let code = self.code();
        let beside = Beside { kind: self.kind(), county: self.county() };
        match code {
            Written::Read(Code::Listed(place)) => self.by_code(place, &beside),
            Written::Read(Code::Unlisted(code)) => self.by_digits(code, beside),
            Written::Read(Code::Outside) => {
                self.note_outside(Column::Code);
                Located { kind: beside.kind.read(), ..Located::default() }
            }
            Written::Unreadable => {
                self.by_name(beside.kind.read(), beside.county, Coded::Unreadable)
            }
            Written::Blank => {
                if beside.kind == Written::Blank {
                    self.note_unsettled_kind();
                }
                self.by_name(beside.kind.read(), beside.county, Coded::Blank)
            }
        }
    }

    fn code(&mut self) -> Written<Code> {
        let codes = self.gazetteer.codes;
        let lengths = || codes.lengths();
        let read = |text: &str| codes.read(text);
        self.cells.choice(Column::Code, ProblemCode::UnreadableCode, read, lengths)
    }

    fn kind(&mut self) -> Written<KindId> {
        let (kinds, gazetteer) = (self.kinds, self.gazetteer);
        let read = |text: &str| kinds.get(text);
        self.cells.choice(Column::Kind, ProblemCode::UnreadableKind, read, || all_kinds(gazetteer))
    }

    /// The county in its own column, by name or code.
    fn county(&mut self) -> Written<PlaceId> {
        let Some(written) = self.cells.text(Column::County) else { return Written::Blank };
        let mut counties = self.gazetteer.counties_named(&written);
        match (counties.next(), counties.next()) {
            (Some(county), None) => Written::Read(county),
            (None, _) => {
                self.note_outside(Column::County);
                Written::Unreadable
            }
            (Some(_), Some(_)) => {
                let counties = self.gazetteer.counties_named(&written).collect();
                self.note_ambiguous(Column::County, counties);
                Written::Unreadable
            }
        }
    }

    /// The townships that the township's column may mean, by name or code; none of them where the
    /// gazetteer lacks it, nothing where it is blank.
    fn townships(&self, county: Option<PlaceId>) -> Option<Vec<PlaceId>> {
        let written = self.cells.text(Column::Township)?;
        Some(self.gazetteer.townships_named(&written, county))
    }

    /// The township in its column: its official name where it is one of the gazetteer's, so that it
    /// is the same however it is written.
    fn township(&self, townships: &[PlaceId]) -> Option<String> {
        let written = self.cells.text(Column::Township)?;
        Some(match townships {
            [township] => self.gazetteer.name_of(*township).to_owned(),
            [..] => folded(&written).into_owned(),
        })
    }

    /// By a code of the gazetteer: it settles name, county and kind.
    fn by_code(&mut self, id: PlaceId, beside: &Beside) -> Located {
        let Some(place) = self.gazetteer.place(id) else { return Located::default() };
        let is_township = self.gazetteer.codes.is_township(place.kind);
        let township = if is_township { Some(id) } else { place.township };
        let townships = self.townships(Some(place.county));
        let contradicted = [
            (Column::Kind, beside.kind.is_other_than(&place.kind)),
            (Column::County, beside.county.is_other_than(&place.county)),
            (Column::Township, townships.is_some_and(|said| !is_among(township, &said))),
        ];
        let gazetteer = self.gazetteer;
        note_contradictions(self.cells, contradicted, || gazetteer.description(id));
        let name = self.cells.text(Column::Name);
        let mut named = name.map(|name| self.gazetteer.names.find(&name));
        let differs = named.as_mut().is_some_and(|named| named.all(|named| named != id));
        Located {
            kind: Some(place.kind),
            place: Some(id),
            county: Some(place.county),
            township: None,
            unlisted_code: None,
            warnings: differs.then_some(Warning::NameDiffersFromCode).into_iter().collect(),
        }
    }

    /// By a code that the gazetteer lacks: county and level from its digits, the place by its name.
    fn by_digits(&mut self, digits: String, beside: Beside) -> Located {
        let codes = self.gazetteer.codes;
        let (county, township) = (codes.county(&digits), codes.township(&digits));
        let is_other_kind =
            matches!(beside.kind, Written::Read(kind) if !codes.is_of_kind(&digits, kind));
        let townships = self.townships(county);
        let contradicted = [
            (Column::Kind, is_other_kind),
            (Column::County, county.is_some_and(|county| beside.county.is_other_than(&county))),
            (
                Column::Township,
                township.is_some() && townships.is_some_and(|said| !is_among(township, &said)),
            ),
        ];
        let gazetteer = self.gazetteer;
        let is_contradicted = note_contradictions(self.cells, contradicted, || match county {
            Some(county) => format!("{digits}（{}）", gazetteer.name_of(county)),
            None => digits.clone(),
        });
        let kind = match beside.kind {
            Written::Read(kind) if !is_other_kind => Some(kind),
            Written::Read(_) | Written::Blank | Written::Unreadable => codes.kind(&digits),
        };
        if kind.is_none() && beside.kind == Written::Blank {
            self.note_unsettled_kind();
        }
        if is_contradicted {
            return Located { kind, ..Located::default() };
        }
        let county = county.map_or(beside.county, Written::Read);
        let mut located = self.by_name(kind, county, Coded::Digits(&digits));
        located.warnings.push(Warning::CodeNotFound);
        if located.place.is_none() {
            located.unlisted_code = Some(digits);
        }
        located
    }

    /// By name, within the county if there is one.
    fn by_name(
        &mut self,
        kind: Option<KindId>,
        county: Written<PlaceId>,
        coded: Coded<'_>,
    ) -> Located {
        let mut located = Located { kind, ..Located::default() };
        if county == Written::Unreadable {
            return located;
        }
        let county = county.read();
        let townships = self.townships(county).unwrap_or_default();
        located.county = county.or_else(|| self.gazetteer.only_county(&townships));
        located.township = self.township(&townships);
        let Some(kind) = kind.filter(|kind| self.gazetteer.is_of_places(*kind)) else {
            return located;
        };
        let name = self.cells.text(Column::Name);
        let digits = match coded {
            Coded::Digits(digits) => Some(digits),
            Coded::Blank | Coded::Unreadable => None,
        };
        let query = Query {
            kind,
            name: name.as_deref(),
            county: located.county,
            townships: &townships,
            digits,
        };
        match (query.find(self.gazetteer), coded) {
            (Found::One(place), _) => {
                located.place = Some(place);
                located.township = None;
                located.county = self.gazetteer.place(place).map(|place| place.county);
            }
            (Found::Several(_), Coded::Unreadable) => {}
            (Found::Several(candidates), Coded::Blank | Coded::Digits(_)) => {
                let column = if name.is_some() { Column::Name } else { Column::Township };
                self.note_ambiguous(column, candidates);
            }
            (Found::Nowhere, _) => {
                let is_county = self.gazetteer.codes.is_county(kind);
                if is_county || located.county.is_none() {
                    self.note_nowhere(is_county && name.is_some(), coded);
                } else if name.is_some() {
                    located.warnings.push(Warning::NameNotFound);
                }
            }
        }
        located
    }

    /// Notes a place that is found nowhere and in no county of the area.
    fn note_nowhere(&mut self, is_named_county: bool, coded: Coded<'_>) {
        match coded {
            Coded::Digits(_) => self.note_outside(Column::Code),
            Coded::Blank | Coded::Unreadable if is_named_county => self.note_outside(Column::Name),
            Coded::Blank => {
                self.cells.note(Column::Name, ProblemCode::UnknownPlace, String::new());
            }
            Coded::Unreadable => {}
        }
    }

    fn note_outside(&mut self, column: Column) {
        self.cells.note(column, ProblemCode::OutsideArea, self.gazetteer.all_counties());
    }

    fn note_ambiguous(&mut self, column: Column, candidates: Vec<PlaceId>) {
        let candidates = self.gazetteer.descriptions(candidates);
        self.cells.note(column, ProblemCode::AmbiguousName, candidates);
    }

    fn note_unsettled_kind(&mut self) {
        self.cells.note(Column::Kind, ProblemCode::KindNotSettled, all_kinds(self.gazetteer));
    }
}

/// Notes the columns that contradict the code, with what the code says; whether there are any.
fn note_contradictions(
    cells: &mut Cells<'_>,
    contradicted: [(Column, bool); 3],
    said: impl Fn() -> String,
) -> bool {
    let mut is_any = false;
    for (column, _) in contradicted.into_iter().filter(|(_, is_contradicted)| *is_contradicted) {
        cells.note(column, ProblemCode::ContradictsCode, said());
        is_any = true;
    }
    is_any
}

fn is_among(place: Option<PlaceId>, places: &[PlaceId]) -> bool {
    place.is_some_and(|place| places.contains(&place))
}

/// The kinds, to show to people.
fn all_kinds(gazetteer: Gazetteer<'_>) -> String {
    listed(gazetteer.rulebook.kinds.iter().map(|(_, kind)| (&*kind.code, &*kind.label.zh)))
}
