//! The texts of a rulebook and of its checks apart from the rules: where size counts, they travel by
//! themselves.

use super::document::{Document, Nature, Text};
use super::rulebook::{Body, Rulebook};
#[cfg(feature = "checks")]
use crate::checks::{Checks, Item};
#[cfg(feature = "checks")]
use crate::model::{Arena, Id};

#[cfg(feature = "checks")]
impl Checks {
    /// Takes all texts out, in a fixed order; what is left finds as before, without a word.
    #[must_use]
    pub fn take_texts(&mut self) -> Vec<Text> {
        self.texts_mut().into_iter().map(core::mem::take).collect()
    }

    /// Puts texts back that were taken out of the checks of the same pack.
    pub fn put_texts(&mut self, texts: Vec<Text>) {
        for (slot, text) in self.texts_mut().into_iter().zip(texts) {
            *slot = text;
        }
    }

    fn texts_mut(&mut self) -> Vec<&mut Text> {
        fn labels<I: Id>(items: &mut Arena<I, Item>) -> impl Iterator<Item = &mut Text> {
            items.iter_mut().map(|item| &mut item.label)
        }
        let mut texts = Vec::new();
        for note in &mut self.notes {
            texts.push(&mut note.label);
            texts.extend(note.says.iter_mut().map(|(_, text)| text));
        }
        if let Some(terms) = &mut self.procedure {
            texts.extend(labels(&mut terms.steps));
            for body in terms.bodies.iter_mut() {
                texts.extend([&mut body.named, &mut body.general]);
            }
            texts.extend(terms.paths.iter_mut().map(|path| &mut path.label));
        }
        if let Some(terms) = &mut self.leadership {
            texts.extend(labels(&mut terms.posts).chain(labels(&mut terms.ways)));
            texts.extend(terms.pools.iter_mut().map(|pool| &mut pool.label));
        }
        if let Some(terms) = &mut self.office {
            texts.extend(labels(&mut terms.registries));
        }
        if let Some(terms) = &mut self.platform {
            texts.push(&mut terms.standard_source);
            texts.extend(labels(&mut terms.standard).chain(labels(&mut terms.groups)));
            texts.extend(labels(&mut terms.activities));
        }
        if let Some(terms) = &mut self.governance {
            texts.extend(labels(&mut terms.posts).chain(labels(&mut terms.bodies)));
            texts.extend(terms.seats.iter_mut().map(|seat| &mut seat.label));
        }
        if let Some(terms) = &mut self.report {
            texts.extend([&mut terms.recipient, &mut terms.undated, &mut terms.late]);
            texts.extend(labels(&mut terms.items));
        }
        texts
    }
}

impl Rulebook {
    /// Takes all texts out but those of the checks, in a fixed order; what is left decides as before,
    /// without a word.
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
