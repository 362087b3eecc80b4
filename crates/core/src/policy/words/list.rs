//! Which words there are, and what may stand in each.

#[cfg(feature = "checks")]
use crate::checks::{Check, Outcome};
use crate::model::{Duty, Fulfilment, Status};
#[cfg(feature = "checks")]
use crate::policy::ClauseKind;

macro_rules! words {
    (
        $($name:ident = $code:literal [$($slot:literal),*],)*
        ;
        $($of_checks:ident = $its_code:literal [$($its_slot:literal),*],)*
    ) => {
        /// A word, phrase or sentence for people. Each has a text in each language, with slots such
        /// as `{name}` that are filled in.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[expect(missing_docs, reason = "each is documented by its code and its text in crates/pack/words")]
        pub enum Word {
            $($name,)*
            $(#[cfg(feature = "checks")] $of_checks,)*
        }

        impl Word {
            /// All of them.
            pub const ALL: &[Self] = &[
                $(Self::$name,)*
                $(#[cfg(feature = "checks")] Self::$of_checks,)*
            ];

            /// The key of its text.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                    $(#[cfg(feature = "checks")] Self::$of_checks => $its_code,)*
                }
            }

            /// The slots that its text has.
            #[must_use]
            pub const fn slots(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($slot),*],)*
                    $(#[cfg(feature = "checks")] Self::$of_checks => &[$($its_slot),*],)*
                }
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
    TargetAbsent = "target.absent" ["count"],
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
    ErrorUnfitColumns = "error.unfit_columns" ["detail"],

    ErrorHelpForeignSubject = "error_help.foreign_subject" ["detail"],
    ErrorHelpUnfitColumns = "error_help.unfit_columns" ["detail"],

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

    // Words of the checks stand last, so that a module without them has the others' places.
    ;
    OutlineLead = "outline.lead" [],
    OutlineContents = "outline.contents" [],
    OutlineSkip = "outline.skip" [],
    OutlineClauses = "outline.clauses" ["count"],
    OutlineModality = "outline.modality" [],
    OutlineKind = "outline.kind" [],
    OutlineRules = "outline.rules" [],
    OutlineRule = "outline.rule" [],
    OutlineReadings = "outline.readings" [],
    OutlineAllRules = "outline.all_rules" [],
    OutlineAllReadings = "outline.all_readings" [],
    OutlineCarries = "outline.carries" [],
    OutlineTouches = "outline.touches" [],
    OutlineFolded = "outline.folded" ["count"],
    OutlineData = "outline.data" [],
    OutlineCode = "outline.code" [],
    OutlineVectors = "outline.vectors" [],
    OutlineVectorsTouching = "outline.vectors_touching" [],
    ReviewTitle = "review.title" ["policy"],
    ReviewLead = "review.lead" [],
    ReviewWalked = "review.walked" [],
    ReviewResult = "review.result" [],
    ReviewFindings = "review.findings" [],
    ReviewMap = "review.map" [],
    ReviewMapLead = "review.map_lead" [],
    ReviewWhole = "review.whole" [],
    ReviewElsewhere = "review.elsewhere" [],
    ReviewAnyNumber = "review.any_number" [],
    ReviewReady = "review.ready" [],
    ReviewUnready = "review.unready" [],
    ReviewGap = "review.gap" [],
    ReviewOverlap = "review.overlap" ["tier"],
    ReviewLeast = "review.least" [],
    ReviewMost = "review.most" [],
    ReviewNoUpper = "review.no_upper" ["people"],
    ReviewReadings = "review.readings" [],
    ReviewReadingsLead = "review.readings_lead" [],
    ReviewNoReadings = "review.no_readings" [],
    ReviewOther = "review.other" ["choice"],
    ReviewWho = "review.who" [],
    ReviewBefore = "review.before" [],
    ReviewAfter = "review.after" [],
    ReviewCells = "review.cells" [],
    ReviewPlaces = "review.places" [],
    ReviewPresumptions = "review.presumptions" [],
    ReviewCounted = "review.counted" [],
    ReviewDates = "review.dates" [],
    ReviewDatesOnly = "review.dates_only" [],
    ReviewExample = "review.example" [],
    ReviewAgain = "review.again" [],
    ReviewClauses = "review.clauses" [],
    ReviewNothing = "review.nothing" [],
    ReviewSortTier = "review.sort_tier" [],
    ReviewSortUnready = "review.sort_unready" [],
    ReviewSortLimit = "review.sort_limit" [],
    ReviewLimitIn = "review.limit_in" [],
    ReviewLimitOut = "review.limit_out" [],
    ReviewSortDate = "review.sort_date" [],
    ReviewSortRest = "review.sort_rest" [],
    ReviewRestLiteral = "review.rest_literal" [],
    ReviewRestMoves = "review.rest_moves" [],
    ReviewSortArea = "review.sort_area" [],
    ReviewAreaPlaces = "review.area_places" ["area", "count"],
    ReviewSortPresumption = "review.sort_presumption" [],
    ReviewSortAnswer = "review.sort_answer" [],
    ReviewSortReport = "review.sort_report" [],
    ReviewSortTarget = "review.sort_target" [],
    ReviewSortStep = "review.sort_step" [],
    ReviewFaults = "review.faults" [],
    ReviewFaultsLead = "review.faults_lead" [],
    ReviewWeakenings = "review.weakenings" [],
    ClauseKindEligibility = "clause_kind.eligibility" [],
    ClauseKindDeadline = "clause_kind.deadline" [],
    ClauseKindResponsibility = "clause_kind.responsibility" [],
    ClauseKindProcedure = "clause_kind.procedure" [],
    ClauseKindLeadership = "clause_kind.leadership" [],
    ClauseKindRegistration = "clause_kind.registration" [],
    ClauseKindPlatform = "clause_kind.platform" [],
    ClauseKindSafeguard = "clause_kind.safeguard" [],
    ClauseKindTarget = "clause_kind.target" [],
    ClauseKindReporting = "clause_kind.reporting" [],
    ClauseKindPrinciple = "clause_kind.principle" [],

    OutcomeMet = "outcome.met" [],
    OutcomeNotYet = "outcome.not_yet" [],
    OutcomeNotMet = "outcome.not_met" [],
    OutcomeAdvice = "outcome.advice" [],
    OutcomeReview = "outcome.review" [],
    OutcomeUnknown = "outcome.unknown" [],
    OutcomeNotApplicable = "outcome.not_applicable" [],

    CheckEligibility = "check.eligibility" [],
    CheckProcedure = "check.procedure" [],
    CheckLeadership = "check.leadership" [],
    CheckOffice = "check.office" [],
    CheckPlatform = "check.platform" [],
    CheckSafeguards = "check.safeguards" [],
    CheckGovernance = "check.governance" [],
    CheckReport = "check.report" [],

    FindingHeading = "finding.heading" ["rule", "clause"],
    FindingDue = "finding.due" ["due", "days"],
    FindingFact = "finding.fact" ["fact", "path"],
    FindingSource = "finding.source" ["source"],
    FindingTotals = "finding.totals" ["count", "outcomes"],

    RuleOutcomes = "rule.outcomes" ["outcomes"],
    RuleTotals = "rule.totals" ["count"],

    ProcedureDone = "procedure.done" [],
    ProcedurePossible = "procedure.possible" [],
    ProcedureBlocked = "procedure.blocked" [],
    ProcedureUnknown = "procedure.unknown" [],
    ProcedureNotApplicable = "procedure.not_applicable" [],
    ProcedureOn = "procedure.on" ["day"],
    ProcedureAfter = "procedure.after" ["steps"],

    PlanHeading = "plan.heading" ["name", "path"],
    PlanNoPath = "plan.no_path" ["name"],
    PlanOpenPath = "plan.open_path" [],
    PlanStage = "plan.stage" ["number"],
    PlanStep = "plan.step" ["step", "clauses"],
    PlanFindOut = "plan.find_out" [],
    PlanBodies = "plan.bodies" ["bodies"],
    PlanStandIn = "plan.stand_in" ["body", "next"],
    PlanNotThere = "plan.not_there" ["body"],
    PlanDue = "plan.due" ["due"],
    PlanDone = "plan.done" ["steps"],
    PlanNothing = "plan.nothing" [],

    DossierTitle = "dossier.title" ["name"],
    DossierAsOf = "dossier.as_of" ["as_of"],
    DossierCode = "dossier.code" ["code", "gazetteer"],
    DossierPeople = "dossier.people" [],
    DossierDueDays = "dossier.due_days" ["due", "days"],
    DossierToDo = "dossier.to_do" [],
    DossierNothingToDo = "dossier.nothing_to_do" [],
    DossierToDecide = "dossier.to_decide" [],
    DossierMissing = "dossier.missing" [],
    DossierOutcome = "dossier.outcome" [],
    DossierFinding = "dossier.finding" [],
    DossierNoDue = "dossier.no_due" [],
    DossierSeveral = "dossier.several" ["rule", "count"],
    DossierNotApplicable = "dossier.not_applicable" ["rules"],
    DossierReadings = "dossier.readings" ["readings"],
    DossierNature = "dossier.nature" ["review"],
    DossierAgain = "dossier.again" ["policy", "digest", "plan", "library"],

    WhatIfHeading = "what_if.heading" [],
    WhatIfNothing = "what_if.nothing" [],
    WhatIfLine = "what_if.line" ["changes", "gives"],
    WhatIfAnd = "what_if.and" [],
    WhatIfMore = "what_if.more" ["fact", "from", "to", "count"],
    WhatIfFewer = "what_if.fewer" ["fact", "from", "to", "count"],
    WhatIfKnown = "what_if.known" ["fact", "value"],
    WhatIfSaid = "what_if.said" ["fact", "value"],
    WhatIfSetUp = "what_if.set_up" ["forms", "by"],
    WhatIfSetUpBetween = "what_if.set_up_between" ["forms", "from", "by"],
    WhatIfThere = "what_if.there" ["forms"],
    WhatIfThereSince = "what_if.there_since" ["forms", "from"],
    WhatIfInTime = "what_if.in_time" ["gives", "due"],
    WhatIfNoOrganisation = "what_if.no_organisation" [],
    WhatIfReading = "what_if.reading" ["reading", "choice"],
    WhatIfNothingAsked = "what_if.nothing_asked" [],
    WhatIfDutyOpen = "what_if.duty_open" [],
    WhatIfNotThere = "what_if.not_there" [],
    WhatIfOrganisation = "what_if.organisation" ["fulfilment"],
    WhatIfJoin = "what_if.join" [],
    NextFactHeading = "next_fact.heading" [],
    NextFactAsk = "next_fact.ask" ["fact", "settles", "answers"],
    NextFactPossible = "next_fact.possible" ["gives", "duties"],
    NextFactOpen = "next_fact.open" ["gives"],
    NextFactFrom = "next_fact.from" ["count"],

    SensitivityReading = "sensitivity.reading" [],
    SensitivitySubjects = "sensitivity.subjects" [],
    SensitivityFrom = "sensitivity.from" [],
    SensitivityTo = "sensitivity.to" [],
    SensitivityRows = "sensitivity.rows" [],
    SensitivityChoice = "sensitivity.choice" ["choice", "code"],
    SensitivitySum = "sensitivity.sum" ["duty", "fulfilment", "status"],
    SensitivityNoReadings = "sensitivity.no_readings" [],
    SensitivityAlone = "sensitivity.alone" ["changing", "choices", "subjects"],
    SensitivityTogether = "sensitivity.together" ["pairs"],
    SensitivityNothingTogether = "sensitivity.nothing_together" [],
    SensitivityNear = "sensitivity.near" ["within", "near", "more", "fewer"],
    SensitivityPeople = "sensitivity.people" [],
    SensitivityPeopleMore = "sensitivity.people_more" ["within"],
    SensitivityPeopleFewer = "sensitivity.people_fewer" ["within"],
    SensitivityUnknown = "sensitivity.unknown" ["unknown", "subjects"],
    SensitivityNearest = "sensitivity.nearest" ["count"],
    SensitivityMore = "sensitivity.more" [],
    SensitivityFewer = "sensitivity.fewer" [],

    CaseProcedureForm = "case.procedure.form" [],
    CaseProcedureOffice = "case.procedure.office" [],
    CaseProcedureEvents = "case.procedure.events" ["step"],
    CaseProcedureDay = "case.procedure.day" ["step"],
    CaseProcedureBodies = "case.procedure.bodies" ["step"],
    CaseProcedureFederations = "case.procedure.federations" ["level"],
    CaseLeadershipKeyWorkCounty = "case.leadership.key_work_county" [],
    CaseLeadershipSuitableFullTimeCandidate = "case.leadership.suitable_full_time_candidate" [],
    CaseLeadershipMorePostsSought = "case.leadership.more_posts_sought" [],
    CaseLeadershipMembers = "case.leadership.members" [],
    CaseLeadershipMemberTime = "case.leadership.member.time" ["number"],
    CaseLeadershipMemberIdentity = "case.leadership.member.identity" ["number"],
    CaseLeadershipMemberFrom = "case.leadership.member.from" ["number"],
    CaseLeadershipSection = "case.leadership.section" [],
    CaseLeadershipStaffing = "case.leadership.staffing" [],
    CaseLeadershipLeaderInCharge = "case.leadership.leader_in_charge" [],
    CaseLeadershipCadreDesignated = "case.leadership.cadre.designated" [],
    CaseLeadershipCadreIdentity = "case.leadership.cadre.identity" [],
    CaseLeadershipCadreFrom = "case.leadership.cadre.from" [],
    CaseLeadershipOnePerson = "case.leadership.one_person" [],
    CaseLeadershipPriorityPeople = "case.leadership.priority_people" [],
    CaseLeadershipCandidatesDecided = "case.leadership.candidates_decided" [],
    CaseLeadershipCandidatesConsulted = "case.leadership.candidates_consulted" [],
    CaseLeadershipResultFiled = "case.leadership.result_filed" [],
    CaseOfficeKeyHomeArea = "case.office.key_home_area" [],
    CaseOfficeSought = "case.office.sought" [],
    CaseOfficeApproved = "case.office.approved" [],
    CaseOfficeRegistered = "case.office.registered" [],
    CaseOfficeRegisteredWith = "case.office.registered_with" [],
    CaseOfficeCodeSystem = "case.office.code_system" [],
    CaseOfficeCreditCode = "case.office.credit_code" [],
    CasePlatformStandard = "case.platform.standard" ["item"],
    CasePlatformNewcomersGather = "case.platform.newcomers_gather" [],
    CasePlatformStationHome = "case.platform.station_home" [],
    CasePlatformFederation = "case.platform.federation" ["level"],
    CasePlatformGroup = "case.platform.group" ["level", "group"],
    CasePlatformActivities = "case.platform.activities" ["item"],
    CaseSafeguardsManagedAlike = "case.safeguards.managed_alike" [],
    CaseSafeguardsBudgets = "case.safeguards.budgets" ["year"],
    CaseSafeguardsTraining = "case.safeguards.training" [],
    CaseSafeguardsSharedResources = "case.safeguards.shared_resources" [],

    ErrorNoSuchCheck = "error.no_such_check" ["detail"],

    ErrorHelpNoSuchCheck = "error_help.no_such_check" ["detail"],

    ErrorInvalidInput = "error.invalid_input" ["detail"],

    ErrorHelpInvalidInput = "error_help.invalid_input" ["detail"],

    InputUnreadable = "input.unreadable_input" ["line", "column", "detail"],

    InputHelpUnreadable = "input_help.unreadable_input" ["line", "column", "detail"],

    InputUnfit = "input.unfit_value" ["found", "detail"],

    InputHelpUnfit = "input_help.unfit_value" ["found", "detail"],

    InputMissingName = "input.missing_name" ["found"],

    InputHelpMissingName = "input_help.missing_name" ["found"],

    DiffHeading = "diff.heading" ["before", "after"],
    DiffSide = "diff.side" ["policy", "readings"],
    DiffSame = "diff.same" [],
    DiffClasses = "diff.classes" ["count"],
    DiffNoClasses = "diff.no_classes" [],
    DiffNoClassesAsCounted = "diff.no_classes_as_counted" [],
    DiffInterval = "diff.interval" [],
    DiffOtherCounted = "diff.other_counted" [],
    DiffConstants = "diff.constants" ["count"],
    DiffKindsBefore = "diff.kinds_before" ["list"],
    DiffKindsAfter = "diff.kinds_after" ["list"],
    DiffCountiesBefore = "diff.counties_before" ["list"],
    DiffCountiesAfter = "diff.counties_after" ["list"],
    DiffRestLiteral = "diff.rest_literal" [],
    DiffRestNextWorkingDay = "diff.rest_next_working_day" [],
    DiffNotCompared = "diff.not_compared" [],
    DiffAllUnits = "diff.all_units" [],
    DiffInArea = "diff.in_area" ["area"],
    DiffOutside = "diff.outside" ["areas"],
    DiffMoved = "diff.moved" ["before", "after", "places"],
    DiffMovedByRecord = "diff.moved_by_record" ["before", "after", "places"],
    DiffByRecordOnly = "diff.by_record_only" [],
    DiffQuoted = "diff.quoted" ["area"],
    DiffPlain = "diff.plain" [],
    DiffAnyNumber = "diff.any_number" [],
    DiffConditionsMet = "diff.conditions_met" [],
    DiffConditionsNotMet = "diff.conditions_not_met" [],
    DiffRecorded = "diff.recorded" ["forms"],
    DiffUnrecorded = "diff.unrecorded" [],
    DiffPresumed = "diff.presumed" ["before", "after", "places"],
    DiffClass = "diff.class" ["who", "change", "clauses"],
    DiffPart = "diff.part" ["what", "change"],
    DiffChange = "diff.change" ["before", "after"],
    DiffUndecided = "diff.undecided" [],
    DiffConstant = "diff.constant" ["what", "change"],
    DiffConstantOf = "diff.constant_of" ["what", "name", "change"],
    DiffRestsOn = "diff.rests_on" ["clauses"],
    DiffAbsent = "diff.absent" [],
    DiffAlso = "diff.also" [],
    DiffSubjects = "diff.subjects" ["as_of", "assessed", "changed", "duty", "forms", "due", "fulfilment", "status"],
    DiffFlow = "diff.flow" ["count", "before", "after"],
    DiffRejected = "diff.rejected" ["count"],
    DiffReadByFirst = "diff.read_by_first" ["count"],
    DiffReadBySecond = "diff.read_by_second" ["count"],

    DiffWeekdayMonday = "diff_weekday.monday" [],
    DiffWeekdayTuesday = "diff_weekday.tuesday" [],
    DiffWeekdayWednesday = "diff_weekday.wednesday" [],
    DiffWeekdayThursday = "diff_weekday.thursday" [],
    DiffWeekdayFriday = "diff_weekday.friday" [],
    DiffWeekdaySaturday = "diff_weekday.saturday" [],
    DiffWeekdaySunday = "diff_weekday.sunday" [],

    DiffConstantGroup = "diff_constant.group" [],
    DiffConstantForm = "diff_constant.form" [],
    DiffConstantFullForm = "diff_constant.full_form" [],
    DiffConstantNoForm = "diff_constant.no_form" [],
    DiffConstantCounted = "diff_constant.counted" [],
    DiffConstantDueSoonDays = "diff_constant.due_soon_days" [],
    DiffConstantLimitInclusive = "diff_constant.limit_inclusive" [],
    DiffConstantDate = "diff_constant.date" [],
    DiffConstantRestRule = "diff_constant.rest_rule" [],
    DiffConstantRestWeekday = "diff_constant.rest_weekday" [],
    DiffConstantRestHoliday = "diff_constant.rest_holiday" [],
    DiffConstantAreaKinds = "diff_constant.area_kinds" [],
    DiffConstantAreaIsKeyArea = "diff_constant.area_is_key_area" [],
    DiffConstantAreaPlace = "diff_constant.area_place" [],
    DiffConstantPresumption = "diff_constant.presumption" [],
    DiffConstantRowKinds = "diff_constant.row_kinds" [],
    DiffConstantRowArea = "diff_constant.row_area" [],
    DiffConstantTierFrom = "diff_constant.tier_from" [],
    DiffConstantTierLimit = "diff_constant.tier_limit" [],
    DiffConstantTierIsUpper = "diff_constant.tier_is_upper" [],
    DiffConstantTierDuty = "diff_constant.tier_duty" [],
    DiffConstantTierForms = "diff_constant.tier_forms" [],
    DiffConstantTierDue = "diff_constant.tier_due" [],
    DiffConstantReadingDefault = "diff_constant.reading_default" [],
    DiffConstantReadingInForce = "diff_constant.reading_in_force" [],
    DiffConstantTargetKinds = "diff_constant.target_kinds" [],
    DiffConstantTargetPercent = "diff_constant.target_percent" [],
    DiffConstantTargetDue = "diff_constant.target_due" [],
    DiffConstantReportKinds = "diff_constant.report_kinds" [],
    DiffConstantReportDue = "diff_constant.report_due" [],
    DiffConstantAnswerUnits = "diff_constant.answer_units" [],
    DiffConstantAnswerPosts = "diff_constant.answer_posts" [],

    WantedTruth = "wanted.truth" [],
    WantedText = "wanted.text" [],
    WantedDay = "wanted.day" [],
    WantedList = "wanted.list" [],
    WantedObject = "wanted.object" [],
    WantedFact = "wanted.fact" [],

    InputUnknownCode = "input.unknown_code" ["found", "detail"],

    InputHelpUnknownCode = "input_help.unknown_code" ["found", "detail"],

    InputNoYear = "input.no_year" ["found", "detail"],

    InputHelpNoYear = "input_help.no_year" ["found", "detail"],

    InputGivenTwice = "input.given_twice" ["found", "detail"],

    InputHelpGivenTwice = "input_help.given_twice" ["found", "detail"],
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
    /// The word for what a check found.
    #[cfg(feature = "checks")]
    #[must_use]
    pub const fn outcome(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Met => Self::OutcomeMet,
            Outcome::NotYet => Self::OutcomeNotYet,
            Outcome::NotMet => Self::OutcomeNotMet,
            Outcome::Advice => Self::OutcomeAdvice,
            Outcome::Review => Self::OutcomeReview,
            Outcome::Unknown => Self::OutcomeUnknown,
            Outcome::NotApplicable => Self::OutcomeNotApplicable,
        }
    }
    /// The word for a check; none is "eligibility", whose rules belong to no check.
    #[cfg(feature = "checks")]
    #[must_use]
    pub const fn check(check: Option<Check>) -> Self {
        match check {
            None => Self::CheckEligibility,
            Some(Check::Procedure) => Self::CheckProcedure,
            Some(Check::Leadership) => Self::CheckLeadership,
            Some(Check::Office) => Self::CheckOffice,
            Some(Check::Platform) => Self::CheckPlatform,
            Some(Check::Safeguards) => Self::CheckSafeguards,
            Some(Check::Governance) => Self::CheckGovernance,
            Some(Check::Report) => Self::CheckReport,
        }
    }
    /// The word for what a clause is about.
    #[cfg(feature = "checks")]
    #[must_use]
    pub const fn clause_kind(kind: ClauseKind) -> Self {
        match kind {
            ClauseKind::Eligibility => Self::ClauseKindEligibility,
            ClauseKind::Deadline => Self::ClauseKindDeadline,
            ClauseKind::Responsibility => Self::ClauseKindResponsibility,
            ClauseKind::Procedure => Self::ClauseKindProcedure,
            ClauseKind::Leadership => Self::ClauseKindLeadership,
            ClauseKind::Registration => Self::ClauseKindRegistration,
            ClauseKind::Platform => Self::ClauseKindPlatform,
            ClauseKind::Safeguard => Self::ClauseKindSafeguard,
            ClauseKind::Target => Self::ClauseKindTarget,
            ClauseKind::Reporting => Self::ClauseKindReporting,
            ClauseKind::Principle => Self::ClauseKindPrinciple,
        }
    }
}
