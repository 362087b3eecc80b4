//! What can't be read, in words for people.

use qiaolian_core::policy::{Lang, Word, Words};

use crate::error::ReadError;

impl ReadError {
    /// The sentence that says it.
    #[must_use]
    pub const fn word(&self) -> Word {
        match self {
            Self::NoHeader { .. } => Word::ReadNoHeader,
            Self::DuplicateHeader { .. } => Word::ReadDuplicateHeader,
            Self::NotText { .. } => Word::ReadNotText,
            Self::MalformedCsv { .. } => Word::ReadMalformedCsv,
            Self::NotAnArray { .. } => Word::ReadNotAnArray,
            Self::NotAnObject { .. } => Word::ReadNotAnObject,
            Self::MalformedJson { .. } => Word::ReadMalformedJson,
            Self::OtherFormat { .. } => Word::ReadOtherFormat,
            Self::MalformedXlsx { .. } => Word::ReadMalformedXlsx,
            Self::TooLarge { .. } => Word::ReadTooLarge,
            Self::Locked => Word::ReadLocked,
            Self::NoSuchSheet { .. } => Word::ReadNoSuchSheet,
            Self::NoVisibleSheet { .. } => Word::ReadNoVisibleSheet,
            Self::Io { .. } => Word::ReadIo,
        }
    }

    /// The sentence that says how to mend it.
    #[must_use]
    pub const fn help_word(&self) -> Word {
        match self {
            Self::NoHeader { .. } => Word::ReadHelpNoHeader,
            Self::DuplicateHeader { .. } => Word::ReadHelpDuplicateHeader,
            Self::NotText { .. } => Word::ReadHelpNotText,
            Self::MalformedCsv { .. } => Word::ReadHelpMalformedCsv,
            Self::NotAnArray { .. } => Word::ReadHelpNotAnArray,
            Self::NotAnObject { .. } => Word::ReadHelpNotAnObject,
            Self::MalformedJson { .. } => Word::ReadHelpMalformedJson,
            Self::OtherFormat { .. } => Word::ReadHelpOtherFormat,
            Self::MalformedXlsx { .. } => Word::ReadHelpMalformedXlsx,
            Self::TooLarge { .. } => Word::ReadHelpTooLarge,
            Self::Locked => Word::ReadHelpLocked,
            Self::NoSuchSheet { .. } => Word::ReadHelpNoSuchSheet,
            Self::NoVisibleSheet { .. } => Word::ReadHelpNoVisibleSheet,
            Self::Io { .. } => Word::ReadHelpIo,
        }
    }

    /// What fills the slots of both sentences. Only `expected` is in a language, English.
    #[must_use]
    pub fn slots(&self) -> Vec<(&'static str, String)> {
        let at = |line: &u64, column: &u64| {
            vec![("line", line.to_string()), ("column", column.to_string())]
        };
        match self {
            Self::NoHeader { line, found, known } => {
                vec![("line", line.to_string()), ("found", found.clone()), ("known", known.clone())]
            }
            Self::NotText { line, column, found, expected, byte: _ } => with(
                at(line, column),
                [("found", found.clone()), ("expected", expected.name().to_owned())],
            ),
            Self::DuplicateHeader { line, column, found }
            | Self::NotAnArray { line, column, found } => {
                with(at(line, column), [("found", found.clone())])
            }
            Self::MalformedCsv { line, column, found, fault, byte: _ } => with(
                at(line, column),
                [("found", found.clone()), ("expected", fault.expected().to_owned())],
            ),
            Self::NotAnObject { line, column, index, found } => {
                with(at(line, column), [("index", index.to_string()), ("found", found.clone())])
            }
            Self::MalformedJson { line, column, index, found, expected, byte: _ } => with(
                at(line, column),
                [
                    ("index", index.to_string()),
                    ("found", found.clone()),
                    ("expected", expected.clone()),
                ],
            ),
            Self::OtherFormat { found, expected } => {
                vec![("found", (*found).to_owned()), ("expected", expected.code().to_owned())]
            }
            Self::MalformedXlsx { found } => vec![("found", found.clone())],
            Self::TooLarge { found, expected } => {
                vec![("found", found.clone()), ("expected", expected.clone())]
            }
            Self::Locked => vec![],
            Self::NoSuchSheet { found, known } => {
                vec![("found", found.clone()), ("known", known.clone())]
            }
            Self::NoVisibleSheet { known } => vec![("known", known.clone())],
            Self::Io { line, source } => {
                vec![("line", line.to_string()), ("found", source.to_string())]
            }
        }
    }

    /// What was found and what was expected, in one of the languages.
    #[must_use]
    pub fn message(&self, words: &Words, lang: Lang) -> String {
        self.say(words, self.word(), lang)
    }

    /// How to mend it, in one of the languages.
    #[must_use]
    pub fn help(&self, words: &Words, lang: Lang) -> String {
        self.say(words, self.help_word(), lang)
    }

    fn say(&self, words: &Words, word: Word, lang: Lang) -> String {
        let slots = self.slots();
        let slots: Vec<(&str, &str)> =
            slots.iter().map(|(slot, filling)| (*slot, filling.as_str())).collect();
        words.say(word, lang, &slots)
    }
}

fn with<const N: usize>(
    mut slots: Vec<(&'static str, String)>,
    more: [(&'static str, String); N],
) -> Vec<(&'static str, String)> {
    slots.extend(more);
    slots
}
