//! 0 all well; 1 rows were rejected, or a check found a fault or something that is not met; 2 it could
//! not run.

use crate::run::run;

fn exits(arguments: &str) -> i32 {
    run(arguments).ok().and_then(|ran| ran.exit).unwrap_or(-1)
}

#[test]
fn all_well_is_0_and_overdue_is_an_answer() {
    for arguments in [
        "assess --as-of 2030-01-01",
        "assess small.csv --as-of 2030-01-01",
        "assess broken/header-only.csv",
        "explain --kind village --county 红塔区 --name 金州社区 --as-of 2030-01-01",
        "explain small.csv --row 3 --as-of 2030-01-01",
        "coverage small.csv --as-of 2030-01-01",
        "sensitivity small.csv --as-of 2030-01-01",
        "explain small.csv --row 3 --as-of 2030-01-01 --what-if",
        "schedule small.csv --as-of 2030-01-01",
        "leadership ../cases/county.json --as-of 2023-11-15",
        "office ../cases/village.json --as-of 2023-11-15",
        "platform ../cases/unit.json --as-of 2023-11-15",
        "safeguards ../cases/township.json --as-of 2023-11-15",
        "governance ../cases/governance.json --as-of 2020-05-10",
        "report ../cases/report.json --as-of 2020-06-20",
        "rules",
        "provisions",
        "readings",
        "policy show",
        "policy check",
        "policy check --policy beijing-universities",
        "policy diff yuxi-2020 :at_least=exclusive",
        "policy diff yuxi-2020 ../packs/chengwan-2026 small.csv",
        "schema",
        "schema facts",
        "--help",
        "--version",
    ] {
        assert_eq!(exits(arguments), 0, "{arguments}");
    }
}

#[test]
fn rejected_rows_are_1() {
    for arguments in [
        "assess broken/numbers.csv",
        "assess broken/every-row-refused.csv --format jsonl",
        "coverage broken/numbers.csv",
        "sensitivity broken/numbers.csv",
        "schedule broken/numbers.csv",
        "policy diff yuxi-2020 :at_least=exclusive broken/numbers.csv",
        "explain broken/numbers.csv --row 2",
        "explain --kind hamlet",
        "explain --kind village --county 红塔区 --total -1",
    ] {
        assert_eq!(exits(arguments), 1, "{arguments}");
    }
}

#[test]
fn something_that_is_not_met_is_1() {
    for arguments in [
        "leadership ../cases/village.json --as-of 2023-11-15",
        "office ../cases/county.json --as-of 2023-11-15",
        "platform ../cases/village.json --as-of 2023-11-15 --format json",
        "safeguards ../cases/county.json --as-of 2023-11-15",
        "governance ../cases/governance.json --as-of 2020-05-11",
        "report ../cases/report.json --as-of 2020-06-21",
    ] {
        assert_eq!(exits(arguments), 1, "{arguments}");
    }
}

#[test]
fn what_could_not_run_is_2() {
    for arguments in [
        "leadership nowhere.json",
        "leadership ../cases/governance.json",
        "office small.csv",
        "platform ../cases/village.json --as-of yesterday",
        "safeguards ../cases/village.json --format csv",
        "report ../cases/report.json --policy beijing-universities",
        "governance ../cases/governance.json --set at_least=perhaps",
        "governance ../cases/governance.json --output nowhere/found.json",
        "",
        "asess",
        "assess nowhere.csv",
        "assess broken",
        "assess broken/empty.csv",
        "assess --as-of 2023-02-30",
        "assess --as-of yesterday",
        "assess --policy kunming",
        "assess --set at_least",
        "assess --set at_least=perhaps",
        "assess --set at_last=exclusive",
        "assess small.csv --format xml",
        "assess small.csv --rejects rejects.txt",
        "assess small.csv --output nowhere/result.csv",
        "coverage nowhere.csv",
        "coverage small.csv --format ics",
        "sensitivity nowhere.csv",
        "sensitivity small.csv --format ics",
        "sensitivity small.csv --within few",
        "schedule broken/empty.csv",
        "schedule small.csv --format csv",
        "explain small.csv",
        "explain small.csv --row 23",
        "explain broken/blank-and-total-rows.csv --row 2",
        "explain --kind village --people nobody=3",
        "schema register",
        "policy check --policy broken",
    ] {
        assert_eq!(exits(arguments), 2, "{arguments}");
    }
}
