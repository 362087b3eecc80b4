//! Workbooks as clerks like to open them: a header that stays, widths that fit, dates as dates.

mod book;
mod sheet;
mod style;

pub(crate) use book::Book;
pub(crate) use sheet::Sheet;
pub(crate) use style::{Style, status};
