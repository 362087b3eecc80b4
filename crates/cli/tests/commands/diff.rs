//! `policy diff`: what differs between two policies, and which subjects of a register change.

use std::fs;

use crate::run::{command, json, run, run_with};

const SMALL: &str = "policy diff yuxi-2020 \
     :at_least=exclusive,counted=returned_and_relatives_only small.csv --as-of 2023-11-15";

#[test]
fn a_tree_tells_the_classes_and_the_constants_and_a_difference_is_an_answer() {
    let found = run("policy diff yuxi-2020 yuxi-2020:at_least=exclusive --lang en").unwrap();
    assert_eq!((found.exit, &*found.told), (Some(0), ""));
    for line in [
        "yuxi-2020@1.0.0 → yuxi-2020@1.0.0 (at_least=exclusive)",
        "├─ classes whose outcome differs (4)",
        "│  ├─ village, not in “key overseas-Chinese areas”, 30: in principle should → may; \
         forms federation, cross-region joint federation → \
         branch, group, station, cross-region joint federation  \
         [Part 2 opening#3, Part 2 (2)#4, Part 2 (2)#8 → \
         Part 2 opening#5, Part 2 (2)#4, Part 2 (2)#8]",
        "   ├─ whether the number itself is in, of the bound at_least: yes → no  \
         [Part 2 opening#2, Part 2 opening#3]",
    ] {
        assert!(found.out.lines().any(|found| found == line), "{line}\n{}", found.out);
    }
    let same = run("policy diff yuxi-2020 yuxi-2020").unwrap();
    assert_eq!(same.exit, Some(0));
    assert_eq!(same.out, "yuxi-2020@1.0.0\n└─ 没有差别\n");
}

#[test]
fn each_side_takes_its_own_readings_and_both_take_those_that_are_set() {
    let one = run("policy diff yuxi-2020:zero_count=may :zero_count=may,at_least=exclusive");
    let other = run("policy diff yuxi-2020 :at_least=exclusive --set zero_count=may");
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!(one.exit, Some(0), "{}", one.told);
    assert_eq!(one.out, other.out);
    let heading =
        "yuxi-2020@1.0.0（zero_count=may） → yuxi-2020@1.0.0（at_least=exclusive, zero_count=may）";
    assert!(one.out.starts_with(heading), "{}", one.out);
    let only_one = run("policy diff beijing-universities yuxi-2020 --set zero_count=may").unwrap();
    assert_eq!(only_one.exit, Some(0), "the side that has the reading takes it");
    for arguments in [
        "policy diff yuxi-2020 :nothing=may",
        "policy diff yuxi-2020 :at_least=perhaps",
        "policy diff yuxi-2020 yuxi-2020 --set nothing=may",
        "policy diff yuxi-2020 kunming",
        "policy diff yuxi-2020",
        "policy diff yuxi-2020 :at_least=exclusive nowhere.csv",
        "policy diff yuxi-2020 :at_least=exclusive --format ics",
    ] {
        let ran = run(arguments).unwrap();
        assert_eq!(ran.exit, Some(2), "{arguments}");
        assert!(!ran.told.is_empty() && ran.out.is_empty(), "{arguments}");
    }
}

#[test]
fn a_folder_is_a_side() {
    let found = run("policy diff ../packs/made-up ../packs/made-up").unwrap();
    assert_eq!(found.exit, Some(0), "{}", found.told);
    assert!(found.out.ends_with("没有差别\n"), "{}", found.out);
    let found = run("policy diff yuxi-2020 ../packs/made-up --lang en").unwrap();
    assert_eq!(found.exit, Some(0), "{}", found.told);
}

#[test]
fn a_register_shows_who_changes_from_what_to_what() {
    let found = run(&format!("{SMALL} --lang en")).unwrap();
    assert_eq!((found.exit, &*found.told), (Some(0), ""));
    let report = json(&format!("{SMALL} --format json")).unwrap();
    let subjects = &report["subjects"];
    assert_eq!(subjects["assessed"], 22);
    let changed = subjects["subjects"].as_array().unwrap();
    assert_eq!(subjects["changed"], changed.len());
    assert!(!changed.is_empty());
    let heading = format!("as of 2023-11-15, {} of 22 subjects change", changed.len());
    assert!(found.out.contains(&heading), "{}", found.out);
    let rows = found.out.lines().filter(|line| line.starts_with('│') && line.ends_with('│'));
    assert_eq!(rows.count(), changed.len() + 1, "{}", found.out);
    // As two assessments say it.
    let assessed = |set: &str| {
        let asked = format!("assess small.csv --as-of 2023-11-15 --format jsonl {set}");
        crate::run::lines(&asked)
    };
    let before = assessed("").unwrap();
    let after =
        assessed("--set at_least=exclusive --set counted=returned_and_relatives_only").unwrap();
    let fields = ["possible_duties", "forms", "due", "fulfilment", "status"];
    let both = before.iter().zip(&after);
    let differ = both.filter(|(one, other)| fields.iter().any(|field| one[field] != other[field]));
    let differ: Vec<_> = differ.collect();
    assert_eq!(differ.len(), changed.len());
    for ((one, other), changed) in differ.iter().zip(changed) {
        assert_eq!(one["row"], changed["row"]);
        for field in fields.into_iter().chain(["duty"]) {
            assert_eq!(one[field], changed["before"][field]);
            assert_eq!(other[field], changed["after"][field]);
        }
    }
}

#[test]
fn csv_has_a_row_for_each_class_constant_and_subject() {
    let found = run(&format!("{SMALL} --format csv")).unwrap();
    let report = json(&format!("{SMALL} --format json")).unwrap();
    let mut reader = csv::Reader::from_reader(found.out.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let count = |part: &str| rows.iter().filter(|row| row.get(0) == Some(part)).count();
    let of = |value: &serde_json::Value| value.as_array().map_or(0, Vec::len);
    assert_eq!(count("class"), of(&report["classes"]));
    assert_eq!(count("constant"), of(&report["constants"]));
    assert_eq!(count("subject"), of(&report["subjects"]["subjects"]));
    assert_eq!(
        found.out.lines().nth(1).unwrap(),
        "class,,,,,,township,-,-,100,100,,,,,in_principle_should,may,\
         federation;cross_region_joint,branch;group;station;cross_region_joint,\
         2023-12-31,2023-12-31,,,,,2.0#2;2.2#4;2.2#8,2.0#5;2.2#4;2.2#8,"
    );
}

#[test]
fn the_output_file_s_ending_says_the_format() {
    let folder = tempfile::tempdir().unwrap();
    for (name, format) in [("diff.csv", "csv"), ("diff.json", "json"), ("diff.txt", "table")] {
        let file = folder.path().join(name);
        let mut diff = command(&format!("{SMALL} --output")).unwrap();
        let ran = diff.arg(&file).assert().success();
        assert_eq!(ran.get_output().stdout, b"");
        let asked = format!("{SMALL} --format {format}");
        assert_eq!(fs::read_to_string(&file).unwrap(), run(&asked).unwrap().out);
    }
}

#[test]
fn rows_that_can_t_be_read_are_told_and_listed() {
    let register =
        "kind,county,name,total\nvillage,红塔区,示例村,30\nvillage,红塔区,示例二村,many\n";
    let asked = "policy diff yuxi-2020 :at_least=exclusive - --as-of 2023-11-15 --lang en";
    let found = run_with(asked, register).unwrap();
    assert_eq!(found.exit, Some(1), "a row that neither can read is the register's mistake");
    assert!(found.out.contains("as of 2023-11-15, 1 of 1 subjects change"), "{}", found.out);
    let told =
        ["rows that neither can read, so that they aren't compared: 1\n", "row 2 (line 3 of"];
    assert!(told.iter().all(|told| found.out.contains(told)), "{}", found.out);
    let found = run_with(&format!("{asked} --format csv"), register).unwrap();
    assert!(told.iter().all(|told| found.told.contains(told)), "{}", found.told);
    let found = run_with(&format!("{asked} --format json"), register).unwrap();
    assert_eq!(found.exit, Some(1));
    assert!(told.iter().all(|told| found.told.contains(told)), "{}", found.told);
    let report: serde_json::Value = serde_json::from_str(&found.out).unwrap();
    let rejected = &report["subjects"]["rejected"];
    assert_eq!(rejected[0]["row"], 2);
    for side in ["before", "after"] {
        assert_eq!(rejected[0][side]["problems"][0]["code"], "unreadable_number");
    }
}

#[test]
fn a_row_that_only_one_policy_can_read_is_a_difference_and_no_mistake() {
    let register = "code,total\n530402006001,12\n988181101201,12\n";
    let asked = "policy diff yuxi-2020 ../packs/chengwan-2026 - --as-of 2023-11-15 --lang en";
    let found = run_with(asked, register).unwrap();
    assert_eq!(found.exit, Some(0), "{}", found.told);
    for told in [
        "rows that only the first can read, so that they aren't compared: 1\nrow 1 (line 2 of",
        "rows that only the second can read, so that they aren't compared: 1\nrow 2 (line 3 of",
    ] {
        assert!(found.out.contains(told), "{}", found.out);
    }
    assert!(!found.out.contains("neither can read"), "{}", found.out);
}

/// Where an open number stays open, only what is possible changes: the table says it, no flow does.
#[test]
fn a_flow_from_something_to_the_same_is_not_told() {
    let register = "kind,county,name,returned_and_relatives\nvillage,红塔区,示例村,0\n";
    let asked = "policy diff yuxi-2020 :zero_count=may - --as-of 2023-11-15 --lang en";
    let found = run_with(asked, register).unwrap();
    assert!(found.out.contains("1 of 1 subjects change"), "{}", found.out);
    let tells = |out: &str| out.lines().any(|line| line.starts_with("  1: "));
    assert!(!tells(&found.out), "{}", found.out);
    let found = run_with(asked, "kind,name,total\nenterprise,示例企业,0\n").unwrap();
    assert!(tells(&found.out), "{}", found.out);
}

/// A group of people that only the second policy has is a column of its own for the first.
#[test]
fn a_column_that_only_the_second_policy_knows_is_read_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("pack");
    fs::create_dir(&pack).unwrap();
    let yuxi = qiaolian_tests::folder().join("../crates/policies/yuxi-2020");
    for file in fs::read_dir(yuxi).unwrap() {
        let file = file.unwrap();
        let mut text = fs::read_to_string(file.path()).unwrap();
        if file.file_name() == "subjects.toml" {
            let group = "[[group]]\ncode = \"students\"";
            let more =
                "[[group]]\ncode = \"alumni\"\nlabel = { zh = \"校友\", en = \"alumni\" }\n\n";
            text = text.replace(group, &[more, group].concat());
            let counted = "groups = [\"returned_and_relatives\", \"overseas\", \"students\"]";
            text = text.replace(
                counted,
                "groups = [\"returned_and_relatives\", \"overseas\", \"students\", \"alumni\"]",
            );
        }
        fs::write(pack.join(file.file_name()), text).unwrap();
    }
    let register =
        "kind,county,name,归侨侨眷,overseas,students,校友\nvillage,红塔区,示例村,20,0,0,15\n";
    let mut diff = command("policy diff yuxi-2020").unwrap();
    diff.arg(&pack).args(["-", "--as-of", "2023-11-15", "--format", "json"]);
    let found = diff.write_stdin(register).output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    let subject = &report["subjects"]["subjects"][0];
    assert_eq!(subject["before"]["duty"], "may");
    assert_eq!(subject["after"]["duty"], "in_principle_should");
}
