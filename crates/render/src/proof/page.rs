//! The proof as a page that somebody who knows the document and no code can review.

use maud::{Markup, html};
use qiaolian_core::model::{Duty, FormId, IdSet, People, RowId};
use qiaolian_core::policy::{ClauseRef, Lang, Policy, Word};
use qiaolian_core::prove::{Fault, Given, Report, Sample};

use super::{Page, clauses, map, readings};
use crate::label;
use crate::outline::anchor;
use crate::page::page;

const STYLE: &str = include_str!("style.css");

/// Kinds of a row that are named where it is only pointed to.
const FEW: usize = 3;

/// The report as a page that stands alone, in HTML without a script: the rules' tables as a map, the
/// readings with examples, what rests on each clause, what is wrong. `facts` writes a sample's facts
/// as they can be asked again.
#[must_use]
pub fn proof_page(
    policy: &Policy,
    report: &Report,
    lang: Lang,
    facts: &dyn Fn(&Sample) -> String,
) -> String {
    let it = Page { policy, lang };
    let title = it.say(Word::ReviewTitle, &[("policy", it.document())]);
    let body = html! {
        header {
            h1 { (title) }
            p { (it.get(Word::ReviewLead)) }
            (head(it, report))
        }
        nav {
            ul {
                @for (id, word) in SECTIONS { li { a href={ "#" (id) } { (it.get(word)) } } }
            }
        }
        main {
            (it.section("map", Word::ReviewMap, map::map(it, report)))
            (it.section("readings", Word::ReviewReadings, readings::readings(it, report, facts)))
            (it.section("clauses", Word::ReviewClauses, clauses::clauses(it, report)))
            (it.section("faults", Word::ReviewFaults, notes(it, report)))
        }
    };
    page(lang, &title, STYLE, &body)
}

const SECTIONS: [(&str, Word); 4] = [
    ("map", Word::ReviewMap),
    ("readings", Word::ReviewReadings),
    ("clauses", Word::ReviewClauses),
    ("faults", Word::ReviewFaults),
];

/// Which policy, under which readings, what was walked, and what came of it.
fn head(it: Page<'_>, report: &Report) -> Markup {
    let rulebook = it.policy.rulebook();
    let count = |number: usize| number.to_string();
    let walked = it.say(
        Word::ProofCells,
        &[
            ("rows", &count(report.rows)),
            ("cells", &count(report.cells)),
            ("classes", &count(report.classes)),
        ],
    );
    let others: Vec<String> = it
        .policy
        .other_choices()
        .map(|(reading, choice)| {
            let known = rulebook.readings.of(reading);
            let choice = known.choices.of(choice).label.get(it.lang);
            format!("{} → {choice}", known.phrase.get(it.lang))
        })
        .collect();
    let sound = report.faults.is_empty();
    html! {
        dl.head {
            dt { (it.get(Word::ReceiptPolicy)) } dd { (rulebook.name()) " · " (rulebook.document.source.get(it.lang)) }
            dt { (it.get(Word::ColumnCode)) } dd { (rulebook.document.gazetteer.get(it.lang)) }
            dt { (it.get(Word::ReceiptPolicyDigest)) } dd { code { (rulebook.digest) } }
            dt { (it.get(Word::ReceiptPlanDigest)) } dd { code { (rulebook.document.plan_digest) } }
            dt { (it.get(Word::ReceiptReadings)) }
            dd {
                @if others.is_empty() { (it.get(Word::SummaryDefaults)) }
                @else { ul { @for other in &others { li { (other) } } } }
            }
            dt { (it.get(Word::ReviewWalked)) } dd { (walked) }
            dt { (it.get(Word::ReviewResult)) }
            dd {
                @if sound { strong.good { "✓ " (it.get(Word::ProofSound)) } }
                @else {
                    strong.fault {
                        "✗ " (it.say(Word::ProofFaults, &[("count", &count(report.faults.len()))]))
                    }
                }
                ul.held { @for line in it.held(report) { li { "✓ " (line) } } }
                (faults(it, report, |_| true))
            }
        }
    }
}

/// Some of the faults, each in a sentence.
pub(super) fn faults(it: Page<'_>, report: &Report, which: fn(&Fault) -> bool) -> Markup {
    html! {
        @for fault in report.faults.iter().filter(|fault| which(fault)) {
            p.fault { "✗ " (it.fault(fault)) }
        }
    }
}

fn notes(it: Page<'_>, report: &Report) -> Markup {
    html! {
        h3 { (it.get(Word::ReviewFaultsLead)) }
        @if report.faults.is_empty() { p.good { "✓ " (it.get(Word::ProofSound)) } }
        (faults(it, report, |_| true))
        h3 { (it.get(Word::ReviewWeakenings)) }
        @if report.weakenings.is_empty() { p { (it.get(Word::SummaryNone)) } }
        @else {
            ul {
                @for weakening in &report.weakenings {
                    @let under = weakening.under.map(|(reading, choice)| {
                        let known = it.policy.rulebook().readings.of(reading);
                        (anchor("reading", &known.code), it.choice_label(reading, choice))
                    });
                    li {
                        @if let Some((id, label)) = under { a href={ "#" (id) } { (label) } br; }
                        (it.row_link(weakening.row)) " · "
                        (it.people(weakening.from, None)) ": "
                        (it.chip(weakening.stronger)) " → " (it.chip(weakening.weaker))
                    }
                }
            }
        }
    }
}

/// What the parts of the page have in common.
impl<'p> Page<'p> {
    fn document(self) -> &'p str {
        self.policy.rulebook().document.title.get(self.lang)
    }

    fn section(self, id: &str, heading: Word, content: Markup) -> Markup {
        html! {
            section id=(id) aria-labelledby={ (id) "-heading" } {
                h2 id={ (id) "-heading" } { (self.get(heading)) }
                (content)
            }
        }
    }

    /// A duty by its name, in its colour.
    pub(super) fn chip(self, duty: Duty) -> Markup {
        html! { span class={ "chip " (duty.code()) } { (self.duty(Some(duty))) } }
    }

    /// What is asked, by when, of which form, by which clauses; a gap where nothing decides.
    pub(super) fn asked(self, given: Option<&Given>) -> Markup {
        html! {
            @match given {
                None => strong.fault { (self.get(Word::ReviewGap)) },
                Some(given) => {
                    (self.chip(given.duty))
                    @if !given.forms.is_empty() { p { (self.forms(given.forms)) } }
                    @if let Some(due) = given.due {
                        p { (self.get(Word::ColumnDue)) " " span.day { (due) } }
                    }
                    p.clauses { (self.clause_links(&given.clauses)) }
                }
            }
        }
    }

    pub(super) fn forms(self, forms: IdSet<FormId>) -> String {
        label::forms(self.policy.rulebook(), forms, self.lang)
    }

    /// Links to some clauses, by the document's own labels.
    pub(super) fn clause_links(self, clauses: &[ClauseRef]) -> Markup {
        let rulebook = self.policy.rulebook();
        html! {
            @for (at, clause) in clauses.iter().enumerate() {
                @if at > 0 { (self.get(Word::Comma)) }
                a href={ "#" (anchor("clause", &clause.code(&rulebook.provisions))) } {
                    (label::clause_label(rulebook, *clause, self.lang))
                }
            }
        }
    }

    /// From how many people to how many.
    pub(super) fn people(self, from: u64, to: Option<u64>) -> String {
        if (from, to) == (0, None) {
            return self.get(Word::ReviewAnyNumber).to_owned();
        }
        label::people(self.policy.rulebook(), People { least: from, most: to }, self.lang)
    }

    /// Whom a row is for: its kinds, in which places; only a few of many kinds where it is brief.
    pub(super) fn row_title(self, row: RowId, brief: bool) -> String {
        let (kinds, terms) = (&self.policy.rulebook().kinds, self.policy.terms());
        let rules = terms.rows.of(row);
        let names: Vec<&str> =
            rules.kinds.iter().map(|kind| kinds.of(kind).label.get(self.lang)).collect();
        let shown = if brief && names.len() > FEW { FEW } else { names.len() };
        let mut title = names.iter().take(shown).copied().collect::<Vec<_>>();
        if shown < names.len() {
            title.push("…");
        }
        let title = title.join(self.get(Word::Comma));
        // Behind rows for special areas, a row of the same kinds is for everywhere else.
        let is_rest = terms.rows.iter().any(|(_, other)| {
            other.area.is_some() && rules.kinds.iter().any(|kind| other.kinds.contains(kind))
        });
        match rules.area.map(|area| terms.areas.of(area).label.get(self.lang)) {
            Some(area) => format!("{title} · {area}"),
            None if is_rest => format!("{title} · {}", self.get(Word::ReviewElsewhere)),
            None => title,
        }
    }

    pub(super) fn row_link(self, row: RowId) -> Markup {
        let id = anchor("row", &self.policy.terms().rows.of(row).code);
        html! { a href={ "#" (id) } { (self.row_title(row, true)) } }
    }
}
