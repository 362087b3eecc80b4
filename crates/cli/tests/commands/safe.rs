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

#[test]
fn a_register_is_not_written_over_through_standard_input_or_another_name_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("register.csv"), folder.path().join("link.csv"));
    fs::write(&file, REGISTER).unwrap();
    fs::hard_link(&file, &link).unwrap();
    for asked in
        ["assess", "coverage", "sensitivity", "schedule", "policy diff yuxi-2020 yuxi-2020"]
    {
        let run = |from: &str, to: &std::path::Path, input: bool| {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_qiaolian"));
            command.args(asked.split(' '));
            command.args([from, "--as-of", "2023-11-15", "--output"]).arg(to);
            if input {
                command.stdin(fs::File::open(&file).unwrap());
            }
            command.output().unwrap()
        };
        for ran in [run("-", &file, true), run(&file.to_string_lossy(), &link, false)] {
            let told = String::from_utf8_lossy(&ran.stderr).into_owned();
            assert_eq!(ran.status.code(), Some(2), "{told}");
            assert!(told.contains("[output_is_input]"), "{told}");
            assert_eq!(fs::read_to_string(&file).unwrap(), REGISTER);
        }
    }
}

/// A pack that has a file more than it should can't be read again, and its own files are the user's.
#[test]
fn nothing_is_written_into_the_folder_of_the_policy_that_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("pack");
    fs::create_dir(&pack).unwrap();
    for file in fs::read_dir(qiaolian_tests::folder().join("packs/made-up")).unwrap() {
        let file = file.unwrap();
        if file.path().is_file() {
            fs::copy(file.path(), pack.join(file.file_name())).unwrap();
        }
    }
    let tiers = fs::read_to_string(pack.join("tiers.toml")).unwrap();
    for asked in [
        "policy diff yuxi-2020 PACK --output",
        "policy diff PACK yuxi-2020 --output",
        "policy check --policy PACK --output",
        "provisions --policy PACK --output",
        "coverage --policy PACK --as-of 2023-11-15 --output",
        "assess --policy PACK --as-of 2023-11-15 --output",
        "sensitivity --policy PACK --as-of 2023-11-15 --output",
    ] {
        for name in ["tiers.toml", "more.json"] {
            let mut run = command("").unwrap();
            for part in asked.split(' ') {
                if part == "PACK" {
                    run.arg(&pack)
                } else {
                    run.arg(part)
                };
            }
            let ran = run.arg(pack.join(name)).assert().code(2);
            let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
            assert!(told.contains("[output_in_pack]"), "{asked}: {told}");
            assert!(!pack.join("more.json").exists(), "{asked}");
        }
    }
    assert_eq!(fs::read_to_string(pack.join("tiers.toml")).unwrap(), tiers);
}

#[test]
fn two_outputs_are_not_written_to_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for (one, other) in [("--rejects", "--output"), ("--output", "--receipt")] {
        let mut assess = command("assess small.csv --as-of 2023-11-15").unwrap();
        let assess = assess.arg(one).arg(at("same.json")).arg(other).arg(at("./same.json"));
        let ran = assess.assert().code(2);
        let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
        assert!(told.contains("[one_output]"), "{told}");
        assert!(!at("same.json").exists());
    }
}

#[test]
fn an_earlier_result_stays_until_everything_has_gone_well() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("good.csv"), "precious").unwrap();
    // Another output can't be written; the register breaks off.
    let broken = format!("{REGISTER}\"530402006002,9\n");
    let mut cases = vec![];
    for more in ["--rejects", "--receipt"] {
        let mut assess = command("assess small.csv --as-of 2023-11-15 --output").unwrap();
        assess.arg(at("good.csv")).arg(more).arg("no/such/folder/r.json");
        cases.push(assess);
    }
    let mut assess = command("assess - --as-of 2023-11-15 --output").unwrap();
    assess.arg(at("good.csv")).arg("--rejects").arg(at("r.json")).write_stdin(broken);
    cases.push(assess);
    for mut case in cases {
        case.assert().code(2);
        assert_eq!(fs::read_to_string(at("good.csv")).unwrap(), "precious");
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "{left:?}");
    }
}

#[test]
fn whoever_has_seen_enough_of_the_answers_does_not_cost_the_rejects_or_the_receipt() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let rows = 20_000;
    let row = "甲单位,school,3\n乙单位,school,x\n";
    fs::write(at("big.csv"), format!("name,kind,total\n{}", row.repeat(rows))).unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_qiaolian"));
    command.args(["assess", "--as-of", "2023-11-15", "--format", "jsonl"]).arg(at("big.csv"));
    command.arg("--rejects").arg(at("rejects.csv")).arg("--receipt").arg(at("receipt.json"));
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::null());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));
    let rejects = fs::read_to_string(at("rejects.csv")).unwrap();
    assert_eq!(rejects.lines().count(), rows + 1);
    assert!(fs::read_to_string(at("receipt.json")).unwrap().contains("\"rejected\": 20000"));
}

#[cfg(unix)]
#[test]
fn a_file_is_made_for_whoever_may_use_files_there_and_keeps_what_it_allowed() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (file, plain) = (folder.path().join("result.csv"), folder.path().join("plain"));
    fs::write(&plain, "").unwrap();
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let assess = || {
        let mut assess = command("assess small.csv --as-of 2023-11-15 --output").unwrap();
        assess.arg(&file).assert().success();
    };
    assess();
    assert_eq!(mode(&file), mode(&plain));
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    assess();
    assert_eq!(mode(&file), 0o640);
}
