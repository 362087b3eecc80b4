//! Coverage: the order of a register doesn't matter, and what is learned only narrows it.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use qiaolian::{
    Bounds, CoverageEntry, CoverageReport, Facts, Fulfilment, MissingEntry, Policy, Range,
};

use crate::many::registers;
use crate::packs::Pack;
use crate::subjects::{Subject, numbers};

fn coverage(
    pack: &Pack,
    rows: &[Subject],
    as_of: NaiveDate,
) -> Result<CoverageReport, qiaolian::Error> {
    let facts: Vec<Facts> = rows.iter().map(Subject::facts).collect();
    pack.policy.coverage(&facts, as_of)
}

/// What is missing without the rows' numbers, in an order of its own.
fn unnumbered(report: &CoverageReport) -> Vec<String> {
    let entries = report.missing.iter().map(|entry| MissingEntry { row: 0, ..entry.clone() });
    let mut texts: Vec<String> = entries.map(|entry| format!("{entry:?}")).collect();
    texts.sort();
    texts
}

fn is_within(inner: Range, outer: Range) -> bool {
    outer.least <= inner.least && inner.least <= inner.most && inner.most <= outer.most
}

fn is_ratio_within(inner: Option<Bounds>, outer: Option<Bounds>) -> bool {
    match (inner, outer) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(inner), Some(outer)) => {
            outer.least.full * inner.least.owed <= inner.least.full * outer.least.owed
                && inner.most.full * outer.most.owed <= outer.most.full * inner.most.owed
        }
    }
}

fn narrows(before: &CoverageEntry, after: &CoverageEntry) -> bool {
    is_within(after.owed, before.owed)
        && is_within(after.full, before.full)
        && is_within(after.lesser, before.lesser)
        && is_within(after.excepted, before.excepted)
        && is_within(after.presumed, before.presumed)
        && is_ratio_within(after.ratio, before.ratio)
}

/// The places of which the policy presumes something: what is recorded of them takes its place.
fn is_presumed(policy: &Policy, subject: &Subject) -> bool {
    let core = policy.core();
    let presumptions = &core.terms().presumptions;
    let codes = presumptions.iter().map(|known| &*core.rulebook().places.of(known.place).code);
    codes.into_iter().any(|code| subject.code() == Some(code))
}

/// Something learned of one row: the number of a group, or the organisation.
fn learn(pack: &Pack, row: &mut Subject, (which, number, form): (Index, u32, Index)) {
    let groups = row.groups.len();
    let at = which.index(groups + 1);
    match row.groups.get_mut(at) {
        Some((_, count)) if row.total.is_none() => *count = count.or(Some(number)),
        Some(_) => {}
        None => {
            let has = |name: &str| row.more.iter().any(|(known, _)| *known == name);
            let form = form.get(&pack.forms);
            let dated_none = has("established_on") && *form == pack.no_form;
            if !has("existing_form") && !is_presumed(&pack.policy, row) && !dated_none {
                row.more.push(("existing_form", form.as_str().into()));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn rows_may_stand_in_any_order(
        (pack, as_of, rows, others) in registers().prop_flat_map(|(pack, rows, as_of)| {
            (Just(pack), Just(as_of), Just(rows.clone()), Just(rows).prop_shuffle())
        }),
    ) {
        let (one, other) = (coverage(pack, &rows, as_of).unwrap(), coverage(pack, &others, as_of).unwrap());
        prop_assert_eq!(unnumbered(&one), unnumbered(&other));
        let without = |report: CoverageReport| CoverageReport { missing: Vec::new(), ..report };
        prop_assert_eq!(without(one), without(other));
    }

    #[test]
    fn to_learn_a_fact_only_narrows_coverage(
        (pack, rows, as_of, learned) in registers().prop_flat_map(|(pack, rows, as_of)| {
            let learned = (any::<Index>(), any::<Index>(), numbers(pack), any::<Index>());
            (Just(pack), Just(rows), Just(as_of), prop::collection::vec(learned, 1..8))
        }),
    ) {
        let mut rows = rows;
        let mut before = coverage(pack, &rows, as_of).unwrap();
        for (at, which, number, form) in learned {
            if rows.is_empty() {
                continue;
            }
            let at = at.index(rows.len());
            learn(pack, &mut rows[at], (which, number, form));
            let after = coverage(pack, &rows, as_of).unwrap();
            prop_assert!(after.rejected.is_empty(), "{:?}", after.rejected);
            prop_assert!(narrows(&before.overall, &after.overall), "{before:#?}\n{after:#?}");
            let counties = before.by_county.iter().zip(&after.by_county);
            for (before, after) in counties {
                prop_assert!(narrows(&before.coverage, &after.coverage));
            }
            for (before, after) in before.targets.iter().zip(&after.targets) {
                prop_assert!(narrows(&before.coverage, &after.coverage));
            }
            prop_assert!(
                before.missing.iter().filter(|entry| entry.certain).all(|entry| {
                    after.missing.iter().any(|later| later.row == entry.row && later.certain)
                }),
                "what surely lacks it still does"
            );
            before = after;
        }
    }

    /// What is certain agrees with the determinations; where all is known nothing is open.
    #[test]
    fn coverage_counts_what_the_determinations_say((pack, rows, as_of) in registers()) {
        let facts: Vec<Facts> = rows.iter().map(Subject::facts).collect();
        let all = coverage(pack, &rows, as_of).unwrap().overall;
        let answers = pack.policy.assess_all(&facts, as_of);
        let found: Vec<_> = answers.into_iter().map(Result::unwrap).collect();
        let is_asked = |duties: &[qiaolian::Duty]| duties.iter().all(|duty| duty.is_owed());
        let asked = || found.iter().filter(|found| is_asked(&found.possible_duties));
        let full = asked().filter(|found| found.fulfilment == Fulfilment::Full).count();
        prop_assert_eq!(all.owed.least, u64::try_from(asked().count()).unwrap());
        prop_assert_eq!(all.full.least, u64::try_from(full).unwrap());
        let is_known = |found: &qiaolian::Determination| {
            found.possible_duties.len() == 1 && found.fulfilment != Fulfilment::Unknown
        };
        if found.iter().all(is_known) {
            for range in [all.owed, all.full, all.lesser, all.excepted, all.presumed] {
                prop_assert_eq!(range.least, range.most);
            }
            prop_assert!(all.ratio.is_none_or(|ratio| ratio.least == ratio.most));
        }
    }
}
