//! The table: aligned by the width that a terminal gives each character, in colour where it has any.

use std::collections::BTreeMap;

use comfy_table::presets::UTF8_BORDERS_ONLY;
use comfy_table::{Cell, CellAlignment, Color, ContentArrangement, Table};
use qiaolian::{Policy, Question, Status};
use qiaolian_core::compile::day_of;
use qiaolian_core::policy::Word;
use qiaolian_render as render;

use super::{Answered, Sink, Summary};
use crate::error::CliError;
use crate::shown;

/// The columns of the table.
const COLUMNS: [Word; 10] = [
    Word::ColumnRow,
    Word::ColumnName,
    Word::ColumnCounty,
    Word::ColumnKind,
    Word::ColumnCount,
    Word::ColumnDuty,
    Word::ColumnForms,
    Word::ColumnDue,
    Word::ColumnStatus,
    Word::ColumnProvisions,
];

/// Which of them are numbers.
const NUMBERS: [usize; 2] = [0, 4];

/// A table of determinations with a summary below it.
pub(crate) struct TableOutput {
    to: Sink,
    table: Table,
    question: Question,
    /// Whether rows that can't be decided are only counted.
    only_decided: bool,
    left_out: u64,
    statuses: BTreeMap<Status, u64>,
}

impl TableOutput {
    pub(super) fn new(
        to: Sink,
        policy: &Policy,
        question: Question,
        only_decided: bool,
        is_for_terminal: bool,
    ) -> Self {
        let words = &policy.core().rulebook().words;
        let mut table = Table::new();
        table.load_style(UTF8_BORDERS_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
        if !is_for_terminal || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            table.force_no_tty();
        }
        table.set_header(COLUMNS.map(|word| words.get(word, question.lang)));
        for number in NUMBERS {
            if let Some(column) = table.column_mut(number) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        Self { to, table, question, only_decided, left_out: 0, statuses: BTreeMap::new() }
    }

    pub(super) fn write(&mut self, answered: &Answered<'_>) {
        let view = answered.assessment.view();
        let decision = view.decision;
        *self.statuses.entry(decision.status).or_default() += 1;
        if self.only_decided && decision.duty.is_none() {
            self.left_out += 1;
            return;
        }
        let rulebook = view.policy.rulebook();
        let words = &rulebook.words;
        let lang = self.question.lang;
        let status = words.get(Word::status(decision.status), lang);
        let status = match decision.days_left {
            Some(days) => format!("{status} {days}"),
            None => status.to_owned(),
        };
        let status = Cell::new(status);
        let status = match colour(decision.status) {
            Some(colour) => status.fg(colour),
            None => status,
        };
        self.table.add_row(vec![
            Cell::new(answered.row),
            Cell::new(shown::cell(view.name.unwrap_or_default())),
            Cell::new(shown::cell(view.county.unwrap_or_default())),
            Cell::new(rulebook.kinds.of(view.subject.kind).label.get(lang)),
            Cell::new(render::people(rulebook, decision.people, lang)),
            Cell::new(words.get(Word::duty(decision.duty), lang)),
            Cell::new(render::forms(rulebook, decision.forms, lang)),
            Cell::new(decision.due.and_then(day_of).map(|due| due.to_string()).unwrap_or_default()),
            status,
            Cell::new(render::provisions(rulebook, decision.provisions, lang)),
        ]);
    }

    pub(super) fn finish(mut self, summary: &Summary<'_>) -> Result<(), CliError> {
        let words = &summary.policy.core().rulebook().words;
        let lang = self.question.lang;
        if !self.table.is_empty() {
            writeln!(self.to, "{}", self.table)?;
        }
        if self.left_out > 0 {
            let count = self.left_out.to_string();
            writeln!(self.to, "{}", words.say(Word::SummaryLeftOut, lang, &[("count", &count)]))?;
        }
        for line in summary.lines() {
            writeln!(self.to, "{}", shown::line(&line))?;
        }
        let statuses = self.statuses.iter().map(|(status, count)| {
            let status = words.get(Word::status(*status), lang);
            words.say(
                Word::SummaryStatus,
                lang,
                &[("status", status), ("count", &count.to_string())],
            )
        });
        let statuses: Vec<String> = statuses.collect();
        let statuses = statuses.join(words.get(Word::Comma, lang));
        writeln!(
            self.to,
            "{}",
            words.say(Word::SummaryStatuses, lang, &[("statuses", &statuses)])
        )?;
        Ok(self.to.flush()?)
    }
}

const fn colour(status: Status) -> Option<Color> {
    match status {
        Status::Overdue => Some(Color::Red),
        Status::DueSoon | Status::Unverified => Some(Color::Yellow),
        Status::Satisfied | Status::SatisfiedLate | Status::Excepted => Some(Color::Green),
        Status::Undetermined => Some(Color::Cyan),
        Status::Pending | Status::Optional | Status::NotApplicable => None,
    }
}
