//! The rows of a check's table: what one rule finds alike stands in one row.

use chrono::NaiveDate;
use qiaolian_core::checks::{CheckRule, Finding, Outcome};
use qiaolian_core::policy::Word;

use super::Dossier;

/// Findings of one rule with one outcome and date.
pub(super) struct Row {
    pub(super) outcome: Outcome,
    /// What the rule asks, with the number of findings where there are several.
    pub(super) rule: String,
    /// What was found.
    pub(super) messages: String,
    /// The clauses, each once.
    pub(super) clauses: String,
    pub(super) due: Option<NaiveDate>,
    /// The facts that are missing, each once.
    pub(super) missing: Vec<String>,
}

/// The rows of what applies, in the order in which it was found.
pub(super) fn rows(dossier: Dossier<'_>, findings: &[Finding]) -> Vec<Row> {
    type Key = (CheckRule, Outcome, Option<NaiveDate>);
    let mut alike: Vec<(Key, Vec<&Finding>)> = Vec::new();
    for finding in findings.iter().filter(|found| found.outcome != Outcome::NotApplicable) {
        let key = (finding.rule, finding.outcome, finding.due);
        match alike.iter_mut().find(|(known, _)| *known == key) {
            Some((_, found)) => found.push(finding),
            None => alike.push((key, vec![finding])),
        }
    }
    alike
        .iter()
        .map(|((rule, outcome, due), found)| {
            let label = dossier.rule(*rule).to_owned();
            let rule = if found.len() > 1 {
                let count = found.len().to_string();
                dossier.say(Word::DossierSeveral, &[("rule", &label), ("count", &count)])
            } else {
                label
            };
            let messages = once(found.iter().map(|finding| dossier.message(finding)));
            let clauses = once(found.iter().map(|finding| dossier.clause(finding)));
            Row {
                outcome: *outcome,
                rule,
                messages: messages.join(dossier.get(Word::ScheduleJoin)),
                clauses: clauses.join(dossier.get(Word::Comma)),
                due: *due,
                missing: once(found.iter().flat_map(|finding| finding.missing.iter().cloned())),
            }
        })
        .collect()
}

/// Texts, each once.
fn once(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut known = Vec::new();
    for text in texts {
        if !known.contains(&text) {
            known.push(text);
        }
    }
    known
}
