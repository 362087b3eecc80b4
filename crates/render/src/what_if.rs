//! What would change an answer, and which fact to ask for first, as trees to read.

use chrono::NaiveDate;
use qiaolian_core::compile::day_of;
use qiaolian_core::decide::Answer;
use qiaolian_core::model::{ChoiceId, Duty, FormId, Fulfilment, IdSet, ReadingId, Status};
use qiaolian_core::policy::{Lang, Policy, Rulebook, Word};
use qiaolian_core::what_if::{Ask, Change, Count, Reply, Values, WhatIf};

use crate::tree::Branch;

/// The changes that would give another duty or status on a date, a line each.
#[must_use]
pub fn what_if(policy: &Policy, found: &[WhatIf], as_of: NaiveDate, lang: Lang) -> Branch {
    let words = &policy.rulebook().words;
    let line = |found: &WhatIf| {
        let changes: Vec<String> =
            found.changes.iter().map(|change| changed(policy, change, as_of, lang)).collect();
        let changes = changes.join(words.get(Word::WhatIfAnd, lang));
        let gives = answer(policy.rulebook(), found.gives, lang);
        let gives = match in_time(found, as_of) {
            Some(due) => {
                let slots = [("gives", &*gives), ("due", &*due.to_string())];
                words.say(Word::WhatIfInTime, lang, &slots)
            }
            None => gives,
        };
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

/// A reading with one of its choices, in words of its language: 读法：X＝Y.
#[must_use]
pub fn chosen(rulebook: &Rulebook, reading: ReadingId, choice: ChoiceId, lang: Lang) -> String {
    let known = rulebook.readings.of(reading);
    let (phrase, label) = (known.phrase.get(lang), known.choices.of(choice).label.get(lang));
    let slots = [("reading", phrase), ("choice", label)];
    rulebook.words.say(Word::WhatIfReading, lang, &slots)
}

/// Duty, fulfilment and status in words: what is worth saying of them.
#[must_use]
pub fn answer(rulebook: &Rulebook, answer: Answer, lang: Lang) -> String {
    let words = &rulebook.words;
    let Answer { duty, fulfilment, status } = answer;
    let duty = match duty {
        Some(Duty::None) => return words.get(Word::WhatIfNothingAsked, lang).to_owned(),
        Some(
            Duty::Must | Duty::InPrincipleMust | Duty::Should | Duty::InPrincipleShould | Duty::May,
        ) => words.get(Word::duty(duty), lang),
        None => words.get(Word::WhatIfDutyOpen, lang),
    };
    let organisation = match fulfilment {
        Fulfilment::None => Some(words.get(Word::WhatIfNotThere, lang).to_owned()),
        Fulfilment::NotApplicable => None,
        Fulfilment::Full | Fulfilment::Lesser | Fulfilment::Unknown => {
            let fulfilment = words.get(Word::fulfilment(fulfilment), lang);
            Some(words.say(Word::WhatIfOrganisation, lang, &[("fulfilment", fulfilment)]))
        }
    };
    // That the status is open goes without saying where the duty is.
    let status = (answer.duty.is_some() || status != Status::Undetermined)
        .then(|| words.get(Word::status(status), lang).to_owned());
    let parts: Vec<String> =
        [Some(duty.to_owned()), organisation, status].into_iter().flatten().collect();
    parts.join(words.get(Word::WhatIfJoin, lang))
}

/// By which day an organisation that is asked for has to be set up to be in time, where one that is
/// there on the date is, and that day isn't past.
fn in_time(found: &WhatIf, as_of: NaiveDate) -> Option<NaiveDate> {
    let is_there = |change: &Change| matches!(change, Change::Organisation { by: Some(by), .. } if *by == as_of);
    let is_asked = match found.gives.duty? {
        Duty::Must | Duty::InPrincipleMust | Duty::Should | Duty::InPrincipleShould => true,
        Duty::May | Duty::None => false,
    };
    let due = found.due.and_then(day_of)?;
    (is_asked && found.changes.iter().any(is_there) && as_of <= due).then_some(due)
}

/// Forms of which any does, as a list: 侨联、分会或小组.
fn any_form(rulebook: &Rulebook, forms: IdSet<FormId>, lang: Lang) -> String {
    let names = forms.iter().map(|form| rulebook.forms.of(form).label.get(lang));
    let names: Vec<&str> = names.collect();
    let Some((last, others)) = names.split_last() else { return String::new() };
    if others.is_empty() {
        return (*last).to_owned();
    }
    let others = others.join(rulebook.words.get(Word::Comma, lang));
    [&*others, last].join(rulebook.words.get(Word::Or, lang))
}

fn changed(policy: &Policy, change: &Change, as_of: NaiveDate, lang: Lang) -> String {
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
            // On the day of the question ends what may be, not what is in time.
            let is_open = *by == as_of;
            let (forms, by) = (any_form(rulebook, *forms, lang), by.to_string());
            match from {
                None if is_open => words.say(Word::WhatIfThere, lang, &[("forms", &forms)]),
                None => words.say(Word::WhatIfSetUp, lang, &[("forms", &forms), ("by", &by)]),
                Some(from) => {
                    let word =
                        if is_open { Word::WhatIfThereSince } else { Word::WhatIfSetUpBetween };
                    let from = from.to_string();
                    let slots = [("forms", &*forms), ("from", &*from), ("by", &*by)];
                    words.say(word, lang, &slots)
                }
            }
        }
        Change::KeyArea(word) => said(Word::ColumnKeyArea, *word),
        Change::ConditionsMet(word) => said(Word::ColumnConditionsMet, *word),
        Change::ExceptionAgreed(word) => said(Word::ColumnExceptionAgreed, *word),
        Change::Reading((reading, choice)) => chosen(rulebook, *reading, *choice, lang),
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
        Values::Forms(forms) => any_form(rulebook, forms, lang),
    };
    let gives = answer(rulebook, reply.gives, lang);
    let gives = if reply.settles {
        gives
    } else if reply.gives.duty.is_none() {
        // Replies that leave the duty open are told apart by what they leave possible.
        let duties =
            reply.possible_duties.iter().map(|duty| words.get(Word::duty(Some(duty)), lang));
        let duties = duties.collect::<Vec<_>>().join(words.get(Word::Comma, lang));
        let slots = [("gives", &*gives), ("duties", &*duties)];
        words.say(Word::NextFactPossible, lang, &slots)
    } else {
        words.say(Word::NextFactOpen, lang, &[("gives", &gives)])
    };
    Branch::leaf(words.say(Word::WhatIfLine, lang, &[("changes", &values), ("gives", &gives)]))
}
