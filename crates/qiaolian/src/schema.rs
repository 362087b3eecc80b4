//! JSON Schemas of everything that goes in and out, made from the types themselves.

use qiaolian_resolve::Column;
use schemars::{Schema, schema_for};
use serde_json::{Map, Value, json};

use crate::checks::{
    Case, Dossier, Findings, GovernanceInput, PlanReport, ProcedureReport, ReportFindings,
    ReportInput, RuleEntry,
};
use crate::columns::ColumnCodes;
use crate::coverage::CoverageReport;
use crate::determination::Determination;
use crate::diff::DiffReport;
use crate::error::Envelope;
use crate::explained::Explained;
use crate::listing::{PolicyEntry, ProvisionEntry, ReadingEntry};
use crate::policy::Policy;
use crate::proof::CheckReport;
use crate::schedule::Schedule;
use crate::sensitivity::SensitivityReport;
use crate::what_if::{NextFactReport, WhatIfReport};

/// The names of all schemas.
pub const SCHEMAS: [&str; 29] = [
    "facts",
    "determination",
    "explained",
    "error",
    "what-if",
    "next-fact",
    "coverage",
    "sensitivity",
    "schedule",
    "provisions",
    "readings",
    "policy",
    "check",
    "diff",
    "rules",
    "case",
    "procedure",
    "leadership",
    "office",
    "platform",
    "safeguards",
    "governance",
    "report",
    "findings",
    "report-findings",
    "procedure-report",
    "plan",
    "dossier",
    "columns",
];

/// The JSON Schema of that name; that of `facts` is the policy's, since its groups and kinds are.
#[must_use]
pub fn schema(name: &str, policy: &Policy) -> Option<Value> {
    let made: Schema = match name {
        "facts" => return Some(facts(policy)),
        "determination" => schema_for!(Determination),
        "explained" => schema_for!(Explained),
        "error" => schema_for!(Envelope),
        "what-if" => schema_for!(WhatIfReport),
        "next-fact" => schema_for!(NextFactReport),
        "coverage" => schema_for!(CoverageReport),
        "sensitivity" => schema_for!(SensitivityReport),
        "schedule" => schema_for!(Schedule),
        "provisions" => schema_for!(Vec<ProvisionEntry>),
        "readings" => schema_for!(Vec<ReadingEntry>),
        "policy" => schema_for!(PolicyEntry),
        "check" => schema_for!(CheckReport),
        "diff" => schema_for!(DiffReport),
        "rules" => schema_for!(Vec<RuleEntry>),
        "case" => return Some(case(policy, &PARTS)),
        "governance" => schema_for!(GovernanceInput),
        "report" => schema_for!(ReportInput),
        "findings" => schema_for!(Findings),
        "report-findings" => schema_for!(ReportFindings),
        "procedure-report" => schema_for!(ProcedureReport),
        "plan" => schema_for!(PlanReport),
        "dossier" => schema_for!(Dossier),
        "columns" => schema_for!(ColumnCodes),
        part if PARTS.contains(&part) => return Some(case(policy, &[part])),
        _ => return None,
    };
    Some(made.to_value())
}

/// The parts of a case that a check looks at.
const PARTS: [&str; 5] = ["procedure", "leadership", "office", "platform", "safeguards"];

/// A case with these parts of it; the others may be there, and aren't looked at.
fn case(policy: &Policy, parts: &[&str]) -> Value {
    let mut schema = schema_for!(Case).to_value();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        for (name, property) in properties.iter_mut() {
            if name == "subject" {
                *property = facts(policy);
            } else if !parts.contains(&&**name) {
                *property = json!({ "description": "not looked at by this check" });
            }
        }
    }
    schema
}

/// The facts of one subject: each column, none beside.
fn facts(policy: &Policy) -> Value {
    let rulebook = policy.core().rulebook();
    let mut properties = Map::new();
    for column in Column::all(rulebook) {
        let heading = column.heading(rulebook);
        let mut property = match column {
            Column::Code | Column::Name | Column::County | Column::Township => {
                json!({ "type": ["string", "null"] })
            }
            Column::Kind => {
                let codes: Vec<&str> =
                    rulebook.kinds.iter().map(|(_, kind)| kind.code.as_str()).collect();
                json!({ "type": ["string", "null"], "examples": codes })
            }
            Column::ExistingForm => {
                let codes: Vec<&str> =
                    rulebook.forms.iter().map(|(_, form)| form.code.as_str()).collect();
                json!({ "type": ["string", "null"], "examples": codes })
            }
            Column::Group(_) | Column::Total => {
                json!({ "type": ["integer", "string", "null"], "minimum": 0, "maximum": u32::MAX })
            }
            Column::KeyArea | Column::ConditionsMet | Column::ExceptionAgreed => {
                json!({ "type": ["boolean", "string", "null"] })
            }
            Column::EstablishedOn => {
                json!({ "type": ["string", "null"], "examples": ["2022-03-01"] })
            }
        };
        if let Some(property) = property.as_object_mut() {
            property.insert("title".to_owned(), heading.en.into());
            property.insert("description".to_owned(), heading.zh.into());
        }
        properties.insert(column.code(rulebook).to_owned(), property);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facts",
        "description": format!("The facts of one subject, {}; what is left out or null is unknown", rulebook.name()),
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}
