//! What comes out of the checks: findings as plain values, the same on every surface.

use chrono::NaiveDate;
use indexmap::IndexMap;
use qiaolian_core::checks::{Check, CheckRule, Finding, Outcome};
use qiaolian_core::policy::Text;
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::policy::Policy;

/// What a check finds of one subject, or of the whole.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Findings {
    /// The check.
    pub check: Check,
    /// The subject; null where the check is of the whole.
    pub subject: Option<SubjectEntry>,
    /// What was found, rule by rule.
    pub findings: Vec<FindingEntry>,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The policy and its version.
    pub policy: String,
    /// The choices in force that aren't the default.
    pub readings: IndexMap<String, String>,
}

/// What was found of the reports, place by place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportFindings {
    /// The check.
    pub check: Check,
    /// Each place that owes the report, in the policy's order.
    pub places: Vec<PlaceFindings>,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The policy and its version.
    pub policy: String,
    /// The choices in force that aren't the default.
    pub readings: IndexMap<String, String>,
}

/// What was found of one place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlaceFindings {
    /// The place.
    pub subject: SubjectEntry,
    /// What was found, rule by rule.
    pub findings: Vec<FindingEntry>,
}

/// Which subject it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SubjectEntry {
    /// Division code; null where none is known.
    pub code: Option<String>,
    /// Name, official where resolved, else as written.
    pub name: Option<String>,
    /// County, official where resolved, else as written.
    pub county: Option<String>,
    /// Kind, by code.
    pub kind: String,
}

/// What was found of one rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingEntry {
    /// The rule.
    pub rule: CheckRule,
    /// The clause that it rests on, `3.3#6`.
    pub provision: String,
    /// What was found.
    pub outcome: Outcome,
    /// The same in words.
    pub message: Text,
    /// The facts that would settle it, as paths of the input.
    pub missing: Vec<String>,
    /// By when; null where the document gives no date.
    pub due: Option<NaiveDate>,
    /// The posts that answer for it; none where it doesn't apply.
    pub responsible_posts: Vec<String>,
}

impl FindingEntry {
    pub(super) fn of(finding: &Finding, policy: &Policy, posts: &[String]) -> Self {
        let rulebook = policy.core().rulebook();
        let posts = match finding.outcome {
            Outcome::NotApplicable => &[],
            Outcome::Met
            | Outcome::NotYet
            | Outcome::NotMet
            | Outcome::Advice
            | Outcome::Review
            | Outcome::Unknown => posts,
        };
        Self {
            rule: finding.rule,
            provision: finding.clause.code(&rulebook.provisions),
            outcome: finding.outcome,
            message: finding.message(&rulebook.checks),
            missing: finding.missing.clone(),
            due: finding.due,
            responsible_posts: posts.to_vec(),
        }
    }
}

impl SubjectEntry {
    pub(super) fn of(assessment: &Assessment<'_>) -> Self {
        let resolved = assessment.resolved();
        Self {
            code: resolved.code.clone(),
            name: resolved.name.clone(),
            county: resolved.county.clone(),
            kind: assessment.kind().to_owned(),
        }
    }
}

impl Findings {
    /// Whether something was found that is not met.
    #[must_use]
    pub fn has_not_met(&self) -> bool {
        has_not_met(&self.findings)
    }
}

impl ReportFindings {
    /// Whether something was found that is not met.
    #[must_use]
    pub fn has_not_met(&self) -> bool {
        self.places.iter().any(PlaceFindings::has_not_met)
    }
}

impl PlaceFindings {
    /// Whether something was found that is not met.
    #[must_use]
    pub fn has_not_met(&self) -> bool {
        has_not_met(&self.findings)
    }
}

/// Whether something was found that is not met.
pub(super) fn has_not_met(findings: &[FindingEntry]) -> bool {
    findings.iter().any(|finding| finding.outcome == Outcome::NotMet)
}
