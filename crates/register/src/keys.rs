//! The keys of JSON objects: most objects of a file have the same ones, so that each is looked at
//! once.

use crate::objects::Pair;
use crate::vocabulary::{Role, Vocabulary, is_rejects};

/// The keys of the last object, with what stands under each.
#[derive(Default)]
pub(crate) struct Keys {
    list: Vec<(String, Role)>,
    is_rejects: bool,
}

/// Two keys of one object that mean the same, by their places.
pub(crate) struct Duplicate(pub usize, pub usize);

impl Keys {
    /// Learns the keys of an object; there is nothing to do where they are the last one's.
    pub fn learn(&mut self, pairs: &[Pair<'_>], words: &Vocabulary) -> Result<(), Duplicate> {
        let known = self.list.iter().map(|(key, _)| key.as_str());
        if known.eq(pairs.iter().map(|(key, _)| key.as_ref())) {
            return Ok(());
        }
        self.list.truncate(pairs.len());
        for (at, (key, _)) in pairs.iter().enumerate() {
            match self.list.get_mut(at) {
                Some((known, _)) if known == key => {}
                Some(slot) => *slot = (key.to_string(), words.role(key)),
                None => self.list.push((key.to_string(), words.role(key))),
            }
        }
        self.is_rejects = is_rejects(self.list.iter().map(|(_, role)| *role));
        self.duplicate().map_or(Ok(()), Err)
    }

    /// What stands under each key, none under those that a rejects file adds.
    pub fn roles(&self) -> impl Iterator<Item = Option<Role>> {
        self.list.iter().map(|(_, role)| match role {
            Role::Added(_) if self.is_rejects => None,
            Role::Added(_) => Some(Role::Unknown),
            Role::Known(_) | Role::Unknown => Some(*role),
        })
    }

    fn duplicate(&self) -> Option<Duplicate> {
        let mut seen = Vec::new();
        for (at, (_, role)) in self.list.iter().enumerate() {
            let Role::Known(column) = role else { continue };
            if let Some((_, before)) = seen.iter().find(|(known, _)| known == column) {
                return Some(Duplicate(*before, at));
            }
            seen.push((*column, at));
        }
        None
    }
}
