//! What a proof found, as plain values.

use chrono::NaiveDate;
use qiaolian_core::model::{Duty, Fulfilment, Status};
use qiaolian_core::policy::Text;
use serde::{Deserialize, Serialize};

use crate::determination::DutyOrOpen;
use crate::facts::Facts;
use crate::named::Named;

/// What a complete walk through a policy's tables found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckReport {
    /// The policy and its version.
    pub policy: String,
    /// Digest of the policy's files.
    pub policy_digest: String,
    /// Digest of the source text.
    pub plan_digest: String,
    /// The choices in force of all readings.
    pub in_force: Named<String>,
    /// Rows of rules.
    pub rows: usize,
    /// Tiers.
    pub tiers: usize,
    /// Cells of the tables.
    pub cells: usize,
    /// Classes of subjects and dates that were decided and explained.
    pub classes: usize,
    /// Whether nothing is wrong.
    pub sound: bool,
    /// The tables as a map: a part for each row, two where it matters whether conditions are met.
    pub map: Vec<MapEntry>,
    /// What is wrong.
    pub faults: Vec<FaultEntry>,
    /// Where more people weaken a duty under another choice of a reading.
    pub weakenings: Vec<WeakeningEntry>,
    /// For each other choice of each reading, what it changes and where it matters.
    pub readings: Vec<SampleEntry>,
    /// For each clause, in the document's order, what rests on it.
    pub clauses: Vec<RestingEntry>,
}

/// A row's part of the map.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MapEntry {
    /// The row.
    pub row: String,
    /// The kinds that it is for.
    pub kinds: Vec<String>,
    /// The special area that it is for.
    pub area: Option<String>,
    /// Whether conditions are met: true also where nobody said; null where that changes nothing.
    pub conditions_met: Option<bool>,
    /// Numbers of people that are treated alike, from 0 on.
    pub bands: Vec<BandEntry>,
    /// Numbers that are only known to lie between two bands.
    pub open: Vec<OpenEntry>,
}

/// Numbers of people that are treated alike.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BandEntry {
    /// The smallest number.
    pub from: u64,
    /// The greatest number; null where nothing bounds it.
    pub to: Option<u64>,
    /// The tier that decides; null in a gap.
    pub tier: Option<String>,
    /// A tier that claims the same numbers: an overlap.
    pub contested_by: Option<String>,
    /// What is asked; null in a gap.
    pub asks: Option<AskEntry>,
}

/// What is asked of some subjects.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskEntry {
    /// How strongly an organisation is asked for.
    pub duty: Duty,
    /// The forms named.
    pub forms: Vec<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Where the document says so.
    pub clauses: Vec<String>,
}

/// A number of people that is only known to lie between two bands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenEntry {
    /// The fewest are in the band from this number on.
    pub least: u64,
    /// The most are in the band from this number on.
    pub most: u64,
    /// The duties possible; none where the interval reaches into a gap.
    pub possible_duties: Vec<Duty>,
    /// The forms that fulfil whatever of them is asked.
    pub forms: Vec<String>,
    /// The due day that they agree on.
    pub due: Option<NaiveDate>,
    /// The whole provisions of all of them.
    pub provisions: Vec<String>,
}

/// Something wrong with a policy.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FaultEntry {
    /// Which fault.
    pub code: String,
    /// What it is about: row, tier, area, date, form or reading.
    pub about: String,
}

/// More people, and less is asked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WeakeningEntry {
    /// The reading; null for the choices in force.
    pub reading: Option<String>,
    /// Its choice.
    pub choice: Option<String>,
    /// The row.
    pub row: String,
    /// From how many people on.
    pub from: u64,
    /// What is asked of fewer.
    pub stronger: Duty,
    /// What is asked from there on.
    pub weaker: Duty,
}

/// What a choice changes, and where it matters.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SampleEntry {
    /// The reading.
    pub reading: String,
    /// The choice.
    pub choice: String,
    /// Numbers of people of which something else is asked.
    pub cells: Vec<CellChangeEntry>,
    /// Places to which another row applies.
    pub places: Vec<PlaceChangeEntry>,
    /// Places of which another organisation is presumed.
    pub presumptions: Vec<PlaceChangeEntry>,
    /// The groups that are counted, where they are others.
    pub counted: Option<CountedChangeEntry>,
    /// Dates that it moves: name, from, to.
    pub dates: Vec<(String, NaiveDate, NaiveDate)>,
    /// A subject whose answer it changes; null where it only moves dates.
    pub example: Option<ExampleEntry>,
}

/// Numbers of people of which something else is asked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CellChangeEntry {
    /// The row.
    pub row: String,
    /// Whether conditions are met: true also where nobody said; null where it is so either way.
    pub conditions_met: Option<bool>,
    /// The smallest number.
    pub from: u64,
    /// The greatest number; null where nothing bounds it.
    pub to: Option<u64>,
    /// What is asked under the choice in force; null in a gap.
    pub before: Option<AskEntry>,
    /// What is asked under the other choice; null in a gap.
    pub after: Option<AskEntry>,
}

/// A place of which something else holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlaceChangeEntry {
    /// Its division code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The row, or the form presumed, under the choice in force; null for none.
    pub before: Option<String>,
    /// The same under the other choice.
    pub after: Option<String>,
}

/// The groups that are counted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CountedChangeEntry {
    /// Under the choice in force.
    pub before: Vec<String>,
    /// Under the other choice.
    pub after: Vec<String>,
}

/// A subject whose answer another choice changes, as anybody can ask again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExampleEntry {
    /// Its facts, to be assessed as they are.
    // Which there are is the policy's: see `schema::facts`.
    #[cfg_attr(feature = "schema", schemars(with = "serde_json::Map<String, serde_json::Value>"))]
    pub facts: Facts,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The answer under the choices in force.
    pub before: AnswerEntry,
    /// The answer under the other choice.
    pub after: AnswerEntry,
}

/// The part of an answer that a reading can change.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnswerEntry {
    /// The duty.
    pub duty: DutyOrOpen,
    /// The forms that fulfil it.
    pub forms: Vec<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How far the organisation fulfils it.
    pub fulfilment: Fulfilment,
    /// Where the subject stands.
    pub status: Status,
}

/// A clause with what rests on it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RestingEntry {
    /// Provision and number, `2.2#5`.
    pub clause: String,
    /// Why nothing can rest on it, where it is guidance; null where it is computable.
    pub why_not: Option<Text>,
    /// What rests on it.
    pub on_it: Vec<RestEntry>,
}

/// Things of one sort that rest on a clause.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RestEntry {
    /// Of which sort: `tier`, `tier_unless_conditions_met`, `limit`, `counted`, `date`, `rest_days`,
    /// `area`, `presumption`, `responsible`, `report`, `target`, `step`, `rule` or `reading`.
    pub sort: String,
    /// Their codes: tiers as `row.tier`, presumptions by place, who answers by provision.
    pub codes: Vec<String>,
}
