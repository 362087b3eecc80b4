//! A determination as a row: one field a column, in its order, without reason and trace.

use chrono::NaiveDate;
use qiaolian::{Duty, DutyOrOpen, Policy, Question};
use qiaolian_core::compile::day_of;
use qiaolian_core::decide::Decision;
use qiaolian_core::model::{IdSet, People, PlaceId, ReadingId, Subject};
use qiaolian_render::body_parts;
use qiaolian_resolve::Warning;

use super::Answered;

/// The columns, in the order of a determination's fields.
pub(crate) const COLUMNS: [&str; 27] = [
    "row",
    "code",
    "name",
    "county",
    "kind",
    "key_area",
    "count",
    "count_is_complete",
    "threshold",
    "shortfall",
    "duty",
    "possible_duties",
    "forms",
    "due",
    "fulfilment",
    "status",
    "days_left",
    "missing",
    "responsible_units",
    "responsible_posts",
    "bodies_not_yet_there",
    "provisions",
    "decisive_readings",
    "warnings",
    "as_of",
    "policy",
    "readings",
];

/// What stands between the members of a list.
pub(crate) const BETWEEN: &str = ";";

/// What stands in one field.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Field<'f> {
    /// Null.
    Blank,
    /// Yes or no.
    Truth(bool),
    /// A whole number.
    Number(i64),
    /// A day.
    Day(NaiveDate),
    /// A text or a code; members of a list have a semicolon between them.
    Text(&'f str),
}

/// What every row of a run says.
pub(crate) struct Same {
    as_of: NaiveDate,
    policy: String,
    readings: String,
}

impl Same {
    pub(crate) fn new(policy: &Policy, question: Question) -> Self {
        let readings = policy.other_readings();
        let readings = readings.iter().map(|(reading, choice)| format!("{reading}={choice}"));
        Self {
            as_of: question.as_of,
            policy: policy.core().rulebook().name(),
            readings: readings.collect::<Vec<_>>().join(BETWEEN),
        }
    }
}

/// Gives each field of an answer to a taker, in the order of [`COLUMNS`].
pub(crate) fn fields(answered: &Answered<'_>, same: &Same, take: &mut impl FnMut(Field<'_>)) {
    subject_fields(answered, take);
    answer_fields(answered, same, take);
}

/// Gives the fields that tell the subject and its count, which come first.
pub(crate) fn subject_fields(answered: &Answered<'_>, take: &mut impl FnMut(Field<'_>)) {
    let assessment = &answered.assessment;
    let decision = &assessment.decision;
    let resolved = assessment.resolved();
    take(number(answered.row));
    take(maybe(resolved.code.as_deref()));
    take(maybe(resolved.name.as_deref()));
    take(maybe(resolved.county.as_deref()));
    take(Field::Text(assessment.kind()));
    take(Field::Truth(decision.key_area));
    take(number(decision.people.least));
    take(Field::Truth(decision.people.is_complete()));
    take(decision.threshold.map_or(Field::Blank, |people| Field::Number(people.into())));
    take(decision.shortfall().map_or(Field::Blank, number));
}

/// Gives the fields of the answer itself, which come last.
pub(crate) fn answer_fields(
    answered: &Answered<'_>,
    same: &Same,
    take: &mut impl FnMut(Field<'_>),
) {
    let assessment = &answered.assessment;
    let decision = &assessment.decision;
    let county = assessment.resolved().county.as_deref();
    let responsible = assessment.responsible();
    let named = |body| body_parts(body, county, assessment.question().lang);
    let mut text = String::new();
    take(Field::Text(DutyOrOpen::from(decision.duty).code()));
    take(list(&mut text, decision.possible_duties.iter().map(Duty::code)));
    take(list(&mut text, assessment.forms()));
    take(decision.due.and_then(day_of).map_or(Field::Blank, Field::Day));
    take(Field::Text(decision.fulfilment.code()));
    take(Field::Text(decision.status.code()));
    take(decision.days_left.map_or(Field::Blank, |days| Field::Number(days.into())));
    take(list(&mut text, assessment.missing()));
    take(joined(&mut text, responsible.units.iter().map(|unit| named(unit))));
    take(joined(&mut text, responsible.posts.iter().map(|post| named(post))));
    take(joined(&mut text, responsible.not_yet_there().map(named)));
    take(list(&mut text, assessment.provisions()));
    take(list(&mut text, assessment.decisive_readings()));
    take(list(&mut text, assessment.warnings()));
    take(Field::Day(same.as_of));
    take(Field::Text(&same.policy));
    take(Field::Text(&same.readings));
}

/// All that the fields of an answer hang on, within one run.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Alike {
    decision: Decision,
    decisive: IdSet<ReadingId>,
    county: Option<PlaceId>,
    warnings: [bool; Warning::ALL.len()],
}

impl Alike {
    /// None for a county, of whose own federation its record speaks.
    pub(crate) fn of(answered: &Answered<'_>) -> Option<Self> {
        let assessment = &answered.assessment;
        let resolved = assessment.resolved();
        let Subject { place, county, .. } = resolved.subject;
        let is_county = place.is_some() && place == county;
        (!is_county).then(|| Self {
            // The number of people isn't among these fields.
            decision: Decision {
                people: People::at_least(0),
                threshold: None,
                ..assessment.decision
            },
            decisive: assessment.decisive(),
            county,
            warnings: Warning::ALL.map(|warning| resolved.warnings.contains(&warning)),
        })
    }
}

/// Numbers of people are sums of a few 32-bit counts, and rows are fewer.
fn number(number: u64) -> Field<'static> {
    Field::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

fn maybe(text: Option<&str>) -> Field<'_> {
    text.map_or(Field::Blank, Field::Text)
}

fn list<'t, 'm>(text: &'t mut String, members: impl Iterator<Item = &'m str>) -> Field<'t> {
    joined(text, members.map(|member| [member]))
}

/// Members of a list, each in parts.
fn joined<'t, 'm, const N: usize>(
    text: &'t mut String,
    members: impl Iterator<Item = [&'m str; N]>,
) -> Field<'t> {
    text.clear();
    for (member, at) in members.zip(0usize..) {
        if at > 0 {
            text.push_str(BETWEEN);
        }
        for part in member {
            text.push_str(part);
        }
    }
    Field::Text(text)
}
