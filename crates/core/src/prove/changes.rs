//! What another choice of a reading changes, table against table: cells, places, presumptions, and
//! which people are counted. No answer is worked out a second time.

use super::map::{Given, given};
use crate::compile::Tables;
use crate::model::{FormId, GroupId, IdSet, PlaceId, RowId};
use crate::policy::{Policy, Terms, Variant};

/// What one other choice changes in the tables.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Changes {
    /// Numbers of people of which something else is asked.
    pub cells: Vec<CellChange>,
    /// Places to which another row applies: from, to.
    pub places: Vec<(PlaceId, Option<RowId>, Option<RowId>)>,
    /// Places of which another organisation is presumed: from, to.
    pub presumptions: Vec<(PlaceId, Option<FormId>, Option<FormId>)>,
    /// The groups that are counted, where they are others: from, to.
    pub counted: Option<(IdSet<GroupId>, IdSet<GroupId>)>,
}

/// Numbers of people of which something else is asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellChange {
    /// The row.
    pub row: RowId,
    /// Whether conditions are met (or nobody said); none where it is so either way.
    pub conditions_met: Option<bool>,
    /// The smallest number.
    pub from: u64,
    /// The greatest number; none where nothing bounds it.
    pub to: Option<u64>,
    /// What is asked under the choice in force.
    pub before: Option<Given>,
    /// What is asked under the other choice.
    pub after: Option<Given>,
}

pub(super) fn all(policy: &Policy, variant: &Variant) -> Changes {
    let (before, after) = (policy.tables(), variant.tables(policy));
    let mut changes = Changes {
        cells: cells((before, policy.terms()), (after, &variant.terms)),
        places: Vec::new(),
        presumptions: Vec::new(),
        counted: Some((before.counted, after.counted)).filter(|(from, to)| from != to),
    };
    for (place, known) in policy.rulebook().places.iter() {
        let class = |tables: &Tables| {
            let class = tables.class(known.kind, Some(place));
            let row = class.and_then(|class| tables.row(class, None)).map(|(row, _)| row);
            (row, class.and_then(crate::compile::Class::presumed))
        };
        let ((row, presumed), (other_row, other_presumed)) = (class(before), class(after));
        if row != other_row {
            changes.places.push((place, row, other_row));
        }
        if presumed != other_presumed {
            changes.presumptions.push((place, presumed, other_presumed));
        }
    }
    changes
}

fn cells(before: (&Tables, &Terms), after: (&Tables, &Terms)) -> Vec<CellChange> {
    let mut all = Vec::new();
    for row in before.1.rows.ids() {
        let ready = of_half(before, after, row, false);
        let unready = of_half(before, after, row, true);
        for change in &ready {
            let either_way = unready.contains(change);
            let conditions_met = (!either_way).then_some(true);
            all.push(CellChange { conditions_met, ..change.clone() });
        }
        let only = unready.into_iter().filter(|change| !ready.contains(change));
        all.extend(only.map(|change| CellChange { conditions_met: Some(false), ..change }));
    }
    all
}

/// The changes of one half of a row, numbers that change alike together.
fn of_half(
    before: (&Tables, &Terms),
    after: (&Tables, &Terms),
    row: RowId,
    unready: bool,
) -> Vec<CellChange> {
    let mut starts: Vec<u64> = before.0.starts(row).chain(after.0.starts(row)).chain([0]).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut changes: Vec<CellChange> = Vec::new();
    for (at, from) in starts.iter().enumerate() {
        let asked =
            |held: (&Tables, &Terms)| given(held, (row, held.1.rows.of(row)), *from, unready);
        let (before, after) = (asked(before), asked(after));
        if before == after {
            continue;
        }
        let to = starts.get(at + 1).map(|next| next - 1);
        match changes.last_mut() {
            Some(last)
                if last.to.map(|to| to + 1) == Some(*from)
                    && (&last.before, &last.after) == (&before, &after) =>
            {
                last.to = to;
            }
            Some(_) | None => {
                changes.push(CellChange {
                    row,
                    conditions_met: None,
                    from: *from,
                    to,
                    before,
                    after,
                });
            }
        }
    }
    changes
}
