//! A subject of the proof as facts that anybody can ask again.

use qiaolian_core::compile::day_of;
use qiaolian_core::decide::Decision;
use qiaolian_core::prove::Sample;

use super::{AnswerEntry, ExampleEntry};
use crate::facts::Facts;
use crate::policy::Policy;

impl Policy {
    pub(super) fn example(&self, sample: &Sample) -> ExampleEntry {
        let rulebook = self.core().rulebook();
        let subject = &sample.subject;
        let kind = rulebook.kinds.of(subject.kind);
        let mut facts = Facts::new().kind(&kind.code);
        let counties = rulebook.places.iter().filter(|(id, place)| place.county == *id);
        let county = counties.map(|(_, place)| place).find(|place| place.kind != subject.kind);
        match (subject.place, county) {
            (Some(place), _) => {
                let known = rulebook.places.of(place);
                facts = facts.code(&known.code).name(&known.name);
            }
            // A place that the policy's list lacks: it is some place of a county that it has.
            (None, Some(county)) if kind.code_digits.is_some() => {
                facts = facts.county(&county.name).name(&kind.label.zh);
            }
            (None, _) => {}
        }
        for (group, known) in rulebook.groups.iter() {
            if let Some(count) = subject.counts.get(group) {
                facts = facts.people(&known.code, count);
            }
        }
        if let Some(total) = subject.counts.total {
            facts = facts.total(total);
        }
        if let Some(said) = subject.key_area {
            facts = facts.key_area(said);
        }
        if let Some(form) = subject.existing_form {
            facts = facts.existing_form(&rulebook.forms.of(form).code);
        }
        if let Some(day) = subject.established_on {
            facts = facts.established_on(day);
        }
        if let Some(met) = subject.conditions_met {
            facts = facts.conditions_met(met);
        }
        if let Some(agreed) = subject.exception_agreed {
            facts = facts.exception_agreed(agreed);
        }
        ExampleEntry {
            facts,
            as_of: sample.as_of.date,
            before: self.answer(&sample.before),
            after: self.answer(&sample.after),
        }
    }

    fn answer(&self, decision: &Decision) -> AnswerEntry {
        AnswerEntry {
            duty: decision.duty.into(),
            forms: self.form_codes(decision.forms),
            due: decision.due.and_then(day_of),
            fulfilment: decision.fulfilment,
            status: decision.status,
        }
    }
}
