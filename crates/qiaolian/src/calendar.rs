//! A schedule as a calendar: each entry in words, with the clauses it rests on and who answers for it.

use qiaolian_core::policy::{Lang, Rulebook, Text, Word};
use qiaolian_render::{self as render, Calendar, Event};

use crate::policy::Policy;
use crate::schedule::{About, Schedule, ScheduleEntry};

impl Schedule {
    /// The schedule as an iCalendar file (RFC 5545): an all-day event for each entry, stamped from
    /// the date of the question. The policy is the one that made it. Where `entries` is empty there
    /// is no calendar to make: the format asks for one event at least.
    #[must_use]
    pub fn calendar(&self, policy: &Policy, lang: Lang) -> String {
        let rulebook = policy.core().rulebook();
        let page = Page { rulebook, lang };
        let title = rulebook.document.title.get(lang);
        render::calendar(&Calendar {
            name: page.say(Word::ScheduleCalendar, &[("title", title)]),
            lang,
            stamp: self.as_of,
            events: self.entries.iter().map(|entry| self.event(&page, entry)).collect(),
        })
    }

    fn event(&self, page: &Page<'_>, entry: &ScheduleEntry) -> Event {
        let kind = render::named(page.rulebook, &entry.kind, page.lang);
        let about = page.get(match entry.about {
            About::Duty => Word::ScheduleDuty,
            About::Report => Word::ScheduleReport,
        });
        Event {
            uid: entry.uid.clone(),
            day: entry.due,
            summary: page.summary(entry),
            description: self.description(page, entry),
            categories: vec![about.to_owned(), kind],
            certain: entry.certain,
        }
    }

    /// Line by line; what there is nothing of is left out.
    fn description(&self, page: &Page<'_>, entry: &ScheduleEntry) -> String {
        let status = page.get(Word::status(entry.status)).to_owned();
        let (as_of, due) = (self.as_of.to_string(), entry.due.to_string());
        let mut lines = vec![
            page.say(Word::ScheduleDue, &[("due", &due)]),
            page.say(Word::ScheduleStatus, &[("as_of", &as_of), ("status", &status)]),
        ];
        let clauses = entry.clauses.iter();
        let clauses: Vec<String> =
            clauses.map(|clause| render::clause_named(page.rulebook, clause, page.lang)).collect();
        let missing = entry.missing.iter();
        let missing: Vec<String> =
            missing.map(|fact| render::fact_named(page.rulebook, fact, page.lang)).collect();
        for (word, listed) in [
            (Word::ScheduleClauses, &clauses),
            (Word::ScheduleUnits, &entry.responsible_units),
            (Word::SchedulePosts, &entry.responsible_posts),
            (Word::ScheduleNotThere, &entry.bodies_not_yet_there),
            (Word::ScheduleMissing, &missing),
        ] {
            if !listed.is_empty() {
                lines.push(page.say(word, &[("list", &page.list(listed))]));
            }
        }
        lines.push(self.policy.clone());
        lines.join("\n")
    }
}

/// The policy's words in a language.
struct Page<'p> {
    rulebook: &'p Rulebook,
    lang: Lang,
}

impl Page<'_> {
    fn get(&self, word: Word) -> &str {
        self.rulebook.words.get(word, self.lang)
    }

    fn say(&self, word: Word, slots: &[(&str, &str)]) -> String {
        self.rulebook.words.say(word, self.lang, slots)
    }

    fn list(&self, listed: &[String]) -> String {
        listed.join(self.get(Word::Comma))
    }

    fn summary(&self, entry: &ScheduleEntry) -> String {
        let name = match (&entry.county, &entry.name) {
            (Some(county), Some(name)) if county != name => {
                self.say(Word::SchedulePlace, &[("county", county), ("name", name)])
            }
            (_, Some(name)) => name.clone(),
            (_, None) => render::named(self.rulebook, &entry.kind, self.lang),
        };
        let what = match &entry.report {
            Some(report) => Text::get(&report.label, self.lang).to_owned(),
            None => render::duty(self.rulebook, &entry.possible_duties, &entry.forms, self.lang),
        };
        let slots: &[(&str, &str)] = &[("name", &name), ("what", &what)];
        let word = if entry.certain { Word::ScheduleSummary } else { Word::SchedulePossible };
        self.say(word, slots)
    }
}
