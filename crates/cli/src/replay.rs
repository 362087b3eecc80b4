//! `replay`: an assessment again, by its receipt, and whether it gives the same.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::thread;

use qiaolian::{Lang, Policy, Question};
use qiaolian_core::policy::Word;
use qiaolian_resolve::Options;
use serde::Deserialize;
use serde_json::Value;

use crate::args::ReplayArgs;
use crate::assess::{Batches, Item, Items, Keeper};
use crate::error::CliError;
use crate::input::Register;
use crate::output::Answered;
use crate::receipt::Receipt;
use crate::rows::Rows;
use crate::{Outcome, question};

/// How many rows that differ are told one by one.
const MOST_TOLD: usize = 20;

pub(crate) fn run(args: &ReplayArgs) -> Result<Outcome, CliError> {
    let lang = args.lang.into();
    let Recorded { receipt: was, determinations } = recorded(&args.receipt)?;
    let policy = policy(args, &was)?;
    let question = Question { as_of: was.as_of, due_soon_days: Some(was.due_soon_days), lang };
    let options = Options { unknown_as: args.input.unknown_as.clone() };
    let register = Register::open(&args.file, &args.input, policy.core().rulebook())?;
    let before = match &args.against {
        Some(path) => Some(Before::Lines { path, lines: BufReader::new(opened(path)?).lines() }),
        None => determinations.map(|values| Before::Values(values.into_iter())),
    };
    let is_compared = before.is_some();
    let rows = Rows::new(&policy, question, options);
    let (read, compared) = thread::scope(|scope| {
        let (mut items, from) = Items::new();
        let comparing = scope.spawn(move || compare(from, before));
        let mut keeper = Keeper::default();
        let read = rows.each(Some(register), |taken| items.push(keeper.keep(taken)));
        drop(items);
        (read, comparing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let compared = compared?;
    let (now, _) = read?;
    tell(&policy, lang, &Told { was: &was, now: &now, compared: &compared, is_compared })
}

/// A receipt, by itself or as part of an output.
struct Recorded {
    receipt: Receipt,
    determinations: Option<Vec<Value>>,
}

fn recorded(path: &Path) -> Result<Recorded, CliError> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Output { receipt: Receipt, determinations: Vec<Value> },
        Receipt(Receipt),
    }
    let written = serde_json::from_reader(BufReader::new(opened(path)?));
    match written.map_err(|error| CliError::NotAReceipt { path: path.to_owned(), error })? {
        Written::Output { receipt, determinations } => {
            Ok(Recorded { receipt, determinations: Some(determinations) })
        }
        Written::Receipt(receipt) => Ok(Recorded { receipt, determinations: None }),
    }
}

fn opened(path: &Path) -> Result<File, CliError> {
    File::open(path).map_err(|error| CliError::File { path: path.to_owned(), error })
}

/// The policy of a receipt, under its readings.
fn policy(args: &ReplayArgs, was: &Receipt) -> Result<Policy, CliError> {
    let id = was.policy.split('@').next().unwrap_or_default();
    let policy = question::named(args.policy.as_deref().unwrap_or(id))?;
    let readings = was.readings.iter().map(|(name, choice)| (name.as_str(), choice.as_str()));
    Ok(policy.with_readings(readings)?)
}

/// The determinations of that run.
enum Before<'a> {
    Values(std::vec::IntoIter<Value>),
    Lines { path: &'a Path, lines: std::io::Lines<BufReader<File>> },
}

impl Before<'_> {
    fn next(&mut self) -> Result<Option<Value>, CliError> {
        match self {
            Self::Values(values) => Ok(values.next()),
            Self::Lines { path, lines } => {
                let of_file = |error| CliError::File { path: path.to_path_buf(), error };
                let Some(line) = lines.next().transpose().map_err(of_file)? else {
                    return Ok(None);
                };
                let value = serde_json::from_str(&line);
                let value = value
                    .map_err(|error| CliError::NotAReceipt { path: path.to_path_buf(), error });
                Ok(Some(value?))
            }
        }
    }
}

/// What came of comparing determinations.
#[derive(Default)]
struct Compared {
    was: u64,
    now: u64,
    differing: u64,
    /// The first rows that differ, with their fields.
    told: Vec<(u64, String)>,
}

fn compare(from: Batches<'_>, before: Option<Before<'_>>) -> Result<Compared, CliError> {
    let mut compared = Compared::default();
    let Some(mut before) = before else {
        from.each(|_| Ok::<(), CliError>(()))?;
        return Ok(compared);
    };
    let mut lang = Lang::default();
    from.each(|item| {
        let Item::Answered(answered) = item else { return Ok(()) };
        compared.now += 1;
        let Some(was) = before.next()? else { return Ok(()) };
        compared.was += 1;
        let now = as_before(answered, &was, &mut lang)?;
        if now != was {
            compared.differing += 1;
            if compared.told.len() < MOST_TOLD {
                compared.told.push((answered.row, differing(&was, &now).join(", ")));
            }
        }
        Ok::<(), CliError>(())
    })?;
    while before.next()?.is_some() {
        compared.was += 1;
    }
    Ok(compared)
}

/// A determination now, in the language of those before: the receipt doesn't say which that was,
/// and it makes no difference to what is decided.
fn as_before(answered: &Answered<'_>, was: &Value, lang: &mut Lang) -> Result<Value, CliError> {
    let of = |lang| serde_json::to_value(answered.determination_in(lang));
    let now = of(*lang)?;
    if now == *was {
        return Ok(now);
    }
    let other = match *lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let in_other = of(other)?;
    if differing(was, &in_other).len() < differing(was, &now).len() {
        *lang = other;
        return Ok(in_other);
    }
    Ok(now)
}

/// The fields in which two objects differ.
fn differing(was: &Value, now: &Value) -> Vec<String> {
    let names = |value: &Value| -> Vec<String> {
        value.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
    };
    let mut fields = names(now);
    fields.extend(names(was).into_iter().filter(|name| now.get(name).is_none()));
    fields.retain(|name| was.get(name) != now.get(name));
    fields
}

/// What there is to tell.
struct Told<'a> {
    was: &'a Receipt,
    now: &'a Receipt,
    compared: &'a Compared,
    is_compared: bool,
}

fn tell(policy: &Policy, lang: Lang, told: &Told<'_>) -> Result<Outcome, CliError> {
    let words = &policy.core().rulebook().words;
    let Told { was, now, compared, is_compared } = *told;
    let mut to = BufWriter::new(std::io::stdout().lock());
    let mut differences = 0u64;
    // What of the receipt has to be the same; another library, or the same rules in another
    // version of the policy, may well decide the same.
    let mut is_other = false;
    let (before, after) = (serde_json::to_value(was)?, serde_json::to_value(now)?);
    for (field, after) in after.as_object().into_iter().flatten() {
        let before = before.get(field).unwrap_or(&Value::Null);
        if before == after {
            continue;
        }
        let may_differ = ["policy", "policy_digest", "library"].contains(&field.as_str());
        is_other |= may_differ;
        differences += u64::from(!may_differ);
        let name =
            words.by_key(&format!("receipt.{field}")).map_or(field.as_str(), |name| name.get(lang));
        let slots = [("field", name), ("was", &before.to_string()), ("now", &after.to_string())];
        writeln!(to, "{}", words.say(Word::ReplayField, lang, &slots))?;
    }
    if is_compared && compared.was != compared.now {
        differences += 1;
        let slots = [("was", &*compared.was.to_string()), ("now", &compared.now.to_string())];
        writeln!(to, "{}", words.say(Word::ReplayNumber, lang, &slots))?;
    }
    for (row, fields) in &compared.told {
        let slots = [("row", &*row.to_string()), ("fields", fields)];
        writeln!(to, "{}", words.say(Word::ReplayRow, lang, &slots))?;
    }
    differences += compared.differing;
    let (outcome, last) = match (differences, is_compared, is_other) {
        (0, true, _) => (Outcome::Well, Word::ReplaySame),
        (0, false, false) => (Outcome::Well, Word::ReplaySameByDigest),
        (0, false, true) => (Outcome::Found, Word::ReplayNotCompared),
        (_, _, _) => (Outcome::Found, Word::ReplayDiffers),
    };
    let count = if differences == 0 { now.assessed } else { differences };
    writeln!(to, "{}", words.say(last, lang, &[("count", &count.to_string())]))?;
    to.flush()?;
    Ok(outcome)
}
