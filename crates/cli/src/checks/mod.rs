//! The checks of the rest of a document: an input from a file or from standard input, findings out.

mod asked;
mod dossier;
mod page;
mod source;

use qiaolian::checks::{Case, Findings, GovernanceInput, ReportInput};
use qiaolian::{Error, Policy, Question};
use qiaolian_core::checks::Check;

use crate::Outcome;
use crate::args::{CheckArgs, Picture, PlanArgs};
use crate::error::CliError;

pub(crate) use asked::Asked;
pub(crate) use dossier::dossier;
pub(crate) use page::Page;

pub(crate) fn leadership(args: &CheckArgs) -> Result<Outcome, CliError> {
    of_case(Check::Leadership, args, |policy, case, question| policy.leadership(case, question))
}

pub(crate) fn office(args: &CheckArgs) -> Result<Outcome, CliError> {
    of_case(Check::Office, args, |policy, case, question| policy.office(case, question))
}

pub(crate) fn platform(args: &CheckArgs) -> Result<Outcome, CliError> {
    of_case(Check::Platform, args, |policy, case, question| policy.platform(case, question))
}

pub(crate) fn safeguards(args: &CheckArgs) -> Result<Outcome, CliError> {
    of_case(Check::Safeguards, args, |policy, case, question| policy.safeguards(case, question))
}

pub(crate) fn governance(args: &CheckArgs) -> Result<Outcome, CliError> {
    let asked = Asked::new(Check::Governance, args)?;
    let input: GovernanceInput = asked.input()?;
    let found = asked.told(asked.policy.governance(&input, asked.question))?;
    asked.finish(&found, found.has_not_met(), |page| page.findings(&found))
}

pub(crate) fn report(args: &CheckArgs) -> Result<Outcome, CliError> {
    let asked = Asked::new(Check::Report, args)?;
    let input: ReportInput = asked.input()?;
    let found = asked.told(asked.policy.report(&input, asked.question))?;
    asked.finish(&found, found.has_not_met(), |page| {
        page.heading(found.check);
        for place in &found.places {
            page.subject(&place.subject);
            page.blocks(&place.findings);
        }
        let all = found.places.iter().flat_map(|place| &place.findings);
        page.counted(all.map(|finding| finding.outcome));
    })
}

pub(crate) fn procedure(args: &CheckArgs) -> Result<Outcome, CliError> {
    let asked = Asked::new(Check::Procedure, args)?;
    let case: Case = asked.input()?;
    let found = asked.told(asked.policy.procedure(&case, asked.question))?;
    asked.finish(&found, found.has_not_met(), |page| {
        page.heading(found.check);
        page.subject(&found.subject);
        page.blocks(&found.findings);
        page.counted(found.findings.iter().map(|finding| finding.outcome));
    })
}

/// What remains to be done, as text, JSON or a picture.
pub(crate) fn plan(args: &PlanArgs) -> Result<Outcome, CliError> {
    let asked = Asked::new(Check::Procedure, &args.check)?;
    let case: Case = asked.input()?;
    let found = asked.told(asked.policy.plan(&case, asked.question))?;
    let lang = asked.question.lang;
    match args.picture {
        None => asked.finish(&found, false, |page| page.text_of(found.text.get(lang))),
        Some(Picture::Mermaid) => asked.write(found.mermaid.get(lang)),
        Some(Picture::Dot) => asked.write(found.dot.get(lang)),
    }
}

/// A check of one place or unit.
fn of_case(
    check: Check,
    args: &CheckArgs,
    find: impl FnOnce(&Policy, &Case, Question) -> Result<Findings, Error>,
) -> Result<Outcome, CliError> {
    let asked = Asked::new(check, args)?;
    let case: Case = asked.input()?;
    let found = asked.told(find(&asked.policy, &case, asked.question))?;
    asked.finish(&found, found.has_not_met(), |page| page.findings(&found))
}
