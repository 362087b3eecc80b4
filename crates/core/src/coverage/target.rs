//! Coverage against a target: what is striven for is told, and never held against anybody.

use serde::{Deserialize, Serialize};

use super::tally::Tally;
use crate::policy::Aim;

/// Where coverage stands against a target. Never a finding: the document strives for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TargetStanding {
    /// It is reached, whatever is still unknown.
    Reached,
    /// It isn't reached, whatever is still unknown.
    NotReached,
    /// What is still unknown decides.
    Open,
    /// The document gives no number ("basically"), and not all are there for certain: people judge.
    PeopleJudge,
    /// Nothing is owed by any subject in its scope.
    NothingOwed,
}

impl TargetStanding {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Reached, Self::NotReached, Self::Open, Self::PeopleJudge, Self::NothingOwed];

    /// The code in JSON and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::NotReached => "not_reached",
            Self::Open => "open",
            Self::PeopleJudge => "people_judge",
            Self::NothingOwed => "nothing_owed",
        }
    }
}

impl Aim {
    /// Where the coverage of the subjects in a target's scope stands against it.
    #[must_use]
    pub fn standing(self, tally: &Tally) -> TargetStanding {
        let Some(ratio) = tally.ratio() else { return TargetStanding::NothingOwed };
        match self {
            Self::Percent(percent) if ratio.least.reaches(percent) => TargetStanding::Reached,
            Self::Percent(percent) if ratio.most.reaches(percent) => TargetStanding::Open,
            Self::Percent(_) => TargetStanding::NotReached,
            Self::Basically if ratio.least.is_all() => TargetStanding::Reached,
            Self::Basically => TargetStanding::PeopleJudge,
        }
    }
}
