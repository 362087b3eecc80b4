//! The checks of the rest of the document: findings as text and as JSON, as of a day, in two languages.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::run::{command, json as object, registers, run, run_with};

const VILLAGE: &str = "leadership ../cases/village.json --as-of 2023-11-15";

/// The block of text that tells of a rule, by its label.
fn block(text: &str, rule: &str) -> String {
    let mut blocks = text.split("\n\n").filter(|block| {
        block.lines().next().is_some_and(|line| line.contains(&format!("  {rule}  [")))
    });
    blocks.next().unwrap_or_default().to_owned()
}

/// What was found of a rule.
fn outcome(found: &Value, rule: &str) -> Value {
    let findings = found["findings"].as_array().into_iter().flatten();
    let mut findings = findings.filter(|finding| finding["rule"] == rule);
    findings.next().map_or(Value::Null, |finding| finding["outcome"].clone())
}

#[test]
fn a_page_names_check_policy_day_and_subject_and_closes_with_how_many_there_are_of_each_outcome() {
    let ran = run(VILLAGE).unwrap();
    assert_eq!(ran.told, "");
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], "班子和人员 · yuxi-2020@1.0.0，截至2023-11-15，读法：默认");
    assert_eq!(lines[2], "金州社区居民委员会 · 红塔区 · 村（社区）");
    assert_eq!(*lines.last().unwrap(), "共13项：已做到 5、未做到 1、建议 2、不适用 5",);
    let en = run(&format!("{VILLAGE} --lang en --set at_least=exclusive")).unwrap().out;
    assert!(
        en.starts_with(
            "leadership and staffing · yuxi-2020@1.0.0, as of 2023-11-15, \
             readings: at_least=exclusive\n\n金州社区居民委员会 · 红塔区 · village\n"
        ),
        "{en}"
    );
    assert!(
        en.ends_with("\nfindings: 13 (met 5, not met 1, advice 2, not applicable 5)\n"),
        "{en}"
    );
}

#[test]
fn a_block_says_what_was_found_by_which_clause_and_who_answers_while_something_is_left_to_do() {
    let text = run(VILLAGE).unwrap().out;
    assert_eq!(
        block(&text, "选举结果备案"),
        "\
未做到  选举结果备案  [三（一）#8]
  侨联已成立，选举结果还没有报上一级侨联备案
  责任人（职务）：红塔区委统战部分管侨务副部长、红塔区侨联主席、属地党组织主要负责人"
    );
    assert_eq!(
        block(&text, "分管或联系的班子成员"),
        "\
已做到  分管或联系的班子成员  [三（三）#6]
  已有一名班子成员分管或联系侨联工作"
    );
    let en = run(&format!("{VILLAGE} --lang en")).unwrap().out;
    assert!(
        block(&en, "result filed").starts_with("not met  result filed  [Part 3 (1)#8]\n"),
        "{en}"
    );
}

#[test]
fn a_block_names_the_missing_facts_and_their_paths() {
    let text = run("platform ../cases/village.json --as-of 2023-11-15").unwrap().out;
    let unknown: Vec<&str> = text.split("\n\n").filter(|block| block.starts_with("待定")).collect();
    assert_eq!(unknown.len(), 1, "{text}");
    let path = "platform.levels.village.groups.service";
    let named = format!("\n  还缺：村（社区）有无服务群（{path}）");
    assert!(unknown[0].ends_with(&named), "{text}");
    let found = object("platform ../cases/village.json --as-of 2023-11-15 --format json").unwrap();
    assert!(found["findings"].as_array().unwrap().iter().any(|of| of["missing"] == json!([path])));
}

#[test]
fn the_five_haves_are_told_with_where_they_come_from() {
    let text = run("platform ../cases/village.json --as-of 2023-11-15").unwrap().out;
    let block = block(&text, "侨胞之家的标准");
    assert!(block.contains("侨胞之家还缺：有经费\n  标准的出处：方案只提“五有”"), "{block}");
}

#[test]
fn a_report_tells_each_county_and_the_days_left_or_past() {
    let text = run("report ../cases/report.json --as-of 2020-06-25").unwrap().out;
    let counties = text.lines().filter(|line| line.ends_with(" · 县（市、区）")).count();
    assert_eq!(counties, 9, "{text}");
    assert!(
        text.contains(
            "\n\n通海县 · 县（市、区）\n\n未做到  按时报送  [五（四）#2]\n  \
         通海县的侨联建设计划没有报送，期限2020-06-20已过\n  期限：2020-06-20（已过5天）\n"
        ),
        "{text}"
    );
    assert!(text.contains("\n  还缺：counties.元江哈尼族彝族傣族自治县.items.plan\n"), "{text}");
    assert!(
        text.ends_with("\n共27项：已做到 18、未做到 3、待研究 1、待定 4、不适用 1\n"),
        "{text}"
    );
    let before = run("report ../cases/report.json --as-of 2020-06-11 --lang en").unwrap().out;
    assert!(before.contains("\n  due: 2020-06-20 (9 days left)\n"), "{before}");
}

#[test]
fn the_leading_group_is_checked_as_a_whole() {
    let found =
        object("governance ../cases/governance.json --as-of 2020-07-01 --format json").unwrap();
    assert_eq!((&found["check"], &found["subject"]), (&json!("governance"), &Value::Null));
    let text = run("governance ../cases/governance.json --as-of 2020-07-01").unwrap().out;
    assert!(text.contains("\n\n待研究  领导小组的组成  [四#3]\n  办公室副主任"), "{text}");
    assert!(text.ends_with("\n共7项：已做到 5、未做到 1、待研究 1\n"), "{text}");
}

#[test]
fn json_is_what_the_library_gives() {
    let found = object(&format!("{VILLAGE} --format json")).unwrap();
    let keys: Vec<&String> = found.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["check", "subject", "findings", "as_of", "policy", "readings"]);
    assert_eq!(found["subject"]["code"], "530402006001");
    assert_eq!(found["as_of"], "2023-11-15");
    let text = std::fs::read_to_string(registers().join("../cases/village.json")).unwrap();
    let case = qiaolian::checks::from_json(&text).unwrap();
    let day: chrono::NaiveDate = "2023-11-15".parse().unwrap();
    let given = qiaolian::Policy::yuxi_2020().leadership(&case, day).unwrap();
    assert_eq!(found, serde_json::to_value(given).unwrap());
}

#[test]
fn what_happened_after_the_day_has_not_happened_yet() {
    let asked = |day: &str| {
        object(&format!("office ../cases/county.json --as-of {day} --format json")).unwrap()
    };
    assert_eq!(outcome(&asked("2023-06-14"), "office_registered"), "not_applicable");
    assert_eq!(outcome(&asked("2023-06-15"), "office_registered"), "not_met");
    assert_eq!(outcome(&asked("2022-11-17"), "organisation_first"), "advice");
    assert_eq!(outcome(&asked("2022-11-18"), "organisation_first"), "met");
}

#[test]
fn the_date_is_today_in_china_where_none_is_given_and_is_named() {
    let found = object("office ../cases/county.json --format json").unwrap();
    let named = found["as_of"].as_str().unwrap().to_owned();
    let said = run("office ../cases/county.json").unwrap().out;
    let today = (chrono::Utc::now() + chrono::TimeDelta::hours(8)).date_naive();
    // Midnight in China may fall between the runs.
    for day in [named, said.split(['至', '，']).nth(2).unwrap().to_owned()] {
        let far = today - day.parse::<chrono::NaiveDate>().unwrap();
        assert!(far.num_days().abs() <= 1, "{day}");
    }
}

#[test]
fn a_reading_moves_what_is_due() {
    let due = |more: &str| {
        let asked = format!("report ../cases/report.json --as-of 2020-06-21 --format json {more}");
        object(&asked).unwrap()["places"][0]["findings"][0]["due"].clone()
    };
    assert_eq!(due(""), "2020-06-20");
    assert_eq!(due("--set before_day=exclusive"), "2020-06-19");
    assert_eq!(due("--set due_on_rest_day=next_working_day"), "2020-06-22");
}

#[test]
fn a_file_has_the_format_of_its_ending_and_never_takes_the_inputs_place() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for (name, format) in [("found.json", "json"), ("found.txt", "table"), ("found", "table")] {
        let ran = command(&format!("{VILLAGE} --output")).unwrap().arg(at(name)).output().unwrap();
        assert_eq!((ran.status.code(), ran.stdout.len()), (Some(1), 0), "{name}");
        let expected = run(&format!("{VILLAGE} --format {format}")).unwrap().out;
        assert_eq!(std::fs::read_to_string(at(name)).unwrap(), expected, "{name}");
    }
    std::fs::copy(registers().join("../cases/village.json"), at("case.json")).unwrap();
    let before = std::fs::read(at("case.json")).unwrap();
    let mut over = command("leadership --output").unwrap();
    let ran = over.arg(at("case.json")).arg(at("case.json")).output().unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!(std::fs::read(at("case.json")).unwrap(), before);
}

#[test]
fn colours_are_for_terminals_that_have_them() {
    let plain = run(VILLAGE).unwrap().out;
    assert!(!plain.contains('\u{1b}'));
    let mut forced = command(VILLAGE).unwrap();
    let forced = forced.env("CLICOLOR_FORCE", "1").output().unwrap();
    let coloured = String::from_utf8(forced.stdout).unwrap();
    assert!(coloured.contains("\u{1b}[1m\u{1b}[31m未做到\u{1b}[0m  选举结果备案"), "{coloured}");
}

#[test]
fn what_a_name_would_have_a_terminal_do_is_not_done() {
    let case = json!({"subject": {"kind": "school", "name": "示例\u{1b}[2J学校"}});
    let ran = run_with("office --as-of 2023-11-15", case.to_string()).unwrap();
    assert_eq!(ran.exit, Some(0), "{}", ran.told);
    assert!(!ran.out.contains('\u{1b}') && ran.out.contains("示例\u{fffd}[2J学校"), "{}", ran.out);
}

#[test]
fn without_a_terminal_lines_are_as_long_as_they_are() {
    let text = run(VILLAGE).unwrap().out;
    assert!(text.lines().any(|line| line.width() > 80), "{text}");
}
