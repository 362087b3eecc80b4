//! The constants that differ, each with the clauses of both documents.

mod rulebook;
mod terms;
mod tiers;

use super::constant::{ConstantChange, ConstantKind, ConstantValue};
use super::sides::Sides;
use crate::model::{Arena, Id, IdSet};
use crate::policy::{ClauseRef, Rulebook};

/// All constants that differ.
pub(super) fn changed(sides: &Sides<'_>) -> Vec<ConstantChange> {
    let mut changes = Changes { rulebooks: sides.rulebooks(), found: Vec::new() };
    rulebook::compare(sides, &mut changes);
    terms::compare(sides, &mut changes);
    tiers::compare(sides, &mut changes);
    rulebook::compare_what_is_around(sides, &mut changes);
    changes.found
}

/// What one side says of a constant: its value, and where the document says so.
#[derive(Default)]
struct Said<'p> {
    value: Option<ConstantValue>,
    clauses: &'p [ClauseRef],
}

impl<'p> Said<'p> {
    fn new(value: Option<ConstantValue>, clauses: &'p [ClauseRef]) -> Self {
        Self { value, clauses }
    }

    /// A value that no clause says.
    fn plain(value: Option<ConstantValue>) -> Self {
        Self { value, clauses: &[] }
    }
}

/// The differences found so far.
struct Changes<'p> {
    rulebooks: (&'p Rulebook, &'p Rulebook),
    found: Vec<ConstantChange>,
}

impl Changes<'_> {
    /// Notes a constant if it differs.
    fn note(&mut self, what: ConstantKind, name: &str, before: Said<'_>, after: Said<'_>) {
        self.note_of(what, name, None, before, after);
    }

    /// Notes a constant that is about a place if it differs.
    fn note_of(
        &mut self,
        what: ConstantKind,
        name: &str,
        place: Option<&str>,
        before: Said<'_>,
        after: Said<'_>,
    ) {
        // A list of nothing says no more than no list.
        let said = |value: &'_ Option<ConstantValue>| {
            let is_nothing = |value: &ConstantValue| match value {
                ConstantValue::Codes(codes) => codes.is_empty(),
                ConstantValue::Truth(_)
                | ConstantValue::Number(_)
                | ConstantValue::Day(_)
                | ConstantValue::Code(_) => false,
            };
            value.clone().filter(|value| !is_nothing(value))
        };
        if said(&before.value) == said(&after.value) {
            return;
        }
        let codes = |rulebook: &Rulebook, clauses: &[ClauseRef]| {
            clauses.iter().map(|clause| clause.code(&rulebook.provisions)).collect()
        };
        let (first, second) = self.rulebooks;
        self.found.push(ConstantChange {
            what,
            name: name.to_owned(),
            place: place.map(str::to_owned),
            before: before.value,
            after: after.value,
            clauses_before: codes(first, before.clauses),
            clauses_after: codes(second, after.clauses),
        });
    }
}

fn code(text: &str) -> ConstantValue {
    ConstantValue::Code(text.to_owned())
}

/// The codes of a set.
fn codes<I: Id, T>(
    set: IdSet<I>,
    arena: &Arena<I, T>,
    code: impl Fn(&T) -> &String,
) -> ConstantValue {
    ConstantValue::Codes(set.iter().map(|id| code(arena.of(id)).clone()).collect())
}
