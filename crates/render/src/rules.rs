//! The rules as a tree: check by check, with their clauses and the outcomes that they can have.

use qiaolian_core::checks::{Check, CheckRule};
use qiaolian_core::policy::{ClauseRef, Lang, Rule, Rulebook, Word};

use crate::label;
use crate::tree::Branch;

/// All rules of a policy: those of eligibility, then those of each check that it has.
#[must_use]
pub fn rule_list(rulebook: &Rulebook, lang: Lang) -> Branch {
    let words = &rulebook.words;
    let eligibility = Rule::ALL.into_iter().map(|rule| {
        let note = rulebook.rules.iter().find(|note| note.rule == rule);
        let label = note.map_or("", |note| note.label.get(lang));
        Branch::leaf(line(rulebook, (rule.code(), label), &rulebook.clauses_of(rule), lang))
    });
    let eligibility: Vec<Branch> = eligibility.collect();
    let mut count = eligibility.len();
    let mut below = vec![Branch::of(words.get(Word::check(None), lang), eligibility)];
    for check in Check::ALL {
        let rules: Vec<Branch> = of_check(rulebook, check, lang).collect();
        if !rules.is_empty() {
            count += rules.len();
            below.push(Branch::of(words.get(Word::check(Some(check)), lang), rules));
        }
    }
    let totals = words.say(Word::RuleTotals, lang, &[("count", &count.to_string())]);
    below.push(Branch::leaf(totals));
    Branch::of(rulebook.document.title.get(lang), below)
}

fn of_check(rulebook: &Rulebook, check: Check, lang: Lang) -> impl Iterator<Item = Branch> + '_ {
    let words = &rulebook.words;
    let of_check = CheckRule::ALL.iter().filter(move |rule| rule.check() == check);
    of_check.filter_map(|rule| rulebook.checks.note(*rule)).map(move |note| {
        let outcomes = note.rule.outcomes().iter();
        let outcomes: Vec<&str> =
            outcomes.map(|outcome| words.get(Word::outcome(*outcome), lang)).collect();
        let outcomes = outcomes.join(words.get(Word::Comma, lang));
        let heading = (note.rule.code(), note.label.get(lang));
        Branch::of(
            line(rulebook, heading, &note.clauses, lang),
            vec![Branch::leaf(words.say(Word::RuleOutcomes, lang, &[("outcomes", &outcomes)]))],
        )
    })
}

/// A rule's id and name with the clauses that it carries.
fn line(
    rulebook: &Rulebook,
    (code, name): (&str, &str),
    clauses: &[ClauseRef],
    lang: Lang,
) -> String {
    let clauses: Vec<String> =
        clauses.iter().map(|clause| label::clause_label(rulebook, *clause, lang)).collect();
    format!("{code}  {name}  [{}]", clauses.join(", "))
}
