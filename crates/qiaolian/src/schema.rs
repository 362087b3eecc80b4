//! JSON Schemas of everything that goes in and out, made from the types themselves.

use qiaolian_resolve::Column;
use schemars::{Schema, schema_for};
use serde_json::{Map, Value, json};

use crate::coverage::CoverageReport;
use crate::determination::Determination;
use crate::error::Envelope;
use crate::explained::Explained;
use crate::listing::{CheckReport, PolicyEntry, ProvisionEntry, ReadingEntry};
use crate::policy::Policy;
use crate::schedule::Schedule;

/// The names of all schemas.
pub const SCHEMAS: [&str; 10] = [
    "facts",
    "determination",
    "explained",
    "error",
    "coverage",
    "schedule",
    "provisions",
    "readings",
    "policy",
    "check",
];

/// The JSON Schema of that name; that of `facts` is the policy's, since its groups and kinds are.
#[must_use]
pub fn schema(name: &str, policy: &Policy) -> Option<Value> {
    let made: Schema = match name {
        "facts" => return Some(facts(policy)),
        "determination" => schema_for!(Determination),
        "explained" => schema_for!(Explained),
        "error" => schema_for!(Envelope),
        "coverage" => schema_for!(CoverageReport),
        "schedule" => schema_for!(Schedule),
        "provisions" => schema_for!(Vec<ProvisionEntry>),
        "readings" => schema_for!(Vec<ReadingEntry>),
        "policy" => schema_for!(PolicyEntry),
        "check" => schema_for!(CheckReport),
        _ => return None,
    };
    Some(made.to_value())
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
