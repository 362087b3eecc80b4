//! Commands that show what a policy is: provisions, readings, rules, policy, schema.

use qiaolian::{SCHEMAS, schema as schema_of};
use qiaolian_pack::schema as pack;
use qiaolian_render as render;
use serde::Serialize;

use crate::args::{ListArgs, ListFormat, PageArgs, PageFormat, SchemaArgs};
use crate::error::CliError;
use crate::written::write;
use crate::{Outcome, question, target};

pub(crate) fn provisions(args: &PageArgs) -> Result<Outcome, CliError> {
    target::apart(None, &[&args.policy.policy], &[args.page.output.as_deref()])?;
    let policy = question::policy(&args.policy)?;
    let lang = args.policy.lang.into();
    let text = match args.page.format() {
        PageFormat::Json => lines(&policy.provisions())?,
        PageFormat::Table => render::provision_list(policy.core().rulebook(), lang).to_string(),
        PageFormat::Html => policy.provisions_html(lang),
    };
    args.page.write(&text)?;
    Ok(Outcome::Well)
}

pub(crate) fn readings(args: &ListArgs) -> Result<Outcome, CliError> {
    let policy = question::policy(&args.policy)?;
    match args.format {
        ListFormat::Json => json(&policy.readings())?,
        ListFormat::Table => {
            text(&render::reading_list(policy.core(), args.policy.lang.into()).to_string())?;
        }
    }
    Ok(Outcome::Well)
}

pub(crate) fn rules(args: &ListArgs) -> Result<Outcome, CliError> {
    let policy = question::policy(&args.policy)?;
    match args.format {
        ListFormat::Json => json(&policy.rules())?,
        ListFormat::Table => {
            let lang = args.policy.lang.into();
            text(&render::rule_list(policy.core().rulebook(), lang).to_string())?;
        }
    }
    Ok(Outcome::Well)
}

pub(crate) fn policy(args: &ListArgs) -> Result<Outcome, CliError> {
    let policy = question::policy(&args.policy)?;
    match args.format {
        ListFormat::Json => json(&policy.describe())?,
        ListFormat::Table => {
            text(&render::policy(policy.core(), args.policy.lang.into()).to_string())?;
        }
    }
    Ok(Outcome::Well)
}

pub(crate) fn check(args: &PageArgs) -> Result<Outcome, CliError> {
    target::apart(None, &[&args.policy.policy], &[args.page.output.as_deref()])?;
    let policy = question::policy(&args.policy)?;
    let lang = args.policy.lang.into();
    let report = policy.check_report();
    let text = match args.page.format() {
        PageFormat::Json => lines(&report)?,
        PageFormat::Table => policy.check_text(lang),
        PageFormat::Html => policy.check_html(lang),
    };
    args.page.write(&text)?;
    Ok(if report.sound { Outcome::Well } else { Outcome::Found })
}

pub(crate) fn schema(args: &SchemaArgs) -> Result<Outcome, CliError> {
    let Some(name) = &args.name else {
        let names = SCHEMAS.into_iter().chain(pack::SCHEMAS);
        text(&names.map(|name| format!("{name}\n")).collect::<String>())?;
        return Ok(Outcome::Well);
    };
    // Those of a pack's files are the same for every policy.
    let schema = match pack::schema(name) {
        Some(schema) => Some(schema),
        None => schema_of(name, &question::policy(&args.policy)?),
    };
    let schema = schema.ok_or_else(|| CliError::NoSuchSchema { name: name.clone() })?;
    json(&schema)?;
    Ok(Outcome::Well)
}

fn json(value: &impl Serialize) -> Result<(), CliError> {
    text(&lines(value)?)
}

fn lines(value: &impl Serialize) -> Result<String, CliError> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

fn text(text: &str) -> Result<(), CliError> {
    write(None, text)
}
