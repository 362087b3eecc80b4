//! The checks' input in the policy's own terms.

use indexmap::IndexMap;
use qiaolian_core::checks::governance::GovernanceFacts;
use qiaolian_core::checks::leadership::{CadreFacts, LeadershipFacts, Member};
use qiaolian_core::checks::office::OfficeFacts;
use qiaolian_core::checks::platform::{LevelFacts, PlatformFacts};
use qiaolian_core::checks::procedure::{Event, ProcedureFacts};
use qiaolian_core::checks::reports::ReportFacts;
use qiaolian_core::checks::safeguards::SafeguardFacts;
use qiaolian_core::checks::{Checks, Done, Item, Marks};
use qiaolian_core::model::{Arena, ItemId, KindId};
use qiaolian_core::policy::{Kind, Rulebook};

use super::case::{
    GovernanceInput, LeadershipInput, OfficeInput, PlatformInput, ProcedureInput, ReportInput,
    SafeguardsInput,
};
use super::fault::InputFault;
use super::read::Codes;
use crate::policy::Policy;

fn code(item: &Item) -> &str {
    &item.code
}

fn kind_code(kind: &Kind) -> &str {
    &kind.code
}

/// Which items of a list are there.
fn marks(
    codes: &mut Codes,
    items: &Arena<ItemId, Item>,
    path: &str,
    written: &IndexMap<String, Option<bool>>,
) -> Marks {
    let mut marks = Marks::default();
    for (name, there) in written {
        let id = codes.id(items, code, format_args!("{path}.{name}"), name);
        match (id, there) {
            (Some(id), Some(true)) => marks.there = marks.there.with(id),
            (Some(id), Some(false)) => marks.lacking = marks.lacking.with(id),
            (Some(_) | None, _) => {}
        }
    }
    marks
}

/// Nothing is known where the policy has no such list.
pub(super) fn leadership(
    codes: &mut Codes,
    checks: &Checks,
    written: &LeadershipInput,
    procedure: &ProcedureInput,
) -> LeadershipFacts {
    let Some(terms) = &checks.leadership else { return LeadershipFacts::default() };
    let mut pool = |path: String, from: &Option<String>| {
        let from = from.as_ref()?;
        codes.id(&terms.pools, |pool| &pool.code, path, from)
    };
    let cadre = CadreFacts {
        designated: written.cadre.designated,
        identity: written.cadre.identity,
        from: pool("leadership.cadre.from".to_owned(), &written.cadre.from),
    };
    let mut member = |(at, member): (usize, &super::case::MemberInput)| Member {
        post: None,
        time: member.time,
        identity: member.identity,
        from: pool(format!("leadership.members[{at}].from"), &member.from),
    };
    let mut members: Option<Vec<Member>> = written
        .members
        .as_ref()
        .map(|members| members.iter().enumerate().map(&mut member).collect());
    let posts = written.members.iter().flatten().enumerate();
    for ((at, written), member) in posts.zip(members.iter_mut().flatten()) {
        member.post = written.post.as_ref().and_then(|post| {
            codes.id(&terms.posts, code, format_args!("leadership.members[{at}].post"), post)
        });
    }
    let happened = |done: Option<Done>, step: &str| done.or_else(|| happened(procedure, step));
    LeadershipFacts {
        key_work_county: written.key_work_county,
        suitable_full_time_candidate: written.suitable_full_time_candidate,
        more_posts_sought: written.more_posts_sought,
        members,
        all_part_time: written.all_part_time,
        section: written.section,
        ways: written
            .staffing
            .as_ref()
            .map(|ways| codes.set(&terms.ways, code, "leadership.staffing", ways)),
        leader_in_charge: written.leader_in_charge,
        cadre,
        one_person: written.one_person,
        priority_people: written.priority_people,
        candidates_decided: happened(written.candidates_decided, "candidates_decided"),
        candidates_consulted: happened(written.candidates_consulted, "candidates_consulted"),
        result_filed: happened(written.result_filed, "result_filed"),
    }
}

/// Whether a step is among what happened. Of a record that is there, what isn't in it didn't happen,
/// but for the steps of which nobody knows.
fn happened(procedure: &ProcedureInput, step: &str) -> Option<Done> {
    let events = procedure.events.as_ref()?;
    match events.iter().find(|event| event.step == step) {
        Some(event) => Some(event.on.map_or(Done::Known(true), Done::On)),
        None if procedure.unknown.iter().any(|open| open == step) => None,
        None => Some(Done::Known(false)),
    }
}

pub(super) fn procedure(
    codes: &mut Codes,
    rulebook: &Rulebook,
    written: &ProcedureInput,
) -> ProcedureFacts {
    let Some(terms) = &rulebook.checks.procedure else { return ProcedureFacts::default() };
    let form = written
        .form
        .as_ref()
        .and_then(|form| codes.id(&rulebook.forms, |known| &known.code, "procedure.form", form));
    let events = written.events.as_ref().map(|events| {
        let mut found = Vec::new();
        for (at, event) in events.iter().enumerate() {
            let path = format!("procedure.events[{at}]");
            let step = codes.id(&terms.steps, code, format_args!("{path}.step"), &event.step);
            let bodies = event.bodies.as_ref().map(|bodies| {
                codes.set(&terms.bodies, |body| &body.code, &format!("{path}.bodies"), bodies)
            });
            found.extend(step.map(|step| Event { step, on: event.on, bodies }));
        }
        found
    });
    let unknown = codes.set(&terms.steps, code, "procedure.unknown", &written.unknown);
    let mut federations = Vec::new();
    for (name, there) in &written.federations {
        let path = format_args!("procedure.federations.{name}").to_string();
        let kind = codes.id(&rulebook.kinds, kind_code, path, name);
        federations.extend(kind.zip(*there));
    }
    ProcedureFacts { form, office: written.office, events, unknown, federations }
}

pub(super) fn office(codes: &mut Codes, checks: &Checks, written: &OfficeInput) -> OfficeFacts {
    let Some(terms) = &checks.office else { return OfficeFacts::default() };
    OfficeFacts {
        key_home_area: written.key_home_area,
        sought: written.sought,
        approved: written.approved,
        registered: written.registered,
        registered_with: written
            .registered_with
            .as_ref()
            .and_then(|with| codes.id(&terms.registries, code, "office.registered_with", with)),
        code_system: written.code_system,
        credit_code: written.credit_code,
    }
}

pub(super) fn platform(
    codes: &mut Codes,
    rulebook: &Rulebook,
    written: &PlatformInput,
) -> PlatformFacts {
    let Some(terms) = &rulebook.checks.platform else { return PlatformFacts::default() };
    let mut levels = Vec::new();
    for (name, known) in &written.levels {
        let path = format!("platform.levels.{name}");
        let level: Option<KindId> = codes.id(&rulebook.kinds, kind_code, &path, name);
        let groups = marks(codes, &terms.groups, &format!("{path}.groups"), &known.groups);
        levels.extend(level.map(|level| LevelFacts {
            level,
            federation: known.federation,
            groups,
        }));
    }
    PlatformFacts {
        standard: marks(codes, &terms.standard, "platform.standard", &written.standard),
        newcomers_gather: written.newcomers_gather,
        station_home: written.station_home,
        levels,
        activities: marks(codes, &terms.activities, "platform.activities", &written.activities),
    }
}

pub(super) fn safeguards(codes: &mut Codes, written: &SafeguardsInput) -> SafeguardFacts {
    let mut budgets = Vec::new();
    for (name, budgeted) in &written.budgets {
        let year = name.parse::<u16>().ok().filter(|_| name.len() == 4);
        if year.is_none() {
            codes.fault(InputFault::NoYear {
                path: format!("safeguards.budgets.{name}"),
                found: name.clone(),
            });
        }
        budgets.extend(year.zip(*budgeted).map(|(year, budgeted)| (i32::from(year), budgeted)));
    }
    SafeguardFacts {
        managed_alike: written.managed_alike,
        budgets,
        training: written.training,
        shared_resources: written.shared_resources,
    }
}

pub(super) fn governance(
    codes: &mut Codes,
    checks: &Checks,
    written: &GovernanceInput,
) -> GovernanceFacts {
    let Some(terms) = &checks.governance else { return GovernanceFacts::default() };
    let roster = written.roster.as_ref().map(|roster| {
        let mut seats = Vec::new();
        for (at, taken) in roster.iter().enumerate() {
            let path = format!("roster[{at}]");
            let seat =
                codes.id(&terms.seats, |seat| &seat.code, format_args!("{path}.seat"), &taken.seat);
            let post = taken
                .post
                .as_ref()
                .and_then(|post| codes.id(&terms.posts, code, format_args!("{path}.post"), post));
            seats.extend(seat.map(|seat| (seat, post)));
        }
        seats
    });
    GovernanceFacts {
        formed: written.formed,
        roster,
        office_at: written
            .office_at
            .as_ref()
            .and_then(|at| codes.id(&terms.bodies, code, "office_at", at)),
    }
}

pub(super) fn reports(
    codes: &mut Codes,
    policy: &Policy,
    written: &ReportInput,
) -> Vec<ReportFacts> {
    let rulebook = policy.core().rulebook();
    let Some(terms) = &rulebook.checks.report else { return Vec::new() };
    let mut found: Vec<ReportFacts> = Vec::new();
    for (name, known) in &written.counties {
        let path = format!("counties.{name}");
        let mut items = Vec::new();
        for (item, done) in &known.items {
            let id = codes.id(&terms.items, code, format_args!("{path}.items.{item}"), item);
            items.extend(id.zip(*done));
        }
        let place = policy.reporting(name);
        match place {
            Some(place) if found.iter().any(|earlier| earlier.place == place) => {
                codes.fault(InputFault::Twice { path, found: name.clone() });
            }
            Some(place) => {
                found.push(ReportFacts { place, items, to_recipient: known.to_recipient });
            }
            None => codes.fault(InputFault::UnknownCode {
                path,
                found: name.clone(),
                known: policy.reporting_names(),
            }),
        }
    }
    found
}
