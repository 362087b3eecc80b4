//! What goes into the checks, as a JSON file or an object has it. What is left out, or null, is unknown.

use chrono::NaiveDate;
use indexmap::IndexMap;
use qiaolian_core::checks::Done;
use qiaolian_core::checks::leadership::{Identity, Section, Time};
use serde::{Deserialize, Serialize};

use crate::facts::Facts;

/// What is known of one place or unit: each check looks at its own part, the dossier at all of them.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Case {
    /// The facts of the subject, as for an assessment.
    // Which there are is the policy's: see `schema::case`.
    #[cfg_attr(feature = "schema", schemars(with = "serde_json::Map<String, serde_json::Value>"))]
    pub subject: Facts,
    /// What happened on the way to its organisation.
    pub procedure: ProcedureInput,
    /// Who leads and staffs it.
    pub leadership: LeadershipInput,
    /// Its office and registration.
    pub office: OfficeInput,
    /// Its homes, groups and activities.
    pub platform: PlatformInput,
    /// Its standing, funds and training.
    pub safeguards: SafeguardsInput,
}

/// What happened on the way to an organisation.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct ProcedureInput {
    /// The form that is being set up, by code; null for the one that is there, else for what is asked.
    pub form: Option<String>,
    /// Whether an office is being set up.
    pub office: Option<bool>,
    /// What happened, in any order; null where nobody recorded it. Of a record that is there, a step
    /// that stands neither here nor in `unknown` isn't done.
    pub events: Option<Vec<EventInput>>,
    /// The steps of which nobody knows whether they were done, by code.
    pub unknown: Vec<String>,
    /// Whether the federations of the places above are there, by the places' kind: `{"township": true}`.
    pub federations: IndexMap<String, Option<Done>>,
}

/// A step that was done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct EventInput {
    /// The step, by code.
    pub step: String,
    /// When; null where nobody recorded it.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// The bodies that took part, by code; null where nobody recorded them.
    #[serde(default)]
    pub bodies: Option<Vec<String>>,
}

/// Who leads and staffs a federation: posts and flags, never names.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct LeadershipInput {
    /// Whether the county is a key one for overseas-Chinese affairs (重点侨务工作县区).
    pub key_work_county: Option<bool>,
    /// Whether a suitable person for a full-time post is there.
    pub suitable_full_time_candidate: Option<bool>,
    /// Whether more posts were striven for.
    pub more_posts_sought: Option<bool>,
    /// The people of the leadership; null where they aren't known one by one.
    pub members: Option<Vec<MemberInput>>,
    /// Whether all of them are part-time, where they aren't listed.
    pub all_part_time: Option<bool>,
    /// The section of the united front department that carries the daily work.
    pub section: Option<Section>,
    /// The ways in which the daily work is staffed, by code; empty for none.
    pub staffing: Option<Vec<String>>,
    /// Whether a member of the township's or village's own leadership is in charge (分管或联系).
    pub leader_in_charge: Option<bool>,
    /// The cadre for daily affairs.
    pub cadre: CadreInput,
    /// Whether leader and cadre are one person.
    pub one_person: Option<bool>,
    /// Whether there are people who are to be considered first.
    pub priority_people: Option<bool>,
    /// Whether the party organisation of the same level decided on the candidates; null to take it
    /// from the procedure's events.
    pub candidates_decided: Option<Done>,
    /// Whether the next federation above was consulted on them; null as above.
    pub candidates_consulted: Option<Done>,
    /// Whether the election's result was filed with it; null as above.
    pub result_filed: Option<Done>,
}

/// One person of a leadership, by post.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct MemberInput {
    /// The post, by code.
    pub post: Option<String>,
    /// Full-time or part-time.
    pub time: Option<Time>,
    /// The tie to overseas Chinese.
    pub identity: Option<Identity>,
    /// Where the person comes from, by code.
    pub from: Option<String>,
}

/// The cadre for daily affairs.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct CadreInput {
    /// Whether one is designated.
    pub designated: Option<bool>,
    /// The tie to overseas Chinese.
    pub identity: Option<Identity>,
    /// Where the person comes from, by code.
    pub from: Option<String>,
}

/// A federation's office and registration.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct OfficeInput {
    /// Whether it is a key home area of overseas Chinese (重点侨乡).
    pub key_home_area: Option<bool>,
    /// Whether an office was striven for.
    pub sought: Option<bool>,
    /// Whether the staffing authority approved one.
    pub approved: Option<Done>,
    /// Whether the federation is registered.
    pub registered: Option<Done>,
    /// With which authority, by code.
    pub registered_with: Option<String>,
    /// Whether there is a system of credit codes for grassroots organisations.
    pub code_system: Option<bool>,
    /// Whether the organisation has its code.
    pub credit_code: Option<bool>,
}

/// Homes, groups and activities.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct PlatformInput {
    /// What the home has of the standard, by code: `{"organisation": true}`.
    pub standard: IndexMap<String, Option<bool>>,
    /// Whether newer overseas Chinese gather there.
    pub newcomers_gather: Option<bool>,
    /// Whether there is a station-style home.
    pub station_home: Option<bool>,
    /// The federations and their online groups, by the kind of place: `{"county": …}`.
    pub levels: IndexMap<String, LevelInput>,
    /// The activities that are held, by code.
    pub activities: IndexMap<String, Option<bool>>,
}

/// The federation of one level and its online groups.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct LevelInput {
    /// Whether its federation is there; the subject's own is a fact of the subject.
    pub federation: Option<Done>,
    /// Its online groups, by code.
    pub groups: IndexMap<String, Option<bool>>,
}

/// A federation's standing, funds and training.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct SafeguardsInput {
    /// Whether it is managed like other mass organisations of its level.
    pub managed_alike: Option<bool>,
    /// Whether its funds were in the budget, by year: `{"2023": true}`.
    pub budgets: IndexMap<String, Option<bool>>,
    /// Whether its people are trained.
    pub training: Option<bool>,
    /// Whether resources of party building and other mass organisations are shared with it.
    pub shared_resources: Option<bool>,
}

/// The group that leads the whole work, by post.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct GovernanceInput {
    /// Whether it is formed.
    pub formed: Option<Done>,
    /// Who sits where; null where that isn't known.
    pub roster: Option<Vec<SeatInput>>,
    /// Where its office is, by code.
    pub office_at: Option<String>,
}

/// A seat that is taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct SeatInput {
    /// The seat, by code.
    pub seat: String,
    /// The post of who sits there, by code; null for a post that the policy doesn't name.
    #[serde(default)]
    pub post: Option<String>,
}

/// What was reported by a date.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct ReportInput {
    /// The counties, by name or code, each once. Those left out are told as unknown.
    pub counties: IndexMap<String, CountyReportInput>,
}

/// What one county reported.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct CountyReportInput {
    /// What was reported, by code: true, false, or the day.
    pub items: IndexMap<String, Option<Done>>,
    /// Whether it went to the body that the document names.
    pub to_recipient: Option<bool>,
}
