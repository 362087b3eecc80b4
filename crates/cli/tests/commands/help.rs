//! Help is there for each command, with examples that run.

use crate::run::{Result, command, run};

const COMMANDS: [&str; 8] =
    ["", "assess", "explain", "provisions", "readings", "policy show", "policy check", "schema"];

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
    for of in ["", "assess", "explain"] {
        let examples = examples(of).unwrap();
        assert!(examples.len() >= 3, "{of}: {examples:?}");
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
            assert_eq!(ran.status.code(), Some(0), "{example}: {ran:?}");
        }
    }
}

#[test]
fn help_says_what_each_exit_status_means() {
    let help = run("--help").unwrap().out;
    let said = "Exit status: 0 all well; 1 rows were rejected, or a check found a fault (overdue is an answer";
    assert!(help.contains(said), "{help}");
}
