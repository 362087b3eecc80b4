//! Every function of the facade is on every surface, or `surface.json` says why not.
//! Python and the browser compare the same list with what they have.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use qiaolian_tests::folder;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Function {
    rust: String,
    python: Option<String>,
    javascript: Option<String>,
    command_line: Option<String>,
    why_not: BTreeMap<String, String>,
    /// Where a surface has several modules and only one of them has it: which.
    #[serde(default)]
    only_in: BTreeMap<String, String>,
}

/// What only Rust has: parts of the way that the functions go, for those who embed single steps.
const ONLY_RUST: [&str; 8] = [
    "Policy::assessment",
    "Policy::assess_record",
    "Policy::built_in_ids",
    "Policy::check",
    "Policy::check_text",
    "Policy::core",
    "Policy::other_readings",
    "Policy::readings_in_force",
];

fn functions() -> Result<Vec<Function>, Box<dyn Error>> {
    Ok(serde_json::from_str(&fs::read_to_string(folder().join("surface.json"))?)?)
}

#[test]
fn a_function_that_a_surface_lacks_says_why() {
    for function in functions().unwrap() {
        let surfaces = [
            ("python", &function.python),
            ("javascript", &function.javascript),
            ("command_line", &function.command_line),
        ];
        for (surface, name) in surfaces {
            assert_ne!(
                name.is_some(),
                function.why_not.contains_key(surface),
                "{} on {surface}: a name, or why not",
                function.rust
            );
        }
    }
}

#[test]
fn what_is_only_in_the_full_module_for_javascript_is_there() {
    for function in functions().unwrap() {
        for (surface, module) in function.only_in {
            assert_eq!((&*surface, &*module), ("javascript", "qiaolian/full"), "{}", function.rust);
            assert!(function.javascript.is_some(), "{}", function.rust);
        }
    }
}

#[test]
fn the_list_has_each_function_of_a_policy_and_none_beside() {
    let mut listed: Vec<String> =
        functions().unwrap().into_iter().map(|function| function.rust).collect();
    listed.retain(|name| name != "schema");
    listed.extend(ONLY_RUST.map(str::to_owned));
    listed.sort();
    let sources = folder().join("../crates/qiaolian/src");
    let mut found = Vec::new();
    let files = [
        "policy.rs",
        "listing.rs",
        "columns.rs",
        "coverage.rs",
        "diff.rs",
        "schedule.rs",
        "sensitivity.rs",
        "what_if.rs",
    ];
    for file in files.into_iter().chain([
        "checks/mod.rs",
        "checks/dossier.rs",
        "checks/procedure.rs",
        "checks/rules.rs",
        "proof/mod.rs",
    ]) {
        let text = fs::read_to_string(sources.join(file)).unwrap();
        let of_policy = text.split("\nimpl").filter(|part| part.starts_with(" Policy {"));
        let lines = of_policy.flat_map(str::lines);
        let public = lines.filter_map(|line| line.strip_prefix("    pub fn "));
        let names = public.map(|line| line.split(['(', '<']).next().unwrap());
        found.extend(names.map(|name| format!("Policy::{name}")));
    }
    found.sort();
    assert_eq!(found, listed);
}
