//! A dossier as a page: headings and tables that read in black and white and without a screen.

use chrono::NaiveDate;
use maud::{Markup, html};
use qiaolian_core::checks::{Check, Finding, Outcome};
use qiaolian_core::compile::day_of;
use qiaolian_core::policy::{Body, Word};

use super::Dossier;
use super::rows::{Row, rows};
use crate::label;
use crate::outcome::mark;
use crate::page;
use crate::reason::reason;

const STYLE: &str = include_str!("style.css");

/// What stands in a cell of which there is nothing.
const NOTHING: &str = "–";

const COLUMNS: [Word; 5] = [
    Word::DossierOutcome,
    Word::ScheduleWhat,
    Word::DossierFinding,
    Word::ColumnDue,
    Word::ColumnProvisions,
];

pub(super) fn page(dossier: Dossier<'_>) -> String {
    let title = dossier.title();
    let body = html! {
        header {
            h1 { (title) }
            p { (subject(dossier)) }
            p { (document(dossier)) }
        }
        main {
            (result(dossier))
            (to_do(dossier))
            (to_decide(dossier))
            @for (at, (check, findings)) in dossier.checks.iter().enumerate() {
                (found(dossier, *check, findings, at == 0))
            }
            (open(dossier))
        }
        footer {
            p { (dossier.nature()) }
            p.again { (dossier.again()) }
        }
    };
    printable(&page::page(dossier.lang, &title, STYLE, &body))
}

/// What no page may have is replaced; everything else was escaped where it was put in.
fn printable(page: &str) -> String {
    let shown = |character: char| match character {
        '\n' => '\n',
        control if control.is_control() => char::REPLACEMENT_CHARACTER,
        other => other,
    };
    page.chars().map(shown).collect()
}

/// Which place or unit it is.
fn subject(dossier: Dossier<'_>) -> String {
    let rulebook = dossier.rulebook();
    let subject = dossier.view.subject;
    let kind = rulebook.kinds.of(subject.kind).label.get(dossier.lang);
    // A county is its own.
    let county = dossier.view.county.filter(|county| Some(*county) != dossier.view.name);
    // Codes are of another year than the document: that is said wherever one is shown.
    let code = subject.place.map(|place| {
        let code = &rulebook.places.of(place).code;
        let gazetteer = rulebook.document.gazetteer.get(dossier.lang);
        dossier.say(Word::DossierCode, &[("code", code), ("gazetteer", gazetteer)])
    });
    let parts = [county, Some(kind), code.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// By which document, as of when, under which readings.
fn document(dossier: Dossier<'_>) -> Markup {
    let document = dossier.rulebook().document.title.get(dossier.lang);
    html! { strong { (dossier.as_of()) } " · " (document) " · " (dossier.readings()) }
}

fn result(dossier: Dossier<'_>) -> Markup {
    let (view, lang) = (&dossier.view, dossier.lang);
    let decision = view.decision;
    let rulebook = dossier.rulebook();
    let get = |word| dossier.get(word);
    let people = label::people(rulebook, decision.people, lang);
    let bodies = |bodies: &[&Body]| {
        let names: Vec<String> = bodies.iter().map(|body| answering(dossier, body)).collect();
        label::listed(rulebook, &names, lang)
    };
    let facts = [
        (Word::ColumnDuty, get(Word::duty(decision.duty)).to_owned()),
        (Word::ColumnForms, label::forms(rulebook, decision.forms, lang)),
        (Word::ColumnDue, due(dossier)),
        (Word::ColumnFulfilment, get(Word::fulfilment(decision.fulfilment)).to_owned()),
        (Word::ColumnStatus, get(Word::status(decision.status)).to_owned()),
        (Word::DossierPeople, people),
        (Word::ColumnProvisions, label::provisions(rulebook, decision.provisions, lang)),
    ];
    let answer = [
        (Word::TreeUnits, bodies(&dossier.responsible.units)),
        (Word::TreePosts, bodies(&dossier.responsible.posts)),
    ];
    let counts = dossier.counts();
    section(
        "result",
        get(Word::TreeResult),
        html! {
            p.reason { (reason(view, lang)) }
            dl.facts { (terms(dossier, &facts)) }
            dl.answer { (terms(dossier, &answer)) }
            @if !counts.is_empty() {
                ul.counts {
                    @for (outcome, count) in counts {
                        li { (marked(dossier, outcome)) " " (count) }
                    }
                }
            }
        },
    )
}

/// The last day in time, and how far it is, while something is owed or may be.
fn due(dossier: Dossier<'_>) -> String {
    let decision = dossier.view.decision;
    let Some(due) = decision.due.and_then(day_of) else { return String::new() };
    let Some(days) = decision.days_left else { return due.to_string() };
    let word = if days < 0 { Word::TargetDaysPast } else { Word::TargetDaysLeft };
    let days = dossier.say(word, &[("days", &days.unsigned_abs().to_string())]);
    dossier.say(Word::DossierDueDays, &[("due", &due.to_string()), ("days", &days)])
}

/// A unit or post that answers for it, with a note where it isn't there.
fn answering(dossier: Dossier<'_>, body: &Body) -> String {
    let named = label::body(body, dossier.view.county, dossier.lang);
    let is_absent = body.is_county_federation && dossier.responsible.county_federation_is_absent;
    if is_absent { named + dossier.get(Word::TreeNotThere) } else { named }
}

/// Names with what there is of them; nothing of one of which there is nothing.
fn terms(dossier: Dossier<'_>, terms: &[(Word, String)]) -> Markup {
    html! {
        @for (name, value) in terms.iter().filter(|(_, value)| !value.is_empty()) {
            div { dt { (dossier.get(*name)) } dd { (value) } }
        }
    }
}

fn to_do(dossier: Dossier<'_>) -> Markup {
    let heading = dossier.get(Word::DossierToDo);
    section(
        "to-do",
        heading,
        html! {
            @if dossier.summary.to_do.is_empty() {
                p { (dossier.get(Word::DossierNothingToDo)) }
            } @else {
                (tasks(dossier, &dossier.summary.to_do, true))
            }
        },
    )
}

fn to_decide(dossier: Dossier<'_>) -> Markup {
    let to_decide = &dossier.summary.to_decide;
    let heading = dossier.get(Word::DossierToDecide);
    html! {
        @if !to_decide.is_empty() {
            (section("to-decide", heading, tasks(dossier, to_decide, dossier.summary.to_do.is_empty())))
        }
    }
}

/// What somebody has to see to, one thing a row.
fn tasks(dossier: Dossier<'_>, findings: &[&Finding], is_first: bool) -> Markup {
    let columns =
        [Word::DossierOutcome, Word::DossierFinding, Word::ColumnDue, Word::ColumnProvisions];
    html! {
        table.tasks {
            colgroup { col.outcome; col; col.due; col.clauses; }
            (head(dossier, &columns, is_first))
            tbody {
                @for finding in findings {
                    tr {
                        td { (marked(dossier, finding.outcome)) }
                        th scope="row" { (dossier.message(finding)) }
                        td { (day(finding.due, dossier.get(Word::DossierNoDue))) }
                        td { (dossier.clause(finding)) }
                    }
                }
            }
        }
    }
}

/// What a check finds.
fn found(dossier: Dossier<'_>, check: Check, findings: &[Finding], is_first: bool) -> Markup {
    let rows = rows(dossier, findings);
    let other = dossier.not_applicable(findings);
    section(
        check.code(),
        dossier.get(Word::check(Some(check))),
        html! {
            @if !rows.is_empty() {
                table.found {
                    colgroup { col.outcome; col.rule; col; col.due; col.clauses; }
                (head(dossier, &COLUMNS, is_first))
                    tbody {
                        @for row in &rows { (found_row(dossier, row)) }
                    }
                }
            }
            @if let Some(other) = other { p.other { (other) } }
        },
    )
}

fn found_row(dossier: Dossier<'_>, row: &Row) -> Markup {
    let facts = dossier.facts(&row.missing);
    html! {
        tr {
            td { (marked(dossier, row.outcome)) }
            th scope="row" { (row.rule) }
            td {
                (row.messages)
                @if !facts.is_empty() {
                    (dossier.get(Word::ScheduleJoin)) span.lacks { (dossier.say(Word::ScheduleMissing, &[("list", &facts)])) }
                }
            }
            td { (day(row.due, NOTHING)) }
            td { (row.clauses) }
        }
    }
}

/// What is open: facts that are missing, readings that decide, what was odd.
fn open(dossier: Dossier<'_>) -> Markup {
    let comma = dossier.get(Word::Comma);
    let decisive: Vec<&str> = label::decisive(&dossier.view, dossier.lang).collect();
    let lists = [
        ("missing", Word::DossierMissing, dossier.facts(&dossier.summary.missing)),
        ("decisive", Word::TreeDecisive, decisive.join(comma)),
        ("warnings", Word::TreeWarnings, dossier.warnings.join(comma)),
    ];
    html! {
        @for (id, heading, text) in lists.iter().filter(|(.., text)| !text.is_empty()) {
            (section(id, dossier.get(*heading), html! { p { (text) } }))
        }
    }
}

/// The heads of a table's columns. Tables whose columns are alike show them once; the others keep
/// theirs for those who hear the page.
fn head(dossier: Dossier<'_>, columns: &[Word], is_shown: bool) -> Markup {
    html! {
        thead class=[(!is_shown).then_some("heard")] {
            tr {
                @for column in columns { th scope="col" { (dossier.get(*column)) } }
            }
        }
    }
}

fn marked(dossier: Dossier<'_>, outcome: Outcome) -> Markup {
    html! {
        span class={ "outcome " (outcome.code()) } {
            span aria-hidden="true" { (mark(outcome)) } " " (dossier.get(Word::outcome(outcome)))
        }
    }
}

/// By when, or what is said where there is no date.
fn day(due: Option<NaiveDate>, no_date: &str) -> String {
    due.map_or_else(|| no_date.to_owned(), |due| due.to_string())
}

fn section(id: &str, heading: &str, content: Markup) -> Markup {
    html! {
        section id=(id) aria-labelledby={ (id) "-heading" } {
            h2 id={ (id) "-heading" } { (heading) }
            (content)
        }
    }
}
