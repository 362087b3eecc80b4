//! Offices and registration: who may have an office, where an approved one registers, and what the
//! others wait for.

use super::Finding;
use super::data::Item;
use super::known::{Done, both};
use super::rule::{CheckRule, Outcome};
use super::view::{EXISTING_FORM, SubjectView};
use crate::model::{Arena, IdSet, ItemId, KindId};

/// The constants of offices and registration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfficeTerms {
    /// The kinds whose federations may have an office.
    pub kinds: IdSet<KindId>,
    /// The kinds whose federations may have one in a key home area of overseas Chinese.
    pub kinds_in_home_areas: IdSet<KindId>,
    /// The kinds that strive for one.
    pub striving: IdSet<KindId>,
    /// Authorities with which something can be registered.
    pub registries: Arena<ItemId, Item>,
    /// The one that the document names.
    pub registry: ItemId,
}

/// What is known of a federation's office and registration.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OfficeFacts {
    /// Whether it is a key home area of overseas Chinese: a fact the caller gives, never derived.
    pub key_home_area: Option<bool>,
    /// Whether an office was striven for.
    pub sought: Option<bool>,
    /// Whether the staffing authority approved one.
    pub approved: Option<Done>,
    /// Whether the federation is registered.
    pub registered: Option<Done>,
    /// With which authority.
    pub registered_with: Option<ItemId>,
    /// Whether there is a system of credit codes for grassroots organisations.
    pub code_system: Option<bool>,
    /// Whether the organisation has its code.
    pub credit_code: Option<bool>,
}

const HOME_AREA: &str = "office.key_home_area";
const SOUGHT: &str = "office.sought";
const APPROVED: &str = "office.approved";
const REGISTERED: &str = "office.registered";
const REGISTERED_WITH: &str = "office.registered_with";
const CODE_SYSTEM: &str = "office.code_system";
const CREDIT_CODE: &str = "office.credit_code";

/// What is found of a subject's office and registration. Nothing where the policy has no such check.
#[must_use]
pub fn office(view: &SubjectView<'_>, facts: &OfficeFacts) -> Vec<Finding> {
    let Some(terms) = &view.checks().office else { return Vec::new() };
    let now = Now {
        always_may: terms.kinds.contains(view.subject.kind),
        may_have_one: may_have_one(view, terms, facts),
        approved: facts.approved.map(|done| done.by(view.today())),
        registered: facts.registered.map(|done| done.by(view.today())),
        organisation: view.organisation(),
    };
    let found =
        |rule, (outcome, missing): Found| Some(view.finding(rule, outcome)?.missing(missing));
    let first = found(CheckRule::OrganisationFirst, organisation_first(&now));
    let channel = found(CheckRule::RegistrationChannel, channel(terms, facts, &now));
    let findings = [
        found(CheckRule::OfficeAllowed, allowed(&now)),
        found(CheckRule::OfficeSought, sought(view, terms, facts, &now)),
        found(CheckRule::OfficeRegistered, registered(&now)),
        channel.map(|finding| {
            let registry = terms.registries.of(terms.registry).label.clone();
            finding.with("registry", registry)
        }),
        first.map(|finding| finding.due(view.due())),
        found(CheckRule::CreditCode, credit_code(facts, &now)),
    ];
    findings.into_iter().flatten().collect()
}

type Found = (Outcome, Vec<&'static str>);

/// What is there on the date.
struct Now {
    /// Whether its kind may have an office anywhere.
    always_may: bool,
    may_have_one: Option<bool>,
    approved: Option<bool>,
    registered: Option<bool>,
    organisation: Option<bool>,
}

/// Whether such a federation may have an office.
fn may_have_one(view: &SubjectView<'_>, terms: &OfficeTerms, facts: &OfficeFacts) -> Option<bool> {
    let kind = view.subject.kind;
    if terms.kinds.contains(kind) {
        Some(true)
    } else {
        both(Some(terms.kinds_in_home_areas.contains(kind)), facts.key_home_area)
    }
}

fn open(facts: impl IntoIterator<Item = (&'static str, bool)>) -> Found {
    let open = facts.into_iter().filter(|(_, open)| *open).map(|(name, _)| name);
    (Outcome::Unknown, open.collect())
}

fn allowed(now: &Now) -> Found {
    match (now.approved, now.may_have_one) {
        (Some(false), _) => (Outcome::NotApplicable, Vec::new()),
        (Some(true), Some(true)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(false)) => (Outcome::Review, Vec::new()),
        (approved, may) => open([(HOME_AREA, may.is_none()), (APPROVED, approved.is_none())]),
    }
}

fn sought(view: &SubjectView<'_>, terms: &OfficeTerms, facts: &OfficeFacts, now: &Now) -> Found {
    if !terms.striving.contains(view.subject.kind) {
        return (Outcome::NotApplicable, Vec::new());
    }
    match (now.approved, facts.sought) {
        (Some(true), _) | (_, Some(true)) => (Outcome::Met, Vec::new()),
        (Some(false), Some(false)) => (Outcome::Advice, Vec::new()),
        (approved, sought) => open([(SOUGHT, sought.is_none()), (APPROVED, approved.is_none())]),
    }
}

fn registered(now: &Now) -> Found {
    match (now.approved, now.registered) {
        (Some(false), _) => (Outcome::NotApplicable, Vec::new()),
        (Some(true), Some(true)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(false)) => (Outcome::NotMet, Vec::new()),
        (approved, registered) => {
            open([(APPROVED, approved.is_none()), (REGISTERED, registered.is_none())])
        }
    }
}

fn channel(terms: &OfficeTerms, facts: &OfficeFacts, now: &Now) -> Found {
    match (now.registered, facts.registered_with) {
        (Some(false), _) => (Outcome::NotApplicable, Vec::new()),
        (Some(true), Some(with)) if with == terms.registry => (Outcome::Met, Vec::new()),
        (Some(true), Some(_)) => (Outcome::Review, Vec::new()),
        (registered, with) => {
            open([(REGISTERED, registered.is_none()), (REGISTERED_WITH, with.is_none())])
        }
    }
}

/// No office yet is no reason to wait.
fn organisation_first(now: &Now) -> Found {
    let waits = both(now.may_have_one, now.approved.map(|approved| !approved));
    match (waits, now.organisation) {
        (Some(false), _) => (Outcome::NotApplicable, Vec::new()),
        (Some(true), Some(true)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(false)) => (Outcome::Advice, Vec::new()),
        (_, organisation) => open([
            (EXISTING_FORM, organisation.is_none()),
            (HOME_AREA, now.may_have_one.is_none()),
            (APPROVED, now.approved.is_none()),
        ]),
    }
}

/// Grassroots organisations without an office wait for the system of codes, then follow it.
fn credit_code(facts: &OfficeFacts, now: &Now) -> Found {
    let without_office = match (now.always_may, now.may_have_one) {
        (true, _) => Some(false),
        (false, Some(false)) => Some(true),
        (false, Some(true) | None) => now.approved.map(|approved| !approved),
    };
    match (both(without_office, now.organisation), facts.code_system, facts.credit_code) {
        (Some(false), ..) => (Outcome::NotApplicable, Vec::new()),
        (Some(true), Some(false), _) => (Outcome::NotYet, Vec::new()),
        (Some(true), Some(true), Some(true)) => (Outcome::Met, Vec::new()),
        (Some(true), Some(true), Some(false)) => (Outcome::NotMet, Vec::new()),
        (_, system, code) => open([
            (EXISTING_FORM, now.organisation.is_none()),
            (APPROVED, without_office.is_none()),
            (CODE_SYSTEM, system.is_none()),
            (CREDIT_CODE, code.is_none() && system != Some(false)),
        ]),
    }
}
