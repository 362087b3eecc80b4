//! Reads registers: from bytes to rows of cells.
//!
//! ```
//! use qiaolian_register::{Entry, Format, open};
//! use qiaolian_resolve::Column;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let rulebook = qiaolian_pack::load_dir("../policies/yuxi-2020".as_ref())?;
//! let register = "玉溪市侨情登记表\n名称,归侨侨眷,备注\n金州社区,12,新村\n合计,12,\n";
//! let mut rows = open(register.as_bytes(), Format::Csv, &rulebook)?;
//! while let Some(entry) = rows.next_row()? {
//!     match entry {
//!         Entry::Row(row) => {
//!             assert_eq!((row.row, row.line), (1, 3));
//!             assert!(row.record.get(Column::Name).is_some());
//!             assert_eq!(row.extra, [("备注".into(), "新村".into())]);
//!         }
//!         Entry::Skipped { why, .. } => assert_eq!(why.code(), "total"),
//!     }
//! }
//! assert_eq!((rows.title_rows().len(), rows.read(), rows.skipped()), (1, 2, 1));
//! # Ok(())
//! # }
//! ```
//!
//! [`open`] finds the header and gives [`Rows`]; [`Rows::next_row`] gives one [`Entry`] after the
//! other: a [`Row`] with its cells under known columns, or a row that is passed over. What the
//! cells mean is the resolver's to say.
//!
//! | file | what it knows |
//! |---|---|
//! | `encoding` · `decode` | UTF-8 and GB18030: which it is, and bytes as characters |
//! | `text` | the text of a file, a window at a time |
//! | `csv` · `json` · `jsonl` | one format each: where a row ends |
//! | `xlsx` | one sheet of a workbook: its cells, merged ones and formulas too |
//! | `vocabulary` · `keys` | which headers and keys are known |
//! | `table` | formats whose rows are cells in columns: the header and what stands below it |
//! | `objects` | formats whose rows are JSON objects |
//!
//! Text streams: the memory in use depends on the longest row, not on the file. A row holds
//! at most [`LONGEST_ROW`] bytes, so that one quote that is never closed doesn't read a whole disk
//! into memory. A workbook is read whole, and refused where it takes more than [`LARGEST_XLSX`]
//! bytes unpacked.
//!
//! The encoding of a text is found out from its first megabyte; a program that has a file, not a
//! pipe, finds it out from the whole of it with [`Encoding::of_file`] and says so in [`Options`].

mod csv;
mod decode;
mod encoding;
mod error;
mod format;
mod json;
mod jsonl;
mod keys;
mod objects;
mod place;
mod row;
mod rows;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod value;
mod vocabulary;
mod words;
mod xlsx;

pub use encoding::Encoding;
pub use error::{CsvFault, ReadError};
pub use format::Format;
pub use row::{Entry, Original, Row, Skip, Written};
pub use rows::{Options, Rows, open, open_with};
pub use table::TitleRow;
pub use text::LONGEST_ROW;
pub use vocabulary::folded;
pub use xlsx::LARGEST_XLSX;
