//! Words: those that all policies share, and the pack's own on top. Each word there, none beside, every slot filled.

use std::collections::BTreeMap;

use qiaolian_core::policy::{Text, Word, Words};

use super::sheet::{Faults, Sheet, bytes, quoted};
use crate::files::SHARED_WORDS;
use crate::written::WordsFile;

pub(super) fn words(own: Sheet<'_>) -> Words {
    let shared_faults = Faults::default();
    let mut texts = BTreeMap::new();
    for text in SHARED_WORDS {
        read(Sheet::new("words.toml", text, &shared_faults), &mut texts);
    }
    read(own, &mut texts);
    for word in Word::ALL.iter().filter(|word| !texts.contains_key(word.code())) {
        let (topic, key) = word.code().split_once('.').unwrap_or((word.code(), ""));
        own.missing(
            (0, 0),
            "no text",
            format!("a text for {} under `[{topic}]`", quoted(key)),
            "add it in zh and en",
        );
    }
    Words::new(&texts)
}

fn read(sheet: Sheet<'_>, texts: &mut BTreeMap<String, Text>) {
    let Some(file) = sheet.read::<WordsFile>() else { return };
    for (topic, words) in file.topics {
        for (key, both) in words {
            let code = format!("{topic}.{key}");
            let span = bytes(both.span);
            let Some(word) = Word::ALL.iter().find(|word| word.code() == code) else {
                sheet.fault(
                    span,
                    quoted(&code),
                    "a word that something says",
                    "nothing uses this text: take it out, or mend its name",
                );
                continue;
            };
            let text: Text = both.value.into();
            for written in [&text.zh, &text.en] {
                check_filled(sheet, span, *word, written);
                check_slots(sheet, span, word.slots(), written);
            }
            texts.insert(code, text);
        }
    }
}

/// A text may leave slots out, but has none that nothing fills.
pub(super) fn check_slots(sheet: Sheet<'_>, span: (usize, usize), slots: &[&str], text: &str) {
    let written = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    for (slot, _) in written.filter(|(slot, _)| !slots.contains(slot)) {
        let known: Vec<String> = slots.iter().map(|slot| format!("`{{{slot}}}`")).collect();
        let expected = if known.is_empty() {
            "no slot".to_owned()
        } else {
            format!("one of {}", known.join(", "))
        };
        sheet.fault(span, format!("the slot `{{{slot}}}`"), expected, "mend the slot's name");
    }
}

fn check_filled(sheet: Sheet<'_>, span: (usize, usize), word: Word, text: &str) {
    if text.trim().is_empty() && !word.code().starts_with("list.") {
        sheet.fault(span, "an empty text", "words", "write the text in both languages");
    }
}
