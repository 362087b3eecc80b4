//! `schedule`: what is due by when and who answers for it, as a table, JSON and a calendar.

use crate::run::{command, json, run, run_with};

const SMALL: &str = "schedule small.csv --as-of 2023-11-15";

#[test]
fn the_table_is_by_day_with_status_and_who_answers() {
    let found = run(&format!("{SMALL} --lang en")).unwrap();
    assert_eq!((found.exit, found.told.as_str()), (Some(0), ""));
    let heads = found.out.lines().filter(|line| line.starts_with("20") && line.contains("days"));
    assert_eq!(
        heads.collect::<Vec<_>>(),
        [
            "2020-06-20 (1243 days ago): 9",
            "2022-12-31 (319 days ago): 8",
            "2023-12-31 (46 days left): 8",
            "2024-12-31 (412 days left): 5",
        ]
    );
    for part in [
        "│   3   易门县               易门县                     must (federation)                overdue",
        "(possibly) in principle should or may (federation or cross-region joint federation)",
        "[4] units that answer: United Front Work Department of 易门县; posts that answer: head of \
         the United Front Work Department of 易门县",
    ] {
        assert!(found.out.contains(part), "{part}\n{}", found.out);
    }
}

#[test]
fn without_a_file_what_may_be_due_is_counted_in_the_table_and_listed_elsewhere() {
    let found = run("schedule --as-of 2022-10-01 --lang en").unwrap();
    assert!(found.out.contains("2022-12-31 (91 days left): 26\n"), "{}", found.out);
    assert!(found.out.contains("777 more may be due"), "{}", found.out);
    assert!(!found.out.contains("(possibly)"));
    let all = json("schedule --as-of 2022-10-01 --format json").unwrap();
    let entries = all["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 9 + 26 + 777);
    assert_eq!(entries.iter().filter(|entry| entry["certain"] == false).count(), 777);
}

#[test]
fn the_calendar_is_the_same_each_time_with_the_register_in_any_order() {
    let lines = ["code,total,existing_form", "530402006001,,none", "530402001,136,none"];
    let ask = |rows: [&str; 3]| {
        run_with("schedule - --as-of 2022-10-01 --format ics", rows.join("\n") + "\n").unwrap()
    };
    let (one, other) = (ask(lines), ask([lines[0], lines[2], lines[1]]));
    assert_eq!(one.exit, Some(0));
    assert_eq!(one.out, other.out);
    assert_eq!(one.out.matches("BEGIN:VEVENT\r\n").count(), 11);
    assert!(one.out.lines().all(|line| line.len() <= 75));
    let days = one.out.matches("DTSTAMP:20221001T000000Z\r\n").count();
    assert_eq!(days, 11, "stamped from the date of the question");
}

#[test]
fn a_policy_without_dates_has_an_empty_schedule() {
    let found = json("schedule --policy beijing-universities --as-of 2023-11-15 --format json");
    assert_eq!(found.unwrap()["entries"], serde_json::json!([]));
}

#[test]
fn nothing_with_a_date_gives_no_calendar_and_one_line_that_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("due.ics");
    let mut ask =
        command("schedule --policy beijing-universities --as-of 2023-11-15 --lang en -o").unwrap();
    let ran = ask.arg(&file).assert().code(2);
    let told = String::from_utf8(ran.get_output().stderr.clone()).unwrap();
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("no calendar to write") && told.contains("[nothing_due]"), "{told}");
    assert!(!file.exists());
}

#[test]
fn the_format_is_that_of_the_output_s_ending() {
    let folder = tempfile::tempdir().unwrap();
    let begins = |name: &str, more: &str| {
        let file = folder.path().join(name);
        command(&format!("{SMALL} {more} --output")).unwrap().arg(&file).assert().code(0);
        std::fs::read_to_string(file).unwrap().chars().take(5).collect::<String>()
    };
    assert_eq!(begins("due.ics", ""), "BEGIN");
    assert_eq!(begins("due.JSON", ""), "{\n  \"");
    assert_eq!(begins("due.ics", "--format json"), "{\n  \"");
    assert_eq!(begins("due.txt", ""), "2020-");
}

#[test]
fn rejected_rows_are_said() {
    let input = "kind,total\nhamlet,3\nenterprise,40\n";
    let found = run_with("schedule - --as-of 2023-11-15 --format json", input).unwrap();
    assert_eq!(found.exit, Some(1));
    let schedule: serde_json::Value = serde_json::from_str(&found.out).unwrap();
    assert_eq!(schedule["rejected"][0]["row"], 1);
    assert_eq!(schedule["entries"].as_array().unwrap().len(), 9 + 1);
}
