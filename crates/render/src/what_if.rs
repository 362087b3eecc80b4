//! What would change an answer, and which fact to ask for first, as trees to read.

use qiaolian_core::decide::Answer;
use qiaolian_core::model::{ChoiceId, ReadingId};
use qiaolian_core::policy::{Lang, Policy, Word};
use qiaolian_core::what_if::{Ask, Change, Count, Reply, Values, WhatIf};

use crate::label;
use crate::tree::Branch;

/// The changes that would give another duty or status, a line each.
#[must_use]
pub fn what_if(policy: &Policy, found: &[WhatIf], lang: Lang) -> Branch {
    let words = &policy.rulebook().words;
    let line = |found: &WhatIf| {
        let changes: Vec<String> =
            found.changes.iter().map(|change| changed(policy, change, lang)).collect();
        let changes = changes.join(words.get(Word::WhatIfAnd, lang));
        let gives = answer(policy, found.gives, lang);
        Branch::leaf(words.say(Word::WhatIfLine, lang, &[("changes", &changes), ("gives", &gives)]))
    };
    let mut lines: Vec<Branch> = found.iter().map(line).collect();
    if lines.is_empty() {
        lines.push(Branch::leaf(words.get(Word::WhatIfNothing, lang)));
    }
    Branch::of(words.get(Word::WhatIfHeading, lang), lines)
}

/// The unknown facts that would settle something, the one to ask for first on top.
#[must_use]
pub fn next_facts(policy: &Policy, asks: &[Ask], lang: Lang) -> Branch {
    let words = &policy.rulebook().words;
    let asked = |ask: &Ask| {
        let fact = match ask.number {
            Some(count) => number(policy, count, lang),
            None => words.get(Word::FactExistingForm, lang),
        };
        let (settles, answers) = (ask.settling().to_string(), ask.replies.len().to_string());
        let slots = [("fact", fact), ("settles", &*settles), ("answers", &*answers)];
        let replies = ask.replies.iter().map(|reply| replied(policy, reply, lang)).collect();
        Branch::of(words.say(Word::NextFactAsk, lang, &slots), replies)
    };
    Branch::of(words.get(Word::NextFactHeading, lang), asks.iter().map(asked).collect())
}

/// A reading with one of its choices, in words of its language: 读法 X 取 Y.
#[must_use]
pub fn chosen(policy: &Policy, reading: ReadingId, choice: ChoiceId, lang: Lang) -> String {
    let rulebook = policy.rulebook();
    let known = rulebook.readings.of(reading);
    let (phrase, label) = (known.phrase.get(lang), known.choices.of(choice).label.get(lang));
    let slots = [("reading", phrase), ("choice", label)];
    rulebook.words.say(Word::WhatIfReading, lang, &slots)
}

/// Duty, fulfilment and status in words.
#[must_use]
pub fn answer(policy: &Policy, answer: Answer, lang: Lang) -> String {
    let words = &policy.rulebook().words;
    words.say(
        Word::WhatIfGives,
        lang,
        &[
            ("duty", words.get(Word::duty(answer.duty), lang)),
            ("fulfilment", words.get(Word::fulfilment(answer.fulfilment), lang)),
            ("status", words.get(Word::status(answer.status), lang)),
        ],
    )
}

fn changed(policy: &Policy, change: &Change, lang: Lang) -> String {
    let rulebook = policy.rulebook();
    let words = &rulebook.words;
    let said = |fact: Word, word: bool| {
        let value = words.get(if word { Word::Yes } else { Word::No }, lang);
        let slots = [("fact", words.get(fact, lang)), ("value", value)];
        words.say(Word::WhatIfSaid, lang, &slots)
    };
    match change {
        Change::People { of, from: Some(from), to } => {
            let word = if to > from { Word::WhatIfMore } else { Word::WhatIfFewer };
            let count = from.abs_diff(*to).to_string();
            let (from, to) = (from.to_string(), to.to_string());
            let fact = number(policy, *of, lang);
            let slots = [("fact", fact), ("from", &*from), ("to", &*to), ("count", &*count)];
            words.say(word, lang, &slots)
        }
        Change::People { of, from: None, to } => {
            let to = to.to_string();
            let value = words.say(Word::PeopleUnit, lang, &[("count", &to)]);
            let slots = [("fact", number(policy, *of, lang)), ("value", &*value)];
            words.say(Word::WhatIfKnown, lang, &slots)
        }
        Change::Organisation { by: None, .. } => {
            words.get(Word::WhatIfNoOrganisation, lang).to_owned()
        }
        Change::Organisation { forms, from, by: Some(by) } => {
            let (forms, by) = (label::forms(rulebook, *forms, lang), by.to_string());
            match from {
                None => words.say(Word::WhatIfSetUp, lang, &[("forms", &forms), ("by", &by)]),
                Some(from) => {
                    let from = from.to_string();
                    let slots = [("forms", &*forms), ("from", &*from), ("by", &*by)];
                    words.say(Word::WhatIfSetUpBetween, lang, &slots)
                }
            }
        }
        Change::KeyArea(word) => said(Word::ColumnKeyArea, *word),
        Change::ConditionsMet(word) => said(Word::ColumnConditionsMet, *word),
        Change::ExceptionAgreed(word) => said(Word::ColumnExceptionAgreed, *word),
        Change::Reading((reading, choice)) => chosen(policy, *reading, *choice, lang),
    }
}

fn number(policy: &Policy, of: Count, lang: Lang) -> &str {
    let rulebook = policy.rulebook();
    match of {
        Count::Group(group) => rulebook.groups.of(group).label.get(lang),
        Count::Total => rulebook.words.get(Word::ColumnTotal, lang),
    }
}

fn replied(policy: &Policy, reply: &Reply, lang: Lang) -> Branch {
    let rulebook = policy.rulebook();
    let words = &rulebook.words;
    let values = match reply.values {
        Values::People { least, most: None } => {
            words.say(Word::NextFactFrom, lang, &[("count", &least.to_string())])
        }
        Values::People { least, most: Some(most) } if least == most => {
            words.say(Word::PeopleUnit, lang, &[("count", &least.to_string())])
        }
        Values::People { least, most: Some(most) } => {
            let (least, most) = (least.to_string(), most.to_string());
            words.say(Word::Between, lang, &[("least", &least), ("most", &most)])
        }
        Values::Forms(forms) => label::forms(rulebook, forms, lang),
    };
    let gives = answer(policy, reply.gives, lang);
    let gives = if reply.settles {
        gives
    } else {
        words.say(Word::NextFactOpen, lang, &[("gives", &gives)])
    };
    Branch::leaf(words.say(Word::WhatIfLine, lang, &[("changes", &values), ("gives", &gives)]))
}
