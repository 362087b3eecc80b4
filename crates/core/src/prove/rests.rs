//! What rests on each clause: every constant and rule of a policy that names it.

#[cfg(feature = "checks")]
use crate::model::StepId;
use crate::model::{
    AreaId, DateId, FormId, LimitId, PlaceId, ProvisionId, ReadingId, RowId, TierId,
};
use crate::policy::{ClauseRef, Policy, RuleId, clauses};

/// A clause with what rests on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resting {
    /// The clause.
    pub clause: ClauseRef,
    /// What rests on it; of one sort together.
    pub on_it: Vec<Rest>,
}

/// Something that rests on a clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rest {
    /// What a tier asks.
    Tier {
        /// Its row.
        row: RowId,
        /// The tier.
        tier: TierId,
        /// Whether it is what is asked where conditions aren't met.
        unready: bool,
    },
    /// Whether a number is itself in.
    Limit(LimitId),
    /// Which groups are counted.
    Counted,
    /// A due date.
    Date(DateId),
    /// What happens to a date on a rest day.
    RestDays,
    /// A list of places.
    Area(AreaId),
    /// What is presumed of a place.
    Presumption(PlaceId, FormId),
    /// Who answers for what rests on a provision.
    Answer(ProvisionId),
    /// A report, by its place in the policy.
    Report(usize),
    /// A target, by its place in the policy.
    Target(usize),
    /// A step of the procedure.
    #[cfg(feature = "checks")]
    Step(StepId),
    /// A rule of eligibility or of a check.
    Rule(RuleId),
    /// A reading.
    Reading(ReadingId),
}

impl Rest {
    /// Of which sort it is, as a code.
    #[must_use]
    pub const fn sort(self) -> &'static str {
        match self {
            Self::Tier { unready: false, .. } => "tier",
            Self::Tier { unready: true, .. } => "tier_unless_conditions_met",
            Self::Limit(_) => "limit",
            Self::Counted => "counted",
            Self::Date(_) => "date",
            Self::RestDays => "rest_days",
            Self::Area(_) => "area",
            Self::Presumption(..) => "presumption",
            Self::Answer(_) => "responsible",
            Self::Report(_) => "report",
            Self::Target(_) => "target",
            #[cfg(feature = "checks")]
            Self::Step(_) => "step",
            Self::Rule(_) => "rule",
            Self::Reading(_) => "reading",
        }
    }
}

/// Each clause of the document, in its order.
pub(super) fn all(policy: &Policy) -> Vec<Resting> {
    let named = named(policy);
    let rulebook = policy.rulebook();
    let resting = |(clause, _)| {
        let mut on_it: Vec<Rest> = Vec::new();
        for (rest, clauses) in &named {
            if clauses.contains(&clause) && !on_it.contains(rest) {
                on_it.push(*rest);
            }
        }
        Resting { clause, on_it }
    };
    clauses(&rulebook.provisions).map(resting).collect()
}

/// Everything that names clauses, with those.
fn named(policy: &Policy) -> Vec<(Rest, Vec<ClauseRef>)> {
    let (rulebook, terms) = (policy.rulebook(), policy.terms());
    let mut named = Vec::new();
    let mut add = |rest, clauses: &[ClauseRef]| named.push((rest, clauses.to_vec()));
    for unready in [false, true] {
        for (row, rules) in terms.rows.iter() {
            for (tier, known) in rules.tiers.iter() {
                let ask = Some(&known.ask).filter(|_| !unready);
                let ask = ask.or(known.unless_conditions_met.as_ref());
                ask.iter().for_each(|ask| add(Rest::Tier { row, tier, unready }, &ask.clauses));
            }
        }
    }
    terms.limits.iter().for_each(|(id, limit)| add(Rest::Limit(id), &limit.clauses));
    add(Rest::Counted, &terms.counted.clauses);
    terms.dates.iter().for_each(|(id, date)| add(Rest::Date(id), &date.clauses));
    add(Rest::RestDays, &terms.rest.clauses);
    terms.areas.iter().for_each(|(id, area)| add(Rest::Area(id), &area.clauses));
    for presumed in &terms.presumptions {
        add(Rest::Presumption(presumed.place, presumed.form), &presumed.clauses);
    }
    for answer in &rulebook.answers {
        add(Rest::Answer(answer.provision), &answer.clauses);
    }
    for (at, report) in rulebook.reports.iter().enumerate() {
        add(Rest::Report(at), &report.clauses);
    }
    for (at, target) in rulebook.targets.iter().enumerate() {
        add(Rest::Target(at), &target.clauses);
    }
    #[cfg(feature = "checks")]
    for path in rulebook.checks.procedure.iter().flat_map(|procedure| &procedure.paths) {
        path.steps.iter().for_each(|step| add(Rest::Step(step.step), &step.clauses));
        path.joint_election.iter().for_each(|open| add(Rest::Step(open.step), &[open.clause]));
    }
    rulebook.rule_ids().for_each(|rule| add(Rest::Rule(rule), &rulebook.carried_by(rule)));
    rulebook.readings.iter().for_each(|(id, known)| add(Rest::Reading(id), &known.clauses));
    named
}
