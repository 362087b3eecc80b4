//! The explanation: the same answer as the tables give, found by walking the policy's data condition
//! by condition, and every condition looked at on the way.
//!
//! Nothing here reads a table. A test compares the two over every class of subjects of every pack.

mod answers;
mod step;
mod walk;

pub use answers::Responsible;
pub use step::{Fact, Step, Value};

use crate::decide::{Decision, ForeignSubject};
use crate::model::{AsOf, IdSet, People, ReadingId, Subject};
use crate::policy::{Policy, Variant};

/// An answer with every condition that was looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// The answer that the walk arrives at: equal to what the tables say.
    pub decision: Decision,
    /// The conditions, in the order of a trace: those that hold, those that don't, those that can't be decided.
    pub trace: Vec<Step>,
}

impl Policy {
    /// Explains one subject: the answer, and every condition looked at on the way to it.
    ///
    /// # Errors
    /// [`ForeignSubject`] where kind or place is not this policy's.
    pub fn explain(&self, subject: &Subject, as_of: AsOf) -> Result<Explanation, ForeignSubject> {
        let people =
            subject.counts.people(self.terms().counted.groups, self.rulebook().all_groups());
        self.explain_for(subject, people, as_of)
    }

    /// Explains with the people given as an interval, so that a proof can walk intervals directly.
    pub(crate) fn explain_for(
        &self,
        subject: &Subject,
        people: People,
        as_of: AsOf,
    ) -> Result<Explanation, ForeignSubject> {
        let known = self.rulebook().kinds.get(subject.kind).is_some()
            && subject.place.is_none_or(|place| self.rulebook().places.get(place).is_some())
            && subject.county.is_none_or(|place| self.rulebook().places.get(place).is_some())
            && subject.existing_form.is_none_or(|form| self.rulebook().forms.get(form).is_some());
        if !known {
            return Err(ForeignSubject);
        }
        let walk = walk::Walk::new(self.rulebook(), self.terms(), subject, people, as_of);
        walk.run().ok_or(ForeignSubject)
    }

    /// What [`Policy::decisive_readings`] gives, found by walking under each other choice: for a
    /// surface that has no room for tables.
    #[must_use]
    pub fn decisive_readings_walked(
        &self,
        subject: &Subject,
        as_of: AsOf,
        decision: &Decision,
    ) -> IdSet<ReadingId> {
        let rulebook = self.rulebook();
        let mut decisive = IdSet::EMPTY;
        for Variant { reading, terms, .. } in self.variants() {
            let people = subject.counts.people(terms.counted.groups, rulebook.all_groups());
            let other = walk::Walk::new(rulebook, terms, subject, people, as_of).run();
            if other.is_some_and(|other| !other.decision.is_same_answer(decision)) {
                decisive = decisive.with(*reading);
            }
        }
        decisive
    }
}
