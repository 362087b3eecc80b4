//! `-` is standard input, in any format; without it nothing is read from there.

use std::fs;

use crate::run::{registers, run, run_with};

const ASSESS: &str = "assess - --as-of 2023-11-15 --format jsonl";

#[test]
fn the_format_of_standard_input_is_found_out_from_its_first_bytes() {
    let expected = run("assess small.csv --as-of 2023-11-15 --format jsonl").unwrap().out;
    let csv = fs::read_to_string(registers().join("small.csv")).unwrap();
    let jsonl = fs::read_to_string(registers().join("small.jsonl")).unwrap();
    let json = format!("\n [{}]", jsonl.trim_end().replace('\n', ","));
    for input in [csv.clone(), format!("\u{feff}{csv}"), jsonl, json] {
        let ran = run_with(ASSESS, input.clone()).unwrap();
        assert_eq!((ran.exit, &ran.out), (Some(0), &expected), "{input}");
    }
}

#[test]
fn the_format_of_standard_input_can_be_given() {
    let input = "[一],code,total\n,530402006001,12\n";
    let ran = run_with(ASSESS, input).unwrap();
    assert_eq!(ran.exit, Some(2), "it looks like JSON");
    let ran = run_with(&format!("{ASSESS} --input-format csv"), input).unwrap();
    assert_eq!((ran.exit, ran.out.lines().count()), (Some(0), 1));
}

#[test]
fn a_row_of_standard_input_can_be_explained() {
    let csv = fs::read_to_string(registers().join("small.csv")).unwrap();
    let ran = run_with("explain - --row 3 --as-of 2023-11-15", csv).unwrap();
    assert_eq!(ran.out, run("explain small.csv --row 3 --as-of 2023-11-15").unwrap().out);
}

#[test]
fn without_a_file_the_built_in_list_is_assessed_and_said_so_even_if_something_is_piped_in() {
    let expected = "没有给出登记表：以下是玉溪市803个行政区划的内置名录（国家统计局2023年统计用区划代码（方案为2020年）），名录没有人数。";
    for format in ["table", "csv", "json", "jsonl"] {
        let asked = format!("assess --as-of 2023-11-15 --format {format}");
        let ran = run_with(&asked, "code,total\n530402006001,12\n").unwrap();
        let told = if format == "table" { &ran.out } else { &ran.told };
        assert!(told.lines().any(|line| line == expected), "{told}");
        assert!(told.contains("读入803，判定803，退回0，跳过0"), "{told}");
        assert!(told.contains("注意：标准输入有内容，但没有读。"), "{told}");
    }
}

#[test]
fn nothing_is_said_of_standard_input_where_nothing_came() {
    let ran = run_with("assess --as-of 2023-11-15 --lang en", "").unwrap();
    assert!(!ran.out.contains("standard input"), "{}", ran.out);
}

#[test]
fn the_built_in_lists_table_shows_the_decided_and_counts_the_rest() {
    let ran = run("assess --as-of 2023-11-15 --lang en").unwrap();
    let rows = ran.out.lines().filter(|line| line.starts_with('│')).count() - 1;
    assert_eq!(rows, 9 + 17);
    assert!(ran.out.contains("\n777 more can't be decided yet: their counts are needed.\n"));
}
