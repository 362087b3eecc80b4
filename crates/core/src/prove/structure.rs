//! Is every class decided, and once? Is everything reached? Does more never weaken?

use super::{Fault, Weakening};
use crate::compile::Tables;
use crate::model::{ChoiceId, IdSet, ReadingId};
use crate::policy::{Policy, Row, Terms, Tier};

type Under = Option<(ReadingId, ChoiceId)>;

/// The terms and tables in force, and those of each other choice alone.
fn all_terms(policy: &Policy) -> impl Iterator<Item = (Under, &Terms, &Tables)> {
    let in_force = std::iter::once((None, policy.terms(), policy.tables()));
    in_force.chain(policy.variants().iter().map(|variant| {
        (Some((variant.reading, variant.choice)), &variant.terms, variant.tables(policy))
    }))
}

pub(super) fn faults(policy: &Policy) -> Vec<Fault> {
    let mut faults = undecided(policy);
    faults.extend(contested(policy));
    faults.extend(unreached_rows_and_tiers(policy));
    faults.extend(unused_names(policy));
    faults
}

fn undecided(policy: &Policy) -> Vec<Fault> {
    let rulebook = policy.rulebook();
    let mut faults: Vec<Fault> = Vec::new();
    for (under, _, tables) in all_terms(policy) {
        let unlisted = rulebook.kinds.ids().map(|kind| (kind, None));
        let listed = rulebook.places.iter().map(|(id, place)| (place.kind, Some(id)));
        for (kind, place) in unlisted.chain(listed) {
            for key_area in [None, Some(true), Some(false)] {
                let class = tables.class(kind, place);
                let fault = match class.and_then(|class| tables.row(class, key_area)) {
                    None => Fault::Undecided { kind, row: None, under },
                    Some((row, _)) if tables.starts(row).next() != Some(0) => {
                        Fault::Undecided { kind, row: Some(row), under }
                    }
                    Some(_) => continue,
                };
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        }
    }
    faults
}

fn contested(policy: &Policy) -> Vec<Fault> {
    let terms = &policy.rulebook().terms;
    let start = |tier: &Tier| tier.start(&terms.limits);
    let mut faults = Vec::new();
    for (row, rules) in terms.rows.iter() {
        let tiers: Vec<_> = rules.tiers.iter().collect();
        for (at, (second, later)) in tiers.iter().enumerate() {
            let claimed = tiers.iter().take(at).find(|(_, tier)| start(tier) == start(later));
            if let Some((first, _)) = claimed {
                let from = start(later);
                faults.push(Fault::Contested { row, first: *first, second: *second, from });
            }
        }
    }
    faults
}

fn unreached_rows_and_tiers(policy: &Policy) -> Vec<Fault> {
    let rulebook = policy.rulebook();
    let reached = |row| {
        all_terms(policy).any(|(_, _, tables)| {
            let unlisted = rulebook.kinds.ids().map(|kind| (kind, None));
            let listed = rulebook.places.iter().map(|(id, place)| (place.kind, Some(id)));
            unlisted.chain(listed).any(|(kind, place)| {
                let Some(class) = tables.class(kind, place) else { return false };
                [None, Some(true), Some(false)]
                    .into_iter()
                    .any(|said| tables.row(class, said).is_some_and(|(id, _)| id == row))
            })
        })
    };
    let mut faults = Vec::new();
    for (row, rules) in rulebook.terms.rows.iter() {
        if !reached(row) {
            faults.push(Fault::UnreachableRow(row));
        }
        for (tier, _) in rules.tiers.iter() {
            let held = all_terms(policy).any(|(_, terms, _)| {
                let rules = &terms.rows.of(row);
                let start = |tier: &Tier| tier.start(&terms.limits);
                let own = start(rules.tiers.of(tier));
                rules.tiers.iter().all(|(later, other)| later <= tier || start(other) > own)
            });
            if !held {
                faults.push(Fault::UnreachableTier { row, tier });
            }
        }
    }
    faults
}

fn unused_names(policy: &Policy) -> Vec<Fault> {
    let rulebook = policy.rulebook();
    let asks = |row: &Row| -> Vec<_> {
        let both = row.tiers.iter().flat_map(|(_, tier)| {
            [Some(&tier.ask), tier.unless_conditions_met.as_ref()].into_iter().flatten()
        });
        both.map(|ask| (ask.forms, ask.due)).collect()
    };
    let asked: Vec<_> = all_terms(policy)
        .flat_map(|(_, terms, _)| terms.rows.iter().flat_map(|(_, row)| asks(row)))
        .collect();
    let named = asked.iter().fold(IdSet::EMPTY, |set, (forms, _)| set.union(*forms));
    let terms = &rulebook.terms;
    let areas = terms.areas.iter().filter(|(id, area)| {
        let has_row = terms.rows.iter().any(|(_, row)| row.area == Some(*id));
        !has_row || area.places.is_empty()
    });
    let dates = terms.dates.ids().filter(|date| {
        asked.iter().all(|(_, due)| due != &Some(*date))
            && rulebook.reports.iter().all(|report| report.due != *date)
            && rulebook.targets.iter().all(|target| target.due != *date)
    });
    let forms = rulebook.forms.ids().filter(|form| {
        !named.contains(*form) && *form != rulebook.no_form && *form != rulebook.full_form
    });
    areas
        .map(|(area, _)| Fault::UnusedArea(area))
        .chain(dates.map(Fault::UnusedDate))
        .chain(forms.map(Fault::UnusedForm))
        .collect()
}

/// Where more people weaken a duty, under the choices in force and under each other choice alone.
pub(super) fn weakenings(policy: &Policy) -> Vec<Weakening> {
    let mut found: Vec<Weakening> = Vec::new();
    for (under, terms, _) in all_terms(policy) {
        for (row, rules) in terms.rows.iter() {
            for conditions_met in [None, Some(false)] {
                let tiers = rules.tiers_in_force(&terms.limits);
                for ((_, fewer), (from, more)) in tiers.iter().zip(tiers.iter().skip(1)) {
                    let stronger = fewer.ask_under(conditions_met).duty;
                    let weaker = more.ask_under(conditions_met).duty;
                    let weakening = Weakening { under, row, from: *from, stronger, weaker };
                    if weaker > stronger && !found.contains(&weakening) {
                        found.push(weakening);
                    }
                }
            }
        }
    }
    let in_force: Vec<Weakening> =
        found.iter().filter(|weakening| weakening.under.is_none()).cloned().collect();
    found.retain(|weakening| {
        let always = Weakening { under: None, ..weakening.clone() };
        weakening.under.is_none() || !in_force.contains(&always)
    });
    found
}
