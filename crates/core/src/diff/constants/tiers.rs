//! Rows and their tiers, by their names.

use super::{Changes, Said, code, codes};
use crate::diff::constant::{ConstantKind, ConstantValue};
use crate::diff::matched::matched;
use crate::diff::sides::Sides;
use crate::model::Arena;
use crate::policy::{Ask, ClauseRef, Policy, Row, Tier};

pub(super) fn compare(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let (first, second) = sides.terms();
    for known in matched(&first.rows, &second.rows, |row| &row.code) {
        let before = known.before.and_then(|id| first.rows.get(id));
        let after = known.after.and_then(|id| second.rows.get(id));
        row(sides, changes, known.code, (before, after));
    }
}

type Both<'p, T> = (Option<&'p T>, Option<&'p T>);

fn row(sides: &Sides<'_>, changes: &mut Changes<'_>, name: &str, (before, after): Both<'_, Row>) {
    let clauses = |row: Option<&Row>| -> Vec<ClauseRef> {
        let tiers = row.into_iter().flat_map(|row| row.tiers.iter());
        let mut clauses: Vec<ClauseRef> = Vec::new();
        for clause in tiers.flat_map(|(_, tier)| &tier.ask.clauses) {
            if !clauses.contains(clause) {
                clauses.push(*clause);
            }
        }
        clauses
    };
    let (of_before, of_after) = (clauses(before), clauses(after));
    let mut note = |what, value: fn(&Policy, &Row) -> Option<ConstantValue>| {
        let said = |policy, row: Option<&Row>| row.and_then(|row| value(policy, row));
        changes.note(
            what,
            name,
            Said::new(said(sides.before, before), &of_before),
            Said::new(said(sides.after, after), &of_after),
        );
    };
    note(ConstantKind::RowKinds, |policy, row| {
        Some(codes(row.kinds, &policy.rulebook().kinds, |kind| &kind.code))
    });
    note(ConstantKind::RowArea, |policy, row| {
        row.area.map(|area| code(&policy.terms().areas.of(area).code))
    });
    let none = Arena::default();
    let (of_before, of_after) =
        (before.map_or(&none, |row| &row.tiers), after.map_or(&none, |row| &row.tiers));
    for known in matched(of_before, of_after, |tier| &tier.code) {
        let before = known.before.and_then(|id| of_before.get(id));
        let after = known.after.and_then(|id| of_after.get(id));
        tier(sides, changes, &[name, ".", known.code].concat(), (before, after));
    }
}

fn tier(sides: &Sides<'_>, changes: &mut Changes<'_>, name: &str, (before, after): Both<'_, Tier>) {
    let mut note = |what, value: fn(&Policy, &Tier) -> Option<ConstantValue>| {
        let said = |policy, tier: Option<&Tier>| tier.and_then(|tier| value(policy, tier));
        changes.note(
            what,
            name,
            Said::new(said(sides.before, before), before.map_or(&[], |tier| &tier.ask.clauses)),
            Said::new(said(sides.after, after), after.map_or(&[], |tier| &tier.ask.clauses)),
        );
    };
    note(ConstantKind::TierFrom, |_, tier| Some(ConstantValue::Number(u64::from(tier.from))));
    note(ConstantKind::TierLimit, |policy, tier| {
        tier.limit.map(|limit| code(&policy.terms().limits.of(limit).code))
    });
    note(ConstantKind::TierIsUpper, |_, tier| Some(ConstantValue::Truth(tier.is_upper)));
    ask(sides, changes, name, (before.map(|tier| &tier.ask), after.map(|tier| &tier.ask)));
    let instead = (
        before.and_then(|tier| tier.unless_conditions_met.as_ref()),
        after.and_then(|tier| tier.unless_conditions_met.as_ref()),
    );
    ask(sides, changes, &[name, ".unless_conditions_met"].concat(), instead);
}

fn ask(sides: &Sides<'_>, changes: &mut Changes<'_>, name: &str, (before, after): Both<'_, Ask>) {
    let mut note = |what, value: fn(&Policy, &Ask) -> Option<ConstantValue>| {
        let said = |policy, ask: Option<&Ask>| ask.and_then(|ask| value(policy, ask));
        changes.note(
            what,
            name,
            Said::new(said(sides.before, before), before.map_or(&[], |ask| &ask.clauses)),
            Said::new(said(sides.after, after), after.map_or(&[], |ask| &ask.clauses)),
        );
    };
    note(ConstantKind::TierDuty, |_, ask| Some(code(ask.duty.code())));
    note(ConstantKind::TierForms, |policy, ask| {
        Some(codes(ask.forms, &policy.rulebook().forms, |form| &form.code))
    });
    note(ConstantKind::TierDue, |policy, ask| {
        ask.due.map(|due| code(&policy.terms().dates.of(due).code))
    });
}
