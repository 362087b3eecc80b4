//! What rests on a clause, by codes.

use qiaolian_core::policy::{Nature, RestRule};
use qiaolian_core::prove::{Rest, Resting};

use super::{RestEntry, RestingEntry};
use crate::policy::Policy;

impl Policy {
    pub(super) fn resting(&self, resting: &Resting) -> RestingEntry {
        let provisions = &self.core().rulebook().provisions;
        let found = provisions.of(resting.clause.provision).clause(resting.clause.number);
        let why_not = found.and_then(|clause| match &clause.nature {
            Nature::Guidance(why) => Some(why.clone()),
            Nature::Computable => None,
        });
        let mut on_it: Vec<RestEntry> = Vec::new();
        for rest in &resting.on_it {
            let (sort, codes) = (rest.sort(), self.rest_codes(*rest));
            match on_it.last_mut() {
                Some(last) if last.sort == sort => last.codes.extend(codes),
                Some(_) | None => on_it.push(RestEntry { sort: sort.to_owned(), codes }),
            }
        }
        RestingEntry { clause: resting.clause.code(provisions), why_not, on_it }
    }

    fn rest_codes(&self, rest: Rest) -> Vec<String> {
        let (rulebook, terms) = (self.core().rulebook(), self.core().terms());
        let code = match rest {
            Rest::Tier { row, tier, .. } => {
                let row = terms.rows.of(row);
                [&*row.code, &*row.tiers.of(tier).code].join(".")
            }
            Rest::Limit(limit) => terms.limits.of(limit).code.clone(),
            Rest::Counted => {
                let groups = terms.counted.groups.iter();
                return groups.map(|group| rulebook.groups.of(group).code.clone()).collect();
            }
            Rest::Date(date) => terms.dates.of(date).code.clone(),
            Rest::RestDays => match terms.rest.rule {
                RestRule::Literal => "literal".to_owned(),
                RestRule::NextWorkingDay => "next_working_day".to_owned(),
            },
            Rest::Area(area) => terms.areas.of(area).code.clone(),
            Rest::Presumption(place, _) => rulebook.places.of(place).code.clone(),
            Rest::Answer(provision) => rulebook.provisions.of(provision).id.clone(),
            Rest::Report(at) => {
                rulebook.reports.get(at).map(|report| report.code.clone()).unwrap_or_default()
            }
            Rest::Target(at) => {
                rulebook.targets.get(at).map(|target| target.code.clone()).unwrap_or_default()
            }
            Rest::Step(step) => {
                let procedure = rulebook.checks.procedure.as_ref();
                procedure.map(|terms| terms.steps.of(step).code.clone()).unwrap_or_default()
            }
            Rest::Rule(rule) => rule.code().to_owned(),
            Rest::Reading(reading) => rulebook.readings.of(reading).code.clone(),
        };
        vec![code]
    }
}
