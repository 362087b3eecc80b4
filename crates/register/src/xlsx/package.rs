//! The file of a workbook: a zip archive of parts. Whatever it claims is checked before anything is
//! unpacked for good, so that no file takes more memory than its size allows.

use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use super::{LARGEST_XLSX, malformed, parts, too_large};
use crate::error::ReadError;
use crate::format::Format;
use crate::place::count;

/// How many times its packed size a part may take that isn't small anyway.
const DENSEST: u64 = 250;

/// How large a part may be before that is asked.
const SMALL: u64 = 16 << 20;

/// How many parts a workbook may have.
const PARTS: u64 = 65_535;

/// Checks a workbook from its first byte to its last: that it takes no more than it may, that it
/// isn't damaged, and that what its parts claim is so. Whether its formulas are yet to be
/// calculated.
pub(super) fn check(bytes: &[u8]) -> Result<bool, ReadError> {
    if claims_too_many(bytes) {
        return Err(malformed("more parts than a workbook has"));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(malformed)?;
    check_sizes(&mut archive)?;
    let mut is_uncalculated = false;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(malformed)?;
        let name = name_of(&part)?;
        if is_read(&name) {
            is_uncalculated |= check_part(part, &name)?;
        }
    }
    Ok(is_uncalculated)
}

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Checks what the parts say that they take, before any of them is unpacked.
fn check_sizes(archive: &mut Archive<'_>) -> Result<(), ReadError> {
    let mut total: u64 = 0;
    let mut is_package = false;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(malformed)?;
        let (name, size, packed) = (name_of(&part)?, part.size(), part.compressed_size());
        if let Some(found) = other_format(&name) {
            return Err(ReadError::OtherFormat { found, expected: Format::Xlsx });
        }
        is_package |= name == "_rels/.rels";
        if !is_read(&name) {
            continue;
        }
        total = total.saturating_add(size);
        if total > count(LARGEST_XLSX) {
            return Err(too_large(total, &name, LARGEST_XLSX));
        }
        let most = SMALL.max(packed.saturating_mul(DENSEST));
        if size > most {
            return Err(too_large(size, &name, usize::try_from(most).unwrap_or(usize::MAX)));
        }
    }
    if is_package {
        Ok(())
    } else {
        Err(ReadError::OtherFormat { found: "zip", expected: Format::Xlsx })
    }
}

/// The name of a part, in small letters.
fn name_of<R: Read + ?Sized>(part: &ZipFile<'_, R>) -> Result<String, ReadError> {
    Ok(part.name().map_err(malformed)?.replace('\\', "/").to_lowercase())
}

/// The format of another program, by one of its parts.
fn other_format(part: &str) -> Option<&'static str> {
    match part {
        "mimetype" => Some("ods"),
        "xl/workbook.bin" => Some("xlsb"),
        "word/document.xml" => Some("docx"),
        _ => None,
    }
}

/// Whether a part is one of those that are read; pictures and the like aren't.
fn is_read(part: &str) -> bool {
    [".xml", ".rels"].iter().any(|ending| part.ends_with(ending))
}

/// Checks one part. Whether it says that formulas are yet to be calculated.
fn check_part<R: Read>(part: ZipFile<'_, R>, name: &str) -> Result<bool, ReadError> {
    let mut part = BufReader::new(part);
    let in_part = |error: io::Error| malformed(format!("{name}: {error}"));
    let mut is_uncalculated = false;
    if name.ends_with("sharedstrings.xml") {
        parts::check_strings(&mut part)?;
    } else if name.ends_with("styles.xml") {
        parts::check_styles(&mut part)?;
    } else if name.ends_with("workbook.xml") {
        is_uncalculated = parts::is_uncalculated(&mut part)?;
    }
    // The sum of a part is compared behind its last byte.
    io::copy(&mut part, &mut io::sink()).map_err(in_part)?;
    Ok(is_uncalculated)
}

/// Whether the archive claims to have more parts than a workbook has; room is made for all of them
/// before the first is looked at. Only the large sort of directory can claim so many.
fn claims_too_many(bytes: &[u8]) -> bool {
    const SIGN: &[u8] = b"PK\x06\x06";
    let number = |record: &[u8], from: usize| {
        let bytes = record.get(from..from + 8).and_then(|bytes| bytes.try_into().ok());
        bytes.map_or(0, u64::from_le_bytes)
    };
    let records = bytes.windows(SIGN.len()).enumerate().filter(|(_, window)| *window == SIGN);
    records.filter_map(|(at, _)| bytes.get(at..)).any(|record| {
        let (length, parts) = (number(record, 4), number(record, 32));
        length <= count(bytes.len()) && parts > PARTS
    })
}
