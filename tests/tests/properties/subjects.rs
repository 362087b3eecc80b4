//! Subjects of a policy, made by chance, most of them near a limit or a date.

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use qiaolian::{Fact, Facts};

use crate::packs::{PACKS, Pack};

/// One subject, in parts that a property can change.
#[derive(Clone, Debug)]
pub struct Subject {
    /// What it is: a code, or kind, county and name.
    pub what: Vec<(&'static str, String)>,
    /// Every group of the policy, known or not.
    pub groups: Vec<(&'static str, Option<u32>)>,
    /// The people of all groups together.
    pub total: Option<u32>,
    /// Its organisation and what was decided.
    pub more: Vec<(&'static str, Fact)>,
}

impl Subject {
    /// The subject as facts.
    pub fn facts(&self) -> Facts {
        self.cells().into_iter().collect()
    }

    /// What is known of the subject, by column.
    pub fn cells(&self) -> Vec<(&'static str, Fact)> {
        let what = self.what.iter().map(|(name, text)| (*name, Fact::from(text.as_str())));
        let groups = self.groups.iter().copied().chain([("total", self.total)]);
        let numbers = groups.filter_map(|(name, number)| Some((name, Fact::from(number?))));
        what.chain(numbers).chain(self.more.iter().cloned()).collect()
    }

    /// The division code, where it has one.
    pub fn code(&self) -> Option<&str> {
        let code = self.what.iter().find(|(name, _)| *name == "code");
        code.map(|(_, code)| code.as_str())
    }
}

/// A question: a subject of a pack, as of a day.
#[derive(Clone, Debug)]
pub struct Question {
    /// The pack.
    pub pack: &'static Pack,
    /// The subject.
    pub subject: Subject,
    /// The day.
    pub as_of: NaiveDate,
}

/// Questions to all packs.
pub fn questions() -> impl Strategy<Value = Question> {
    packs().prop_flat_map(|pack| {
        let made = move |(subject, as_of)| Question { pack, subject, as_of };
        (subjects(pack), days(pack)).prop_map(made)
    })
}

/// Any of the packs.
pub fn packs() -> impl Strategy<Value = &'static Pack> {
    select(PACKS.iter().collect::<Vec<_>>())
}

/// Subjects of a pack. Their facts hold up.
pub fn subjects(pack: &'static Pack) -> impl Strategy<Value = Subject> {
    (what(pack), people(pack), organisation(pack), decided()).prop_map(
        |(what, (groups, total), organisation, decided)| {
            let more = organisation.into_iter().chain(decided).collect();
            Subject { what, groups, total, more }
        },
    )
}

/// Days around those by which something is due.
pub fn days(pack: &'static Pack) -> impl Strategy<Value = NaiveDate> {
    const NEAR: u64 = 100;
    (select(&*pack.days), prop_oneof![0..=2 * NEAR, NEAR - 1..=NEAR + 1]).prop_map(
        |(day, apart)| {
            let first = day.checked_sub_days(Days::new(NEAR)).unwrap_or(day);
            first.checked_add_days(Days::new(apart)).unwrap_or(day)
        },
    )
}

/// Numbers of people, most of them near a limit.
pub fn numbers(pack: &'static Pack) -> impl Strategy<Value = u32> {
    prop_oneof![
        2 => Just(0),
        4 => (select(&*pack.limits), 0..=2u32).prop_map(|(limit, more)| (limit + more).saturating_sub(1)),
        2 => 0..150u32,
        1 => any::<u32>(),
    ]
}

fn what(pack: &'static Pack) -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let code = |codes: &'static [String]| select(codes).prop_map(|code| vec![("code", code)]);
    let unit =
        (select(&*pack.units), option::of(select(&*pack.counties))).prop_map(|(kind, county)| {
            let kind = [("kind", kind), ("name", "示例单位".to_owned())];
            kind.into_iter().chain(county.map(|county| ("county", county))).collect()
        });
    let levels = if pack.levels.is_empty() { &pack.units } else { &pack.levels };
    let unlisted = (select(&**levels), select(&*pack.counties)).prop_map(|(kind, county)| {
        vec![("kind", kind), ("county", county), ("name", "示例地方".to_owned())]
    });
    prop_oneof![3 => code(&pack.named), 2 => code(&pack.places), 3 => unit, 1 => unlisted]
}

/// The groups, known or not, and perhaps a total that they allow.
fn people(
    pack: &'static Pack,
) -> impl Strategy<Value = (Vec<(&'static str, Option<u32>)>, Option<u32>)> {
    let counts = vec(option::weighted(0.6, numbers(pack)), pack.groups.len());
    counts.prop_flat_map(|counts| {
        let least = counts.iter().flatten().max().copied().unwrap_or(0);
        let sum = counts.iter().try_fold(0u32, |sum, count| Some(sum.saturating_add((*count)?)));
        let most = sum.unwrap_or_else(|| least.saturating_add(120));
        let groups = pack.groups.iter().map(String::as_str).zip(counts).collect::<Vec<_>>();
        (Just(groups), option::weighted(0.3, least..=most))
    })
}

/// The organisation, perhaps with its day; a day without a form is kept and decides nothing.
fn organisation(pack: &'static Pack) -> impl Strategy<Value = Vec<(&'static str, Fact)>> {
    let form = option::weighted(0.8, select(&*pack.forms));
    (form, option::of(days(pack))).prop_map(|(form, day)| {
        let day = day.filter(|_| form.as_ref() != Some(&pack.no_form));
        let form = form.map(|form| ("existing_form", Fact::from(form.as_str())));
        form.into_iter().chain(day.map(|day| ("established_on", day.into()))).collect()
    })
}

fn decided() -> impl Strategy<Value = Vec<(&'static str, Fact)>> {
    const FACTS: [&str; 3] = ["key_area", "conditions_met", "exception_agreed"];
    vec(option::weighted(0.3, any::<bool>()), FACTS.len()).prop_map(|truths| {
        let known = FACTS.into_iter().zip(truths);
        known.filter_map(|(name, truth)| Some((name, truth?.into()))).collect()
    })
}
