//! `coverage`: how many have what they are asked for, by county and by kind, against the targets.

mod csv;

use std::fmt::Write;

use qiaolian::{CoverageBuilder, CoverageEntry, CoverageReport, MissingEntry, TargetEntry};
use qiaolian_core::policy::Word;
use qiaolian_render as render;

use crate::args::{CoverageArgs, CoverageFormat};
use crate::each::Asked;
use crate::error::CliError;
use crate::spoken::Spoken;
use crate::{Outcome, sheet, shown, target};

pub(crate) fn run(args: &CoverageArgs) -> Result<Outcome, CliError> {
    let from = (&args.policy, &args.date, &args.input);
    let mut asked = Asked::new(args.file.as_deref(), args.output.as_deref(), from)?;
    let (policy, question) = (asked.policy.clone(), asked.question);
    let mut coverage = CoverageBuilder::new(&policy, question);
    let through = asked.each(|row, answer| match answer {
        Ok(assessment) => Ok(coverage.add(row, assessment)?),
        Err(error) => {
            coverage.reject(row, error);
            Ok(())
        }
    })?;
    let report = coverage.finish();
    let format = target::report_format(args.format, args.output.as_deref());
    let text = match format {
        CoverageFormat::Json => serde_json::to_string_pretty(&report)? + "\n",
        CoverageFormat::Csv => csv::text(&report)?,
        CoverageFormat::Table => {
            let rulebook = policy.core().rulebook();
            let is_for_terminal = asked.is_for_terminal();
            Page { spoken: Spoken { rulebook, lang: question.lang }, is_for_terminal }.text(&report)
        }
    };
    asked.finish(&through, &text, format == CoverageFormat::Table)
}

/// How many columns a bar has.
const BAR: usize = 20;

const COLUMNS: [Word; 9] = [
    Word::CoverageGroup,
    Word::ColumnName,
    Word::CoverageSubjects,
    Word::CoverageOwed,
    Word::CoverageFull,
    Word::CoverageRatio,
    Word::CoverageLesser,
    Word::CoverageExcepted,
    Word::CoveragePresumed,
];

const NUMBERS: [usize; 6] = [2, 3, 4, 6, 7, 8];

const MISSING: [Word; 6] = [
    Word::ColumnRow,
    Word::ColumnName,
    Word::ColumnCounty,
    Word::ColumnKind,
    Word::ColumnDuty,
    Word::ColumnStatus,
];

struct Page<'p> {
    spoken: Spoken<'p>,
    is_for_terminal: bool,
}

impl Page<'_> {
    fn text(&self, report: &CoverageReport) -> String {
        let (mut text, words) = (String::new(), self.spoken.words());
        let mut table = sheet::table(words, COLUMNS, &NUMBERS, self.is_for_terminal);
        table.add_row(self.line(Word::CoverageAll, "", &report.overall));
        for (at, county) in report.by_county.iter().enumerate() {
            let name = county.county.as_deref().unwrap_or(self.spoken.get(Word::CoverageNoCounty));
            table.add_row(self.line_of(Word::ColumnCounty, at, name, &county.coverage));
        }
        for (at, kind) in report.by_kind.iter().enumerate() {
            let name = render::named(self.spoken.rulebook, &kind.kind, self.spoken.lang);
            table.add_row(self.line_of(Word::ColumnKind, at, &name, &kind.coverage));
        }
        let targets = report.targets.iter().flat_map(|target| {
            let absent = (target.absent > 0).then(|| {
                self.spoken.say(Word::TargetAbsent, &[("count", &target.absent.to_string())])
            });
            std::iter::once(self.target(target)).chain(absent)
        });
        let lines =
            std::iter::once(self.spoken.get(Word::CoverageLegend).to_owned()).chain(targets);
        let lines: Vec<String> = lines.collect();
        // Writing to a text never fails.
        let _ = writeln!(text, "{table}\n{}", lines.join("\n"));
        let (certain, maybe): (Vec<_>, Vec<_>) =
            report.missing.iter().partition(|missing| missing.certain);
        if !certain.is_empty() {
            let count = certain.len().to_string();
            let heading = self.spoken.say(Word::CoverageMissing, &[("count", &count)]);
            let _ = writeln!(text, "{heading}\n{}", self.missing(&certain));
        }
        if !maybe.is_empty() {
            let count = maybe.len().to_string();
            let _ =
                writeln!(text, "{}", self.spoken.say(Word::CoverageMaybe, &[("count", &count)]));
        }
        text
    }

    /// A line of a group, which is named in its first line.
    fn line_of(&self, group: Word, at: usize, name: &str, entry: &CoverageEntry) -> Vec<String> {
        let mut line = self.line(group, name, entry);
        if let Some(group) = line.first_mut().filter(|_| at > 0) {
            group.clear();
        }
        line
    }

    fn line(&self, group: Word, name: &str, entry: &CoverageEntry) -> Vec<String> {
        vec![
            self.spoken.get(group).to_owned(),
            shown::cell(name),
            entry.subjects.to_string(),
            render::range(entry.owed),
            render::range(entry.full),
            format!("{} {}", render::bar(entry.ratio, BAR), render::percent(entry.ratio)),
            render::range(entry.lesser),
            render::range(entry.excepted),
            render::range(entry.presumed),
        ]
    }

    fn target(&self, target: &TargetEntry) -> String {
        let clauses = target.clauses.iter();
        let clauses: Vec<String> = clauses
            .map(|clause| render::clause_named(self.spoken.rulebook, clause, self.spoken.lang))
            .collect();
        let words = self.spoken.words();
        self.spoken.say(
            Word::TargetLine,
            &[
                ("label", target.label.get(self.spoken.lang)),
                ("clauses", &clauses.join(self.spoken.get(Word::Comma))),
                ("due", &target.due.to_string()),
                ("days", &sheet::days(words, target.days_until_due)),
                ("ratio", &render::percent(target.coverage.ratio)),
                ("standing", self.spoken.get(render::standing(target.standing))),
            ],
        )
    }

    fn missing(&self, missing: &[&MissingEntry]) -> String {
        let words = self.spoken.words();
        let mut table = sheet::table(words, MISSING, &[0], self.is_for_terminal);
        for entry in missing {
            let text = |text: &Option<String>| shown::cell(text.as_deref().unwrap_or_default());
            table.add_row([
                entry.row.to_string(),
                text(&entry.name),
                text(&entry.county),
                render::named(self.spoken.rulebook, &entry.kind, self.spoken.lang),
                render::duty(self.spoken.rulebook, &entry.possible_duties, &[], self.spoken.lang),
                self.spoken.get(Word::status(entry.status)).to_owned(),
            ]);
        }
        table.to_string()
    }
}
