//! The project's own tasks. `cargo xtask test` runs everything that has to pass, and sets up what it
//! needs inside the checkout; `cargo xtask help` lists the tasks.

mod browser;
mod node;
mod oracle;
mod python;
mod run;
mod rust;
mod size;
mod system;
mod wasm;

use std::process::ExitCode;

use run::{Failed, Run, Task};

/// The tasks by name, with what they do.
const TASKS: [(&str, &str, Run); 10] = [
    ("test", "everything that has to pass, from nothing", test),
    ("style", "formatting, lints, documentation without warnings", rust::style),
    ("rust", "the tests in Rust", rust::tests),
    (
        "docs",
        "the documentation, and the plan clause by clause beside what stands for it",
        rust::docs,
    ),
    ("oracle", "the library against a logic program, on 20,000 generated records", oracle::compare),
    ("oracle-long", "the same on 100,000 records", oracle::compare_long),
    ("python", "the package for Python: its tests, its stubs, its types", python::tests),
    ("wasm", "the package for JavaScript, into bindings/wasm/pkg", wasm::build),
    (
        "browser",
        "the package for JavaScript: in Node, in Chromium, bundled, its types",
        browser::tests,
    ),
    ("bless", "write answers of the vectors and JSON Schemas anew, for review", rust::bless),
];

fn main() -> ExitCode {
    let name = std::env::args().nth(1).unwrap_or_default();
    match TASKS.iter().find(|(known, ..)| *known == name) {
        Some((_, _, task)) => match task() {
            Ok(()) => ExitCode::SUCCESS,
            Err(failed) => {
                eprintln!("xtask {name}: {failed}");
                ExitCode::FAILURE
            }
        },
        None => {
            for (name, what, _) in TASKS {
                println!("cargo xtask {name:12} {what}");
            }
            if name == "help" { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
    }
}

/// Everything that has to pass. Each step says its name, and its runner its own closing line.
fn test() -> Result<(), Failed> {
    let steps: [Task; 6] = [
        Task { name: "style", run: rust::style },
        Task { name: "rust", run: rust::tests },
        Task { name: "docs", run: rust::plan_page },
        Task { name: "oracle", run: oracle::compare },
        Task { name: "python", run: python::tests },
        Task { name: "browser", run: browser::tests },
    ];
    for step in steps {
        println!("\n== {}", step.name);
        (step.run)()?;
    }
    println!("\n== all steps passed");
    Ok(())
}
