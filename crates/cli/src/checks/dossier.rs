//! `dossier`: one place or unit as a whole, as a tree, JSON, or a page to hand on.

use std::path::Path;

use qiaolian::checks::Case;

use super::asked::write;
use super::source::Source;
use crate::args::{DossierArgs, DossierFormat};
use crate::error::CliError;
use crate::{Outcome, question, shown, target};

pub(crate) fn dossier(args: &DossierArgs) -> Result<Outcome, CliError> {
    let (file, output) = (args.file.as_deref(), args.output.as_deref());
    let policy = question::policy(&args.policy)?;
    let question = question::question(&args.date, &args.policy);
    target::apart(file, &[output])?;
    let source = Source::new("dossier", file);
    let case: Case = source.input()?;
    let dossier = source.told(policy.dossier(&case, question))?;
    let text = match args.format.unwrap_or_else(|| by_ending(output)) {
        DossierFormat::Table => shown::lines(&source.told(policy.dossier_text(&case, question))?),
        DossierFormat::Json => serde_json::to_string_pretty(&dossier)? + "\n",
        DossierFormat::Html => source.told(policy.dossier_html(&case, question))?,
    };
    write(output, &text)?;
    Ok(if dossier.has_not_met() { Outcome::Found } else { Outcome::Well })
}

/// The format of an output file by its ending.
fn by_ending(output: Option<&Path>) -> DossierFormat {
    let ending = output.and_then(Path::extension).and_then(|ending| ending.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("json") => DossierFormat::Json,
        Some("html" | "htm") => DossierFormat::Html,
        Some(_) | None => DossierFormat::Table,
    }
}
