//! What comes out for one subject: plain values, the same on every surface.

use chrono::NaiveDate;
use qiaolian_core::compile::day_of;
use qiaolian_core::explain::{Fact, Responsible, Step, Value};
use qiaolian_core::model::{Duty, Fulfilment, People, Status};
use qiaolian_core::policy::{Lang, Rule, Rulebook, Text};
use qiaolian_render::{body, reason, write_day};
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::named::Named;

/// What a policy says of one subject on one date, with what it rests on and what it lacks.
///
/// Codes are the policy's. Only `reason` (both languages) and the responsible units and posts (the
/// language asked for) are words for people.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Determination {
    /// The row of the register below its header, from 1; null for a single subject.
    pub row: Option<u64>,
    /// Division code; null where none is known.
    pub code: Option<String>,
    /// Name, official where resolved, else as written.
    pub name: Option<String>,
    /// County, official where resolved, else as written.
    pub county: Option<String>,
    /// Kind, by code.
    pub kind: String,
    /// Whether it is one of the key areas.
    pub key_area: bool,
    /// People counted: the fewest that there can be.
    pub count: u64,
    /// Whether that is all of them.
    pub count_is_complete: bool,
    /// The smallest number of people from which the subject's upper duty holds; null where none decides.
    pub threshold: Option<u32>,
    /// How many people are short of the threshold; null where none are.
    pub shortfall: Option<u64>,
    /// The duty, or `undetermined` while several are possible.
    pub duty: DutyOrOpen,
    /// The duties possible, strongest first.
    pub possible_duties: Vec<Duty>,
    /// The forms that fulfil it, by code.
    pub forms: Vec<String>,
    /// The last day in time; null where there is none, or possible outcomes differ.
    pub due: Option<NaiveDate>,
    /// How far the existing organisation fulfils it.
    pub fulfilment: Fulfilment,
    /// Where the subject stands on the date.
    pub status: Status,
    /// Days from the date to `due`, negative when past, while something is owed or may be.
    pub days_left: Option<i32>,
    /// The facts that would settle what is open, by column.
    pub missing: Vec<String>,
    /// Units that answer for it.
    pub responsible_units: Vec<String>,
    /// Posts that answer for it.
    pub responsible_posts: Vec<String>,
    /// Those of the units that are known not to be there yet.
    pub bodies_not_yet_there: Vec<String>,
    /// The provisions that it rests on, in ascending order.
    pub provisions: Vec<String>,
    /// Readings of which another choice, alone, would change duty, fulfilment or status.
    pub decisive_readings: Vec<String>,
    /// What was odd about the record.
    pub warnings: Vec<String>,
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The policy and its version.
    pub policy: String,
    /// The choices in force that aren't the default.
    pub readings: Named<String>,
    /// Why, in one sentence.
    pub reason: Text,
    /// Every condition that was looked at.
    pub trace: Vec<TraceStep>,
    /// The register's own columns that mean nothing to the rules, as text; absent where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Named<String>"))]
    pub extra: Option<Named<String>>,
}

/// A duty, or that it is still open.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DutyOrOpen {
    /// A plain directive.
    Must,
    /// 原则上必须.
    InPrincipleMust,
    /// 应.
    Should,
    /// 原则上均应.
    InPrincipleShould,
    /// 可以.
    May,
    /// Nothing is asked.
    None,
    /// Several are possible.
    Undetermined,
}

impl DutyOrOpen {
    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Must => Duty::Must.code(),
            Self::InPrincipleMust => Duty::InPrincipleMust.code(),
            Self::Should => Duty::Should.code(),
            Self::InPrincipleShould => Duty::InPrincipleShould.code(),
            Self::May => Duty::May.code(),
            Self::None => Duty::None.code(),
            Self::Undetermined => Status::Undetermined.code(),
        }
    }

    /// The duty; none where several are possible.
    #[must_use]
    pub const fn known(self) -> Option<Duty> {
        match self {
            Self::Must => Some(Duty::Must),
            Self::InPrincipleMust => Some(Duty::InPrincipleMust),
            Self::Should => Some(Duty::Should),
            Self::InPrincipleShould => Some(Duty::InPrincipleShould),
            Self::May => Some(Duty::May),
            Self::None => Some(Duty::None),
            Self::Undetermined => None,
        }
    }
}

impl Serialize for DutyOrOpen {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl From<Option<Duty>> for DutyOrOpen {
    fn from(duty: Option<Duty>) -> Self {
        match duty {
            Some(Duty::Must) => Self::Must,
            Some(Duty::InPrincipleMust) => Self::InPrincipleMust,
            Some(Duty::Should) => Self::Should,
            Some(Duty::InPrincipleShould) => Self::InPrincipleShould,
            Some(Duty::May) => Self::May,
            Some(Duty::None) => Self::None,
            None => Self::Undetermined,
        }
    }
}

/// One condition that was looked at.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TraceStep {
    /// The rule that asks.
    pub rule: Rule,
    /// The whole provision that it rests on; null where the document doesn't speak of it.
    pub provision: Option<String>,
    /// The clause, `2.2#1`.
    pub clause: Option<String>,
    /// The fact that it looks at.
    pub fact: Fact,
    /// What was found; null where unknown.
    pub observed: TraceValue,
    /// What was wanted.
    pub wanted: TraceValue,
    /// Whether it holds.
    pub holds: Holds,
}

/// A value of a trace: an id, a number, a date, yes or no; never words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum TraceValue {
    /// Unknown.
    Unknown(()),
    /// Yes or no.
    Truth(bool),
    /// A number.
    Number(u64),
    /// A code, a date, or an open number of people such as `12..` or `12..40`.
    Text(String),
    /// Any of some codes.
    AnyOf(Vec<String>),
}

/// Whether a condition holds: `true`, `false`, or `"unknown"`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Holds {
    /// It does or doesn't.
    Known(bool),
    /// That can't be decided.
    Unknown(UnknownHolds),
}

/// The word for a condition that can't be decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnknownHolds {
    /// It can't be decided.
    Unknown,
}

impl Determination {
    /// The plain values of an assessment, with its reason and trace.
    pub(crate) fn of(assessment: &Assessment<'_>, lang: Lang) -> Self {
        let policy = assessment.policy.core();
        let rulebook = policy.rulebook();
        let decision = &assessment.decision;
        let view = assessment.view();
        let bodies = assessment.bodies(lang);
        let trace = policy
            .explain(&assessment.resolved.subject, assessment.question_date())
            .map(|explained| explained.trace)
            .unwrap_or_default();
        Self {
            row: None,
            code: assessment.resolved.code.clone(),
            name: assessment.resolved.name.clone(),
            county: assessment.resolved.county.clone(),
            kind: assessment.kind().to_owned(),
            key_area: decision.key_area,
            count: decision.people.least,
            count_is_complete: decision.people.is_complete(),
            threshold: decision.threshold,
            shortfall: decision.shortfall(),
            duty: decision.duty.into(),
            possible_duties: decision.possible_duties.iter().collect(),
            forms: owned(assessment.forms()),
            due: decision.due.and_then(day_of),
            fulfilment: decision.fulfilment,
            status: decision.status,
            days_left: decision.days_left,
            missing: owned(assessment.missing()),
            responsible_units: bodies.units,
            responsible_posts: bodies.posts,
            bodies_not_yet_there: bodies.not_yet_there,
            provisions: owned(assessment.provisions()),
            decisive_readings: owned(assessment.decisive_readings()),
            warnings: owned(assessment.warnings()),
            as_of: view.as_of,
            policy: rulebook.name(),
            readings: assessment.policy.other_readings(),
            reason: Text { zh: reason(&view, Lang::Zh), en: reason(&view, Lang::En) },
            trace: trace.iter().map(|step| TraceStep::of(step, rulebook)).collect(),
            extra: None,
        }
    }
}

fn owned<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut owned = Vec::new();
    for text in texts {
        owned.push(text.to_owned());
    }
    owned
}

impl TraceStep {
    fn of(step: &Step, rulebook: &Rulebook) -> Self {
        Self {
            rule: step.rule,
            provision: step
                .clause
                .map(|clause| rulebook.provisions.of(clause.provision).id.clone()),
            clause: step.clause.map(|clause| clause.code(&rulebook.provisions)),
            fact: step.fact,
            observed: TraceValue::of(&step.observed, rulebook),
            wanted: TraceValue::of(&step.wanted, rulebook),
            holds: step.holds.map_or(Holds::Unknown(UnknownHolds::Unknown), Holds::Known),
        }
    }
}

impl TraceValue {
    fn of(value: &Value, rulebook: &Rulebook) -> Self {
        let kind = |kind| rulebook.kinds.of(kind).code.as_str();
        let form = |form| rulebook.forms.of(form).code.as_str();
        match value {
            Value::Unknown => Self::Unknown(()),
            Value::Truth(truth) => Self::Truth(*truth),
            Value::Number(number) => Self::Number(*number),
            Value::People(People { least, most: None }) => Self::Text(format!("{least}..")),
            Value::People(People { least, most: Some(most) }) if least == most => {
                Self::Number(*least)
            }
            Value::People(People { least, most: Some(most) }) => {
                Self::Text(format!("{least}..{most}"))
            }
            Value::Day(day) => {
                let mut text = String::with_capacity("2023-03-31".len());
                write_day(&mut text, *day);
                Self::Text(text)
            }
            Value::Kind(of) => Self::Text(kind(*of).to_owned()),
            Value::Kinds(of) => Self::AnyOf(owned(of.iter().map(kind))),
            Value::Place(place) => Self::Text(rulebook.places.of(*place).code.clone()),
            Value::Area(area) => Self::Text(rulebook.terms.areas.of(*area).code.clone()),
            Value::Form(of) => Self::Text(form(*of).to_owned()),
            Value::Forms(of) => Self::AnyOf(owned(of.iter().map(form))),
        }
    }
}

/// Who answers, in words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Bodies {
    /// The units.
    pub units: Vec<String>,
    /// The posts.
    pub posts: Vec<String>,
    /// The units that are known not to be there yet.
    pub not_yet_there: Vec<String>,
}

impl Bodies {
    pub(crate) fn of(assessment: &Assessment<'_>, lang: Lang) -> Self {
        Self::named(&assessment.responsible(), assessment.resolved.county.as_deref(), lang)
    }

    /// Bodies by name, with the county's where it is known.
    pub(crate) fn named(responsible: &Responsible<'_>, county: Option<&str>, lang: Lang) -> Self {
        let mut bodies = Self::default();
        for unit in &responsible.units {
            let name = body(unit, county, lang);
            if responsible.is_not_yet_there(unit) {
                bodies.not_yet_there.push(name.clone());
            }
            bodies.units.push(name);
        }
        for post in &responsible.posts {
            bodies.posts.push(body(post, county, lang));
        }
        bodies
    }
}
