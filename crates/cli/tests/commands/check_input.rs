//! What goes into the checks: from a file, from standard input, and what is wrong with it, all at once.

use std::fs;

use crate::run::{command, registers, run, run_with};

const COMMANDS: [&str; 6] =
    ["leadership", "office", "platform", "safeguards", "governance", "report"];

fn case(name: &str) -> String {
    fs::read_to_string(registers().join("../cases").join(name)).unwrap_or_default()
}

#[test]
fn a_dash_and_no_file_are_standard_input() {
    for (asked, file) in [
        ("leadership", "village.json"),
        ("office", "county.json"),
        ("platform", "unit.json"),
        ("safeguards", "township.json"),
        ("governance", "governance.json"),
        ("report", "report.json"),
    ] {
        let expected = run(&format!("{asked} ../cases/{file} --as-of 2023-11-15")).unwrap();
        for dash in ["-", ""] {
            let ran = run_with(&format!("{asked} {dash} --as-of 2023-11-15"), case(file)).unwrap();
            assert_eq!((ran.exit, &ran.out), (expected.exit, &expected.out), "{asked} {dash}");
        }
    }
}

#[test]
fn a_file_is_read_in_the_encodings_that_it_comes_in() {
    let expected = run("office ../cases/county.json --as-of 2023-11-15").unwrap().out;
    let text = case("county.json");
    let gb18030 = encoding_rs::GB18030.encode(&text).0.into_owned();
    let utf_16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let with_mark = ["\u{feff}".as_bytes(), text.as_bytes()].concat();
    for input in [gb18030, utf_16, with_mark] {
        let ran = run_with("office --as-of 2023-11-15", input).unwrap();
        assert_eq!(ran.out, expected, "{}", ran.told);
    }
    let ran = run_with("office --lang en", vec![0x7f, 0x45, 0xff, 0xff]).unwrap();
    assert_eq!(ran.exit, Some(2));
    assert_eq!(
        ran.told,
        "qiaolian: standard input is no text, neither in UTF-8 nor in GB18030; save it as JSON in \
         UTF-8 [not_text]\n"
    );
}

#[test]
fn without_a_file_and_without_anything_piped_in_a_line_says_what_to_write() {
    for name in COMMANDS {
        for (lang, said) in [
            (
                "zh",
                format!(
                    "没有给出文件，标准输入也没有内容；请写：qiaolian {name} 文件.json（文件的写法见 qiaolian schema {name}）"
                ),
            ),
            (
                "en",
                format!(
                    "no file is named, and nothing came on standard input; write `qiaolian {name} \
                     FILE.json` (`qiaolian schema {name}` shows what may stand in it)"
                ),
            ),
        ] {
            let ran = run_with(&format!("{name} --lang {lang}"), "\n").unwrap();
            assert_eq!((ran.exit, ran.out.as_str()), (Some(2), ""), "{name}");
            assert_eq!(ran.told, format!("qiaolian: {said} [nothing_to_read]\n"));
        }
    }
}

#[test]
fn a_policy_without_such_a_part_says_so() {
    for name in COMMANDS {
        let asked = format!("{name} --policy beijing-universities --as-of 2023-11-15");
        let ran = run_with(&asked, "{}").unwrap();
        assert_eq!((ran.exit, ran.out.as_str()), (Some(2), ""), "{name}");
        assert!(ran.told.starts_with("qiaolian: beijing-universities@1.0.0 没有“"), "{}", ran.told);
        assert!(ran.told.ends_with("；请用`--policy`另选政策 [no_such_check]\n"), "{}", ran.told);
    }
    let asked = "governance --policy beijing-universities --as-of 2023-11-15 --lang en";
    assert_eq!(
        run_with(asked, "{}").unwrap().told,
        "qiaolian: beijing-universities@1.0.0 has no part on the leading group, nor any other that \
         is checked; take another policy with `--policy` [no_such_check]\n"
    );
}

/// What is told of an input: the paths, with the code of the error.
fn told(asked: &str, input: &str) -> (Option<i32>, Vec<String>) {
    let Ok(ran) = run_with(&format!("{asked} --as-of 2023-11-15"), input) else {
        return (None, Vec::new());
    };
    assert_eq!(ran.out, "", "{asked}");
    let mut lines = ran.told.lines();
    let first = lines.next().unwrap_or_default();
    assert!(first.ends_with(" [invalid_input]"), "{first}");
    let paths = lines.map(|line| line.trim_start().split(['：', ' ']).next().unwrap_or_default());
    (ran.exit, paths.map(str::to_owned).collect())
}

#[test]
fn everything_that_cannot_be_read_is_told_at_once_each_with_its_path() {
    let input = r#"{
        "procedure": {"events": [{"step": 3, "on": "2022-02-30"}, {"on": "2022-01-01"}], "office": 1, "events": []},
        "leadership": {
            "leader": true, "key_work_county": "true", "section": "maybe", "cadre": [],
            "members": [{"time": 1}, {"post": "chair"}, {"identity": "chief"}],
            "candidates_decided": 7, "one_person": true, "one_person": false
        },
        "office": null,
        "platform": {"levels": {"county": {"federation": "soon"}}},
        "safeguards": {"budgets": {"2023": "x"}},
        "notes": ""
    }"#;
    let paths = [
        "procedure.events[0].step",
        "procedure.events[0].on",
        "procedure.events[1]",
        "procedure.office",
        "procedure.events",
        "leadership.leader",
        "leadership.key_work_county",
        "leadership.section",
        "leadership.cadre",
        "leadership.members[0].time",
        "leadership.members[2].identity",
        "leadership.candidates_decided",
        "leadership.one_person",
        "office",
        "platform.levels.county.federation",
        "safeguards.budgets.2023",
        "notes",
    ];
    assert_eq!(told("leadership", input), (Some(2), paths.map(str::to_owned).to_vec()));
}

#[test]
fn everything_that_does_not_hold_up_is_told_at_once_each_with_its_path() {
    let input = r#"{
        "subject": {"kind": "village", "county": "红塔区", "name": "金州社区", "total": "一打", "population": 3},
        "leadership": {"members": [{"post": "chair"}, {"post": "boss", "from": "moon"}], "staffing": ["magic"]},
        "office": {"registered_with": "police"},
        "safeguards": {"budgets": {"23": true}}
    }"#;
    let subject = ["subject.population", "subject.total"];
    for (asked, more) in [
        (
            "leadership",
            &[
                "leadership.members[1].from",
                "leadership.members[1].post",
                "leadership.staffing[0]",
                "office.registered_with",
            ][..],
        ),
        ("office", &["office.registered_with"]),
        ("platform", &[]),
        ("safeguards", &["safeguards.budgets.23"]),
    ] {
        let paths: Vec<String> =
            subject.iter().chain(more).map(|path| (*path).to_owned()).collect();
        assert_eq!(told(asked, input), (Some(2), paths), "{asked}");
    }
}

#[test]
fn what_is_wrong_is_told_in_the_language_asked_for_with_how_to_mend_it() {
    let input = r#"{"formed": "yes", "office_at": 3}"#;
    assert_eq!(
        run_with("governance", input).unwrap().told,
        "\
qiaolian: 标准输入：输入有2处问题；按所列路径逐处更正；各项的写法用 qiaolian schema 加命令名查看 [invalid_input]
  formed：“\"yes\"”读不出来：请写加引号的日期，如 2022-03-01；问是否做了的，也可写 true 或 false，不加引号
  office_at：“3”读不出来：请写加引号的文字
"
    );
    assert_eq!(
        run_with("governance --lang en", input).unwrap().told,
        "\
qiaolian: standard input: problems in the input: 2; mend each at its path; `qiaolian schema` with the name of the command shows what may stand where [invalid_input]
  formed: `\"yes\"` can't be read: write a day in quotes, as 2022-03-01; where it is asked whether something was done, true or false will do, without quotes
  office_at: `3` can't be read: write a text in quotes
"
    );
    let input = r#"{"roster": [{"seat": "king"}], "office_at": "moon"}"#;
    assert_eq!(
        run_with("governance", input).unwrap().told,
        "\
qiaolian: 标准输入：输入有2处问题；按所列路径逐处更正；各项的写法用 qiaolian schema 加命令名查看 [invalid_input]
  roster[0].seat：没有“king”：可以写：`leader`、`deputy`、`member`、`office_director`、`office_deputy`
  office_at：没有“moon”：可以写：`city_federation`、`city_ufwd`、`other`
"
    );
}

#[test]
fn a_file_that_breaks_off_is_named_with_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.json");
    fs::write(&file, "{\n  \"subject\": [}\n").unwrap();
    let mut office = command("office --lang en").unwrap();
    let ran = office.arg(&file).output().unwrap();
    let told = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert!(
        told.starts_with(&format!("qiaolian: {}: problems in the input: 1", file.display())),
        "{told}"
    );
    assert!(
        told.ends_with(
            "line 2, column 15 isn't JSON: expected value: mend it there and read it again\n"
        ),
        "{told}"
    );
}

#[test]
fn a_county_is_given_by_name_short_name_or_code_and_once() {
    let input = r#"{"counties": {"通海": {}, "530424": {}, "易门县": {}}}"#;
    let ran = run_with("report --as-of 2020-06-25", input).unwrap();
    assert_eq!(ran.exit, Some(0), "{}", ran.told);
    let input =
        r#"{"counties": {"通海县": {}, "530423": {}, "昆明": {"items": {"budget": true}}}}"#;
    let paths = ["counties.530423", "counties.昆明.items.budget", "counties.昆明"];
    assert_eq!(told("report", input), (Some(2), paths.map(str::to_owned).to_vec()));
}
