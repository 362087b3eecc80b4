//! `dossier`: one place or unit as a whole, as a tree, JSON, or a page to hand on.

use qiaolian::checks::Case;

use super::source::Source;
use crate::args::{DossierArgs, PageFormat};
use crate::error::CliError;
use crate::{Outcome, question, shown, target};

pub(crate) fn dossier(args: &DossierArgs) -> Result<Outcome, CliError> {
    let (file, output) = (args.file.as_deref(), args.page.output.as_deref());
    let policy = question::policy(&args.policy)?;
    let question = question::question(&args.date, &args.policy);
    target::apart(file, &[&args.policy.policy], &[output])?;
    let source = Source::new("dossier", file);
    let case: Case = source.input()?;
    let dossier = source.told(policy.dossier(&case, question))?;
    let text = match args.page.format() {
        PageFormat::Table => shown::lines(&source.told(policy.dossier_text(&case, question))?),
        PageFormat::Json => serde_json::to_string_pretty(&dossier)? + "\n",
        PageFormat::Html => source.told(policy.dossier_html(&case, question))?,
    };
    args.page.write(&text)?;
    Ok(if dossier.has_not_met() { Outcome::Found } else { Outcome::Well })
}
