//! The commands in the guide on writing a pack run as they stand there.

use std::fs;

use crate::run::{registers, run};

/// The commands of a guide, on the pack that was made by it.
fn commands(name: &str) -> Vec<String> {
    let guide = registers().join("../../crates/policies").join(name);
    let text = fs::read_to_string(guide).unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.strip_prefix("qiaolian "));
    let commands = lines.map(|line| line.split(" > ").next().unwrap_or(line));
    commands.map(|command| command.replace("my-city", "../packs/chengwan-2026")).collect()
}

#[test]
fn each_command_in_the_guide_runs() {
    for name in ["GUIDE.md", "GUIDE.zh.md"] {
        let commands = commands(name);
        assert_eq!(commands.len(), 7, "{commands:?}");
        for command in commands {
            let ran = run(&command).unwrap();
            assert_eq!(ran.exit, Some(0), "{command}: {}", ran.told);
            assert!(ran.out.lines().count() > 1, "{command}");
        }
    }
}
