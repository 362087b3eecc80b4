//! Each schema is a JSON Schema, and what goes in and out fits it.

use std::fs;

use jsonschema::Validator;
use qiaolian::{Facts, Policy, SCHEMAS};
use qiaolian_pack::schema as pack;
use qiaolian_tests::vector_files;
use serde_json::{Value, json as value};

use crate::run::{Result, json, lines, registers, run};

fn validator(name: &str) -> Result<Validator> {
    let schema = json(&format!("schema {name}"))?;
    Ok(jsonschema::options().should_validate_formats(true).build(&schema)?)
}

/// What doesn't fit, in words; names that the schema doesn't know don't fit either.
fn misfits(name: &str, found: &Value) -> Vec<String> {
    match validator(name) {
        Ok(validator) => validator.iter_errors(found).map(|error| error.to_string()).collect(),
        Err(error) => vec![error.to_string()],
    }
}

#[test]
fn each_schema_is_a_json_schema_and_all_are_listed() {
    let listed = run("schema").unwrap().out;
    let all: Vec<&str> = SCHEMAS.into_iter().chain(pack::SCHEMAS).collect();
    assert_eq!(listed.lines().collect::<Vec<_>>(), all);
    for name in SCHEMAS {
        let schema = json(&format!("schema {name}")).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        validator(name).unwrap();
    }
}

/// Editors of TOML know draft 7; which policy is asked for makes no difference.
#[test]
fn the_schema_of_each_file_of_a_pack_is_printed() {
    for name in pack::SCHEMAS {
        let schema = json(&format!("schema {name}")).unwrap();
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{name}");
        assert_eq!(Some(&schema), pack::schema(name).as_ref(), "{name}");
        assert_eq!(schema, json(&format!("schema {name} --policy nowhere")).unwrap(), "{name}");
    }
}

#[test]
fn what_each_command_prints_fits_its_schema() {
    for (name, command) in [
        ("provisions", "provisions --format json"),
        ("readings", "readings --format json --set at_least=exclusive"),
        ("rules", "rules --format json"),
        ("policy", "policy show --format json"),
        ("check", "policy check --format json"),
        ("coverage", "coverage --as-of 2023-11-15 --format json"),
        ("sensitivity", "sensitivity --as-of 2023-11-15 --format json"),
        ("sensitivity", "sensitivity small.csv --as-of 2023-11-15 --format json"),
        ("schedule", "schedule --as-of 2023-11-15 --format json"),
        ("diff", "policy diff yuxi-2020 :at_least=exclusive,daying=530402007001 --format json"),
        (
            "diff",
            "policy diff yuxi-2020 beijing-universities small.csv --as-of 2023-11-15 --format json",
        ),
        ("explained", "explain --code 530423102 --as-of 2023-11-15 --format json"),
        ("explained", "explain small.csv --row 16 --as-of 2023-11-15 --format json"),
        ("explained", "explain small.csv --row 16 --as-of 2023-11-15 --what-if --format json"),
    ] {
        for policy in ["", " --policy beijing-universities"] {
            let is_of_one = ["explained", "diff"].contains(&name) || command.contains("small.csv");
            if !policy.is_empty() && is_of_one {
                continue;
            }
            let found = json(
                &format!("{command}{policy}")
                    .replace(" --set at_least=exclusive --policy", " --policy"),
            );
            assert_eq!(misfits(name, &found.unwrap()), Vec::<String>::new(), "{command}{policy}");
        }
    }
}

/// The commands that take a whole case.
const OF_A_CASE: [&str; 7] =
    ["procedure", "plan", "leadership", "office", "platform", "safeguards", "dossier"];

/// What a command answers with: the name of its schema.
fn answer(command: &str) -> &str {
    match command {
        "report" => "report-findings",
        "procedure" => "procedure-report",
        "plan" | "dossier" => command,
        _ => "findings",
    }
}

/// What a command takes: the name of its schema.
fn input(command: &str) -> &str {
    if matches!(command, "plan" | "dossier") { "case" } else { command }
}

/// The examples of cases, and the commands that take each.
const CASES: [(&str, &[&str]); 6] = [
    ("village", &OF_A_CASE),
    ("township", &OF_A_CASE),
    ("county", &OF_A_CASE),
    ("unit", &OF_A_CASE),
    ("governance", &["governance"]),
    ("report", &["report"]),
];

#[test]
fn the_examples_of_cases_fit_their_schemas() {
    let folder = registers().join("../cases");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), CASES.len(), "one that nothing looks at");
    for (file, commands) in CASES {
        let text = fs::read_to_string(folder.join(file).with_extension("json")).unwrap();
        let example: Value = serde_json::from_str(&text).unwrap();
        let whole = if commands.len() > 1 { "case" } else { commands[0] };
        for name in commands.iter().chain([&whole]).map(|command| input(command)) {
            assert_eq!(misfits(name, &example), Vec::<String>::new(), "{file}: {name}");
        }
    }
}

#[test]
fn what_a_check_finds_of_the_examples_fits_its_schema() {
    for (file, commands) in CASES {
        for command in commands {
            let name = answer(command);
            let asked = format!("{command} ../cases/{file}.json --as-of 2023-11-15 --format json");
            let found = json(&asked).unwrap();
            assert_eq!(misfits(name, &found), Vec::<String>::new(), "{asked}");
        }
    }
}

#[test]
fn what_is_no_case_does_not_fit() {
    for (name, wrong) in [
        ("leadership", value!({"leadership": {"leader": true}})),
        ("leadership", value!({"leadership": {"section": "perhaps"}})),
        ("office", value!({"office": {"approved": "yes"}})),
        ("safeguards", value!({"subject": {"population": 3}})),
        ("governance", value!({"roster": [{"post": "city_ufwd_head"}]})),
        ("report", value!({"counties": {"通海县": {"items": {"plan": 3}}}})),
    ] {
        assert!(!misfits(name, &wrong).is_empty(), "{name}: {wrong}");
    }
}

#[test]
fn help_says_what_each_schema_is_for() {
    let help = run("schema --help").unwrap().out;
    let told: Vec<&str> = help
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once("  "))
        .map(|(name, _)| name)
        .collect();
    for name in SCHEMAS.into_iter().chain(pack::SCHEMAS) {
        assert!(told.contains(&name), "{name}: {help}");
    }
}

#[test]
fn determinations_fit_their_schema() {
    let validator = validator("determination").unwrap();
    for command in [
        "assess small.csv --as-of 2023-11-15 --format jsonl",
        "assess yuxi-made-up.csv --as-of 2024-12-31 --format jsonl --set counted=returned_and_relatives_only",
        "assess --policy ../packs/made-up --as-of 2031-11-29 --format jsonl",
    ] {
        for found in lines(command).unwrap() {
            let misfits: Vec<String> =
                validator.iter_errors(&found).map(|error| error.to_string()).collect();
            assert_eq!(misfits, Vec::<String>::new(), "{found}");
        }
    }
}

#[test]
fn a_schema_names_each_field_that_goes_out() {
    for (name, command) in [
        ("determination", "assess yuxi-made-up.csv --as-of 2023-11-15 --format jsonl"),
        ("explained", "explain --code 530423102 --as-of 2023-11-15 --format json"),
        ("policy", "policy show --format json"),
        ("check", "policy check --format json"),
    ] {
        let schema = json(&format!("schema {name}")).unwrap();
        let found = match name {
            "determination" => lines(command).unwrap().remove(0),
            _ => json(command).unwrap(),
        };
        let fields: Vec<&String> = found.as_object().unwrap().keys().collect();
        let named: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
        assert_eq!(fields, named, "{name}");
    }
}

#[test]
fn an_error_fits_its_schema() {
    let day = chrono::NaiveDate::from_ymd_opt(2023, 11, 15).unwrap();
    let policy = Policy::yuxi_2020();
    let errors = [
        policy.assess(&Facts::new().kind("hamlet").with("total", "一打"), day).unwrap_err(),
        policy.assess(&Facts::new().with("population", 12), day).unwrap_err(),
        policy.with_readings([("at_least", "perhaps")]).unwrap_err(),
        Policy::named("kunming").unwrap_err(),
        Policy::load("nowhere").unwrap_err(),
    ];
    for error in errors {
        let found = serde_json::to_value(error.envelope()).unwrap();
        assert_eq!(misfits("error", &found), Vec::<String>::new(), "{found}");
    }
}

#[test]
fn facts_of_records_and_vectors_fit_their_schema() {
    let validator = validator("facts").unwrap();
    let records = fs::read_to_string(registers().join("small.jsonl")).unwrap();
    let mut facts = crate::run::parsed(&records).unwrap();
    for (path, file) in vector_files().unwrap() {
        if file.policy == "yuxi-2020" {
            let text = fs::read_to_string(path).unwrap();
            let file: Value = serde_json::from_str(&text).unwrap();
            let vectors = file["vectors"].as_array().unwrap();
            facts.extend(vectors.iter().map(|vector| vector["facts"].clone()));
        }
    }
    assert!(facts.len() > 300);
    for facts in facts {
        let misfits: Vec<String> =
            validator.iter_errors(&facts).map(|error| error.to_string()).collect();
        assert_eq!(misfits, Vec::<String>::new(), "{facts}");
    }
}

#[test]
fn what_is_no_fact_or_no_value_of_one_does_not_fit() {
    for wrong in [
        value!({"population": 12}),
        value!({"total": -1}),
        value!({"total": 1.5}),
        value!({"kind": 3}),
        value!({"key_area": 1}),
        value!([]),
    ] {
        assert!(!misfits("facts", &wrong).is_empty(), "{wrong}");
    }
    let mut found = lines("assess small.csv --as-of 2023-11-15 --format jsonl").unwrap().remove(0);
    found["status"] = value!("illegal");
    found["due"] = value!("2022-02-30");
    found["count"] = value!(-1);
    assert_eq!(misfits("determination", &found).len(), 3);
}

#[test]
fn the_schema_of_facts_is_the_policys() {
    let schema = json("schema facts --policy ../packs/made-up").unwrap();
    let names: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    assert!(names.iter().any(|name| *name == "sojourners"), "{names:?}");
}

#[test]
fn a_schema_that_is_not_there_is_named_with_those_that_are() {
    let ran = run("schema register --lang en").unwrap();
    assert_eq!(ran.exit, Some(2));
    assert_eq!(
        ran.told,
        "qiaolian: `register` is no schema; there are `facts`, `determination`, `explained`, \
         `error`, `what-if`, `next-fact`, `coverage`, `sensitivity`, `schedule`, `provisions`, \
         `readings`, `policy`, `check`, `diff`, `rules`, `case`, \
         `procedure`, `leadership`, `office`, `platform`, `safeguards`, `governance`, `report`, \
         `findings`, `report-findings`, `procedure-report`, `plan`, `dossier`, `columns`, `pack-policy`, \
         `pack-provisions`, `pack-subjects`, `pack-areas`, `pack-dates`, `pack-tiers`, `pack-readings`, \
         `pack-answers`, `pack-rules`, `pack-checks`, `pack-procedure`, `pack-words` [no_such_schema]\n"
    );
}
