//! What is wrong with the input of a check: where it stands, what is found there, what may.

use qiaolian_core::policy::{Lang, Text, Word, Words};

use crate::error::{ProblemReport, ticked, words_of};

/// What is wrong with the input of a check, by its path in the JSON.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum InputFault {
    /// It is no JSON.
    #[error("line {line}, column {column}: {said}")]
    NoJson {
        /// The line, from 1.
        line: usize,
        /// The column in it, from 1.
        column: usize,
        /// What is wrong there.
        said: String,
    },
    /// A value of another type, or one that is none of its type.
    #[error("`{path}`: `{found}` isn't {}", wanted.name())]
    Unfit {
        /// Where.
        path: String,
        /// What stands there.
        found: String,
        /// What would be right.
        wanted: Wanted,
    },
    /// A name that has to be there.
    #[error("`{path}`: `{name}` is missing")]
    Lacking {
        /// Where.
        path: String,
        /// The name.
        name: String,
    },
    /// A fact of the subject that doesn't hold up.
    #[error("`{}`: {}", .0.column, .0.message.en)]
    Fact(ProblemReport),
    /// A code or name that the policy doesn't have.
    #[error("`{path}`: there is no `{found}`; there are {}", ticked(known))]
    UnknownCode {
        /// Where.
        path: String,
        /// What stands there.
        found: String,
        /// What there is.
        known: Vec<String>,
    },
    /// Something that isn't a year.
    #[error("`{path}`: `{found}` is no year, as in 2023")]
    NoYear {
        /// Where.
        path: String,
        /// What stands there.
        found: String,
    },
    /// A name that stands there already, or a place under another name.
    #[error("`{path}`: `{found}` a second time; take one of them out")]
    Twice {
        /// Where.
        path: String,
        /// What stands there.
        found: String,
    },
}

/// The path to the whole input.
pub(super) const WHOLE: &str = ".";

/// What would be right where a value isn't.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// True or false.
    Truth,
    /// A text.
    Text,
    /// A day; where it is asked whether something was done, true or false too.
    Day,
    /// A list.
    List,
    /// An object.
    Object,
    /// A text, a number, true or false.
    Fact,
}

impl Wanted {
    const fn name(self) -> &'static str {
        match self {
            Self::Truth => "true or false",
            Self::Text => "a text",
            Self::Day => "a day, as in 2022-03-01",
            Self::List => "a list",
            Self::Object => "an object",
            Self::Fact => "a text, a number, true or false",
        }
    }

    const fn word(self) -> Word {
        match self {
            Self::Truth => Word::WantedTruth,
            Self::Text => Word::WantedText,
            Self::Day => Word::WantedDay,
            Self::List => Word::WantedList,
            Self::Object => Word::WantedObject,
            Self::Fact => Word::WantedFact,
        }
    }
}

impl InputFault {
    /// The fault as a problem: its column is the path.
    pub(crate) fn report(&self, words: &Words) -> ProblemReport {
        let mut slots: Vec<(&str, Text)> = Vec::new();
        let mut slot = |name, filling: &str| {
            slots.push((name, Text { zh: filling.to_owned(), en: filling.to_owned() }));
        };
        let (code, path, found) = match self {
            Self::Fact(problem) => return problem.clone(),
            Self::NoJson { line, column, said } => {
                slot("line", &line.to_string());
                slot("column", &column.to_string());
                slot("detail", said);
                ("unreadable_input", WHOLE, "")
            }
            Self::Unfit { path, found, wanted } => {
                slots.extend(words.text(wanted.word()).map(|text| ("detail", text.clone())));
                ("unfit_value", &**path, &**found)
            }
            Self::Lacking { path, name } => ("missing_name", &**path, &**name),
            Self::UnknownCode { path, found, known } => {
                let en = ticked(known);
                slots.push(("detail", Text { zh: en.replace(", ", "、"), en }));
                ("unknown_code", &**path, &**found)
            }
            Self::NoYear { path, found } => ("no_year", &**path, &**found),
            Self::Twice { path, found } => ("given_twice", &**path, &**found),
        };
        slots.push(("found", Text { zh: found.to_owned(), en: found.to_owned() }));
        let text = |topic: &str| {
            let say = |lang| {
                let slots: Vec<(&str, &str)> =
                    slots.iter().map(|(slot, filling)| (*slot, filling.get(lang))).collect();
                Words::fill(&words_of(words, topic, code, lang), &slots)
            };
            Text { zh: say(Lang::Zh), en: say(Lang::En) }
        };
        ProblemReport {
            column: path.to_owned(),
            value: found.to_owned(),
            code: code.to_owned(),
            message: text("input"),
            help: text("input_help"),
        }
    }
}
