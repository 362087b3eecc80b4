//! The reason: one sentence that a clerk can read aloud.

use qiaolian_core::compile::day_of;
use qiaolian_core::model::{Duty, IdSet, Status};
use qiaolian_core::policy::{Lang, Word, Words};

use crate::label;
use crate::view::View;

/// Why the answer is what it is, in one sentence, with the provisions it rests on and the readings
/// that decide it.
#[must_use]
pub fn reason(view: &View<'_>, lang: Lang) -> String {
    let rulebook = view.policy.rulebook();
    let words = &rulebook.words;
    let name = view.name.unwrap_or_else(|| words.get(Word::ReasonUnnamed, lang));
    let mut sentence = words.say(
        Word::ReasonSentence,
        lang,
        &[
            ("name", name),
            ("basis", &basis(view, lang)),
            ("duty", &duty(view, lang)),
            ("state", &state(view, lang)),
            ("provisions", &label::provisions(rulebook, view.decision.provisions, lang)),
        ],
    );
    let decisive = label::decisive(view, lang);
    if !decisive.is_empty() {
        let readings = decisive.join(words.get(Word::Comma, lang));
        sentence.push_str(sentence_gap(lang));
        sentence.push_str(&words.say(Word::ReasonDecisive, lang, &[("readings", &readings)]));
        sentence.push_str(full_stop(lang));
    }
    sentence
}

const fn sentence_gap(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "",
        Lang::En => " ",
    }
}

const fn full_stop(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "。",
        Lang::En => ".",
    }
}

/// What of the subject the answer follows from: its area, its kind, or its people.
fn basis(view: &View<'_>, lang: Lang) -> String {
    let rulebook = view.policy.rulebook();
    let words = &rulebook.words;
    let row = view.policy.terms().rows.of(view.decision.row);
    if let Some(area) = row.area {
        let known = view.policy.terms().areas.of(area);
        let said = known.is_key_area && view.subject.key_area == Some(true);
        let word = if said { Word::ReasonSaidKey } else { Word::ReasonInArea };
        let area = words.say(word, lang, &[("area", known.label.get(lang))]);
        return if row.tiers.len() == 1 {
            area
        } else {
            [area, count(view, lang)].join(words.get(Word::ReasonJoin, lang))
        };
    }
    if row.tiers.len() == 1 {
        let kind = rulebook.kinds.of(view.subject.kind).label.get(lang);
        return words.say(Word::ReasonAlways, lang, &[("kind", kind)]);
    }
    let mut basis = count(view, lang);
    if view.subject.conditions_met == Some(false) && conditions_matter(view) {
        basis.push_str(words.get(Word::Comma, lang));
        basis.push_str(words.get(Word::ReasonConditionsNotMet, lang));
    }
    basis
}

/// Whether a tier that its people may be in asks something else where conditions aren't met.
fn conditions_matter(view: &View<'_>) -> bool {
    let terms = view.policy.terms();
    let tiers = terms.rows.of(view.decision.row).tiers_in_force(&terms.limits);
    let ends = tiers.iter().skip(1).map(|(start, _)| Some(*start)).chain([None]);
    let people = view.decision.people;
    tiers.iter().zip(ends).any(|((start, tier), end)| {
        tier.unless_conditions_met.is_some()
            && people.most.is_none_or(|most| *start <= most)
            && end.is_none_or(|end| people.least < end)
    })
}

fn count(view: &View<'_>, lang: Lang) -> String {
    let words = &view.policy.rulebook().words;
    let people = view.decision.people;
    let least = people.least.to_string();
    let (reached, next) = lines(view);
    let text = |line: Option<u64>| line.map(|line| line.to_string()).unwrap_or_default();
    let (line, beyond) = (text(reached), text(next));
    let slots: &[(&str, &str)] = &[("count", &least), ("reached", &line), ("next", &beyond)];
    if people.is_complete() {
        let word = match (reached, next) {
            _ if people.least == 0 => Word::ReasonNoPeople,
            (Some(_), Some(_)) => Word::ReasonBetweenLines,
            (Some(_), None) => Word::ReasonReached,
            (None, Some(_)) => Word::ReasonBelow,
            (None, None) => Word::ReasonPeople,
        };
        return words.say(word, lang, slots);
    }
    if reached.is_some() && next.is_none() {
        return words.say(Word::ReasonReachedAtLeast, lang, slots);
    }
    match people.most {
        Some(most) => {
            let most = most.to_string();
            words.say(Word::ReasonBoundedCount, lang, &[("least", &least), ("most", &most)])
        }
        None => {
            let unknown = view.subject.counts.unknown(view.policy.terms().counted.groups);
            let groups = &view.policy.rulebook().groups;
            let names: Vec<&str> =
                unknown.iter().map(|group| groups.of(group).label.get(lang)).collect();
            let missing = names.join(words.get(Word::Comma, lang));
            words.say(Word::ReasonOpenCount, lang, &[("count", &least), ("missing", &missing)])
        }
    }
}

/// The last line that is surely reached and the first that isn't; from one person on is no line.
fn lines(view: &View<'_>) -> (Option<u64>, Option<u64>) {
    let terms = view.policy.terms();
    let tiers = terms.rows.of(view.decision.row).tiers_in_force(&terms.limits);
    let mut lines = tiers.iter().map(|(start, _)| *start).filter(|start| *start > 1);
    let least = view.decision.people.least;
    (lines.clone().rfind(|line| *line <= least), lines.find(|line| *line > least))
}

/// What is asked, of which forms, and by when.
fn duty(view: &View<'_>, lang: Lang) -> String {
    let rulebook = view.policy.rulebook();
    let words = &rulebook.words;
    let forms = label::forms(rulebook, view.decision.forms, lang);
    let word = match view.decision.duty {
        Some(Duty::Must) => Word::ReasonMust,
        Some(Duty::InPrincipleMust) => Word::ReasonInPrincipleMust,
        Some(Duty::Should) => Word::ReasonShould,
        Some(Duty::InPrincipleShould) => Word::ReasonInPrincipleShould,
        Some(Duty::May) => Word::ReasonMay,
        Some(Duty::None) => return words.get(Word::ReasonNone, lang).to_owned(),
        None => return open_duty(view, words, lang),
    };
    let mut duty = words.say(word, lang, &[("forms", &forms)]);
    if let Some(due) = view.decision.due.and_then(day_of) {
        duty.push_str(&words.say(Word::ReasonBy, lang, &[("due", &due.to_string())]));
    }
    duty
}

fn open_duty(view: &View<'_>, words: &Words, lang: Lang) -> String {
    let duties: Vec<&str> = view
        .decision
        .possible_duties
        .iter()
        .map(|duty| words.get(Word::duty(Some(duty)), lang))
        .collect();
    let duties = duties.join(words.get(Word::Or, lang));
    words.say(Word::ReasonUndetermined, lang, &[("duties", &duties)])
}

/// What there is, and where that leaves the subject.
fn state(view: &View<'_>, lang: Lang) -> String {
    let words = &view.policy.rulebook().words;
    let status = status(view, lang);
    if view.decision.status == Status::NotApplicable {
        return status;
    }
    format!("{}{}{status}", organisation(view, lang), words.get(Word::ReasonJoin, lang))
}

fn organisation(view: &View<'_>, lang: Lang) -> String {
    let rulebook = view.policy.rulebook();
    let words = &rulebook.words;
    let name = |form| label::forms(rulebook, IdSet::EMPTY.with(form), lang);
    let presumed = || {
        let presumptions = &view.policy.terms().presumptions;
        presumptions.iter().find(|presumed| Some(presumed.place) == view.subject.place)
    };
    match (view.subject.existing_form, view.subject.established_on) {
        (Some(form), _) if form == rulebook.no_form => {
            words.get(Word::ReasonHasNone, lang).to_owned()
        }
        (Some(form), Some(day)) if day > view.as_of => words.say(
            Word::ReasonNotThereYet,
            lang,
            &[("form", &name(form)), ("date", &day.to_string())],
        ),
        (Some(form), _) => words.say(Word::ReasonHas, lang, &[("form", &name(form))]),
        (None, _) => match presumed() {
            Some(presumed) => {
                words.say(Word::ReasonPresumed, lang, &[("form", &name(presumed.form))])
            }
            None => words.get(Word::ReasonNotRecorded, lang).to_owned(),
        },
    }
}

fn status(view: &View<'_>, lang: Lang) -> String {
    let words = &view.policy.rulebook().words;
    let days = view.decision.days_left.map(|days| days.unsigned_abs().to_string());
    let established = view.subject.established_on.map(|day| day.to_string()).unwrap_or_default();
    let word = match view.decision.status {
        Status::Satisfied => Word::ReasonSatisfied,
        Status::SatisfiedLate => Word::ReasonSatisfiedLate,
        Status::Excepted => Word::ReasonExcepted,
        Status::Unverified => Word::ReasonUnverified,
        Status::Overdue => Word::ReasonOverdue,
        Status::DueSoon => Word::ReasonDueSoon,
        Status::Pending if days.is_none() && view.decision.missing_groups.is_empty() => {
            Word::ReasonPendingUndated
        }
        Status::Pending if days.is_none() => Word::ReasonPendingOpen,
        Status::Pending => Word::ReasonPending,
        Status::Optional => Word::ReasonOptional,
        Status::NotApplicable => Word::ReasonNotApplicable,
        Status::Undetermined => Word::ReasonOpen,
    };
    let missing = label::missing(view, lang).join(words.get(Word::Comma, lang));
    let days = days.unwrap_or_default();
    words.say(word, lang, &[("days", &days), ("date", &established), ("missing", &missing)])
}
