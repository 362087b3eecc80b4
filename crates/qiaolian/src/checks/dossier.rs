//! One view of a place or unit: its determination and what every check finds of it, with what is to do.

use chrono::NaiveDate;
use indexmap::IndexMap;
use qiaolian_core::checks::{Check, Counts, Finding, Summary};
use qiaolian_core::policy::Lang;
use qiaolian_render as render;
use serde::{Deserialize, Serialize};

use super::case::Case;
use super::findings::{FindingEntry, has_not_met};
use super::{LookedAt, subject};
use crate::determination::Determination;
use crate::error::{Error, words_of};
use crate::policy::{Policy, Question};

/// The checks of one place or unit, in the order in which a dossier has them.
const PARTS: [Check; 5] =
    [Check::Procedure, Check::Leadership, Check::Office, Check::Platform, Check::Safeguards];

/// The library and its version.
const LIBRARY: &str = concat!("qiaolian ", env!("CARGO_PKG_VERSION"));

/// What a policy says of one place or unit as a whole.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dossier {
    /// What is asked of it, with reason and trace.
    pub determination: Determination,
    /// What each check finds, in the order of the document's parts; none that finds nothing.
    pub checks: Vec<CheckFindings>,
    /// What that comes to together.
    pub summary: DossierSummary,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The policy and its version.
    pub policy: String,
    /// Digest of the policy's data, `sha256:…`.
    pub policy_digest: String,
    /// The choices in force that aren't the default.
    pub readings: IndexMap<String, String>,
    /// The library and its version.
    pub library: String,
}

/// What one check finds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckFindings {
    /// The check.
    pub check: Check,
    /// What was found, rule by rule.
    pub findings: Vec<FindingEntry>,
}

/// What the findings of all checks come to together.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DossierSummary {
    /// How many there are of each outcome.
    pub counts: Counts,
    /// What is to do: what isn't met, then what isn't yet; each by its date, what has none at the end.
    pub to_do: Vec<FindingEntry>,
    /// What people have to decide.
    pub to_decide: Vec<FindingEntry>,
    /// The facts that would settle what is open, each once, as paths of the input: those of the
    /// determination first.
    pub missing: Vec<String>,
}

impl Dossier {
    /// Whether something was found that is not met.
    #[must_use]
    pub fn has_not_met(&self) -> bool {
        self.checks.iter().any(|check| has_not_met(&check.findings))
    }
}

impl Policy {
    /// One place or unit as a whole: its determination, and what the checks of its parts find.
    ///
    /// # Errors
    /// As [`Policy::leadership`], of all parts of the case.
    pub fn dossier(&self, case: &Case, question: impl Into<Question>) -> Result<Dossier, Error> {
        let whole = Whole::of(self, case, question.into())?;
        let (looked_at, summary) = (&whole.looked_at, whole.summary());
        let entries = |found: &[&Finding]| looked_at.entries(found.iter().copied());
        let checks = whole.checks.iter().map(|(check, found)| CheckFindings {
            check: *check,
            findings: looked_at.entries(found),
        });
        let rulebook = self.core().rulebook();
        Ok(Dossier {
            determination: looked_at.assessment.determination(),
            checks: checks.collect(),
            summary: DossierSummary {
                counts: summary.counts,
                to_do: entries(&summary.to_do),
                to_decide: entries(&summary.to_decide),
                missing: summary.missing,
            },
            as_of: looked_at.assessment.question().as_of,
            policy: rulebook.name(),
            policy_digest: rulebook.digest.clone(),
            readings: self.other_readings(),
            library: LIBRARY.to_owned(),
        })
    }

    /// The same as a tree of lines to read, in the question's language.
    ///
    /// # Errors
    /// As [`Policy::dossier`].
    pub fn dossier_text(
        &self,
        case: &Case,
        question: impl Into<Question>,
    ) -> Result<String, Error> {
        let whole = Whole::of(self, case, question.into())?;
        Ok(whole.rendered(|dossier| dossier.tree().to_string()))
    }

    /// The same as a page of HTML in the question's language: one file that loads nothing, runs
    /// nothing, and prints on A4.
    ///
    /// # Errors
    /// As [`Policy::dossier`].
    pub fn dossier_html(
        &self,
        case: &Case,
        question: impl Into<Question>,
    ) -> Result<String, Error> {
        let whole = Whole::of(self, case, question.into())?;
        Ok(whole.rendered(|dossier| dossier.page()))
    }
}

/// A case with all that is found of it.
struct Whole<'p> {
    looked_at: LookedAt<'p>,
    checks: Vec<(Check, Vec<Finding>)>,
}

impl<'p> Whole<'p> {
    fn of(policy: &'p Policy, case: &Case, question: Question) -> Result<Self, Error> {
        let told = |error: Error| {
            let told = PARTS.map(|part| subject::told(error.clone(), policy, part, case, question));
            together(told)
        };
        let looked_at = policy.look_at(case, question).map_err(told)?;
        let (mut checks, mut wrong) = (Vec::new(), Vec::new());
        for part in PARTS {
            match looked_at.found(part, case) {
                Ok(found) if found.is_empty() => {}
                Ok(found) => checks.push((part, found)),
                Err(error) => wrong.push(error),
            }
        }
        if wrong.is_empty() { Ok(Self { looked_at, checks }) } else { Err(together(wrong)) }
    }

    fn summary(&self) -> Summary<'_> {
        let findings = self.checks.iter().flat_map(|(_, found)| found);
        Summary::of(self.looked_at.view.missing(), findings)
    }

    fn rendered(&self, write: impl Fn(&render::Dossier<'_>) -> String) -> String {
        let assessment = &self.looked_at.assessment;
        let lang: Lang = assessment.question().lang;
        let words = &assessment.policy().core().rulebook().words;
        let warnings: Vec<String> =
            assessment.warnings().map(|code| words_of(words, "warning", code, lang)).collect();
        write(&render::Dossier {
            view: assessment.view(),
            responsible: &assessment.responsible(),
            warnings: &warnings,
            checks: &self.checks,
            summary: &self.summary(),
            library: LIBRARY,
            lang,
        })
    }
}

/// Errors of several checks as one. Two may look at one part of a case, and find one mistake.
fn together(errors: impl IntoIterator<Item = Error>) -> Error {
    let mut all = Vec::new();
    for error in errors {
        let Error::InvalidInput { faults } = error else { return error };
        for fault in faults {
            if !all.contains(&fault) {
                all.push(fault);
            }
        }
    }
    Error::InvalidInput { faults: all }
}
