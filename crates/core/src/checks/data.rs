//! What a policy says of the checks: the rules' words and clauses, and the constants that they apply.
//! A policy that has no such part has no such check.

use super::governance::GovernanceTerms;
use super::leadership::LeadershipTerms;
use super::office::OfficeTerms;
use super::platform::PlatformTerms;
use super::procedure::ProcedureTerms;
use super::reports::ReportTerms;
use super::rule::{Check, CheckRule, Outcome};
use super::safeguards::SafeguardTerms;
use crate::policy::{ClauseRef, Text};

/// A policy's data of all checks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Checks {
    /// The rules, with their words.
    pub notes: Vec<CheckNote>,
    /// Steps and paths; none where the document describes none.
    pub procedure: Option<ProcedureTerms>,
    /// Leadership and staffing.
    pub leadership: Option<LeadershipTerms>,
    /// Offices and registration.
    pub office: Option<OfficeTerms>,
    /// Platforms.
    pub platform: Option<PlatformTerms>,
    /// Safeguards.
    pub safeguards: Option<SafeguardTerms>,
    /// The leading group.
    pub governance: Option<GovernanceTerms>,
    /// What is reported.
    pub report: Option<ReportTerms>,
}

/// What a policy says of a rule of a check.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckNote {
    /// The rule.
    pub rule: CheckRule,
    /// What it asks, in a few words.
    pub label: Text,
    /// The clauses that it carries, the deciding one first.
    pub clauses: Vec<ClauseRef>,
    /// The message of each outcome, with slots such as `{step}`.
    pub says: Vec<(Outcome, Text)>,
}

/// A code of the policy with its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: Text,
}

impl Checks {
    /// Whether the policy has a check.
    #[must_use]
    pub const fn has(&self, check: Check) -> bool {
        match check {
            Check::Procedure => self.procedure.is_some(),
            Check::Leadership => self.leadership.is_some(),
            Check::Office => self.office.is_some(),
            Check::Platform => self.platform.is_some(),
            Check::Safeguards => self.safeguards.is_some(),
            Check::Governance => self.governance.is_some(),
            Check::Report => self.report.is_some(),
        }
    }

    /// What the policy says of a rule; none where it has no such check.
    #[must_use]
    pub fn note(&self, rule: CheckRule) -> Option<&CheckNote> {
        self.notes.iter().find(|note| note.rule == rule)
    }

    /// The message of a rule's outcome, its slots open.
    #[must_use]
    pub fn says(&self, rule: CheckRule, outcome: Outcome) -> Option<&Text> {
        let mut says = self.note(rule)?.says.iter();
        says.find(|(known, _)| *known == outcome).map(|(_, text)| text)
    }

    /// The rules that carry a clause.
    pub fn rules_carrying(&self, clause: ClauseRef) -> impl Iterator<Item = CheckRule> + '_ {
        self.notes.iter().filter(move |note| note.clauses.contains(&clause)).map(|note| note.rule)
    }
}
