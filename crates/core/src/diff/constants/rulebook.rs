//! Constants that no reading changes: names, reports, targets, answers, and the readings themselves.

use super::{Changes, Said, code, codes};
use crate::diff::constant::{ConstantKind, ConstantValue};
use crate::diff::matched::{Matched, matched};
use crate::diff::sides::Sides;
use crate::model::ProvisionId;
use crate::policy::{Aim, Answer, Body, Policy, Report, Rulebook, Target};

/// Names that only one side has, and what the special forms and days are.
pub(super) fn compare(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let (first, second) = sides.rulebooks();
    let mut only = |what, before: bool, after: bool, code: &str| {
        let is_there = |is_there: bool| Said::plain(Some(ConstantValue::Truth(is_there)));
        changes.note(what, code, is_there(before), is_there(after));
    };
    for known in matched(&first.groups, &second.groups, |group| &group.code) {
        only(ConstantKind::Group, known.before.is_some(), known.after.is_some(), known.code);
    }
    for known in &sides.forms {
        only(ConstantKind::Form, known.before.is_some(), known.after.is_some(), known.code);
    }
    let full =
        |rulebook: &Rulebook| Said::plain(Some(code(&rulebook.forms.of(rulebook.full_form).code)));
    changes.note(ConstantKind::FullForm, "", full(first), full(second));
    let none =
        |rulebook: &Rulebook| Said::plain(Some(code(&rulebook.forms.of(rulebook.no_form).code)));
    changes.note(ConstantKind::NoForm, "", none(first), none(second));
    let soon = |rulebook: &Rulebook| {
        Said::plain(Some(ConstantValue::Number(u64::from(rulebook.due_soon_days))))
    };
    changes.note(ConstantKind::DueSoonDays, "", soon(first), soon(second));
}

/// Readings, targets, reports, and who answers.
pub(super) fn compare_what_is_around(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    readings(sides, changes);
    targets(sides, changes);
    reports(sides, changes);
    answers(sides, changes);
}

fn readings(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let (first, second) = sides.rulebooks();
    for known in matched(&first.readings, &second.readings, |reading| &reading.code) {
        let Matched { code: name, before, after } = known;
        let default = |rulebook: &'_ Rulebook, id: Option<_>| {
            let reading = rulebook.readings.get(id?)?;
            Some(code(&reading.choices.of(reading.default).code))
        };
        let in_force = |policy: &Policy, id: Option<_>| {
            let reading = policy.rulebook().readings.get(id?)?;
            Some(code(&reading.choices.of(*policy.choices().of(id?)).code))
        };
        let of_before = before.and_then(|id| first.readings.get(id));
        let of_after = after.and_then(|id| second.readings.get(id));
        let clauses = (
            of_before.map_or(&[][..], |reading| &reading.clauses),
            of_after.map_or(&[][..], |reading| &reading.clauses),
        );
        changes.note(
            ConstantKind::ReadingDefault,
            name,
            Said::new(default(first, before), clauses.0),
            Said::new(default(second, after), clauses.1),
        );
        changes.note(
            ConstantKind::ReadingInForce,
            name,
            Said::new(in_force(sides.before, before), clauses.0),
            Said::new(in_force(sides.after, after), clauses.1),
        );
    }
}

/// The items of two lists by their codes, each once.
fn paired<'p, T>(
    before: &'p [T],
    after: &'p [T],
    code: impl Fn(&'p T) -> &'p str,
) -> Vec<(&'p str, Option<&'p T>, Option<&'p T>)> {
    let find = |list: &'p [T], wanted: &str| list.iter().find(|item| code(item) == wanted);
    let of_before = before.iter().map(|item| (code(item), Some(item), find(after, code(item))));
    let only_after = after.iter().filter(|item| find(before, code(item)).is_none());
    of_before.chain(only_after.map(|item| (code(item), None, Some(item)))).collect()
}

fn targets(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let (first, second) = sides.rulebooks();
    for (name, before, after) in paired(&first.targets, &second.targets, |target| &target.code) {
        let mut note = |what, value: fn(&Rulebook, &Target) -> Option<ConstantValue>| {
            let said = |rulebook, target: Option<&'_ Target>| {
                target.and_then(|target| value(rulebook, target))
            };
            changes.note(
                what,
                name,
                Said::new(said(first, before), before.map_or(&[], |target| &target.clauses)),
                Said::new(said(second, after), after.map_or(&[], |target| &target.clauses)),
            );
        };
        note(ConstantKind::TargetKinds, |rulebook, target| {
            Some(codes(target.kinds, &rulebook.kinds, |kind| &kind.code))
        });
        note(ConstantKind::TargetPercent, |_, target| match target.aim {
            Aim::Percent(percent) => Some(ConstantValue::Number(u64::from(percent))),
            Aim::Basically => None,
        });
        note(ConstantKind::TargetDue, |rulebook, target| {
            Some(code(&rulebook.terms.dates.of(target.due).code))
        });
    }
}

fn reports(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let (first, second) = sides.rulebooks();
    for (name, before, after) in paired(&first.reports, &second.reports, |report| &report.code) {
        let mut note = |what, value: fn(&Rulebook, &Report) -> ConstantValue| {
            let said =
                |rulebook, report: Option<&'_ Report>| report.map(|report| value(rulebook, report));
            changes.note(
                what,
                name,
                Said::new(said(first, before), before.map_or(&[], |report| &report.clauses)),
                Said::new(said(second, after), after.map_or(&[], |report| &report.clauses)),
            );
        };
        note(ConstantKind::ReportKinds, |rulebook, report| {
            codes(report.kinds, &rulebook.kinds, |kind| &kind.code)
        });
        note(ConstantKind::ReportDue, |rulebook, report| {
            code(&rulebook.terms.dates.of(report.due).code)
        });
    }
}

fn answers(sides: &Sides<'_>, changes: &mut Changes<'_>) {
    let (first, second) = sides.rulebooks();
    for known in matched(&first.provisions, &second.provisions, |provision| &provision.id) {
        let before = known.before.and_then(|id| answer(first, id));
        let after = known.after.and_then(|id| answer(second, id));
        let mut note = |what, bodies: fn(&Answer) -> &[Body]| {
            let said = |answer: Option<&Answer>| {
                let named = bodies(answer?).iter().map(|body| body.named.zh.clone());
                Some(ConstantValue::Codes(named.collect()))
            };
            changes.note(
                what,
                known.code,
                Said::new(said(before), before.map_or(&[], |answer| &answer.clauses)),
                Said::new(said(after), after.map_or(&[], |answer| &answer.clauses)),
            );
        };
        note(ConstantKind::AnswerUnits, |answer| &answer.units);
        note(ConstantKind::AnswerPosts, |answer| &answer.posts);
    }
}

fn answer(rulebook: &Rulebook, provision: ProvisionId) -> Option<&Answer> {
    rulebook.answers.iter().find(|answer| answer.provision == provision)
}
