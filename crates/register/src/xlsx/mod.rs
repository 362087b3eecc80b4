//! XLSX: one sheet of a workbook, read whole.
//!
//! | file | what it knows |
//! |---|---|
//! | `package` · `parts` | whether the file may be unpacked: its sizes, and what its parts claim |
//! | `load` · `value` | the sheet that is wanted, and its cells |
//! | `cells` | how cells are held |
//! | `merged` | which cells are merged |
//! | `sheet` | the rows of the sheet, and what merged cells mean in them |
//! | `heading` | which rows are the header |
//!
//! * The sheet is the named one, or the first that isn't hidden. Its rows are counted as the sheet
//!   counts them: rows without anything in them are rows too, those behind the last cell aren't.
//!   Hidden rows and columns are read like others.
//! * Numbers are numbers, truth values are truth values; a date is a text, `2022-03-01`, with
//!   ` 08:30:00` behind it where it has a time of day. An error is a text, `#REF!`.
//! * A formula is what it came to when the file was saved. One that was never calculated is a text,
//!   `=C2+D2`, so that it is a problem of its row rather than a blank; that goes for a zero too in
//!   a file that asks to be calculated on opening, because programs that don't calculate write it.
//! * A header that is merged over several rows reaches down to the last of them. One that is merged
//!   over several columns is the name of them all, unless the row below names them one by one: what
//!   stands in any of them is its value, and values in two of them are a text of both.
//! * Below the header, a cell that is merged over several rows says the same of each, except code
//!   and name, which are those of the first, and numbers of people: nobody knows whose they are, so
//!   that they are a text, `12 (F5:F7)`, and a problem of every row. 合计 that is merged over the
//!   name from the left makes a total row.

mod cells;
mod heading;
mod load;
mod merged;
mod package;
mod parts;
mod sheet;
mod value;

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::ReadError;
use crate::format::{Format, Signature};
use crate::place::count;

pub(crate) use sheet::Sheet;

/// The most bytes that a workbook may take, unpacked: what is larger is refused before it is
/// unpacked, and better read as CSV.
pub const LARGEST_XLSX: usize = 256 << 20;

/// Reads a sheet of a workbook: the one of that name, or the first that isn't hidden.
pub(crate) fn read<R: Read>(input: R, sheet: Option<&str>) -> Result<Sheet, ReadError> {
    let bytes = whole(input)?;
    let is_uncalculated = package::check(&bytes)?;
    // What the packed parts are checked for is what is known to stop the library that reads them.
    // Should anything else stop it, the file is at fault.
    let load = || load::load(bytes, sheet, is_uncalculated);
    catch_unwind(AssertUnwindSafe(load)).unwrap_or_else(|_| Err(malformed("not a workbook")))
}

/// All bytes of a workbook.
fn whole<R: Read>(mut input: R) -> Result<Vec<u8>, ReadError> {
    const SIGNATURE: u64 = 8;
    let of_io = |source| ReadError::Io { line: 1, source };
    let mut bytes = Vec::new();
    input.by_ref().take(SIGNATURE).read_to_end(&mut bytes).map_err(of_io)?;
    let Some(signature) = Signature::of(&bytes) else {
        let found = if bytes.is_empty() { "empty" } else { "text" };
        return Err(ReadError::OtherFormat { found, expected: Format::Xlsx });
    };
    input.take(count(LARGEST_XLSX)).read_to_end(&mut bytes).map_err(of_io)?;
    match signature {
        _ if bytes.len() > LARGEST_XLSX => Err(too_large(count(bytes.len()), "", LARGEST_XLSX)),
        Signature::Zip => Ok(bytes),
        Signature::Compound if is_locked(&bytes) => Err(ReadError::Locked),
        Signature::Compound => {
            Err(ReadError::OtherFormat { found: signature.name(), expected: Format::Xlsx })
        }
    }
}

/// Whether a compound file holds a workbook that is locked by a password.
fn is_locked(bytes: &[u8]) -> bool {
    let entry: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    bytes.windows(entry.len()).any(|window| window == entry)
}

/// A workbook that can't be read.
fn malformed(what: impl std::fmt::Display) -> ReadError {
    ReadError::MalformedXlsx { found: crate::place::excerpt(&what.to_string()) }
}

/// A workbook, or a part of it, that takes so many bytes.
fn too_large(bytes: u64, part: &str, expected: usize) -> ReadError {
    let mebibytes = |bytes: u64| format!("{} MiB", bytes.div_ceil(1 << 20));
    let part = crate::place::excerpt(part);
    ReadError::TooLarge {
        found: format!("{} {part}", mebibytes(bytes)).trim_end().to_owned(),
        expected: mebibytes(count(expected)),
    }
}
