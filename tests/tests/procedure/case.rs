//! A subject of Yuxi, what happened to it, and what the check says of that on a day.

use std::sync::LazyLock;

use chrono::NaiveDate;
use qiaolian_core::checks::procedure::{
    Event, Plan, Procedure, ProcedureFacts, ProcedureTerms, StepState, plan, procedure,
};
use qiaolian_core::checks::{Check, CheckNote, CheckRule, Done, Finding, Outcome, SubjectView};
use qiaolian_core::model::{AsOf, BodyId, FormId, IdSet, KindId, PlaceId, StepId, Subject};
use qiaolian_core::policy::{ClauseRef, Policy, Rulebook, Text};
use qiaolian_tests::folder;

/// Yuxi's policy with words for the rules of the procedure.
pub static YUXI: LazyLock<Policy> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "every test needs it")]
    let mut rulebook = qiaolian_pack::load_dir(&folder().join("../crates/policies/yuxi-2020"))
        .expect("the pack of Yuxi is good");
    add_notes(&mut rulebook);
    Policy::new(rulebook)
});

fn add_notes(rulebook: &mut Rulebook) {
    let clause = ClauseRef::parse("3.1#2", &rulebook.provisions);
    let of_procedure = |rule: &CheckRule| rule.check() == Check::Procedure;
    for rule in CheckRule::ALL.iter().copied().filter(of_procedure) {
        if rulebook.checks.note(rule).is_some() {
            continue;
        }
        let slots: Vec<String> = rule.slots().iter().map(|slot| format!("{{{slot}}}")).collect();
        let says = |outcome: &Outcome| {
            let text = format!("{}: {}", outcome.code(), slots.join(" | "));
            (*outcome, Text { zh: text.clone(), en: text })
        };
        rulebook.checks.notes.push(CheckNote {
            rule,
            label: Text::default(),
            clauses: clause.into_iter().collect(),
            says: rule.outcomes().iter().map(says).collect(),
        });
    }
}

/// A subject and what is known of its procedure.
#[derive(Clone, Debug)]
pub struct Case {
    pub subject: Subject,
    pub facts: ProcedureFacts,
}

/// What the check says of a case.
pub struct Answer {
    pub view: SubjectView<'static>,
    pub procedure: Procedure<'static>,
}

pub fn day(text: &str) -> NaiveDate {
    let found = text.parse();
    assert!(found.is_ok(), "{text} is no day");
    found.unwrap_or_default()
}

pub fn terms() -> &'static ProcedureTerms {
    #[expect(clippy::expect_used, reason = "every test needs it")]
    YUXI.rulebook().checks.procedure.as_ref().expect("Yuxi describes its procedure")
}

pub fn step(code: &str) -> StepId {
    let found = terms().steps.find(|step| step.code == code).map(|(id, _)| id);
    assert!(found.is_some(), "no step {code}");
    found.unwrap_or_default()
}

pub fn body(code: &str) -> BodyId {
    let found = terms().bodies.find(|body| body.code == code).map(|(id, _)| id);
    assert!(found.is_some(), "no body {code}");
    found.unwrap_or_default()
}

pub fn form(code: &str) -> FormId {
    let found = YUXI.rulebook().form(code);
    assert!(found.is_some(), "no form {code}");
    found.unwrap_or_default()
}

pub fn kind(code: &str) -> KindId {
    let found = YUXI.rulebook().kind(code);
    assert!(found.is_some(), "no kind {code}");
    found.unwrap_or_default()
}

impl Case {
    fn of(subject: Subject) -> Self {
        Self { subject, facts: ProcedureFacts::default() }
    }

    /// A place of a county by its official name; the county itself where both names are one.
    pub fn place(county: &str, name: &str) -> Self {
        let places = &YUXI.rulebook().places;
        let of_county = |of: PlaceId| places.get(of).is_some_and(|found| found.name == county);
        let found = places.find(|place| place.name == name && of_county(place.county));
        assert!(found.is_some(), "no {name} in {county}");
        let subject = found.map(|(id, place)| Subject {
            place: Some(id),
            county: Some(place.county),
            ..Subject::unknown(place.kind)
        });
        Self::of(subject.unwrap_or_else(|| Subject::unknown(KindId::default())))
    }

    pub fn county(name: &str) -> Self {
        Self::place(name, name)
    }

    /// A unit of a county.
    pub fn unit(county: &str, kind_code: &str) -> Self {
        let mut case = Self::county(county);
        case.subject = Subject { place: None, kind: kind(kind_code), ..case.subject };
        case
    }

    /// So many people of all groups together.
    pub fn people(mut self, people: u32) -> Self {
        self.subject.counts = self.subject.counts.with_total(people);
        self
    }

    /// The organisation on record, perhaps with its day.
    pub fn record(mut self, code: &str, on: Option<&str>) -> Self {
        self.subject.existing_form = Some(form(code));
        self.subject.established_on = on.map(day);
        self
    }

    pub fn excepted(mut self) -> Self {
        self.subject.exception_agreed = Some(true);
        self
    }

    pub fn conditions_not_met(mut self) -> Self {
        self.subject.conditions_met = Some(false);
        self
    }

    /// The form that is being set up.
    pub fn sets_up(mut self, code: &str) -> Self {
        self.facts.form = Some(form(code));
        self
    }

    pub fn office(mut self, office: bool) -> Self {
        self.facts.office = Some(office);
        self
    }

    /// Whether the federation of a level above is there.
    pub fn federation(mut self, level: &str, done: Done) -> Self {
        self.facts.federations.push((kind(level), done));
        self
    }

    /// Nothing happened, and that is known.
    pub fn nothing_happened(mut self) -> Self {
        self.facts.events.get_or_insert_default();
        self
    }

    /// A step was done on a day, the bodies not recorded.
    pub fn did(self, code: &str, on: &str) -> Self {
        self.event(code, Some(on), None)
    }

    /// Steps were done on days that nobody recorded.
    pub fn did_all(self, codes: &[&str]) -> Self {
        codes.iter().fold(self, |case, code| case.event(code, None, None))
    }

    /// A step was done on a day with these bodies.
    pub fn did_with(self, code: &str, on: &str, bodies: &[&str]) -> Self {
        self.event(code, Some(on), Some(bodies))
    }

    fn event(mut self, code: &str, on: Option<&str>, bodies: Option<&[&str]>) -> Self {
        let bodies = bodies.map(|bodies| bodies.iter().map(|code| body(code)).collect());
        let event = Event { step: step(code), on: on.map(day), bodies };
        self.facts.events.get_or_insert_default().push(event);
        self
    }

    /// Nobody knows whether a step was done.
    pub fn unknown(mut self, code: &str) -> Self {
        self.facts.events.get_or_insert_default();
        self.facts.unknown = self.facts.unknown.with(step(code));
        self
    }

    /// What the check says on a day.
    pub fn on(&self, date: &str) -> Answer {
        self.as_of(AsOf { date: day(date), due_soon_days: 90 })
    }

    pub fn as_of(&self, as_of: AsOf) -> Answer {
        #[expect(clippy::expect_used, reason = "cases are made from the policy that decides them")]
        let view = SubjectView::new(&YUXI, self.subject, as_of).expect("a subject of Yuxi");
        #[expect(clippy::expect_used, reason = "every test needs it")]
        let procedure = procedure(&view, &self.facts).expect("Yuxi describes its procedure");
        Answer { view, procedure }
    }
}

fn codes(steps: impl IntoIterator<Item = StepId>) -> Vec<&'static str> {
    let codes = steps.into_iter().filter_map(|step| terms().steps.get(step));
    codes.map(|item| item.code.as_str()).collect()
}

pub fn body_codes(bodies: IdSet<BodyId>) -> Vec<&'static str> {
    bodies
        .iter()
        .filter_map(|body| terms().bodies.get(body))
        .map(|body| body.code.as_str())
        .collect()
}

impl Answer {
    /// The path's code; none where there is none.
    pub fn path(&self) -> Option<&str> {
        self.procedure.path.map(|path| path.code.as_str())
    }

    pub fn all(&self) -> Vec<&'static str> {
        codes(self.procedure.steps.iter().map(|step| step.step))
    }

    /// The steps in a state, in order.
    pub fn steps(&self, state: StepState) -> Vec<&'static str> {
        let of_state = self.procedure.steps.iter().filter(|step| step.state == state);
        codes(of_state.map(|step| step.step))
    }

    pub fn blocked_by(&self, code: &str) -> Vec<&'static str> {
        let found = self.procedure.steps.iter().find(|known| known.step == step(code));
        codes(found.into_iter().flat_map(|step| step.blocked_by.iter()))
    }

    /// The findings of a rule.
    pub fn of(&self, rule: CheckRule) -> impl Iterator<Item = &Finding> {
        self.procedure.findings.iter().filter(move |finding| finding.rule == rule)
    }

    /// The only finding of a rule.
    pub fn only(&self, rule: CheckRule) -> &Finding {
        let mut found = self.of(rule);
        #[expect(clippy::expect_used, reason = "tests ask for a rule that has one finding")]
        let first = found.next().expect("a finding of this rule");
        assert!(found.next().is_none(), "several findings of {}", rule.code());
        first
    }

    /// The finding of a rule for a step.
    pub fn at(&self, rule: CheckRule, code: &str) -> &Finding {
        let label = terms().steps.get(step(code)).map(|item| &item.label);
        let of_step = |finding: &&Finding| {
            finding.slots.iter().any(|(slot, text)| *slot == "step" && Some(text) == label)
        };
        let mut found = self.of(rule).filter(of_step);
        #[expect(clippy::expect_used, reason = "tests ask for a step that has a finding")]
        let first = found.next().expect("a finding of this rule for this step");
        assert!(found.next().is_none(), "several findings of {} for {code}", rule.code());
        first
    }

    pub fn outcome(&self, rule: CheckRule, code: &str) -> Outcome {
        self.at(rule, code).outcome
    }

    /// A finding's filling of a slot, in Chinese.
    pub fn says<'f>(&self, finding: &'f Finding, slot: &str) -> &'f str {
        let found = finding.slots.iter().find(|(known, _)| *known == slot);
        found.map_or("", |(_, text)| &text.zh)
    }

    pub fn clause(&self, finding: &Finding) -> String {
        finding.clause.code(&self.view.policy.rulebook().provisions)
    }

    pub fn plan(&self) -> Plan<'static> {
        plan(&self.procedure)
    }

    /// The plan's stages by the codes of their steps.
    pub fn stages(&self) -> Vec<Vec<&'static str>> {
        let stages = self.plan().stages;
        stages.iter().map(|steps| codes(steps.iter().map(|step| step.step))).collect()
    }
}
