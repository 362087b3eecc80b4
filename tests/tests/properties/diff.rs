//! The difference of two policies is exact: a class is in a box if and only if deciding with both
//! policies differs, and in one box at most.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use qiaolian::{Asked, ClassChange, DiffReport, Fulfilment, Policy};
use qiaolian_core::decide::Decision;
use qiaolian_core::model::{AsOf, Counts, FormId, KindId, PlaceId, Subject};
use qiaolian_tests::amended;

use crate::amendments::{AMENDMENTS, policies};
use crate::packs::PACKS;

/// What a register says of a subject, by codes.
#[derive(Clone, Debug)]
struct Class {
    kind: String,
    place: Option<String>,
    key_area: Option<bool>,
    people: u32,
    /// Whether there may be more: a group that is counted is unknown.
    is_open: bool,
    conditions_met: Option<bool>,
    existing_form: Option<String>,
    established_on: Option<NaiveDate>,
    exception_agreed: Option<bool>,
    as_of: NaiveDate,
}

/// The class as a policy knows it.
struct Known<'p> {
    policy: &'p Policy,
    kind: KindId,
    place: Option<PlaceId>,
    /// The organisation that is there on the day.
    form: Option<FormId>,
    subject: Subject,
}

impl<'p> Known<'p> {
    fn of(policy: &'p Policy, class: &Class) -> Option<Self> {
        let rulebook = policy.core().rulebook();
        let kind = rulebook.kind(&class.kind)?;
        // A place outside the policy's area is none of its subjects.
        let counties = rulebook.places.iter().filter(|(id, place)| place.county == *id);
        let is_in_area =
            |code: &String| counties.clone().any(|(_, county)| code.starts_with(&county.code));
        class.place.as_ref().is_none_or(is_in_area).then_some(())?;
        let place = class.place.as_ref().and_then(|code| {
            rulebook.places.find(|place| place.code == *code && place.kind == kind)
        });
        let existing_form = match &class.existing_form {
            Some(code) => Some(rulebook.form(code)?),
            None => None,
        };
        let is_there = class.established_on.is_none_or(|day| day <= class.as_of);
        let form = existing_form.map(|form| if is_there { form } else { rulebook.no_form });
        // One counted group has all people, the others none, or they are unknown.
        let counted = policy.core().terms().counted.groups;
        let mut left = Some(class.people);
        let counts = rulebook.groups.ids().fold(Counts::UNKNOWN, |counts, group| {
            let count = left.take_if(|_| counted.contains(group));
            match count {
                None if class.is_open => counts,
                count => counts.with(group, count.unwrap_or(0)),
            }
        });
        let place = place.map(|(id, _)| id);
        let subject = Subject {
            place,
            counts,
            key_area: class.key_area,
            existing_form,
            established_on: class.established_on,
            conditions_met: class.conditions_met,
            exception_agreed: class.exception_agreed,
            ..Subject::unknown(kind)
        };
        Some(Self { policy, kind, place, form, subject })
    }

    fn decision(&self, as_of: NaiveDate) -> Option<Decision> {
        let as_of = AsOf { date: as_of, due_soon_days: 90 };
        self.policy.core().decide(&self.subject, as_of).ok()
    }

    /// The area of the row that holds, as the policy's lists and the record's own word say.
    fn area(&self) -> Option<String> {
        let terms = self.policy.core().terms();
        let said = self.subject.key_area;
        let row =
            terms.row_for(self.kind, |area| terms.is_in(area, self.kind, self.place, said))?;
        terms.rows.of(row).area.map(|area| terms.areas.of(area).code.clone())
    }

    fn presumed(&self) -> Option<String> {
        let terms = self.policy.core().terms();
        let found = terms.presumptions.iter().find(|one| Some(one.place) == self.place)?;
        Some(self.code(found.form))
    }

    fn code(&self, form: FormId) -> String {
        self.policy.core().rulebook().forms.of(form).code.clone()
    }

    fn outcome(&self, decision: &Decision) -> (Option<qiaolian::Duty>, Vec<String>, Option<i32>) {
        let mut forms: Vec<String> = decision.forms.iter().map(|form| self.code(form)).collect();
        forms.sort();
        (decision.duty, forms, decision.due)
    }
}

/// Whether a box has a class, by nothing but what the box says.
fn fits(found: &ClassChange, class: &Class, before: &Known<'_>, after: &Known<'_>) -> bool {
    let number = u64::from(class.people);
    let is_met = class.conditions_met != Some(false);
    let areas = (before.area(), after.area());
    found.kinds.contains(&class.kind)
        && found.areas.as_ref().is_none_or(|pairs| {
            pairs.iter().any(|pair| (&pair.before, &pair.after) == (&areas.0, &areas.1))
        })
        && (found.people.least <= number || class.is_open)
        && found.people.most.is_none_or(|most| number <= most)
        && found.conditions_met.is_none_or(|met| met == is_met)
        // The forms of an open number are those that fulfil whatever it is, with any organisation.
        && found.organisations.as_ref().filter(|_| !class.is_open).is_none_or(|all| {
            all.iter().any(|one| match (&one.recorded, before.form) {
                (Some(code), Some(form)) => *code == before.code(form),
                (None, None) => {
                    one.presumed_before == before.presumed()
                        && one.presumed_after == after.presumed()
                        && class
                            .place
                            .as_ref()
                            .is_none_or(|code| one.places.iter().any(|place| place.code == *code))
                }
                (Some(_), None) | (None, Some(_)) => false,
            })
        })
}

/// Where a box moves places, it names them.
fn names_its_places(
    found: &ClassChange,
    class: &Class,
    before: &Known<'_>,
    after: &Known<'_>,
) -> bool {
    let areas = (before.area(), after.area());
    found.areas.iter().flatten().all(|pair| {
        (&pair.before, &pair.after) != (&areas.0, &areas.1)
            || pair.before == pair.after
            || match (&class.place, class.key_area) {
                (Some(code), None) => pair.moved.iter().any(|place| place.code == *code),
                (None, None) => false,
                (_, Some(_)) => pair.by_record,
            }
    })
}

/// Whether a box's side says what the policy decides.
fn says(asked: &Option<Asked>, known: &Known<'_>, decision: &Decision) -> bool {
    let Some(asked) = asked else { return false };
    let mut forms = asked.forms.clone();
    forms.sort();
    let due = decision.due.and_then(qiaolian_core::compile::day_of);
    (Some(asked.duty), &forms, asked.due) == (decision.duty, &known.outcome(decision).1, due)
        && asked.fulfilment.is_none_or(|fulfilment| fulfilment == decision.fulfilment)
}

/// Whether the report is right about a class; why not. None where it is no class of both policies.
fn fault(diff: &DiffReport, policies: (&Policy, &Policy), class: &Class) -> Option<String> {
    let (before, after) = (Known::of(policies.0, class)?, Known::of(policies.1, class)?);
    let (first, second) = (before.decision(class.as_of)?, after.decision(class.as_of)?);
    let boxes: Vec<&ClassChange> =
        diff.classes.iter().filter(|found| fits(found, class, &before, &after)).collect();
    let of = |known: &Known<'_>, decision: &Decision| -> (_, Fulfilment) {
        (known.outcome(decision), decision.fulfilment)
    };
    let differs = of(&before, &first) != of(&after, &second);
    if class.is_open {
        // Where a count is unknown, nothing differs but by the numbers that it may be.
        let is_same = (first.people == second.people).then(|| {
            let possible = first.possible_duties == second.possible_duties;
            !differs && possible && first.status == second.status
        });
        let is_wrong = boxes.is_empty() && is_same == Some(false);
        return is_wrong.then(|| format!("{class:?}\n{first:?}\n{second:?}"));
    }
    let is_right = match &*boxes {
        [] => !differs && (first.status, first.days_left) == (second.status, second.days_left),
        [one] => {
            differs
                && says(&one.before, &before, &first)
                && says(&one.after, &after, &second)
                && names_its_places(one, class, &before, &after)
        }
        [_, _, ..] => false,
    };
    (!is_right).then(|| format!("{class:?}\n{first:?}\n{second:?}\n{boxes:#?}"))
}

/// What classes of two policies can be made of.
#[derive(Clone, Debug)]
struct Parts {
    /// Kinds with a place, or without.
    what: Vec<(String, Option<String>)>,
    people: Vec<u32>,
    forms: Vec<Option<String>>,
    days: Vec<NaiveDate>,
}

impl Parts {
    fn of(policies: [&Policy; 2]) -> Self {
        let mut parts = Self {
            what: Vec::new(),
            people: vec![0, 1, 1_000_000],
            forms: vec![None],
            days: NaiveDate::from_ymd_opt(2023, 11, 15).into_iter().collect(),
        };
        for policy in policies {
            let (rulebook, terms) = (policy.core().rulebook(), policy.core().terms());
            parts.what.extend(rulebook.kinds.iter().map(|(_, kind)| (kind.code.clone(), None)));
            let listed = terms.areas.iter().flat_map(|(_, area)| area.places.iter().copied());
            let presumed = terms.presumptions.iter().map(|presumed| presumed.place);
            let some = rulebook.places.ids().step_by(97);
            for place in listed.chain(presumed).chain(some) {
                let place = rulebook.places.of(place);
                let kind = rulebook.kinds.of(place.kind).code.clone();
                parts.what.push((kind, Some(place.code.clone())));
            }
            let tiers = terms.rows.iter().flat_map(|(_, row)| row.tiers.iter());
            let starts = tiers.map(|(_, tier)| tier.start(&terms.limits));
            parts
                .people
                .extend(starts.flat_map(|start| [start.saturating_sub(1), start, start + 1]));
            parts.forms.extend(rulebook.forms.iter().map(|(_, form)| Some(form.code.clone())));
            for date in terms.dates.ids() {
                let day = terms.due_day(date);
                parts.days.extend([Some(day), day.succ_opt()].into_iter().flatten());
            }
        }
        parts.what.sort();
        parts.what.dedup();
        parts.people.sort_unstable();
        parts.people.dedup();
        parts.forms.sort();
        parts.forms.dedup();
        parts
    }

    /// Every class, on the first day.
    fn each(&self, mut visit: impl FnMut(&Class)) {
        const TRUTHS: [Option<bool>; 3] = [None, Some(true), Some(false)];
        for (kind, place) in &self.what {
            for key_area in TRUTHS {
                for people in &self.people {
                    for conditions_met in [None, Some(false)] {
                        for existing_form in &self.forms {
                            visit(&Class {
                                kind: kind.clone(),
                                place: place.clone(),
                                key_area,
                                people: *people,
                                is_open: false,
                                conditions_met,
                                existing_form: existing_form.clone(),
                                established_on: None,
                                exception_agreed: None,
                                as_of: self.days.first().copied().unwrap_or_default(),
                            });
                        }
                    }
                }
            }
        }
    }
}

/// Every class of both policies; how many there were, and the first that the report is wrong about.
fn walked(before: &Policy, after: &Policy) -> (usize, Option<String>) {
    let (diff, mut count, mut wrong) = (before.diff(after), 0, None);
    Parts::of([before, after]).each(|class| {
        count += 1;
        if wrong.is_none() {
            wrong = fault(&diff, (before, after), class);
        }
    });
    (count, wrong)
}

#[test]
fn every_class_of_a_policy_and_itself_under_each_other_choice_is_told_rightly() {
    for pack in PACKS.iter() {
        for variant in &pack.variants {
            for (before, after) in [(&pack.policy, variant), (variant, &pack.policy)] {
                let (count, wrong) = walked(before, after);
                assert!(count > 100);
                assert_eq!(wrong, None, "{before:?} {:?}", after.other_readings());
            }
        }
    }
}

#[test]
fn every_class_that_two_packs_have_in_common_is_told_rightly() {
    for before in PACKS.iter() {
        for after in PACKS.iter() {
            let (_, wrong) = walked(&before.policy, &after.policy);
            assert_eq!(wrong, None, "{:?} {:?}", before.policy, after.policy);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_class_of_two_amended_policies_is_told_rightly(
        before in policies(),
        after in policies(),
        chances in prop::collection::vec(
            (any::<[Index; 5]>(), any::<[Option<bool>; 3]>(), any::<[bool; 2]>()), 300),
    ) {
        // Amendments that make a choice of a reading idle, or a pack unsound, are no pack.
        prop_assume!(before.1.is_some() && after.1.is_some());
        let (Some(first), Some(second)) = (before.1.as_ref(), after.1.as_ref()) else {
            return Ok(());
        };
        let diff = first.diff(second);
        let parts = Parts::of([first, second]);
        for (at, [key_area, conditions_met, exception_agreed], [has_day, is_open]) in chances {
            let (kind, place) = at[0].get(&parts.what).clone();
            let class = Class {
                kind,
                place,
                key_area,
                people: *at[1].get(&parts.people),
                is_open,
                conditions_met,
                existing_form: at[2].get(&parts.forms).clone(),
                established_on: has_day.then(|| *at[3].get(&parts.days)),
                exception_agreed,
                as_of: *at[4].get(&parts.days),
            };
            let class = Class {
                established_on: class.established_on.filter(|_| class.existing_form.is_some()),
                ..class
            };
            let wrong = fault(&diff, (first, second), &class);
            prop_assert_eq!(wrong, None, "{:?} {:?}", before.0, after.0);
        }
    }
}

#[test]
fn each_amendment_holds_up_and_shows() {
    let policy = Policy::yuxi_2020();
    for edit in &AMENDMENTS {
        let other = amended(std::slice::from_ref(edit)).unwrap();
        let diff = policy.diff(&other);
        assert!(!diff.constants.is_empty(), "{edit:?}");
        let (_, wrong) = walked(&policy, &other);
        assert_eq!(wrong, None, "{edit:?}");
    }
}
