//! Tables to read: a heading, columns of numbers to the right.

use comfy_table::presets::UTF8_BORDERS_ONLY;
use comfy_table::{CellAlignment, ContentArrangement, Table};
use qiaolian_core::policy::{Lang, Word, Words};

/// An empty table with its heading.
pub(crate) fn table<const N: usize>(
    (words, lang): (&Words, Lang),
    heading: [Word; N],
    numbers: &[usize],
    is_for_terminal: bool,
) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_BORDERS_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    if !is_for_terminal || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        table.force_no_tty();
    }
    table.set_header(heading.map(|word| words.get(word, lang)));
    for number in numbers {
        if let Some(column) = table.column_mut(*number) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

/// How far a day is, in words: days left, or days past.
pub(crate) fn days((words, lang): (&Words, Lang), days: i64) -> String {
    let word = if days < 0 { Word::TargetDaysPast } else { Word::TargetDaysLeft };
    words.say(word, lang, &[("days", &days.unsigned_abs().to_string())])
}
