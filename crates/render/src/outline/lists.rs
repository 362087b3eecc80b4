//! All rules and all readings, at the end of the page.

use maud::{Markup, html};
use qiaolian_core::policy::Word;

use super::{Context, anchor};

pub(super) fn rules(context: Context<'_>) -> Markup {
    let rulebook = context.rulebook;
    html! {
        section id="rules" aria-labelledby="rules-heading" {
            h2 id="rules-heading" { (context.get(Word::OutlineAllRules)) }
            table {
                thead {
                    tr {
                        th scope="col" { (context.get(Word::OutlineRule)) }
                        th scope="col" { (context.get(Word::OutlineCarries)) }
                    }
                }
                tbody {
                    @for rule in rulebook.rule_ids() {
                        tr id=(anchor("rule", rule.code())) {
                            th scope="row" {
                                (rulebook.rule_label(rule).map_or("", |label| label.get(context.lang)))
                                " " code { (rule.code()) }
                            }
                            td { (context.clause_links(&rulebook.carried_by(rule))) }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn readings(context: Context<'_>) -> Markup {
    let lang = context.lang;
    html! {
        section id="readings" aria-labelledby="readings-heading" {
            h2 id="readings-heading" { (context.get(Word::OutlineAllReadings)) }
            @for (id, reading) in context.rulebook.readings.iter() {
                article.reading id=(anchor("reading", &reading.code)) {
                    h3 { (reading.phrase.get(lang)) " " code { (reading.code) } }
                    p {
                        (context.get(Word::OutlineTouches)) " "
                        (context.clause_links(&reading.clauses))
                    }
                    ul {
                        @for (choice, known) in reading.choices.iter() {
                            li {
                                strong { (known.label.get(lang)) } " " code { (known.code) }
                                @if choice == reading.default {
                                    " " span.mark { (context.get(Word::ReadingDefault)) }
                                }
                                @if choice == *context.policy.choices().of(id) {
                                    " " span.mark { (context.get(Word::ReadingInForce)) }
                                }
                                br;
                                (known.reason.get(lang))
                            }
                        }
                    }
                }
            }
        }
    }
}
