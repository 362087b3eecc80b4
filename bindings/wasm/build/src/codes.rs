//! Codes that are texts in Rust, since other policies have others, but known for those that are built
//! in: here they become unions of literals.

use std::error::Error;

use qiaolian::{Policy, schema};
use qiaolian_resolve::{Column, ProblemCode, Warning};
use serde_json::Value;

use crate::types::{comment, property, typed, union};

/// Which property of which type holds which codes.
pub(crate) const CODED: [(&str, &str, &str); 20] = [
    ("Case", "subject", "Facts"),
    ("ChangeEntry", "fact", "FactName | null"),
    ("ChangeEntry", "reading", "ReadingId | null"),
    ("Determination", "decisive_readings", "ReadingId[]"),
    ("Determination", "forms", "Form[]"),
    ("Determination", "kind", "Kind"),
    ("Determination", "missing", "FactName[]"),
    ("Determination", "readings", "Choices"),
    ("Determination", "warnings", "WarningCode[]"),
    ("ExampleEntry", "facts", "Facts"),
    ("FlipEntry", "choices", "Choices"),
    ("MarginEntry", "kind", "Kind"),
    ("ProblemReport", "code", "ProblemCode | (string & {})"),
    ("ProblemReport", "column", "FactName | (string & {})"),
    ("QuestionEntry", "fact", "FactName"),
    ("ReadingEntry", "id", "ReadingId"),
    ("ReplyEntry", "forms", "Form[]"),
    ("RowEntry", "kinds", "Kind[]"),
    ("SampleEntry", "reading", "ReadingId"),
    ("TierEntry", "forms", "Form[]"),
];

/// Facts that take a code or any other spelling of a register, with the type of the code.
const SPELT: [(&str, &str); 2] = [("kind", "Kind"), ("existing_form", "Form")];

fn policies() -> Result<Vec<Policy>, qiaolian::Error> {
    Policy::built_in_ids().map(Policy::named).collect()
}

/// The unions, and what is put together from them: choices and facts.
pub(crate) fn declarations() -> Result<String, Box<dyn Error>> {
    let policies = policies()?;
    let unions = [
        ("PolicyId", "The policies built in.", ids()),
        ("Kind", "Kinds of subjects.", kinds(&policies)),
        ("Form", "Forms of organisation.", forms(&policies)),
        ("FactName", "Names of facts, which are a register's columns.", facts(&policies)),
        ("ReadingId", "Readings: what a text leaves open.", readings(&policies)),
        (
            "ProblemCode",
            "What can be wrong with a fact.",
            codes(ProblemCode::ALL, ProblemCode::code),
        ),
        ("WarningCode", "What can be odd about a record.", codes(Warning::ALL, Warning::code)),
    ];
    let mut text = String::new();
    for (name, says, members) in unions {
        text += &format!("{}export type {name} = {};\n\n", comment(says, ""), union(&members)?);
    }
    Ok(text + &choices(&policies)? + &facts_type(&policies)?)
}

fn codes<T, const N: usize>(all: [T; N], code: fn(T) -> &'static str) -> Vec<String> {
    all.into_iter().map(|one| code(one).to_owned()).collect()
}

fn ids() -> Vec<String> {
    Policy::built_in_ids().map(str::to_owned).collect()
}

fn kinds(policies: &[Policy]) -> Vec<String> {
    once(policies, |policy| {
        policy.core().rulebook().kinds.iter().map(|(_, kind)| kind.code.clone()).collect()
    })
}

fn forms(policies: &[Policy]) -> Vec<String> {
    once(policies, |policy| {
        policy.core().rulebook().forms.iter().map(|(_, form)| form.code.clone()).collect()
    })
}

fn facts(policies: &[Policy]) -> Vec<String> {
    once(policies, |policy| {
        let rulebook = policy.core().rulebook();
        Column::all(rulebook).iter().map(|column| column.code(rulebook).to_owned()).collect()
    })
}

fn readings(policies: &[Policy]) -> Vec<String> {
    once(policies, |policy| policy.readings().into_iter().map(|reading| reading.id).collect())
}

/// What the policies have, each once.
fn once(policies: &[Policy], of: impl Fn(&Policy) -> Vec<String>) -> Vec<String> {
    let mut all = Vec::new();
    for one in policies.iter().flat_map(of) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

fn choices(policies: &[Policy]) -> Result<String, Box<dyn Error>> {
    let mut text = comment("Choices of readings; what is left out stays as it is.", "");
    text += "export interface Choices {\n";
    for id in readings(policies) {
        let known = |policy: &Policy| {
            let readings = policy.readings().into_iter().filter(|reading| reading.id == id);
            readings.flat_map(|reading| reading.choices).map(|choice| choice.id).collect()
        };
        let phrase = policies.iter().flat_map(Policy::readings).find(|reading| reading.id == id);
        let phrase = phrase.map_or_else(String::new, |reading| reading.phrase.en);
        text += &comment(&phrase, "  ");
        text += &format!("  {}?: {};\n", property(&id)?, union(&once(policies, known))?);
    }
    Ok(text + "}\n\n")
}

fn facts_type(policies: &[Policy]) -> Result<String, Box<dyn Error>> {
    let mut text = comment(
        "The facts of one subject. What is left out, or null, is unknown, never zero or false.",
        "",
    );
    text += "export interface Facts {\n";
    let mut written = Vec::new();
    for policy in policies {
        let schema = schema("facts", policy).ok_or("no schema of facts")?;
        let properties = schema.get("properties").and_then(Value::as_object).ok_or("no facts")?;
        for (name, property_schema) in properties {
            if written.contains(name) {
                continue;
            }
            let says = ["title", "description"].map(|part| {
                property_schema.get(part).and_then(Value::as_str).unwrap_or_default().to_owned()
            });
            let spelt = SPELT.iter().find(|(spelt, _)| spelt == name);
            let code =
                spelt.map_or_else(String::new, |(_, code)| format!("{code} | (string & {{}}) | "));
            let plain = typed(property_schema)?;
            let plain = if code.is_empty() { plain } else { plain.replace("string | ", "") };
            text += &comment(&says.join(" · "), "  ");
            text += &format!("  {}?: {code}{plain};\n", property(name)?);
            written.push(name.clone());
        }
    }
    Ok(text + "}\n\n")
}
