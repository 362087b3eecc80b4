//! Which readings decide an answer: those of which another choice, alone, would change it.

use super::{Decision, Found, Now};
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
        let now = Now::of(self.tables(), subject, as_of);
        let counted = self.tables().counted;
        let answer = (decision.duty, decision.fulfilment, decision.status);
        self.variants()
            .iter()
            .filter(|variant| {
                let tables = variant.tables(self);
                let people = if tables.counted == counted {
                    decision.people
                } else {
                    subject.counts.people(tables.counted, tables.all_groups)
                };
                Found::of(tables, subject, people, &now).is_some_and(|found| {
                    (found.set.duty, found.end.fulfilment(), found.end.status()) != answer
                })
            })
            .map(|variant| variant.reading)
            .collect()
    }
}
