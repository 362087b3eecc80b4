//! Where subjects of a kind can be: which rows hold for them on both sides, and how they get there.

use std::collections::{BTreeMap, BTreeSet};

use super::matched::{Matched, matched};
use super::reach::reaches;
use super::sides::{Sides, found};
use crate::model::{FormId, PlaceId, RowId};
use crate::policy::Policy;

/// The special areas whose rows hold on both sides, by code; none for a row of no area.
pub(super) type Areas<'p> = (Option<&'p str>, Option<&'p str>);

/// What is presumed of an organisation that the record doesn't speak of, on both sides.
pub(super) type Presumed = (Option<FormId>, Option<FormId>);

/// A place of one or both gazetteers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Known<'p> {
    pub(super) code: &'p str,
    pub(super) name: &'p str,
}

/// All subjects of one kind for whom the same rows hold.
pub(super) struct Ground<'p> {
    /// The kind, among those of both sides.
    pub(super) kind: usize,
    /// The areas of the rows.
    pub(super) areas: Areas<'p>,
    /// The rows.
    pub(super) rows: (Option<RowId>, Option<RowId>),
    /// The places that the policies' own lists lead here.
    pub(super) listed: BTreeSet<Known<'p>>,
    /// Whether a record's own word on `key_area` leads here.
    pub(super) by_record: bool,
    /// What is presumed of them, with the places of which it is.
    pub(super) presumed: BTreeMap<Presumed, BTreeSet<Known<'p>>>,
}

/// All grounds of the kinds and places that both sides are for.
pub(super) fn of<'p>(sides: &Sides<'p>) -> Vec<Ground<'p>> {
    let mut grounds: Vec<Ground<'p>> = Vec::new();
    let (first, second) = sides.rulebooks();
    let places = matched(&first.places, &second.places, |place| &place.code);
    // One that either doesn't list may still be in its area; what isn't has no outcome there.
    let is_of_both =
        |place: &Matched<'_, PlaceId>| reaches(first, place.code) && reaches(second, place.code);
    for (kind, known) in sides.kinds.iter().enumerate() {
        let Some(kinds) = known.both() else { continue };
        add(sides, &mut grounds, kind, kinds, (None, None), None);
        for place in places.iter().filter(|place| is_of_both(place)) {
            // A code that stands for another kind on one side is no place of this kind there.
            let of_first = place.before.filter(|id| first.places.of(*id).kind == kinds.0);
            let of_second = place.after.filter(|id| second.places.of(*id).kind == kinds.1);
            let name = of_first
                .map(|id| &first.places.of(id).name)
                .or(of_second.map(|id| &second.places.of(id).name));
            if let Some(name) = name {
                let known = Known { code: place.code, name };
                add(sides, &mut grounds, kind, kinds, (of_first, of_second), Some(known));
            }
        }
    }
    grounds
}

fn add<'p>(
    sides: &Sides<'p>,
    grounds: &mut Vec<Ground<'p>>,
    kind: usize,
    kinds: (crate::model::KindId, crate::model::KindId),
    places: (Option<PlaceId>, Option<PlaceId>),
    place: Option<Known<'p>>,
) {
    for said in [None, Some(true), Some(false)] {
        let before = found(sides.before, kinds.0, places.0, said);
        let after = found(sides.after, kinds.1, places.1, said);
        let rows = (before.row, after.row);
        let at = grounds.iter().position(|known| known.kind == kind && known.rows == rows);
        let at = at.unwrap_or_else(|| {
            let areas = (area(sides.before, before.row), area(sides.after, after.row));
            grounds.push(Ground {
                kind,
                areas,
                rows,
                listed: BTreeSet::new(),
                by_record: false,
                presumed: BTreeMap::new(),
            });
            grounds.len() - 1
        });
        let Some(ground) = grounds.get_mut(at) else { continue };
        let of_pair = ground.presumed.entry((before.presumed, after.presumed)).or_default();
        of_pair.extend(place);
        match said {
            None => ground.listed.extend(place),
            Some(_) => ground.by_record = true,
        }
    }
}

/// The area that a row is for.
fn area(policy: &Policy, row: Option<RowId>) -> Option<&str> {
    let terms = policy.terms();
    let area = terms.rows.get(row?)?.area?;
    Some(&terms.areas.get(area)?.code)
}
