//! What an answer is made of: duty, fulfilment, status. Closed: the code branches on each of them.

use serde::Deserialize;

use super::coded::serialized_by_code;

serialized_by_code!(Duty, Fulfilment, Status);

/// How strongly the document asks for an organisation, strongest first.
///
/// The words behind the codes are the policy's; Yuxi's are 要求成立, 原则上必须, 应, 原则上均应, 可以, 无.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Duty {
    /// A plain directive, with no 原则上.
    Must,
    /// 原则上必须: must, with room for an exception that people decide.
    InPrincipleMust,
    /// 应: should.
    Should,
    /// 原则上均应: should, with room for an exception that people decide.
    InPrincipleShould,
    /// 可以: may; never overdue.
    May,
    /// Nothing is asked.
    None,
}

impl Duty {
    /// All of them, strongest first.
    pub const ALL: [Self; 6] = [
        Self::Must,
        Self::InPrincipleMust,
        Self::Should,
        Self::InPrincipleShould,
        Self::May,
        Self::None,
    ];

    /// The code in JSON and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::InPrincipleMust => "in_principle_must",
            Self::Should => "should",
            Self::InPrincipleShould => "in_principle_should",
            Self::May => "may",
            Self::None => "none",
        }
    }

    /// Whether people may agree on an exception to it (原则上).
    #[must_use]
    pub const fn is_in_principle(self) -> bool {
        match self {
            Self::InPrincipleMust | Self::InPrincipleShould => true,
            Self::Must | Self::Should | Self::May | Self::None => false,
        }
    }

    /// Whether something is owed under it, so that it can be overdue.
    #[must_use]
    pub const fn is_owed(self) -> bool {
        match self {
            Self::Must | Self::InPrincipleMust | Self::Should | Self::InPrincipleShould => true,
            Self::May | Self::None => false,
        }
    }
}

/// A set of duties, iterated strongest first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct DutySet(u8);

impl DutySet {
    const fn bit(duty: Duty) -> u8 {
        match duty {
            Duty::Must => 1,
            Duty::InPrincipleMust => 2,
            Duty::Should => 4,
            Duty::InPrincipleShould => 8,
            Duty::May => 16,
            Duty::None => 32,
        }
    }
    /// The set with this duty too.
    #[must_use]
    pub const fn with(self, duty: Duty) -> Self {
        Self(self.0 | Self::bit(duty))
    }
    /// Whether it has this duty.
    #[must_use]
    pub const fn contains(self, duty: Duty) -> bool {
        self.0 & Self::bit(duty) != 0
    }
    /// Whether each of these is among the other's.
    #[must_use]
    pub const fn is_subset(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
    /// The duties, strongest first.
    pub fn iter(self) -> impl Iterator<Item = Duty> {
        Duty::ALL.iter().copied().filter(move |duty| self.contains(*duty))
    }
    /// The only duty of the set, none where there are several.
    #[must_use]
    pub fn only(self) -> Option<Duty> {
        let mut duties = self.iter();
        duties.next().filter(|_| duties.next().is_none())
    }
}

/// How far the existing organisation is what the duty asks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Fulfilment {
    /// The form that fulfils whatever is asked, a form that is named, or under `may` any organisation.
    Full,
    /// An organisation of another form.
    Lesser,
    /// No organisation.
    None,
    /// The register doesn't say, or the possible outcomes differ.
    Unknown,
    /// Nothing is asked.
    NotApplicable,
}

impl Fulfilment {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Full, Self::Lesser, Self::None, Self::Unknown, Self::NotApplicable];

    /// The code in JSON and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Lesser => "lesser",
            Self::None => "none",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// Where a subject stands on the as-of date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Status {
    /// Fulfilled.
    Satisfied,
    /// Fulfilled by an organisation set up after the due date.
    SatisfiedLate,
    /// An exception to an in-principle duty was agreed and recorded.
    Excepted,
    /// Owed, and the register doesn't say whether there is an organisation.
    Unverified,
    /// Owed, not fulfilled, and the due date is past.
    Overdue,
    /// Owed, not fulfilled, and the due date is near.
    DueSoon,
    /// Owed, not fulfilled, and the due date is not near, or there is none.
    Pending,
    /// May be set up, and isn't.
    Optional,
    /// Nothing is asked.
    NotApplicable,
    /// The possible outcomes differ.
    Undetermined,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Satisfied,
        Self::SatisfiedLate,
        Self::Excepted,
        Self::Unverified,
        Self::Overdue,
        Self::DueSoon,
        Self::Pending,
        Self::Optional,
        Self::NotApplicable,
        Self::Undetermined,
    ];

    /// The code in JSON and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::SatisfiedLate => "satisfied_late",
            Self::Excepted => "excepted",
            Self::Unverified => "unverified",
            Self::Overdue => "overdue",
            Self::DueSoon => "due_soon",
            Self::Pending => "pending",
            Self::Optional => "optional",
            Self::NotApplicable => "not_applicable",
            Self::Undetermined => "undetermined",
        }
    }

    /// Whether something is owed or may be, so that days left are counted.
    #[must_use]
    pub const fn counts_days(self) -> bool {
        match self {
            Self::Unverified | Self::Overdue | Self::DueSoon | Self::Pending => true,
            Self::Satisfied
            | Self::SatisfiedLate
            | Self::Excepted
            | Self::Optional
            | Self::NotApplicable
            | Self::Undetermined => false,
        }
    }
}
