//! The closed codes that files use, for editors to complete.

use std::borrow::Cow;

use qiaolian_core::checks::CheckRule;
use qiaolian_core::checks::leadership::Identity;
use qiaolian_core::model::Duty;
use qiaolian_core::policy::{ClauseKind, Rule};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use crate::lower::{NATURES, REST_RULES, WEEKDAYS};

/// A clause, written `provision#number`.
pub(crate) enum Clause {}

impl JsonSchema for Clause {
    fn schema_name() -> Cow<'static, str> {
        "Clause".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^.+#[1-9][0-9]*$" })
    }
}

/// The items of a list that names some codes.
pub(crate) fn each_of(codes: Vec<&'static str>) -> Value {
    json!({ "type": "string", "enum": codes })
}

fn codes<T>(of: &[(&'static str, T)]) -> Vec<&'static str> {
    of.iter().map(|(code, _)| *code).collect()
}

pub(crate) fn duties() -> Vec<&'static str> {
    Duty::ALL.iter().map(|duty| duty.code()).collect()
}

pub(crate) fn clause_kinds() -> Vec<&'static str> {
    codes(&ClauseKind::CODES)
}

pub(crate) fn natures() -> Vec<&'static str> {
    codes(&NATURES)
}

pub(crate) fn rest_rules() -> Vec<&'static str> {
    codes(&REST_RULES)
}

pub(crate) fn weekdays() -> Vec<&'static str> {
    codes(&WEEKDAYS)
}

pub(crate) fn identities() -> Vec<&'static str> {
    codes(&Identity::CODES)
}

pub(crate) fn rules() -> Vec<&'static str> {
    Rule::ALL.iter().map(|rule| rule.code()).collect()
}

pub(crate) fn check_rules() -> Vec<&'static str> {
    CheckRule::ALL.iter().map(|rule| rule.code()).collect()
}
