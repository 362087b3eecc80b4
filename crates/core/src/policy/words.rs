//! The words for people: which there are, and what may stand in each. The texts are data.

use std::collections::BTreeMap;

use super::document::{Lang, Text};
use crate::model::{Duty, Fulfilment, Status};

macro_rules! words {
    ($($name:ident = $code:literal [$($slot:literal),*],)*) => {
        /// A word, phrase or sentence for people. Each has a text in each language, with slots such
        /// as `{name}` that are filled in.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[expect(missing_docs, reason = "each is documented by its code and its text in words.toml")]
        pub enum Word { $($name,)* }

        impl Word {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The key of its text.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The slots that its text has.
            #[must_use]
            pub const fn slots(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($slot),*],)* }
            }
        }
    };
}

words! {
    DutyMust = "duty.must" [],
    DutyInPrincipleMust = "duty.in_principle_must" [],
    DutyShould = "duty.should" [],
    DutyInPrincipleShould = "duty.in_principle_should" [],
    DutyMay = "duty.may" [],
    DutyNone = "duty.none" [],
    DutyUndetermined = "duty.undetermined" [],
    StatusSatisfied = "status.satisfied" [],
    StatusSatisfiedLate = "status.satisfied_late" [],
    StatusExcepted = "status.excepted" [],
    StatusUnverified = "status.unverified" [],
    StatusOverdue = "status.overdue" [],
    StatusDueSoon = "status.due_soon" [],
    StatusPending = "status.pending" [],
    StatusOptional = "status.optional" [],
    StatusNotApplicable = "status.not_applicable" [],
    StatusUndetermined = "status.undetermined" [],
    FulfilmentFull = "fulfilment.full" [],
    FulfilmentLesser = "fulfilment.lesser" [],
    FulfilmentNone = "fulfilment.none" [],
    FulfilmentUnknown = "fulfilment.unknown" [],
    FulfilmentNotApplicable = "fulfilment.not_applicable" [],

    ReasonSentence = "reason.sentence" ["name", "basis", "duty", "state", "provisions"],
    ReasonUnnamed = "reason.unnamed" [],
    ReasonInArea = "reason.in_area" ["area"],
    ReasonSaidKey = "reason.said_key" ["area"],
    ReasonAlways = "reason.always" ["kind"],
    ReasonReached = "reason.reached" ["count", "reached", "next"],
    ReasonReachedAtLeast = "reason.reached_at_least" ["count", "reached", "next"],
    ReasonBelow = "reason.below" ["count", "reached", "next"],
    ReasonBetweenLines = "reason.between_lines" ["count", "reached", "next"],
    ReasonPeople = "reason.people" ["count"],
    ReasonNoPeople = "reason.no_people" [],
    ReasonOpenCount = "reason.open_count" ["count", "missing"],
    ReasonBoundedCount = "reason.bounded_count" ["least", "most"],
    ReasonConditionsNotMet = "reason.conditions_not_met" [],
    ReasonMust = "reason.must" ["forms"],
    ReasonInPrincipleMust = "reason.in_principle_must" ["forms"],
    ReasonShould = "reason.should" ["forms"],
    ReasonInPrincipleShould = "reason.in_principle_should" ["forms"],
    ReasonMay = "reason.may" ["forms"],
    ReasonNone = "reason.none" [],
    ReasonUndetermined = "reason.undetermined" ["duties"],
    ReasonBy = "reason.by" ["due"],
    ReasonHas = "reason.has" ["form"],
    ReasonHasNone = "reason.has_none" [],
    ReasonNotThereYet = "reason.not_there_yet" ["form", "date"],
    ReasonPresumed = "reason.presumed" ["form"],
    ReasonNotRecorded = "reason.not_recorded" [],
    ReasonSatisfied = "reason.satisfied" [],
    ReasonSatisfiedLate = "reason.satisfied_late" ["date"],
    ReasonExcepted = "reason.excepted" [],
    ReasonUnverified = "reason.unverified" [],
    ReasonOverdue = "reason.overdue" ["days"],
    ReasonDueSoon = "reason.due_soon" ["days"],
    ReasonPending = "reason.pending" ["days"],
    ReasonPendingUndated = "reason.pending_undated" [],
    ReasonPendingOpen = "reason.pending_open" [],
    ReasonOptional = "reason.optional" [],
    ReasonNotApplicable = "reason.not_applicable" [],
    ReasonJoin = "reason.join" [],
    ReasonOpen = "reason.open" ["missing"],
    ReasonDecisive = "reason.decisive" ["readings"],

    FactExistingForm = "fact.existing_form" [],
    And = "list.and" [],
    Or = "list.or" [],
    Comma = "list.comma" [],
    PeopleUnit = "people.unit" ["count"],
    AtLeast = "people.at_least" ["count"],
    Between = "people.between" ["least", "most"],

    ColumnRow = "column.row" [],
    ColumnCode = "column.code" [],
    ColumnName = "column.name" [],
    ColumnCounty = "column.county" [],
    ColumnTownship = "column.township" [],
    ColumnKind = "column.kind" [],
    ColumnTotal = "column.total" [],
    ColumnKeyArea = "column.key_area" [],
    ColumnExistingForm = "column.existing_form" [],
    ColumnEstablishedOn = "column.established_on" [],
    ColumnConditionsMet = "column.conditions_met" [],
    ColumnExceptionAgreed = "column.exception_agreed" [],
    ColumnCount = "column.count" [],
    ColumnDuty = "column.duty" [],
    ColumnForms = "column.forms" [],
    ColumnDue = "column.due" [],
    ColumnFulfilment = "column.fulfilment" [],
    ColumnStatus = "column.status" [],
    ColumnDaysLeft = "column.days_left" [],
    ColumnMissing = "column.missing" [],
    ColumnProvisions = "column.provisions" [],
    ColumnCountIsComplete = "column.count_is_complete" [],
    ColumnThreshold = "column.threshold" [],
    ColumnShortfall = "column.shortfall" [],
    ColumnPossibleDuties = "column.possible_duties" [],
    ColumnResponsibleUnits = "column.responsible_units" [],
    ColumnResponsiblePosts = "column.responsible_posts" [],
    ColumnBodiesNotYetThere = "column.bodies_not_yet_there" [],
    ColumnDecisiveReadings = "column.decisive_readings" [],
    ColumnWarnings = "column.warnings" [],
    ColumnAsOf = "column.as_of" [],
    ColumnPolicy = "column.policy" [],
    ColumnReadings = "column.readings" [],
    ColumnLine = "column.line" [],
    ColumnProblems = "column.problems" [],

    SheetDeterminations = "sheet.determinations" [],
    SheetRejected = "sheet.rejected" [],
    SheetReceipt = "sheet.receipt" [],
    SheetRegister = "sheet.register" [],

    ReceiptPolicy = "receipt.policy" [],
    ReceiptPolicyDigest = "receipt.policy_digest" [],
    ReceiptPlanDigest = "receipt.plan_digest" [],
    ReceiptAsOf = "receipt.as_of" [],
    ReceiptDueSoonDays = "receipt.due_soon_days" [],
    ReceiptReadings = "receipt.readings" [],
    ReceiptRead = "receipt.read" [],
    ReceiptAssessed = "receipt.assessed" [],
    ReceiptRejected = "receipt.rejected" [],
    ReceiptSkipped = "receipt.skipped" [],
    ReceiptInputDigest = "receipt.input_digest" [],
    ReceiptLibrary = "receipt.library" [],

    TemplateCode = "template.code" [],
    TemplateName = "template.name" [],
    TemplateCounty = "template.county" [],
    TemplateTownship = "template.township" [],
    TemplateKind = "template.kind" [],
    TemplatePeople = "template.people" [],
    TemplateTotal = "template.total" [],
    TemplateKeyArea = "template.key_area" [],
    TemplateExistingForm = "template.existing_form" [],
    TemplateEstablishedOn = "template.established_on" [],
    TemplateConditionsMet = "template.conditions_met" [],
    TemplateExceptionAgreed = "template.exception_agreed" [],
    TemplateChoose = "template.choose" [],
    TemplateNumber = "template.number" [],
    TemplateDay = "template.day" [],

    ReplayField = "replay.field" ["field", "was", "now"],
    ReplayRow = "replay.row" ["row", "fields"],
    ReplayNumber = "replay.number" ["was", "now"],
    ReplaySame = "replay.same" ["count"],
    ReplaySameByDigest = "replay.same_by_digest" ["count"],
    ReplayNotCompared = "replay.not_compared" [],
    ReplayDiffers = "replay.differs" ["count"],

    TruthYes = "truth.yes" [],
    TruthNo = "truth.no" [],

    SummaryHeading = "summary.heading" ["policy", "as_of", "readings"],
    SummaryBuiltIn = "summary.built_in" ["scope", "count", "gazetteer"],
    SummaryLeftUnread = "summary.left_unread" [],
    SummaryLeftOut = "summary.left_out" ["count"],
    SummaryCounts = "summary.counts" ["read", "assessed", "rejected", "skipped"],
    SummaryStatuses = "summary.statuses" ["statuses"],
    SummaryRejected = "summary.rejected" ["row", "line", "problems"],
    SummaryStatus = "summary.status" ["status", "count"],
    SummaryDefaults = "summary.defaults" [],
    SummaryNone = "summary.none" [],

    CoverageAll = "coverage.all" [],
    CoverageNoCounty = "coverage.no_county" [],
    CoverageGroup = "coverage.group" [],
    CoverageSubjects = "coverage.subjects" [],
    CoverageOwed = "coverage.owed" [],
    CoverageFull = "coverage.full" [],
    CoverageRatio = "coverage.ratio" [],
    CoverageLesser = "coverage.lesser" [],
    CoverageExcepted = "coverage.excepted" [],
    CoveragePresumed = "coverage.presumed" [],
    CoverageLegend = "coverage.legend" [],
    CoverageMissing = "coverage.missing" ["count"],
    CoverageMaybe = "coverage.maybe" ["count"],
    TargetLine = "target.line" ["label", "clauses", "due", "days", "ratio", "standing"],
    TargetDaysLeft = "target.days_left" ["days"],
    TargetDaysPast = "target.days_past" ["days"],
    TargetReached = "target.reached" [],
    TargetNotReached = "target.not_reached" [],
    TargetOpen = "target.open" [],
    TargetPeopleJudge = "target.people_judge" [],
    TargetNothingOwed = "target.nothing_owed" [],

    ScheduleCalendar = "schedule.calendar" ["title"],
    SchedulePlace = "schedule.place" ["county", "name"],
    ScheduleSummary = "schedule.summary" ["name", "what"],
    SchedulePossible = "schedule.possible" ["name", "what"],
    SchedulePossibly = "schedule.possibly" ["what"],
    ScheduleDutyForms = "schedule.duty_forms" ["duty", "forms"],
    ScheduleDuty = "schedule.duty" [],
    ScheduleReport = "schedule.report" [],
    ScheduleDue = "schedule.due" ["due"],
    ScheduleStatus = "schedule.status" ["as_of", "status"],
    ScheduleClauses = "schedule.clauses" ["list"],
    ScheduleUnits = "schedule.units" ["list"],
    SchedulePosts = "schedule.posts" ["list"],
    ScheduleNotThere = "schedule.not_there" ["list"],
    ScheduleMissing = "schedule.missing" ["list"],
    ScheduleJoin = "schedule.join" [],
    ScheduleByDay = "schedule.by_day" ["due", "days", "count"],
    ScheduleMaybe = "schedule.maybe" ["count"],
    ScheduleWhat = "schedule.what" [],
    ScheduleAnswers = "schedule.answers" [],

    TreeResult = "tree.result" [],
    TreeReason = "tree.reason" [],
    TreeConditions = "tree.conditions" [],
    TreeProvisions = "tree.provisions" [],
    TreeResponsible = "tree.responsible" [],
    TreeUnits = "tree.units" [],
    TreePosts = "tree.posts" [],
    TreeNotThere = "tree.not_there" [],
    TreeDecisive = "tree.decisive" [],
    TreeMissing = "tree.missing" [],
    TreeWarnings = "tree.warnings" [],
    TreeObserved = "tree.observed" ["observed", "wanted"],
    Unknown = "value.unknown" [],
    Yes = "value.yes" [],
    No = "value.no" [],

    ProvisionGuidance = "provision.guidance" [],
    ProvisionCarriedBy = "provision.carried_by" ["rules"],
    ProvisionNotYet = "provision.not_yet" [],
    ProvisionTotals = "provision.totals" ["provisions", "clauses", "carried", "guidance", "open"],
    ReadingDefault = "reading.default" [],
    ReadingInForce = "reading.in_force" [],

    ProofHeading = "proof.heading" ["policy", "title"],
    ProofCells = "proof.cells" ["rows", "cells", "classes"],
    ProofAgrees = "proof.agrees" [],
    ProofDecided = "proof.decided" [],
    ProofContested = "proof.contested" [],
    ProofReached = "proof.reached" ["tiers", "areas", "readings", "words"],
    ProofMonotone = "proof.monotone" [],
    ProofWeakens = "proof.weakens" ["reading", "row", "from", "stronger", "weaker"],
    ProofMatters = "proof.matters" ["reading", "subject", "before", "after"],
    ProofFault = "proof.fault" ["what"],
    ProofFaults = "proof.faults" ["count"],
    ProofSound = "proof.sound" [],

    FaultUndecided = "fault.undecided" ["what"],
    FaultContested = "fault.contested" ["row", "first", "second", "from"],
    FaultUnreachableTier = "fault.unreachable_tier" ["row", "tier"],
    FaultUnreachableRow = "fault.unreachable_row" ["row"],
    FaultUnusedArea = "fault.unused_area" ["area"],
    FaultUnusedDate = "fault.unused_date" ["date"],
    FaultUnusedForm = "fault.unused_form" ["form"],
    FaultIdleReading = "fault.idle_reading" ["reading"],
    FaultWeakens = "fault.weakens" ["row", "from", "stronger", "weaker"],
    FaultDiffers = "fault.differs" ["what"],

    ErrorInvalidFacts = "error.invalid_facts" ["detail"],
    ErrorHelpInvalidFacts = "error_help.invalid_facts" ["detail"],
    ErrorUnknownFact = "error.unknown_fact" ["detail"],
    ErrorHelpUnknownFact = "error_help.unknown_fact" ["detail"],
    ErrorUnknownReading = "error.unknown_reading" ["detail"],
    ErrorHelpUnknownReading = "error_help.unknown_reading" ["detail"],
    ErrorUnknownChoice = "error.unknown_choice" ["detail"],
    ErrorHelpUnknownChoice = "error_help.unknown_choice" ["detail"],
    ErrorMissingArgument = "error.missing_argument" ["detail"],
    ErrorHelpMissingArgument = "error_help.missing_argument" ["detail"],
    ErrorUnknownArgument = "error.unknown_argument" ["detail"],
    ErrorHelpUnknownArgument = "error_help.unknown_argument" ["detail"],
    ErrorInvalidArgument = "error.invalid_argument" ["detail"],
    ErrorHelpInvalidArgument = "error_help.invalid_argument" ["detail"],
    ErrorUnknownPolicy = "error.unknown_policy" ["detail"],
    ErrorHelpUnknownPolicy = "error_help.unknown_policy" ["detail"],
    ErrorUnreadablePack = "error.unreadable_pack" ["detail"],
    ErrorHelpUnreadablePack = "error_help.unreadable_pack" ["detail"],
    ErrorFaultyPack = "error.faulty_pack" ["detail"],
    ErrorHelpFaultyPack = "error_help.faulty_pack" ["detail"],
    ErrorForeignSubject = "error.foreign_subject" ["detail"],
    ErrorHelpForeignSubject = "error_help.foreign_subject" ["detail"],

    ProblemUnreadableCode = "problem.unreadable_code" ["column", "value", "detail"],
    HelpUnreadableCode = "problem_help.unreadable_code" ["column", "value", "detail"],
    ProblemUnreadableKind = "problem.unreadable_kind" ["column", "value", "detail"],
    HelpUnreadableKind = "problem_help.unreadable_kind" ["column", "value", "detail"],
    ProblemUnreadableForm = "problem.unreadable_form" ["column", "value", "detail"],
    HelpUnreadableForm = "problem_help.unreadable_form" ["column", "value", "detail"],
    ProblemUnreadableBoolean = "problem.unreadable_boolean" ["column", "value", "detail"],
    HelpUnreadableBoolean = "problem_help.unreadable_boolean" ["column", "value", "detail"],
    ProblemUnreadableDate = "problem.unreadable_date" ["column", "value", "detail"],
    HelpUnreadableDate = "problem_help.unreadable_date" ["column", "value", "detail"],
    ProblemUnreadableNumber = "problem.unreadable_number" ["column", "value", "detail"],
    HelpUnreadableNumber = "problem_help.unreadable_number" ["column", "value", "detail"],
    ProblemTotalOutOfBounds = "problem.total_out_of_bounds" ["column", "value", "detail"],
    HelpTotalOutOfBounds = "problem_help.total_out_of_bounds" ["column", "value", "detail"],
    ProblemDateWithoutOrganisation = "problem.date_without_organisation" ["column", "value", "detail"],
    HelpDateWithoutOrganisation = "problem_help.date_without_organisation" ["column", "value", "detail"],
    ProblemKindNotSettled = "problem.kind_not_settled" ["column", "value", "detail"],
    HelpKindNotSettled = "problem_help.kind_not_settled" ["column", "value", "detail"],
    ProblemContradictsCode = "problem.contradicts_code" ["column", "value", "detail"],
    HelpContradictsCode = "problem_help.contradicts_code" ["column", "value", "detail"],
    ProblemAmbiguousName = "problem.ambiguous_name" ["column", "value", "detail"],
    HelpAmbiguousName = "problem_help.ambiguous_name" ["column", "value", "detail"],
    ProblemUnknownPlace = "problem.unknown_place" ["column", "value", "detail"],
    HelpUnknownPlace = "problem_help.unknown_place" ["column", "value", "detail"],
    ProblemOutsideArea = "problem.outside_area" ["column", "value", "detail"],
    HelpOutsideArea = "problem_help.outside_area" ["column", "value", "detail"],
    ProblemDuplicateCode = "problem.duplicate_code" ["column", "value", "detail"],
    HelpDuplicateCode = "problem_help.duplicate_code" ["column", "value", "detail"],
    HelpFormula = "problem_help.formula" ["column", "value", "detail"],
    HelpFormulaError = "problem_help.formula_error" ["column", "value", "detail"],
    HelpMergedPeople = "problem_help.merged_people" ["column", "value", "detail"],
    WarningNameNotFound = "warning.name_not_found" ["column", "value", "detail"],
    WarningCodeNotFound = "warning.code_not_found" ["column", "value", "detail"],
    WarningNameDiffersFromCode = "warning.name_differs_from_code" ["column", "value", "detail"],
    WarningNearName = "warning.near_name" ["column", "value", "detail"],
    ReadNoHeader = "read.no_header" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpNoHeader = "read_help.no_header" ["line", "column", "found", "expected", "known", "index"],
    ReadDuplicateHeader = "read.duplicate_header" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpDuplicateHeader = "read_help.duplicate_header" ["line", "column", "found", "expected", "known", "index"],
    ReadNotText = "read.not_text" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpNotText = "read_help.not_text" ["line", "column", "found", "expected", "known", "index"],
    ReadMalformedCsv = "read.malformed_csv" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpMalformedCsv = "read_help.malformed_csv" ["line", "column", "found", "expected", "known", "index"],
    ReadNotAnArray = "read.not_an_array" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpNotAnArray = "read_help.not_an_array" ["line", "column", "found", "expected", "known", "index"],
    ReadNotAnObject = "read.not_an_object" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpNotAnObject = "read_help.not_an_object" ["line", "column", "found", "expected", "known", "index"],
    ReadMalformedJson = "read.malformed_json" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpMalformedJson = "read_help.malformed_json" ["line", "column", "found", "expected", "known", "index"],
    ReadOtherFormat = "read.other_format" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpOtherFormat = "read_help.other_format" ["line", "column", "found", "expected", "known", "index"],
    ReadMalformedXlsx = "read.malformed_xlsx" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpMalformedXlsx = "read_help.malformed_xlsx" ["line", "column", "found", "expected", "known", "index"],
    ReadTooLarge = "read.too_large" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpTooLarge = "read_help.too_large" ["line", "column", "found", "expected", "known", "index"],
    ReadLocked = "read.locked" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpLocked = "read_help.locked" ["line", "column", "found", "expected", "known", "index"],
    ReadNoSuchSheet = "read.no_such_sheet" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpNoSuchSheet = "read_help.no_such_sheet" ["line", "column", "found", "expected", "known", "index"],
    ReadNoVisibleSheet = "read.no_visible_sheet" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpNoVisibleSheet = "read_help.no_visible_sheet" ["line", "column", "found", "expected", "known", "index"],
    ReadIo = "read.io" ["line", "column", "found", "expected", "known", "index"],
    ReadHelpIo = "read_help.io" ["line", "column", "found", "expected", "known", "index"],
}

/// The texts of all words, in the order of [`Word::ALL`].
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words(Vec<Text>);

/// A part of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part<'w> {
    /// What it says.
    pub text: &'w str,
    /// The slot that follows; none at the end.
    pub slot: Option<&'w str>,
}

impl Words {
    /// The words with these texts, by key; one without a text stays empty.
    #[must_use]
    pub fn new(texts: &BTreeMap<String, Text>) -> Self {
        let text = |word: &Word| texts.get(word.code()).cloned().unwrap_or_default();
        Self(Word::ALL.iter().map(text).collect())
    }

    /// The words with these texts, in the order of [`Word::ALL`].
    pub(super) fn of_texts(texts: Vec<Text>) -> Self {
        Self(texts)
    }

    /// The text of a word.
    #[must_use]
    pub fn text(&self, word: Word) -> Option<&Text> {
        self.0.get(word as usize)
    }

    pub(super) fn texts_mut(&mut self) -> impl Iterator<Item = &mut Text> {
        self.0.iter_mut()
    }

    /// The text of a word, its slots open. A word without a text shows its key: the loader refuses
    /// such a pack, so that only a check of a broken one comes here.
    #[must_use]
    pub fn get(&self, word: Word, lang: Lang) -> &str {
        self.text(word).map_or(word.code(), |text| text.get(lang))
    }

    /// The text of a word with its slots filled; one without a filling stays open. What a filling
    /// says is never read as a slot.
    #[must_use]
    pub fn say(&self, word: Word, lang: Lang, slots: &[(&str, &str)]) -> String {
        let mut text = String::new();
        for part in self.parts(word, lang) {
            text.push_str(part.text);
            if let Some(slot) = part.slot {
                match slots.iter().find(|(known, _)| *known == slot) {
                    Some((_, filling)) => text.push_str(filling),
                    None => text.extend(["{", slot, "}"]),
                }
            }
        }
        text
    }

    /// The text of a word in parts, each up to a slot.
    pub fn parts(&self, word: Word, lang: Lang) -> impl Iterator<Item = Part<'_>> {
        let mut rest = Some(self.get(word, lang));
        core::iter::from_fn(move || {
            let text = rest.take()?;
            let Some((before, behind)) = text.split_once('{') else {
                return Some(Part { text, slot: None });
            };
            let Some((slot, behind)) = behind.split_once('}') else {
                return Some(Part { text, slot: None });
            };
            rest = Some(behind);
            Some(Part { text: before, slot: Some(slot) })
        })
    }

    /// The text of a key that is put together, as of a topic and a problem's code.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<&Text> {
        let word = Word::ALL.iter().find(|word| word.code() == key)?;
        self.text(*word)
    }
}

impl Word {
    /// The word for a duty; none is "undetermined".
    #[must_use]
    pub const fn duty(duty: Option<Duty>) -> Self {
        match duty {
            Some(Duty::Must) => Self::DutyMust,
            Some(Duty::InPrincipleMust) => Self::DutyInPrincipleMust,
            Some(Duty::Should) => Self::DutyShould,
            Some(Duty::InPrincipleShould) => Self::DutyInPrincipleShould,
            Some(Duty::May) => Self::DutyMay,
            Some(Duty::None) => Self::DutyNone,
            None => Self::DutyUndetermined,
        }
    }
    /// The word for a status.
    #[must_use]
    pub const fn status(status: Status) -> Self {
        match status {
            Status::Satisfied => Self::StatusSatisfied,
            Status::SatisfiedLate => Self::StatusSatisfiedLate,
            Status::Excepted => Self::StatusExcepted,
            Status::Unverified => Self::StatusUnverified,
            Status::Overdue => Self::StatusOverdue,
            Status::DueSoon => Self::StatusDueSoon,
            Status::Pending => Self::StatusPending,
            Status::Optional => Self::StatusOptional,
            Status::NotApplicable => Self::StatusNotApplicable,
            Status::Undetermined => Self::StatusUndetermined,
        }
    }
    /// The word for a fulfilment.
    #[must_use]
    pub const fn fulfilment(fulfilment: Fulfilment) -> Self {
        match fulfilment {
            Fulfilment::Full => Self::FulfilmentFull,
            Fulfilment::Lesser => Self::FulfilmentLesser,
            Fulfilment::None => Self::FulfilmentNone,
            Fulfilment::Unknown => Self::FulfilmentUnknown,
            Fulfilment::NotApplicable => Self::FulfilmentNotApplicable,
        }
    }
}
