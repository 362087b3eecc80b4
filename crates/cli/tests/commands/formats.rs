//! The same answers in every format.

use serde_json::Value;

use crate::run::{json, lines, run};

const SMALL: &str = "assess small.csv --as-of 2023-11-15 --format";

#[test]
fn json_lines_are_the_determinations_of_the_one_object() {
    let whole = json(&format!("{SMALL} json")).unwrap();
    let lines = lines(&format!("{SMALL} jsonl")).unwrap();
    assert_eq!(lines.len(), 22);
    assert_eq!(whole["determinations"], Value::Array(lines));
}

#[test]
fn the_one_object_has_receipt_determinations_and_rejected_rows() {
    let whole = json(&format!("{SMALL} json")).unwrap();
    let keys: Vec<&String> = whole.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["receipt", "determinations", "rejected"]);
}

#[test]
fn a_determination_has_the_fields_of_the_contract_in_their_order() {
    let found = &lines(&format!("{SMALL} jsonl")).unwrap()[3];
    let keys: Vec<&String> = found.as_object().unwrap().keys().collect();
    let expected = "row code name county kind key_area count count_is_complete threshold shortfall \
                    duty possible_duties forms due fulfilment status days_left missing \
                    responsible_units responsible_posts bodies_not_yet_there provisions \
                    decisive_readings warnings as_of policy readings reason trace";
    assert_eq!(keys, expected.split(' ').collect::<Vec<_>>());
}

#[test]
fn a_register_in_json_lines_gets_the_answers_of_the_same_in_csv() {
    let csv = lines(&format!("{SMALL} jsonl")).unwrap();
    let jsonl = lines("assess small.jsonl --as-of 2023-11-15 --format jsonl").unwrap();
    assert_eq!(csv, jsonl);
}

#[test]
fn columns_in_another_order_change_nothing_in_the_answers() {
    let text = std::fs::read_to_string(crate::run::registers().join("small.csv")).unwrap();
    let turned: String = text
        .lines()
        .map(|line| line.split(',').rev().collect::<Vec<_>>().join(",") + "\n")
        .collect();
    let found = crate::run::run_with("assess - --as-of 2023-11-15 --format jsonl", turned).unwrap();
    assert_eq!(found.out, run(&format!("{SMALL} jsonl")).unwrap().out);
}

#[test]
fn a_format_for_programs_is_alone_on_standard_output_and_the_summary_beside_it() {
    for format in ["csv", "json", "jsonl"] {
        let ran = run(&format!("{SMALL} {format}")).unwrap();
        assert_eq!(
            ran.told,
            "yuxi-2020@1.0.0，截至2023-11-15，读法：默认\n读入22，判定22，退回0，跳过0\n"
        );
    }
    let ran = run(&format!("{SMALL} table")).unwrap();
    assert_eq!(ran.told, "");
    assert!(ran.out.contains("读入22，判定22，退回0，跳过0\n"));
}

#[test]
fn thousands_of_rows_come_back_one_answer_each() {
    let found = lines("assess yuxi-made-up.csv --as-of 2023-11-15 --format jsonl").unwrap();
    assert_eq!(found.len(), 803 + 110);
    let rows: Vec<u64> = found.iter().map(|found| found["row"].as_u64().unwrap()).collect();
    assert!(rows.is_sorted());
}
