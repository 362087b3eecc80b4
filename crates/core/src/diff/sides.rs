//! Two policies side by side.

use super::matched::{Matched, matched};
use crate::compile::Outcome;
use crate::decide::{Standing, fulfilment};
use crate::model::{FormId, Fulfilment, KindId, PlaceId, RowId};
use crate::policy::{Ask, ClauseRef, Policy, Rulebook, Terms};

/// Two policies, and what they name alike.
pub(super) struct Sides<'p> {
    pub(super) before: &'p Policy,
    pub(super) after: &'p Policy,
    pub(super) kinds: Vec<Matched<'p, KindId>>,
    pub(super) forms: Vec<Matched<'p, FormId>>,
}

impl<'p> Sides<'p> {
    pub(super) fn new(before: &'p Policy, after: &'p Policy) -> Self {
        let (first, second) = (before.rulebook(), after.rulebook());
        Self {
            before,
            after,
            kinds: matched(&first.kinds, &second.kinds, |kind| &kind.code),
            forms: matched(&first.forms, &second.forms, |form| &form.code),
        }
    }

    pub(super) fn rulebooks(&self) -> (&'p Rulebook, &'p Rulebook) {
        (self.before.rulebook(), self.after.rulebook())
    }

    pub(super) fn terms(&self) -> (&'p Terms, &'p Terms) {
        (self.before.terms(), self.after.terms())
    }

    /// Where a form of the first policy stands among the forms of both.
    pub(super) fn form_before(&self, form: FormId) -> Option<usize> {
        self.forms.iter().position(|known| known.before == Some(form))
    }

    /// Where a form of the second policy stands among the forms of both.
    pub(super) fn form_after(&self, form: FormId) -> Option<usize> {
        self.forms.iter().position(|known| known.after == Some(form))
    }
}

/// What one side knows of a subject's place, and of the row that holds for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Found {
    /// The row; none where the policy decides nothing.
    pub(super) row: Option<RowId>,
    /// What is presumed of the organisation.
    pub(super) presumed: Option<FormId>,
}

/// What a policy knows of a kind or place, by what the record says of `key_area` itself.
pub(super) fn found(
    policy: &Policy,
    kind: KindId,
    place: Option<PlaceId>,
    key_area: Option<bool>,
) -> Found {
    let tables = policy.tables();
    let class = tables.class(kind, place);
    let row = class.and_then(|class| tables.row(class, key_area)).map(|(row, _)| row);
    Found { row, presumed: class.and_then(crate::compile::Class::presumed) }
}

/// What one side asks of some subjects.
#[derive(Clone, Copy)]
pub(super) struct Asking<'p> {
    policy: &'p Policy,
    pub(super) ask: &'p Ask,
}

impl<'p> Asking<'p> {
    /// What a row asks of so many people; none where there is no row.
    pub(super) fn of(
        policy: &'p Policy,
        row: Option<RowId>,
        people: u64,
        conditions_met: Option<bool>,
    ) -> Option<Self> {
        let terms = policy.terms();
        let tiers = terms.rows.get(row?)?.tiers_in_force(&terms.limits);
        // As in the compiled tables, whoever reaches no start is in the first tier. The tables have
        // whole provisions and no clauses, which is why the tier is found here.
        let reached = tiers.iter().rev().find(|(start, _)| *start <= people);
        let (_, tier) = reached.or(tiers.first())?;
        Some(Self { policy, ask: tier.ask_under(conditions_met) })
    }

    pub(super) fn due(&self) -> Option<chrono::NaiveDate> {
        self.ask.due.map(|due| self.policy.terms().due_day(due))
    }

    /// How far an organisation fulfils it: none for one that the register doesn't speak of.
    pub(super) fn fulfilment(&self, form: Option<FormId>) -> Fulfilment {
        let rulebook = self.policy.rulebook();
        let standing = form.map_or(Standing::Unknown, |form| Standing::of(form, rulebook.no_form));
        let outcome = Outcome { duty: self.ask.duty, forms: self.ask.forms, due: None };
        fulfilment(&outcome, standing, rulebook.full_form)
    }

    pub(super) fn clauses(&self) -> impl Iterator<Item = ClauseRef> + use<'p> {
        self.ask.clauses.iter().copied()
    }
}
