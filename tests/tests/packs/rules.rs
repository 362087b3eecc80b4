//! Mistakes in which clauses the rules carry.

use qiaolian_pack::Files;
use qiaolian_tests::folder;

use crate::broken::{Expected, check, edited, mistakes, shown, shows_only};

const NO_CLAUSE: &str = "a clause of provisions.toml, written `provision#number` as in `2.2#5`";

#[test]
fn a_rule_of_eligibility_that_carries_a_clause_that_the_document_lacks() {
    shows_only(
        ("rules.toml", r#"clauses = ["A#5"]"#, r#"clauses = ["A#55"]"#),
        &Expected {
            at: r#""A#55""#,
            found: "`A#55`",
            expected: NO_CLAUSE,
            help: "look the clause up there",
        },
    )
    .unwrap();
}

#[test]
fn a_rule_of_a_check_that_carries_a_clause_that_the_document_lacks() {
    for missing in ["3.3#10", "3.9#1", "3.3", "3.3#0"] {
        let files = Files::read(&folder().join("../crates/policies/yuxi-2020")).unwrap();
        let cited = format!("clauses = [\"{missing}\"]");
        let files = edited(files, ("checks.toml", r#"clauses = ["3.3#9"]"#, &cited));
        let faults = mistakes(&files);
        assert_eq!(faults.len(), 1, "{:#?}", shown(&faults));
        let expected = Expected {
            at: &format!("\"{missing}\"]"),
            found: &format!("`{missing}`"),
            expected: NO_CLAUSE,
            help: "look the clause up there",
        };
        check(&faults[0], &files, "checks.toml", &expected);
    }
}

#[test]
fn a_rule_of_a_check_that_carries_no_clause() {
    let files = Files::read(&folder().join("../crates/policies/yuxi-2020")).unwrap();
    let files = edited(files, ("checks.toml", r#"clauses = ["3.3#9"]"#, "clauses = [ ]"));
    let faults = mistakes(&files);
    assert_eq!(faults.len(), 1, "{:#?}", shown(&faults));
    let expected = Expected {
        at: "[ ]",
        found: "no clause",
        expected: "at least one clause such as `2.2#1`",
        help: "say where the document sets this",
    };
    check(&faults[0], &files, "checks.toml", &expected);
}
