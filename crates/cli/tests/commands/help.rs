//! Help is there for each command, with examples that run.

use crate::run::{Result, command, run};

const COMMANDS: [&str; 18] = [
    "",
    "assess",
    "explain",
    "sensitivity",
    "leadership",
    "office",
    "platform",
    "safeguards",
    "governance",
    "report",
    "dossier",
    "rules",
    "provisions",
    "readings",
    "policy show",
    "policy check",
    "policy diff",
    "schema",
];

/// The commands that check something, for which finding that it isn't met is an answer.
const CHECKS: [&str; 9] = [
    "procedure",
    "plan",
    "leadership",
    "office",
    "platform",
    "safeguards",
    "governance",
    "report",
    "dossier",
];

#[test]
fn each_command_has_help() {
    for command in COMMANDS {
        let ran = run(&format!("{command} --help")).unwrap();
        assert_eq!((ran.exit, ran.told.as_str()), (Some(0), ""), "{command}");
        assert!(ran.out.contains("Usage: qiaolian"), "{command}");
    }
}

/// The examples that help gives for a command.
fn examples(command: &str) -> Result<Vec<String>> {
    let help = run(&format!("{command} --help"))?.out;
    let examples = help.lines().skip_while(|line| *line != "Examples:").skip(1);
    let examples = examples.take_while(|line| line.starts_with("  "));
    // What an example does may stand beside it.
    Ok(examples.filter_map(|line| Some(line.trim().split("   ").next()?.to_owned())).collect())
}

#[test]
fn the_main_commands_have_examples_and_each_of_them_runs() {
    let folder = tempfile::tempdir().unwrap();
    let registers = crate::run::registers();
    std::fs::copy(registers.join("small.csv"), folder.path().join("register.csv")).unwrap();
    std::fs::copy(registers.join("small.jsonl"), folder.path().join("register.jsonl")).unwrap();
    for case in std::fs::read_dir(registers.join("../cases")).unwrap() {
        let case = case.unwrap();
        std::fs::copy(case.path(), folder.path().join(case.file_name())).unwrap();
    }
    std::fs::create_dir(folder.path().join("my-city")).unwrap();
    for file in std::fs::read_dir(registers.join("../packs/made-up")).unwrap() {
        let file = file.unwrap();
        let copy = folder.path().join("my-city").join(file.file_name());
        std::fs::copy(file.path(), copy).unwrap();
    }
    for of in ["", "assess", "explain", "sensitivity", "provisions", "policy check", "policy diff"]
        .into_iter()
        .chain(CHECKS)
    {
        let examples = examples(of).unwrap();
        assert!(examples.len() >= 2, "{of}: {examples:?}");
        for example in examples {
            let (piped, example) = match example.split_once(" | ") {
                Some((before, after)) => {
                    (before.strip_prefix("cat ").map(str::to_owned), after.to_owned())
                }
                None => (None, example),
            };
            let arguments = example.strip_prefix("qiaolian ").unwrap();
            let mut command = command(arguments).unwrap();
            command.current_dir(folder.path());
            if let Some(piped) = piped {
                command.write_stdin(std::fs::read(folder.path().join(piped)).unwrap());
            }
            let ran = command.output().unwrap();
            let is_check = CHECKS.iter().any(|check| arguments.starts_with(check));
            let answers: &[i32] = if is_check { &[0, 1] } else { &[0] };
            assert!(
                ran.status.code().is_some_and(|code| answers.contains(&code)),
                "{example}: {ran:?}"
            );
        }
    }
}

#[test]
fn help_says_what_each_exit_status_means() {
    let help = run("--help").unwrap().out;
    let said = "Exit status: 0 all well; 1 rows were rejected, or a check found a fault or something that is not met";
    assert!(help.contains(said), "{help}");
}
