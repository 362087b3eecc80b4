//! The checks of the rest of a document: a case in, findings out.

mod case;
mod dossier;
mod fault;
mod findings;
mod json;
mod lower;
mod procedure;
mod read;
mod reader;
mod rules;
mod subject;

pub use case::{
    CadreInput, Case, CountyReportInput, EventInput, GovernanceInput, LeadershipInput, LevelInput,
    MemberInput, OfficeInput, PlatformInput, ProcedureInput, ReportInput, SafeguardsInput,
    SeatInput,
};
pub use dossier::{CheckFindings, Dossier, DossierSummary};
pub use fault::{InputFault, Wanted};
pub use findings::{FindingEntry, Findings, PlaceFindings, ReportFindings, SubjectEntry};
pub use procedure::{
    BodyEntry, DeadlineEntry, NotThereEntry, OutOfOrderEntry, PlanReport, ProcedureReport,
    RemainingEntry, StepEntry,
};
pub use qiaolian_core::checks::leadership::{Identity, Section, Time};
pub use qiaolian_core::checks::procedure::StepState;
pub use qiaolian_core::checks::{Check, CheckRule, Done, Outcome};
pub use read::{from_json, from_value};
pub use rules::RuleEntry;

use qiaolian_core::checks::{
    Checks, Finding, SubjectView, governance, leadership, office, platform, reports, safeguards,
};
use qiaolian_core::explain::Responsible;
use qiaolian_core::model::{KindId, PlaceId};
use qiaolian_resolve::Options;

use crate::assessment::Assessment;
use crate::determination::Bodies;
use crate::error::Error;
use crate::facts::Facts;
use crate::policy::{Policy, Question};
use read::Codes;

impl Policy {
    /// Who leads and staffs a federation (3.3), and the steps of its election (3.1).
    ///
    /// # Errors
    /// [`Error::InvalidInput`] with everything that is wrong with the subject's facts, and every code
    /// that the policy doesn't have; [`Error::NoSuchCheck`] where its document says nothing of it.
    pub fn leadership(
        &self,
        case: &Case,
        question: impl Into<Question>,
    ) -> Result<Findings, Error> {
        let looked_at = self.look_at_part(Check::Leadership, case, question.into())?;
        Ok(looked_at.findings(Check::Leadership, looked_at.leadership(case)?))
    }

    /// A federation's office and registration (3.2).
    ///
    /// # Errors
    /// As [`Policy::leadership`].
    pub fn office(&self, case: &Case, question: impl Into<Question>) -> Result<Findings, Error> {
        let looked_at = self.look_at_part(Check::Office, case, question.into())?;
        Ok(looked_at.findings(Check::Office, looked_at.office(case)?))
    }

    /// A subject's homes, groups and activities (3.4).
    ///
    /// # Errors
    /// As [`Policy::leadership`].
    pub fn platform(&self, case: &Case, question: impl Into<Question>) -> Result<Findings, Error> {
        let looked_at = self.look_at_part(Check::Platform, case, question.into())?;
        Ok(looked_at.findings(Check::Platform, looked_at.platform(case)?))
    }

    /// A federation's standing, funds and training (3.5).
    ///
    /// # Errors
    /// As [`Policy::leadership`].
    pub fn safeguards(
        &self,
        case: &Case,
        question: impl Into<Question>,
    ) -> Result<Findings, Error> {
        let looked_at = self.look_at_part(Check::Safeguards, case, question.into())?;
        Ok(looked_at.findings(Check::Safeguards, looked_at.safeguards(case)?))
    }

    /// The composition of the group that leads the whole work (4), by post.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] with every code that the policy doesn't have.
    pub fn governance(
        &self,
        input: &GovernanceInput,
        question: impl Into<Question>,
    ) -> Result<Findings, Error> {
        self.has(Check::Governance)?;
        let question = question.into();
        let mut codes = Codes::default();
        let facts = lower::governance(&mut codes, &self.core().rulebook().checks, input);
        let facts = codes.whole(facts)?;
        let found = governance::governance(self.core(), &facts, self.date(question));
        Ok(Findings {
            check: Check::Governance,
            subject: None,
            findings: found.iter().map(|found| FindingEntry::of(found, self, &[])).collect(),
            as_of: question.as_of,
            policy: self.core().rulebook().name(),
            readings: self.other_readings(),
        })
    }

    /// What was reported by a date (5.4), of each place that owes it.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] with every county and code that the policy doesn't have.
    pub fn report(
        &self,
        input: &ReportInput,
        question: impl Into<Question>,
    ) -> Result<ReportFindings, Error> {
        self.has(Check::Report)?;
        let question = question.into();
        let mut codes = Codes::default();
        let facts = lower::reports(&mut codes, self, input);
        let facts = codes.whole(facts)?;
        let rulebook = self.core().rulebook();
        let places = reports::reports(self.core(), &facts, self.date(question));
        let places = places.iter().map(|reported| {
            let place = rulebook.places.of(reported.place);
            let county = &rulebook.places.of(place.county).name;
            let responsible = self.responsible_for_reports(reported.place, question);
            let posts = Bodies::named(&responsible, Some(county), question.lang).posts;
            PlaceFindings {
                subject: SubjectEntry {
                    code: Some(place.code.clone()),
                    name: Some(place.name.clone()),
                    county: Some(county.clone()),
                    kind: rulebook.kinds.of(place.kind).code.clone(),
                },
                findings: reported
                    .findings
                    .iter()
                    .map(|found| FindingEntry::of(found, self, &posts))
                    .collect(),
            }
        });
        Ok(ReportFindings {
            check: Check::Report,
            places: places.collect(),
            as_of: question.as_of,
            policy: rulebook.name(),
            readings: self.other_readings(),
        })
    }

    /// The case as a check of one of its parts looks at it.
    fn look_at_part(
        &self,
        check: Check,
        case: &Case,
        question: Question,
    ) -> Result<LookedAt<'_>, Error> {
        self.has(check)?;
        let told = |error| subject::told(error, self, check, case, question);
        self.look_at(case, question).map_err(told)
    }

    /// Whether the policy's document says anything of a check.
    fn has(&self, check: Check) -> Result<(), Error> {
        let known = self.core().rulebook().checks.has(check);
        if known { Ok(()) } else { Err(Error::NoSuchCheck { check }) }
    }

    fn look_at(&self, case: &Case, question: Question) -> Result<LookedAt<'_>, Error> {
        let assessment = self.assessment(&case.subject, question)?;
        let date = self.date(question);
        let view = SubjectView::new(self.core(), assessment.resolved().subject, date)?;
        Ok(LookedAt { assessment, view })
    }

    /// The place of that name or code among those that owe the report.
    fn reporting(&self, written: &str) -> Option<PlaceId> {
        let (rulebook, kind) = (self.core().rulebook(), self.reporting_kind()?);
        let is_code = written.bytes().all(|byte| byte.is_ascii_digit());
        let facts = Facts::new().kind(&rulebook.kinds.of(kind).code);
        let facts = if is_code { facts.code(written) } else { facts.name(written) };
        let record = facts.record(rulebook).ok()?;
        let resolved = self.resolver().resolve(self.core(), &record, &Options::default());
        resolved.result.ok()?.subject.place
    }

    /// The names of those places.
    fn reporting_names(&self) -> Vec<String> {
        let places = self.core().owed_reports();
        let names = places.map(|(place, _)| self.core().rulebook().places.of(place).name.clone());
        names.collect()
    }

    fn reporting_kind(&self) -> Option<KindId> {
        let (place, _) = self.core().owed_reports().next()?;
        Some(self.core().rulebook().places.of(place).kind)
    }

    /// Who answers for the reports of a place.
    fn responsible_for_reports(&self, place: PlaceId, question: Question) -> Responsible<'_> {
        let mut owed = self.core().owed_reports().filter(|(owing, _)| *owing == place);
        let date = self.date(question);
        let responsible = |(place, report)| self.core().responsible_for_report(place, report, date);
        owed.next().map(responsible).unwrap_or_default()
    }
}

/// A case while it is looked at.
struct LookedAt<'p> {
    assessment: Assessment<'p>,
    view: SubjectView<'p>,
}

impl LookedAt<'_> {
    fn checks(&self) -> &Checks {
        &self.assessment.policy().core().rulebook().checks
    }

    /// What a check of one place or unit finds; nothing of those that are of the whole.
    fn found(&self, check: Check, case: &Case) -> Result<Vec<Finding>, Error> {
        match check {
            Check::Leadership => self.leadership(case),
            Check::Office => self.office(case),
            Check::Platform => self.platform(case),
            Check::Safeguards => self.safeguards(case),
            Check::Procedure if self.checks().has(check) => Ok(self.procedure(case)?.findings),
            Check::Procedure | Check::Governance | Check::Report => Ok(Vec::new()),
        }
    }

    fn leadership(&self, case: &Case) -> Result<Vec<Finding>, Error> {
        let mut codes = Codes::default();
        let facts = lower::leadership(&mut codes, self.checks(), &case.leadership, &case.procedure);
        let office = lower::office(&mut codes, self.checks(), &case.office);
        codes
            .whole((facts, office))
            .map(|(facts, office)| leadership::leadership(&self.view, &facts, &office))
    }

    fn office(&self, case: &Case) -> Result<Vec<Finding>, Error> {
        let mut codes = Codes::default();
        let facts = lower::office(&mut codes, self.checks(), &case.office);
        codes.whole(facts).map(|facts| office::office(&self.view, &facts))
    }

    fn platform(&self, case: &Case) -> Result<Vec<Finding>, Error> {
        let mut codes = Codes::default();
        let rulebook = self.assessment.policy().core().rulebook();
        let facts = lower::platform(&mut codes, rulebook, &case.platform);
        codes.whole(facts).map(|facts| platform::platform(&self.view, &facts))
    }

    fn safeguards(&self, case: &Case) -> Result<Vec<Finding>, Error> {
        let mut codes = Codes::default();
        let facts = lower::safeguards(&mut codes, &case.safeguards);
        codes.whole(facts).map(|facts| safeguards::safeguards(&self.view, &facts))
    }

    /// The findings as plain values, with the posts that answer for the subject.
    fn entries<'f>(&self, found: impl IntoIterator<Item = &'f Finding>) -> Vec<FindingEntry> {
        let policy = self.assessment.policy();
        let posts = self.assessment.bodies(self.assessment.question().lang).posts;
        found.into_iter().map(|found| FindingEntry::of(found, policy, &posts)).collect()
    }

    fn findings(&self, check: Check, found: Vec<Finding>) -> Findings {
        let policy = self.assessment.policy();
        Findings {
            check,
            subject: Some(SubjectEntry::of(&self.assessment)),
            findings: self.entries(&found),
            as_of: self.assessment.question().as_of,
            policy: policy.core().rulebook().name(),
            readings: policy.other_readings(),
        }
    }
}
