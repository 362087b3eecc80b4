//! What a policy consists of: provisions, readings, rows of rules, and its proof.

use serde_json::{Value, json};

use crate::run::{json as object, run};

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(|entry| entry["id"].as_str()).collect()
}

#[test]
fn provisions_are_listed_down_to_the_clause() {
    let found = object("provisions --format json").unwrap();
    let clauses: usize = found
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["clauses"].as_array().unwrap().len())
        .sum();
    assert_eq!(clauses, 90);
    let ran = run("provisions").unwrap();
    assert_eq!(ran.exit, Some(0));
    for id in ["2.0#1", "2.2#5", "5.4#1"] {
        assert!(ran.out.contains(id), "{id}");
    }
    // Clauses that a check's rule carries name it, as those of eligibility do.
    for (clause, rule) in
        [("3.3#6", "leader_in_charge"), ("3.4#2", "home_standard"), ("4#3", "leading_group_office")]
    {
        let mut lines = ran.out.lines().skip_while(|line| !line.contains(&format!(" {clause} ")));
        let below = lines.nth(1).unwrap();
        assert!(below.contains("规则：") && below.contains(rule), "{clause}: {below}");
    }
    let en = run("provisions --lang en").unwrap().out;
    assert!(en.lines().last().unwrap().starts_with("└─ 23 provisions, 90 clauses: "), "{en}");
}

#[test]
fn provisions_are_a_page_that_is_printed_as_the_library_makes_it() {
    let policy = qiaolian::Policy::yuxi_2020().with_readings([("at_least", "exclusive")]).unwrap();
    let zh = run("provisions --format html --set at_least=exclusive").unwrap();
    assert_eq!((zh.exit, &*zh.told), (Some(0), ""));
    assert_eq!(zh.out, policy.provisions_html(qiaolian::Lang::Zh));
    let en = run("provisions --format html --lang en").unwrap().out;
    assert_eq!(en, qiaolian::Policy::yuxi_2020().provisions_html(qiaolian::Lang::En));
}

#[test]
fn what_is_a_page_too_is_written_to_a_file_in_the_format_of_its_ending() {
    let to = tempfile::tempdir().unwrap();
    for command in ["provisions", "policy check"] {
        for (name, beginning) in [
            ("a.html", "<!DOCTYPE html>"),
            ("a.HTM", "<!DOCTYPE html>"),
            ("a.json", if command == "provisions" { "[" } else { "{" }),
            ("a.txt", if command == "provisions" { "玉溪" } else { "yuxi-2020@" }),
        ] {
            let path = to.path().join(name);
            let ran = run(&format!("{command} --output {}", path.display())).unwrap();
            assert_eq!((ran.exit, ran.out.as_str(), ran.told.as_str()), (Some(0), "", ""));
            let written = std::fs::read_to_string(&path).unwrap();
            assert!(written.starts_with(beginning), "{command} {name}");
        }
        // A format that is asked for overrules the ending.
        let path = to.path().join("b.html");
        run(&format!("{command} --format json --output {}", path.display())).unwrap();
        assert!(std::fs::read_to_string(&path).unwrap().starts_with(['[', '{']), "{command}");
    }
}

#[test]
fn a_check_is_a_page_that_is_printed_as_the_library_makes_it() {
    let policy = qiaolian::Policy::yuxi_2020().with_readings([("at_least", "exclusive")]).unwrap();
    let zh = run("policy check --format html --set at_least=exclusive").unwrap();
    assert_eq!((zh.exit, &*zh.told), (Some(0), ""));
    assert_eq!(zh.out, policy.check_html(qiaolian::Lang::Zh));
    let en = run("policy check --format html --lang en").unwrap().out;
    assert_eq!(en, qiaolian::Policy::yuxi_2020().check_html(qiaolian::Lang::En));
}

#[test]
fn a_fault_is_red_on_the_page_and_the_exit_status_says_so() {
    // Where units are asked from one person on, none is below its line: that reading is idle.
    let asked = "policy check --set unit_threshold=villages_only --lang en";
    let ran = run(&format!("{asked} --format html")).unwrap();
    assert_eq!((ran.exit, &*ran.told), (Some(1), ""));
    let red = "<p class=\"fault\">✗ the reading unit_below_threshold=should";
    assert!(ran.out.contains(red), "{}", ran.out);
    assert_eq!(run(&format!("{asked} --format json")).unwrap().exit, Some(1));
}

#[test]
fn readings_are_listed_with_their_choices_and_which_is_in_force() {
    let found = object("readings --format json --set at_least=exclusive").unwrap();
    assert_eq!(
        ids(&found),
        [
            "at_least",
            "unit_threshold",
            "counted",
            "township_30_to_99",
            "lesser_forms",
            "joint_forms",
            "unit_below_threshold",
            "zero_count",
            "before_day",
            "due_on_rest_day",
            "daying",
            "county_presumption"
        ]
    );
    assert_eq!(found[0]["default"], "inclusive");
    assert_eq!(found[0]["in_force"], "exclusive");
    assert_eq!(ids(&found[0]["choices"]), ["inclusive", "exclusive"]);
    let text = run("readings --set at_least=exclusive").unwrap().out;
    let line = |start: &str| text.lines().find(|line| line.contains(start)).unwrap().to_owned();
    assert!(line("─ inclusive: ").ends_with("[默认]"), "{text}");
    assert!(line("─ exclusive: ").ends_with("[采用]"), "{text}");
}

#[test]
fn rules_are_listed_with_their_check_clauses_and_outcomes() {
    let found = object("rules --format json").unwrap();
    let rule = |id: &str| {
        let mut rules = found.as_array().unwrap().iter();
        rules.find(|rule| rule["id"] == id).unwrap().clone()
    };
    assert_eq!(rule("due")["check"], json!(null));
    let leader = rule("leader_in_charge");
    assert_eq!((&leader["check"], &leader["clauses"]), (&json!("leadership"), &json!(["3.3#6"])));
    let outcomes = json!(["met", "not_met", "unknown", "not_applicable"]);
    assert_eq!(leader["outcomes"], outcomes);
    let text = run("rules").unwrap().out;
    let mut lines = text.lines().skip_while(|line| !line.contains(" leader_in_charge "));
    assert!(lines.next().unwrap().ends_with("[三（三）#6]"), "{text}");
    assert!(lines.next().unwrap().ends_with("可能的结果：已做到、未做到、待定、不适用"), "{text}");
    let count = found.as_array().unwrap().len();
    assert!(text.ends_with(&format!("└─ 共{count}条规则\n")), "{text}");
    let en = run("rules --lang en").unwrap().out;
    assert!(en.contains("outcomes: met, not met, unknown, not applicable\n"), "{en}");
}

#[test]
fn a_policy_without_checks_lists_only_the_rules_of_eligibility() {
    let found = object("rules --policy beijing-universities --format json").unwrap();
    assert!(found.as_array().unwrap().iter().all(|rule| rule["check"] == json!(null)));
    let text = run("rules --policy beijing-universities").unwrap().out;
    assert!(text.contains("设立要求和期限") && !text.contains("班子和人员"), "{text}");
}

#[test]
fn a_policy_shows_its_rows_under_the_choices_in_force() {
    let rows = |more: &str| object(&format!("policy show --format json {more}")).unwrap();
    let found = rows("");
    assert_eq!((&found["policy"], &found["places"]), (&json!("yuxi-2020@1.0.0"), &json!(803)));
    let limits = |found: &Value| -> Vec<u64> {
        let rows = found["rows"].as_array().unwrap().iter();
        let tiers = rows.flat_map(|row| row["tiers"].as_array().unwrap());
        tiers.filter_map(|tier| tier["from"].as_u64()).collect()
    };
    assert!(limits(&found).contains(&100) && !limits(&found).contains(&101));
    let found = rows("--set at_least=exclusive");
    assert!(!limits(&found).contains(&100) && limits(&found).contains(&101));
    let text = run("policy show --lang en").unwrap();
    assert!(text.out.contains("≥100 · in principle should"), "{}", text.out);
}

#[test]
fn a_check_says_what_was_walked_and_that_it_is_sound() {
    for policy in ["yuxi-2020", "beijing-universities", "../packs/made-up"] {
        let found = object(&format!("policy check --policy {policy} --format json")).unwrap();
        assert_eq!((&found["sound"], &found["faults"]), (&json!(true), &json!([])), "{policy}");
    }
    let ran = run("policy check --lang en").unwrap();
    assert_eq!(ran.exit, Some(0));
    assert!(ran.out.ends_with("└─ no fault found\n"), "{}", ran.out);
}

#[test]
fn a_check_names_the_readings_that_let_more_people_weaken_a_duty() {
    let found = object("policy check --format json").unwrap();
    let weakenings: Vec<&str> = found["weakenings"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["reading"].as_str())
        .collect();
    let mut names = weakenings.clone();
    names.dedup();
    assert_eq!(names, ["township_30_to_99", "unit_below_threshold"]);
}

#[test]
fn a_broken_pack_is_shown_with_the_line_where_it_is_broken() {
    let folder = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(crate::run::registers().join("../packs/made-up")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let dates = folder.path().join("dates.toml");
    let text = std::fs::read_to_string(&dates).unwrap().replace("2031-02-07", "2031-02-30");
    std::fs::write(&dates, text).unwrap();
    let mut check = crate::run::command("policy check --policy").unwrap();
    let ran = check.arg(folder.path()).assert().code(2);
    let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
    assert!(told.contains("[dates.toml:8:7]") && told.contains("found `2031-02-30`"), "{told}");
    assert!(told.ends_with(" [faulty_pack]\n"), "{told}");
}
