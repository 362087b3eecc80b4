//! A constant that differs, as plain values.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A constant of two policies that differs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConstantChange {
    /// What it is.
    pub what: ConstantKind,
    /// Whose it is, by code: a tier is written `row.tier`, and what it asks where conditions aren't
    /// met `row.tier.unless_conditions_met`; empty where there is only one.
    pub name: String,
    /// The place that it is about, by code; null where it is about none.
    pub place: Option<String>,
    /// Its value in the first policy; null where it has none.
    pub before: Option<ConstantValue>,
    /// Its value in the second policy; null where it has none.
    pub after: Option<ConstantValue>,
    /// The clauses of the first document that it rests on.
    pub clauses_before: Vec<String>,
    /// The clauses of the second document that it rests on.
    pub clauses_after: Vec<String>,
}

/// The value of a constant: codes, numbers, days, yes or no; only who answers is in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ConstantValue {
    /// Yes or no.
    Truth(bool),
    /// A number.
    Number(u64),
    /// A day.
    Day(NaiveDate),
    /// A code.
    Code(String),
    /// Some codes, in the policy's order.
    Codes(Vec<String>),
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// What a constant is.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum ConstantKind {
            $($(#[$doc])* $name,)*
        }

        impl ConstantKind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code in JSON and files.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

kinds! {
    /// A group of people that only one policy has.
    Group = "group",
    /// A form of organisation that only one policy has.
    Form = "form",
    /// The form that fulfils whatever is asked.
    FullForm = "full_form",
    /// The form that stands for "no organisation".
    NoForm = "no_form",
    /// The groups that are summed: the number of people is another number where they differ.
    Counted = "counted",
    /// From how many days left on a duty is due soon.
    DueSoonDays = "due_soon_days",
    /// Whether the number of a named bound is itself in.
    LimitInclusive = "limit_inclusive",
    /// A named date, after rest days are looked at.
    Date = "date",
    /// What happens to a date on a rest day.
    RestRule = "rest_rule",
    /// A weekday that is a rest day, or isn't.
    RestWeekday = "rest_weekday",
    /// A day that is a rest day beside those, or isn't.
    RestHoliday = "rest_holiday",
    /// The kinds that a special area is for; null where there is no such area.
    AreaKinds = "area_kinds",
    /// Whether a record's own `key_area` overrules the area's list.
    AreaIsKeyArea = "area_is_key_area",
    /// Whether a place is on the area's list.
    AreaPlace = "area_place",
    /// What is presumed of a place's organisation.
    Presumption = "presumption",
    /// The kinds that a row is for; null where there is no such row.
    RowKinds = "row_kinds",
    /// The special area that a row is for.
    RowArea = "row_area",
    /// From how many people on a tier holds.
    TierFrom = "tier_from",
    /// The bound that a tier's start is.
    TierLimit = "tier_limit",
    /// Whether a tier's start is the row's threshold.
    TierIsUpper = "tier_is_upper",
    /// How strongly a tier asks.
    TierDuty = "tier_duty",
    /// The forms that a tier names.
    TierForms = "tier_forms",
    /// The named date of a tier.
    TierDue = "tier_due",
    /// The choice of a reading that holds unless another is taken.
    ReadingDefault = "reading_default",
    /// The choice of a reading in force.
    ReadingInForce = "reading_in_force",
    /// The kinds that a target is about.
    TargetKinds = "target_kinds",
    /// How many of a hundred a target strives for; null where the document gives no number.
    TargetPercent = "target_percent",
    /// The named date of a target.
    TargetDue = "target_due",
    /// The kinds that report something.
    ReportKinds = "report_kinds",
    /// The named date of a report.
    ReportDue = "report_due",
    /// The units that answer for what rests on a provision, in the document's words.
    AnswerUnits = "answer_units",
    /// The posts that answer for what rests on a provision, in the document's words.
    AnswerPosts = "answer_posts",
}
