//! A workbook: its sheets, and what is said of the whole.

use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::Sheet;
use crate::error::CliError;
use crate::output::Sink;

/// A workbook that is being put together.
pub(crate) struct Book(Workbook);

impl Book {
    /// A workbook of that day: it has no other time in it, so that one input gives one file.
    pub(crate) fn new(day: NaiveDate) -> Result<Self, CliError> {
        let mut workbook = Workbook::new();
        let day = ExcelDateTime::parse_from_str(&day.to_string())?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
        Ok(Self(workbook))
    }

    /// A sheet more.
    pub(crate) fn push(&mut self, sheet: Sheet) -> Result<(), CliError> {
        self.0.push_worksheet(sheet.finish()?);
        Ok(())
    }

    /// The workbook as bytes of a file.
    pub(crate) fn write(mut self, mut to: Sink) -> Result<(), CliError> {
        let bytes = self.0.save_to_buffer()?;
        to.write_all(&bytes)?;
        Ok(to.flush()?)
    }
}

impl From<XlsxError> for CliError {
    fn from(error: XlsxError) -> Self {
        if let XlsxError::IoError(error) = error {
            return Self::Output(error);
        }
        let is_full =
            matches!(error, XlsxError::RowColumnLimitError | XlsxError::MaxStringLengthExceeded);
        if is_full { Self::SheetIsFull } else { Self::Output(std::io::Error::other(error)) }
    }
}
