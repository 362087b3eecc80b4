//! The vectors of the checks, as they stand in `vectors/<policy>/checks/`: a case or an input, and
//! what has to be found. Beside each file stand the whole findings (`….findings.jsonl`), a line a
//! vector: the same bytes on every surface.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};

use chrono::NaiveDate;
use qiaolian::Policy;
use qiaolian::checks::{Case, FindingEntry, Findings, ProcedureReport, ReportFindings, from_json};
use qiaolian_core::checks::Check;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::folder;

/// One file of vectors.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct CheckVectorFile {
    /// The built-in policy.
    pub policy: String,
    /// The vectors.
    pub vectors: Vec<CheckVector>,
}

/// One vector.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct CheckVector {
    /// The rule that it shows, in words; unique over all files.
    pub name: String,
    /// The check.
    pub check: Check,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// Choices of readings that aren't the default.
    #[serde(default)]
    pub readings: BTreeMap<String, String>,
    /// What goes in: a case, or the check's own input where it is of the whole.
    pub input: Value,
    /// What has to be found: all findings of the rules that it names, in their order.
    pub expect: Vec<Expected>,
    /// What the report has to say beside its findings, where the check gives one: what is told here,
    /// however deep, has to be the same.
    #[serde(default)]
    pub report: Map<String, Value>,
}

/// A finding that has to be found: the fields that are given have to be the same.
#[derive(Deserialize, Clone, Debug)]
pub struct Expected {
    /// The place that it is of, where the check is of several; none where it is of one subject.
    #[serde(default)]
    pub place: Option<String>,
    /// The rule, and which of its fields: provision and outcome always, missing and due where they
    /// matter.
    #[serde(flatten)]
    pub fields: Map<String, Value>,
}

/// What a check answers.
#[derive(Serialize, PartialEq, Debug)]
#[serde(untagged)]
pub enum Answer {
    /// Of one subject, or of the whole.
    One(Findings),
    /// Of several places.
    Places(ReportFindings),
    /// Of the way to one organisation.
    Procedure(Box<ProcedureReport>),
}

/// The files of vectors, by path.
///
/// # Errors
/// One of them can't be read, or isn't a file of vectors.
pub fn check_vector_files() -> io::Result<Vec<(PathBuf, CheckVectorFile)>> {
    let mut files = Vec::new();
    for policy in fs::read_dir(folder().join("vectors"))? {
        let checks = policy?.path().join("checks");
        if !checks.is_dir() {
            continue;
        }
        for file in fs::read_dir(checks)? {
            let path = file?.path();
            if path.extension().is_some_and(|ending| ending == "json") {
                let text = fs::read_to_string(&path)?;
                files.push((path, serde_json::from_str(&text)?));
            }
        }
    }
    files.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(files)
}

/// Where the whole findings of a file of vectors stand.
#[must_use]
pub fn findings_of(vectors: &Path) -> PathBuf {
    vectors.with_extension("findings.jsonl")
}

/// What a check says of an input.
///
/// # Errors
/// The input doesn't hold up.
pub fn answer(
    policy: &Policy,
    check: Check,
    input: &Value,
    as_of: NaiveDate,
) -> Result<Answer, Box<dyn Error>> {
    let json = input.to_string();
    let case = || from_json::<Case>(&json);
    let found = match check {
        Check::Leadership => policy.leadership(&case()?, as_of)?,
        Check::Office => policy.office(&case()?, as_of)?,
        Check::Platform => policy.platform(&case()?, as_of)?,
        Check::Safeguards => policy.safeguards(&case()?, as_of)?,
        Check::Governance => policy.governance(&from_json(&json)?, as_of)?,
        Check::Report => return Ok(Answer::Places(policy.report(&from_json(&json)?, as_of)?)),
        Check::Procedure => {
            return Ok(Answer::Procedure(Box::new(policy.procedure(&case()?, as_of)?)));
        }
    };
    Ok(Answer::One(found))
}

impl CheckVector {
    /// What the check says of this vector's input under its readings.
    ///
    /// # Errors
    /// The input or readings don't hold up.
    pub fn answer(&self, policy: &Policy) -> Result<Answer, Box<dyn Error>> {
        let readings = self.readings.iter().map(|(reading, choice)| (&**reading, &**choice));
        answer(&policy.with_readings(readings)?, self.check, &self.input, self.as_of)
    }
}

impl Answer {
    /// All findings, each with the place that it is of.
    #[must_use]
    pub fn findings(&self) -> Vec<(Option<&str>, &FindingEntry)> {
        match self {
            Self::One(found) => found.findings.iter().map(|finding| (None, finding)).collect(),
            Self::Procedure(found) => {
                found.findings.iter().map(|finding| (None, finding)).collect()
            }
            Self::Places(found) => {
                let places = found.places.iter().flat_map(|place| {
                    let name = place.subject.name.as_deref();
                    place.findings.iter().map(move |finding| (name, finding))
                });
                places.collect()
            }
        }
    }
}

impl Expected {
    /// The rule's id.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        self.fields.get("rule").and_then(Value::as_str)
    }

    /// What was found, as far as it is told here. A field that findings don't have isn't seen.
    fn seen_in(&self, finding: &FindingEntry) -> Result<Map<String, Value>, serde_json::Error> {
        let whole = serde_json::to_value(finding)?;
        let fields = self.fields.keys();
        Ok(fields.filter_map(|field| Some((field.clone(), whole.get(field)?.clone()))).collect())
    }
}

/// What is expected and not found, in words: of each place and rule that is named, all findings in
/// their order have to be the expected ones.
///
/// # Errors
/// A finding can't be written as JSON.
pub fn differences(expect: &[Expected], answer: &Answer) -> Result<Vec<String>, Box<dyn Error>> {
    let mut told: Vec<(Option<&str>, Option<&str>)> = Vec::new();
    let mut wrong = Vec::new();
    for one in expect {
        let about = (one.place.as_deref(), one.rule());
        if told.contains(&about) {
            continue;
        }
        told.push(about);
        let wanted = expect.iter().filter(|other| (other.place.as_deref(), other.rule()) == about);
        let wanted: Vec<&Expected> = wanted.collect();
        let found = answer.findings().into_iter().filter(|(place, finding)| {
            *place == one.place.as_deref() && Some(finding.rule.code()) == one.rule()
        });
        let found: Vec<&FindingEntry> = found.map(|(_, finding)| finding).collect();
        if found.len() != wanted.len() {
            wrong.push(format!("{about:?}: {} findings, expected {}", found.len(), wanted.len()));
        }
        for (at, (wanted, found)) in wanted.iter().zip(&found).enumerate() {
            let seen = wanted.seen_in(found)?;
            if seen != wanted.fields {
                let (seen, fields) = (Value::from(seen), Value::from(wanted.fields.clone()));
                wrong.push(format!("{about:?}[{at}]: found {seen}, expected {fields}"));
            }
        }
    }
    Ok(wrong)
}

/// What a report has to say and doesn't, in words.
///
/// # Errors
/// The answer can't be written as JSON.
pub fn report_differences(
    report: &Map<String, Value>,
    answer: &Answer,
) -> Result<Vec<String>, serde_json::Error> {
    let whole = serde_json::to_value(answer)?;
    let differs = report.iter().filter_map(|(field, wanted)| {
        let found = whole.get(field).map(|found| as_told(wanted, found));
        let same = found.as_ref() == Some(wanted);
        let found = found.map_or_else(|| "nothing".to_owned(), |found| found.to_string());
        (!same).then(|| format!("`{field}`: found {found}, expected {wanted}"))
    });
    Ok(differs.collect())
}

/// What was found, without the fields of objects that aren't told.
fn as_told(wanted: &Value, found: &Value) -> Value {
    match (wanted, found) {
        (Value::Object(wanted), Value::Object(found)) => {
            let told = wanted.iter().filter_map(|(field, wanted)| {
                Some((field.clone(), as_told(wanted, found.get(field)?)))
            });
            Value::Object(told.collect())
        }
        (Value::Array(wanted), Value::Array(found)) if wanted.len() == found.len() => {
            wanted.iter().zip(found).map(|(wanted, found)| as_told(wanted, found)).collect()
        }
        (_, found) => found.clone(),
    }
}
