//! The pack that the guide makes: of a document that differs from Yuxi's plan in its very form, with
//! nothing left out.

use std::collections::BTreeSet;
use std::fs;

use qiaolian::Policy;
use qiaolian_core::policy::{Nature, RestRule, clauses};
use qiaolian_tests::{folder, vector_files};
use sha2::{Digest, Sha256};

fn chengwan() -> Result<Policy, qiaolian::Error> {
    Policy::load(folder().join("packs/chengwan-2026"))
}

#[test]
fn the_document_stands_beside_it_to_the_byte() {
    let text = fs::read(folder().join("packs/chengwan-2026/document.zh.txt")).unwrap();
    let hex: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
    let policy = chengwan().unwrap();
    assert_eq!(policy.core().rulebook().document.plan_digest, format!("sha256:{hex}"));
}

/// Nothing of the document is left behind: each clause is guidance and says why, or a rule carries it
/// and a vector shows it.
#[test]
fn each_clause_is_carried_by_a_rule_and_shown_by_a_vector_or_says_why_not() {
    let policy = chengwan().unwrap();
    let rulebook = policy.core().rulebook();
    let files = vector_files().unwrap();
    let ours = files.iter().filter(|(_, file)| file.policy == "chengwan-2026");
    let vectors: Vec<_> = ours.flat_map(|(_, file)| &file.vectors).collect();
    let cited: BTreeSet<&str> =
        vectors.iter().flat_map(|vector| &vector.provisions).map(String::as_str).collect();
    // Targets and reports are of whole registers, and who answers is in every answer.
    let of_registers = ["13#1", "13#2", "14#1", "15#1", "15#2"];
    for (clause, known) in clauses(&rulebook.provisions) {
        let code = clause.code(&rulebook.provisions);
        match known.nature {
            Nature::Guidance(_) => assert!(["1#1", "18#1", "19#1"].contains(&&*code), "{code}"),
            Nature::Computable => {
                assert!(rulebook.rules_carrying(clause).next().is_some(), "{code}: no rule");
                let is_shown = cited.contains(&*code) || of_registers.contains(&&*code);
                assert!(is_shown, "{code}: no vector");
            }
        }
    }
}

/// Articles where Yuxi has parts and items, another count, other lines, another rule for rest days.
#[test]
fn it_differs_from_yuxi_in_what_documents_of_real_cities_differ_in() {
    let (yuxi, ours) = (Policy::yuxi_2020(), chengwan().unwrap());
    let (yuxi, ours) = (yuxi.core().rulebook(), ours.core().rulebook());
    assert_eq!(ours.groups.len(), 4);
    assert_ne!(ours.terms.counted.groups, ours.all_groups());
    assert_eq!(
        (yuxi.terms.rest.rule, ours.terms.rest.rule),
        (RestRule::Literal, RestRule::NextWorkingDay)
    );
    let inclusive: BTreeSet<bool> =
        ours.terms.limits.iter().map(|(_, limit)| limit.inclusive).collect();
    assert_eq!(inclusive.len(), 2, "以上 and 超过");
    assert!(ours.readings.iter().any(|(_, reading)| reading.choices.len() == 3));
    // One county-level city: it is its own county, and two kinds of places have codes of one length.
    let counties = ours.places.iter().filter(|(id, place)| place.county == *id);
    assert_eq!(counties.count(), 1);
    let digits: Vec<u8> = ours.kinds.iter().filter_map(|(_, kind)| kind.code_digits).collect();
    assert_eq!(digits, [6, 9, 12, 12]);
    assert!(ours.checks.procedure.is_none() && ours.checks.leadership.is_none());
}

/// Who answers follows the provision; the city's federation is there by the document.
#[test]
fn who_answers_for_a_village_a_school_and_an_enterprise() {
    let policy = chengwan().unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
    let units = |facts: &qiaolian::Facts| policy.assess(facts, day).unwrap().responsible_units;
    let facts = || qiaolian::Facts::new().with("returned", 60);
    assert_eq!(units(&facts().code("988181103202")), ["镇（街道）党（工）委"]);
    let school = facts().kind("school").county("澄湾市");
    assert_eq!(units(&school), ["澄湾市教育体育局", "澄湾市侨联"]);
    assert_eq!(units(&facts().kind("school")), ["市教育体育局", "市侨联"]);
    assert_eq!(units(&facts().kind("enterprise")), Vec::<String>::new());
}
