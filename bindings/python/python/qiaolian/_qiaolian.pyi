"""The part of the package that is written in Rust."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from os import PathLike
from typing import Any, Final, Generic, Literal, TypeVar, final, overload, type_check_only

from typing_extensions import Self, Unpack

from ._codes import Check, Duty, Fulfilment, Outcome, Status
from ._errors import QiaolianError
from .types import (
    AnswerColumns,
    Case,
    CheckReport,
    Column,
    ColumnCodes,
    CoverageReport,
    Day,
    DeterminationDict,
    DiffReport,
    Dossier,
    EnvelopeDict,
    FilePlaceDict,
    FindingDict,
    FindingsDict,
    GovernanceInput,
    MistakeDict,
    NextFactReport,
    ExplainedDict,
    Fact,
    Facts,
    Lang,
    PlaceFindingsDict,
    PlanReport,
    PolicyEntry,
    ProblemDict,
    ProcedureReport,
    ProvisionEntry,
    ReadingEntry,
    ReportFindingsDict,
    ReportInput,
    ResolvedColumns,
    RuleDict,
    Schedule,
    SensitivityReport,
    SubjectDict,
    TextDict,
    TraceStepDict,
    WhatIfReport,
)

__all__ = [
    "Determination",
    "Envelope",
    "Explained",
    "FilePlace",
    "Finding",
    "Findings",
    "Mistake",
    "PlaceFindings",
    "Policy",
    "Problem",
    "ReportFindings",
    "Rule",
    "Subject",
    "Text",
    "TraceStep",
    "__version__",
    "schema",
]

__version__: Final[str]

_D = TypeVar("_D")

@type_check_only
class _Frozen(Generic[_D]):
    """What each frozen object can: it has no constructor, and no attribute can be set."""

    def to_dict(self) -> _D:
        """It as plain data, as it stands in JSON."""

    def to_json(self) -> str:
        """It as JSON, the same bytes on every surface."""

    @classmethod
    def from_json(cls, text: str) -> Self:
        """What was written with `to_json`."""

    def __hash__(self) -> int: ...

@final
class Text(_Frozen[TextDict]):
    """A text in both languages."""

    @property
    def zh(self) -> str:
        """Chinese."""

    @property
    def en(self) -> str:
        """English."""

@final
class TraceStep(_Frozen[TraceStepDict]):
    """One condition that was looked at."""

    @property
    def rule(self) -> str:
        """The rule that asks."""

    @property
    def provision(self) -> str | None:
        """The whole provision that it rests on; None where the document doesn't speak of it."""

    @property
    def clause(self) -> str | None:
        """The clause, `2.2#1`."""

    @property
    def fact(self) -> str:
        """The fact that it looks at."""

    @property
    def observed(self) -> bool | int | str | tuple[str, ...] | None:
        """What was found; None where unknown."""

    @property
    def wanted(self) -> bool | int | str | tuple[str, ...] | None:
        """What was wanted."""

    @property
    def holds(self) -> bool | Literal["unknown"]:
        """Whether it holds."""

@final
class Determination(_Frozen[DeterminationDict]):
    """What a policy says of one subject on one date, with what it rests on and what it lacks.

    Codes are the policy's. Only `reason` (both languages) and the responsible units and posts (the
    language asked for) are words for people.
    """

    @property
    def row(self) -> int | None:
        """The row of the register below its header, from 1; None for a single subject."""

    @property
    def code(self) -> str | None:
        """Division code; None where none is known."""

    @property
    def name(self) -> str | None:
        """Name, official where resolved, else as written."""

    @property
    def county(self) -> str | None:
        """County, official where resolved, else as written."""

    @property
    def kind(self) -> str:
        """Kind, by code."""

    @property
    def key_area(self) -> bool:
        """Whether it is one of the key areas."""

    @property
    def count(self) -> int:
        """People counted: the fewest that there can be."""

    @property
    def count_is_complete(self) -> bool:
        """Whether that is all of them."""

    @property
    def threshold(self) -> int | None:
        """The smallest number of people from which the subject's upper duty holds; None where none decides."""

    @property
    def shortfall(self) -> int | None:
        """How many people are short of the threshold; None where none are."""

    @property
    def duty(self) -> Duty:
        """The duty, or `undetermined` while several are possible."""

    @property
    def possible_duties(self) -> tuple[Duty, ...]:
        """The duties possible, strongest first."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that fulfil it, by code."""

    @property
    def due(self) -> date | None:
        """The last day in time; None where there is none, or possible outcomes differ."""

    @property
    def fulfilment(self) -> Fulfilment:
        """How far the existing organisation fulfils it."""

    @property
    def status(self) -> Status:
        """Where the subject stands on the date."""

    @property
    def days_left(self) -> int | None:
        """Days from the date to `due`, negative when past, while something is owed or may be."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that would settle what is open, by column."""

    @property
    def responsible_units(self) -> tuple[str, ...]:
        """Units that answer for it."""

    @property
    def responsible_posts(self) -> tuple[str, ...]:
        """Posts that answer for it."""

    @property
    def bodies_not_yet_there(self) -> tuple[str, ...]:
        """Those of the units that are known not to be there yet."""

    @property
    def provisions(self) -> tuple[str, ...]:
        """The provisions that it rests on, in ascending order."""

    @property
    def decisive_readings(self) -> tuple[str, ...]:
        """Readings of which another choice, alone, would change duty, fulfilment or status."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was odd about the record."""

    @property
    def as_of(self) -> date:
        """The date of the question."""

    @property
    def policy(self) -> str:
        """The policy and its version."""

    @property
    def readings(self) -> Mapping[str, str]:
        """The choices in force that aren't the default."""

    @property
    def reason(self) -> Text:
        """Why, in one sentence."""

    @property
    def trace(self) -> tuple[TraceStep, ...]:
        """Every condition that was looked at."""

    @property
    def extra(self) -> Mapping[str, str] | None:
        """The register's own columns that mean nothing to the rules, as text; absent where there are none."""

@final
class Explained(_Frozen[ExplainedDict]):
    """One subject explained."""

    @property
    def determination(self) -> Determination:
        """The determination, with reason and trace."""

    @property
    def tree(self) -> Text:
        """The same as a tree of lines to read."""

    @property
    def near_names(self) -> tuple[str, ...]:
        """Listed places whose names are near, where the name was found nowhere."""

@final
class Problem(_Frozen[ProblemDict]):
    """One problem of a record."""

    @property
    def column(self) -> str:
        """The column, by its English name."""

    @property
    def value(self) -> str:
        """What stands there."""

    @property
    def code(self) -> str:
        """What is wrong with it."""

    @property
    def message(self) -> Text:
        """What is wrong, in words."""

    @property
    def help(self) -> Text:
        """How to mend it."""

@final
class FilePlace(_Frozen[FilePlaceDict]):
    """A place in a file."""

    @property
    def file(self) -> str:
        """The file: within the pack, or its path."""

    @property
    def line(self) -> int | None:
        """The line, from 1; None for the whole file."""

    @property
    def column(self) -> int | None:
        """The column in characters, from 1; None for the whole line."""

@final
class Mistake(_Frozen[MistakeDict]):
    """A mistake in a pack; its words are English, as the pack's own keys are."""

    @property
    def where(self) -> FilePlace:
        """Where it stands."""

    @property
    def found(self) -> str:
        """What was found."""

    @property
    def expected(self) -> str:
        """What was expected."""

    @property
    def help(self) -> str:
        """How to mend it."""

@final
class Envelope(_Frozen[EnvelopeDict]):
    """An error as plain data: what each `QiaolianError` carries."""

    @property
    def code(self) -> str:
        """Which error it is."""

    @property
    def message(self) -> Text:
        """What is wrong."""

    @property
    def help(self) -> Text:
        """How to mend it."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the facts, where it is about facts."""

    @property
    def where(self) -> FilePlace | None:
        """Where in a pack the first mistake stands; absent where it is about no file."""

    @property
    def related(self) -> tuple[Mistake, ...]:
        """All mistakes of a pack, the first one too; absent where it is about no pack."""

@final
class Subject(_Frozen[SubjectDict]):
    """Which subject it is."""

    @property
    def code(self) -> str | None:
        """Division code; None where none is known."""

    @property
    def name(self) -> str | None:
        """Name, official where resolved, else as written."""

    @property
    def county(self) -> str | None:
        """County, official where resolved, else as written."""

    @property
    def kind(self) -> str:
        """Kind, by code."""

@final
class Finding(_Frozen[FindingDict]):
    """What was found of one rule."""

    @property
    def rule(self) -> str:
        """The rule."""

    @property
    def provision(self) -> str:
        """The clause that it rests on, `3.3#6`."""

    @property
    def outcome(self) -> Outcome:
        """What was found."""

    @property
    def message(self) -> Text:
        """The same in words."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that would settle it, as paths of the input."""

    @property
    def due(self) -> date | None:
        """By when; None where the document gives no date."""

    @property
    def responsible_posts(self) -> tuple[str, ...]:
        """The posts that answer for it; none where it doesn't apply."""

@final
class Findings(_Frozen[FindingsDict]):
    """What a check finds of one subject, or of the whole; its findings, one after the other."""

    @property
    def check(self) -> Check:
        """The check."""

    @property
    def subject(self) -> Subject | None:
        """The subject; None where the check is of the whole."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, rule by rule."""

    @property
    def as_of(self) -> date:
        """The date of the question."""

    @property
    def policy(self) -> str:
        """The policy and its version."""

    @property
    def readings(self) -> Mapping[str, str]:
        """The choices in force that aren't the default."""

    @property
    def has_not_met(self) -> bool:
        """Whether something was found that is not met."""

    def __iter__(self) -> Iterator[Finding]: ...

@final
class PlaceFindings(_Frozen[PlaceFindingsDict]):
    """What was found of one place; its findings, one after the other."""

    @property
    def subject(self) -> Subject:
        """The place."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, rule by rule."""

    @property
    def has_not_met(self) -> bool:
        """Whether something was found that is not met."""

    def __iter__(self) -> Iterator[Finding]: ...

@final
class ReportFindings(_Frozen[ReportFindingsDict]):
    """What was found of the reports; its places, one after the other."""

    @property
    def check(self) -> Check:
        """The check."""

    @property
    def places(self) -> tuple[PlaceFindings, ...]:
        """Each place that owes the report, in the policy's order."""

    @property
    def as_of(self) -> date:
        """The date of the question."""

    @property
    def policy(self) -> str:
        """The policy and its version."""

    @property
    def readings(self) -> Mapping[str, str]:
        """The choices in force that aren't the default."""

    @property
    def has_not_met(self) -> bool:
        """Whether something was found that is not met."""

    def __iter__(self) -> Iterator[PlaceFindings]: ...

@final
class Rule(_Frozen[RuleDict]):
    """One rule."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def label(self) -> Text:
        """What it asks, in a few words."""

    @property
    def check(self) -> Check | None:
        """The check that it belongs to; None for a rule of eligibility."""

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that it carries."""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes that it can have; none for a rule of eligibility."""

@final
class Policy:
    """A document put into data, under certain choices of what its text leaves open.

    It has no constructor: take a built-in policy, or load a pack.
    """

    @staticmethod
    def yuxi_2020() -> Policy:
        """Yuxi's plan of 2020."""

    @staticmethod
    def named(id: str) -> Policy:
        """The built-in policy of that id, as in `yuxi-2020`. Raises `PolicyError`."""

    @staticmethod
    def load(path: str | PathLike[str]) -> Policy:
        """The policy of a pack: a folder of files as the built-in packs have them.

        Raises `PolicyError`, with every mistake in the files.
        """

    def with_readings(self, **choices: str) -> Policy:
        """The policy with these choices taken, `at_least="exclusive"`. Raises `ReadingError`."""

    # First for the built-in policies, so that an editor knows the names; a pack can have others.
    @overload
    def assess(
        self,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
        **facts: Unpack[Facts],
    ) -> Determination:
        """Assesses one subject as of a day. What is left out of the facts, or None, is unknown.

        `due_soon_days`: from how many days left on a duty is due soon; else the policy's number.
        `lang`: the language of responsible units and posts; else the document's.

        Raises `UnknownFactError` for names that are no fact, `InvalidFactsError` with every problem
        of the facts.
        """

    @overload
    def assess(
        self,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
        **facts: Fact,
    ) -> Determination: ...
    def assess_all(
        self,
        all: Iterable[Facts] | Iterable[Mapping[str, Fact]],
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> list[Determination | QiaolianError]:
        """Assesses many subjects, in order: for each a determination, or the error that says why
        there is none (not raised). A place that comes a second time is refused there."""

    @overload
    def explain(
        self,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
        **facts: Unpack[Facts],
    ) -> Explained:
        """Explains one subject: the determination, a tree to read, and names that are near.

        Arguments and errors are those of `assess`.
        """

    @overload
    def explain(
        self,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
        **facts: Fact,
    ) -> Explained: ...
    @overload
    def what_if(
        self,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        **facts: Unpack[Facts],
    ) -> WhatIfReport:
        """What would give one subject another duty or status: the smallest changes of one fact, or
        of two where neither alone does it, and which unknown fact to ask for first.

        Facts and errors are those of `assess`.
        """

    @overload
    def what_if(
        self,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        **facts: Fact,
    ) -> WhatIfReport: ...
    @overload
    def next_fact(
        self,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        **facts: Unpack[Facts],
    ) -> NextFactReport:
        """Which unknown fact to ask for first because it settles most, with what each answer would
        give, and which others then.

        Facts and errors are those of `assess`.
        """

    @overload
    def next_fact(
        self,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        **facts: Fact,
    ) -> NextFactReport: ...
    def columns(
        self, all: Iterable[Facts] | Iterable[Mapping[str, Fact]]
    ) -> ResolvedColumns:
        """The columns of many subjects, a row each in their order: what `assess_columns` takes.

        Facts that don't hold up, or a place that comes a second time, are in `rejected` with their
        number, from 1; in the columns they are of no kind, and their answers are open.
        """

    def assess_columns(
        self,
        columns: Mapping[str, Column | None],
        *,
        as_of: Day,
        due_soon_days: int | None = None,
    ) -> AnswerColumns:
        """Assesses all rows of some columns as of a day, each as `assess` does.

        A column is a buffer of one dimension, as NumPy's arrays and Arrow's buffers are, or a mapping
        of `values` and `validity`; one that is left out, or None, is unknown in every row. Codes and
        bits are bytes, people unsigned and days signed numbers of 32 bits.
        """

    def column_codes(self) -> ColumnCodes:
        """What the numbers in this policy's columns stand for."""

    def coverage(
        self,
        all: Iterable[Facts] | Iterable[Mapping[str, Fact]],
        *,
        as_of: Day,
        due_soon_days: int | None = None,
    ) -> CoverageReport:
        """Coverage of many subjects, in any order, against the document's targets: how many of
        those that are asked have what they are asked for, as ranges while facts are unknown.

        Facts that can't be read, or a place that comes a second time, are in `rejected` with their
        number, from 1, and count nowhere.
        """

    def sensitivity(
        self,
        all: Iterable[Facts] | Iterable[Mapping[str, Fact]],
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        within: int | None = None,
        most: int | None = None,
    ) -> SensitivityReport:
        """What the answers of many subjects hang on, in any order: each other choice of a reading,
        two of them together, and `within` people more or fewer (where left out a tenth of the
        policy's lowest threshold, rounded up).

        Of those that change alike `most` rows are named, or all. Facts that can't be read, or a
        place that comes a second time, are in `rejected` with their number, from 1, and count
        nowhere.
        """

    def schedule(
        self,
        all: Iterable[Facts] | Iterable[Mapping[str, Fact]],
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> Schedule:
        """Every dated duty of many subjects, met or not, and the reports that the document asks of
        its places whatever the subjects are, by due day. What can't be read is in `rejected`."""

    def calendar(
        self,
        all: Iterable[Facts] | Iterable[Mapping[str, Fact]],
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> str:
        """The schedule of many subjects as an iCalendar file (RFC 5545), an all-day event for each
        entry; write it with `newline=""`, since its lines end as the format wants."""

    def dossier(
        self,
        case: Case,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> Dossier:
        """One place or unit as a whole: its determination, and what every check finds of it, as the JSON
        Schema `dossier` has it. Arguments and errors are those of `leadership`."""

    def dossier_text(
        self,
        case: Case,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> str:
        """The same as a tree of lines to read, in the language asked for."""

    def dossier_html(
        self,
        case: Case,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> str:
        """The same as a page of HTML in the language asked for: one file that loads nothing and prints on A4."""

    def procedure(
        self,
        case: Case,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> ProcedureReport:
        """The steps to a subject's organisation as they stand (2.1, 2.2, 3.1, 3.2), as the JSON Schema
        `procedure-report` has it. Arguments and errors are those of `leadership`."""

    def plan(
        self,
        case: Case,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> PlanReport:
        """What remains to be done until a subject has its organisation, in which order, also as text
        and as pictures, as the JSON Schema `plan` has it. Arguments and errors are those of
        `leadership`."""

    def leadership(
        self,
        case: Case,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> Findings:
        """Who leads and staffs a federation (3.3), and the steps of its election (3.1).

        A case is what is known of one place or unit, as the JSON Schema `case` has it; each check
        looks at its own part. What is left out, or None, is unknown. The other arguments are those
        of `assess`.

        Raises `InvalidInputError` with the paths of what isn't read or isn't the policy's, the facts
        of the case's subject among them.
        """

    def office(
        self,
        case: Case,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> Findings:
        """A federation's office and registration (3.2). Arguments and errors are those of `leadership`."""

    def platform(
        self,
        case: Case,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> Findings:
        """A subject's homes, groups and activities (3.4). Arguments and errors are those of `leadership`."""

    def safeguards(
        self,
        case: Case,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> Findings:
        """A federation's standing, funds and training (3.5). Arguments and errors are those of
        `leadership`."""

    def governance(
        self,
        group: GovernanceInput,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> Findings:
        """The composition of the group that leads the whole work (4), by post, as the JSON Schema
        `governance` has it. Raises `InvalidInputError`."""

    def report(
        self,
        reports: ReportInput,
        *,
        as_of: Day,
        due_soon_days: int | None = None,
        lang: Lang | None = None,
    ) -> ReportFindings:
        """What was reported by a date (5.4), of each place that owes it, as the JSON Schema `report`
        has it. Raises `InvalidInputError`."""

    def places(self) -> list[dict[str, str]]:
        """The facts of each place of the policy's own list: its division code, and nothing else."""

    def provisions(self) -> list[ProvisionEntry]:
        """All provisions down to the clause, with the rules that carry each."""

    def provisions_html(self, *, lang: Lang | None = None) -> str:
        """The same as a page for people, in HTML: it stands alone, without a script, and prints."""

    def rules(self) -> list[Rule]:
        """All rules: those of eligibility, then those of each check that the policy has."""

    def readings(self) -> list[ReadingEntry]:
        """All readings with their choices, and which is in force."""

    def describe(self) -> PolicyEntry:
        """What the policy is, and its rows of rules under the choices in force."""

    def check(self) -> CheckReport:
        """Walks the policy's tables completely and reports what it finds."""

    def check_html(self, *, lang: Lang | None = None) -> str:
        """The same as a page for people, in HTML: it stands alone, without a script, and prints."""

    def diff(
        self,
        other: Policy,
        records: Iterable[Facts] | Iterable[Mapping[str, Fact]] | None = None,
        *,
        as_of: Day | None = None,
        due_soon_days: int | None = None,
    ) -> DiffReport:
        """What differs in another policy, each under the choices in force in it: constants with their
        provisions, and the exact classes of subjects whose outcome differs. This one is "before".

        With records, which of their subjects change as of a day, too: `as_of` has to be given then.
        A fact that only one of the policies knows is left out for the other one. Records that one
        of them can't read, or a place that comes a second time, are in `rejected` with their number,
        from 1.
        """

    def diff_text(self, other: Policy, *, lang: Lang | None = None) -> str:
        """What differs in another policy, as a tree to read."""

def schema(name: str, policy: Policy | None = None) -> dict[str, Any]:
    """The JSON Schema of that name; that of `facts` is the policy's, Yuxi's if none is given.

    Raises `ValueError`, which lists the names.
    """
