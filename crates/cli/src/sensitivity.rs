//! `sensitivity`: whose answer hangs on how the text is read, or on a few people more or fewer.

mod csv;

use std::fmt::Write;

use qiaolian::{
    ChangesEntry, FlipEntry, MarginEntry, SensitivityBuilder, SensitivityOptions,
    SensitivityReport, StandingEntry,
};
use qiaolian_core::decide::Answer;
use qiaolian_core::policy::Word;
use qiaolian_render as render;

use crate::args::{CoverageFormat, SensitivityArgs};
use crate::each::Asked;
use crate::error::CliError;
use crate::spoken::Spoken;
use crate::{Outcome, sheet, shown, target};

pub(crate) fn run(args: &SensitivityArgs) -> Result<Outcome, CliError> {
    let from = (&args.policy, &args.date, &args.input);
    let mut asked = Asked::new(args.file.as_deref(), args.output.as_deref(), from)?;
    let (policy, question) = (asked.policy.clone(), asked.question);
    let format = target::report_format(args.format, args.output.as_deref());
    let few = match format {
        CoverageFormat::Table => Some(FEW),
        CoverageFormat::Csv | CoverageFormat::Json => None,
    };
    let options = SensitivityOptions { within: args.within, most: args.most.or(few) };
    let mut sensitivity = SensitivityBuilder::new(&policy, question, options);
    let through = asked.each(|row, answer| match answer {
        Ok(assessment) => Ok(sensitivity.add(row, assessment)?),
        Err(error) => {
            sensitivity.reject(row, error);
            Ok(())
        }
    })?;
    let report = sensitivity.finish();
    let text = match format {
        CoverageFormat::Json => serde_json::to_string_pretty(&report)? + "\n",
        CoverageFormat::Csv => csv::text(&report)?,
        CoverageFormat::Table => {
            let rulebook = policy.core().rulebook();
            let is_for_terminal = asked.is_for_terminal();
            let most = options.most.unwrap_or(FEW);
            Page { spoken: Spoken { rulebook, lang: question.lang }, is_for_terminal, most }
                .text(&report)
        }
    };
    asked.finish(&through, &text, format == CoverageFormat::Table)
}

/// How many rows a table names of those that change alike, and how many that are near a line.
const FEW: usize = 5;

/// Beside what it is that changes answers.
const CHANGES: [Word; 4] =
    [Word::SensitivitySubjects, Word::SensitivityFrom, Word::SensitivityTo, Word::SensitivityRows];

const NEAREST: [Word; 8] = [
    Word::ColumnRow,
    Word::ColumnName,
    Word::ColumnCounty,
    Word::ColumnKind,
    Word::ColumnDuty,
    Word::ColumnStatus,
    Word::SensitivityMore,
    Word::SensitivityFewer,
];

struct Page<'p> {
    spoken: Spoken<'p>,
    is_for_terminal: bool,
    most: usize,
}

impl Page<'_> {
    fn text(&self, report: &SensitivityReport) -> String {
        let mut text = String::new();
        if report.alone.is_empty() {
            // Writing to a text never fails.
            let _ = writeln!(text, "{}", self.spoken.get(Word::SensitivityNoReadings));
        } else {
            self.readings(&mut text, report);
        }
        self.people(&mut text, report);
        text
    }

    fn readings(&self, text: &mut String, report: &SensitivityReport) {
        let changing = report.alone.iter().filter(|flip| flip.changes.subjects > 0).count();
        let (changing, choices) = (changing.to_string(), report.alone.len().to_string());
        let subjects = report.subjects.to_string();
        let slots = [("changing", &*changing), ("choices", &*choices), ("subjects", &*subjects)];
        let heading = self.spoken.say(Word::SensitivityAlone, &slots);
        let _ = writeln!(text, "{heading}\n{}", self.flips(&report.alone));
        if report.together.is_empty() {
            let _ = writeln!(text, "{}", self.spoken.get(Word::SensitivityNothingTogether));
        } else {
            let pairs = report.together.len().to_string();
            let heading = self.spoken.say(Word::SensitivityTogether, &[("pairs", &pairs)]);
            let _ = writeln!(text, "{heading}\n{}", self.flips(&report.together));
        }
    }

    fn people(&self, text: &mut String, report: &SensitivityReport) {
        let counts = &report.counts;
        let numbers = [
            ("within", u64::from(counts.within)),
            ("near", counts.near),
            ("unknown", counts.unknown),
            ("subjects", report.subjects),
            ("more", counts.more.subjects),
            ("fewer", counts.fewer.subjects),
        ];
        let numbers = numbers.map(|(slot, number)| (slot, number.to_string()));
        let slots: Vec<(&str, &str)> =
            numbers.iter().map(|(slot, text)| (*slot, &**text)).collect();
        let _ = writeln!(text, "{}", self.spoken.say(Word::SensitivityNear, &slots));
        if counts.near > 0 {
            let of = |word, changes| (self.spoken.say(word, &slots), changes);
            let ways = [
                of(Word::SensitivityPeopleMore, &counts.more),
                of(Word::SensitivityPeopleFewer, &counts.fewer),
            ];
            let ways = ways.into_iter().filter(|(_, changes)| changes.subjects > 0);
            let _ = writeln!(text, "{}", self.changes(Word::SensitivityPeople, ways));
        }
        if counts.unknown > 0 {
            let _ = writeln!(text, "{}", self.spoken.say(Word::SensitivityUnknown, &slots));
        }
        let nearest = self.nearest(&report.margins);
        if !nearest.is_empty() {
            let count = nearest.len().to_string();
            let heading = self.spoken.say(Word::SensitivityNearest, &[("count", &count)]);
            let _ = writeln!(text, "{heading}\n{}", self.margins(&nearest));
        }
    }

    /// What each choice changes, named by its words and its code.
    fn flips(&self, flips: &[FlipEntry]) -> String {
        let named = flips.iter().map(|FlipEntry { choices, changes }| {
            let named = choices.iter().map(|(reading, choice)| self.chosen(reading, choice));
            (named.collect::<Vec<_>>().join("\n"), changes)
        });
        self.changes(Word::SensitivityReading, named)
    }

    fn chosen(&self, reading: &str, choice: &str) -> String {
        let code = format!("{reading}={choice}");
        let mut readings = self.spoken.rulebook.readings.iter();
        let known = readings.find(|(_, known)| known.code == reading).and_then(|(_, known)| {
            let (_, choice) = known.choices.iter().find(|(_, known)| known.code == choice)?;
            Some((known.phrase.get(self.spoken.lang), choice.label.get(self.spoken.lang)))
        });
        known.map_or_else(
            || code.clone(),
            |(reading, choice)| {
                let slots = [("choice", choice), ("code", &*code)];
                format!("{reading}\n{}", self.spoken.say(Word::SensitivityChoice, &slots))
            },
        )
    }

    /// A line for the sum of what each thing changes, then one for each change from and to.
    fn changes<'c>(
        &self,
        what: Word,
        things: impl Iterator<Item = (String, &'c ChangesEntry)>,
    ) -> String {
        let words = self.spoken.words();
        let [subjects, from, to, rows] = CHANGES;
        let heading = [what, subjects, from, to, rows];
        let mut table = sheet::table(words, heading, &[1], self.is_for_terminal);
        for (name, changes) in things {
            let sum = if changes.subjects > 0 { self.sum(changes) } else { String::new() };
            table.add_row([name, changes.subjects.to_string(), sum, String::new(), String::new()]);
            for [subjects, from, to, rows] in self.alike(changes) {
                table.add_row([String::new(), subjects, from, to, rows]);
            }
        }
        table.to_string()
    }

    /// How many of them get another duty, fulfilment or status.
    fn sum(&self, changes: &ChangesEntry) -> String {
        let [duty, fulfilment, status] =
            [changes.duty, changes.fulfilment, changes.status].map(|number| number.to_string());
        let slots = [("duty", &*duty), ("fulfilment", &*fulfilment), ("status", &*status)];
        self.spoken.say(Word::SensitivitySum, &slots)
    }

    fn alike(&self, changes: &ChangesEntry) -> Vec<[String; 4]> {
        let lines = changes.alike.iter().map(|alike| {
            let rows = alike.rows.iter().map(u64::to_string);
            let mut rows = rows.collect::<Vec<_>>().join(self.spoken.get(Word::Comma));
            if u64::try_from(alike.rows.len()).is_ok_and(|named| named < alike.subjects) {
                rows.push('…');
            }
            let (from, to) = (self.answer(alike.from), self.answer(alike.to));
            [alike.subjects.to_string(), from, to, rows]
        });
        lines.collect()
    }

    fn answer(&self, answer: StandingEntry) -> String {
        let StandingEntry { duty, fulfilment, status } = answer;
        render::answer(
            self.spoken.rulebook,
            Answer { duty: duty.known(), fulfilment, status },
            self.spoken.lang,
        )
    }

    /// Those that are nearest to a line, the nearest first; none whose number of people
    /// isn't known.
    fn nearest<'r>(&self, margins: &'r [MarginEntry]) -> Vec<&'r MarginEntry> {
        let distance = |margin: &MarginEntry| margin.more.into_iter().chain(margin.fewer).min();
        let near =
            margins.iter().filter_map(|margin| Some((distance(margin)?, margin.row, margin)));
        let mut near: Vec<(u64, u64, &MarginEntry)> = near.collect();
        near.sort_unstable_by_key(|(distance, row, _)| (*distance, *row));
        near.into_iter().take(self.most).map(|(_, _, margin)| margin).collect()
    }

    fn margins(&self, margins: &[&MarginEntry]) -> String {
        let words = self.spoken.words();
        let mut table = sheet::table(words, NEAREST, &[0, 6, 7], self.is_for_terminal);
        for margin in margins {
            let text = |text: &Option<String>| shown::cell(text.as_deref().unwrap_or_default());
            let number =
                |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
            table.add_row([
                margin.row.to_string(),
                text(&margin.name),
                text(&margin.county),
                render::named(self.spoken.rulebook, &margin.kind, self.spoken.lang),
                self.spoken.get(Word::duty(margin.answer.duty.known())).to_owned(),
                self.spoken.get(Word::status(margin.answer.status)).to_owned(),
                number(margin.more),
                number(margin.fewer),
            ]);
        }
        table.to_string()
    }
}
