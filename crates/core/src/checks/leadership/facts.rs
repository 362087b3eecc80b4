//! What is known of a leadership. What is none is unknown.

use serde::{Deserialize, Serialize};

use crate::checks::Done;
use crate::model::{IdSet, ItemId};

/// What is known of the leadership and staffing of a federation.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LeadershipFacts {
    /// Whether the county is a key one for overseas-Chinese affairs: a fact the caller gives.
    pub key_work_county: Option<bool>,
    /// Whether a suitable person for a full-time post is there.
    pub suitable_full_time_candidate: Option<bool>,
    /// Whether more posts were striven for.
    pub more_posts_sought: Option<bool>,
    /// The people of the leadership; none where they aren't known one by one.
    pub members: Option<Vec<Member>>,
    /// Whether all of them are part-time, where the people aren't listed.
    pub all_part_time: Option<bool>,
    /// The section of the united front department that carries the daily work.
    pub section: Option<Section>,
    /// The ways in which the daily work is staffed.
    pub ways: Option<IdSet<ItemId>>,
    /// Whether a member of the township's or village's own leadership is in charge.
    pub leader_in_charge: Option<bool>,
    /// The cadre for daily affairs.
    pub cadre: CadreFacts,
    /// Whether leader and cadre are one person.
    pub one_person: Option<bool>,
    /// Whether there are people who are to be considered first.
    pub priority_people: Option<bool>,
    /// Whether the party organisation of the same level decided on the candidates.
    pub candidates_decided: Option<Done>,
    /// Whether the next federation above was consulted on them.
    pub candidates_consulted: Option<Done>,
    /// Whether the election's result was filed with it.
    pub result_filed: Option<Done>,
}

/// One person of a leadership.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Member {
    /// The post.
    pub post: Option<ItemId>,
    /// Full-time or part-time.
    pub time: Option<Time>,
    /// Returned, relative, overseas, student, or none of these.
    pub identity: Option<Identity>,
    /// Where the person comes from.
    pub from: Option<ItemId>,
}

/// The cadre for daily affairs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct CadreFacts {
    /// Whether one is designated.
    pub designated: Option<bool>,
    /// Returned, relative, overseas, student, or none of these.
    pub identity: Option<Identity>,
    /// Where the person comes from.
    pub from: Option<ItemId>,
}

/// How much of a person's work the post is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Time {
    /// 专职.
    FullTime,
    /// 兼职.
    PartTime,
}

/// A person's tie to overseas Chinese.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Identity {
    /// 归侨.
    Returned,
    /// 侨眷.
    Relative,
    /// 海外侨胞.
    Overseas,
    /// 留学人员.
    Student,
    /// None of these.
    None,
}

impl Identity {
    /// All of them with their codes.
    pub const CODES: [(&'static str, Self); 5] = [
        ("returned", Self::Returned),
        ("relative", Self::Relative),
        ("overseas", Self::Overseas),
        ("student", Self::Student),
        ("none", Self::None),
    ];
}

/// The section that carries the daily work.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Section {
    /// One was set up for it.
    SetUp,
    /// An existing one was designated.
    Designated,
    /// There is none.
    None,
}
