//! TypeScript's types of plain data, from the JSON Schemas of what the facade writes: the schemas come
//! from the Rust types, so that nothing here can differ from them.

use std::error::Error;

use qiaolian::checks::{
    Case, Dossier, Findings, GovernanceInput, PlanReport, ProcedureReport, ReportFindings,
    ReportInput, RuleEntry,
};
use qiaolian::{
    CheckReport, ColumnCodes, CoverageReport, DiffReport, Envelope, Explained, NextFactReport,
    PolicyEntry, ProvisionEntry, ReadingEntry, SCHEMAS, Schedule, SensitivityReport, WhatIfReport,
};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use crate::codes::{self, CODED};

type Made = Result<String, Box<dyn Error>>;

/// `types.d.ts`.
pub(crate) fn declarations() -> Made {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.subschema_for::<Explained>();
    generator.subschema_for::<Envelope>();
    generator.subschema_for::<ProvisionEntry>();
    generator.subschema_for::<ReadingEntry>();
    generator.subschema_for::<PolicyEntry>();
    generator.subschema_for::<CoverageReport>();
    generator.subschema_for::<SensitivityReport>();
    generator.subschema_for::<WhatIfReport>();
    generator.subschema_for::<NextFactReport>();
    generator.subschema_for::<ColumnCodes>();
    generator.subschema_for::<Schedule>();
    generator.subschema_for::<CheckReport>();
    generator.subschema_for::<DiffReport>();
    generator.subschema_for::<qiaolian::Lang>();
    generator.subschema_for::<ProcedureReport>();
    generator.subschema_for::<PlanReport>();
    generator.subschema_for::<Findings>();
    generator.subschema_for::<ReportFindings>();
    generator.subschema_for::<Dossier>();
    generator.subschema_for::<RuleEntry>();
    let mut given = SchemaSettings::draft2020_12().into_generator();
    given.subschema_for::<Case>();
    given.subschema_for::<GovernanceInput>();
    given.subschema_for::<ReportInput>();
    let mut text = codes::declarations()?;
    text += &comment("Names of JSON Schemas.", "");
    text += &format!("export type SchemaName = {};\n\n", union(&SCHEMAS.map(str::to_owned))?);
    let mut definitions = generator.take_definitions(true);
    for (name, schema) in given.take_definitions(true) {
        match definitions.get(&name) {
            Some(known) if *known != schema => {
                return Err(format!("`{name}` goes in as another type than it comes out").into());
            }
            Some(_) | None => definitions.insert(name, schema),
        };
    }
    for (name, schema) in definitions {
        text += &comment(said(&schema), "");
        text += &match schema.get("properties").and_then(Value::as_object) {
            Some(properties) => interface(&name, properties, &schema)?,
            None => format!("export type {name} = {};\n\n", typed(&schema)?),
        };
    }
    Ok(text)
}

fn said(schema: &Value) -> &str {
    schema.get("description").and_then(Value::as_str).unwrap_or_default()
}

fn interface(name: &str, properties: &Map<String, Value>, schema: &Value) -> Made {
    let mut text = format!("export interface {name} {{\n");
    let required = schema.get("required").and_then(Value::as_array);
    for (key, value) in properties {
        let is_there = required.is_some_and(|names| names.iter().any(|name| name == key));
        let mark = if is_there { "" } else { "?" };
        let coded = CODED.iter().find(|(of, property, _)| *of == name && property == key);
        let kind = coded.map_or_else(|| typed(value), |(.., code)| Ok((*code).to_owned()))?;
        text += &comment(said(value), "  ");
        text += &format!("  {}{mark}: {kind};\n", property(key)?);
    }
    Ok(text + "}\n\n")
}

/// The type that a schema says.
pub(crate) fn typed(schema: &Value) -> Made {
    let get = |key: &str| schema.get(key);
    if let Some(reference) = get("$ref").and_then(Value::as_str) {
        return Ok(reference.trim_start_matches("#/$defs/").to_owned());
    }
    if let Some(value) = get("const") {
        return Ok(serde_json::to_string(value)?);
    }
    if let Some(values) = get("enum").and_then(Value::as_array) {
        return joined(values.iter().map(|value| Ok(serde_json::to_string(value)?)));
    }
    if let Some(schemas) = get("anyOf").or_else(|| get("oneOf")).and_then(Value::as_array) {
        return joined(schemas.iter().map(typed));
    }
    match get("type") {
        Some(Value::String(kind)) => of_type(kind, schema),
        Some(Value::Array(kinds)) => {
            joined(kinds.iter().filter_map(Value::as_str).map(|kind| of_type(kind, schema)))
        }
        Some(_) | None => Err(format!("a schema without a type: {schema}").into()),
    }
}

fn of_type(kind: &str, schema: &Value) -> Made {
    let get = |key: &str| schema.get(key);
    match kind {
        "null" | "boolean" | "string" => Ok(kind.to_owned()),
        "integer" | "number" => Ok("number".to_owned()),
        "array" => match (get("prefixItems").and_then(Value::as_array), get("items")) {
            (Some(items), _) => {
                let items: Vec<String> = items.iter().map(typed).collect::<Result<_, _>>()?;
                Ok(format!("[{}]", items.join(", ")))
            }
            (None, Some(items)) => match typed(items)? {
                union if union.contains(' ') => Ok(format!("({union})[]")),
                single => Ok(format!("{single}[]")),
            },
            (None, None) => Err(format!("an array of nothing: {schema}").into()),
        },
        "object" => match get("additionalProperties") {
            Some(values) if values.is_object() => Ok(format!("Record<string, {}>", typed(values)?)),
            Some(_) | None => Err(format!("an object without a name: {schema}").into()),
        },
        _ => Err(format!("no type of TypeScript for: {schema}").into()),
    }
}

fn joined(members: impl Iterator<Item = Made>) -> Made {
    Ok(members.collect::<Result<Vec<_>, _>>()?.join(" | "))
}

/// A union of texts.
pub(crate) fn union(members: &[String]) -> Made {
    joined(members.iter().map(|member| Ok(serde_json::to_string(member)?)))
}

/// A property's name, quoted where it has to be.
pub(crate) fn property(name: &str) -> Made {
    let plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if plain { Ok(name.to_owned()) } else { Ok(serde_json::to_string(name)?) }
}

/// A comment that editors show.
pub(crate) fn comment(says: &str, indent: &str) -> String {
    if says.is_empty() {
        return String::new();
    }
    let lines: Vec<&str> = says.lines().map(str::trim).collect();
    match &*lines {
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let lines: Vec<String> = lines
                .iter()
                .map(|line| format!("{indent} * {line}").trim_end().to_owned())
                .collect();
            format!("{indent}/**\n{}\n{indent} */\n", lines.join("\n"))
        }
    }
}
