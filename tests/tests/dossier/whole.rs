//! A dossier is what the single questions give, put together.

use chrono::NaiveDate;
use indexmap::IndexSet;
use proptest::prelude::*;
use qiaolian::checks::{Case, Dossier, FindingEntry, from_json};
use qiaolian::{Error, Lang, Policy, schema};
use qiaolian_core::checks::{Check, Outcome};
use qiaolian_render::case_fact;
use serde_json::{Value, json};

use crate::cases::{Result, WRITTEN, by_chance, day, question, written};

const DAY: NaiveDate = day(2023, 11, 15);

/// What each check finds by itself; none that finds nothing.
fn single(policy: &Policy, case: &Case) -> Result<Vec<(Check, Vec<FindingEntry>)>> {
    let found = [
        policy.leadership(case, DAY)?,
        policy.office(case, DAY)?,
        policy.platform(case, DAY)?,
        policy.safeguards(case, DAY)?,
    ];
    let procedure = policy.procedure(case, DAY)?;
    let found = found.map(|found| (found.check, found.findings));
    let found = [(procedure.check, procedure.findings)].into_iter().chain(found);
    Ok(found.filter(|(_, findings)| !findings.is_empty()).collect())
}

fn case_of(json: Value) -> Result<Case> {
    Ok(serde_json::from_value(json)?)
}

proptest! {
    #[test]
    fn its_findings_are_those_of_the_single_checks(case in by_chance()) {
        let case = case_of(case).unwrap();
        let policy = Policy::yuxi_2020();
        let dossier = policy.dossier(&case, DAY).unwrap();
        prop_assert_eq!(&dossier.determination, &policy.assess(&case.subject, DAY).unwrap());
        let parts: Vec<_> =
            dossier.checks.iter().map(|part| (part.check, part.findings.clone())).collect();
        prop_assert_eq!(parts, single(&policy, &case).unwrap());
    }

    #[test]
    fn its_summary_leaves_nothing_out_and_says_nothing_twice(case in by_chance()) {
        let case = case_of(case).unwrap();
        let dossier = Policy::yuxi_2020().dossier(&case, DAY).unwrap();
        let findings = || dossier.checks.iter().flat_map(|part| &part.findings);
        let of = |outcome| findings().filter(move |found| found.outcome == outcome);
        for outcome in Outcome::ALL {
            prop_assert_eq!(dossier.summary.counts.of(outcome), of(outcome).count() as u64);
        }
        let not_met = of(Outcome::NotMet).count();
        let (first, then) = dossier.summary.to_do.split_at(not_met);
        prop_assert!(first.iter().all(|found| found.outcome == Outcome::NotMet));
        prop_assert!(then.iter().all(|found| found.outcome == Outcome::NotYet));
        prop_assert_eq!(then.len(), of(Outcome::NotYet).count());
        prop_assert!(dossier.summary.to_decide.iter().eq(of(Outcome::Review)));
        let subjects = dossier.determination.missing.iter().map(|fact| format!("subject.{fact}"));
        let asked = findings().flat_map(|found| found.missing.iter().cloned());
        let facts: IndexSet<String> = subjects.chain(asked).collect();
        prop_assert!(dossier.summary.missing.iter().eq(&facts));
        prop_assert_eq!(dossier.has_not_met(), not_met > 0);
    }

    #[test]
    fn each_fact_that_is_missing_has_a_name(case in by_chance()) {
        let case = case_of(case).unwrap();
        let policy = Policy::yuxi_2020();
        for path in policy.dossier(&case, DAY).unwrap().summary.missing {
            for lang in [Lang::Zh, Lang::En] {
                let name = case_fact(policy.core().rulebook(), &path, lang);
                let is_name = name != path && !name.contains(['{', '_', '.']);
                prop_assert!(is_name, "{}: {}", path, name);
            }
        }
    }

    #[test]
    fn the_tree_and_the_page_say_each_message(case in by_chance()) {
        let case = case_of(case).unwrap();
        let policy = Policy::yuxi_2020();
        let asked = question(DAY, Lang::Zh);
        let (tree, page) =
            (policy.dossier_text(&case, asked).unwrap(), policy.dossier_html(&case, asked).unwrap());
        for part in policy.dossier(&case, asked).unwrap().checks {
            for found in part.findings {
                if found.outcome != Outcome::NotApplicable {
                    prop_assert!(tree.contains(&found.message.zh), "{}", found.message.zh);
                    prop_assert!(page.contains(&found.message.zh), "{}", found.message.zh);
                }
            }
        }
    }
}

#[test]
fn it_fits_its_schema_and_can_be_read_again() {
    let policy = Policy::yuxi_2020();
    let known = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema("dossier", &policy).unwrap())
        .unwrap();
    let cases = jsonschema::validator_for(&schema("case", &policy).unwrap()).unwrap();
    for (name, day) in WRITTEN {
        let case = written(name).unwrap();
        let given = serde_json::to_value(&case).unwrap();
        let misfits: Vec<String> = cases.iter_errors(&given).map(|it| it.to_string()).collect();
        assert_eq!(misfits, Vec::<String>::new(), "{name}");
        let dossier = policy.dossier(&case, question(day, Lang::Zh)).unwrap();
        let made = serde_json::to_value(&dossier).unwrap();
        let misfits: Vec<String> = known.iter_errors(&made).map(|it| it.to_string()).collect();
        assert_eq!(misfits, Vec::<String>::new(), "{name}");
        assert_eq!(serde_json::from_value::<Dossier>(made).unwrap(), dossier);
    }
}

#[test]
fn codes_that_there_are_not_are_told_of_all_parts_and_each_once() {
    let case: Case = from_json(
        r#"{"subject": {"code": "530423"}, "office": {"registered_with": "ministry"},
            "platform": {"standard": {"fame": true}}, "safeguards": {"budgets": {"later": true}}}"#,
    )
    .unwrap();
    let Err(Error::InvalidInput { faults }) = Policy::yuxi_2020().dossier(&case, DAY) else {
        panic!("three mistakes")
    };
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(faults.len(), 3, "{told:?}");
    for (told, path) in told.iter().zip([
        "office.registered_with",
        "platform.standard.fame",
        "safeguards.budgets.later",
    ]) {
        assert!(told.contains(path), "{told}");
    }
}

#[test]
fn what_is_wrong_with_the_subject_is_told_with_the_codes_that_there_are_not() {
    let case = case_of(json!({
        "subject": {"kind": "hamlet", "total": -1},
        "office": {"registered_with": "ministry"},
        "platform": {"standard": {"fame": true}},
    }));
    let Err(Error::InvalidInput { faults }) = Policy::yuxi_2020().dossier(&case.unwrap(), DAY)
    else {
        panic!("four mistakes")
    };
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let paths =
        ["subject.kind", "subject.total", "office.registered_with", "platform.standard.fame"];
    assert_eq!(told.len(), paths.len(), "{told:?}");
    for path in paths {
        assert!(told.iter().any(|told| told.contains(path)), "{path}: {told:?}");
    }
}

#[test]
fn a_policy_without_such_checks_has_a_dossier_of_its_determination() {
    let policy = Policy::named("beijing-universities").unwrap();
    let case = case_of(json!({"subject": {"kind": "university"}})).unwrap();
    let dossier = policy.dossier(&case, DAY).unwrap();
    assert!(dossier.checks.is_empty() && !dossier.has_not_met());
    assert_eq!(dossier.determination, policy.assess(&case.subject, DAY).unwrap());
    let page = policy.dossier_html(&case, DAY).unwrap();
    assert!(!page.contains("<table"), "{page}");
}
