//! The facts of a case by name, from their paths in it.

use qiaolian_core::checks::Item;
use qiaolian_core::model::{Arena, Id};
use qiaolian_core::policy::{Lang, Rulebook, Text, Word, Words};

use crate::label;

/// The list of which each item is a person.
const MEMBERS: &str = "members[";

/// The name of a fact that stands at a path of a case, `office.approved`: whether an office is
/// approved; the path itself where there is none.
#[must_use]
pub fn case_fact(rulebook: &Rulebook, path: &str, lang: Lang) -> String {
    let words = &rulebook.words;
    let checks = &rulebook.checks;
    let kind = |code: &str| {
        let found = rulebook.kinds.find(|kind| kind.code == code);
        found.map_or_else(|| code.to_owned(), |(_, kind)| kind.label.get(lang).to_owned())
    };
    let step = |word, code| {
        let steps = checks.procedure.as_ref().map(|terms| &terms.steps);
        words.say(word, lang, &[("step", &item(steps, code, lang))])
    };
    let platform = checks.platform.as_ref();
    let parts: Vec<&str> = path.split('.').collect();
    match *parts.as_slice() {
        ["subject", column] => label::fact_named(rulebook, column, lang),
        ["procedure", "events", code] => step(Word::CaseProcedureEvents, code),
        ["procedure", "events", code, "on"] => step(Word::CaseProcedureDay, code),
        ["procedure", "events", code, "bodies"] => step(Word::CaseProcedureBodies, code),
        ["procedure", "federations", level] => {
            words.say(Word::CaseProcedureFederations, lang, &[("level", &kind(level))])
        }
        ["leadership", member, fact] if member.starts_with(MEMBERS) => {
            let known = words.by_key(&format!("case.leadership.member.{fact}"));
            let number = number(member).unwrap_or_default();
            let say = |text: &Text| Words::fill(text.get(lang), &[("number", &number)]);
            known.map_or_else(|| path.to_owned(), say)
        }
        ["platform", "standard", code] => {
            let item = item(platform.map(|terms| &terms.standard), code, lang);
            words.say(Word::CasePlatformStandard, lang, &[("item", &item)])
        }
        ["platform", "activities", code] => {
            let item = item(platform.map(|terms| &terms.activities), code, lang);
            words.say(Word::CasePlatformActivities, lang, &[("item", &item)])
        }
        ["platform", "levels", level, "federation"] => {
            words.say(Word::CasePlatformFederation, lang, &[("level", &kind(level))])
        }
        ["platform", "levels", level, "groups", code] => {
            let group = item(platform.map(|terms| &terms.groups), code, lang);
            let slots = [("level", kind(level)), ("group", group)];
            let slots = slots.each_ref().map(|(slot, filling)| (*slot, filling.as_str()));
            words.say(Word::CasePlatformGroup, lang, &slots)
        }
        ["safeguards", "budgets", year] => {
            words.say(Word::CaseSafeguardsBudgets, lang, &[("year", year)])
        }
        _ => {
            let known = words.by_key(&format!("case.{path}"));
            known.map_or_else(|| path.to_owned(), |text| text.get(lang).to_owned())
        }
    }
}

/// The name of an item of a list; its code where there is none.
fn item<I: Id>(items: Option<&Arena<I, Item>>, code: &str, lang: Lang) -> String {
    let found = items.and_then(|items| items.find(|item| item.code == code));
    found.map_or_else(|| code.to_owned(), |(_, item)| item.label.get(lang).to_owned())
}

/// The number of a member, `members[0]`, as people count.
fn number(member: &str) -> Option<String> {
    let at: usize = member.strip_prefix(MEMBERS)?.strip_suffix(']')?.parse().ok()?;
    Some(at.checked_add(1)?.to_string())
}
