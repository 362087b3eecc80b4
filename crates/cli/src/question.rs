//! Which policy, as of when: from arguments to what the library takes.

use std::path::Path;

use chrono::{FixedOffset, NaiveDate, Utc};
use qiaolian::{Policy, Question};
use qiaolian_core::policy::Word;

use crate::args::{AsOfArgs, DateArgs, PolicyArgs};
use crate::error::CliError;

/// China's offset from universal time, in seconds: it has had no summer time since 1991.
const SHANGHAI: i32 = 8 * 3600;

/// The policy that the arguments name, under the readings that they take.
pub(crate) fn policy(args: &PolicyArgs) -> Result<Policy, CliError> {
    let policy = named(&args.policy)?;
    let choices = args.set.iter().map(|(reading, choice)| (reading.as_str(), choice.as_str()));
    Ok(policy.with_readings(choices)?)
}

/// The built-in policy of that name, or the pack in that folder.
pub(crate) fn named(name: &str) -> Result<Policy, CliError> {
    let is_folder = Path::new(name).is_dir();
    let policy = if is_folder { Policy::load(name) } else { Policy::named(name) };
    policy.map_err(|error| CliError::of_policy(error, name))
}

/// The question that the arguments ask.
pub(crate) fn question(date: &DateArgs, policy: &PolicyArgs) -> Question {
    Question { due_soon_days: date.due_soon, ..as_of(&date.day, policy) }
}

/// The question that the arguments ask, where nothing is due soon.
pub(crate) fn as_of(day: &AsOfArgs, policy: &PolicyArgs) -> Question {
    let as_of = day.as_of.unwrap_or_else(today);
    Question { as_of, due_soon_days: None, lang: policy.lang.into() }
}

/// Which policy, as of when and under which readings, in words.
pub(crate) fn line(policy: &Policy, question: Question) -> String {
    let words = &policy.core().rulebook().words;
    let readings = policy.other_readings();
    let set: Vec<String> =
        readings.iter().map(|(reading, choice)| format!("{reading}={choice}")).collect();
    let readings = if set.is_empty() {
        words.get(Word::SummaryDefaults, question.lang).to_owned()
    } else {
        set.join(", ")
    };
    let (policy, as_of) = (policy.core().rulebook().name(), question.as_of.to_string());
    let slots = [("policy", &*policy), ("as_of", &*as_of), ("readings", &*readings)];
    words.say(Word::SummaryHeading, question.lang, &slots)
}

/// Today, in China.
pub(crate) fn today() -> NaiveDate {
    let now = Utc::now();
    FixedOffset::east_opt(SHANGHAI)
        .map_or_else(|| now.date_naive(), |offset| now.with_timezone(&offset).date_naive())
}
