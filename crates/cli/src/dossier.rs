//! `dossier`: one place or unit as a whole, as a tree, JSON, or a page to hand on.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use qiaolian::checks::{Case, from_json};

use crate::args::{DossierArgs, DossierFormat};
use crate::error::CliError;
use crate::input::STANDARD_INPUT;
use crate::target::{self, Target};
use crate::{Outcome, question, shown};

pub(crate) fn run(args: &DossierArgs) -> Result<Outcome, CliError> {
    let file = args.file.as_deref().filter(|file| file.as_os_str() != STANDARD_INPUT);
    let (policy, question) =
        (question::policy(&args.policy)?, question::question(&args.date, &args.policy));
    target::apart(file, &[args.output.as_deref()])?;
    let case: Case = from_json(&text(file)?)?;
    let dossier = policy.dossier(&case, question)?;
    let written = match args.format.unwrap_or_else(|| by_ending(args.output.as_deref())) {
        DossierFormat::Table => shown::lines(&policy.dossier_text(&case, question)?),
        DossierFormat::Json => serde_json::to_string_pretty(&dossier)? + "\n",
        DossierFormat::Html => policy.dossier_html(&case, question)?,
    };
    match &args.output {
        Some(path) => Target::write(path, written.as_bytes())?,
        None => io::stdout().lock().write_all(written.as_bytes())?,
    }
    Ok(if dossier.has_not_met() { Outcome::Found } else { Outcome::Well })
}

/// The text of a file, or of standard input.
fn text(file: Option<&Path>) -> Result<String, CliError> {
    let of_file = |path: &Path| {
        let path = path.to_owned();
        move |error| CliError::File { path, error }
    };
    match file {
        Some(path) => fs::read_to_string(path).map_err(of_file(path)),
        None => {
            let mut text = String::new();
            let read = io::stdin().lock().read_to_string(&mut text);
            read.map_err(of_file(Path::new(STANDARD_INPUT)))?;
            Ok(text)
        }
    }
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
