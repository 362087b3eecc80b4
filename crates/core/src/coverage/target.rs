//! Coverage against a target: what is striven for is told, and never held against anybody.

use serde::{Deserialize, Serialize};

use super::Coverage;
use super::tally::Tally;
use crate::model::{IdSet, KindId};
use crate::policy::{Aim, Policy, Rulebook, Target};

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
    /// Nothing is owed by any subject of the register in its scope.
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

/// Coverage against one target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Against {
    /// The sums of the subjects in its scope.
    pub tally: Tally,
    /// How many places of its kinds the gazetteer has that no subject is.
    pub absent: u64,
    /// Where they stand against it.
    pub standing: TargetStanding,
}

impl Coverage {
    /// Where the subjects stand against a target of the same policy; `is_all_read` where no row of
    /// their register was rejected.
    ///
    /// A target is the whole area's. Where the gazetteer has every subject of its kinds, as it has
    /// the counties, those that the register lacks or whose rows were rejected count as subjects of
    /// which nothing is known. Of other kinds nobody has a list; there the register is all there is
    /// to count, and no end is certain while it lacks a place that is known.
    #[must_use]
    pub fn against(&self, policy: &Policy, target: &Target, is_all_read: bool) -> Against {
        let places = policy.rulebook().places.iter();
        let absent = places
            .filter(|(id, place)| target.kinds.contains(place.kind) && !self.places.contains(id));
        let mut tally = self.of_kinds(target.kinds);
        let is_listed = is_listed(policy.rulebook(), target.kinds);
        let mut count = 0;
        for (id, place) in absent {
            count += 1;
            let share = policy.share_unrecorded(id, place.kind).filter(|_| is_listed);
            tally = share.map_or(tally, |share| tally.plus(Tally::of(share)));
        }
        let is_whole = is_listed || (count == 0 && is_all_read);
        Against { tally, absent: count, standing: target.aim.standing(&tally, is_whole) }
    }
}

/// Whether the gazetteer has all subjects of some kinds: there are no counties but its own.
fn is_listed(rulebook: &Rulebook, kinds: IdSet<KindId>) -> bool {
    kinds.iter().all(|kind| {
        let mut places = rulebook.places.iter().filter(|(_, place)| place.kind == kind).peekable();
        places.peek().is_some() && places.all(|(id, place)| place.county == id)
    })
}

impl Aim {
    /// Where the coverage of the subjects in a target's scope stands against it; `is_whole` where
    /// these are all that there are.
    fn standing(self, tally: &Tally, is_whole: bool) -> TargetStanding {
        let Some(ratio) = tally.ratio() else { return TargetStanding::NothingOwed };
        match self {
            Self::Percent(_) if !is_whole => TargetStanding::Open,
            Self::Percent(percent) if ratio.least.reaches(percent) => TargetStanding::Reached,
            Self::Percent(percent) if ratio.most.reaches(percent) => TargetStanding::Open,
            Self::Percent(_) => TargetStanding::NotReached,
            Self::Basically if is_whole && ratio.least.is_all() => TargetStanding::Reached,
            Self::Basically => TargetStanding::PeopleJudge,
        }
    }
}
