//! What an installed program brings along: completions for shells, and manual pages.

use std::fs;

use crate::run::{command, run};

/// The commands, as help lists them.
fn commands() -> Vec<String> {
    let help = run("--help").map(|ran| ran.out).unwrap_or_default();
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed = listed.take_while(|line| line.starts_with("  "));
    let names = listed.filter(|line| !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

#[test]
fn completions_of_each_shell_name_each_command() {
    let commands = commands();
    assert!(commands.len() >= 11, "{commands:?}");
    for shell in ["bash", "zsh", "fish"] {
        let ran = run(&format!("completions {shell}")).unwrap();
        assert_eq!((ran.exit, ran.told.as_str()), (Some(0), ""), "{shell}");
        assert!(ran.out.contains("qiaolian"), "{shell}");
        for name in &commands {
            assert!(ran.out.contains(name.as_str()), "{shell}: {name}");
        }
        for option in ["as-of", "unknown-as", "rejects", "county"] {
            assert!(ran.out.contains(option), "{shell}: {option}");
        }
    }
    assert_eq!(run("completions csh").unwrap().exit, Some(2));
}

#[test]
fn there_is_a_manual_page_for_the_program_and_for_each_command() {
    let folder = tempfile::tempdir().unwrap();
    let man = folder.path().join("man");
    command("man").unwrap().arg(&man).assert().code(0);
    let page = |name: &str| fs::read_to_string(man.join(format!("{name}.1")));
    let of_all = page("qiaolian").unwrap();
    for name in commands().into_iter().filter(|name| name != "help") {
        assert!(of_all.contains(&name), "{name}");
        let own = page(&format!("qiaolian-{name}")).unwrap();
        assert!(own.contains(".SH NAME") && own.contains(".SH SYNOPSIS"), "{name}: {own}");
    }
    for name in ["qiaolian-policy-show", "qiaolian-policy-check"] {
        assert!(page(name).unwrap().contains(".SH OPTIONS"), "{name}");
    }
}
