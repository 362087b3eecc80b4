//! A policy ready to answer: the built-in ones, loaded ones, and their readings.

use std::convert::Infallible;
use std::fmt;
#[cfg(feature = "load")]
use std::path::Path;
use std::sync::OnceLock;

use chrono::NaiveDate;
use qiaolian_core::held::Held;
use qiaolian_core::model::AsOf;
use qiaolian_core::policy::{Lang, Policy as Core, Rulebook};
use qiaolian_core::prove::Report;
use qiaolian_policies::BuiltIn;
use qiaolian_resolve::{Options, Record, Resolved, Resolver, Seen};

use crate::assessment::Assessment;
use crate::determination::Determination;
use crate::error::{Error, ProblemReport};
use crate::explained::Explained;
use crate::facts::Facts;
use crate::named::Named;

/// A policy under certain choices of its readings: cheap to clone, shared between threads.
#[derive(Clone)]
pub struct Policy {
    core: Core,
    resolver: Held<Resolver>,
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Policy({})", self.core.rulebook().name())
    }
}

/// What is asked: as of which day, from how many days left on a duty is due soon, in which language
/// the responsible bodies are named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Question {
    /// The day.
    pub as_of: NaiveDate,
    /// From how many days left on a duty is due soon; none for the policy's own number.
    pub due_soon_days: Option<u32>,
    /// The language of responsible units and posts.
    pub lang: Lang,
}

impl From<NaiveDate> for Question {
    fn from(as_of: NaiveDate) -> Self {
        Self { as_of, due_soon_days: None, lang: Lang::default() }
    }
}

impl Policy {
    /// Yuxi's plan of 2020.
    #[must_use]
    pub fn yuxi_2020() -> Self {
        Self::built_in(BuiltIn::Yuxi2020)
    }

    fn built_in(pack: BuiltIn) -> Self {
        static YUXI: OnceLock<Policy> = OnceLock::new();
        static BEIJING: OnceLock<Policy> = OnceLock::new();
        let ready = match pack {
            BuiltIn::Yuxi2020 => &YUXI,
            BuiltIn::BeijingUniversities => &BEIJING,
        };
        ready.get_or_init(|| Self::of(crate::texts::rulebook(pack))).clone()
    }

    fn of(rulebook: Rulebook) -> Self {
        let resolver = Held::new(Resolver::new(&rulebook));
        Self { core: Core::new(rulebook), resolver }
    }

    /// The built-in policy of that id, as in `yuxi-2020`.
    ///
    /// # Errors
    /// [`Error::UnknownPolicy`].
    pub fn named(id: &str) -> Result<Self, Error> {
        let found = BuiltIn::ALL.into_iter().find(|pack| pack.id() == id);
        found.map(Self::built_in).ok_or_else(|| Error::UnknownPolicy { id: id.to_owned() })
    }

    /// The ids of the built-in policies.
    pub fn built_in_ids() -> impl Iterator<Item = &'static str> {
        BuiltIn::ALL.into_iter().map(BuiltIn::id)
    }

    /// The policy of a pack: a folder of files as the built-in packs have them.
    ///
    /// # Errors
    /// [`Error::Pack`], with every mistake in the files.
    #[cfg(feature = "load")]
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        Ok(Self::of(qiaolian_pack::load_dir(path.as_ref())?))
    }

    /// The policy of a pack that is held in memory: the texts of its files by their names.
    ///
    /// # Errors
    /// [`Error::Pack`], with every mistake in the files.
    #[cfg(feature = "load")]
    pub fn load_texts(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, Error> {
        Ok(Self::of(qiaolian_pack::load(&qiaolian_pack::Files::new(files))?))
    }

    /// The policy with these choices taken, `[("at_least", "exclusive")]`.
    ///
    /// # Errors
    /// [`Error::Choice`] for a reading or choice that the policy doesn't have.
    pub fn with_readings<'c>(
        &self,
        choices: impl IntoIterator<Item = (&'c str, &'c str)>,
    ) -> Result<Self, Error> {
        let core = self.core.with_readings(choices)?;
        Ok(Self { core, resolver: self.resolver.clone() })
    }

    /// Assesses one subject as of a day (or a whole [`Question`]).
    ///
    /// # Errors
    /// [`Error::UnknownFact`] for names that are no fact, [`Error::InvalidFacts`] with every problem
    /// of the facts.
    pub fn assess(
        &self,
        facts: &Facts,
        question: impl Into<Question>,
    ) -> Result<Determination, Error> {
        Ok(self.assessment(facts, question.into())?.determination())
    }

    /// Assesses one subject without putting anything in words.
    ///
    /// # Errors
    /// As [`Policy::assess`].
    pub fn assessment(&self, facts: &Facts, question: Question) -> Result<Assessment<'_>, Error> {
        let record = self.record(facts)?;
        let outcome = self.resolver.resolve(&self.core, &record, &Options::default());
        outcome
            .result
            .map_err(|problems| self.invalid(&problems))
            .and_then(|resolved| self.decide(resolved, question))
    }

    /// Assesses many subjects, in order. A place of the gazetteer that comes a second time is
    /// refused there; otherwise each answer is as if it were asked alone.
    pub fn assess_all<'f>(
        &self,
        all: impl IntoIterator<Item = &'f Facts>,
        question: impl Into<Question>,
    ) -> Vec<Result<Determination, Error>> {
        let mut found = Vec::new();
        let Ok(()) =
            self.each(all, question.into(), |row, answer| {
                found.push(answer.map(|assessment| Determination {
                    row: Some(row),
                    ..assessment.determination()
                }));
                Ok::<(), Infallible>(())
            });
        found
    }

    /// Gives each subject's answer, or why there is none, with its number from 1, until `take` fails.
    pub(crate) fn each<'f, E>(
        &self,
        all: impl IntoIterator<Item = &'f Facts>,
        question: Question,
        mut take: impl FnMut(u64, Result<Assessment<'_>, Error>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut seen = Seen::default();
        all.into_iter().zip(1u64..).try_for_each(|(facts, row)| {
            let answer = self.record(facts).and_then(|record| {
                self.assess_record(&record, question, &Options::default(), &mut seen)
            });
            take(row, answer)
        })
    }

    /// Gives what each subject's facts resolve to, or why they don't, with its number from 1.
    #[cfg(feature = "columns")]
    pub(crate) fn each_resolved<'f>(
        &self,
        all: impl IntoIterator<Item = &'f Facts>,
        mut take: impl FnMut(u64, Result<Resolved, Error>),
    ) {
        let mut seen = Seen::default();
        for (facts, row) in all.into_iter().zip(1u64..) {
            let resolved = self
                .record(facts)
                .and_then(|record| self.resolve_record(&record, &Options::default(), &mut seen));
            take(row, resolved);
        }
    }

    /// The facts of each place of the policy's own list: its division code, and nothing else.
    #[must_use]
    pub fn places(&self) -> Vec<Facts> {
        let places = self.core.rulebook().places.iter();
        places.map(|(_, place)| Facts::new().code(&place.code)).collect()
    }

    /// Assesses a record of a register: `seen` remembers the places of earlier ones.
    ///
    /// # Errors
    /// [`Error::InvalidFacts`] with every problem of the record.
    pub fn assess_record(
        &self,
        record: &Record<'_>,
        question: Question,
        options: &Options,
        seen: &mut Seen,
    ) -> Result<Assessment<'_>, Error> {
        self.decide(self.resolve_record(record, options, seen)?, question)
    }

    fn resolve_record(
        &self,
        record: &Record<'_>,
        options: &Options,
        seen: &mut Seen,
    ) -> Result<Resolved, Error> {
        let outcome = self.resolver.resolve(&self.core, record, options);
        seen.note(outcome, record).map_err(|problems| self.invalid(&problems))
    }

    fn decide(&self, resolved: Resolved, question: Question) -> Result<Assessment<'_>, Error> {
        let date = self.date(question);
        let decision = crate::answer::decision(&self.core, &resolved.subject, date)?;
        Ok(Assessment { policy: self, resolved, question, decision })
    }

    pub(crate) fn record<'f>(&self, facts: &'f Facts) -> Result<Record<'f>, Error> {
        facts.record(self.core.rulebook()).map_err(|names| {
            let rulebook = self.core.rulebook();
            let mut known = Vec::new();
            for column in qiaolian_resolve::Column::all(rulebook) {
                known.push(column.code(rulebook).to_owned());
            }
            Error::UnknownFact { names, known }
        })
    }

    fn invalid(&self, problems: &[qiaolian_resolve::Problem]) -> Error {
        let mut reports = Vec::new();
        for problem in problems {
            reports.push(ProblemReport::of(problem, self));
        }
        Error::InvalidFacts { problems: reports }
    }

    /// Explains one subject: the determination, a tree to read, and names that are near.
    ///
    /// # Errors
    /// As [`Policy::assess`].
    pub fn explain(
        &self,
        facts: &Facts,
        question: impl Into<Question>,
    ) -> Result<Explained, Error> {
        Explained::of(&self.assessment(facts, question.into())?)
    }

    /// Walks the policy's tables completely and reports what it finds.
    #[must_use]
    pub fn check(&self) -> Report {
        self.core.check()
    }

    /// The policy's data and tables.
    #[must_use]
    pub fn core(&self) -> &Core {
        &self.core
    }

    pub(crate) fn resolver(&self) -> &Resolver {
        &self.resolver
    }

    pub(crate) fn date(&self, question: Question) -> AsOf {
        let own = self.core.rulebook().due_soon_days;
        AsOf { date: question.as_of, due_soon_days: question.due_soon_days.unwrap_or(own) }
    }

    /// The choices in force that aren't the default.
    #[must_use]
    pub fn other_readings(&self) -> Named<String> {
        let readings = &self.core.rulebook().readings;
        let codes = self.core.other_choices().map(|(reading, choice)| {
            let known = readings.of(reading);
            (known.code.clone(), known.choices.of(choice).code.clone())
        });
        codes.collect()
    }

    /// The choices in force of all readings.
    #[must_use]
    pub fn readings_in_force(&self) -> Named<String> {
        let choices = self.core.rulebook().readings.iter().map(|(reading, known)| {
            let choice = *self.core.choices().of(reading);
            (known.code.clone(), known.choices.of(choice).code.clone())
        });
        choices.collect()
    }
}
