//! Platforms: the home of overseas Chinese by its standard, station-style homes, online groups by
//! level, activities.

use super::Finding;
use super::data::Item;
use super::known::{Done, Marks, both};
use super::rule::{CheckRule, Outcome};
use super::view::{EXISTING_FORM, SubjectView};
use crate::model::{Arena, IdSet, ItemId, KindId};
use crate::policy::{ClauseRef, Text};

/// The constants of platforms.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlatformTerms {
    /// What a home has by the standard.
    pub standard: Arena<ItemId, Item>,
    /// Where the standard's items come from: the document names it without listing them.
    pub standard_source: Text,
    /// The kinds of units that may have a station-style home.
    pub station_kinds: IdSet<KindId>,
    /// The kinds of online groups.
    pub groups: Arena<ItemId, Item>,
    /// The levels with groups of their own in key areas.
    pub key_area: GroupLevels,
    /// The levels elsewhere.
    pub elsewhere: GroupLevels,
    /// The activities around the federation's duties.
    pub activities: Arena<ItemId, Item>,
}

/// At which levels the federations have online groups.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GroupLevels {
    /// The kinds of the places.
    pub levels: IdSet<KindId>,
    /// Where the document says so.
    pub clause: ClauseRef,
}

/// What is known of a subject's platforms.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PlatformFacts {
    /// What the home has of the standard.
    pub standard: Marks,
    /// Whether newer overseas Chinese gather there.
    pub newcomers_gather: Option<bool>,
    /// Whether there is a station-style home.
    pub station_home: Option<bool>,
    /// The federations and their online groups, by level.
    pub levels: Vec<LevelFacts>,
    /// The activities that are held.
    pub activities: Marks,
}

/// The federation of one level and its online groups.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LevelFacts {
    /// The kind of the place.
    pub level: KindId,
    /// Whether its federation is there; the subject's own is a fact of the subject.
    pub federation: Option<Done>,
    /// Its online groups.
    pub groups: Marks,
}

/// What is found of a subject's platforms. Nothing where the policy has no such check.
#[must_use]
pub fn platform(view: &SubjectView<'_>, facts: &PlatformFacts) -> Vec<Finding> {
    let Some(terms) = &view.checks().platform else { return Vec::new() };
    let home = list(view, CheckRule::HomeStandard, &terms.standard, facts.standard, "standard");
    let station = station(view, terms, facts);
    let groups = groups(view, terms, facts);
    let activities =
        list(view, CheckRule::Activities, &terms.activities, facts.activities, "activities");
    [home, station].into_iter().chain(groups).chain([activities]).flatten().collect()
}

/// A list of which all is commended, where there is an organisation.
fn list(
    view: &SubjectView<'_>,
    rule: CheckRule,
    items: &Arena<ItemId, Item>,
    marks: Marks,
    name: &str,
) -> Option<Finding> {
    let lacking = items.iter().filter(|(id, _)| marks.of(*id) == Some(false));
    let unknown = items.iter().filter(|(id, _)| marks.of(*id).is_none());
    let unknown: Vec<String> =
        unknown.map(|(_, item)| format!("platform.{name}.{}", item.code)).collect();
    let (outcome, missing) = match view.organisation() {
        Some(false) => (Outcome::NotApplicable, Vec::new()),
        Some(true) if lacking.clone().next().is_some() => (Outcome::Advice, Vec::new()),
        Some(true) if unknown.is_empty() => (Outcome::Met, Vec::new()),
        Some(true) => (Outcome::Unknown, unknown),
        None => (Outcome::Unknown, [vec![EXISTING_FORM.to_owned()], unknown].concat()),
    };
    let lacking = view.listed(lacking.map(|(_, item)| &item.label));
    Some(view.finding(rule, outcome)?.with("lacking", lacking).missing(missing))
}

fn station(
    view: &SubjectView<'_>,
    terms: &PlatformTerms,
    facts: &PlatformFacts,
) -> Option<Finding> {
    const GATHER: &str = "platform.newcomers_gather";
    const HOME: &str = "platform.station_home";
    let gathers =
        both(Some(terms.station_kinds.contains(view.subject.kind)), facts.newcomers_gather);
    let (outcome, missing) = match (gathers, facts.station_home) {
        (Some(false), _) => (Outcome::NotApplicable, Vec::new()),
        (Some(true), Some(true)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(false)) => (Outcome::Advice, Vec::new()),
        (Some(true), None) => (Outcome::Unknown, vec![HOME]),
        (None, Some(_)) => (Outcome::Unknown, vec![GATHER]),
        (None, None) => (Outcome::Unknown, vec![GATHER, HOME]),
    };
    Some(view.finding(CheckRule::StationHome, outcome)?.missing(missing))
}

/// Each kind of group at each level that the subject belongs to, from the whole to the part.
fn groups(
    view: &SubjectView<'_>,
    terms: &PlatformTerms,
    facts: &PlatformFacts,
) -> Vec<Option<Finding>> {
    let within = if view.decision.key_area { terms.key_area } else { terms.elsewhere };
    let kinds = &view.rulebook().kinds;
    let own = kinds.of(view.subject.kind).code_digits;
    let holds = |level: &KindId| {
        kinds.of(*level).code_digits.is_some_and(|digits| own.is_none_or(|own| digits <= own))
    };
    let levels = within.levels.iter().filter(holds);
    levels
        .flat_map(|level| {
            let known = facts.levels.iter().find(|known| known.level == level);
            let there = federation(view, level, known);
            terms.groups.iter().map(move |(group, item)| {
                let kind = kinds.of(level);
                let is_there = known.and_then(|known| known.groups.of(group));
                let (outcome, open) = match (there, is_there) {
                    (_, Some(true)) => (Outcome::Met, [false, false]),
                    (Some(true), Some(false)) => (Outcome::NotMet, [false, false]),
                    (Some(false), Some(false)) => (Outcome::NotYet, [false, false]),
                    (there, known) => (Outcome::Unknown, [there.is_none(), known.is_none()]),
                };
                let [no_federation, no_group] = open;
                let federation = if level == view.subject.kind {
                    EXISTING_FORM.to_owned()
                } else {
                    format!("platform.levels.{}.federation", kind.code)
                };
                let group = format!("platform.levels.{}.groups.{}", kind.code, item.code);
                let missing = [(no_federation, federation), (no_group, group)];
                let missing = missing.into_iter().filter(|(open, _)| *open);
                let mut finding = view.finding(CheckRule::OnlineGroup, outcome)?;
                finding.clause = within.clause;
                let finding = finding.missing(missing.map(|(_, name)| name));
                Some(finding.with("group", item.label.clone()).with("level", kind.label.clone()))
            })
        })
        .collect()
}

/// Whether the federation of a level is there: the subject's own by its record, another by what was
/// said of it, else by what is presumed of the county.
fn federation(view: &SubjectView<'_>, level: KindId, known: Option<&LevelFacts>) -> Option<bool> {
    if level == view.subject.kind {
        return view.federation();
    }
    let said = known.and_then(|known| known.federation).map(|done| done.by(view.today()));
    said.or_else(|| view.presumed_above(level))
}
