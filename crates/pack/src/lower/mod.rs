//! From the files as they are written to a rulebook: names become ids, and what can be checked of
//! the data is checked.

mod check;
mod checks;
mod document;
mod lists;
mod places;
mod procedure;
mod readings;
mod shape;
mod sheet;
mod targets;
mod terms;
mod words;

#[cfg(feature = "schema")]
pub(crate) use document::NATURES;
#[cfg(feature = "schema")]
pub(crate) use terms::{REST_RULES, WEEKDAYS};

use qiaolian_core::policy::{Rulebook, Words};

use crate::fault::LoadError;
use crate::files::{Files, NAMES};
use crate::written::{
    AnswersFile, AreasFile, ChecksFile, DatesFile, PolicyFile, ProcedureFile, ProvisionsFile,
    ReadingsFile, RulesFile, SubjectsFile, TiersFile,
};
use sheet::{Faults, Sheet};

/// All files of a pack, read as far as their shape goes.
struct Written<'f> {
    policy: (Sheet<'f>, PolicyFile),
    provisions: (Sheet<'f>, ProvisionsFile),
    subjects: (Sheet<'f>, SubjectsFile),
    places: Sheet<'f>,
    areas: (Sheet<'f>, AreasFile),
    dates: (Sheet<'f>, DatesFile),
    tiers: (Sheet<'f>, TiersFile),
    readings: (Sheet<'f>, ReadingsFile),
    answers: (Sheet<'f>, AnswersFile),
    rules: (Sheet<'f>, RulesFile),
    checks: (Sheet<'f>, ChecksFile),
    procedure: Option<(Sheet<'f>, ProcedureFile)>,
    words: Words,
    digest: String,
}

pub(crate) fn rulebook(files: &Files) -> Result<Rulebook, LoadError> {
    let faults = Faults::default();
    let rulebook = written(files, &faults).and_then(|written| {
        let lowered = lowered(&written)?;
        if faults.is_empty() {
            check::check(&written, &lowered, &faults);
        }
        faults.is_empty().then_some(lowered)
    });
    rulebook.ok_or_else(|| {
        let mut faults = faults.take();
        let rank = |file: &str| NAMES.iter().position(|name| *name == file);
        faults.sort_by_key(|fault| (rank(&fault.file), fault.position));
        LoadError::Faults(faults)
    })
}

/// Reads every file, so that the mistakes of all are noted; none where one couldn't be read at all.
fn written<'f>(files: &'f Files, faults: &'f Faults) -> Option<Written<'f>> {
    let sheet = |name: &'static str| Sheet::new(name, files.text(name), faults);
    let policy = sheet("policy.toml").read();
    let provisions = sheet("provisions.toml").read();
    let subjects = sheet("subjects.toml").read();
    let areas = sheet("areas.toml").read();
    let dates = sheet("dates.toml").read();
    let tiers = sheet("tiers.toml").read();
    let readings = sheet("readings.toml").read();
    let answers = sheet("answers.toml").read();
    let rules = sheet("rules.toml").read();
    let checks = sheet("checks.toml").read();
    let is_there = files.has("procedure.toml");
    let procedure =
        is_there.then(|| Some((sheet("procedure.toml"), sheet("procedure.toml").read()?)));
    let words = words::words(sheet("words.toml"));
    Some(Written {
        policy: (sheet("policy.toml"), policy?),
        provisions: (sheet("provisions.toml"), provisions?),
        subjects: (sheet("subjects.toml"), subjects?),
        places: sheet("places.csv"),
        areas: (sheet("areas.toml"), areas?),
        dates: (sheet("dates.toml"), dates?),
        tiers: (sheet("tiers.toml"), tiers?),
        readings: (sheet("readings.toml"), readings?),
        answers: (sheet("answers.toml"), answers?),
        rules: (sheet("rules.toml"), rules?),
        checks: (sheet("checks.toml"), checks?),
        procedure: match procedure {
            Some(read) => Some(read?),
            None => None,
        },
        words,
        digest: files.digest(),
    })
}

/// The rulebook, with a mistake noted wherever a name leads nowhere; none where too little is left.
fn lowered(written: &Written<'_>) -> Option<Rulebook> {
    let document = document::document(&written.policy);
    let provisions = document::provisions(&written.provisions);
    let subjects = document::subjects(&written.subjects, &provisions)?;
    let places = places::places(written.places, &subjects.kinds, &document.code_prefix);
    let names = terms::Names { provisions: &provisions, subjects: &subjects, places: &places };
    let terms = terms::terms(written, &names);
    let readings = readings::readings(&written.readings, &names, &terms);
    let reports = targets::reports(&written.dates, &names, &terms);
    let targets = targets::targets(&written.dates, &names, &terms);
    let answers = document::answers(&written.answers, &provisions);
    let rules = document::rules(&written.rules, &provisions);
    let procedure = written.procedure.as_ref().map(|file| procedure::procedure(file, &names));
    let checks = checks::checks(&written.checks, &names, &reports, procedure);
    checks::complete(&written.checks, &checks);
    let document::Subjects { kinds, groups, forms, full_form, no_form, naming, .. } = subjects;
    Some(Rulebook {
        document,
        digest: written.digest.clone(),
        kinds,
        groups,
        forms,
        full_form,
        no_form,
        naming,
        provisions,
        places,
        answers,
        due_soon_days: written.dates.1.due_soon_days,
        reports,
        targets,
        rules,
        readings,
        checks,
        terms,
        words: written.words.clone(),
    })
}
