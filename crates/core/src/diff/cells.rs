//! The classes whose outcome differs, one by one: each ground × people between two starts ×
//! conditions × organisation.

use std::collections::BTreeSet;

use super::grounds::Ground;
use super::region::{Change, Organisation, Outcome, Region};
use super::sides::{Asking, Sides};
use crate::model::{FormId, Fulfilment};

/// All classes that differ; organisations that differ alike are together from the first.
pub(super) fn differing<'p>(sides: &Sides<'p>, grounds: &[Ground<'p>]) -> Vec<Region<'p>> {
    let mut regions = Vec::new();
    for ground in grounds {
        let organisations = organisations(sides, ground);
        for (least, most) in intervals(sides, ground) {
            for is_met in [true, false] {
                let conditions_met = Some(false).filter(|_| !is_met);
                let of = |policy, row| Asking::of(policy, row, least, conditions_met);
                let asking = (of(sides.before, ground.rows.0), of(sides.after, ground.rows.1));
                for (change, organisations) in changes(sides, asking, &organisations) {
                    regions.push(Region {
                        kinds: BTreeSet::from([ground.kind]),
                        areas: Some(BTreeSet::from([ground.areas])),
                        least,
                        most,
                        conditions_met: Some(is_met),
                        organisations,
                        change,
                        clauses_before: asking.0.iter().flat_map(Asking::clauses).collect(),
                        clauses_after: asking.1.iter().flat_map(Asking::clauses).collect(),
                    });
                }
            }
        }
    }
    regions
}

/// The numbers of people between the starts of both rows' tiers.
fn intervals(sides: &Sides<'_>, ground: &Ground<'_>) -> Vec<(u64, Option<u64>)> {
    let mut starts = BTreeSet::from([0]);
    starts.extend(ground.rows.0.iter().flat_map(|row| sides.before.tables().starts(*row)));
    starts.extend(ground.rows.1.iter().flat_map(|row| sides.after.tables().starts(*row)));
    let ends = starts.iter().skip(1).map(|next| Some(next.saturating_sub(1)));
    starts.iter().copied().zip(ends.chain([None])).collect()
}

/// What a record of such a subject can say of its organisation under both policies.
fn organisations(sides: &Sides<'_>, ground: &Ground<'_>) -> BTreeSet<Organisation> {
    let recorded = sides.forms.iter().enumerate().filter(|(_, form)| form.both().is_some());
    recorded
        .map(|(at, _)| Organisation::Recorded(at))
        .chain(ground.presumed.keys().copied().map(Organisation::Unrecorded))
        .collect()
}

type Changes = Vec<(Change, Option<BTreeSet<Organisation>>)>;

/// How the outcome differs, and with which organisations: with all of them where something else is
/// asked, else with those that fulfil it otherwise.
fn changes(
    sides: &Sides<'_>,
    asking: (Option<Asking<'_>>, Option<Asking<'_>>),
    organisations: &BTreeSet<Organisation>,
) -> Changes {
    let before = asking.0.map(|asking| outcome(&asking, |form| sides.form_before(form)));
    let after = asking.1.map(|asking| outcome(&asking, |form| sides.form_after(form)));
    if before != after {
        return vec![(Change { before, after, fulfilment: None }, None)];
    }
    let mut changes: Changes = Vec::new();
    let (Some(first), Some(second)) = asking else { return changes };
    for organisation in organisations {
        let fulfilment = fulfilment(sides, (first, second), *organisation);
        if fulfilment.0 == fulfilment.1 {
            continue;
        }
        let known = changes.iter_mut().find(|(change, _)| change.fulfilment == Some(fulfilment));
        match known {
            Some((_, with)) => {
                with.get_or_insert_default().insert(*organisation);
            }
            None => {
                let (before, after) = (before.clone(), after.clone());
                let change = Change { before, after, fulfilment: Some(fulfilment) };
                changes.push((change, Some(BTreeSet::from([*organisation]))));
            }
        }
    }
    for (_, with) in &mut changes {
        with.take_if(|with| with == organisations);
    }
    changes
}

fn outcome(asking: &Asking<'_>, at: impl Fn(FormId) -> Option<usize>) -> Outcome {
    let mut forms: Vec<usize> = asking.ask.forms.iter().filter_map(at).collect();
    forms.sort_unstable();
    Outcome { duty: asking.ask.duty, forms, due: asking.due() }
}

/// How far an organisation fulfils what both sides ask.
fn fulfilment(
    sides: &Sides<'_>,
    asking: (Asking<'_>, Asking<'_>),
    organisation: Organisation,
) -> (Fulfilment, Fulfilment) {
    let (before, after) = match organisation {
        Organisation::Recorded(at) => {
            let form = sides.forms.get(at);
            (form.and_then(|form| form.before), form.and_then(|form| form.after))
        }
        Organisation::Unrecorded(presumed) => presumed,
    };
    (asking.0.fulfilment(before), asking.1.fulfilment(after))
}
