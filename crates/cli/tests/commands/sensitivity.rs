//! `sensitivity`: what hangs on a reading, on two of them together, and on a few people.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::run::{command, json as object, run, run_with};

const SMALL: &str = "sensitivity small.csv --as-of 2023-11-15";

/// The entry of some choices.
fn of<'r>(report: &'r Value, scope: &str, choices: &Value) -> Option<&'r Value> {
    report[scope].as_array()?.iter().find(|entry| entry["choices"] == *choices)
}

#[test]
fn the_table_tells_what_each_reading_changes_and_what_only_two_do() {
    let found = run(&format!("{SMALL} --lang en")).unwrap();
    assert_eq!(found.exit, Some(0));
    let squeezed: Vec<String> = found
        .out
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for line in [
        "One reading chosen otherwise: other choices that change answers: 8 of 12 (subjects in all: 22).",
        "│ does “100 or more”, “30 or more” (以上) include the number itself 0 │",
        "│ = the number itself is out (at_least=exclusive) │",
        "│ places and units with nobody to count 1 of them duty 1, organisation 1, status 1 │",
        "│ 1 nothing is asked may, no organisation yet, optional 15 │",
        "Pairs of choices that together change what neither changes alone: 5.",
        "│ 1 in principle should, no organisation yet, excepted may, no organisation yet, optional 11 │",
        "│ = returned overseas Chinese and relatives only (counted=returned_and_relatives_only) │",
        "Subjects that up to 3 people more or fewer give another answer: 1 (more: 1, fewer: 0).",
        "│ up to 3 more 1 of them duty 1, organisation 1, status 1 │",
        "Not among them, since their number isn't known, or not in full: 7 of 22 subjects.",
        "Nearest to a line: 5",
        "│ 15 平掌乡 新平彝族傣族自治县 township none not applicable 1 │",
        "read 22, assessed 22, rejected 0, skipped 0",
    ] {
        assert!(squeezed.iter().any(|found| found == line), "{line}\n{}", found.out);
    }
    assert_eq!(found.told, "");
}

#[test]
fn each_table_is_aligned_whatever_the_script() {
    for lang in ["zh", "en"] {
        let found = run(&format!("{SMALL} --lang {lang}")).unwrap();
        let mut widths: Vec<usize> = Vec::new();
        for line in found.out.lines() {
            match line.chars().next() {
                Some('┌') => widths = vec![line.width()],
                Some('│' | '╞' | '└') => widths.push(line.width()),
                Some(_) | None => {}
            }
            assert!(widths.iter().all(|width| *width == widths[0]), "{lang}: {line}");
        }
    }
}

#[test]
fn a_village_of_thirty_hangs_on_whether_thirty_is_in() {
    let input = "kind,county,name,total,existing_form\n\
                 village,通海县,示例村甲,30,none\n\
                 village,通海县,示例村乙,31,none\n\
                 village,通海县,示例村丙,28,none\n";
    let asked = "sensitivity - --as-of 2023-11-15 --within 2 --format json";
    let report: Value = serde_json::from_str(&run_with(asked, input).unwrap().out).unwrap();
    let changes = &of(&report, "alone", &json!({"at_least": "exclusive"})).unwrap()["changes"];
    assert_eq!((&changes["subjects"], &changes["duty"]), (&json!(1), &json!(1)));
    let alike = &changes["alike"][0];
    assert_eq!(alike["rows"], json!([1]));
    assert_eq!(alike["from"]["duty"], "in_principle_should");
    assert_eq!(alike["from"]["status"], "due_soon");
    assert_eq!(alike["to"], json!({"duty": "may", "fulfilment": "none", "status": "optional"}));
    let counts = &report["counts"];
    assert_eq!((&counts["within"], &counts["near"]), (&json!(2), &json!(3)));
    assert_eq!(counts["more"]["alike"][0]["rows"], json!([3]));
    assert_eq!(counts["fewer"]["alike"][0]["rows"], json!([1, 2]));
    let margins: Vec<(&Value, &Value)> = report["margins"]
        .as_array()
        .unwrap()
        .iter()
        .map(|margin| (&margin["more"], &margin["fewer"]))
        .collect();
    let null = Value::Null;
    let expected = [(&null, &json!(1)), (&null, &json!(2)), (&json!(2), &json!(28))];
    assert_eq!(margins, expected);
}

#[test]
fn two_readings_may_only_together_change_what_neither_does() {
    let found = object(&format!("{SMALL} --format json")).unwrap();
    let both = json!({"at_least": "exclusive", "counted": "returned_and_relatives_only"});
    let changes = &of(&found, "together", &both).unwrap()["changes"];
    assert_eq!(changes["alike"][0]["rows"], json!([11]));
    for alone in ["at_least=exclusive", "counted=returned_and_relatives_only"] {
        let (reading, choice) = alone.split_once('=').unwrap();
        let entry = of(&found, "alone", &json!({reading: choice})).unwrap();
        let rows = entry["changes"]["alike"].as_array().unwrap().iter();
        let mut rows = rows.flat_map(|alike| alike["rows"].as_array().unwrap());
        assert!(rows.all(|row| *row != json!(11)), "{alone}");
    }
}

#[test]
fn without_a_file_the_county_presumption_and_daying_are_what_answers_hang_on() {
    let found = object("sensitivity --as-of 2022-12-31 --format json").unwrap();
    assert_eq!(found["subjects"], 803);
    let changing: Vec<&Value> = found["alone"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["changes"]["subjects"] != 0)
        .map(|entry| &entry["choices"])
        .collect();
    let expected =
        [&json!({"daying": "530402007001"}), &json!({"county_presumption": "unverified"})];
    assert_eq!(changing, expected);
    assert_eq!(found["margins"].as_array().unwrap().len(), 803);
    assert_eq!(found["margins"][0]["more"], Value::Null, "a county isn't about people");
}

#[test]
fn csv_has_a_row_for_each_change_and_each_subject_s_margin() {
    let found = run(&format!("{SMALL} --format csv")).unwrap();
    let mut reader = csv::Reader::from_reader(found.out.as_bytes());
    let columns = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let at = |row: &csv::StringRecord, name: &str| {
        row.get(columns.iter().position(|column| column == name).unwrap()).unwrap().to_owned()
    };
    let count = |scope: &str| rows.iter().filter(|row| at(row, "scope") == scope).count();
    let scopes = ["alone", "together", "more_people", "fewer_people", "margin"];
    assert_eq!(scopes.map(count), [18, 6, 1, 0, 22]);
    let together: Vec<_> = rows.iter().filter(|row| at(row, "scope") == "together").collect();
    assert_eq!(
        (at(together[0], "choices"), at(together[0], "row"), at(together[0], "to_duty")),
        (
            "at_least=exclusive;counted=returned_and_relatives_only".into(),
            "11".into(),
            "may".into()
        )
    );
    let near = rows.iter().find(|row| at(row, "scope") == "margin" && at(row, "row") == "14");
    assert_eq!((at(near.unwrap(), "more"), at(near.unwrap(), "fewer")), ("20".into(), "10".into()));
}

#[test]
fn as_many_rows_are_named_as_are_asked_for() {
    let rows = |more: &str| {
        let found = object(&format!("sensitivity --as-of 2022-12-31 --format json{more}")).unwrap();
        let changes =
            &of(&found, "alone", &json!({"county_presumption": "unverified"})).unwrap()["changes"];
        (changes["subjects"].clone(), changes["alike"][0]["rows"].clone())
    };
    assert_eq!(rows(""), (json!(3), json!([1, 6, 8])));
    assert_eq!(rows(" --most 2"), (json!(3), json!([1, 6])));
    let table = run("sensitivity --as-of 2022-12-31 --most 2").unwrap().out;
    assert!(table.contains("1、6…"), "{table}");
}

#[test]
fn rejected_rows_are_said_and_count_nowhere() {
    let input = "code,existing_form\n530402006001,federation\n530402006001,none\n";
    let found = run_with("sensitivity - --as-of 2023-11-15 --format json", input).unwrap();
    assert_eq!(found.exit, Some(1));
    let report: Value = serde_json::from_str(&found.out).unwrap();
    assert_eq!((&report["subjects"], &report["rejected"][0]["row"]), (&json!(1), &json!(2)));
    assert!(found.told.contains("第2行（文件第3行）退回"), "{}", found.told);
}

#[test]
fn the_format_is_that_of_the_output_s_ending() {
    let folder = tempfile::tempdir().unwrap();
    let begins = |name: &str| {
        let file = folder.path().join(name);
        command(&format!("{SMALL} --output")).unwrap().arg(&file).assert().code(0);
        std::fs::read_to_string(file).unwrap().chars().take(4).collect::<String>()
    };
    assert_eq!(begins("sensitivity.csv"), "scop");
    assert_eq!(begins("sensitivity.json"), "{\n  ");
    assert_eq!(begins("sensitivity.txt"), "换一种读");
}

#[test]
fn a_policy_without_readings_hangs_on_none() {
    let asked = "sensitivity --policy beijing-universities --as-of 2023-11-15 --format json";
    let found = object(asked).unwrap();
    assert_eq!((&found["alone"], &found["together"]), (&json!([]), &json!([])));
    let table = run(&asked.replace(" --format json", "")).unwrap().out;
    assert!(table.starts_with("政策没有可换的读法。\n人数增减5人以内"), "{table}");
}

#[test]
fn of_whom_the_number_is_not_known_nobody_is_a_few_people_away() {
    let asked = "sensitivity --policy beijing-universities --as-of 2028-01-01";
    let found = object(&format!("{asked} --format json")).unwrap();
    let counts = &found["counts"];
    assert_eq!((&counts["near"], &counts["unknown"]), (&json!(0), &json!(16)));
    let margins = found["margins"].as_array().unwrap();
    assert!(margins.iter().all(|margin| margin["more"].is_null() && margin["fewer"].is_null()));
    let table = run(asked).unwrap().out;
    assert!(table.contains("人数不详或不全的不在其内：16个对象中有16个。"), "{table}");
    assert!(!table.contains("离界线最近"), "{table}");
}

#[test]
fn an_unknown_number_is_not_the_number_zero() {
    let input = "kind,county,name,total,students,existing_form\n\
                 village,通海县,示例村甲,0,,none\n\
                 village,通海县,示例村乙,,,none\n\
                 village,通海县,示例村丙,,29,none\n";
    let asked = "sensitivity - --as-of 2023-11-15 --within 2 --format json";
    let report: Value = serde_json::from_str(&run_with(asked, input).unwrap().out).unwrap();
    let more: Vec<&Value> =
        report["margins"].as_array().unwrap().iter().map(|margin| &margin["more"]).collect();
    assert_eq!(more, [&json!(1), &Value::Null, &Value::Null]);
    assert_eq!(report["counts"]["more"]["alike"][0]["rows"], json!([1]));
    assert_eq!(report["counts"]["unknown"], 2);
}

#[test]
fn each_choice_is_summed_up_before_what_it_changes_from_and_to() {
    let asked = "sensitivity yuxi-made-up.csv --as-of 2023-11-15";
    let table = run(asked).unwrap().out;
    let line = |starts: &str| {
        let starts = format!("│ {starts}");
        let line = table.lines().find(|line| line.starts_with(&starts));
        line.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
    };
    assert_eq!(
        line("“100人以上”"),
        "│ “100人以上”“30人以上”含不含本数 30 其中要求变30，组织变6，状态变24 │",
        "{table}"
    );
    assert_eq!(line("增加3人以内"), "│ 增加3人以内 163 其中要求变163，组织变117，状态变156 │");
    assert!(table.starts_with("换一种读法：12种换法中，会改变结论的有10种（对象共913个）。\n"));
    let json = object(&format!("{asked} --format json")).unwrap();
    let changes = &of(&json, "alone", &json!({"at_least": "exclusive"})).unwrap()["changes"];
    let told = ["subjects", "duty", "fulfilment", "status"].map(|name| changes[name].as_u64());
    assert_eq!(told, [30, 30, 6, 24].map(Some), "the table says what JSON says");
}

#[test]
fn csv_says_how_many_change_alike_where_fewer_rows_were_asked_for() {
    let asked = "sensitivity yuxi-made-up.csv --as-of 2023-11-15 --format csv --most 2";
    let out = run(asked).unwrap().out;
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let at = reader.headers().unwrap().iter().position(|name| name == "alike").unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let exclusive: Vec<&str> = rows
        .iter()
        .filter(|row| row.get(1) == Some("at_least=exclusive"))
        .filter_map(|row| row.get(at))
        .collect();
    let expected = ["2", "2", "6", "6", "2", "2", "3", "3", "1", "1", "11", "11", "1", "3", "3"];
    assert_eq!(exclusive, expected);
    assert!(rows.iter().all(|row| (row.get(0) == Some("margin")) == (row.get(at) == Some(""))));
}

#[test]
fn who_gets_another_fulfilment_alone_is_among_those_that_change() {
    let asked = "sensitivity yuxi-made-up.csv --as-of 2023-11-15 --format json";
    let report = object(asked).unwrap();
    let choice = json!({"township_30_to_99": "no_provision"});
    let changes = &of(&report, "alone", &choice).unwrap()["changes"];
    let alike = changes["alike"].as_array().unwrap();
    let alone = alike.iter().find(|alike| {
        let same = |part: &str| alike["from"][part] == alike["to"][part];
        same("duty") && same("status") && alike["from"]["fulfilment"] == "none"
    });
    let open = json!({"duty": "undetermined", "fulfilment": "none", "status": "undetermined"});
    assert_eq!((&alone.unwrap()["from"], &alone.unwrap()["subjects"]), (&open, &json!(5)));
    let sum: u64 = alike.iter().filter_map(|alike| alike["subjects"].as_u64()).sum();
    assert_eq!(changes["subjects"], sum);
}
