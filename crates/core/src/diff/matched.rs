//! Names of two policies side by side, matched by their codes.

use std::collections::BTreeMap;

use crate::model::{Arena, Id};

/// One code, with the id that it has on either side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Matched<'p, I> {
    /// The code.
    pub(super) code: &'p str,
    /// Its id in the first policy.
    pub(super) before: Option<I>,
    /// Its id in the second policy.
    pub(super) after: Option<I>,
}

impl<I: Copy> Matched<'_, I> {
    /// Both ids, where both sides have it.
    pub(super) fn both(&self) -> Option<(I, I)> {
        self.before.zip(self.after)
    }

    /// Whether only that side has it.
    pub(super) fn is_only(&self, is_before: bool) -> bool {
        let (own, other) =
            if is_before { (self.before, self.after) } else { (self.after, self.before) };
        own.is_some() && other.is_none()
    }
}

/// The names of both sides: the first one's in its order, then what only the second one has.
pub(super) fn matched<'p, I: Id, T>(
    before: &'p Arena<I, T>,
    after: &'p Arena<I, T>,
    code: impl Fn(&'p T) -> &'p str,
) -> Vec<Matched<'p, I>> {
    let mut of_after: BTreeMap<&str, I> = after.iter().map(|(id, item)| (code(item), id)).collect();
    let mut all: Vec<Matched<'p, I>> = Vec::new();
    for (id, item) in before.iter() {
        let code = code(item);
        all.push(Matched { code, before: Some(id), after: of_after.remove(code) });
    }
    for (id, item) in after.iter() {
        let code = code(item);
        if of_after.contains_key(code) {
            all.push(Matched { code, before: None, after: Some(id) });
        }
    }
    all
}
