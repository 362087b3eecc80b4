//! How cells look.

use std::collections::HashMap;

use qiaolian::Status;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The longest number format that Excel takes.
const LONGEST_FORMAT: usize = 255;

/// The formats of a workbook, each made once.
#[derive(Default)]
pub(crate) struct Style {
    shown: HashMap<(String, Option<Status>), Format>,
}

impl Style {
    /// The header's.
    pub(crate) fn header() -> Format {
        Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0xD9_E1_F2))
            .set_border_bottom(FormatBorder::Thin)
    }

    /// A day's.
    pub(crate) fn day() -> Format {
        Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center)
    }

    /// A number's, with room between it and the text of the next column.
    pub(crate) fn number() -> Format {
        Format::new()
            .set_align(FormatAlign::Right)
            .set_align(FormatAlign::VerticalCenter)
            .set_indent(1)
    }

    /// Of text that stays text, whatever it looks like.
    pub(crate) fn text() -> Format {
        Format::new().set_num_format("@").set_align(FormatAlign::VerticalCenter)
    }

    /// Of text of several lines.
    pub(crate) fn wrapped() -> Format {
        Format::new().set_text_wrap().set_align(FormatAlign::VerticalCenter)
    }

    /// Of a code that people see the words of: the cell holds the code, so that programs and
    /// people who go on with the file find what is documented.
    pub(crate) fn words(&mut self, words: &str, status: Option<Status>) -> &Format {
        self.shown.entry((words.to_owned(), status)).or_insert_with(|| {
            let format = match status {
                Some(status) => coloured(status).unwrap_or_default().set_align(FormatAlign::Center),
                None => Format::new(),
            };
            let shown = format!(";;;\"{}\"", words.replace('"', "”"));
            if shown.chars().count() > LONGEST_FORMAT {
                format
            } else {
                format.set_num_format(shown)
            }
        })
    }
}

/// The status of that code.
pub(crate) fn status(code: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|status| status.code() == code)
}

/// The colours of a status, of which some are seen from afar.
fn coloured(status: Status) -> Option<Format> {
    let (text, ground) = match status {
        Status::Overdue => (0x9C_00_06, 0xFF_C7_CE),
        Status::DueSoon => (0x9C_57_00, 0xFF_EB_9C),
        Status::Satisfied | Status::SatisfiedLate | Status::Excepted => (0x00_61_00, 0xC6_EF_CE),
        Status::Unverified | Status::Undetermined => (0x1F_4E_78, 0xDD_EB_F7),
        Status::Pending | Status::Optional | Status::NotApplicable => return None,
    };
    let format = Format::new().set_font_color(Color::RGB(text));
    Some(format.set_background_color(Color::RGB(ground)))
}
