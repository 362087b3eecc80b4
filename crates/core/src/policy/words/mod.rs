//! The words for people: which there are is a closed list, the texts are data.

use crate::text::cut;

mod list;

use std::collections::BTreeMap;

pub use list::Word;

use super::document::{Lang, Text};

/// The texts of all words, in the order of [`Word::ALL`].
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words(Vec<Text>);

/// A part of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part<'w> {
    /// What it says.
    pub text: &'w str,
    /// The slot that follows; none at the end.
    pub slot: Option<&'w str>,
}

impl Words {
    /// The words with these texts, by key; one without a text stays empty.
    #[must_use]
    pub fn new(texts: &BTreeMap<String, Text>) -> Self {
        let text = |word: &Word| texts.get(word.code()).cloned().unwrap_or_default();
        Self(Word::ALL.iter().map(text).collect())
    }

    /// The words with these texts, in the order of [`Word::ALL`].
    pub(super) fn of_texts(texts: Vec<Text>) -> Self {
        Self(texts)
    }

    /// The text of a word.
    #[must_use]
    pub fn text(&self, word: Word) -> Option<&Text> {
        self.0.get(word as usize)
    }

    pub(super) fn texts_mut(&mut self) -> impl Iterator<Item = &mut Text> {
        self.0.iter_mut()
    }

    /// The text of a word, its slots open; empty where the pack has none, which the loader refuses.
    #[must_use]
    pub fn get(&self, word: Word, lang: Lang) -> &str {
        self.text(word).map_or("", |text| text.get(lang))
    }

    /// The text of a word with its slots filled; one without a filling stays open. What a filling
    /// says is never read as a slot.
    #[must_use]
    pub fn say(&self, word: Word, lang: Lang, slots: &[(&str, &str)]) -> String {
        Self::fill(self.get(word, lang), slots)
    }

    /// A text with its slots filled, in the same way.
    #[must_use]
    pub fn fill(text: &str, slots: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        for part in parts(text) {
            filled.push_str(part.text);
            if let Some(slot) = part.slot {
                match slots.iter().find(|(known, _)| *known == slot) {
                    Some((_, filling)) => filled.push_str(filling),
                    None => filled.extend(["{", slot, "}"]),
                }
            }
        }
        filled
    }

    /// The slots of a text.
    pub fn slots(text: &str) -> impl Iterator<Item = &str> {
        parts(text).filter_map(|part| part.slot)
    }

    /// The text of a word in parts, each up to a slot.
    pub fn parts(&self, word: Word, lang: Lang) -> impl Iterator<Item = Part<'_>> {
        parts(self.get(word, lang))
    }

    /// The text of a key that is put together, as of a topic and a problem's code.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<&Text> {
        let word = Word::ALL.iter().find(|word| word.code() == key)?;
        self.text(*word)
    }
}

/// A text in parts, each up to a slot.
fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = Some(text);
    core::iter::from_fn(move || {
        let text = rest.take()?;
        let Some((before, behind)) = cut(text, '{') else {
            return Some(Part { text, slot: None });
        };
        let Some((slot, behind)) = cut(behind, '}') else {
            return Some(Part { text, slot: None });
        };
        rest = Some(behind);
        Some(Part { text: before, slot: Some(slot) })
    })
}
