//! One answer as it is shown: the policy, the subject with its names, and the decision.

use chrono::NaiveDate;
use qiaolian_core::decide::Decision;
use qiaolian_core::model::{IdSet, ReadingId, Subject};
use qiaolian_core::policy::Policy;

/// What rendering needs of one answer.
#[derive(Clone, Copy, Debug)]
pub struct View<'v> {
    /// The policy that decided.
    pub policy: &'v Policy,
    /// The subject.
    pub subject: &'v Subject,
    /// Its name, official where resolved.
    pub name: Option<&'v str>,
    /// Its county's name, official where resolved.
    pub county: Option<&'v str>,
    /// The decision.
    pub decision: &'v Decision,
    /// The readings that decide it.
    pub decisive: IdSet<ReadingId>,
    /// The date of the question.
    pub as_of: NaiveDate,
}
