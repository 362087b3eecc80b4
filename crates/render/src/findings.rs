//! Findings of the checks: a block each, and a line that counts them.

use chrono::NaiveDate;
use qiaolian_core::checks::{CheckRule, Outcome};
use qiaolian_core::policy::{Lang, Rulebook, Text, Word};

use crate::{case_fact, label};

/// What rendering needs of one finding.
#[derive(Clone, Copy, Debug)]
pub struct Found<'f> {
    /// The rule.
    pub rule: CheckRule,
    /// The clause that it rests on, `3.3#6`.
    pub clause: &'f str,
    /// What was found.
    pub outcome: Outcome,
    /// The same in words.
    pub message: &'f Text,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The posts that answer for it.
    pub posts: &'f [String],
    /// The facts that would settle it, as paths of the input.
    pub missing: &'f [String],
}

/// One finding, as it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// What was found.
    pub outcome: Outcome,
    /// The same as a label.
    pub label: String,
    /// What the rule asks, with the clause by the document's own label.
    pub heading: String,
    /// What was found in words, by when, who answers, what is missing.
    pub lines: Vec<String>,
}

impl Block {
    /// A finding as it is shown on a day. By when, and who answers, is told while something is left to
    /// do.
    #[must_use]
    pub fn of(rulebook: &Rulebook, found: &Found<'_>, as_of: NaiveDate, lang: Lang) -> Self {
        let words = &rulebook.words;
        let say = |word, slots: &[(&str, &str)]| words.say(word, lang, slots);
        let rule = rulebook.checks.note(found.rule);
        let rule = rule.map_or(found.rule.code(), |note| note.label.get(lang));
        let clause = label::clause_named(rulebook, found.clause, lang);
        let mut lines = vec![found.message.get(lang).to_owned()];
        if found.rule == CheckRule::HomeStandard
            && let Some(platform) = &rulebook.checks.platform
        {
            let source = platform.standard_source.get(lang);
            lines.push(say(Word::FindingSource, &[("source", source)]));
        }
        if is_open(found.outcome) {
            if let Some(due) = found.due {
                let days = (due - as_of).num_days();
                let word = if days < 0 { Word::TargetDaysPast } else { Word::TargetDaysLeft };
                let days = say(word, &[("days", &days.unsigned_abs().to_string())]);
                lines.push(say(Word::FindingDue, &[("due", &due.to_string()), ("days", &days)]));
            }
            let missing: Vec<String> =
                found.missing.iter().map(|path| named(rulebook, path, lang)).collect();
            let lists = [(Word::SchedulePosts, found.posts), (Word::ScheduleMissing, &missing)];
            let lists = lists.into_iter().filter(|(_, list)| !list.is_empty());
            let listed = |list| label::listed(rulebook, list, lang);
            lines.extend(lists.map(|(word, list)| say(word, &[("list", &listed(list))])));
        }
        Self {
            outcome: found.outcome,
            label: words.get(Word::outcome(found.outcome), lang).to_owned(),
            heading: say(Word::FindingHeading, &[("rule", rule), ("clause", &clause)]),
            lines,
        }
    }
}

/// A fact of a case by its name and its path, so that people know it and find the place for it.
fn named(rulebook: &Rulebook, path: &str, lang: Lang) -> String {
    match case_fact(rulebook, path, lang) {
        name if name == path => name,
        name => rulebook.words.say(Word::FindingFact, lang, &[("fact", &name), ("path", path)]),
    }
}

/// Whether something is left to do, to decide or to find out.
const fn is_open(outcome: Outcome) -> bool {
    match outcome {
        Outcome::NotYet
        | Outcome::NotMet
        | Outcome::Advice
        | Outcome::Review
        | Outcome::Unknown => true,
        Outcome::Met | Outcome::NotApplicable => false,
    }
}

/// How many findings there are, of each outcome that there is.
#[must_use]
pub fn counted(
    rulebook: &Rulebook,
    found: impl IntoIterator<Item = Outcome>,
    lang: Lang,
) -> String {
    let words = &rulebook.words;
    let found: Vec<Outcome> = found.into_iter().collect();
    let count = |outcome| found.iter().filter(|known| **known == outcome).count();
    let each = Outcome::ALL.map(|outcome| (outcome, count(outcome)));
    let each = each.into_iter().filter(|(_, count)| *count > 0).map(|(outcome, count)| {
        let status = words.get(Word::outcome(outcome), lang);
        let slots = [("status", status), ("count", &count.to_string())];
        words.say(Word::SummaryStatus, lang, &slots)
    });
    let outcomes = each.collect::<Vec<_>>().join(words.get(Word::Comma, lang));
    let slots = [("count", &*found.len().to_string()), ("outcomes", &*outcomes)];
    words.say(Word::FindingTotals, lang, &slots)
}
