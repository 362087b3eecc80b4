//! The texts of a rulebook apart from its rules: where size counts, they travel by themselves.

use super::document::{Document, Nature, Text};
use super::rulebook::{Body, Rulebook};

impl Rulebook {
    /// Takes all texts out, in a fixed order; what is left decides as before, without a word.
    #[must_use]
    pub fn take_texts(&mut self) -> Vec<Text> {
        let mut texts = Vec::new();
        self.each_text(&mut |text| texts.push(core::mem::take(text)));
        texts
    }

    /// Puts texts back that were taken out of a rulebook of the same pack.
    pub fn put_texts(&mut self, texts: impl IntoIterator<Item = Text>) {
        let mut texts = texts.into_iter();
        self.each_text(&mut |slot| *slot = texts.next().unwrap_or_default());
    }

    fn each_text(&mut self, take: &mut dyn FnMut(&mut Text)) {
        let Document { title, source, scope, gazetteer, .. } = &mut self.document;
        for text in [title, source, scope, gazetteer] {
            take(text);
        }
        for provision in self.provisions.iter_mut() {
            take(&mut provision.label);
            take(&mut provision.title);
            for clause in &mut provision.clauses {
                take(&mut clause.says);
                if let Nature::Guidance(why) = &mut clause.nature {
                    take(why);
                }
            }
        }
        self.kinds.iter_mut().for_each(|kind| take(&mut kind.label));
        self.groups.iter_mut().for_each(|group| take(&mut group.label));
        self.forms.iter_mut().for_each(|form| take(&mut form.label));
        self.terms.areas.iter_mut().for_each(|area| take(&mut area.label));
        self.reports.iter_mut().for_each(|report| take(&mut report.label));
        self.targets.iter_mut().for_each(|target| take(&mut target.label));
        self.rules.iter_mut().for_each(|note| take(&mut note.label));
        for answer in &mut self.answers {
            for Body { named, general, .. } in answer.units.iter_mut().chain(&mut answer.posts) {
                take(named);
                take(general);
            }
        }
        for reading in self.readings.iter_mut() {
            take(&mut reading.phrase);
            for choice in reading.choices.iter_mut() {
                take(&mut choice.label);
                take(&mut choice.reason);
            }
        }
        self.words.texts_mut().for_each(take);
    }
}
