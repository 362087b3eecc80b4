//! Broken registers: each with the exit status, the counts and the problems that its manifest names.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/registers/broken")
}

fn assess(file: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qiaolian"));
    command.arg("assess").arg(file).args(["--as-of", "2023-11-15"]).args(more);
    command
}

fn manifest() -> Result<Vec<Value>, Box<dyn Error>> {
    Ok(serde_json::from_str(&fs::read_to_string(folder().join("manifest.json"))?)?)
}

#[test]
fn each_broken_register_ends_as_its_manifest_says() {
    let manifest = manifest().unwrap();
    assert_eq!(manifest.len(), 29);
    for register in manifest {
        let file = register["file"].as_str().unwrap();
        let output = assess(&folder().join(file), &["--format", "json"]).output().unwrap();
        assert_eq!(output.status.code().map(i64::from), register["exit"].as_i64(), "{file}");
        let shown = String::from_utf8(output.stderr).unwrap();
        if let Some(code) = register["run_error"].as_str() {
            assert!(shown.contains(&format!("[{code}]")), "{file}: {shown}");
            continue;
        }
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        for count in ["read", "assessed", "rejected", "skipped"] {
            assert_eq!(found["receipt"][count], register[count], "{file}: {count}");
        }
        let mut problems = Vec::new();
        for row in found["rejected"].as_array().unwrap() {
            for problem in row["problems"].as_array().unwrap() {
                problems.push((
                    row["row"].clone(),
                    problem["column"].clone(),
                    problem["code"].clone(),
                ));
                for lang in ["zh", "en"] {
                    assert!(
                        problem["message"][lang].as_str().is_some_and(|text| !text.contains('{'))
                    );
                    assert!(problem["help"][lang].as_str().is_some_and(|text| !text.is_empty()));
                }
            }
        }
        let expected: Vec<_> = register["problems"]
            .as_array()
            .unwrap()
            .iter()
            .map(|problem| {
                (problem["row"].clone(), problem["column"].clone(), problem["code"].clone())
            })
            .collect();
        assert_eq!(problems, expected, "{file}");
    }
}

#[test]
fn what_is_read_is_assessed_rejected_or_skipped() {
    for register in manifest().unwrap() {
        let output =
            assess(&folder().join(register["file"].as_str().unwrap()), &["--format", "json"])
                .output()
                .unwrap();
        if let Ok(found) = serde_json::from_slice::<Value>(&output.stdout) {
            let count = |name: &str| found["receipt"][name].as_u64().unwrap();
            assert_eq!(count("read"), count("assessed") + count("rejected") + count("skipped"));
        }
    }
}

#[test]
fn a_cell_of_ten_megabytes_is_one_bad_cell() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("large.csv");
    let cell = "9".repeat(10 << 20);
    fs::write(&file, format!("name,kind,county,total\n示例企业,enterprise,红塔区,{cell}\n示例企业二,enterprise,红塔区,5\n")).unwrap();
    let output = assess(&file, &["--format", "json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["receipt"]["assessed"], 1);
    assert_eq!(found["rejected"][0]["problems"][0]["code"], "unreadable_number");
}

#[test]
fn a_rejected_row_that_was_mended_goes_in_again() {
    let folder = tempfile::tempdir().unwrap();
    let (file, rejects) = (folder.path().join("register.csv"), folder.path().join("rejects.csv"));
    fs::write(&file, "name,kind,county,total,note\n示例企业,enterprise,红塔区,-3,虚构\n示例企业二,enterprise,红塔区,5,虚构\n").unwrap();
    let rejects_path = rejects.to_str().unwrap();
    assess(&file, &["--format", "csv", "--rejects", rejects_path]).assert().code(1);
    let text = fs::read_to_string(&rejects).unwrap();
    assert_eq!(text.lines().count(), 2);
    assert!(
        text.starts_with(
            "name,kind,county,total,note,row,line,problems\n示例企业,enterprise,红塔区,-3,虚构,1,2,"
        ),
        "{text}"
    );
    fs::write(&rejects, text.replace(",-3,", ",3,")).unwrap();
    let output = assess(&rejects, &["--format", "json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["determinations"][0]["count"], 3);
    assert_eq!(found["determinations"][0]["extra"], serde_json::json!({ "note": "虚构" }));
}
