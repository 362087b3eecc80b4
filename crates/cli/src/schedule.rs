//! `schedule`: every dated duty and report with who answers for it, as a table, JSON or a calendar.

use std::fmt::Write;

use comfy_table::{Cell, Table};
use indexmap::IndexSet;
use qiaolian::{Schedule, ScheduleBuilder, ScheduleEntry};
use qiaolian_core::policy::Word;
use qiaolian_render as render;

use crate::args::{ScheduleArgs, ScheduleFormat};
use crate::each::Asked;
use crate::error::CliError;
use crate::spoken::Spoken;
use crate::{Outcome, sheet, shown, target};

pub(crate) fn run(args: &ScheduleArgs) -> Result<Outcome, CliError> {
    let from = (&args.policy, &args.date, &args.input);
    let mut asked = Asked::new(args.file.as_deref(), args.output.as_deref(), from)?;
    let (policy, question) = (asked.policy.clone(), asked.question);
    let mut schedule = ScheduleBuilder::new(&policy, question);
    let through = asked.each(|row, answer| {
        match answer {
            Ok(assessment) => schedule.add(row, assessment),
            Err(error) => schedule.reject(row, error),
        }
        Ok(())
    })?;
    let schedule = schedule.finish();
    let format = format(args);
    if format == ScheduleFormat::Ics && schedule.entries.is_empty() {
        return Err(CliError::NothingDue);
    }
    let text = match format {
        ScheduleFormat::Json => serde_json::to_string_pretty(&schedule)? + "\n",
        ScheduleFormat::Ics => schedule.calendar(&policy, question.lang),
        ScheduleFormat::Table => {
            let page = Page {
                spoken: Spoken { rulebook: policy.core().rulebook(), lang: question.lang },
                is_for_terminal: asked.is_for_terminal(),
                only_certain: through.is_built_in,
            };
            page.text(&schedule)
        }
    };
    asked.finish(&through, &text, format == ScheduleFormat::Table)
}

/// The format asked for, by name or by the output file's ending.
fn format(args: &ScheduleArgs) -> ScheduleFormat {
    let by_ending = || match target::ending(args.output.as_deref()?)?.as_str() {
        "json" => Some(ScheduleFormat::Json),
        "ics" => Some(ScheduleFormat::Ics),
        _ => None,
    };
    args.format.or_else(by_ending).unwrap_or(ScheduleFormat::Table)
}

const COLUMNS: [Word; 7] = [
    Word::ColumnRow,
    Word::ColumnName,
    Word::ColumnCounty,
    Word::ScheduleWhat,
    Word::ColumnStatus,
    Word::ColumnMissing,
    Word::ScheduleAnswers,
];

/// The mark of those who answer for some entries of a day.
fn noted(at: usize) -> String {
    format!("[{}]", at + 1)
}

struct Page<'p> {
    spoken: Spoken<'p>,
    is_for_terminal: bool,
    /// Whether what is only possible is counted and not shown.
    only_certain: bool,
}

impl Page<'_> {
    /// A table a day.
    fn text(&self, schedule: &Schedule) -> String {
        let (mut text, words) = (String::new(), self.spoken.words());
        let is_shown = |entry: &&ScheduleEntry| entry.certain || !self.only_certain;
        let shown: Vec<&ScheduleEntry> = schedule.entries.iter().filter(is_shown).collect();
        for day in shown.chunk_by(|one, other| one.due == other.due) {
            let Some(first) = day.first() else { continue };
            let heading = self.spoken.say(
                Word::ScheduleByDay,
                &[
                    ("due", &first.due.to_string()),
                    ("days", &sheet::days(words, first.days_until_due)),
                    ("count", &day.len().to_string()),
                ],
            );
            let mut table = sheet::table(words, COLUMNS, &[0], self.is_for_terminal);
            let mut answers = IndexSet::new();
            for entry in day {
                let answering = self.answering(entry);
                let mark = (!answering.is_empty()).then(|| answers.insert_full(answering).0);
                self.add(&mut table, entry, mark.map(noted).unwrap_or_default());
            }
            // Writing to a text never fails.
            let _ = writeln!(text, "{heading}\n{table}");
            for (at, answering) in answers.iter().enumerate() {
                let _ = writeln!(text, "{} {}", noted(at), shown::line(answering));
            }
        }
        let left_out = schedule.entries.len() - shown.len();
        if left_out > 0 {
            let count = left_out.to_string();
            let _ =
                writeln!(text, "{}", self.spoken.say(Word::ScheduleMaybe, &[("count", &count)]));
        }
        text
    }

    /// Who answers for an entry: units, then posts; nothing where nobody does.
    fn answering(&self, entry: &ScheduleEntry) -> String {
        let bodies = [
            (Word::ScheduleUnits, &entry.responsible_units),
            (Word::SchedulePosts, &entry.responsible_posts),
            (Word::ScheduleNotThere, &entry.bodies_not_yet_there),
        ];
        let comma = self.spoken.get(Word::Comma);
        let listed = bodies.into_iter().filter(|(_, bodies)| !bodies.is_empty());
        let lines =
            listed.map(|(word, bodies)| self.spoken.say(word, &[("list", &bodies.join(comma))]));
        lines.collect::<Vec<_>>().join(self.spoken.get(Word::ScheduleJoin))
    }

    fn add(&self, table: &mut Table, entry: &ScheduleEntry, answers: String) {
        let text = |text: &Option<String>| shown::cell(text.as_deref().unwrap_or_default());
        let what = match &entry.report {
            Some(report) => report.label.get(self.spoken.lang).to_owned(),
            None => render::duty(
                self.spoken.rulebook,
                &entry.possible_duties,
                &entry.forms,
                self.spoken.lang,
            ),
        };
        let what = if entry.certain {
            what
        } else {
            self.spoken.say(Word::SchedulePossibly, &[("what", &what)])
        };
        let missing = entry.missing.iter();
        let missing: Vec<String> = missing
            .map(|fact| render::fact_named(self.spoken.rulebook, fact, self.spoken.lang))
            .collect();
        table.add_row([
            Cell::new(entry.row.map(|row| row.to_string()).unwrap_or_default()),
            Cell::new(text(&entry.name)),
            Cell::new(text(&entry.county)),
            Cell::new(what),
            Cell::new(self.spoken.get(Word::status(entry.status))),
            Cell::new(missing.join(self.spoken.get(Word::Comma))),
            Cell::new(answers),
        ]);
    }
}
