//! One sheet: a header, and rows below it.

use rust_xlsxwriter::{Format, Worksheet};
use unicode_width::UnicodeWidthStr;

use super::Style;
use crate::error::CliError;
use crate::output::Field;

/// A column is at least so wide, in characters.
const NARROWEST: usize = 8;

/// And at most so wide.
const WIDEST: usize = 48;

/// Room beside the text, for the filter's arrow too.
const MARGIN: usize = 3;

/// A sheet that is being filled, row by row.
pub(crate) struct Sheet {
    worksheet: Worksheet,
    rows: u32,
    has_header: bool,
    widths: Vec<usize>,
    header: Format,
    day: Format,
}

impl Sheet {
    /// An empty sheet of that name.
    pub(crate) fn new(name: &str) -> Result<Self, CliError> {
        let mut worksheet = Worksheet::new();
        worksheet.set_name(name)?;
        let (header, day) = (Style::header(), Style::day());
        Ok(Self { worksheet, rows: 0, has_header: false, widths: Vec::new(), header, day })
    }

    /// Writes a header.
    pub(crate) fn header(&mut self, at: u16, name: &str) -> Result<(), CliError> {
        self.worksheet.write_string_with_format(0, at, name, &self.header)?;
        self.has_header = true;
        self.widen(at, name.width());
        Ok(())
    }

    /// Goes on to the next row.
    pub(crate) fn next_row(&mut self) {
        self.rows = self.rows.saturating_add(1);
    }

    /// Writes a cell of the row.
    pub(crate) fn cell(&mut self, at: u16, field: Field<'_>) -> Result<(), CliError> {
        let (row, sheet) = (self.rows, &mut self.worksheet);
        match field {
            Field::Blank | Field::Text("") => return Ok(()),
            Field::Truth(truth) => sheet.write_boolean(row, at, truth)?,
            // People and rows are far below what a cell's number holds without loss.
            #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
            Field::Number(number) => sheet.write_number(row, at, number as f64)?,
            Field::Day(day) => sheet.write_date_with_format(row, at, day, &self.day)?,
            Field::Text(text) => {
                sheet.write_string(row, at, text)?;
                self.widen(at, text.width());
                return Ok(());
            }
        };
        self.widen(at, "2022-12-31".len());
        Ok(())
    }

    /// Writes a text of the row that looks as the format says; shown so wide.
    pub(crate) fn text(
        &mut self,
        at: u16,
        text: &str,
        format: &Format,
        width: usize,
    ) -> Result<(), CliError> {
        self.worksheet.write_string_with_format(self.rows, at, text, format)?;
        self.widen(at, width);
        Ok(())
    }

    /// The sheet itself, for what only one of ours has.
    pub(crate) fn worksheet(&mut self) -> &mut Worksheet {
        &mut self.worksheet
    }

    fn widen(&mut self, at: u16, width: usize) {
        let at = usize::from(at);
        if self.widths.len() <= at {
            self.widths.resize(at + 1, 0);
        }
        if let Some(widest) = self.widths.get_mut(at) {
            *widest = width.max(*widest);
        }
    }

    /// The sheet with what every one has: columns fit, and below a header that stays they can be filtered.
    pub(crate) fn finish(mut self) -> Result<Worksheet, CliError> {
        for (at, width) in (0u16..).zip(&self.widths) {
            let width = (width + MARGIN).clamp(NARROWEST, WIDEST);
            self.worksheet
                .set_column_width(at, f64::from(u16::try_from(width).unwrap_or_default()))?;
        }
        if !self.has_header {
            return Ok(self.worksheet);
        }
        self.worksheet.set_freeze_panes(1, 0)?;
        if let Some(last) = self.widths.len().checked_sub(1).and_then(|at| u16::try_from(at).ok()) {
            self.worksheet.autofilter(0, 0, self.rows, last)?;
        }
        self.worksheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        Ok(self.worksheet)
    }
}
