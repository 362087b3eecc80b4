//! Readings as they are written: choices, and what each changes.

use toml_spanner::Toml;

use super::{Both, Clauses, Day, Name, Spanned, WrittenPlace};
#[cfg(feature = "schema")]
use crate::schema::codes;

/// `readings.toml`.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct ReadingsFile {
    /// The questions that the text leaves open.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) reading: Vec<WrittenReading>,
}

/// A reading.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenReading {
    /// Its name.
    pub(crate) id: Name,
    /// The question, with the words of the document that it is about.
    pub(crate) phrase: Both,
    /// Where the document says so.
    pub(crate) clauses: Spanned<Clauses>,
    /// The choice that holds if nobody chooses: what the other files say.
    pub(crate) default: Name,
    /// Its choices, two or more.
    pub(crate) choice: Vec<WrittenChoice>,
}

/// A choice.
#[derive(Toml, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[toml(recoverable)]
pub(crate) struct WrittenChoice {
    /// Its name.
    pub(crate) id: Name,
    /// The answer, in a few words.
    pub(crate) label: Both,
    /// What speaks for it.
    pub(crate) reason: Both,
    /// What it changes of the other files' data: something, unless it is the default.
    #[toml(default)]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) change: Vec<WrittenChange>,
}

/// What a change can do: the names of [`WrittenChange`], as files write them.
pub(crate) const CHANGES: [&str; 12] = [
    "set-limit",
    "set-start",
    "set-duty",
    "add-forms",
    "remove-forms",
    "like",
    "set-counted",
    "set-date",
    "set-rest-rule",
    "add-places",
    "remove-places",
    "drop-presumptions",
];

/// A change: `do` says which, the other keys what.
#[derive(Toml, Debug)]
#[toml(tag = "do", rename_all = "kebab-case", rename_all_fields = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(tag = "do", rename_all = "kebab-case"))]
pub(crate) enum WrittenChange {
    /// Whether the number itself is in, for a kind of bound.
    SetLimit {
        /// The limit of tiers.toml.
        limit: Name,
        /// Whether the number itself is in.
        inclusive: bool,
    },
    /// Other numbers from which tiers hold.
    SetStart {
        /// The tiers, each written `row.tier`.
        tiers: Vec<Name>,
        /// From how many people on they hold.
        from: u32,
    },
    /// Another duty.
    SetDuty {
        /// The tiers, each written `row.tier`.
        tiers: Vec<Name>,
        /// How strongly it is asked.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = codes::duties())))]
        duty: Name,
    },
    /// More forms that fulfil what is asked.
    AddForms {
        /// The tiers, each written `row.tier`.
        tiers: Vec<Name>,
        /// The forms that fulfil it too.
        forms: Vec<Name>,
    },
    /// Fewer of them.
    RemoveForms {
        /// The tiers, each written `row.tier`.
        tiers: Vec<Name>,
        /// The forms that don't fulfil it.
        forms: Vec<Name>,
    },
    /// A tier that asks for what another one does.
    Like {
        /// The tier, written `row.tier`.
        tier: Name,
        /// The other one, written `row.tier`.
        like: Name,
    },
    /// Other groups that are summed.
    SetCounted {
        /// All groups that are.
        groups: Vec<Name>,
    },
    /// Another day.
    SetDate {
        /// The date of dates.toml.
        date: Name,
        /// The last day that is still in time, without quotes.
        day: Spanned<Day>,
    },
    /// Another rule for dates on rest days.
    SetRestRule {
        /// The rule.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = codes::rest_rules())))]
        rule: Name,
    },
    /// More places in a list.
    AddPlaces {
        /// The list of areas.toml.
        area: Name,
        /// The places that are in it too.
        places: Vec<WrittenPlace>,
    },
    /// Fewer places in a list.
    RemovePlaces {
        /// The list of areas.toml.
        area: Name,
        /// The places that aren't in it.
        places: Vec<WrittenPlace>,
    },
    /// Nothing is presumed of some places.
    DropPresumptions {
        /// The places.
        places: Vec<WrittenPlace>,
    },
}
