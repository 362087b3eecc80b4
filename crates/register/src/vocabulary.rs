//! Which headers are known.

use std::collections::HashMap;

use qiaolian_core::policy::Rulebook;
use qiaolian_resolve::Column;

/// What stands under a header.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// Something that means something to the rules.
    Known(Column),
    /// One of the columns that a rejects file adds, each with a bit of its own.
    Added(u8),
    /// Something of the register's own.
    Unknown,
}

/// The columns that a rejects file adds. A register that has all of them is a rejects file.
const ADDED: [(&str, u8); 3] = [("row", 1), ("line", 2), ("problems", 4)];

/// The headers that are known, by how they are compared.
pub(crate) struct Vocabulary {
    columns: HashMap<String, Column>,
    list: String,
}

impl Vocabulary {
    /// The headers that a policy knows.
    pub fn new(rulebook: &Rulebook) -> Self {
        let mut columns = HashMap::new();
        let mut list = Vec::new();
        for column in Column::all(rulebook) {
            let (code, heading) = (column.code(rulebook), column.heading(rulebook).zh);
            columns.entry(folded(code)).or_insert(column);
            columns.entry(folded(&heading)).or_insert(column);
            list.push(format!("{code} {heading}"));
        }
        Self { columns, list: list.join(", ") }
    }

    /// What stands under a header.
    pub fn role(&self, header: &str) -> Role {
        let folded = folded(header);
        if let Some(column) = self.columns.get(&folded) {
            return Role::Known(*column);
        }
        match ADDED.iter().find(|(name, _)| *name == folded) {
            Some((_, bit)) => Role::Added(*bit),
            None => Role::Unknown,
        }
    }

    /// All of them, to show to people.
    pub fn list(&self) -> &str {
        &self.list
    }
}

/// Whether these are the columns of a rejects file, whose additions are dropped on reading.
pub(crate) fn is_rejects(roles: impl Iterator<Item = Role>) -> bool {
    let all = ADDED.iter().fold(0, |bits, (_, bit)| bits | bit);
    let found = roles.fold(0, |bits, role| match role {
        Role::Added(bit) => bits | bit,
        Role::Known(_) | Role::Unknown => bits,
    });
    found == all
}

/// A header as it is compared: letter case, width and outer spaces don't matter.
#[must_use]
pub fn folded(header: &str) -> String {
    trim(header).chars().map(half_width).flat_map(char::to_lowercase).collect()
}

/// A text without its outer spaces, of either width.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// Whether nothing but spaces stands in a text.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}

fn is_space(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}'
}

/// A full-width letter, digit or sign as its usual one.
fn half_width(character: char) -> char {
    const FIRST: char = '\u{ff01}';
    const LAST: char = '\u{ff5e}';
    const APART: u32 = 0xfee0;
    match character {
        '\u{3000}' => ' ',
        FIRST..=LAST => char::from_u32(u32::from(character) - APART).unwrap_or(character),
        other => other,
    }
}
