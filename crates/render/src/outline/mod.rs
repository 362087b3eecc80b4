//! The provisions as a page: each with its clauses, and beside each clause the rules that carry it,
//! the readings that touch it, or why it is guidance.

mod clause;
mod lists;

use maud::{Markup, html};
use qiaolian_core::model::ProvisionId;
use qiaolian_core::policy::{
    ClauseRef, Lang, Nature, Policy, Provision, Rulebook, Word, Words, clauses,
};

use crate::page::page;

const STYLE: &str = include_str!("outline.css");

/// Something more that stands beside a clause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Beside {
    /// What it is.
    pub heading: Word,
    /// What there is of it.
    pub references: Vec<Reference>,
}

/// A place that a page points to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference {
    /// What it is called.
    pub text: String,
    /// Where it is.
    pub href: String,
    /// What of it is meant.
    pub names: Vec<String>,
}

/// What a page is made from.
#[derive(Clone, Copy)]
struct Context<'p> {
    policy: &'p Policy,
    rulebook: &'p Rulebook,
    words: &'p Words,
    lang: Lang,
}

impl<'p> Context<'p> {
    fn get(self, word: Word) -> &'p str {
        self.words.get(word, self.lang)
    }

    fn code(self, clause: ClauseRef) -> String {
        clause.code(&self.rulebook.provisions)
    }

    /// Links to some clauses, by the document's own labels.
    fn clause_links(self, clauses: &[ClauseRef]) -> Markup {
        html! {
            @for (at, clause) in clauses.iter().enumerate() {
                @if at > 0 { (self.get(Word::Comma)) }
                a href={ "#" (clause_anchor(&self.code(*clause))) } {
                    (crate::label::clause_label(self.rulebook, *clause, self.lang))
                }
            }
        }
    }
}

/// The name by which the page links to a clause, given as `2.2#5`.
#[must_use]
pub fn clause_anchor(code: &str) -> String {
    anchor("clause", code)
}

/// The provisions as a page that stands alone, in HTML without a script; beside each clause stands
/// also what `beside` gives.
#[must_use]
pub fn outline(policy: &Policy, lang: Lang, beside: impl Fn(ClauseRef) -> Vec<Beside>) -> String {
    let rulebook = policy.rulebook();
    let context = Context { policy, rulebook, words: &rulebook.words, lang };
    let body = html! {
        a.skip href="#text" { (context.get(Word::OutlineSkip)) }
        header {
            h1 { (rulebook.document.title.get(lang)) }
            p.lead { (context.get(Word::OutlineLead)) }
            p { (crate::tree::provision_totals(rulebook, lang)) }
            p.source { (rulebook.name()) " · " (rulebook.document.source.get(lang)) }
        }
        nav aria-labelledby="contents" { (contents(context)) }
        main id="text" {
            @for (id, provision) in rulebook.provisions.iter() {
                (section(context, id, provision, &beside))
            }
            (lists::rules(context))
            (lists::readings(context))
        }
    };
    page(lang, rulebook.document.title.get(lang), STYLE, &body)
}

fn contents(context: Context<'_>) -> Markup {
    let lang = context.lang;
    html! {
        h2 id="contents" { (context.get(Word::OutlineContents)) }
        ol {
            @for (_, provision) in context.rulebook.provisions.iter() {
                @let count = provision.clauses.len().to_string();
                li {
                    a href={ "#" (anchor("provision", &provision.id)) } {
                        (provision.label.get(lang)) " " (provision.title.get(lang))
                    }
                    " " span.count {
                        (context.words.say(Word::OutlineClauses, lang, &[("count", &count)]))
                    }
                }
            }
            li { a href="#rules" { (context.get(Word::OutlineAllRules)) } }
            li { a href="#readings" { (context.get(Word::OutlineAllReadings)) } }
        }
    }
}

fn section(
    context: Context<'_>,
    id: ProvisionId,
    provision: &Provision,
    beside: &impl Fn(ClauseRef) -> Vec<Beside>,
) -> Markup {
    let lang = context.lang;
    let own = clauses(&context.rulebook.provisions).filter(|(clause, _)| clause.provision == id);
    let name = anchor("provision", &provision.id);
    let heading = format!("{name}-heading");
    html! {
        section id=(name) aria-labelledby=(heading) {
            h2 id=(heading) {
                span.label { (provision.label.get(lang)) } " " (provision.title.get(lang))
            }
            @for (clause, found) in own {
                (clause::clause(context, clause, found, &beside(clause)))
            }
        }
    }
}

/// The mark of what a clause is held by: a class of the style.
fn held(nature: &Nature, is_carried: bool) -> &'static str {
    match (nature, is_carried) {
        (Nature::Guidance(_), _) => "guidance",
        (Nature::Computable, true) => "carried",
        (Nature::Computable, false) => "open",
    }
}

/// The name by which the page links to a part of itself, `clause-2.2-5`: no spaces, nothing that a
/// link reads as a sign.
pub(crate) fn anchor(of: &str, code: &str) -> String {
    let sign = |character: char| match character {
        '.' | '_' => character,
        _ if character.is_alphanumeric() => character,
        _ => '-',
    };
    [of, "-"].concat() + &code.chars().map(sign).collect::<String>()
}
