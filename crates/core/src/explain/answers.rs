//! Who answers for a decision, and who of them isn't there yet.

use crate::compile::day_number;
use crate::decide::{Decision, Standing};
use crate::model::{AsOf, Duty, IdSet, ProvisionId, Subject};
use crate::policy::{Answer, Body, Policy};

/// The units and posts that answer for a decision, in the document's order, each once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Responsible<'p> {
    /// The units.
    pub units: Vec<&'p Body>,
    /// The posts.
    pub posts: Vec<&'p Body>,
    /// Whether the county's own federation is known not to be there yet: by the record's own facts
    /// where it is the county's, else by the policy's presumption.
    pub county_federation_is_absent: bool,
}

impl<'p> Responsible<'p> {
    /// The units that are known not to be there yet.
    pub fn not_yet_there(&self) -> impl Iterator<Item = &'p Body> {
        self.units.iter().copied().filter(|unit| self.is_not_yet_there(unit))
    }

    /// Whether a unit is known not to be there yet.
    #[must_use]
    pub fn is_not_yet_there(&self, unit: &Body) -> bool {
        self.county_federation_is_absent && unit.is_county_federation
    }
}

impl Policy {
    /// Who answers for a decision that this policy made of this subject: nobody where nothing is
    /// asked. [`Rule::Responsible`](crate::policy::Rule::Responsible).
    #[must_use]
    pub fn responsible(
        &self,
        subject: &Subject,
        decision: &Decision,
        as_of: AsOf,
    ) -> Responsible<'_> {
        let nothing_asked = decision.duty == Some(Duty::None);
        let provisions = if nothing_asked { IdSet::EMPTY } else { decision.provisions };
        self.answering(provisions, subject, as_of)
    }

    /// Who answers for what rests on some provisions.
    pub(crate) fn answering(
        &self,
        provisions: IdSet<ProvisionId>,
        subject: &Subject,
        as_of: AsOf,
    ) -> Responsible<'_> {
        let absent = self.county_federation_is_absent(subject, as_of);
        let mut responsible =
            Responsible { county_federation_is_absent: absent, ..Responsible::default() };
        for Answer { provision, units, posts, .. } in &self.rulebook().answers {
            if provisions.contains(*provision) {
                put_once(&mut responsible.units, units);
                put_once(&mut responsible.posts, posts);
            }
        }
        responsible
    }

    fn county_federation_is_absent(&self, subject: &Subject, as_of: AsOf) -> bool {
        let Some(county) = subject.county else { return false };
        let no_form = self.rulebook().no_form;
        let own_record = subject.existing_form.filter(|_| subject.place == Some(county));
        let standing = match own_record {
            Some(form) => Standing::of(form, no_form)
                .if_there(subject.established_on.map(day_number), day_number(as_of.date)),
            None => self
                .terms()
                .presumptions
                .iter()
                .find(|presumed| presumed.place == county)
                .map_or(Standing::Unknown, |presumed| Standing::of(presumed.form, no_form)),
        };
        standing == Standing::Absent
    }
}

fn put_once<'p>(found: &mut Vec<&'p Body>, bodies: &'p [Body]) {
    for body in bodies {
        if !found.contains(&body) {
            found.push(body);
        }
    }
}
