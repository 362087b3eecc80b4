//! What one subject adds to a ratio, in each case that its facts leave possible.

use crate::compile::Outcome;
use crate::decide::{ForeignSubject, Standing, form_on_record, fulfilment};
use crate::model::{AsOf, FormId, Fulfilment, KindId, PlaceId, Subject};
use crate::policy::Policy;

/// Whether something holds in each case that is possible.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Possible {
    /// In none.
    Never,
    /// In some.
    Maybe,
    /// In all.
    Always,
}

impl From<bool> for Possible {
    fn from(truth: bool) -> Self {
        if truth { Self::Always } else { Self::Never }
    }
}

impl Possible {
    fn or(self, other: Self) -> Self {
        if self == other { self } else { Self::Maybe }
    }
}

/// What one subject may add to a ratio of those that have what they are asked for to those that are
/// asked: nothing, one that is asked, or one that is asked and has it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Share {
    /// It may be that nothing is owed of it, so that it doesn't count.
    pub may_be_outside: bool,
    /// It may owe something that isn't fully there.
    pub may_be_short: bool,
    /// It may owe something that is fully there.
    pub may_be_full: bool,
    /// Whether it owes, and has an organisation that isn't enough.
    pub lesser: Possible,
    /// Whether it owes, lacks it, and an exception was agreed.
    pub excepted: Possible,
    /// Whether it owes, and what it has in full is only presumed.
    pub presumed: Possible,
}

impl Share {
    /// Whether something is missing in each case.
    #[must_use]
    pub const fn is_surely_short(&self) -> bool {
        self.may_be_short && !self.may_be_full && !self.may_be_outside
    }

    const OUTSIDE: Self = Self {
        may_be_outside: true,
        may_be_short: false,
        may_be_full: false,
        lesser: Possible::Never,
        excepted: Possible::Never,
        presumed: Possible::Never,
    };

    fn full(presumed: bool) -> Self {
        Self {
            may_be_outside: false,
            may_be_full: true,
            presumed: presumed.into(),
            ..Self::OUTSIDE
        }
    }

    fn short(lesser: bool, excepted: bool) -> Self {
        Self {
            may_be_outside: false,
            may_be_short: true,
            lesser: lesser.into(),
            excepted: excepted.into(),
            ..Self::OUTSIDE
        }
    }

    /// Either of two cases.
    fn or(self, other: Self) -> Self {
        Self {
            may_be_outside: self.may_be_outside || other.may_be_outside,
            may_be_short: self.may_be_short || other.may_be_short,
            may_be_full: self.may_be_full || other.may_be_full,
            lesser: self.lesser.or(other.lesser),
            excepted: self.excepted.or(other.excepted),
            presumed: self.presumed.or(other.presumed),
        }
    }
}

impl Policy {
    /// What one subject may add to a ratio on a date: by each duty that its count leaves possible,
    /// and, where its organisation is unknown, by each organisation that it may have.
    ///
    /// What isn't recorded but decided by the policy (a presumed organisation, conditions taken as
    /// met) is taken as the decision takes it. An agreed exception leaves its subject owing.
    ///
    /// # Errors
    /// [`ForeignSubject`] where kind or place is not this policy's.
    pub fn share(&self, subject: &Subject, as_of: AsOf) -> Result<Share, ForeignSubject> {
        self.shares(subject, as_of).ok_or(ForeignSubject)
    }

    fn shares(&self, subject: &Subject, as_of: AsOf) -> Option<Share> {
        let tables = self.tables();
        let class = tables.class(subject.kind, subject.place)?;
        let form = form_on_record(tables, subject, as_of.date).or(class.presumed());
        let standing = form.map_or(Standing::Unknown, |form| Standing::of(form, tables.no_form()));
        self.shares_with(subject, standing)
    }

    /// What a place of the gazetteer may add of which no record speaks: whatever its count and its
    /// organisation are. What is presumed is no record, and counts for nothing here.
    pub(super) fn share_unrecorded(&self, place: PlaceId, kind: KindId) -> Option<Share> {
        let subject = Subject { place: Some(place), ..Subject::unknown(kind) };
        self.shares_with(&subject, Standing::Unknown)
    }

    fn shares_with(&self, subject: &Subject, standing: Standing) -> Option<Share> {
        let tables = self.tables();
        let people = subject.counts.people(tables.counted, tables.all_groups);
        let class = tables.class(subject.kind, subject.place)?;
        let row = tables.row(class, subject.key_area)?;
        let set = tables.outcomes(row, people, subject.conditions_met)?;
        let shares = set.outcomes.iter().map(|asked| self.share_of(asked, subject, standing));
        shares.reduce(Share::or)
    }

    fn share_of(&self, asked: &Outcome, subject: &Subject, standing: Standing) -> Share {
        if !asked.duty.is_owed() {
            return Share::OUTSIDE;
        }
        let excepted = subject.exception_agreed == Some(true) && asked.duty.is_in_principle();
        match fulfilment(asked, standing, self.rulebook().full_form) {
            Fulfilment::Full => Share::full(subject.existing_form.is_none()),
            Fulfilment::Lesser => Share::short(true, excepted),
            Fulfilment::None => Share::short(false, excepted),
            Fulfilment::Unknown => {
                let open = Share::full(false).or(Share::short(false, excepted));
                if self.has_lesser_form(asked) {
                    open.or(Share::short(true, excepted))
                } else {
                    open
                }
            }
            Fulfilment::NotApplicable => Share::OUTSIDE,
        }
    }

    /// Whether there is a form of organisation that isn't enough for this.
    fn has_lesser_form(&self, asked: &Outcome) -> bool {
        let rulebook = self.rulebook();
        let is_enough = |form: FormId| form == rulebook.full_form || asked.forms.contains(form);
        rulebook.forms.ids().any(|form| form != rulebook.no_form && !is_enough(form))
    }
}
