//! The command line as its users type it.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

fn registers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/registers")
}

fn small() -> String {
    registers().join("small.csv").display().to_string()
}

fn qiaolian(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qiaolian"));
    command.args(args);
    command
}

fn printed(args: &[&str]) -> Result<String, std::string::FromUtf8Error> {
    let output = qiaolian(args).assert().success().get_output().stdout.clone();
    String::from_utf8(output)
}

fn lines(args: &[&str]) -> Result<Vec<Value>, Box<dyn std::error::Error>> {
    Ok(printed(args)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

#[test]
fn without_a_file_the_places_of_the_plan_are_assessed_and_it_says_so() {
    let text = printed(&["assess", "--as-of", "2023-03-31"]).unwrap();
    assert!(text.contains("803个行政区划的内置名录"), "{text}");
    assert!(text.contains("读入803，判定803，退回0，跳过0"), "{text}");
    assert!(text.contains("其余777个尚不能判定"), "{text}");
}

#[test]
fn the_output_names_the_date_that_was_asked_for_or_today_s() {
    let text = printed(&["assess", "--lang", "en"]).unwrap();
    let line = text.lines().find(|line| line.starts_with("yuxi-2020@")).unwrap();
    let date = line.split("as of ").nth(1).unwrap().get(..10).unwrap();
    assert!(date.parse::<chrono::NaiveDate>().is_ok(), "{line}");
}

#[test]
fn json_lines_are_determinations_with_every_field() {
    let small = small();
    let rows = lines(&["assess", &small, "--as-of", "2023-11-15", "--format", "jsonl"]).unwrap();
    assert_eq!(rows.len(), 22);
    let schema: Value =
        serde_json::from_str(&printed(&["schema", "determination"]).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for row in &rows {
        assert!(validator.is_valid(row), "{row}");
    }
}

#[test]
fn the_same_register_as_csv_and_as_json_lines_gives_the_same() {
    let (csv, jsonl) = (small(), registers().join("small.jsonl").display().to_string());
    let of = |file: &str| {
        lines(&["assess", file, "--as-of", "2023-11-15", "--format", "jsonl"]).unwrap()
    };
    assert_eq!(of(&csv), of(&jsonl));
}

#[test]
fn standard_input_is_read_as_the_format_that_it_begins_like() {
    let text = std::fs::read_to_string(registers().join("small.jsonl")).unwrap();
    let as_array = format!("[{}]", text.lines().collect::<Vec<_>>().join(","));
    let csv = std::fs::read_to_string(small()).unwrap();
    for input in [text, as_array, csv] {
        let output = qiaolian(&["assess", "-", "--as-of", "2023-11-15", "--format", "jsonl"])
            .write_stdin(input)
            .assert()
            .success()
            .get_output()
            .stdout
            .clone();
        assert_eq!(String::from_utf8(output).unwrap().lines().count(), 22);
    }
}

#[test]
fn csv_has_the_fields_of_a_determination_in_its_order_without_reason_and_trace() {
    let small = small();
    let text = printed(&["assess", &small, "--as-of", "2023-11-15", "--format", "csv"]).unwrap();
    let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let row =
        lines(&["assess", &small, "--as-of", "2023-11-15", "--format", "jsonl"]).unwrap().remove(0);
    let fields: Vec<&str> = row
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .filter(|field| !["reason", "trace", "extra"].contains(field))
        .collect();
    assert_eq!(header, fields);
}

#[test]
fn a_column_of_the_register_s_own_comes_back_and_never_takes_a_field_s_name() {
    let input = "name,kind,county,total,status,note\n示例企业,enterprise,红塔区,5,旧,甲\n";
    let output = qiaolian(&["assess", "-", "--as-of", "2023-11-15", "--format", "csv"])
        .write_stdin(input)
        .assert()
        .success()
        .get_output()
        .stdout
        .clone();
    let text = String::from_utf8(output).unwrap();
    assert!(text.lines().next().unwrap().ends_with(",readings,input.status,note"), "{text}");
    assert!(text.lines().nth(1).unwrap().ends_with(",旧,甲"), "{text}");
}

#[test]
fn lines_of_the_table_are_equally_wide_and_without_colour_codes_off_a_terminal() {
    let small = small();
    let text = printed(&["assess", &small, "--as-of", "2023-11-15"]).unwrap();
    assert!(!text.contains('\u{1b}'));
    let widths: Vec<usize> = text
        .lines()
        .filter(|line| line.starts_with(['│', '┌', '╞', '└']))
        .map(UnicodeWidthStr::width)
        .collect();
    assert!(widths.len() > 20 && widths.windows(2).all(|pair| pair[0] == pair[1]), "{widths:?}");
}

#[test]
fn a_reading_taken_is_named_in_every_answer() {
    let small = small();
    let args = [
        "assess",
        &small,
        "--as-of",
        "2023-11-15",
        "--format",
        "jsonl",
        "--set",
        "at_least=exclusive",
    ];
    for row in lines(&args).unwrap() {
        assert_eq!(row["readings"], serde_json::json!({ "at_least": "exclusive" }));
    }
}

#[test]
fn what_cannot_run_ends_with_2_and_says_what_there_is() {
    let cases: [(&[&str], &str); 4] = [
        (&["assess", "--policy", "nowhere"], "built in are `yuxi-2020`"),
        (&["assess", "--set", "at_least=sometimes"], "its choices are `inclusive`, `exclusive`"),
        (&["assess", "no-such-file.csv"], "no-such-file.csv"),
        (&["schema", "nothing"], "`determination`"),
    ];
    for (args, expected) in cases {
        let output = qiaolian(args).assert().code(2).get_output().stderr.clone();
        let text = String::from_utf8(output).unwrap();
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn explain_tells_one_subject_from_flags_or_from_a_row() {
    let flags = printed(&[
        "explain",
        "--kind",
        "village",
        "--county",
        "红塔区",
        "--name",
        "金州社区",
        "--as-of",
        "2023-03-31",
    ])
    .unwrap();
    assert!(
        flags.contains("原则上必须")
            && flags.contains("红塔区委统战部")
            && flags.contains("[二（二）#1]"),
        "{flags}"
    );
    let row =
        printed(&["explain", &small(), "--row", "4", "--as-of", "2023-11-15", "--lang", "en"])
            .unwrap();
    assert!(row.contains("in principle must"), "{row}");
    qiaolian(&["explain", &small(), "--row", "99"]).assert().code(2);
    qiaolian(&["explain", "--kind", "village", "--total", "-1"]).assert().code(1);
}

#[test]
fn what_is_listed_fits_its_schema() {
    for (args, name) in [
        (&["provisions"][..], "provisions"),
        (&["readings"], "readings"),
        (&["policy", "show"], "policy"),
        (&["policy", "check"], "check"),
        (&["explain", "--kind", "school", "--name", "示例中学"], "explained"),
    ] {
        let shown: Value =
            serde_json::from_str(&printed(&[args, &["--format", "json"]].concat()).unwrap())
                .unwrap();
        let schema: Value = serde_json::from_str(&printed(&["schema", name]).unwrap()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&shown).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{name}: {faults:?}");
    }
}

#[test]
fn another_city_s_pack_is_assessed_without_a_change_in_code() {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/packs/made-up")
        .display()
        .to_string();
    let text = printed(&["assess", "--policy", &pack, "--as-of", "2031-01-01"]).unwrap();
    assert!(text.contains("made-up@"), "{text}");
    qiaolian(&["policy", "check", "--policy", &pack]).assert().success();
}

#[test]
fn help_has_examples() {
    for args in [&["--help"][..], &["assess", "--help"], &["explain", "--help"]] {
        assert!(printed(args).unwrap().contains("Examples:"));
    }
}
