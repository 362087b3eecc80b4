//! The rules of the checks: closed, each a place in the code; the policy labels them, words them and
//! says which clauses they carry.

use serde::{Deserialize, Serialize};

/// What a check finds of one rule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Outcome {
    /// Done as the document asks.
    Met,
    /// Asked for and not done, its date, if any, not reached.
    NotYet,
    /// Asked for and not done: its date passed, or it has none and what it hangs on is done.
    NotMet,
    /// Something that the document only commends, and that wasn't taken up.
    Advice,
    /// People have to decide.
    Review,
    /// A fact is missing.
    Unknown,
    /// The rule doesn't speak of the subject.
    NotApplicable,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Met,
        Self::NotYet,
        Self::NotMet,
        Self::Advice,
        Self::Review,
        Self::Unknown,
        Self::NotApplicable,
    ];

    /// The code in JSON and files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotYet => "not_yet",
            Self::NotMet => "not_met",
            Self::Advice => "advice",
            Self::Review => "review",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// A part of the document that is checked as a whole.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Check {
    /// The steps to an organisation.
    Procedure,
    /// Who leads and staffs it.
    Leadership,
    /// Its office, and its registration.
    Office,
    /// Homes, groups and activities.
    Platform,
    /// Standing, funds, training.
    Safeguards,
    /// The group that leads the whole work.
    Governance,
    /// What is reported by a date.
    Report,
}

impl Check {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Procedure,
        Self::Leadership,
        Self::Office,
        Self::Platform,
        Self::Safeguards,
        Self::Governance,
        Self::Report,
    ];

    /// The code in JSON, and the command's name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Procedure => "procedure",
            Self::Leadership => "leadership",
            Self::Office => "office",
            Self::Platform => "platform",
            Self::Safeguards => "safeguards",
            Self::Governance => "governance",
            Self::Report => "report",
        }
    }
}

macro_rules! rules {
    ($($check:ident { $(
        $(#[$doc:meta])* $name:ident = $code:literal [$($outcome:ident),*] ($($slot:literal),*);
    )* })*) => {
        /// A rule of a check.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum CheckRule { $($($(#[$doc])* $name,)*)* }

        impl CheckRule {
            /// All of them, check by check.
            pub const ALL: &[Self] = &[$($(Self::$name,)*)*];

            /// Its id in JSON and files.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $($(Self::$name => $code,)*)* }
            }

            /// The check that it belongs to.
            #[must_use]
            pub const fn check(self) -> Check {
                match self { $($(Self::$name)|* => Check::$check,)* }
            }

            /// The outcomes that it can have.
            #[must_use]
            pub const fn outcomes(self) -> &'static [Outcome] {
                match self { $($(Self::$name => &[$(Outcome::$outcome),*],)*)* }
            }

            /// The slots that its messages may have.
            #[must_use]
            pub const fn slots(self) -> &'static [&'static str] {
                match self { $($(Self::$name => &[$($slot),*],)*)* }
            }
        }
    };
}

rules! {
    Procedure {
        /// Whether the document describes a way to such an organisation.
        ProcedurePath = "procedure_path" [Met, Review, Unknown, NotApplicable] ("form");
        /// Whether a step is done.
        ProcedureStep = "procedure_step" [Met, NotYet, NotMet, Advice, Unknown, NotApplicable] ("step", "blocked_by", "day");
        /// Whether a step came after those that it rests on.
        ProcedureOrder = "procedure_order" [Met, Review, Unknown] ("step", "before");
        /// Whether a step that is done had all the bodies that it needs.
        ProcedureBodies = "procedure_bodies" [Met, NotMet, Unknown] ("step", "bodies");
        /// Whether a body that a step turns to is there, and which is the next one that is.
        BodyThere = "body_there" [Met, Review, Unknown] ("step", "body", "next");
        /// Whether a joint organisation is elected by a congress: the document doesn't say.
        JointElection = "joint_election" [Met, Review] ("form");
        /// Whether what is owed is done in time.
        ProcedureDeadline = "procedure_deadline" [Met, NotYet, NotMet, Review, Unknown, NotApplicable] ("day", "due", "steps");
    }
    Leadership {
        /// Whether a key county with a registered office strives for more posts.
        MorePosts = "more_posts" [Met, Advice, Unknown, NotApplicable] ();
        /// Whether its leadership mixes full-time and part-time people.
        MixedLeadership = "mixed_leadership" [Met, Advice, Unknown, NotApplicable] ();
        /// Whether an all part-time leadership is open to the county.
        AllPartTime = "all_part_time" [Met, Review, Unknown, NotApplicable] ();
        /// Whether a section of the united front department carries the daily work of such a county.
        DailyWorkSection = "daily_work_section" [Met, NotMet, Unknown, NotApplicable] ();
        /// Whether one of the named ways to staff it is taken.
        StaffingWays = "staffing_ways" [Met, Advice, Unknown, NotApplicable] ("ways");
        /// Whether a member of the leadership is in charge of the federation's work.
        LeaderInCharge = "leader_in_charge" [Met, NotMet, Unknown, NotApplicable] ();
        /// Whether a cadre is designated for its daily affairs.
        DailyCadre = "daily_cadre" [Met, NotMet, Unknown, NotApplicable] ();
        /// Whether these are two people.
        TwoDesignations = "two_designations" [Met, Advice, Unknown, NotApplicable] ();
        /// Whether people with priority were considered first for the leadership.
        CandidatePriority = "candidate_priority" [Met, Advice, Unknown, NotApplicable] ("pools");
        /// Whether they were considered first as the cadre for daily affairs.
        CadrePriority = "cadre_priority" [Met, Advice, Unknown, NotApplicable] ("pools");
        /// Whether the party organisation of the same level decided on the candidates.
        CandidatesDecided = "candidates_decided" [Met, NotYet, NotMet, Unknown, NotApplicable] ();
        /// Whether the next federation above was consulted on them.
        CandidatesConsulted = "candidates_consulted" [Met, NotYet, NotMet, Unknown, NotApplicable] ();
        /// Whether the election's result was filed with it.
        ResultFiled = "result_filed" [Met, NotYet, NotMet, Unknown, NotApplicable] ();
    }
    Office {
        /// Whether such a federation may have an office.
        OfficeAllowed = "office_allowed" [Met, Review, Unknown, NotApplicable] ();
        /// Whether a county strives for an office.
        OfficeSought = "office_sought" [Met, Advice, Unknown, NotApplicable] ();
        /// Whether an approved office led to registration.
        OfficeRegistered = "office_registered" [Met, NotMet, Unknown, NotApplicable] ();
        /// Whether it was registered with the authority that the document names.
        RegistrationChannel = "registration_channel" [Met, Review, Unknown, NotApplicable] ("registry");
        /// Whether the organisation is set up without waiting for an office.
        OrganisationFirst = "organisation_first" [Met, Advice, Unknown, NotApplicable] ();
        /// Whether other grassroots organisations have their unified credit code, once there is a system of such codes.
        CreditCode = "credit_code" [Met, NotYet, NotMet, Unknown, NotApplicable] ();
    }
    Platform {
        /// Whether the home of overseas Chinese has all that the standard names.
        HomeStandard = "home_standard" [Met, Advice, Unknown, NotApplicable] ("lacking");
        /// Whether a unit where newer overseas Chinese gather has a station-style home.
        StationHome = "station_home" [Met, Advice, Unknown, NotApplicable] ();
        /// Whether a kind of online group is there at a level.
        OnlineGroup = "online_group" [Met, NotYet, NotMet, Unknown] ("group", "level");
        /// Whether the activities around the federation's duties are held.
        Activities = "activities" [Met, Advice, Unknown, NotApplicable] ("lacking");
    }
    Safeguards {
        /// Whether it is managed like other mass organisations of its level.
        ManagedAlike = "managed_alike" [Met, NotYet, NotMet, Unknown] ();
        /// Whether its funds of the year are in the budget of its level.
        Budgeted = "budgeted" [Met, NotYet, NotMet, Review, Unknown] ("year");
        /// Whether its people are trained.
        Training = "training" [Met, NotYet, NotMet, Unknown] ();
        /// Whether resources of party building and other mass organisations are shared with it.
        SharedResources = "shared_resources" [Met, NotYet, NotMet, Unknown] ();
    }
    Governance {
        /// Whether the leading group is formed.
        LeadingGroup = "leading_group" [Met, NotYet, Unknown] ();
        /// Whether a seat of it is taken by the posts named for it.
        LeadingGroupSeat = "leading_group_seat" [Met, NotYet, NotMet, Review, Unknown] ("seat", "posts");
        /// Whether its office is where the document puts it.
        LeadingGroupOffice = "leading_group_office" [Met, NotYet, NotMet, Unknown] ("body");
    }
    Report {
        /// Whether an item was reported: one that came late is there, and said to be late.
        ReportItem = "report_item" [Met, NotYet, NotMet, Unknown] ("place", "item", "day", "due", "late");
        /// Whether it went to the body that the document names.
        ReportRecipient = "report_recipient" [Met, Review, Unknown, NotApplicable] ("place", "body");
    }
}
