//! The receipt: what was read, by which policy under which readings, with digests of both.

use chrono::NaiveDate;
use qiaolian::{Named, Policy, Question};
use serde::{Deserialize, Serialize};

/// What was read, by which policy.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Receipt {
    /// The policy and its version.
    pub(crate) policy: String,
    /// Digest of the pack's files.
    policy_digest: String,
    /// Digest of the document's text.
    plan_digest: String,
    /// The date of the question.
    pub(crate) as_of: NaiveDate,
    /// From how many days left on a duty was due soon.
    pub(crate) due_soon_days: u32,
    /// All readings in force.
    pub(crate) readings: Named<String>,
    /// Rows below the header.
    read: u64,
    /// Rows with a determination.
    pub(crate) assessed: u64,
    /// Rows without one.
    rejected: u64,
    /// Blank rows and totals.
    skipped: u64,
    /// Digest of the register's bytes.
    input_digest: String,
    /// The library and its version.
    library: String,
}

/// How many rows there were of each sort.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) read: u64,
    pub(crate) assessed: u64,
    pub(crate) rejected: u64,
    pub(crate) skipped: u64,
}

impl Receipt {
    pub(crate) fn new(
        policy: &Policy,
        question: Question,
        tally: Tally,
        input_digest: String,
    ) -> Self {
        let rulebook = policy.core().rulebook();
        Self {
            policy: rulebook.name(),
            policy_digest: rulebook.digest.clone(),
            plan_digest: rulebook.document.plan_digest.clone(),
            as_of: question.as_of,
            due_soon_days: question.due_soon_days.unwrap_or(rulebook.due_soon_days),
            readings: policy.readings_in_force(),
            read: tally.read,
            assessed: tally.assessed,
            rejected: tally.rejected,
            skipped: tally.skipped,
            input_digest,
            library: concat!("qiaolian ", env!("CARGO_PKG_VERSION")).to_owned(),
        }
    }
}
