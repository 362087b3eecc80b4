//! The table: aligned by the width that a terminal gives each character, plain where it is no terminal.

use unicode_width::UnicodeWidthStr;

use crate::run::{command, run, run_with};

/// The lines of a table, without what stands below it.
fn table(out: &str) -> Vec<&str> {
    out.lines().take_while(|line| line.starts_with(['┌', '│', '╞', '└'])).collect()
}

#[test]
fn every_line_of_a_table_is_as_wide_as_the_others() {
    for (command, rows) in [
        ("assess small.csv --as-of 2023-11-15", 22),
        ("assess small.csv --as-of 2023-11-15 --lang en", 22),
        ("assess yuxi-made-up.csv --as-of 2023-11-15", 913),
        ("assess --as-of 2023-11-15", 26),
    ] {
        let out = run(command).unwrap().out;
        let lines = table(&out);
        assert_eq!(lines.len(), rows + 4, "{command}");
        let width = lines[0].width();
        for line in lines {
            assert_eq!(line.width(), width, "{command}: {line}");
        }
    }
}

/// How far into a line a text begins, as a terminal shows it.
fn begins(line: &str, text: &str) -> Option<usize> {
    Some(line.split_once(text)?.0.width())
}

#[test]
fn each_column_begins_where_its_heading_does() {
    let out = run("assess small.csv --as-of 2023-11-15").unwrap().out;
    let lines = table(&out);
    // Behind the heading and the rule below it, a line a row.
    let row = |number: usize| lines[number + 2];
    let heading = |text: &str| begins(lines[1], text).unwrap();
    assert_eq!(begins(row(4), "金州社区居民委员会"), Some(heading("名称")));
    assert_eq!(begins(row(18), "示例中学一"), Some(heading("名称")));
    assert_eq!(begins(row(17), "元江哈尼族彝族傣族自治县"), Some(heading("县区")));
    assert_eq!(begins(row(18), "学校"), Some(heading("类型")));
    assert_eq!(begins(row(6), "例外已同意"), Some(heading("状态")));
}

#[test]
fn numbers_stand_at_the_right() {
    let out = run("assess small.csv --as-of 2023-11-15 --lang en").unwrap().out;
    let lines = table(&out);
    let ends = |line: &str, text: &str| begins(line, text).map(|begin| begin + text.width());
    let heading = ends(lines[1], "people");
    assert!(heading.is_some());
    for (row, people) in [(1, "unknown"), (4, "193"), (13, "64"), (16, "≥14")] {
        assert_eq!(
            ends(lines[row + 2], people),
            heading.max(ends(lines[3], "unknown")),
            "{people}"
        );
    }
}

#[test]
fn no_escape_codes_where_there_is_no_terminal() {
    for arguments in [
        "assess small.csv --as-of 2023-11-15",
        "explain small.csv --row 3 --as-of 2023-11-15",
        "policy check",
        "readings",
        "assess nowhere.csv",
        "assess --policy broken",
        "--help",
    ] {
        for no_color in [None, Some("1"), Some("")] {
            let mut command = command(arguments).unwrap();
            command.envs(no_color.map(|value| ("NO_COLOR", value)));
            let ran = command.output().unwrap();
            assert!(!ran.stdout.contains(&0x1b), "{arguments}");
            assert!(!ran.stderr.contains(&0x1b), "{arguments}");
        }
    }
}

#[test]
fn what_a_register_has_for_a_terminal_is_not_handed_on() {
    let register =
        "name,kind,total\n\"\u{1b}[31m甲\u{7}\r\n乙\t丙\",school,40\n\"\u{1b}]0;丁\",school,x\n";
    let ran = run_with("assess - --as-of 2023-11-15", register).unwrap();
    let shown = ran.out.replace('\n', "") + &ran.told.replace('\n', "");
    assert!(!shown.chars().any(char::is_control), "{shown:?}");
    let lines = table(&ran.out);
    assert_eq!(lines.len(), 1 + 4);
    assert!(lines.iter().all(|line| line.width() == lines[0].width()), "{lines:#?}");
    let ran = run_with("explain - --row 1 --as-of 2023-11-15", register).unwrap();
    assert!(!ran.out.replace('\n', "").chars().any(char::is_control), "{:?}", ran.out);
}

#[test]
fn below_the_table_stands_what_was_asked_and_how_many_rows_there_were_of_each_sort() {
    let out = run("assess small.csv --as-of 2023-11-15 --lang en").unwrap().out;
    let below: Vec<&str> = out.lines().skip(table(&out).len()).collect();
    assert_eq!(
        below,
        [
            "yuxi-2020@1.0.0, as of 2023-11-15, readings: default",
            "read 22, assessed 22, rejected 0, skipped 0",
            "status: satisfied 6, satisfied late 2, excepted 2, unverified 2, overdue 2, \
             due soon 1, pending 2, optional 2, not applicable 1, undetermined 2",
        ]
    );
}

#[test]
fn the_small_register_shows_every_duty_and_every_status() {
    let found = crate::run::lines("assess small.csv --as-of 2023-11-15 --format jsonl").unwrap();
    let shown = |field: &str| {
        let values = found.iter().filter_map(|found| found[field].as_str());
        values.collect::<std::collections::BTreeSet<_>>().len()
    };
    assert_eq!(shown("duty"), qiaolian::Duty::ALL.len() + 1);
    assert_eq!(shown("status"), qiaolian::Status::ALL.len());
}
