//! Which vectors exercise a clause: those that cite it, else those whose answers come from a rule
//! that carries it or rest on its provision.

use std::collections::BTreeSet;
use std::path::Path;

use qiaolian_core::policy::{ClauseRef, Rulebook, Word};
use qiaolian_render::Reference;
use serde_json::Value;

use crate::BACK;
use crate::sources::{Failed, Source, below};

/// Where the vectors are; those of coverage are of whole registers.
const FOLDER: &str = "tests/vectors";
const COVERAGE: &str = "tests/coverage";

/// The vectors of a policy.
pub(crate) struct Vectors(Vec<File>);

struct File {
    path: String,
    vectors: Vec<Vector>,
}

struct Vector {
    name: String,
    /// Clauses, and provisions as wholes.
    cited: BTreeSet<String>,
    /// What its answer names besides.
    found: BTreeSet<String>,
    rules: BTreeSet<String>,
}

impl Vectors {
    pub(crate) fn of(checkout: &Path, policy: &str) -> Result<Self, Failed> {
        let answers = below(checkout, FOLDER, ".jsonl")?;
        let mut files = Vec::new();
        for folder in [FOLDER, COVERAGE] {
            for source in below(checkout, folder, ".json")? {
                let failed = |error| Failed::NoVectors { path: checkout.join(&source.path), error };
                let file: Value = serde_json::from_str(&source.text).map_err(failed)?;
                let vectors = vectors(&file, policy, &answers_of(&source, &answers));
                files.push(File { path: source.path, vectors });
            }
        }
        Ok(Self(files))
    }

    /// The vectors of a clause, with what they are to it; none where there are none.
    pub(crate) fn of_clause(
        &self,
        rulebook: &Rulebook,
        clause: ClauseRef,
    ) -> (Word, Vec<Reference>) {
        let code = clause.code(&rulebook.provisions);
        let rules: Vec<&str> = rulebook.rules_carrying(clause).map(|rule| rule.code()).collect();
        let citing = self.references(|vector| vector.cited.contains(&code));
        if rules.is_empty() || !citing.is_empty() {
            return (Word::OutlineVectors, citing);
        }
        let provision = &rulebook.provisions.of(clause.provision).id;
        let touching = self.references(|vector| {
            vector.found.contains(&code)
                || vector.cited.contains(provision)
                || rules.iter().any(|rule| vector.rules.contains(*rule))
        });
        (Word::OutlineVectorsTouching, touching)
    }

    fn references(&self, wanted: impl Fn(&Vector) -> bool) -> Vec<Reference> {
        let files = self.0.iter().map(|file| {
            let names = file.vectors.iter().filter(|vector| wanted(vector));
            Reference {
                text: file.path.clone(),
                href: format!("{BACK}/{}", file.path),
                names: names.map(|vector| vector.name.clone()).collect(),
            }
        });
        files.filter(|file| !file.names.is_empty()).collect()
    }
}

/// The answers that stand beside a file of vectors, a line a vector.
fn answers_of(source: &Source, answers: &[Source]) -> Vec<Value> {
    let stem = source.path.strip_suffix("json").unwrap_or(&source.path);
    let beside = answers.iter().find(|answers| answers.path.starts_with(stem));
    let lines = beside.map(|answers| answers.text.lines()).into_iter().flatten();
    lines.map(|line| serde_json::from_str(line).unwrap_or_default()).collect()
}

/// The vectors of a file: those of one policy, or each with its policy.
fn vectors(file: &Value, policy: &str, answers: &[Value]) -> Vec<Vector> {
    let is_ours = |value: &Value| value.get("policy").is_none_or(|named| named == policy);
    if !is_ours(file) {
        return Vec::new();
    }
    let listed = file.get("vectors").unwrap_or(file).as_array();
    let answers = answers.iter().map(Some).chain(std::iter::repeat(None));
    listed
        .into_iter()
        .flatten()
        .zip(answers)
        .filter(|(vector, _)| is_ours(vector))
        .map(|(vector, answer)| {
            let mut cited = BTreeSet::new();
            let mut rules = BTreeSet::new();
            gather(vector, &mut cited, &mut rules);
            let mut found = BTreeSet::new();
            if let Some(answer) = answer {
                gather(answer, &mut found, &mut rules);
            }
            let name = ["id", "name"].into_iter().find_map(|key| vector.get(key)?.as_str());
            Vector { name: name.unwrap_or_default().to_owned(), cited, found, rules }
        })
        .collect()
}

/// What a value names, at any depth.
fn gather(value: &Value, clauses: &mut BTreeSet<String>, rules: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match key.as_str() {
                    "provision" | "provisions" | "clause" | "clauses" => {
                        clauses.extend(texts(value));
                    }
                    "rule" => rules.extend(texts(value)),
                    _ => gather(value, clauses, rules),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, clauses, rules)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn texts(value: &Value) -> impl Iterator<Item = String> + '_ {
    let listed = value.as_array().into_iter().flatten();
    listed.chain([value]).filter_map(|item| item.as_str().map(str::to_owned))
}
