//! What went wrong, the same envelope on every surface.

#[cfg(feature = "checks")]
use qiaolian_core::checks::Check;
#[cfg(feature = "columns")]
use qiaolian_core::columns::ColumnsError;
use qiaolian_core::decide::ForeignSubject;
use qiaolian_core::policy::{ChoiceError, Lang, Text, Word, put_ticked};
#[cfg(feature = "load")]
use qiaolian_pack::{Fault, LoadError};
use qiaolian_resolve::{Problem, message};
use serde::{Deserialize, Serialize};

#[cfg(feature = "checks")]
use crate::checks::InputFault;
use crate::policy::Policy;

/// Why there is no answer.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum Error {
    /// Facts of one subject that don't hold up, all problems at once.
    #[error("{}", said(problems))]
    InvalidFacts {
        /// The problems.
        problems: Vec<ProblemReport>,
    },
    /// Names that are no fact.
    #[error("{} is no fact; facts are {}", ticked(names), ticked(known))]
    UnknownFact {
        /// The names.
        names: Vec<String>,
        /// The names that are.
        known: Vec<String>,
    },
    /// Input of a check that doesn't hold up.
    #[cfg(feature = "checks")]
    #[error("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    InvalidInput {
        /// What is wrong with it.
        faults: Vec<InputFault>,
    },
    /// A check that the policy doesn't have: its document says nothing of it.
    #[cfg(feature = "checks")]
    #[error("the policy has no check `{}`: its document says nothing of it", check.code())]
    NoSuchCheck {
        /// Which.
        check: Check,
    },
    /// A reading or choice that the policy doesn't have.
    #[error(transparent)]
    Choice(#[from] ChoiceError),
    /// An argument of a call that isn't what the surface takes.
    #[error("{}", fault.said(name, known))]
    Argument {
        /// What is wrong with it.
        fault: ArgumentFault,
        /// Its name.
        name: String,
        /// What would be right.
        known: String,
    },
    /// A policy that isn't built in.
    #[error("`{id}` is no built-in policy; built in are {}", ticked(&Policy::built_in_ids().collect::<Vec<_>>()))]
    UnknownPolicy {
        /// What was asked for.
        id: String,
    },
    /// A pack that can't be loaded.
    #[cfg(feature = "load")]
    #[error(transparent)]
    Pack(#[from] LoadError),
    /// A subject of another policy.
    #[error(transparent)]
    Foreign(#[from] ForeignSubject),
    /// Columns that can't be assessed.
    #[cfg(feature = "columns")]
    #[error(transparent)]
    Columns(#[from] ColumnsError),
}

/// What is wrong with an argument: where a surface has no types that keep it out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArgumentFault {
    /// It isn't there.
    Missing,
    /// There is none of that name.
    Unknown,
    /// It is something else.
    Invalid,
}

impl ArgumentFault {
    fn said(self, name: &str, known: &str) -> String {
        match self {
            Self::Missing => format!("`{name}` is missing: {known}"),
            Self::Unknown => format!("`{name}` is no option; options are {known}"),
            Self::Invalid => format!("`{name}` can't be that: {known}"),
        }
    }
}

/// What is wrong with facts, in English.
fn said(problems: &[ProblemReport]) -> String {
    let mut said = String::new();
    for problem in problems {
        if !said.is_empty() {
            said.push_str("; ");
        }
        said.push_str(&problem.message.en);
    }
    said
}

pub(crate) fn ticked<'n>(names: impl IntoIterator<Item = &'n (impl AsRef<str> + 'n)>) -> String {
    let mut list = String::new();
    names.into_iter().for_each(|name| put_ticked(&mut list, name.as_ref()));
    list
}

/// One problem of a record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProblemReport {
    /// The column, by its English name.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub code: String,
    /// What is wrong, in words.
    pub message: Text,
    /// How to mend it.
    pub help: Text,
}

impl ProblemReport {
    pub(crate) fn of(problem: &Problem, policy: &Policy) -> Self {
        let rulebook = policy.core().rulebook();
        let (message, help) = message(&rulebook.words, problem, rulebook);
        Self {
            column: problem.column.code(rulebook).to_owned(),
            value: problem.value.clone(),
            code: problem.code.code().to_owned(),
            message,
            help,
        }
    }
}

/// An error as it goes out: the same shape on every surface.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Envelope {
    /// Which error it is.
    pub code: String,
    /// What is wrong.
    pub message: Text,
    /// How to mend it.
    pub help: Text,
    /// The problems of the facts, where it is about facts.
    pub problems: Vec<ProblemReport>,
    /// Where in a pack the first mistake stands; absent where it is about no file.
    #[cfg(feature = "load")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "FilePlace"))]
    pub r#where: Option<FilePlace>,
    /// All mistakes of a pack, the first one too; absent where it is about no pack.
    #[cfg(feature = "load")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Mistake>,
}

/// A place in a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FilePlace {
    /// The file: within the pack, or its path.
    pub file: String,
    /// The line, from 1; null for the whole file.
    pub line: Option<u64>,
    /// The column in characters, from 1; null for the whole line.
    pub column: Option<u64>,
}

/// A mistake in a pack; its words are English, as the pack's own keys are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mistake {
    /// Where it stands.
    pub r#where: FilePlace,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
    /// How to mend it.
    pub help: String,
}

#[cfg(feature = "load")]
impl From<&Fault> for Mistake {
    fn from(fault: &Fault) -> Self {
        let number = |number: usize| u64::try_from(number).ok();
        let (line, column) = (number(fault.position.line), number(fault.position.column));
        Self {
            r#where: FilePlace { file: fault.file.clone(), line, column },
            found: fault.found.clone(),
            expected: fault.expected.clone(),
            help: fault.help.clone(),
        }
    }
}

impl Error {
    /// Which error it is.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.known_as().0
    }

    /// Its code, what says that something is wrong, and how to mend it.
    const fn known_as(&self) -> (&'static str, Word, Word) {
        match self {
            Self::InvalidFacts { .. } => {
                ("invalid_facts", Word::ErrorInvalidFacts, Word::ErrorHelpInvalidFacts)
            }
            Self::UnknownFact { .. } => {
                ("unknown_fact", Word::ErrorUnknownFact, Word::ErrorHelpUnknownFact)
            }
            #[cfg(feature = "checks")]
            Self::InvalidInput { .. } => {
                ("invalid_input", Word::ErrorInvalidInput, Word::ErrorHelpInvalidInput)
            }
            #[cfg(feature = "checks")]
            Self::NoSuchCheck { .. } => {
                ("no_such_check", Word::ErrorNoSuchCheck, Word::ErrorHelpNoSuchCheck)
            }
            Self::Choice(ChoiceError::UnknownReading { .. }) => {
                ("unknown_reading", Word::ErrorUnknownReading, Word::ErrorHelpUnknownReading)
            }
            Self::Choice(ChoiceError::UnknownChoice { .. }) => {
                ("unknown_choice", Word::ErrorUnknownChoice, Word::ErrorHelpUnknownChoice)
            }
            Self::Argument { fault: ArgumentFault::Missing, .. } => {
                ("missing_argument", Word::ErrorMissingArgument, Word::ErrorHelpMissingArgument)
            }
            Self::Argument { fault: ArgumentFault::Unknown, .. } => {
                ("unknown_argument", Word::ErrorUnknownArgument, Word::ErrorHelpUnknownArgument)
            }
            Self::Argument { fault: ArgumentFault::Invalid, .. } => {
                ("invalid_argument", Word::ErrorInvalidArgument, Word::ErrorHelpInvalidArgument)
            }
            Self::UnknownPolicy { .. } => {
                ("unknown_policy", Word::ErrorUnknownPolicy, Word::ErrorHelpUnknownPolicy)
            }
            #[cfg(feature = "load")]
            Self::Pack(LoadError::Unreadable { .. }) => {
                ("unreadable_pack", Word::ErrorUnreadablePack, Word::ErrorHelpUnreadablePack)
            }
            #[cfg(feature = "load")]
            Self::Pack(LoadError::Faults(_)) => {
                ("faulty_pack", Word::ErrorFaultyPack, Word::ErrorHelpFaultyPack)
            }
            #[cfg(feature = "columns")]
            Self::Columns(_) => {
                ("unfit_columns", Word::ErrorUnfitColumns, Word::ErrorHelpUnfitColumns)
            }
            Self::Foreign(_) => {
                ("foreign_subject", Word::ErrorForeignSubject, Word::ErrorHelpForeignSubject)
            }
        }
    }

    /// The error as it goes out, in the words of the built-in policies.
    #[must_use]
    pub fn envelope(&self) -> Envelope {
        let policy = Policy::yuxi_2020();
        let words = &policy.core().rulebook().words;
        let detail = self.detail();
        let (code, wrong, help) = self.known_as();
        let text = |word| {
            let say = |lang| words.say(word, lang, &[("detail", &detail)]);
            Text { zh: say(Lang::Zh), en: say(Lang::En) }
        };
        let problems = match self {
            Self::InvalidFacts { problems } => problems.clone(),
            #[cfg(feature = "checks")]
            Self::InvalidInput { faults } => {
                faults.iter().map(|fault| fault.report(words)).collect()
            }
            #[cfg(feature = "load")]
            Self::Pack(_) => Vec::new(),
            #[cfg(feature = "checks")]
            Self::NoSuchCheck { .. } => Vec::new(),
            #[cfg(feature = "columns")]
            Self::Columns(_) => Vec::new(),
            Self::UnknownFact { .. }
            | Self::Choice(_)
            | Self::Argument { .. }
            | Self::UnknownPolicy { .. }
            | Self::Foreign(_) => Vec::new(),
        };
        #[cfg(feature = "load")]
        let (related, unreadable) = (self.mistakes(), self.unreadable());
        Envelope {
            code: code.to_owned(),
            message: text(wrong),
            help: text(help),
            problems,
            #[cfg(feature = "load")]
            r#where: related.first().map(|first| first.r#where.clone()).or(unreadable),
            #[cfg(feature = "load")]
            related,
        }
    }

    /// The mistakes of a pack.
    #[cfg(feature = "load")]
    fn mistakes(&self) -> Vec<Mistake> {
        match self {
            Self::Pack(LoadError::Faults(faults)) => faults.iter().map(Mistake::from).collect(),
            Self::Pack(LoadError::Unreadable { .. }) => Vec::new(),
            #[cfg(feature = "checks")]
            Self::InvalidInput { .. } | Self::NoSuchCheck { .. } => Vec::new(),
            #[cfg(feature = "columns")]
            Self::Columns(_) => Vec::new(),
            Self::InvalidFacts { .. }
            | Self::UnknownFact { .. }
            | Self::Choice(_)
            | Self::Argument { .. }
            | Self::UnknownPolicy { .. }
            | Self::Foreign(_) => Vec::new(),
        }
    }

    /// The file that can't be read.
    #[cfg(feature = "load")]
    fn unreadable(&self) -> Option<FilePlace> {
        match self {
            Self::Pack(LoadError::Unreadable { path, .. }) => {
                Some(FilePlace { file: path.display().to_string(), line: None, column: None })
            }
            Self::Pack(LoadError::Faults(_)) => None,
            #[cfg(feature = "checks")]
            Self::InvalidInput { .. } | Self::NoSuchCheck { .. } => None,
            #[cfg(feature = "columns")]
            Self::Columns(_) => None,
            Self::InvalidFacts { .. }
            | Self::UnknownFact { .. }
            | Self::Choice(_)
            | Self::Argument { .. }
            | Self::UnknownPolicy { .. }
            | Self::Foreign(_) => None,
        }
    }

    /// What the error is about: the names asked for, or what stands in the files.
    fn detail(&self) -> String {
        match self {
            Self::InvalidFacts { problems } => problems.len().to_string(),
            #[cfg(feature = "checks")]
            Self::InvalidInput { faults } => faults.len().to_string(),
            #[cfg(feature = "checks")]
            Self::NoSuchCheck { check } => format!("`{}`", check.code()),
            Self::UnknownFact { names, .. } => ticked(names),
            Self::Choice(ChoiceError::UnknownReading { reading, .. }) => format!("`{reading}`"),
            Self::Choice(ChoiceError::UnknownChoice { reading, choice, .. }) => {
                format!("`{reading}={choice}`")
            }
            Self::Argument { name: id, .. } | Self::UnknownPolicy { id } => format!("`{id}`"),
            #[cfg(feature = "load")]
            Self::Pack(error) => error.to_string(),
            Self::Foreign(error) => error.to_string(),
            #[cfg(feature = "columns")]
            Self::Columns(error) => error.to_string(),
        }
    }
}
