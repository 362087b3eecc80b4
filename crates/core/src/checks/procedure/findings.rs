//! What the rules find of a procedure.

use chrono::NaiveDate;

use super::deadline::{Demand, agreed};
use super::facts::ProcedureFacts;
use super::happened::Happened;
use super::result::{Deadline, Step};
use super::steps::{Look, Walk};
use super::terms::ProcedureTerms;
use super::way::Way;
use crate::checks::view::SubjectView;
use crate::checks::{CheckRule, Finding, Outcome, all};
use crate::model::{BodyId, Duty, FormId, IdSet, Status, StepId};
use crate::policy::{ClauseRef, Text};

pub(super) const FORM: &str = "procedure.form";
const OFFICE: &str = "procedure.office";
pub(super) const EVENTS: &str = "procedure.events";
pub(super) const FEDERATIONS: &str = "procedure.federations";

/// All that a finding can rest on.
pub(super) struct Findings<'v, 'p> {
    pub(super) view: &'v SubjectView<'p>,
    pub(super) terms: &'p ProcedureTerms,
    pub(super) facts: &'v ProcedureFacts,
    pub(super) way: &'v Way<'p>,
    pub(super) demands: &'v [Demand<'p>],
    pub(super) walk: &'v Walk<'p>,
    pub(super) steps: &'v [Step<'p>],
    pub(super) deadline: Deadline,
}

impl Findings<'_, '_> {
    pub(super) fn all(&self) -> Vec<Finding> {
        let looks = || self.walk.steps.iter().zip(self.steps);
        let applying = || looks().filter(|(look, _)| look.applies != Some(false));
        let done = || looks().filter(|(look, _)| look.known.done == Some(true));
        let path = core::iter::once(self.path());
        let steps = looks().map(|(look, step)| self.step(look, step));
        let order = done().map(|(look, _)| self.order(look));
        let bodies = done().map(|(look, _)| self.bodies(look));
        let there = applying().flat_map(|(look, _)| self.there(look));
        let ends = [self.joint_election(), self.deadline()];
        path.chain(steps).chain(order).chain(bodies).chain(there).chain(ends).flatten().collect()
    }

    /// A finding that rests on this clause, where the policy has its rule.
    fn found(
        &self,
        rule: CheckRule,
        outcome: Outcome,
        clause: Option<ClauseRef>,
    ) -> Option<Finding> {
        let mut finding = self.view.finding(rule, outcome)?;
        finding.clause = clause.unwrap_or(finding.clause);
        Some(finding)
    }

    fn path(&self) -> Option<Finding> {
        let forms = |forms: IdSet<FormId>| self.any_of(forms);
        let one = |form: FormId| forms(IdSet::EMPTY.with(form));
        let (outcome, form) = match self.way {
            Way::Nowhere => (Outcome::NotApplicable, Text::default()),
            Way::One { path, form } => (Outcome::Met, form.map_or(forms(path.forms), one)),
            Way::Several(paths) => {
                let all = paths.iter().fold(IdSet::EMPTY, |all, path| all.union(path.forms));
                (Outcome::Unknown, forms(all))
            }
            Way::Undescribed(form) => (Outcome::Review, one(*form)),
        };
        let finding = self.found(CheckRule::ProcedurePath, outcome, None)?.with("form", form);
        Some(match outcome {
            Outcome::Unknown => finding.missing(self.groups()).missing([FORM]),
            Outcome::Met
            | Outcome::NotYet
            | Outcome::NotMet
            | Outcome::Advice
            | Outcome::Review
            | Outcome::NotApplicable => finding,
        })
    }

    fn step(&self, look: &Look<'_>, step: &Step<'_>) -> Option<Finding> {
        let name = |step: StepId| format!("{EVENTS}.{}", self.code(step));
        let (outcome, missing) = match (look.known.done, look.applies) {
            (Some(true), _) => (Outcome::Met, Vec::new()),
            (_, Some(false)) => (Outcome::NotApplicable, Vec::new()),
            (Some(false), Some(true)) => self.not_done(look),
            (done, applies) => {
                let office = applies.is_none().then(|| OFFICE.to_owned());
                let event = done.is_none().then(|| name(step.step));
                (Outcome::Unknown, office.into_iter().chain(event).collect())
            }
        };
        let finding =
            self.found(CheckRule::ProcedureStep, outcome, step.clauses.first().copied())?;
        let finding = finding
            .with("step", self.label(step.step))
            .with("blocked_by", self.after(step.blocked_by))
            .with("day", self.on(look.known.on));
        Some(finding.missing(missing).due(step.due))
    }

    /// What it comes to that a step isn't done, if all possible duties agree on that.
    fn not_done(&self, look: &Look<'_>) -> (Outcome, Vec<String>) {
        let outcome = agreed(self.demands, |demand| self.not_done_under(demand, look));
        match outcome {
            None => (Outcome::Unknown, self.groups().collect()),
            Some(Ok(outcome)) => (outcome, Vec::new()),
            Some(Err(open)) => {
                let missing = open.iter().map(|step| format!("{EVENTS}.{}", self.code(step)));
                (Outcome::Unknown, missing.collect())
            }
        }
    }

    /// What it comes to that a step isn't done, or the steps that would tell.
    fn not_done_under(
        &self,
        demand: &Demand<'_>,
        look: &Look<'_>,
    ) -> Result<Outcome, IdSet<StepId>> {
        let step = look.of.step;
        let undone = if look.of.commended { Outcome::Advice } else { Outcome::NotMet };
        if demand.course.is_behind_establishing(step) {
            // Without a date: it hangs on the steps before it.
            let before = || look.of.after.iter().filter_map(|step| self.walk.look(step));
            let open = before().filter(|before| before.known.done.is_none());
            return match all(before().map(|before| before.known.done)) {
                Some(true) => Ok(undone),
                Some(false) => Ok(Outcome::NotYet),
                None => Err(open.map(|before| before.of.step).collect()),
            };
        }
        let is_past = demand.due.is_some_and(|due| self.view.today() > due);
        let by_date = if is_past { undone } else { Outcome::NotYet };
        let before_it_is_established = match demand.course.ask.duty {
            Duty::None => return Ok(Outcome::NotApplicable),
            _ if demand.course.is_owed_anyway(step) => return Ok(by_date),
            Duty::May => Outcome::Advice,
            Duty::Must | Duty::InPrincipleMust | Duty::Should | Duty::InPrincipleShould => {
                match demand.status {
                    Status::Excepted => Outcome::NotYet,
                    // By another organisation than the one that this path leads to.
                    Status::Satisfied | Status::SatisfiedLate => Outcome::Advice,
                    Status::Unverified
                    | Status::Overdue
                    | Status::DueSoon
                    | Status::Pending
                    | Status::Optional
                    | Status::NotApplicable
                    | Status::Undetermined => by_date,
                }
            }
        };
        let establishes = demand.course.path.map(|path| path.establishes);
        match demand.established {
            Some(true) => Ok(undone),
            // An agreed exception holds nothing against anybody that isn't known.
            None if demand.status == Status::Excepted => Ok(before_it_is_established),
            None if before_it_is_established != undone && establishes != Some(step) => {
                Err(establishes.into_iter().collect())
            }
            Some(false) | None => Ok(before_it_is_established),
        }
    }

    fn order(&self, look: &Look<'_>) -> Option<Finding> {
        let order = self.walk.order(look);
        let open = order.open.iter().map(|step| format!("{EVENTS}.{}", self.code(step)));
        let undated = order.undated.iter().map(|step| format!("{EVENTS}.{}.on", self.code(step)));
        let missing: Vec<String> = open.chain(undated).collect();
        let (outcome, missing) = match (order.late.is_empty(), missing.is_empty()) {
            (false, _) => (Outcome::Review, Vec::new()),
            (true, false) => (Outcome::Unknown, missing),
            (true, true) => (Outcome::Met, Vec::new()),
        };
        let clause = look.of.clauses.first().copied();
        let finding = self.found(CheckRule::ProcedureOrder, outcome, clause)?;
        let late = self.labels(order.late);
        Some(finding.with("step", self.label(look.of.step)).with("before", late).missing(missing))
    }

    /// Nothing of a step that turns to nobody.
    fn bodies(&self, look: &Look<'_>) -> Option<Finding> {
        let turned = &look.turned;
        if turned.to.is_empty() {
            return None;
        }
        let (outcome, bodies) = match turned.took_part {
            Some(true) => (Outcome::Met, turned.to),
            Some(false) => (Outcome::NotMet, turned.missing),
            None => (Outcome::Unknown, turned.to),
        };
        let missing = match (outcome, look.known.bodies) {
            (Outcome::Unknown, None) => {
                vec![format!("{EVENTS}.{}.bodies", self.code(look.of.step))]
            }
            (Outcome::Unknown, Some(_)) => self.unknown_federations(look.turned.to),
            (_, _) => Vec::new(),
        };
        let clause = look.of.clauses.first().copied();
        let finding = self.found(CheckRule::ProcedureBodies, outcome, clause)?;
        let bodies = self.view.listed(self.names(bodies).iter());
        Some(finding.with("step", self.label(look.of.step)).with("bodies", bodies).missing(missing))
    }

    fn there(&self, look: &Look<'_>) -> Vec<Option<Finding>> {
        let clause = look.of.clauses.first().copied();
        let finding = |(body, there): &(BodyId, Option<bool>)| {
            let (outcome, missing) = match there {
                Some(true) => (Outcome::Met, Vec::new()),
                Some(false) => (Outcome::Review, Vec::new()),
                None => (Outcome::Unknown, self.unknown_federations(IdSet::EMPTY.with(*body))),
            };
            let stands_in = look.turned.not_there.iter().find(|absent| absent.body == *body);
            let next = stands_in.and_then(|absent| absent.next);
            let next = next.map(|next| self.view.body_name(next)).unwrap_or_default();
            let finding = self.found(CheckRule::BodyThere, outcome, clause)?;
            let finding = finding
                .with("step", self.label(look.of.step))
                .with("body", self.view.body_name(*body))
                .with("next", next);
            Some(finding.missing(missing))
        };
        look.turned.federations.iter().map(finding).collect()
    }

    /// The document doesn't say whether a joint organisation is elected: people decide.
    fn joint_election(&self) -> Option<Finding> {
        let election = self.way.path()?.joint_election.as_ref()?;
        let form = self.way.form().filter(|form| election.forms.contains(*form))?;
        let happened = Happened::of(self.view, self.facts);
        let elected = happened.by_events(election.step).done == Some(true);
        let outcome = if elected { Outcome::Met } else { Outcome::Review };
        let finding = self.found(CheckRule::JointElection, outcome, Some(election.clause))?;
        Some(finding.with("form", self.any_of(IdSet::EMPTY.with(form))))
    }

    fn deadline(&self) -> Option<Finding> {
        let Deadline { due, status, .. } = self.deadline;
        let (outcome, missing) = match status {
            Status::Satisfied | Status::SatisfiedLate => (Outcome::Met, Vec::new()),
            Status::Excepted => (Outcome::Review, Vec::new()),
            Status::Overdue => (Outcome::NotMet, Vec::new()),
            Status::DueSoon | Status::Pending => (Outcome::NotYet, Vec::new()),
            Status::Optional | Status::NotApplicable => (Outcome::NotApplicable, Vec::new()),
            Status::Unverified => (Outcome::Unknown, self.unverified()),
            Status::Undetermined if self.is_excused_or_owed() => (Outcome::Review, Vec::new()),
            Status::Undetermined => {
                (Outcome::Unknown, self.groups().chain(self.unverified()).collect())
            }
        };
        let clause = self.demands.first().and_then(|demand| demand.clause(self.view));
        let day = |day: Option<NaiveDate>| {
            let day = day.map(|day| day.to_string()).unwrap_or_default();
            Text { zh: day.clone(), en: day }
        };
        let owed = self.steps.iter().filter(|step| step.due.is_some() && step.state.is_open());
        let finding = self.found(CheckRule::ProcedureDeadline, outcome, clause)?;
        let finding = finding
            .with("day", self.on(self.fulfilled_on()))
            .with("due", day(due))
            .with("steps", self.labels(owed.map(|step| step.step).collect()));
        Some(finding.missing(missing).due(due))
    }

    /// Whether an exception was agreed that counts under some possible duty, and under each other
    /// something is owed: then people decide, whatever the duty.
    fn is_excused_or_owed(&self) -> bool {
        let is_one = |demand: &Demand<'_>| match demand.status {
            Status::Excepted | Status::Overdue | Status::DueSoon | Status::Pending => true,
            Status::Satisfied
            | Status::SatisfiedLate
            | Status::Unverified
            | Status::Optional
            | Status::NotApplicable
            | Status::Undetermined => false,
        };
        self.demands.iter().any(|demand| demand.status == Status::Excepted)
            && self.demands.iter().all(is_one)
    }

    /// When what is owed was done.
    fn fulfilled_on(&self) -> Option<NaiveDate> {
        agreed(self.demands, |demand| demand.fulfilled_on).flatten()
    }
}
