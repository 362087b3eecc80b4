//! Short labels: forms, provisions, people, bodies, what is missing.

use qiaolian_core::explain::Value;
use qiaolian_core::model::{ChoiceId, Duty, FormId, IdSet, People, ProvisionId, ReadingId};
use qiaolian_core::policy::{Body, ClauseRef, Lang, Policy, Rulebook, Word};
use qiaolian_core::text::cut;

use crate::view::View;

/// Forms by their names, `侨联或跨区域联合侨联`.
#[must_use]
pub fn forms(rulebook: &Rulebook, forms: IdSet<FormId>, lang: Lang) -> String {
    let mut text = String::new();
    write_forms(&mut text, rulebook, forms, lang);
    text
}

pub(crate) fn write_forms(
    text: &mut String,
    rulebook: &Rulebook,
    forms: IdSet<FormId>,
    lang: Lang,
) {
    let names = forms.iter().map(|form| rulebook.forms.of(form).label.get(lang));
    write_list(text, names, rulebook.words.get(Word::Or, lang));
}

/// Provisions by the document's own labels, `二（二）`.
#[must_use]
pub fn provisions(rulebook: &Rulebook, provisions: IdSet<ProvisionId>, lang: Lang) -> String {
    let mut text = String::new();
    write_provisions(&mut text, rulebook, provisions, lang);
    text
}

pub(crate) fn write_provisions(
    text: &mut String,
    rulebook: &Rulebook,
    provisions: IdSet<ProvisionId>,
    lang: Lang,
) {
    let labels = provisions.iter().map(|id| rulebook.provisions.of(id).label.get(lang));
    write_list(text, labels, rulebook.words.get(Word::Comma, lang));
}

/// Some names as a list: by commas, and where one of them has a comma itself, by semicolons.
#[cfg(feature = "checks")]
pub(crate) fn listed<N: AsRef<str>>(rulebook: &Rulebook, names: &[N], lang: Lang) -> String {
    let comma = rulebook.words.get(Word::Comma, lang);
    let has_comma = names.iter().any(|name| name.as_ref().contains(comma));
    let between = if has_comma { rulebook.words.get(Word::ScheduleJoin, lang) } else { comma };
    let mut text = String::new();
    write_list(&mut text, names.iter().map(AsRef::as_ref), between);
    text
}

/// Writes some words with another between each two of them.
pub(crate) fn write_list<'w>(
    text: &mut String,
    words: impl Iterator<Item = &'w str>,
    between: &str,
) {
    for (at, word) in words.enumerate() {
        if at > 0 {
            text.push_str(between);
        }
        text.push_str(word);
    }
}

/// A number of people, `12人`, `≥12人`, `12–40人`.
#[must_use]
pub fn people(rulebook: &Rulebook, people: People, lang: Lang) -> String {
    let words = &rulebook.words;
    let least = people.least.to_string();
    match people.most {
        None if people.least == 0 => words.get(Word::Unknown, lang).to_owned(),
        Some(most) if most == people.least => {
            words.say(Word::PeopleUnit, lang, &[("count", &least)])
        }
        Some(most) => {
            words.say(Word::Between, lang, &[("least", &least), ("most", &most.to_string())])
        }
        None => words.say(Word::AtLeast, lang, &[("count", &least)]),
    }
}

/// A unit or post, with the county's name where it is known.
#[must_use]
pub fn body(body: &Body, county: Option<&str>, lang: Lang) -> String {
    let mut text = String::new();
    for part in body_parts(body, county, lang) {
        text.push_str(part);
    }
    text
}

/// The same, in the parts that it is put together from.
#[must_use]
pub fn body_parts<'t>(body: &'t Body, county: Option<&'t str>, lang: Lang) -> [&'t str; 3] {
    let Some(county) = county else { return [body.general.get(lang), "", ""] };
    let named = body.named.get(lang);
    match cut(named, '{') {
        Some((before, slot)) => {
            let after = slot.strip_prefix("county}").unwrap_or(slot);
            [before, county, after]
        }
        None => [named, "", ""],
    }
}

/// What an answer still needs, by name.
pub fn missing<'v>(view: &View<'v>, lang: Lang) -> impl Iterator<Item = &'v str> {
    let rulebook = view.policy.rulebook();
    let groups = view.decision.missing_groups.iter();
    let form = view.decision.missing_form.then(|| rulebook.words.get(Word::FactExistingForm, lang));
    groups.map(move |group| rulebook.groups.of(group).label.get(lang)).chain(form)
}

/// A reading's phrase with one of its choices.
#[must_use]
pub fn choice(policy: &Policy, reading: ReadingId, choice: ChoiceId, lang: Lang) -> String {
    let known = policy.rulebook().readings.of(reading);
    format!(
        "{}={}（{}）",
        known.code,
        known.choices.of(choice).code,
        known.choices.of(choice).label.get(lang)
    )
}

/// The decisive readings of an answer, by their phrases.
pub fn decisive<'v>(view: &View<'v>, lang: Lang) -> impl Iterator<Item = &'v str> {
    let readings = &view.policy.rulebook().readings;
    view.decisive.iter().map(move |reading| readings.of(reading).phrase.get(lang))
}

/// A value of a trace as people read it.
#[must_use]
pub fn fact_value(rulebook: &Rulebook, value: &Value, lang: Lang) -> String {
    let words = &rulebook.words;
    match value {
        Value::Unknown => words.get(Word::Unknown, lang).to_owned(),
        Value::Truth(true) => words.get(Word::Yes, lang).to_owned(),
        Value::Truth(false) => words.get(Word::No, lang).to_owned(),
        Value::Number(number) => people(rulebook, People::at_least(*number), lang),
        Value::People(found) => people(rulebook, *found, lang),
        Value::Day(day) => day.to_string(),
        Value::Kind(kind) => rulebook.kinds.of(*kind).label.get(lang).to_owned(),
        Value::Kinds(kinds) => {
            let mut text = String::new();
            let names = kinds.iter().map(|kind| rulebook.kinds.of(kind).label.get(lang));
            write_list(&mut text, names, words.get(Word::Or, lang));
            text
        }
        Value::Place(place) => rulebook.places.of(*place).code.clone(),
        Value::Area(area) => rulebook.terms.areas.of(*area).label.get(lang).to_owned(),
        Value::Form(form) => forms(rulebook, IdSet::EMPTY.with(*form), lang),
        Value::Forms(any) => forms(rulebook, *any, lang),
    }
}

/// The name of a clause that is written `2.2#5`: 二（二）#5; as it is written where there is none.
#[must_use]
pub fn clause_named(rulebook: &Rulebook, code: &str, lang: Lang) -> String {
    let found = ClauseRef::parse(code, &rulebook.provisions);
    found.map_or_else(|| code.to_owned(), |clause| clause_label(rulebook, clause, lang))
}

/// A clause by the document's label and its number, `二（二）#5`.
pub(crate) fn clause_label(rulebook: &Rulebook, clause: ClauseRef, lang: Lang) -> String {
    format!("{}#{}", rulebook.provisions.of(clause.provision).label.get(lang), clause.number)
}

/// The name of a fact that an answer may lack, by its column: a group of people, or the organisation.
#[must_use]
pub fn fact_named(rulebook: &Rulebook, column: &str, lang: Lang) -> String {
    let group = rulebook.group(column).map(|group| &rulebook.groups.of(group).label);
    let name = group
        .map_or_else(|| rulebook.words.get(Word::FactExistingForm, lang), |text| text.get(lang));
    name.to_owned()
}

/// A duty with the forms that fulfil it, 原则上必须·侨联; all that are possible where there are several.
#[must_use]
pub fn duty(rulebook: &Rulebook, possible: &[Duty], forms: &[String], lang: Lang) -> String {
    let words = &rulebook.words;
    let names: Vec<&str> =
        possible.iter().map(|duty| words.get(Word::duty(Some(*duty)), lang)).collect();
    let names = names.join(words.get(Word::Or, lang));
    if forms.is_empty() {
        return names;
    }
    let forms: Vec<String> = forms.iter().map(|form| named(rulebook, form, lang)).collect();
    let forms = forms.join(words.get(Word::Or, lang));
    words.say(Word::ScheduleDutyForms, lang, &[("duty", &names), ("forms", &forms)])
}

/// The name of a code, whatever of the policy it is a code of; the code itself where it has none.
#[must_use]
pub fn named(rulebook: &Rulebook, code: &str, lang: Lang) -> String {
    let kinds = rulebook.kinds.iter().map(|(_, kind)| (&kind.code, &kind.label));
    let forms = rulebook.forms.iter().map(|(_, form)| (&form.code, &form.label));
    let areas = rulebook.terms.areas.iter().map(|(_, area)| (&area.code, &area.label));
    let found = kinds.chain(forms).chain(areas).find(|(known, _)| *known == code);
    found.map_or_else(|| code.to_owned(), |(_, label)| label.get(lang).to_owned())
}
