//! One sheet: a header, and rows below it.

use rust_xlsxwriter::{Format, Worksheet};
use unicode_width::UnicodeWidthStr;

use super::Style;
use crate::error::CliError;
use crate::output::Field;

/// A column is at least so wide, in characters.
const NARROWEST: usize = 8;

/// And at most so wide, where text isn't wrapped.
const WIDEST: usize = 60;

/// And so wide where it is.
const WIDEST_WRAPPED: usize = 88;

/// Room beside the text, for the filter's arrow too.
const MARGIN: usize = 3;

/// How high a line is, in points: room for Chinese, whatever font stands in.
const LINE: f64 = 17.0;

/// How high the header is.
const HEADER: f64 = 26.0;

/// How many characters a printed page is wide, so that it can be read.
const PAGE: usize = 220;

/// The first columns, which say what a row is about, stand on each printed page.
const REPEATED: u16 = 2;

/// A4 on its side, by its number.
const A4: u8 = 9;

/// A sheet that is being filled, row by row.
pub(crate) struct Sheet {
    worksheet: Worksheet,
    rows: u32,
    has_header: bool,
    widths: Vec<usize>,
    header: Format,
    day: Format,
    number: Format,
    wrapped: Format,
}

impl Sheet {
    /// An empty sheet of that name.
    pub(crate) fn new(name: &str) -> Result<Self, CliError> {
        let mut worksheet = Worksheet::new();
        worksheet.set_name(name)?;
        worksheet.set_default_row_height(LINE);
        Ok(Self {
            worksheet,
            rows: 0,
            has_header: false,
            widths: Vec::new(),
            header: Style::header(),
            day: Style::day(),
            number: Style::number(),
            wrapped: Style::wrapped(),
        })
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
            Field::Number(number) => {
                sheet.write_number_with_format(row, at, number as f64, &self.number)?;
                self.widen(at, number.to_string().len());
                return Ok(());
            }
            Field::Day(day) => sheet.write_date_with_format(row, at, day, &self.day)?,
            Field::Text(text) => {
                sheet.write_string(row, at, text)?;
                self.widen(at, text.width().min(WIDEST));
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
        self.widen(at, width.min(WIDEST));
        Ok(())
    }

    /// Writes a long text of the row, on as many lines as it takes.
    pub(crate) fn wrapped(&mut self, at: u16, text: &str) -> Result<(), CliError> {
        self.worksheet.write_string_with_format(self.rows, at, text, &self.wrapped)?;
        let lines = text.width().div_ceil(WIDEST_WRAPPED).max(1);
        self.worksheet.set_row_height(
            self.rows,
            LINE * f64::from(u16::try_from(lines).unwrap_or(u16::MAX)),
        )?;
        self.widen(at, text.width().min(WIDEST_WRAPPED));
        Ok(())
    }

    /// The sheet itself, for what only one of ours has.
    pub(crate) fn worksheet(&mut self) -> &mut Worksheet {
        &mut self.worksheet
    }

    fn widen(&mut self, at: u16, width: usize) {
        let at = usize::from(at);
        if self.widths.len() <= at {
            self.widths.resize(at + 1, NARROWEST);
        }
        if let Some(widest) = self.widths.get_mut(at) {
            *widest = (width + MARGIN).max(*widest);
        }
    }

    /// The sheet with what every one has: columns fit, below a header that stays they can be
    /// filtered, and it can be printed.
    pub(crate) fn finish(mut self) -> Result<Worksheet, CliError> {
        for (at, width) in (0u16..).zip(&self.widths) {
            let width = u16::try_from(*width).unwrap_or(u16::MAX);
            self.worksheet.set_column_width(at, f64::from(width))?;
        }
        let pages = self.widths.iter().sum::<usize>().div_ceil(PAGE).max(1);
        let sheet = &mut self.worksheet;
        sheet.set_landscape().set_paper_size(A4);
        sheet.set_print_fit_to_pages(u16::try_from(pages).unwrap_or(u16::MAX), 0);
        if !self.has_header {
            return Ok(self.worksheet);
        }
        sheet.set_row_height(0, HEADER)?.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
        if pages > 1 {
            sheet.set_repeat_columns(0, REPEATED)?;
        }
        if let Some(last) = self.widths.len().checked_sub(1).and_then(|at| u16::try_from(at).ok()) {
            sheet.autofilter(0, 0, self.rows, last)?;
        }
        Ok(self.worksheet)
    }
}
