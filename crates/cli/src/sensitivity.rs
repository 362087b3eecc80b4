//! `sensitivity`: whose answer hangs on how the text is read, or on a few people more or fewer.

mod csv;

use std::fmt::Write;

use qiaolian::{
    ChangesEntry, FlipEntry, Lang, MarginEntry, SensitivityBuilder, SensitivityOptions,
    SensitivityReport, StandingEntry,
};
use qiaolian_core::policy::{Rulebook, Word};
use qiaolian_render as render;

use crate::args::{CoverageFormat, SensitivityArgs};
use crate::each::Asked;
use crate::error::CliError;
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
            Page { rulebook, lang: question.lang, is_for_terminal, most }.text(&report)
        }
    };
    asked.finish(&through, &text, format == CoverageFormat::Table)
}

/// How many rows a table names of those that change alike, and how many that are near a line.
const FEW: usize = 5;

const CHANGES: [Word; 5] = [
    Word::SensitivityReading,
    Word::SensitivitySubjects,
    Word::SensitivityFrom,
    Word::SensitivityTo,
    Word::SensitivityRows,
];

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
    rulebook: &'p Rulebook,
    lang: Lang,
    is_for_terminal: bool,
    most: usize,
}

impl Page<'_> {
    fn get(&self, word: Word) -> &str {
        self.rulebook.words.get(word, self.lang)
    }

    fn say(&self, word: Word, slots: &[(&str, &str)]) -> String {
        self.rulebook.words.say(word, self.lang, slots)
    }

    fn text(&self, report: &SensitivityReport) -> String {
        let mut text = String::new();
        let changing = report.alone.iter().filter(|flip| flip.changes.subjects > 0).count();
        let (changing, subjects) = (changing.to_string(), report.subjects.to_string());
        let slots = [("changing", &*changing), ("subjects", &*subjects)];
        let heading = self.say(Word::SensitivityAlone, &slots);
        // Writing to a text never fails.
        let _ = writeln!(text, "{heading}\n{}", self.flips(&report.alone));
        if report.together.is_empty() {
            let _ = writeln!(text, "{}", self.get(Word::SensitivityNothingTogether));
        } else {
            let pairs = report.together.len().to_string();
            let heading = self.say(Word::SensitivityTogether, &[("pairs", &pairs)]);
            let _ = writeln!(text, "{heading}\n{}", self.flips(&report.together));
        }
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
        let _ = writeln!(text, "{}", self.say(Word::SensitivityNear, &slots));
        if counts.unknown > 0 {
            let _ = writeln!(text, "{}", self.say(Word::SensitivityUnknown, &slots));
        }
        let nearest = self.nearest(&report.margins);
        if !nearest.is_empty() {
            let count = nearest.len().to_string();
            let heading = self.say(Word::SensitivityNearest, &[("count", &count)]);
            let _ = writeln!(text, "{heading}\n{}", self.margins(&nearest));
        }
        text
    }

    /// A line for each change of each choice; one where it changes nothing.
    fn flips(&self, flips: &[FlipEntry]) -> String {
        let words = (&self.rulebook.words, self.lang);
        let mut table = sheet::table(words, CHANGES, &[1], self.is_for_terminal);
        for FlipEntry { choices, changes } in flips {
            let choices = choices.iter().map(|(reading, choice)| format!("{reading}={choice}"));
            let mut name = choices.collect::<Vec<_>>().join("\n");
            if changes.alike.is_empty() {
                table.add_row([&name, "0", "", "", ""]);
            }
            for line in self.changes(changes) {
                let [subjects, from, to, rows] = line;
                // A choice is named in its first line.
                table.add_row([std::mem::take(&mut name), subjects, from, to, rows]);
            }
        }
        table.to_string()
    }

    fn changes(&self, changes: &ChangesEntry) -> Vec<[String; 4]> {
        let lines = changes.alike.iter().map(|alike| {
            let rows = alike.rows.iter().map(u64::to_string);
            let mut rows = rows.collect::<Vec<_>>().join(self.get(Word::Comma));
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
        let parts = [
            self.get(Word::duty(duty.known())).to_owned(),
            self.get(Word::fulfilment(fulfilment)).to_owned(),
            self.get(Word::status(status)).to_owned(),
        ];
        parts.join(" · ")
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
        let words = (&self.rulebook.words, self.lang);
        let mut table = sheet::table(words, NEAREST, &[0, 6, 7], self.is_for_terminal);
        for margin in margins {
            let text = |text: &Option<String>| shown::cell(text.as_deref().unwrap_or_default());
            let number =
                |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
            table.add_row([
                margin.row.to_string(),
                text(&margin.name),
                text(&margin.county),
                render::named(self.rulebook, &margin.kind, self.lang),
                self.get(Word::duty(margin.answer.duty.known())).to_owned(),
                self.get(Word::status(margin.answer.status)).to_owned(),
                number(margin.more),
                number(margin.fewer),
            ]);
        }
        table.to_string()
    }
}
