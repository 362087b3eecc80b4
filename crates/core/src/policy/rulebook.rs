//! A policy as data: one form that carries any city's document.
//!
//! [`Rulebook`] is the whole; [`Terms`] are the part of it that a reading may change. Everything is
//! resolved to ids, so that a rulebook that exists has no dangling reference.

use chrono::NaiveDate;

use super::document::{ClauseRef, Document, Provision, Text};
use super::reading::Reading;
use super::rest::RestDays;
use super::rule::RuleNote;
use super::words::Words;
#[cfg(feature = "checks")]
use crate::checks::Checks;
use crate::model::{
    AreaId, Arena, DateId, Duty, FormId, GroupId, IdSet, KindId, LimitId, PlaceId, ProvisionId,
    ReadingId, RowId, TierId,
};

/// One document put into data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rulebook {
    /// What the document is.
    pub document: Document,
    /// The digest of the pack's files, `sha256:…`.
    pub digest: String,
    /// Its provisions, in its order.
    pub provisions: Arena<ProvisionId, Provision>,
    /// Kinds of subjects.
    pub kinds: Arena<KindId, Kind>,
    /// Groups of people.
    pub groups: Arena<GroupId, Group>,
    /// Forms of organisation, in the order in which they are listed.
    pub forms: Arena<FormId, OrgForm>,
    /// The form that fulfils whatever is asked.
    pub full_form: FormId,
    /// The form that stands for "no organisation".
    pub no_form: FormId,
    /// The places of the gazetteer.
    pub places: Arena<PlaceId, Place>,
    /// How names of places are written.
    pub naming: Naming,
    /// Who answers for what.
    pub answers: Vec<Answer>,
    /// From how many days left on a duty is due soon, unless the caller says otherwise.
    pub due_soon_days: u32,
    /// What is reported by a date, whatever the counts.
    pub reports: Vec<Report>,
    /// What the document strives for as a whole.
    pub targets: Vec<Target>,
    /// The rules with their labels, and the clauses they carry beyond those that constants name.
    pub rules: Vec<RuleNote>,
    /// The questions that the text leaves open, in the order in which they are listed.
    pub readings: Arena<ReadingId, Reading>,
    /// The checks of the rest of the document.
    #[cfg(feature = "checks")]
    pub checks: Checks,
    /// What the readings may change, as it is under the default choices.
    pub terms: Terms,
    /// Words for people.
    pub words: Words,
}

/// The constants and rows of a policy: all that a reading may change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    /// The groups that are summed.
    pub counted: Counted,
    /// Named kinds of bounds.
    pub limits: Arena<LimitId, Limit>,
    /// Named due dates.
    pub dates: Arena<DateId, NamedDate>,
    /// Rest days, and what happens to a date that falls on one.
    pub rest: RestDays,
    /// Special areas.
    pub areas: Arena<AreaId, Area>,
    /// What is taken to exist, or not, until the register says otherwise.
    pub presumptions: Vec<Presumption>,
    /// The rows of rules; the first that fits a subject holds.
    pub rows: Arena<RowId, Row>,
}

/// A kind of subject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kind {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: Text,
    /// Other spellings in registers.
    pub spellings: Vec<String>,
    /// How many digits the division codes of such places have; none for kinds that aren't places.
    pub code_digits: Option<u8>,
}

/// A group of people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// Its code, which is its column too.
    pub code: String,
    /// Its name, and its column's in Chinese registers.
    pub label: Text,
}

/// A form of organisation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrgForm {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: Text,
    /// Other spellings in registers.
    pub spellings: Vec<String>,
}

/// A place of the gazetteer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// Its division code.
    pub code: String,
    /// Its official name.
    pub name: String,
    /// Its kind.
    pub kind: KindId,
    /// Its county, itself for a county.
    pub county: PlaceId,
    /// Its township, for a village.
    pub township: Option<PlaceId>,
    /// Its other names: short forms, former names.
    pub aliases: Vec<String>,
}

/// How names of one kind of place end, in the spellings that mean the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ending {
    /// The kind.
    pub kind: KindId,
    /// The official ending first, then the other ones that are written for it.
    pub written: Vec<String>,
}

/// How names of places are written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Naming {
    /// Endings that mean the same.
    pub endings: Vec<Ending>,
}

/// The groups that are summed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    /// The groups.
    pub groups: IdSet<GroupId>,
    /// Where the document says so.
    pub clauses: Vec<ClauseRef>,
}

/// A named kind of bound: "N or more".
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limit {
    /// Its name.
    pub code: String,
    /// Whether the number itself is in.
    pub inclusive: bool,
    /// Where the document says so.
    pub clauses: Vec<ClauseRef>,
}

/// A named due date: the last day on which the duty is met in time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedDate {
    /// Its name.
    pub code: String,
    /// The day, before rest days are looked at.
    pub day: NaiveDate,
    /// Where the document says so.
    pub clauses: Vec<ClauseRef>,
}

/// A special area: a named list of places that have rows of their own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Area {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: Text,
    /// The kinds that can be in it.
    pub kinds: IdSet<KindId>,
    /// Whether the fact `key_area` of a record speaks of this list and overrules it.
    pub is_key_area: bool,
    /// The places, in the document's order.
    pub places: Vec<PlaceId>,
    /// Where the document says so.
    pub clauses: Vec<ClauseRef>,
}

/// What is taken to exist until the register says otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Presumption {
    /// The place.
    pub place: PlaceId,
    /// The form presumed, the policy's "none" for no organisation.
    pub form: FormId,
    /// Where the document says so.
    pub clauses: Vec<ClauseRef>,
}

/// A row of rules: some kinds of subjects, in a special area or outside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its name.
    pub code: String,
    /// The kinds that it is for.
    pub kinds: IdSet<KindId>,
    /// The special area that it is for; none for subjects in any place.
    pub area: Option<AreaId>,
    /// Its tiers, by the number from which they hold, the first from 0.
    pub tiers: Arena<TierId, Tier>,
}

/// A tier of a row: what is asked from so many people on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tier {
    /// Its name within the row.
    pub code: String,
    /// From how many people on; of two tiers that start at one number the later holds.
    pub from: u32,
    /// The kind of bound that `from` is; none where the number itself is in under every reading.
    pub limit: Option<LimitId>,
    /// Whether its start is the row's threshold.
    pub is_upper: bool,
    /// What is asked.
    pub ask: Ask,
    /// What is asked instead where `conditions_met` is known to be false.
    pub unless_conditions_met: Option<Ask>,
}

impl Row {
    /// The smallest numbers of people of [`Row::tiers_in_force`].
    pub fn starts_in_force(
        &self,
        limits: &Arena<LimitId, Limit>,
    ) -> impl Iterator<Item = u64> + Clone {
        let starts = self.tiers.iter().map(|(_, tier)| u64::from(tier.start(limits)));
        let mut later = starts.clone();
        starts.filter(move |start| {
            later.next();
            later.clone().all(|later| later > *start)
        })
    }

    /// Its tiers with the smallest number of people of each, ascending: of tiers that start at one
    /// number the last holds, and the others drop out.
    #[must_use]
    pub fn tiers_in_force(&self, limits: &Arena<LimitId, Limit>) -> Vec<(u64, &Tier)> {
        let mut tiers: Vec<(u64, &Tier)> = Vec::new();
        for (_, tier) in self.tiers.iter() {
            let start = u64::from(tier.start(limits));
            tiers.retain(|(earlier, _)| *earlier < start);
            tiers.push((start, tier));
        }
        tiers
    }
}

impl Tier {
    /// The smallest number of people that is in it.
    #[must_use]
    pub fn start(&self, limits: &Arena<LimitId, Limit>) -> u32 {
        match self.limit {
            Some(limit) if !limits.of(limit).inclusive => self.from.saturating_add(1),
            Some(_) | None => self.from,
        }
    }
    /// What is asked, given what is known of the conditions: unknown counts as met.
    #[must_use]
    pub fn ask_under(&self, conditions_met: Option<bool>) -> &Ask {
        match (&self.unless_conditions_met, conditions_met) {
            (Some(instead), Some(false)) => instead,
            (Some(_), Some(true) | None) | (None, _) => &self.ask,
        }
    }
}

/// What is asked: how strongly, of which form, by when, and where the document says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ask {
    /// How strongly.
    pub duty: Duty,
    /// The forms that the document names.
    pub forms: IdSet<FormId>,
    /// By when; none where the document gives no date.
    pub due: Option<DateId>,
    /// Where the document says so, the deciding clause first.
    pub clauses: Vec<ClauseRef>,
}

impl Ask {
    /// The whole provisions that it rests on.
    #[must_use]
    pub fn provisions(&self) -> IdSet<ProvisionId> {
        self.clauses.iter().map(|clause| clause.provision).collect()
    }
}

/// What each subject of some kinds reports by a date, whatever the counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// Its name.
    pub code: String,
    /// What is reported.
    pub label: Text,
    /// The kinds whose places report.
    pub kinds: IdSet<KindId>,
    /// By when.
    pub due: DateId,
    /// Where the document says so.
    pub clauses: Vec<ClauseRef>,
}

/// What the document strives for: how many of those that are asked have what they are asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    /// Its name.
    pub code: String,
    /// What is striven for.
    pub label: Text,
    /// The kinds whose subjects it is about.
    pub kinds: IdSet<KindId>,
    /// How many of them.
    pub aim: Aim,
    /// By when.
    pub due: DateId,
    /// Where the document says so.
    pub clauses: Vec<ClauseRef>,
}

/// How many a target strives for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aim {
    /// So many of a hundred, or more.
    Percent(u8),
    /// Basically all: the document gives no number.
    Basically,
}

/// Who answers for what rests on one provision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// The provision whose determinations they answer for.
    pub provision: ProvisionId,
    /// The responsible units, in the document's order.
    pub units: Vec<Body>,
    /// The responsible posts, in the document's order.
    pub posts: Vec<Body>,
    /// Where the document says so.
    pub clauses: Vec<ClauseRef>,
}

/// A unit or post that answers; a post, never a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Body {
    /// Its name where the county is known, with `{county}` for it.
    pub named: Text,
    /// Its name where the county isn't known.
    pub general: Text,
    /// Whether it is the county's own federation, which may not be there yet.
    pub is_county_federation: bool,
}

impl Rulebook {
    /// The groups of people that a record may give.
    #[must_use]
    pub fn all_groups(&self) -> IdSet<GroupId> {
        self.groups.ids().collect()
    }
    /// The kind of that code.
    #[must_use]
    pub fn kind(&self, code: &str) -> Option<KindId> {
        self.kinds.find(|kind| kind.code == code).map(|(id, _)| id)
    }
    /// The form of that code.
    #[must_use]
    pub fn form(&self, code: &str) -> Option<FormId> {
        self.forms.find(|form| form.code == code).map(|(id, _)| id)
    }
    /// The group of that code.
    #[must_use]
    pub fn group(&self, code: &str) -> Option<GroupId> {
        self.groups.find(|group| group.code == code).map(|(id, _)| id)
    }
    /// The policy and its version, `yuxi-2020@1.0.0`.
    #[must_use]
    pub fn name(&self) -> String {
        self.document.id.clone() + "@" + &self.document.version
    }
}

impl Terms {
    /// The row that holds for a kind, in the areas that the place is in; none where the policy is broken.
    #[must_use]
    pub fn row_for(&self, kind: KindId, in_area: impl Fn(AreaId) -> bool) -> Option<RowId> {
        self.rows
            .find(|row| row.kinds.contains(kind) && row.area.is_none_or(&in_area))
            .map(|(id, _)| id)
    }

    /// Whether a subject is in an area: by the record's own word where that speaks of this area,
    /// else by the list.
    #[must_use]
    pub fn is_in(
        &self,
        area: AreaId,
        kind: KindId,
        place: Option<PlaceId>,
        key_area: Option<bool>,
    ) -> bool {
        let area = &self.areas.of(area);
        area.kinds.contains(kind)
            && match key_area {
                Some(word) if area.is_key_area => word,
                Some(_) | None => place.is_some_and(|place| area.places.contains(&place)),
            }
    }

    /// The day of a due date, moved where it falls on a rest day and the policy moves it.
    #[must_use]
    pub fn due_day(&self, date: DateId) -> NaiveDate {
        self.rest.settle(self.dates.of(date).day)
    }
}
