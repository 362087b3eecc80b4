//! Full-time, mixed or all part-time, and who carries the daily work of an all part-time leadership.

use super::{LeadershipFacts, LeadershipTerms, Section, Time};
use crate::checks::office::OfficeFacts;
use crate::checks::view::SubjectView;
use crate::checks::{CheckRule, Finding, Outcome, all};

const MEMBERS: &str = "leadership.members";
const CANDIDATE: &str = "leadership.suitable_full_time_candidate";
const SECTION: &str = "leadership.section";
const WAYS: &str = "leadership.staffing";
const KEY_COUNTY: &str = "leadership.key_work_county";
const MORE_POSTS: &str = "leadership.more_posts_sought";
const APPROVED: &str = "office.approved";
const REGISTERED: &str = "office.registered";

pub(super) fn staffing(
    view: &SubjectView<'_>,
    terms: &LeadershipTerms,
    facts: &LeadershipFacts,
    office: &OfficeFacts,
) -> Vec<Option<Finding>> {
    let applies = terms.staffed.contains(view.subject.kind);
    let day = view.today();
    let approved = office.approved.map(|done| done.by(day));
    let registered = office.registered.map(|done| done.by(day));
    let approved = (APPROVED, approved);
    let registered = (REGISTERED, registered);
    let part_time = part_time(facts);
    let found = |rule, (outcome, missing): (Outcome, Vec<&'static str>)| {
        let outcome = if applies { outcome } else { Outcome::NotApplicable };
        let missing = if applies { missing } else { Vec::new() };
        Some(
            view.finding(rule, outcome)?
                .missing(missing.into_iter().flat_map(|fact| paths(facts, fact))),
        )
    };
    let in_key_county = [(KEY_COUNTY, facts.key_work_county), approved, registered];
    let with_candidate = [approved, registered, (CANDIDATE, facts.suitable_full_time_candidate)];
    let ways = facts.ways.map(|ways| !ways.is_empty());
    let taken = facts.ways.unwrap_or_default();
    let taken = taken.iter().filter_map(|way| terms.ways.get(way));
    vec![
        found(
            CheckRule::MorePosts,
            commended(&in_key_county, (MORE_POSTS, facts.more_posts_sought)),
        ),
        found(CheckRule::MixedLeadership, commended(&in_key_county, (MEMBERS, mixed(facts)))),
        found(CheckRule::AllPartTime, all_part_time(part_time, &with_candidate)),
        found(
            CheckRule::DailyWorkSection,
            companion(
                part_time,
                (SECTION, facts.section.map(|section| section != Section::None)),
                Outcome::NotMet,
            ),
        ),
        found(CheckRule::StaffingWays, companion(part_time, (WAYS, ways), Outcome::Advice))
            .map(|finding| finding.with("ways", view.listed(taken.map(|way| &way.label)))),
    ]
}

type Known = (&'static str, Option<bool>);

/// What is commended where some conditions hold.
fn commended(conditions: &[Known], taken: Known) -> (Outcome, Vec<&'static str>) {
    let holds = all(conditions.iter().map(|(_, known)| *known));
    let (name, taken_up) = taken;
    match (holds, taken_up) {
        (Some(false), _) => (Outcome::NotApplicable, Vec::new()),
        (Some(true), Some(true)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(false)) => (Outcome::Advice, Vec::new()),
        (Some(true), None) => (Outcome::Unknown, vec![name]),
        (None, _) => {
            let open = unknown(conditions.iter().copied().chain([taken]));
            (Outcome::Unknown, open)
        }
    }
}

/// All part-time is open unless office, registration and a suitable full-time candidate are all
/// there: then people decide.
fn all_part_time(part_time: Option<bool>, conditions: &[Known]) -> (Outcome, Vec<&'static str>) {
    let holds = all(conditions.iter().map(|(_, known)| *known));
    match (part_time, holds) {
        (Some(false), _) => (Outcome::NotApplicable, Vec::new()),
        (Some(true), Some(false)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(true)) => (Outcome::Review, Vec::new()),
        (Some(true), None) => (Outcome::Unknown, unknown(conditions.iter().copied())),
        (None, Some(_)) => (Outcome::Unknown, vec![MEMBERS]),
        (None, None) => {
            (Outcome::Unknown, unknown(conditions.iter().copied().chain([(MEMBERS, None)])))
        }
    }
}

/// What goes with an all part-time leadership.
fn companion(
    part_time: Option<bool>,
    (name, there): Known,
    otherwise: Outcome,
) -> (Outcome, Vec<&'static str>) {
    match (part_time, there) {
        (Some(false), _) => (Outcome::NotApplicable, Vec::new()),
        (Some(true), Some(true)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(false)) => (otherwise, Vec::new()),
        (Some(true), None) => (Outcome::Unknown, vec![name]),
        (None, there) => (Outcome::Unknown, unknown([(MEMBERS, None), (name, there)])),
    }
}

fn unknown(facts: impl IntoIterator<Item = Known>) -> Vec<&'static str> {
    facts.into_iter().filter(|(_, known)| known.is_none()).map(|(name, _)| name).collect()
}

/// Where a fact is given: that of the people by each whose time is open, where they are listed.
fn paths(facts: &LeadershipFacts, fact: &str) -> Vec<String> {
    let members = facts.members.as_deref().unwrap_or_default();
    if fact != MEMBERS || members.is_empty() {
        return vec![fact.to_owned()];
    }
    let open = members.iter().enumerate().filter(|(_, member)| member.time.is_none());
    open.map(|(at, _)| format!("{MEMBERS}[{at}].time")).collect()
}

/// Whether everybody is part-time: by the people where they decide it, else by what was said of all.
fn part_time(facts: &LeadershipFacts) -> Option<bool> {
    let members = facts.members.as_deref().unwrap_or_default();
    let each = members.iter().map(|member| member.time.map(|time| time == Time::PartTime));
    let listed = if members.is_empty() { None } else { all(each) };
    listed.or(facts.all_part_time)
}

/// Whether full-time and part-time people are mixed.
fn mixed(facts: &LeadershipFacts) -> Option<bool> {
    let members = facts.members.as_deref().unwrap_or_default();
    let any = |wanted| members.iter().any(|member| member.time == Some(wanted));
    if any(Time::FullTime) && any(Time::PartTime) {
        return Some(true);
    }
    let all_known = !members.is_empty() && members.iter().all(|member| member.time.is_some());
    (all_known || part_time(facts) == Some(true)).then_some(false)
}
