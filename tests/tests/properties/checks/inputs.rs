//! Inputs of the checks, made by chance: wholly known ones, and what of them isn't known.

use std::collections::BTreeSet;
use std::error::Error;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use qiaolian_core::checks::Check;
use qiaolian_tests::checks::{Answer, answer};
use serde_json::{Map, Value, json};

use super::paths::put;
use crate::packs::{PACKS, Pack};
use crate::subjects::subjects;

/// A check, an input of which everything is known, which of its facts are hidden, and a day.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The check.
    pub check: Check,
    /// The input, wholly known.
    pub known: Value,
    /// The facts that may be hidden, by path; a step of the procedure as `step STEP`.
    pub facts: Vec<String>,
    /// Those that are.
    pub hidden: BTreeSet<String>,
    /// The day.
    pub as_of: NaiveDate,
    /// Under which of the pack's choices of readings.
    pub variant: usize,
}

/// The pack whose document has all checks.
pub fn pack() -> Option<&'static Pack> {
    static FOUND: LazyLock<Option<&Pack>> = LazyLock::new(|| {
        PACKS.iter().find(|pack| pack.policy.rules().iter().any(|rule| rule.check.is_some()))
    });
    *FOUND
}

impl Asked {
    /// The input without the facts that are hidden.
    pub fn input(&self) -> Value {
        let mut input = self.known.clone();
        for path in self.hidden.iter().filter(|path| !path.starts_with(STEP)) {
            put(&mut input, path, Value::Null);
        }
        for step in self.hidden.iter().filter_map(|path| path.strip_prefix(STEP)) {
            if let Some(events) = list(&mut input, "/procedure/events") {
                events.retain(|event| event["step"] != step);
            }
            if let Some(unknown) = list(&mut input, "/procedure/unknown") {
                unknown.push(step.into());
            }
        }
        input
    }

    /// The same once a fact is known, with all that belongs to it.
    pub fn once_known(&self, fact: &str) -> Self {
        let mut later = self.clone();
        later.hidden.retain(|path| path != fact && !path.starts_with(&format!("{fact}[")));
        later
    }

    /// What the check says of it.
    pub fn answer(&self) -> Result<Answer, Box<dyn Error>> {
        self.answer_to(&self.input())
    }

    /// What the check says of another input, all else being the same.
    pub fn answer_to(&self, input: &Value) -> Result<Answer, Box<dyn Error>> {
        let pack = pack().ok_or("no pack has checks")?;
        let policy = pack.variants.get(self.variant).ok_or("no such choice")?;
        answer(policy, self.check, input, self.as_of)
    }
}

fn list<'v>(whole: &'v mut Value, at: &str) -> Option<&'v mut Vec<Value>> {
    whole.pointer_mut(at)?.as_array_mut()
}

const STEP: &str = "step ";

const STEPS: [&str; 5] = [
    "party_approval",
    "candidates_decided",
    "candidates_consulted",
    "congress_election",
    "result_filed",
];

/// Days of the document's years.
pub fn days() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap_or_default();
    let near = [(2020, 6, 20), (2022, 12, 31), (2023, 12, 31)]
        .map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default());
    prop_oneof![
        (0..2000u64).prop_map(move |days| first + Days::new(days)),
        (select(near.to_vec()), 0..4u64)
            .prop_map(|(day, days)| day + Days::new(days) - Days::new(2)),
    ]
}

fn day() -> BoxedStrategy<Value> {
    days().prop_map(|day| day.to_string().into()).boxed()
}

fn truth() -> BoxedStrategy<Value> {
    any::<bool>().prop_map(Value::from).boxed()
}

fn done() -> BoxedStrategy<Value> {
    prop_oneof![truth(), day()].boxed()
}

fn one_of(codes: &'static [&'static str]) -> BoxedStrategy<Value> {
    select(codes).prop_map(Value::from).boxed()
}

fn some_of(codes: &'static [&'static str]) -> BoxedStrategy<Value> {
    proptest::sample::subsequence(codes, 0..=codes.len()).prop_map(Value::from).boxed()
}

const IDENTITIES: [&str; 5] = ["returned", "relative", "overseas", "student", "none"];
const POOLS: [&str; 3] = ["township_staff", "village_committees", "elsewhere"];

/// The facts of a case, one by one.
fn facts_of_a_case() -> Vec<(String, BoxedStrategy<Value>)> {
    let mut facts: Vec<(String, BoxedStrategy<Value>)> = Vec::new();
    let mut add = |path: &str, value: BoxedStrategy<Value>| facts.push((path.to_owned(), value));
    for truth_of in [
        "subject.key_area",
        "procedure.office",
        "leadership.key_work_county",
        "leadership.suitable_full_time_candidate",
        "leadership.more_posts_sought",
        "leadership.all_part_time",
        "leadership.leader_in_charge",
        "leadership.cadre.designated",
        "leadership.one_person",
        "leadership.priority_people",
        "office.key_home_area",
        "office.sought",
        "office.code_system",
        "office.credit_code",
        "platform.newcomers_gather",
        "platform.station_home",
        "safeguards.managed_alike",
        "safeguards.training",
        "safeguards.shared_resources",
    ] {
        add(truth_of, truth());
    }
    for done_of in [
        "leadership.candidates_decided",
        "leadership.candidates_consulted",
        "leadership.result_filed",
        "office.approved",
        "office.registered",
    ] {
        add(done_of, done());
    }
    for level in ["county", "township", "village"] {
        add(&format!("procedure.federations.{level}"), done());
        add(&format!("platform.levels.{level}.federation"), done());
        for group in ["liaison", "service"] {
            add(&format!("platform.levels.{level}.groups.{group}"), truth());
        }
    }
    for item in ["organisation", "team", "funds", "place", "activities"] {
        add(&format!("platform.standard.{item}"), truth());
    }
    for activity in
        ["liaison", "funds_and_talent", "survey", "training", "convenience", "livelihood", "arts"]
    {
        add(&format!("platform.activities.{activity}"), truth());
    }
    for year in 2020..=2025 {
        add(&format!("safeguards.budgets.{year}"), truth());
    }
    add("leadership.section", one_of(&["set_up", "designated", "none"]));
    add(
        "leadership.staffing",
        some_of(&["more_ufwd_posts", "purchased_services", "public_welfare_posts"]),
    );
    add("leadership.cadre.identity", one_of(&IDENTITIES));
    add("leadership.cadre.from", one_of(&POOLS));
    add("office.registered_with", one_of(&["staffing_authority", "civil_affairs", "other"]));
    facts
}

fn members() -> impl Strategy<Value = Vec<Value>> {
    let posts = one_of(&["chair", "vice_chair", "secretary_general", "member"]);
    let times = one_of(&["full_time", "part_time"]);
    let member = (posts, times, one_of(&IDENTITIES), one_of(&POOLS)).prop_map(
        |(post, time, identity, from)| {
            json!({"post": post, "time": time, "identity": identity, "from": from})
        },
    );
    // A list of nobody doesn't say who leads.
    vec(member, 1..4)
}

fn events() -> impl Strategy<Value = Vec<Value>> {
    let steps = proptest::sample::subsequence(&STEPS[..], 0..=STEPS.len());
    (steps, vec(day(), STEPS.len())).prop_map(|(steps, days)| {
        let events = steps.into_iter().zip(days);
        events.map(|(step, day)| json!({"step": step, "on": day, "bodies": []})).collect()
    })
}

/// The subject: what it is, its people, and its organisation, known.
fn subject(pack: &'static Pack) -> impl Strategy<Value = Value> {
    (subjects(pack), select(&*pack.forms), day(), any::<bool>()).prop_map(
        |(mut subject, form, day, is_dated)| {
            subject.more.clear();
            let mut facts = serde_json::to_value(subject.facts()).unwrap_or_default();
            let is_some = *form != pack.no_form;
            put(&mut facts, "existing_form", form.into());
            if is_dated && is_some {
                put(&mut facts, "established_on", day);
            }
            facts
        },
    )
}

/// A case, all of it known, with the paths of its facts.
fn cases(pack: &'static Pack) -> impl Strategy<Value = (Value, Vec<String>)> {
    let (paths, values): (Vec<_>, Vec<_>) = facts_of_a_case().into_iter().unzip();
    (subject(pack), values, members(), events()).prop_map(
        move |(subject, values, members, events)| {
            let mut facts = paths.clone();
            let of_members = ["post", "time", "identity", "from"];
            facts.extend((0..members.len()).flat_map(|at| {
                of_members.map(|field| format!("leadership.members[{at}].{field}"))
            }));
            facts.extend((0..events.len()).map(|at| format!("procedure.events[{at}].on")));
            facts.extend(STEPS.map(|step| format!("{STEP}{step}")));
            for path in ["existing_form", "established_on"] {
                facts.extend(subject.get(path).map(|_| format!("subject.{path}")));
            }
            let mut case = json!({"subject": subject});
            for (path, value) in paths.iter().zip(values) {
                put(&mut case, path, value);
            }
            put(&mut case, "leadership.members", members.into());
            facts.push("leadership.members".to_owned());
            put(&mut case, "procedure.events", events.into());
            put(&mut case, "procedure.unknown", json!([]));
            (case, facts)
        },
    )
}

/// What is known of the leading group, with the paths of its facts.
fn groups() -> impl Strategy<Value = (Value, Vec<String>)> {
    const SEATS: [&str; 5] = ["leader", "deputy", "member", "office_director", "office_deputy"];
    const POSTS: [&str; 10] = [
        "city_ufwd_head",
        "city_ufwd_deputy_head",
        "city_federation_head",
        "city_ufwd_leader",
        "city_ufwd_section_head",
        "city_federation_leader",
        "city_federation_section_head",
        "city_federation_chair",
        "city_ufwd_third_grade",
        "city_ufwd_fourth_grade",
    ];
    // A post that the policy doesn't name is known as well.
    let post = prop_oneof![8 => one_of(&POSTS), 1 => Just(Value::Null)];
    let seat = (one_of(&SEATS), post).prop_map(|(seat, post)| json!({"seat": seat, "post": post}));
    let office = one_of(&["city_federation", "city_ufwd", "other"]);
    (done(), vec(seat, 0..12), office).prop_map(|(formed, roster, office)| {
        let facts = ["formed", "roster", "office_at"].map(str::to_owned);
        (json!({"formed": formed, "roster": roster, "office_at": office}), facts.to_vec())
    })
}

/// What was reported, with the paths of its facts.
fn reports(pack: &'static Pack) -> impl Strategy<Value = (Value, Vec<String>)> {
    let places = &pack.policy.core().rulebook().places;
    let counties = places.iter().filter(|(id, place)| place.county == *id);
    let names: Vec<String> = counties.map(|(_, place)| place.name.clone()).collect();
    vec((done(), done(), truth()), names.len()).prop_map(move |counties| {
        let mut facts = Vec::new();
        let mut all = Map::new();
        for (name, (plan, contact, to)) in names.iter().zip(counties) {
            let county = json!({"items": {"plan": plan, "contact": contact}, "to_recipient": to});
            all.insert(name.clone(), county);
            let of_one = ["items.plan", "items.contact", "to_recipient"];
            facts.extend(of_one.map(|field| format!("counties.{name}.{field}")));
        }
        (json!({"counties": all}), facts)
    })
}

/// The checks whose input is a case.
const OF_CASES: [Check; 4] = [Check::Leadership, Check::Office, Check::Platform, Check::Safeguards];

/// Questions to all checks.
pub fn asked() -> BoxedStrategy<Asked> {
    let Some(pack) = pack() else {
        return any::<u8>().prop_filter_map("no checks", |_| None).boxed();
    };
    let inputs = prop_oneof![
        6 => (select(&OF_CASES[..]), cases(pack)).boxed(),
        1 => (Just(Check::Governance), groups()).boxed(),
        1 => (Just(Check::Report), reports(pack)).boxed(),
    ];
    (inputs, days(), 0..pack.variants.len(), 0..=100u32)
        .prop_flat_map(|((check, (known, facts)), as_of, variant, percent)| {
            let hides = prop::bool::weighted(f64::from(percent) / 100.0);
            let hides = vec(hides, facts.len());
            (Just((check, known, facts, as_of, variant)), hides)
        })
        .prop_map(|((check, known, facts, as_of, variant), hides)| {
            let hidden = facts.iter().zip(hides).filter(|(_, is_hidden)| *is_hidden);
            let hidden = hidden.map(|(fact, _)| fact.clone()).collect();
            Asked { check, known, facts, hidden, as_of, variant }
        })
        .boxed()
}
