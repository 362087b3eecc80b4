//! The packs that properties are tried on, with what their registers may say.

use std::sync::LazyLock;

use chrono::NaiveDate;
use qiaolian::{Error, Policy};
use qiaolian_tests::folder;

/// A policy, and what its registers may say.
#[derive(Debug)]
pub struct Pack {
    /// The policy under its default readings.
    pub policy: Policy,
    /// The policy under each set of choices that properties are tried under: the defaults, and each
    /// other choice of each reading alone.
    pub variants: Vec<Policy>,
    /// Codes of all places.
    pub places: Vec<String>,
    /// Codes of the places that a list or a presumption names, of all places where none is named.
    pub named: Vec<String>,
    /// Codes of the counties.
    pub counties: Vec<String>,
    /// Kinds of places that aren't counties.
    pub levels: Vec<String>,
    /// Kinds of units.
    pub units: Vec<String>,
    /// Groups of people.
    pub groups: Vec<String>,
    /// Whether all of them are counted.
    pub counts_all: bool,
    /// Forms, with the one for "no organisation".
    pub forms: Vec<String>,
    /// The form for "no organisation".
    pub no_form: String,
    /// From how many people on something else is asked.
    pub limits: Vec<u32>,
    /// The days by which something is due; the day after the tests' own where none is.
    pub days: Vec<NaiveDate>,
}

/// All packs: two are built in, two are made up.
pub static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    let built_in = [Ok(Policy::yuxi_2020()), Policy::named("beijing-universities")];
    let made_up = ["made-up", "chengwan-2026"];
    let made_up = made_up.map(|pack| Policy::load(folder().join("packs").join(pack)));
    built_in
        .into_iter()
        .chain(made_up)
        .flatten()
        .filter_map(|policy| Pack::of(policy).ok())
        .collect()
});

/// The choices of a policy's readings that aren't in force: reading and choice.
pub fn other_choices(policy: &Policy) -> Vec<(String, String)> {
    let others = policy.readings().into_iter().flat_map(|reading| {
        let ids = reading.choices.into_iter().map(|choice| choice.id);
        let others = ids.filter(|id| *id != reading.in_force).collect::<Vec<_>>();
        others.into_iter().map(move |choice| (reading.id.clone(), choice))
    });
    others.collect()
}

impl Pack {
    fn of(policy: Policy) -> Result<Self, Error> {
        let rulebook = policy.core().rulebook();
        let terms = &rulebook.terms;
        let code_of = |place| rulebook.places.of(place).code.clone();
        let places: Vec<String> = rulebook.places.ids().map(code_of).collect();
        let listed = terms.areas.iter().flat_map(|(_, area)| area.places.iter().copied());
        let presumed = terms.presumptions.iter().map(|presumed| presumed.place);
        let mut named: Vec<String> = listed.chain(presumed).map(code_of).collect();
        if named.is_empty() {
            named.clone_from(&places);
        }
        let counties = rulebook.places.iter().filter(|(id, place)| place.county == *id);
        let county_kinds: Vec<_> = counties.clone().map(|(_, place)| place.kind).collect();
        let kinds = |is_place: bool| {
            let others = rulebook.kinds.iter().filter(|(id, _)| !county_kinds.contains(id));
            let of_sort = others.filter(|(_, kind)| kind.code_digits.is_some() == is_place);
            of_sort.map(|(_, kind)| kind.code.clone()).collect()
        };
        let rows = policy.describe().rows;
        let tiers = || rows.iter().flat_map(|row| &row.tiers);
        let mut days: Vec<NaiveDate> = tiers().filter_map(|tier| tier.due).collect();
        days.extend(NaiveDate::from_ymd_opt(2023, 11, 15));
        let others = other_choices(&policy);
        let variants = others
            .iter()
            .map(|(reading, choice)| policy.with_readings([(reading.as_str(), choice.as_str())]));
        Ok(Self {
            variants: std::iter::once(Ok(policy.clone()))
                .chain(variants)
                .collect::<Result<_, _>>()?,
            places,
            named,
            counties: counties.map(|(_, place)| place.code.clone()).collect(),
            levels: kinds(true),
            units: kinds(false),
            groups: rulebook.groups.iter().map(|(_, group)| group.code.clone()).collect(),
            counts_all: terms.counted.groups == rulebook.all_groups(),
            forms: rulebook.forms.iter().map(|(_, form)| form.code.clone()).collect(),
            no_form: rulebook.forms.of(rulebook.no_form).code.clone(),
            limits: tiers().map(|tier| tier.from).collect(),
            days,
            policy: policy.clone(),
        })
    }
}

#[test]
fn a_policy_is_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Policy>();
}

#[test]
fn four_packs_are_tried_and_each_other_choice_of_their_readings() {
    let tried: Vec<(String, usize)> = PACKS
        .iter()
        .map(|pack| (pack.policy.core().rulebook().document.id.clone(), pack.variants.len()))
        .collect();
    let expected =
        [("yuxi-2020", 13), ("beijing-universities", 1), ("made-up", 17), ("chengwan-2026", 10)];
    assert_eq!(tried, expected.map(|(pack, variants)| (pack.to_owned(), variants)));
}
