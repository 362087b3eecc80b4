//! `explain`: one subject, condition by condition.

use std::io::{self, Write};
use std::path::Path;

use qiaolian::{Error, Facts, Lang, Policy};
use qiaolian_register::Entry;
use qiaolian_resolve::{Cell, Record};

use crate::args::{ExplainArgs, FactArgs, ListFormat};
use crate::error::CliError;
use crate::{Outcome, input, question};

pub(crate) fn run(args: &ExplainArgs) -> Result<Outcome, CliError> {
    let policy = question::policy(&args.policy)?;
    let question = question::question(&args.date, &args.policy);
    let facts = match (&args.file, args.row) {
        (Some(file), Some(row)) => row_facts(file, row, args, &policy)?,
        (Some(_) | None, _) => given_facts(&args.facts),
    };
    let explained = match policy.explain(&facts, question) {
        Ok(explained) => explained,
        Err(error @ Error::InvalidFacts { .. }) => {
            report(&error, args.policy.lang.into());
            return Ok(Outcome::Found);
        }
        Err(error) => return Err(error.into()),
    };
    let mut to = io::stdout().lock();
    match args.format {
        ListFormat::Table => write!(to, "{}", explained.tree.get(question.lang))?,
        ListFormat::Json => writeln!(to, "{}", serde_json::to_string_pretty(&explained)?)?,
    }
    Ok(Outcome::Well)
}

/// Says each problem with how to mend it.
fn report(error: &Error, lang: Lang) {
    let envelope = error.envelope();
    anstream::eprintln!("{}", envelope.message.get(lang));
    for problem in &envelope.problems {
        let (message, help) = (problem.message.get(lang), problem.help.get(lang));
        anstream::eprintln!("  {}: {message}; {help}", problem.column);
    }
}

fn given_facts(args: &FactArgs) -> Facts {
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
    given.chain(people).collect()
}

/// The facts of one row of a register.
fn row_facts(
    file: &Path,
    wanted: u64,
    args: &ExplainArgs,
    policy: &Policy,
) -> Result<Facts, CliError> {
    let rulebook = policy.core().rulebook();
    let lang = args.policy.lang.into();
    let (mut rows, _) = input::register(file, args.input.input_format, rulebook, lang)?;
    let failed = |error| CliError::of_register(file, &error, &rulebook.words, lang);
    while let Some(entry) = rows.next_row().map_err(failed)? {
        match entry {
            Entry::Row(row) if row.row == wanted => return Ok(facts_of(&row.record, policy)),
            Entry::Row(_) | Entry::Skipped { .. } => {}
        }
    }
    Err(CliError::NoSuchRow { row: wanted, read: rows.read() })
}

fn facts_of(record: &Record<'_>, policy: &Policy) -> Facts {
    let rulebook = policy.core().rulebook();
    record.cells.iter().fold(Facts::new(), |facts, (column, cell)| {
        let name = column.code(rulebook);
        match cell {
            Cell::Text(text) => facts.with(name, text.as_ref()),
            Cell::Number(number) => facts.with(name, qiaolian::Fact::Number(*number)),
            Cell::Truth(truth) => facts.with(name, *truth),
        }
    })
}
