//! The subjects: a mix of every kind, place, count, form and date, the same in every run and in no
//! order that a processor could learn.

use chrono::{Days, NaiveDate};
use qiaolian::{Facts, Policy, Question};
use qiaolian_core::model::{AsOf, Subject};
use qiaolian_core::policy::{Place, Rulebook};

use crate::random::Random;

/// How many there are: more than branch prediction learns by heart, and than the first cache holds.
pub const COUNT: usize = 8_192;

const SEED: u64 = 2020;

/// One question: facts as a caller gives them, what they resolve to, and the date.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The facts, by names and codes.
    pub facts: Facts,
    /// The date that is asked for.
    pub date: NaiveDate,
    /// The typed facts.
    pub subject: Subject,
    /// The date with the policy's own number of days that are soon.
    pub as_of: AsOf,
}

/// The questions about a policy's subjects.
#[must_use]
pub fn asked(policy: &Policy) -> Vec<Asked> {
    let mut mix = Mix::new(policy.core().rulebook());
    let due_soon_days = policy.core().rulebook().due_soon_days;
    // A name that is two places' is no subject: draw again.
    let drawn = std::iter::repeat_with(|| {
        let (facts, date) = (mix.facts(), mix.date());
        let subject = policy.assessment(&facts, Question::from(date)).ok()?.resolved().subject;
        Some(Asked { facts, date, subject, as_of: AsOf { date, due_soon_days } })
    });
    drawn.flatten().take(COUNT).collect()
}

/// Around each deadline, and far from them.
const DATES: [(i32, u32, u32); 10] = [
    (2021, 6, 30),
    (2022, 10, 15),
    (2022, 12, 31),
    (2023, 1, 1),
    (2023, 8, 1),
    (2023, 10, 10),
    (2024, 1, 1),
    (2024, 12, 1),
    (2024, 12, 31),
    (2025, 3, 1),
];

const FORMS: [&str; 8] = [
    "none",
    "none",
    "federation",
    "branch",
    "group",
    "station",
    "cross_region_joint",
    "cross_unit_joint",
];

struct Mix<'r> {
    random: Random,
    rulebook: &'r Rulebook,
    units: Vec<&'r str>,
    key_areas: Vec<&'r Place>,
    dates: Vec<NaiveDate>,
}

impl<'r> Mix<'r> {
    fn new(rulebook: &'r Rulebook) -> Self {
        let units = rulebook.kinds.iter().filter(|(_, kind)| kind.code_digits.is_none());
        let key_areas = rulebook.terms.areas.iter().filter(|(_, area)| area.is_key_area);
        let places = key_areas.flat_map(|(_, area)| &area.places);
        let dates = DATES
            .iter()
            .filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(*year, *month, *day));
        Self {
            random: Random::new(SEED),
            rulebook,
            units: units.map(|(_, kind)| kind.code.as_str()).collect(),
            key_areas: places.map(|place| rulebook.places.of(*place)).collect(),
            dates: dates.collect(),
        }
    }

    fn date(&mut self) -> NaiveDate {
        self.random.one_of(&self.dates).copied().unwrap_or_default()
    }

    /// Places of each level and units, with what is known of their people and organisation.
    fn facts(&mut self) -> Facts {
        let facts = match self.random.below(100) {
            0..8 => self.place(6),
            8..28 => self.place(9),
            28..55 => self.place(12),
            55..65 => self.key_area(),
            _ => self.unit(),
        };
        let facts = self.people(facts);
        let facts = self.organisation(facts);
        self.flags(facts)
    }

    /// Any place with codes of so many digits, now and then one that the gazetteer lacks.
    fn place(&mut self, digits: u8) -> Facts {
        let kinds = &self.rulebook.kinds;
        let of_level = |place: &Place| kinds.of(place.kind).code_digits == Some(digits);
        let places: Vec<&Place> =
            self.rulebook.places.iter().map(|(_, place)| place).filter(|p| of_level(p)).collect();
        let Some(place) = self.random.one_of(&places).copied() else { return Facts::new() };
        if digits > 6 && self.random.percent(5) {
            return self.named(place).name("虚构地名");
        }
        self.known(place)
    }

    fn key_area(&mut self) -> Facts {
        match self.random.one_of(&self.key_areas).copied() {
            Some(place) => self.known(place),
            None => Facts::new(),
        }
    }

    /// A place by its code, or by its names.
    fn known(&mut self, place: &Place) -> Facts {
        if self.random.percent(30) {
            Facts::new().code(&place.code)
        } else {
            self.named(place).name(&place.name)
        }
    }

    fn named(&self, place: &Place) -> Facts {
        let Rulebook { kinds, places, .. } = self.rulebook;
        let facts = Facts::new().kind(&kinds.of(place.kind).code);
        let facts = facts.county(&places.of(place.county).name);
        match place.township {
            Some(township) => facts.township(&places.of(township).name),
            None => facts,
        }
    }

    fn unit(&mut self) -> Facts {
        let kind = self.random.one_of(&self.units).copied().unwrap_or_default();
        let facts = Facts::new().kind(kind).name("虚构单位");
        let counties: Vec<&Place> = self
            .rulebook
            .places
            .iter()
            .filter(|(id, place)| place.county == *id)
            .map(|(_, place)| place)
            .collect();
        match self.random.one_of(&counties) {
            Some(county) if self.random.percent(80) => facts.county(&county.name),
            Some(_) | None => facts,
        }
    }

    /// Groups near every limit and far above, each unknown now and then; or a total.
    fn people(&mut self, mut facts: Facts) -> Facts {
        if self.random.percent(15) {
            let total = self.number();
            return facts.total(total);
        }
        for (_, group) in self.rulebook.groups.iter() {
            if self.random.percent(80) {
                facts = facts.people(&group.code, self.number());
            }
        }
        facts
    }

    fn number(&mut self) -> u32 {
        match self.random.below(10) {
            0..3 => 0,
            3..8 => self.random.below(40),
            8 => self.random.below(120),
            _ => self.random.below(2000),
        }
    }

    /// None, one of each form, or nothing on record; with its date more often than not.
    fn organisation(&mut self, facts: Facts) -> Facts {
        if self.random.percent(30) {
            return facts;
        }
        let form = self.random.one_of(&FORMS).copied().unwrap_or_default();
        let facts = facts.existing_form(form);
        if form == "none" || self.random.percent(40) {
            return facts;
        }
        let days = Days::new(u64::from(self.random.below(2000)));
        let since = NaiveDate::from_ymd_opt(2020, 1, 1).and_then(|day| day.checked_add_days(days));
        since.map_or(facts.clone(), |since| facts.established_on(since))
    }

    fn flags(&mut self, mut facts: Facts) -> Facts {
        if self.random.percent(8) {
            facts = facts.key_area(self.random.percent(50));
        }
        if self.random.percent(50) {
            facts = facts.conditions_met(self.random.percent(50));
        }
        if self.random.percent(30) {
            facts = facts.exception_agreed(self.random.percent(30));
        }
        facts
    }
}
