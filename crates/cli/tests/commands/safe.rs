//! Nothing of the user's is lost: a register is never written over, and a run that can't succeed
//! says so before it writes.

use std::fs;

use crate::run::command;

const REGISTER: &str = "code,total\n530402006001,12\n";

#[test]
fn a_register_is_not_written_over_by_its_own_answers() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("register.csv");
    let same = folder.path().join("./register.csv");
    for option in ["--output", "--rejects", "--receipt"] {
        fs::write(&file, REGISTER).unwrap();
        let mut assess = command("assess --as-of 2023-11-15").unwrap();
        let ran = assess.arg(&file).arg(option).arg(&same).assert();
        let ran = ran.code(2);
        let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
        assert!(told.ends_with("会覆盖登记表本身；请写到另一个文件 [output_is_input]\n"), "{told}");
        assert_eq!(fs::read_to_string(&file).unwrap(), REGISTER, "{option}");
    }
}

#[test]
fn a_rejects_file_of_no_known_format_is_refused_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("result.jsonl");
    let mut assess =
        command("assess small.csv --as-of 2023-11-15 --rejects x.txt --output").unwrap();
    let ran = assess.arg(&output).assert().code(2);
    let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
    let expected = "qiaolian: `x.txt`的后缀不是退回行能写的格式；请用 .csv、.xlsx、.json 或 .jsonl [no_rejects_format]\n";
    assert_eq!(told, expected);
    assert!(!output.exists());
}

#[test]
fn a_register_that_cannot_be_read_leaves_an_earlier_result_alone() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("result.csv");
    fs::write(&output, "what was there").unwrap();
    let mut assess =
        command("assess broken/no-known-headers.csv --as-of 2023-11-15 --output").unwrap();
    assess.arg(&output).assert().code(2);
    assert_eq!(fs::read_to_string(&output).unwrap(), "what was there");
}
