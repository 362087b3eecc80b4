//! JSON Schemas of a pack's files, made from the types that read them: editors complete keys and
//! codes by them, show what each is for, and mark what the loader would refuse for its shape.
//!
//! They are of draft 7, which editors for TOML know, and hardly have references, beside which such
//! editors show no description.

pub(crate) mod codes;
mod shapes;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::written::{
    AnswersFile, AreasFile, ChecksFile, DatesFile, PolicyFile, ProcedureFile, ProvisionsFile,
    ReadingsFile, RulesFile, SubjectsFile, TiersFile, WordsFile,
};

/// The names of the schemas: each is `pack-` and the name of a file in TOML without its ending.
pub const SCHEMAS: [&str; 12] = [
    "pack-policy",
    "pack-provisions",
    "pack-subjects",
    "pack-areas",
    "pack-dates",
    "pack-tiers",
    "pack-readings",
    "pack-answers",
    "pack-rules",
    "pack-checks",
    "pack-procedure",
    "pack-words",
];

/// The JSON Schema of that name; none where no file of a pack has one.
#[must_use]
pub fn schema(name: &str) -> Option<Value> {
    let made = match name {
        "pack-policy" => of::<PolicyFile>(),
        "pack-provisions" => of::<ProvisionsFile>(),
        "pack-subjects" => of::<SubjectsFile>(),
        "pack-areas" => of::<AreasFile>(),
        "pack-dates" => of::<DatesFile>(),
        "pack-tiers" => of::<TiersFile>(),
        "pack-readings" => of::<ReadingsFile>(),
        "pack-answers" => of::<AnswersFile>(),
        "pack-rules" => of::<RulesFile>(),
        "pack-checks" => of::<ChecksFile>(),
        "pack-procedure" => of::<ProcedureFile>(),
        "pack-words" => of::<WordsFile>(),
        _ => return None,
    };
    let mut made = made;
    let stem = name.strip_prefix("pack-").unwrap_or(name);
    made.insert("title".to_owned(), format!("{stem}.toml").into());
    Some(made.to_value())
}

fn of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft07().with(|settings| {
        settings.inline_subschemas = true;
        settings.transforms.push(Box::new(AsLoaded));
    });
    settings.into_generator().into_root_schema_for::<T>()
}

/// What the loader does and the types don't say: a key that no table has is refused. And TOML has no
/// null: what may be left out is just not required.
#[derive(Clone)]
struct AsLoaded;

impl Transform for AsLoaded {
    fn transform(&mut self, schema: &mut Schema) {
        if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
            schema.insert("additionalProperties".to_owned(), false.into());
        }
        if let Some(Value::Array(types)) = schema.get_mut("type") {
            types.retain(|kind| kind != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                schema.insert("type".to_owned(), only);
            }
        }
        transform_subschemas(self, schema);
    }
}
