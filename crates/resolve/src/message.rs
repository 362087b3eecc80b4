//! Problems in words.

use qiaolian_core::policy::{Rulebook, Text, Words};

use crate::problem::Problem;
use crate::unwritten::help_of;

/// What is wrong, and how to mend it: the texts `problem.<code>` and `problem_help.<code>` with the
/// column, the value and the detail put in; of what a spreadsheet left in the cell, how to mend that.
/// A text that the words lack shows its key.
#[must_use]
pub fn message(words: &Words, problem: &Problem, rulebook: &Rulebook) -> (Text, Text) {
    let code = problem.code.code();
    let text = |topic: &str, of: &str| {
        let key = format!("{topic}.{of}");
        let text = words.by_key(&key).cloned().unwrap_or_else(|| Text { zh: key.clone(), en: key });
        let value = excerpt(&problem.value);
        let filled = |text: &str, column: &str| {
            let slots = [("column", column), ("value", &value), ("detail", &problem.detail)];
            filled(text, &slots)
        };
        Text {
            zh: filled(&text.zh, &problem.column.heading(rulebook).zh),
            en: filled(&text.en, problem.column.code(rulebook)),
        }
    };
    (text("problem", code), text("problem_help", help_of(problem).unwrap_or(code)))
}

/// A value as a message shows it: the beginning of one that is long, and a sign for what nobody sees.
fn excerpt(value: &str) -> String {
    const LONGEST: usize = 60;
    let seen = |c: char| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c };
    let mut shown: String = value.chars().take(LONGEST).map(seen).collect();
    if value.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// A text with its slots filled, in one go: what fills them is left as it is, braces and all.
fn filled(text: &str, slots: &[(&str, &str)]) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let slot = part.split_once('}').and_then(|(name, rest)| {
            let (_, filling) = slots.iter().find(|(slot, _)| *slot == name)?;
            Some((filling, rest))
        });
        match slot {
            Some((filling, rest)) => filled.extend([*filling, rest]),
            None => filled.extend(["{", part]),
        }
    }
    filled
}
