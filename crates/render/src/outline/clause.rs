//! One clause on the page.

use maud::{Markup, html};
use qiaolian_core::model::ReadingId;
use qiaolian_core::policy::{Clause, ClauseRef, Nature, RuleId, Word};

use super::{Beside, Context, anchor, clause_anchor, held};
use crate::label::clause_label;

/// From how many references on a list is folded.
const LONG: usize = 8;

pub(super) fn clause(
    context: Context<'_>,
    clause: ClauseRef,
    found: &Clause,
    beside: &[Beside],
) -> Markup {
    let lang = context.lang;
    let rules: Vec<RuleId> = context.rulebook.rules_carrying(clause).collect();
    let readings: Vec<ReadingId> = readings(context, clause);
    let name = clause_anchor(&context.code(clause));
    html! {
        article id=(name) class={ "clause " (held(&found.nature, !rules.is_empty())) } {
            h3 { a href={ "#" (name) } { (clause_label(context.rulebook, clause, lang)) } }
            p.says { (found.says.get(lang)) }
            dl {
                dt { (context.get(Word::OutlineKind)) }
                dd { (context.get(Word::clause_kind(found.kind))) }
                @if !found.modality.is_empty() {
                    dt { (context.get(Word::OutlineModality)) }
                    // The document's own word, in its language.
                    dd { span lang="zh-Hans" { (found.modality) } }
                }
                @match &found.nature {
                    Nature::Guidance(why) => {
                        dt { (context.get(Word::ProvisionGuidance)) }
                        dd { (why.get(lang)) }
                    }
                    Nature::Computable => {
                        dt { (context.get(Word::OutlineRules)) }
                        dd { (rule_links(context, &rules)) }
                    }
                }
                @if !readings.is_empty() {
                    dt { (context.get(Word::OutlineReadings)) }
                    dd { (reading_links(context, &readings)) }
                }
                @for more in beside.iter().filter(|more| !more.references.is_empty()) {
                    dt { (context.get(more.heading)) }
                    dd { (references(context, more)) }
                }
            }
        }
    }
}

fn rule_links(context: Context<'_>, rules: &[RuleId]) -> Markup {
    html! {
        @if rules.is_empty() {
            strong { (context.get(Word::ProvisionNotYet)) }
        } @else {
            ul {
                @for rule in rules {
                    li {
                        a href={ "#" (anchor("rule", rule.code())) } {
                            (context.rulebook.rule_label(*rule).map_or("", |label| label.get(context.lang)))
                        }
                        " " code { (rule.code()) }
                    }
                }
            }
        }
    }
}

fn readings(context: Context<'_>, clause: ClauseRef) -> Vec<ReadingId> {
    let touching =
        context.rulebook.readings.iter().filter(|(_, reading)| reading.clauses.contains(&clause));
    touching.map(|(id, _)| id).collect()
}

fn reading_links(context: Context<'_>, readings: &[ReadingId]) -> Markup {
    html! {
        ul {
            @for id in readings {
                @let reading = context.rulebook.readings.of(*id);
                @let choice = reading.choices.of(*context.policy.choices().of(*id));
                li {
                    a href={ "#" (anchor("reading", &reading.code)) } {
                        (reading.phrase.get(context.lang))
                    }
                    " → " (choice.label.get(context.lang)) " " code { (reading.code) }
                }
            }
        }
    }
}

fn references(context: Context<'_>, more: &Beside) -> Markup {
    let listed = html! {
        ul {
            @for reference in &more.references {
                li {
                    a href=(reference.href) { (reference.text) }
                    @for (at, name) in reference.names.iter().enumerate() {
                        @if at == 0 { " " } @else { (context.get(Word::Comma)) }
                        code { (name) }
                    }
                }
            }
        }
    };
    let names = more.references.iter().map(|reference| reference.names.len().max(1));
    let names: usize = names.sum();
    let count = names.to_string();
    html! {
        @if names > LONG {
            details {
                summary {
                    (context.words.say(Word::OutlineFolded, context.lang, &[("count", &count)]))
                }
                (listed)
            }
        } @else {
            (listed)
        }
    }
}
