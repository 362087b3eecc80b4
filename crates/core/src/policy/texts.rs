//! The texts of a rulebook apart from its rules: where size counts, they travel by themselves.

use super::document::{Document, Nature, Text};
use super::rulebook::{Body, Rulebook};

impl Rulebook {
    /// Takes all texts out, in a fixed order; what is left decides as before, without a word.
    #[must_use]
    pub fn take_texts(&mut self) -> Vec<Text> {
        self.texts_mut().into_iter().map(core::mem::take).collect()
    }

    /// Puts texts back that were taken out of a rulebook of the same pack.
    pub fn put_texts(&mut self, texts: Vec<Text>) {
        for (slot, text) in self.texts_mut().into_iter().zip(texts) {
            *slot = text;
        }
    }

    fn texts_mut(&mut self) -> Vec<&mut Text> {
        let Document { title, source, scope, gazetteer, .. } = &mut self.document;
        let mut texts = vec![title, source, scope, gazetteer];
        for provision in self.provisions.iter_mut() {
            texts.extend([&mut provision.label, &mut provision.title]);
            for clause in &mut provision.clauses {
                texts.push(&mut clause.says);
                if let Nature::Guidance(why) = &mut clause.nature {
                    texts.push(why);
                }
            }
        }
        texts.extend(self.kinds.iter_mut().map(|kind| &mut kind.label));
        texts.extend(self.groups.iter_mut().map(|group| &mut group.label));
        texts.extend(self.forms.iter_mut().map(|form| &mut form.label));
        texts.extend(self.terms.areas.iter_mut().map(|area| &mut area.label));
        texts.extend(self.reports.iter_mut().map(|report| &mut report.label));
        texts.extend(self.targets.iter_mut().map(|target| &mut target.label));
        texts.extend(self.rules.iter_mut().map(|note| &mut note.label));
        for answer in &mut self.answers {
            for Body { named, general, .. } in answer.units.iter_mut().chain(&mut answer.posts) {
                texts.extend([named, general]);
            }
        }
        for reading in self.readings.iter_mut() {
            texts.push(&mut reading.phrase);
            for choice in reading.choices.iter_mut() {
                texts.extend([&mut choice.label, &mut choice.reason]);
            }
        }
        texts.extend(self.words.texts_mut());
        texts
    }
}
