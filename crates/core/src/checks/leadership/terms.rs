//! What a policy says of leadership and staffing.

use crate::checks::Item;
use crate::checks::leadership::Identity;
use crate::model::{Arena, IdSet, ItemId, KindId};
use crate::policy::Text;

/// The constants of leadership and staffing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeadershipTerms {
    /// The kinds whose leadership may be full-time, mixed or all part-time.
    pub staffed: IdSet<KindId>,
    /// The kinds that name a leader in charge and a cadre.
    pub designating: IdSet<KindId>,
    /// Posts of a leadership.
    pub posts: Arena<ItemId, Item>,
    /// Ways to staff the daily work.
    pub ways: Arena<ItemId, Item>,
    /// Where people come from.
    pub pools: Arena<ItemId, Pool>,
    /// The identities whose holders are considered first, if they come from a pool that is.
    pub first_considered: Vec<Identity>,
}

/// Where people of a leadership come from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pool {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: Text,
    /// The kinds of subjects for which people of this pool are considered first.
    pub first_for: IdSet<KindId>,
}
