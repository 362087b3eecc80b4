//! Which readings decide an answer: those of which another choice, alone, would change it.

use super::{Decision, decide};
use crate::model::{AsOf, IdSet, ReadingId, Subject};
use crate::policy::Policy;

impl Policy {
    /// The readings of which another choice than the one in force, alone, would change the duty,
    /// the fulfilment or the status of a decision that this policy made of this subject.
    #[must_use]
    pub fn decisive_readings(
        &self,
        subject: &Subject,
        as_of: AsOf,
        decision: &Decision,
    ) -> IdSet<ReadingId> {
        self.variants()
            .iter()
            .filter(|variant| {
                decide(&variant.tables, subject, as_of)
                    .is_some_and(|other| !other.is_same_answer(decision))
            })
            .map(|variant| variant.reading)
            .collect()
    }
}
