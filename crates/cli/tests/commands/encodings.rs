//! One register in every form that it comes in gives the same answers; answers go out in the
//! encoding that was asked for.

use std::fs;

use encoding_rs::GB18030;
use rust_xlsxwriter::Workbook;

use crate::run::{COLUMNS, Result, command, registers, run};

const ASK: &str = "--as-of 2023-11-15 --format jsonl";

/// The register with Chinese headers.
fn in_chinese() -> Result<String> {
    let text = fs::read_to_string(registers().join("yuxi-made-up.csv"))?;
    let (header, rows) = text.split_once('\n').ok_or("a header")?;
    let translated = header.trim_end().split(',').map(|name| {
        let known = COLUMNS.iter().find(|(english, _)| *english == name);
        known.map_or(name, |(_, chinese)| chinese)
    });
    Ok(format!("{}\n{rows}", translated.collect::<Vec<_>>().join(",")))
}

#[test]
fn a_register_gives_the_same_answers_in_utf8_gb18030_xlsx_and_piped_json_lines() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let expected = run(&format!("assess yuxi-made-up.csv {ASK}")).unwrap();
    assert!(expected.out.lines().count() > 900);
    let chinese = in_chinese().unwrap();

    fs::write(at("gb.csv"), GB18030.encode(&chinese).0).unwrap();
    fs::write(at("bom.csv"), format!("\u{feff}{chinese}")).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(chinese.as_bytes());
    let mut lines = String::new();
    let mut header = Vec::new();
    for (at, row) in (0u32..).zip(reader.records()) {
        let row = row.unwrap();
        for (column, text) in (0u16..).zip(&row) {
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(at, column, number).unwrap(),
                Err(_) => sheet.write_string(at, column, text).unwrap(),
            };
        }
        if at == 0 {
            header = row.iter().map(str::to_owned).collect();
            continue;
        }
        let object: serde_json::Map<String, serde_json::Value> =
            header.iter().cloned().zip(row.iter().map(Into::into)).collect();
        lines += &(serde_json::to_string(&object).unwrap() + "\n");
    }
    book.save(at("book.xlsx")).unwrap();

    for file in ["gb.csv", "bom.csv", "book.xlsx"] {
        let mut assess = command(&format!("assess {ASK}")).unwrap();
        let ran = assess.arg(at(file)).output().unwrap();
        assert_eq!(String::from_utf8(ran.stdout).unwrap(), expected.out, "{file}");
    }
    let mut piped = command(&format!("assess - {ASK}")).unwrap();
    let ran = piped.write_stdin(lines).output().unwrap();
    assert_eq!(String::from_utf8(ran.stdout).unwrap(), expected.out, "piped JSON Lines");
    let mut piped = command(&format!("assess - {ASK}")).unwrap();
    let ran = piped.write_stdin(GB18030.encode(&chinese).0).output().unwrap();
    assert_eq!(String::from_utf8(ran.stdout).unwrap(), expected.out, "piped GB18030");
}

#[test]
fn the_encoding_can_be_given_where_it_cannot_be_found_out() {
    // Short enough to be text in both.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("short.csv");
    let text = "name,kind,total,备注\n金州社区,village,9,甲\n";
    fs::write(&file, GB18030.encode(text).0).unwrap();
    let ask = |encoding: &str| {
        let mut assess = command(&format!("assess {ASK} --encoding {encoding}")).unwrap();
        assess.arg(&file).output().unwrap()
    };
    for name in ["gb18030", "gbk", "gb2312"] {
        let out = String::from_utf8(ask(name).stdout).unwrap();
        assert!(out.contains("金州社区居民委员会") && out.contains("备注"), "{out}");
    }
    let refused = ask("utf-8");
    let told = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert!(told.contains("[not_text]"), "{told}");
}

#[test]
fn csv_goes_out_in_the_encoding_asked_for_whatever_the_text_is() {
    let plain = run("assess small.csv --as-of 2023-11-15 --format csv").unwrap().out;
    let bytes = |encoding: &str| {
        let ask = format!(
            "assess small.csv --as-of 2023-11-15 --format csv --output-encoding {encoding}"
        );
        command(&ask).unwrap().output().unwrap().stdout
    };
    assert_eq!(bytes("utf-8"), plain.as_bytes());
    assert_eq!(bytes("utf-8-bom"), format!("\u{feff}{plain}").as_bytes());
    assert_eq!(bytes("gb18030"), GB18030.encode(&plain).0.as_ref());
}

#[test]
fn only_csv_has_another_encoding() {
    let ran = run("assess small.csv --format jsonl --output-encoding gb18030 --lang en").unwrap();
    assert_eq!(ran.exit, Some(2));
    assert!(ran.told.contains("[encoding_of_csv_only]"), "{}", ran.told);
}

#[test]
fn rejected_rows_go_out_in_the_same_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let rejects = folder.path().join("rejects.csv");
    let register = "名称,类型,合计\n金州社区,村,一打\n";
    let ask = "assess - --as-of 2023-11-15 --format csv --output-encoding gb18030 --rejects";
    let mut assess = command(ask).unwrap();
    assess.arg(&rejects).write_stdin(register).assert().code(1);
    let bytes = fs::read(&rejects).unwrap();
    let (text, _, is_broken) = GB18030.decode(&bytes);
    assert!(
        !is_broken && text.starts_with("名称,类型,合计,row,line,problems\n金州社区,村,一打,1,2,"),
        "{text}"
    );
}

#[test]
fn a_character_that_gb18030_does_not_have_is_refused_and_not_changed() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("result.csv");
    let ask = "assess - --as-of 2023-11-15 --output-encoding gb18030 --output";
    for sign in ['\u{e5e5}', '\u{e78d}'] {
        let mut assess = command(ask).unwrap();
        let register = format!("名称,类型,合计\n甲{sign}公司,企业,3\n");
        let ran = assess.arg(&output).write_stdin(register).assert().code(2);
        let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
        assert!(told.contains("GB18030") && !output.exists(), "{told}");
    }
}
