//! Problems in words.

use qiaolian_core::policy::{Lang, Rulebook, Text, Words};

use crate::problem::Problem;
use crate::unwritten::help_of;

/// What is wrong, and how to mend it: the words of the problem's code with the column, the value and
/// the detail put in; of what a spreadsheet left in the cell, how to mend that.
#[must_use]
pub fn message(words: &Words, problem: &Problem, rulebook: &Rulebook) -> (Text, Text) {
    let (wrong, help) = problem.code.words();
    let help = help_of(problem).unwrap_or(help);
    let value = excerpt(&problem.value);
    let heading = problem.column.heading(rulebook).zh;
    let text = |word| {
        let say = |lang, column: &str| {
            let slots = [("column", column), ("value", &value), ("detail", &problem.detail)];
            words.say(word, lang, &slots)
        };
        let zh = say(Lang::Zh, &heading);
        Text { zh, en: say(Lang::En, problem.column.code(rulebook)) }
    };
    (text(wrong), text(help))
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
