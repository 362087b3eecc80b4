//! The schemas of what no type's derive can say.

use std::borrow::Cow;

use qiaolian_core::policy::Word;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::codes::Clause;
use crate::written::{Both, Clauses, Day, Spanned, WordsFile};

/// The place of a value in its file is nothing that is written.
impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl JsonSchema for Clauses {
    fn schema_name() -> Cow<'static, str> {
        "Clauses".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<Clause>::json_schema(generator)
    }
}

/// Editors hand a day of TOML on as a text.
impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

/// Where the schema of a text stands in that of words, which has hundreds of them.
const TEXT: &str = "#/definitions/text";

/// Each word that something says, with the slots that its text may have.
impl JsonSchema for WordsFile {
    fn schema_name() -> Cow<'static, str> {
        "WordsFile".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut topics: Map<String, Value> = Map::new();
        for word in Word::ALL {
            let Some((topic, key)) = word.code().split_once('.') else { continue };
            let slots: Vec<String> =
                word.slots().iter().map(|slot| format!("`{{{slot}}}`")).collect();
            let description = match slots.as_slice() {
                [] => "A text without slots.".to_owned(),
                _ => format!("A text that may have the slots {}.", slots.join(", ")),
            };
            let both = json!({ "description": description, "allOf": [{ "$ref": TEXT }] });
            let topic = topics
                .entry(topic)
                .or_insert_with(|| json!({ "type": "object", "properties": {} }));
            if let Some(Value::Object(keys)) = topic.get_mut("properties") {
                keys.insert(key.to_owned(), both);
            }
        }
        json_schema!({
            "type": "object",
            "description": "`words.toml`: words of this document, on top of those that all policies share.",
            "properties": topics,
            "definitions": { "text": Both::json_schema(generator) },
        })
    }
}
