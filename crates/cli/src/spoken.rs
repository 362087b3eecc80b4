//! A policy's words in the language that is asked for.

use qiaolian_core::policy::{Lang, Rulebook, Word, Words};

/// A policy's words in a language.
#[derive(Clone, Copy)]
pub(crate) struct Spoken<'p> {
    pub(crate) rulebook: &'p Rulebook,
    pub(crate) lang: Lang,
}

impl<'p> Spoken<'p> {
    pub(crate) fn get(self, word: Word) -> &'p str {
        self.rulebook.words.get(word, self.lang)
    }

    pub(crate) fn say(self, word: Word, slots: &[(&str, &str)]) -> String {
        self.rulebook.words.say(word, self.lang, slots)
    }

    pub(crate) fn words(self) -> (&'p Words, Lang) {
        (&self.rulebook.words, self.lang)
    }
}
