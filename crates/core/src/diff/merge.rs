//! Boxes that differ in one way become one, where they differ in one dimension only: what is merged
//! is a box again, and no two overlap.

use std::collections::BTreeSet;

use super::grounds::Ground;
use super::region::Region;

/// The fewest boxes that merging two by two comes to.
pub(super) fn merged<'p>(regions: Vec<Region<'p>>, grounds: &[Ground<'p>]) -> Vec<Region<'p>> {
    let mut regions = regions;
    loop {
        let count = regions.len();
        for join in [people, conditions, kinds] {
            regions = joined(regions, join);
        }
        regions = joined(regions, areas);
        for region in &mut regions {
            forget_areas(region, grounds);
        }
        if regions.len() == count {
            regions
                .sort_by_key(|region| (region.kinds.clone(), region.areas.clone(), region.least));
            return regions;
        }
    }
}

/// Merges each box with an earlier one, where they join.
fn joined<'p>(
    regions: Vec<Region<'p>>,
    join: fn(&Region<'p>, &Region<'p>) -> Option<Region<'p>>,
) -> Vec<Region<'p>> {
    let mut merged: Vec<Region<'p>> = Vec::new();
    for region in regions {
        let both = |known: &mut Region<'p>| {
            let both = join(known, &region).filter(|_| known.change == region.change);
            both.map(|mut both| {
                both.clauses_before.extend(&region.clauses_before);
                both.clauses_after.extend(&region.clauses_after);
                *known = both;
            })
        };
        if merged.iter_mut().find_map(both).is_none() {
            merged.push(region);
        }
    }
    merged
}

/// The first box with these fields of another one, to see whether all else is the same.
fn is_same<'p>(one: &Region<'p>, other: &Region<'p>, with: impl Fn(&mut Region<'p>)) -> bool {
    let strip = |region: &Region<'p>| {
        let mut region = region.clone();
        with(&mut region);
        (
            (region.kinds, region.areas, region.conditions_met, region.organisations),
            (region.least, region.most),
        )
    };
    strip(one) == strip(other)
}

/// One ends where the other begins.
fn people<'p>(one: &Region<'p>, other: &Region<'p>) -> Option<Region<'p>> {
    let alike = is_same(one, other, |region| (region.least, region.most) = (0, None));
    let is_next = |low: &Region<'p>, high: &Region<'p>| {
        low.most.and_then(|most| most.checked_add(1)) == Some(high.least)
    };
    let joined = |low: &Region<'p>, high: &Region<'p>| Region {
        least: low.least,
        most: high.most,
        ..one.clone()
    };
    match alike {
        true if is_next(one, other) => Some(joined(one, other)),
        true if is_next(other, one) => Some(joined(other, one)),
        true | false => None,
    }
}

/// One where conditions are met or unknown, the other where they aren't.
fn conditions<'p>(one: &Region<'p>, other: &Region<'p>) -> Option<Region<'p>> {
    let alike = is_same(one, other, |region| region.conditions_met = None);
    let are_both = one.conditions_met.is_some() && one.conditions_met != other.conditions_met;
    (alike && are_both && other.conditions_met.is_some())
        .then(|| Region { conditions_met: None, ..one.clone() })
}

/// Kinds that both have all the rest in common.
fn kinds<'p>(one: &Region<'p>, other: &Region<'p>) -> Option<Region<'p>> {
    is_same(one, other, |region| region.kinds.clear())
        .then(|| Region { kinds: one.kinds.union(&other.kinds).copied().collect(), ..one.clone() })
}

/// Areas of the same kinds.
fn areas<'p>(one: &Region<'p>, other: &Region<'p>) -> Option<Region<'p>> {
    let (mine, others) = one.areas.as_ref().zip(other.areas.as_ref())?;
    let all: BTreeSet<_> = mine.union(others).copied().collect();
    is_same(one, other, |region| region.areas = None)
        .then(|| Region { areas: Some(all), ..one.clone() })
}

/// Where a box has all areas that its kinds can be in, they don't matter.
fn forget_areas<'p>(region: &mut Region<'p>, grounds: &[Ground<'p>]) {
    let kinds = &region.kinds;
    let of_kinds = grounds.iter().filter(|ground| kinds.contains(&ground.kind));
    let mut areas = of_kinds.map(|ground| ground.areas);
    let covers = |has: &mut BTreeSet<_>| areas.all(|areas| has.contains(&areas));
    region.areas.take_if(covers);
}
