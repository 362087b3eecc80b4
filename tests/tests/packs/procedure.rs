//! Mistakes in `procedure.toml`: steps out of order, bodies and paths that nothing has. A pack may leave
//! the file out.

use qiaolian_pack::{Files, LoadError, load};
use qiaolian_tests::folder;

use crate::broken::{Expected, check, edited, made_up, mistakes, shown};

const FILE: &str = "procedure.toml";

/// One change to Yuxi's procedure is one mistake in it.
fn shows_only(from: &str, to: &str, expected: &Expected<'_>) -> Result<(), LoadError> {
    let files = Files::read(&folder().join("../crates/policies/yuxi-2020"))?;
    let files = edited(files, (FILE, from, to));
    let faults = mistakes(&files);
    assert_eq!(faults.len(), 1, "{:#?}", shown(&faults));
    faults.iter().for_each(|fault| check(fault, &files, FILE, expected));
    Ok(())
}

#[test]
fn a_pack_may_describe_no_procedure() {
    assert!(load(&made_up().unwrap()).unwrap().checks.procedure.is_none());
}

#[test]
fn a_step_before_one_that_it_rests_on() {
    shows_only(
        "after = [\"survey\", \"hear_opinions\", \"coordinate_departments\"]",
        "after = [\"survey\", \"hear_opinions\", \"coordinate_departments\", \"result_filed\"]",
        &Expected {
            at: "\"result_filed\"]",
            found: "`result_filed`",
            expected: "an earlier step: one of `survey`, `hear_opinions`, `coordinate_departments`",
            help: "steps stand behind those that they rest on: put them in order",
        },
    )
    .unwrap();
}

#[test]
fn a_step_that_cites_no_clause() {
    shows_only(
        "clauses = [\"2.1#5\"]",
        "clauses = [    ]",
        &Expected {
            at: "[    ]",
            found: "no clause",
            expected: "at least one clause such as `2.2#1`",
            help: "say where the document sets this",
        },
    )
    .unwrap();
}

#[test]
fn a_body_that_is_nowhere() {
    shows_only(
        "bodies = [\"departments\"]",
        "bodies = [\"departments\", \"market_bureau\"]",
        &Expected {
            at: "\"market_bureau\"",
            found: "`market_bureau`",
            expected: "a body of this file: one of `city_ufwd`, `city_federation`, `county_ufwd`, \
                       `county_federation`, `township_federation`, `county_party_committee`, \
                       `party_organisation`, `local_party_organisations`, `departments`, \
                       `staffing_authority`",
            help: "write one of these, or add it where they stand",
        },
    )
    .unwrap();
}

#[test]
fn a_body_that_takes_part_in_nothing() {
    shows_only(
        "bodies = [\"departments\"]",
        "",
        &Expected {
            at: "\"departments\"",
            found: "the body `departments`, which nothing has",
            expected: "a body that some step has",
            help: "give it to a step, or take it out",
        },
    )
    .unwrap();
}

#[test]
fn a_last_federation_that_may_not_be_there() {
    shows_only(
        "above = [\"township_federation\", \"county_federation\", \"city_federation\"]",
        "above = [\"city_federation\", \"township_federation\", \"county_federation\"  ]",
        &Expected {
            at: "\"county_federation\"  ]",
            found: "`county_federation`, which may not be there",
            expected: "a last body that is always there",
            help: "put the federation last that has no `federation_of`",
        },
    )
    .unwrap();
}

#[test]
fn a_kind_that_no_federation_above_serves() {
    let files = Files::read(&folder().join("../crates/policies/yuxi-2020")).unwrap();
    let files = edited(files, (FILE, "serves = [\"county\"]", "serves = []"));
    let faults = mistakes(&files);
    let [fault] = faults.as_slice() else { panic!("{:#?}", shown(&faults)) };
    assert_eq!(fault.found, "a `county` without a next federation above");
    assert_eq!(fault.expected, "a body among `above` that serves it");
}

#[test]
fn a_name_with_a_slot_that_nothing_fills() {
    shows_only(
        "named = { zh = \"{township}侨联\", en = \"federation of {township}\" }",
        "named = { zh = \"{town}侨联\", en = \"federation of the town\" }",
        &Expected {
            at: "{ zh = \"{town}侨联\"",
            found: "the slot `{town}`",
            expected: "`{county}` or `{township}`",
            help: "mend the slot's name",
        },
    )
    .unwrap();
}

#[test]
fn a_path_behind_one_that_takes_all_its_subjects() {
    shows_only(
        "forms = [\"federation\"]\nkey_area = true\n",
        "forms = [\"federation\"]\n",
        &Expected {
            at: "\"other_area_federation\"",
            found: "the path `other_area_federation`",
            expected: "a path that `key_area_federation` leaves something",
            help: "the first path that fits holds: put the narrower one first",
        },
    )
    .unwrap();
}

#[test]
fn a_step_that_no_path_has() {
    shows_only(
        "[[step]]\ncode = \"registered\"",
        "[[step]]\ncode = \"audited\"\nlabel = { zh = \"审核\", en = \"audited\" }\n\n[[step]]\ncode = \"registered\"",
        &Expected {
            at: "\"audited\"\n",
            found: "the step `audited`, which nothing has",
            expected: "a step that some path has",
            help: "give it to a path, or take it out",
        },
    )
    .unwrap();
}
