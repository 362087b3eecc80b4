//! The rules of the checks: each with its label, its clauses, and a message for each outcome it can have.

use qiaolian_core::checks::{Check, CheckNote, CheckRule, Checks, Outcome};
use qiaolian_core::policy::Text;

use crate::lower::sheet::{Sheet, bytes, quoted};
use crate::lower::terms::Names;
use crate::lower::words::check_slots;
use crate::written::{ChecksFile, WrittenCheckRule};

pub(super) fn notes(sheet: Sheet<'_>, file: &ChecksFile, names: &Names<'_>) -> Vec<CheckNote> {
    sheet.distinct(file.rule.iter().map(|rule| &rule.id), "a rule");
    let codes: Vec<(&str, CheckRule)> =
        CheckRule::ALL.iter().map(|rule| (rule.code(), *rule)).collect();
    let note = |written: &WrittenCheckRule| {
        let rule = sheet.one_of(&written.id, &codes, "a rule of a check");
        if rule.is_none() {
            sheet.is_torn();
        }
        let rule = rule?;
        sheet.cites(&written.clauses);
        Some(CheckNote {
            rule,
            label: written.label.clone().into(),
            clauses: names.clauses(sheet, &written.clauses.value),
            says: says(sheet, rule, written),
        })
    };
    file.rule.iter().filter_map(note).collect()
}

fn says(sheet: Sheet<'_>, rule: CheckRule, written: &WrittenCheckRule) -> Vec<(Outcome, Text)> {
    let known: Vec<String> = rule.outcomes().iter().map(|known| quoted(known.code())).collect();
    for (outcome, text) in &written.says {
        if !rule.outcomes().iter().any(|known| known.code() == outcome) {
            let expected = format!("an outcome of this rule: one of {}", known.join(", "));
            sheet.fault_at(text.span, quoted(outcome), expected, "take it out, or mend its name");
        }
    }
    let said = rule.outcomes().iter().filter_map(|outcome| {
        let Some(text) = written.says.get(outcome.code()) else {
            sheet.fault_at(
                written.id.span,
                format!("no message for {}", quoted(outcome.code())),
                format!("a message for each of {}", known.join(", ")),
                format!("add `says.{} = {{ zh = …, en = … }}`", outcome.code()),
            );
            return None;
        };
        let both: Text = text.value.clone().into();
        for written in [&both.zh, &both.en] {
            check_slots(sheet, bytes(text.span), rule.slots(), written);
        }
        Some((*outcome, both))
    });
    said.collect()
}

/// A check that is there has all its rules; one that isn't has none.
pub(super) fn complete(sheet: Sheet<'_>, checks: &Checks, check: Check, there: bool) {
    for rule in CheckRule::ALL.iter().filter(|rule| rule.check() == check) {
        let has = checks.note(*rule).is_some();
        if there && !has {
            let expected = format!("a `[[rule]]` for `{}`", rule.code());
            sheet.missing((0, 0), "none", expected, "add it with its label, clauses and messages");
        } else if has && !there {
            let found = format!("a rule {} of a check that isn't there", quoted(rule.code()));
            let help = format!("take it out, or add what `{}` needs", check.code());
            sheet.missing((0, 0), found, "rules of checks that the pack has", help);
        }
    }
}
