//! What a programmer would write for one part of Yuxi's plan, under its default readings: the duty
//! and the status, in plain ifs, every constant in its place.
//!
//! It looks nothing up: whether a place is a key area, and what is presumed of a county, stand among
//! its facts. It gives no forms, no due date, no provisions, no missing facts, and knows one reading.

use chrono::NaiveDate;
use qiaolian_core::model::{AsOf, Duty, Status, Subject};
use qiaolian_core::policy::Policy;

/// A class of subjects that the plan treats alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// A county.
    County,
    /// A township.
    Township,
    /// A village.
    Village,
    /// Any kind of unit.
    Unit,
}

impl Class {
    /// Its name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::Township => "township",
            Self::Village => "village",
            Self::Unit => "unit",
        }
    }
}

/// A form of organisation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// A federation.
    Federation,
    /// A branch.
    Branch,
    /// A group.
    Group,
    /// A station.
    Station,
    /// A federation of several places.
    CrossRegionJoint,
    /// An organisation of several units.
    CrossUnitJoint,
    /// None.
    None,
}

/// The facts that duty and status depend on, looked up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Facts {
    /// The class.
    pub class: Class,
    /// Whether it is a key area.
    pub key_area: bool,
    /// The people of each of the three groups, where known.
    pub groups: [Option<u32>; 3],
    /// The people of all groups, where they were counted as one number.
    pub total: Option<u32>,
    /// The organisation on record, or presumed.
    pub form: Option<Form>,
    /// When the organisation on record was set up, in days from the common era.
    pub established: Option<i32>,
    /// Whether a unit is ready.
    pub conditions_met: Option<bool>,
    /// Whether an exception was agreed.
    pub exception_agreed: Option<bool>,
}

impl Facts {
    /// The facts of a subject under Yuxi's plan; none where it isn't one of that plan.
    #[must_use]
    pub fn of(policy: &Policy, subject: &Subject) -> Option<Self> {
        let (rulebook, terms) = (policy.rulebook(), policy.terms());
        let class = match rulebook.kinds.get(subject.kind)?.code.as_str() {
            "county" => Class::County,
            "township" => Class::Township,
            "village" => Class::Village,
            _ => Class::Unit,
        };
        let mut key_areas = terms.areas.iter().filter(|(_, area)| area.is_key_area);
        let key_area = key_areas
            .any(|(area, _)| terms.is_in(area, subject.kind, subject.place, subject.key_area));
        let mut groups = [None; 3];
        for (slot, group) in groups.iter_mut().zip(rulebook.groups.ids()) {
            *slot = subject.counts.get(group);
        }
        let presumed = terms.presumptions.iter().find(|known| Some(known.place) == subject.place);
        let form = match subject.existing_form.or(presumed.map(|known| known.form)) {
            None => None,
            Some(form) => Some(match rulebook.forms.get(form)?.code.as_str() {
                "federation" => Form::Federation,
                "branch" => Form::Branch,
                "group" => Form::Group,
                "station" => Form::Station,
                "cross_region_joint" => Form::CrossRegionJoint,
                "cross_unit_joint" => Form::CrossUnitJoint,
                "none" => Form::None,
                _ => return None,
            }),
        };
        let on_record = subject.established_on.filter(|_| subject.existing_form.is_some());
        Some(Self {
            class,
            key_area,
            groups,
            total: subject.counts.total,
            form,
            established: on_record.map(day),
            conditions_met: subject.conditions_met,
            exception_agreed: subject.exception_agreed,
        })
    }
}

/// A day as a number.
#[must_use]
pub fn day(date: NaiveDate) -> i32 {
    chrono::Datelike::num_days_from_ce(&date)
}

const END_2022: i32 = 738_520;
const END_2023: i32 = END_2022 + 365;
const END_2024: i32 = END_2023 + 366;

/// The duty and the status of a subject on a date: no duty where several are possible.
#[must_use]
#[inline]
pub fn duty_and_status(facts: &Facts, as_of: AsOf) -> (Option<Duty>, Status) {
    let today = day(as_of.date);
    let soon = as_of.due_soon_days;
    let form = match (facts.form, facts.established) {
        (Some(_), Some(since)) if since > today => Some(Form::None),
        (form, _) => form,
    };
    if facts.class == Class::County {
        return (Some(Duty::Must), owed(facts, form, Duty::Must, END_2022, today, soon));
    }
    if facts.key_area {
        let duty = Duty::InPrincipleMust;
        return (Some(duty), owed(facts, form, duty, END_2022, today, soon));
    }
    let (count, complete) = count(facts);
    let threshold = if facts.class == Class::Township { 100 } else { 30 };
    if count >= threshold {
        let (duty, status) = upper(facts, form, today, soon);
        return (Some(duty), status);
    }
    if complete {
        return if count == 0 {
            (Some(Duty::None), Status::NotApplicable)
        } else {
            (Some(Duty::May), may(form))
        };
    }
    // Open above: any outcome from the one of so many people on is possible.
    let (_, status) = upper(facts, form, today, soon);
    if count > 0 && status == may(form) { (None, status) } else { (None, Status::Undetermined) }
}

#[inline]
fn count(facts: &Facts) -> (u64, bool) {
    if let Some(total) = facts.total {
        return (u64::from(total), true);
    }
    let [returned, overseas, students] = facts.groups;
    let complete = returned.is_some() && overseas.is_some() && students.is_some();
    let known = u64::from(returned.unwrap_or(0))
        + u64::from(overseas.unwrap_or(0))
        + u64::from(students.unwrap_or(0));
    (known, complete)
}

#[inline]
fn upper(facts: &Facts, form: Option<Form>, today: i32, soon: u32) -> (Duty, Status) {
    let (duty, due) = if facts.class == Class::Unit {
        if facts.conditions_met == Some(false) {
            (Duty::Should, END_2024)
        } else {
            (Duty::InPrincipleShould, END_2024)
        }
    } else {
        (Duty::InPrincipleShould, END_2023)
    };
    (duty, owed(facts, form, duty, due, today, soon))
}

#[inline]
fn may(form: Option<Form>) -> Status {
    match form {
        None | Some(Form::None) => Status::Optional,
        Some(_) => Status::Satisfied,
    }
}

#[inline]
fn owed(facts: &Facts, form: Option<Form>, duty: Duty, due: i32, today: i32, soon: u32) -> Status {
    let full = match form {
        Some(Form::Federation) => true,
        Some(Form::CrossRegionJoint) => {
            duty == Duty::InPrincipleShould && facts.class != Class::Unit
        }
        Some(Form::Group | Form::Station | Form::CrossUnitJoint) => duty == Duty::Should,
        Some(Form::Branch | Form::None) | None => false,
    };
    if full {
        return if facts.established.is_some_and(|since| since > due) {
            Status::SatisfiedLate
        } else {
            Status::Satisfied
        };
    }
    if facts.exception_agreed == Some(true)
        && (duty == Duty::InPrincipleMust || duty == Duty::InPrincipleShould)
    {
        return Status::Excepted;
    }
    if form.is_none() {
        return Status::Unverified;
    }
    let left = due - today;
    if left < 0 {
        Status::Overdue
    } else if left.unsigned_abs() <= soon {
        Status::DueSoon
    } else {
        Status::Pending
    }
}
