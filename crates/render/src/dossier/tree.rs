//! A dossier as a tree of lines.

use qiaolian_core::checks::{Finding, Outcome};
use qiaolian_core::policy::Word;

use super::Dossier;
use crate::label;
use crate::outcome::mark;
use crate::reason::reason;
use crate::tree::{Branch, answering, result};

pub(super) fn tree(dossier: Dossier<'_>) -> Branch {
    let (view, lang) = (&dossier.view, dossier.lang);
    let get = |word| dossier.get(word);
    let mut below = vec![
        Branch::of(get(Word::TreeResult), result(view, lang)),
        Branch::of(get(Word::TreeReason), vec![Branch::leaf(reason(view, lang))]),
    ];
    let mut list = |heading: &str, lines: Vec<Branch>| {
        if !lines.is_empty() {
            below.push(Branch::of(heading, lines));
        }
    };
    let whole = |findings: &[&Finding]| -> Vec<Branch> {
        findings.iter().map(|finding| line(dossier, finding)).collect()
    };
    let to_do = if dossier.summary.to_do.is_empty() {
        vec![Branch::leaf(get(Word::DossierNothingToDo))]
    } else {
        whole(&dossier.summary.to_do)
    };
    list(get(Word::DossierToDo), to_do);
    list(get(Word::DossierToDecide), whole(&dossier.summary.to_decide));
    for (check, findings) in dossier.checks {
        let applying = findings.iter().filter(|found| found.outcome != Outcome::NotApplicable);
        let lines = applying.map(|finding| line(dossier, finding));
        let other = dossier.not_applicable(findings).map(Branch::leaf);
        list(get(Word::check(Some(*check))), lines.chain(other).collect());
    }
    let facts = dossier.summary.missing.iter();
    let facts = facts.map(|path| dossier.facts(std::slice::from_ref(path)));
    list(get(Word::DossierMissing), facts.map(Branch::leaf).collect());
    list(get(Word::TreeDecisive), label::decisive(view, lang).map(Branch::leaf).collect());
    list(get(Word::TreeWarnings), dossier.warnings.iter().map(Branch::leaf).collect());
    if !dossier.responsible.units.is_empty() {
        list(get(Word::TreeResponsible), answering(view, dossier.responsible, lang));
    }
    let about = [dossier.readings(), dossier.nature(), dossier.again()];
    let about = Branch::of(dossier.as_of(), about.map(Branch::leaf).to_vec());
    below.push(about);
    Branch::of(dossier.title(), below)
}

/// `✗ what: what was found  [clause]`, below it by when, and what is missing.
fn line(dossier: Dossier<'_>, finding: &Finding) -> Branch {
    let text = format!(
        "{} {}: {}  [{}]",
        mark(finding.outcome),
        dossier.rule(finding.rule),
        dossier.message(finding),
        dossier.clause(finding),
    );
    let due = finding.due.map(|due| dossier.say(Word::ScheduleDue, &[("due", &due.to_string())]));
    let facts = dossier.facts(&finding.missing);
    let facts =
        (!facts.is_empty()).then(|| dossier.say(Word::ScheduleMissing, &[("list", &facts)]));
    Branch::of(text, due.into_iter().chain(facts).map(Branch::leaf).collect())
}
