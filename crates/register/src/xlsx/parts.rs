//! What the parts of a workbook claim, where the library that reads them would believe anything.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::malformed;
use crate::error::ReadError;

/// How many texts a workbook may share, and may say that it does: room is made for so many at once.
const STRINGS: u64 = 8 << 20;

/// How many styles a workbook may have, of both sorts; Excel allows half of them each.
const STYLES: usize = 131_072;

/// How long the name of a font, or a format for numbers, may be with what surrounds it: each style
/// has a copy.
const NAME: usize = 2048;

/// Checks how many texts are said to come, and how many come.
pub(super) fn check_strings<R: BufRead>(part: &mut R) -> Result<(), ReadError> {
    let (mut said, mut found) = (None, 0u64);
    walk(part, |element| match element.local_name().as_ref() {
        "si" => found += 1,
        "sst" if said.is_none() => {
            let count = attribute(element, "uniqueCount").and_then(|count| count.parse().ok());
            said = Some(count.unwrap_or(0));
        }
        _ => {}
    })?;
    if said.unwrap_or(0).max(found) > STRINGS {
        return Err(malformed("more shared texts than fit into a workbook"));
    }
    Ok(())
}

/// Checks how many styles there are, and how long their names are.
pub(super) fn check_styles<R: BufRead>(part: &mut R) -> Result<(), ReadError> {
    let (mut styles, mut longest) = (0, 0);
    walk(part, |element| match element.local_name().as_ref() {
        "xf" => styles += 1,
        "numFmt" | "name" => longest = longest.max(element.len()),
        _ => {}
    })?;
    if styles > STYLES {
        return Err(malformed("more styles than a workbook has"));
    }
    if longest > NAME {
        return Err(malformed("a style with a name that is too long"));
    }
    Ok(())
}

/// Whether the workbook asks to be calculated when it is opened.
pub(super) fn is_uncalculated<R: BufRead>(part: &mut R) -> Result<bool, ReadError> {
    let mut asks = false;
    walk(part, |element| {
        if element.local_name().as_ref() == "calcPr" {
            asks = matches!(attribute(element, "fullCalcOnLoad").as_deref(), Some("1" | "true"));
        }
    })?;
    Ok(asks)
}

/// Looks at one element after the other.
fn walk<R: BufRead>(part: &mut R, mut look: impl FnMut(&BytesStart<'_>)) -> Result<(), ReadError> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(malformed)?;
        if let Event::Start(element) | Event::Empty(element) = &event {
            look(element);
        }
        if matches!(event, Event::Eof) {
            return Ok(());
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut readable = attributes.with_checks(false).filter_map(Result::ok);
    let found = readable.find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.trim().to_owned())
}
