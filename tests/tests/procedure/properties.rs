//! What holds of every procedure.

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use qiaolian_core::checks::procedure::{Event, ProcedureFacts, StepState, plan, procedure};
use qiaolian_core::checks::{CheckRule, Done, Finding, Outcome, SubjectView};
use qiaolian_core::model::{
    AsOf, BodyId, Counts, FormId, GroupId, Id, IdSet, KindId, StepId, Subject,
};

use crate::case::{Answer, Case, YUXI, terms};

fn days() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2022, 9, 1).unwrap_or_default();
    (0..800u64).prop_map(move |days| first.checked_add_days(Days::new(days)).unwrap_or(first))
}

fn forms() -> impl Strategy<Value = FormId> {
    select(YUXI.rulebook().forms.ids().collect::<Vec<_>>())
}

fn steps() -> impl Strategy<Value = StepId> {
    select(terms().steps.ids().collect::<Vec<_>>())
}

fn bodies() -> impl Strategy<Value = IdSet<BodyId>> {
    let bodies = select(terms().bodies.ids().collect::<Vec<_>>());
    vec(bodies, 0..5).prop_map(|bodies| bodies.into_iter().collect())
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let event = (steps(), option::weighted(0.8, days()), option::weighted(0.7, bodies()));
    vec(event.prop_map(|(step, on, bodies)| Event { step, on, bodies }), 0..16)
}

fn subjects() -> impl Strategy<Value = Subject> {
    let rulebook = YUXI.rulebook();
    let places: Vec<_> =
        rulebook.places.iter().map(|(id, place)| (Some(id), place.county, place.kind)).collect();
    let county = places.first().map(|(_, county, _)| *county).unwrap_or_default();
    let units = rulebook.kinds.iter().filter(|(_, kind)| kind.code_digits.is_none());
    let units: Vec<_> = units.map(|(kind, _)| (None, county, kind)).collect();
    let what = prop_oneof![2 => select(places), 1 => select(units)];
    let counts = vec(option::weighted(0.6, 0..120u32), rulebook.groups.len());
    let organisation = (option::weighted(0.6, forms()), option::of(days()));
    let truths = vec(option::weighted(0.4, any::<bool>()), 3);
    (what, counts, organisation, truths).prop_map(
        |((place, county, kind), counts, (form, on), truths)| {
            let known = counts
                .into_iter()
                .enumerate()
                .filter_map(|(at, count)| Some((GroupId::new(at)?, count?)));
            let truth = |at: usize| truths.get(at).copied().flatten();
            Subject {
                place,
                county: Some(county),
                counts: known
                    .fold(Counts::UNKNOWN, |counts, (group, count)| counts.with(group, count)),
                key_area: truth(0),
                existing_form: form,
                established_on: on,
                conditions_met: truth(1),
                exception_agreed: truth(2),
                ..Subject::unknown(kind)
            }
        },
    )
}

fn federations() -> impl Strategy<Value = Vec<(KindId, Done)>> {
    let kinds: Vec<KindId> = YUXI.rulebook().kinds.ids().take(2).collect();
    let done = prop_oneof![any::<bool>().prop_map(Done::Known), days().prop_map(Done::On)];
    vec(option::of(done), kinds.len()).prop_map(move |done| {
        kinds.iter().copied().zip(done).filter_map(|(kind, done)| Some((kind, done?))).collect()
    })
}

fn facts() -> impl Strategy<Value = ProcedureFacts> {
    let unknown = vec(steps(), 0..6).prop_map(|steps| steps.into_iter().collect());
    let form = option::weighted(0.4, forms());
    let recorded = option::weighted(0.9, events());
    (form, option::of(any::<bool>()), recorded, unknown, federations()).prop_map(
        |(form, office, events, unknown, federations)| ProcedureFacts {
            form,
            office,
            events,
            unknown,
            federations,
        },
    )
}

fn cases() -> impl Strategy<Value = (Case, AsOf)> {
    let as_of = days().prop_map(|date| AsOf { date, due_soon_days: 90 });
    (subjects(), facts(), as_of)
        .prop_map(|(subject, facts, as_of)| (Case { subject, facts }, as_of))
}

/// What findings a rule has of what, by its step and body.
fn found(answer: &Answer, finding: &Finding) -> (CheckRule, String, String) {
    let says = |slot| answer.says(finding, slot).to_owned();
    (finding.rule, says("step"), says("body"))
}

fn state(answer: &Answer, step: StepId) -> Option<StepState> {
    let mut steps = answer.procedure.steps.iter();
    steps.find(|known| known.step == step).map(|known| known.state)
}

/// One more fact is known. The day of an event that had none isn't after the date: it was said to be done.
fn learn(case: &Case, which: usize, form: FormId, yes: bool, day: NaiveDate, more: &Event) -> Case {
    let mut case = case.clone();
    let (subject, facts) = (&mut case.subject, &mut case.facts);
    match which {
        0 if subject.existing_form.is_none() => subject.existing_form = Some(form),
        1 if subject.exception_agreed.is_none() => subject.exception_agreed = Some(yes),
        2 if facts.office.is_none() => facts.office = Some(yes),
        3 if facts.events.is_none() => facts.events = Some(vec![*more]),
        4 => {
            let recorded = facts.events.iter().flatten().map(|event| event.step);
            let recorded: IdSet<StepId> = recorded.collect();
            if let Some(step) = facts.unknown.difference(recorded).iter().next() {
                facts.unknown = facts.unknown.difference(IdSet::EMPTY.with(step));
                if yes {
                    let event = Event { step, on: Some(day), bodies: more.bodies };
                    facts.events.get_or_insert_default().push(event);
                }
            }
        }
        5 => {
            let events = facts.events.iter_mut().flatten();
            if let Some(event) = { events }.find(|event| event.on.is_none()) {
                event.on = Some(day);
            }
        }
        6 => {
            let events = facts.events.iter_mut().flatten();
            if let Some(event) = { events }.find(|event| event.bodies.is_none()) {
                event.bodies = more.bodies.or(Some(IdSet::EMPTY));
            }
        }
        7 => {
            let kinds = YUXI.rulebook().kinds.ids().take(2);
            let said: Vec<KindId> = facts.federations.iter().map(|(kind, _)| *kind).collect();
            if let Some(kind) = { kinds }.find(|kind| !said.contains(kind)) {
                facts.federations.push((kind, Done::Known(yes)));
            }
        }
        _ => {
            let groups = YUXI.rulebook().groups.ids();
            let unknown = { groups }.find(|group| subject.counts.get(*group).is_none());
            if let Some(group) = unknown {
                subject.counts = subject.counts.with(group, if yes { 40 } else { 0 });
            }
        }
    }
    case
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn nothing_depends_on_the_order_of_events((case, as_of) in cases(), by in any::<Index>()) {
        let mut turned = case.clone();
        if let Some(events) = turned.facts.events.as_mut().filter(|events| !events.is_empty()) {
            let at = by.index(events.len());
            events.rotate_left(at);
            events.reverse();
        }
        prop_assert_eq!(case.as_of(as_of).procedure, turned.as_of(as_of).procedure);
    }

    #[test]
    fn learning_a_fact_never_turns_not_met_into_unknown(
        (case, as_of) in cases(),
        (which, form, yes, day) in (0..9usize, forms(), any::<bool>(), days()),
        more in (steps(), days(), option::of(bodies())),
    ) {
        let (step, on, bodies) = more;
        let more = Event { step, on: Some(on), bodies };
        let before = case.as_of(as_of);
        let after = learn(&case, which, form, yes, day.min(as_of.date), &more).as_of(as_of);
        let not_met = before.procedure.findings.iter().filter(|found| found.outcome == Outcome::NotMet);
        for finding in not_met {
            let same = found(&before, finding);
            let later = after.procedure.findings.iter().find(|later| found(&after, later) == same);
            let outcome = later.map(|later| later.outcome);
            prop_assert_ne!(outcome, Some(Outcome::Unknown), "{:?} by fact {}", same, which);
        }
    }

    #[test]
    fn completing_a_possible_step_never_adds_a_blocked_one((case, as_of) in cases(), by in any::<Index>()) {
        let before = case.as_of(as_of);
        let possible: Vec<_> =
            before.procedure.steps.iter().filter(|step| step.state == StepState::Possible).collect();
        if possible.is_empty() {
            return Ok(());
        }
        let done = possible[by.index(possible.len())].step;
        let mut later = case.clone();
        let event = Event { step: done, on: Some(as_of.date), bodies: None };
        later.facts.events.get_or_insert_default().push(event);
        let after = later.as_of(as_of);
        prop_assert_eq!(state(&after, done), Some(StepState::Done));
        for step in after.procedure.steps.iter().filter(|step| step.state == StepState::Blocked) {
            prop_assert_eq!(state(&before, step.step), Some(StepState::Blocked));
        }
    }

    #[test]
    fn doing_possible_steps_one_after_another_completes_every_path(
        (mut case, as_of) in cases(),
        office in any::<bool>(),
        by in any::<Index>(),
    ) {
        case.facts = ProcedureFacts {
            office: Some(office),
            events: Some(Vec::new()),
            unknown: IdSet::EMPTY,
            ..case.facts
        };
        let first = case.as_of(as_of);
        if first.procedure.path.is_none() {
            return Ok(());
        }
        for _ in 0..=first.procedure.steps.len() {
            let now = case.as_of(as_of);
            let possible: Vec<_> =
                now.procedure.steps.iter().filter(|step| step.state == StepState::Possible).collect();
            if possible.is_empty() {
                break;
            }
            let step = possible[by.index(possible.len())].step;
            let event = Event { step, on: Some(as_of.date), bodies: None };
            case.facts.events.get_or_insert_default().push(event);
        }
        let last = case.as_of(as_of);
        prop_assert_eq!(last.procedure.complete, Some(true));
        prop_assert!(last.procedure.out_of_order.is_empty() || case.subject.established_on.is_some());
        prop_assert!(plan(&last.procedure).stages.is_empty());
    }

    #[test]
    fn a_plan_has_each_open_step_once_behind_those_that_it_waits_for((case, as_of) in cases()) {
        let answer = case.as_of(as_of);
        let plan = answer.plan();
        let open = answer.procedure.steps.iter().filter(|step| step.state.is_open()).count();
        prop_assert_eq!(plan.stages.iter().flatten().count(), open);
        let mut earlier: IdSet<StepId> = IdSet::EMPTY;
        for stage in &plan.stages {
            prop_assert!(!stage.is_empty());
            for step in stage {
                prop_assert!(step.after.difference(earlier).is_empty());
            }
            earlier = stage.iter().map(|step| step.step).fold(earlier, IdSet::with);
        }
    }

    #[test]
    fn each_finding_is_one_that_its_rule_can_have_and_says_all((case, as_of) in cases()) {
        let answer = case.as_of(as_of);
        for finding in &answer.procedure.findings {
            prop_assert!(finding.rule.outcomes().contains(&finding.outcome), "{finding:?}");
            let filled: Vec<&str> = finding.slots.iter().map(|(slot, _)| *slot).collect();
            prop_assert_eq!(&*filled, finding.rule.slots(), "{:?}", finding.rule);
            prop_assert_eq!(finding.outcome == Outcome::Unknown, !finding.missing.is_empty(), "{:?}", finding);
        }
    }

    #[test]
    fn ids_of_another_policy_do_no_harm(
        (mut case, as_of) in cases(),
        at in 0..200usize,
        on in option::of(days()),
    ) {
        let far = |at: usize| (StepId::new(at), FormId::new(at), KindId::new(at));
        let (step, form, kind) = far(at);
        let event = step.map(|step| Event { step, on, bodies: Some(BodyId::new(at).into_iter().collect()) });
        case.facts.events.get_or_insert_default().extend(event);
        case.facts.form = form;
        case.facts.federations.extend(kind.map(|kind| (kind, Done::Known(true))));
        let view = SubjectView::new(&YUXI, case.subject, as_of).unwrap();
        prop_assert!(procedure(&view, &case.facts).is_some());
    }
}
