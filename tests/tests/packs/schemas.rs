//! The JSON Schemas of a pack's files, which editors use: the committed ones are those of the types,
//! every pack fits them, and what has a wrong shape doesn't.

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use qiaolian_pack::schema::{SCHEMAS, schema};
use qiaolian_tests::folder;
use serde_json::{Map, Value};
use toml_spanner::{Arena, Item, Value as Toml, parse};

use crate::broken::{edited, made_up, mistakes};

/// The folders of all packs of the checkout.
fn packs() -> Vec<PathBuf> {
    let mut packs = Vec::new();
    for beside in [folder().join("packs"), folder().join("../crates/policies")] {
        let entries = fs::read_dir(beside).into_iter().flatten().flatten();
        packs.extend(entries.map(|entry| entry.path()).filter(|path| is_pack(path)));
    }
    packs.sort();
    packs
}

fn is_pack(path: &Path) -> bool {
    path.join("policy.toml").is_file()
}

/// A file as editors hand it to a schema: days are texts.
fn json(item: &Item<'_>) -> Value {
    match item.value() {
        Toml::String(text) => text.to_string().into(),
        Toml::Integer(number) => i64::try_from(number.as_i128()).map_or(Value::Null, Value::from),
        Toml::Float(number) => (*number).into(),
        Toml::Boolean(is) => (*is).into(),
        Toml::DateTime(day) => day.date().map_or(Value::Null, |day| {
            format!("{:04}-{:02}-{:02}", day.year, day.month, day.day).into()
        }),
        Toml::Array(items) => items.iter().map(json).collect(),
        Toml::Table(entries) => {
            let entries = entries.iter().map(|(key, item)| (key.name.to_owned(), json(item)));
            Value::Object(entries.collect::<Map<String, Value>>())
        }
    }
}

fn read(text: &str) -> Option<Value> {
    let memory = Arena::new();
    let document = parse(text, &memory).ok()?;
    Some(json(document.table().as_item()))
}

fn validator(name: &str) -> Option<Validator> {
    jsonschema::options().should_validate_formats(true).build(&schema(name)?).ok()
}

/// Where a text doesn't fit a schema, by path.
fn misfits(name: &str, text: &str) -> Vec<String> {
    match (validator(name), read(text)) {
        (Some(validator), Some(found)) => validator
            .iter_errors(&found)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect(),
        (None, _) => vec![format!("{name} is no schema")],
        (_, None) => vec![format!("not TOML: {text}")],
    }
}

/// The name of the file that a schema is of.
fn file_of(name: &str) -> String {
    format!("{}.toml", name.trim_start_matches("pack-"))
}

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let bless = std::env::var_os("QIAOLIAN_BLESS").is_some();
    let schemas = folder().join("schemas/pack");
    for name in SCHEMAS {
        let path = schemas.join(name).with_extension("json");
        let made = serde_json::to_string_pretty(&schema(name).unwrap()).unwrap() + "\n";
        if bless {
            fs::create_dir_all(&schemas).unwrap();
            fs::write(&path, &made).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap();
        assert_eq!(made, committed, "`cargo xtask bless` writes {} anew", path.display());
    }
    let files = fs::read_dir(&schemas).unwrap().count();
    assert_eq!(files, SCHEMAS.len(), "a schema that nothing makes any more");
}

#[test]
fn each_is_a_json_schema_that_says_what_each_key_is_for() {
    for name in SCHEMAS {
        let schema = schema(name).unwrap();
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["title"], file_of(name));
        let mut keys = 0;
        described(&schema, name, &mut keys);
        assert!(keys > 0, "{name}");
    }
}

/// Every key has a description, every table refuses keys that it doesn't know.
fn described(schema: &Value, path: &str, keys: &mut usize) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        let others = schema.get("additionalProperties");
        assert_eq!(others, Some(&Value::Bool(false)), "{path}");
        for (key, property) in properties {
            let path = format!("{path}.{key}");
            let is_tag = property.get("const").is_some();
            let is_topic = path.starts_with("pack-words.") && property.get("properties").is_some();
            let says = property.get("description").and_then(Value::as_str);
            assert!(is_tag || is_topic || says.is_some_and(|says| says.len() > 5), "{path}");
            assert!(!property.to_string().contains("null"), "{path}");
            *keys += 1;
            described(property, &path, keys);
        }
    }
    for inner in ["items", "additionalProperties"] {
        schema.get(inner).into_iter().for_each(|schema| described(schema, path, keys));
    }
    let choices = ["oneOf", "anyOf"].into_iter().filter_map(|key| schema.get(key)?.as_array());
    choices.flatten().for_each(|schema| described(schema, path, keys));
}

#[test]
fn each_file_of_each_pack_fits_its_schema() {
    let packs = packs();
    assert!(packs.len() >= 3, "{packs:?}");
    let mut fitted = 0;
    for pack in packs {
        for name in SCHEMAS {
            let Ok(text) = fs::read_to_string(pack.join(file_of(name))) else { continue };
            assert_eq!(misfits(name, &text), Vec::<String>::new(), "{}: {name}", pack.display());
            fitted += 1;
        }
    }
    assert!(fitted > 30, "{fitted}");
}

/// What is wrong by its shape alone, and the path at which an editor marks it.
const WRONG: [(&str, &str, &str, &str); 21] = [
    ("pack-policy", "code_prefix = \"99\"", "code_prefix = 99", "/code_prefix"),
    ("pack-policy", "\"sha256:e3b0", "\"md5:e3b0", "/plan_digest"),
    ("pack-policy", "id = \"made-up\"", "", ""),
    ("pack-provisions", "number = 7\n", "number = \"7\"\n", "/provision/4/clause/6/number"),
    ("pack-provisions", "kind = \"reporting\"", "kind = \"report\"", "/provision/6/clause/5/kind"),
    ("pack-subjects", "code_digits = 4", "digits = 4", "/kind/0"),
    ("pack-subjects", "code_digits = 4", "code_digits = 400", "/kind/0/code_digits"),
    ("pack-areas", "is_key_area = true", "is_key_area = \"yes\"", "/area/0/is_key_area"),
    ("pack-areas", "{ code = \"990102\", name", "{ name", "/area/0/places/0"),
    ("pack-dates", "day = 2031-02-07", "day = \"7 February 2031\"", "/date/0/day"),
    ("pack-dates", "\"next_working_day\"", "\"next_day\"", "/rest/rule"),
    ("pack-dates", "[\"friday\"]", "[\"friday\", \"weekend\"]", "/rest/weekly/1"),
    ("pack-dates", "percent = 50", "percent = 150", "/target/0/percent"),
    ("pack-tiers", "from = 120", "from = -1", "/row/4/tier/4/from"),
    ("pack-tiers", "[\"E#6\", \"G#1\"]", "[\"E.6\", \"G#1\"]", "/row/4/tier/4/clauses/0"),
    ("pack-tiers", "\"in_principle_must\"", "\"in_principle\"", "/row/1/tier/1/duty"),
    ("pack-tiers", ".unless_conditions_met]", ".unless_met]", "/row/6/tier/2"),
    (
        "pack-readings",
        "do = \"set-rest-rule\"",
        "do = \"set-rest\"",
        "/reading/11/choice/1/change/0",
    ),
    ("pack-answers", "provision = \"B\"", "provisions = [\"B\"]", "/answer/0"),
    ("pack-rules", "id = \"due\"", "id = \"deadline\"", "/rule/9/id"),
    ("pack-words", "in_area =", "in_areas =", "/reason"),
];

#[test]
fn what_has_a_wrong_shape_fits_neither_the_schema_nor_the_loader() {
    for (name, from, to, path) in WRONG {
        let file = file_of(name);
        let good = made_up().unwrap();
        assert_eq!(misfits(name, good.text(&file)), Vec::<String>::new());
        let broken = edited(good, (&file, from, to));
        let misfits = misfits(name, broken.text(&file));
        assert!(!misfits.is_empty(), "{name}: {to}");
        assert!(
            misfits.iter().any(|at| at.starts_with(&format!("{path}: "))),
            "{path}: {misfits:?}"
        );
        let faults = mistakes(&broken);
        assert!(faults.iter().any(|fault| fault.file == file), "{name}: {to}: {faults:#?}");
    }
}

/// A change takes the keys of what it does, and no others.
#[test]
fn a_change_with_a_key_of_another_one() {
    let broken = edited(
        made_up().unwrap(),
        ("readings.toml", "rule = \"literal\" }", "rule = \"literal\", inclusive = true }"),
    );
    assert_ne!(misfits("pack-readings", broken.text("readings.toml")), Vec::<String>::new());
    assert!(!mistakes(&broken).is_empty());
}

/// The loader names the same changes as the schema, and no others.
#[test]
fn the_changes_that_the_loader_names_are_those_of_the_schema() {
    let schema = schema("pack-readings").unwrap();
    let changes = &schema["properties"]["reading"]["items"]["properties"]["choice"]["items"]["properties"]
        ["change"]["items"]["oneOf"];
    let names = changes.as_array().unwrap().iter();
    let names: Vec<String> = names
        .map(|change| format!("`{}`", change["properties"]["do"]["const"].as_str().unwrap()))
        .collect();
    assert_eq!(names.len(), 12);
    let change = ("readings.toml", "do = \"set-rest-rule\"", "do = \"move\"");
    let faults = mistakes(&edited(made_up().unwrap(), change));
    assert_eq!(faults[0].expected, format!("`do` as one of {}", names.join(", ")));
}

#[test]
fn no_other_name_is_a_schema_of_a_file() {
    for name in ["pack-places", "pack-", "tiers", "pack-tiers.toml"] {
        assert_eq!(schema(name), None, "{name}");
    }
}

/// Editors find the schema of each file by `.taplo.toml`, for the built-in packs and those of tests.
#[test]
fn editors_are_told_which_schema_is_whose() {
    let text = fs::read_to_string(folder().join("../.taplo.toml")).unwrap();
    let told = read(&text).unwrap();
    let rules = told["rule"].as_array().unwrap();
    assert_eq!(rules.len(), SCHEMAS.len());
    for (rule, name) in rules.iter().zip(SCHEMAS.iter()) {
        let path = rule["schema"]["path"].as_str().unwrap();
        assert_eq!(path, format!("tests/schemas/pack/{name}.json"));
        assert!(folder().join("..").join(path).is_file(), "{path}");
        let files: Vec<&str> =
            rule["include"].as_array().unwrap().iter().map(|glob| glob.as_str().unwrap()).collect();
        let file = file_of(name);
        let beside = ["crates/policies", "tests/packs"];
        assert_eq!(files, beside.map(|folder| format!("**/{folder}/*/{file}")), "{name}");
    }
}
