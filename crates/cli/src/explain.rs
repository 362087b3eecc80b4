//! `explain`: one subject, condition by condition.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

use qiaolian::{Determination, Error, Explained, Lang, Named, Policy, Question, WhatIfReport};
use qiaolian_core::policy::Rulebook;
use qiaolian_register::Entry;
use qiaolian_resolve::{Cell, Column, Options, Record, Seen};
use serde::Serialize;

use crate::args::{ExplainArgs, FactArgs, ListFormat};
use crate::error::CliError;
use crate::input::Register;
use crate::{Outcome, output, own, question, shown};

pub(crate) fn run(args: &ExplainArgs) -> Result<Outcome, CliError> {
    let policy = question::policy(&args.policy)?;
    let question = question::question(&args.date, &args.policy);
    let options = Options { unknown_as: args.input.unknown_as.clone() };
    let asked = Asked { policy: &policy, question, options, what_if: args.what_if };
    let explained = match (&args.file, args.row) {
        (Some(file), Some(row)) => asked.row(file, row, args)?,
        (Some(_) | None, _) => asked.flags(&args.facts)?,
    };
    let explained = match explained {
        Ok(explained) => explained,
        Err(error @ Error::InvalidFacts { .. }) => {
            report(&error, question.lang);
            return Ok(Outcome::Found);
        }
        Err(error) => return Err(error.into()),
    };
    let mut to = io::stdout().lock();
    match args.format {
        ListFormat::Table => {
            write!(to, "{}", shown::lines(explained.explained.tree.get(question.lang)))?;
            if let Some(what_if) = &explained.what_if {
                write!(to, "{}", shown::lines(what_if.tree.get(question.lang)))?;
            }
        }
        ListFormat::Json => writeln!(to, "{}", serde_json::to_string_pretty(&explained)?)?,
    }
    Ok(Outcome::Well)
}

/// Says each problem with how to mend it.
fn report(error: &Error, lang: Lang) {
    let envelope = error.envelope();
    shown::tell(envelope.message.get(lang));
    for problem in &envelope.problems {
        shown::tell(&format!("  {}", shown::line(&output::sentence(problem, lang))));
    }
}

/// What is asked of one subject.
struct Asked<'p> {
    policy: &'p Policy,
    question: Question,
    options: Options,
    what_if: bool,
}

/// What is said of it.
#[derive(Serialize)]
struct Said {
    #[serde(flatten)]
    explained: Explained,
    #[serde(skip_serializing_if = "Option::is_none")]
    what_if: Option<WhatIfReport>,
}

impl Asked<'_> {
    /// The facts that flags give.
    fn flags(&self, args: &FactArgs) -> Result<Result<Said, Error>, CliError> {
        let record = record(args, self.policy.core().rulebook())?;
        Ok(self.record(&record, &mut Seen::default()))
    }

    /// One row of a register, behind those before it: a place that came before is refused here too.
    fn row(
        &self,
        file: &Path,
        wanted: u64,
        args: &ExplainArgs,
    ) -> Result<Result<Said, Error>, CliError> {
        let rulebook = self.policy.core().rulebook();
        let mut register = Register::open(file, &args.input, rulebook)?;
        let name = register.name().to_owned();
        let mut seen = Seen::default();
        while let Some(entry) = register.next_row()? {
            match entry {
                Entry::Row(row) if row.row == wanted => {
                    let own = row.extra.iter();
                    let own = own.map(|(name, text)| (name.to_string(), text.to_string()));
                    let extra = Some(own::keyed(own).into_iter().collect::<Named<_>>())
                        .filter(|extra| !extra.is_empty());
                    return Ok(self.record(&row.record, &mut seen).map(|mut said| {
                        let determination = said.explained.determination;
                        said.explained.determination =
                            Determination { row: Some(wanted), extra, ..determination };
                        said
                    }));
                }
                Entry::Skipped { row, why, .. } if row == wanted => {
                    return Err(CliError::SkippedRow { file: name, row, why });
                }
                Entry::Row(row) => {
                    let (policy, question) = (self.policy, self.question);
                    // Only the place that it speaks of matters, whatever else is wrong with it.
                    let _ = policy.assess_record(&row.record, question, &self.options, &mut seen);
                }
                Entry::Skipped { .. } => {}
            }
        }
        Err(CliError::NoSuchRow { file: name, row: wanted, read: register.rows().read() })
    }

    fn record(&self, record: &Record<'_>, seen: &mut Seen) -> Result<Said, Error> {
        let found = self.policy.assess_record(record, self.question, &self.options, seen)?;
        let what_if = self.what_if.then(|| found.what_if()).transpose()?;
        Ok(Said { explained: found.explained()?, what_if })
    }
}

/// The cells that flags give.
fn record<'a>(args: &'a FactArgs, rulebook: &Rulebook) -> Result<Record<'a>, Error> {
    let given = [
        ("code", &args.code),
        ("name", &args.name),
        ("county", &args.county),
        ("township", &args.township),
        ("kind", &args.kind),
        ("total", &args.total),
        ("key_area", &args.key_area),
        ("existing_form", &args.existing_form),
        ("established_on", &args.established_on),
        ("conditions_met", &args.conditions_met),
        ("exception_agreed", &args.exception_agreed),
    ];
    let given = given.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)));
    let people = args.people.iter().map(|(group, count)| (group.as_str(), count.as_str()));
    let columns = Column::all(rulebook);
    let (mut record, mut names) = (Record::default(), Vec::new());
    for (name, value) in given.chain(people) {
        match columns.iter().find(|column| column.code(rulebook) == name) {
            Some(column) => {
                // Of two flags for one column the later holds, as of two flags of one name.
                record.cells.retain(|(known, _)| known != column);
                record.cells.push((*column, Cell::Text(Cow::Borrowed(value))));
            }
            None => names.push(name.to_owned()),
        }
    }
    if names.is_empty() {
        return Ok(record);
    }
    let known = columns.iter().map(|column| column.code(rulebook).to_owned()).collect();
    Err(Error::UnknownFact { names, known })
}
