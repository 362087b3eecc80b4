"""What comes out, as dicts and lists: codes are texts here, and dates ISO texts."""

from __future__ import annotations

from typing import Literal, TypedDict


class TextDict(TypedDict):
    """A text in both languages."""

    zh: str
    en: str


class TraceStepDict(TypedDict):
    """One condition that was looked at."""

    rule: str
    provision: str | None
    clause: str | None
    fact: str
    observed: bool | int | str | list[str] | None
    wanted: bool | int | str | list[str] | None
    holds: bool | Literal["unknown"]


class _Extra(TypedDict, total=False):
    extra: dict[str, str]


class DeterminationDict(_Extra):
    """What a policy says of one subject on one date."""

    row: int | None
    code: str | None
    name: str | None
    county: str | None
    kind: str
    key_area: bool
    count: int
    count_is_complete: bool
    threshold: int | None
    shortfall: int | None
    duty: str
    possible_duties: list[str]
    forms: list[str]
    due: str | None
    fulfilment: str
    status: str
    days_left: int | None
    missing: list[str]
    responsible_units: list[str]
    responsible_posts: list[str]
    bodies_not_yet_there: list[str]
    provisions: list[str]
    decisive_readings: list[str]
    warnings: list[str]
    as_of: str
    policy: str
    readings: dict[str, str]
    reason: TextDict
    trace: list[TraceStepDict]


class ExplainedDict(TypedDict):
    """One subject explained."""

    determination: DeterminationDict
    tree: TextDict
    near_names: list[str]


class ProblemDict(TypedDict):
    """One problem of a record."""

    column: str
    value: str
    code: str
    message: TextDict
    help: TextDict


class FilePlaceDict(TypedDict):
    """A place in a file."""

    file: str
    line: int | None
    column: int | None


class MistakeDict(TypedDict):
    """A mistake in a pack."""

    where: FilePlaceDict
    found: str
    expected: str
    help: str


class _OfPack(TypedDict, total=False):
    where: FilePlaceDict
    related: list[MistakeDict]


class EnvelopeDict(_OfPack):
    """An error."""

    code: str
    message: TextDict
    help: TextDict
    problems: list[ProblemDict]


class SubjectDict(TypedDict):
    """Which subject it is."""

    code: str | None
    name: str | None
    county: str | None
    kind: str


class FindingDict(TypedDict):
    """What was found of one rule."""

    rule: str
    provision: str
    outcome: str
    message: TextDict
    missing: list[str]
    due: str | None
    responsible_posts: list[str]


class FindingsDict(TypedDict):
    """What a check finds of one subject, or of the whole."""

    check: str
    subject: SubjectDict | None
    findings: list[FindingDict]
    as_of: str
    policy: str
    readings: dict[str, str]


class PlaceFindingsDict(TypedDict):
    """What was found of one place."""

    subject: SubjectDict
    findings: list[FindingDict]


class ReportFindingsDict(TypedDict):
    """What was found of the reports, place by place."""

    check: str
    places: list[PlaceFindingsDict]
    as_of: str
    policy: str
    readings: dict[str, str]


class RuleDict(TypedDict):
    """One rule."""

    id: str
    label: TextDict
    check: str | None
    clauses: list[str]
    outcomes: list[str]


class Range(TypedDict):
    """From how many to how many, both ends included."""

    least: int
    most: int


class Fraction(TypedDict):
    """So many (`full`) of so many (`owed`)."""

    full: int
    owed: int


class Bounds(TypedDict):
    """The least and the most that a ratio can be, each as a case that is possible."""

    least: Fraction
    most: Fraction


class CoverageEntry(TypedDict):
    """The coverage of some subjects."""

    subjects: int
    owed: Range
    full: Range
    ratio: Bounds | None
    lesser: Range
    excepted: Range
    presumed: Range


class CountyCoverage(TypedDict):
    """The coverage of a county."""

    code: str | None
    county: str | None
    coverage: CoverageEntry


class KindCoverage(TypedDict):
    """The coverage of a kind of subjects."""

    kind: str
    coverage: CoverageEntry


class TargetEntry(TypedDict):
    """Coverage against a target."""

    target: str
    label: TextDict
    clauses: list[str]
    kinds: list[str]
    percent: int | None
    due: str
    days_until_due: int
    standing: str
    absent: int
    coverage: CoverageEntry


class MissingEntry(TypedDict):
    """A subject that lacks, or may lack, what it is or may be asked for."""

    row: int
    code: str | None
    name: str | None
    county: str | None
    kind: str
    certain: bool
    duty: str
    possible_duties: list[str]
    fulfilment: str
    status: str
    missing: list[str]


class RejectedEntry(TypedDict):
    """Facts that can't be read."""

    row: int
    error: EnvelopeDict


class CoverageReport(TypedDict):
    """Coverage on a date, in all, by county and by kind, against the document's targets."""

    policy: str
    as_of: str
    readings: dict[str, str]
    overall: CoverageEntry
    by_county: list[CountyCoverage]
    by_kind: list[KindCoverage]
    targets: list[TargetEntry]
    missing: list[MissingEntry]
    rejected: list[RejectedEntry]


class ReportName(TypedDict):
    """A report that the document asks for."""

    code: str
    label: TextDict


class ScheduleEntry(TypedDict):
    """One thing due by a day: a duty of a subject, met or not, or a report of a place."""

    uid: str
    due: str
    days_until_due: int
    about: Literal["report", "duty"]
    report: ReportName | None
    certain: bool
    row: int | None
    code: str | None
    name: str | None
    county: str | None
    kind: str
    duty: str | None
    possible_duties: list[str]
    forms: list[str]
    status: str
    missing: list[str]
    responsible_units: list[str]
    responsible_posts: list[str]
    bodies_not_yet_there: list[str]
    clauses: list[str]


class Schedule(TypedDict):
    """Every dated duty of some subjects, and the reports that the document asks for, by due day."""

    policy: str
    as_of: str
    readings: dict[str, str]
    entries: list[ScheduleEntry]
    rejected: list[RejectedEntry]


class ClauseEntry(TypedDict):
    """One clause."""

    id: str
    kind: str
    modality: str
    computable: bool
    why: TextDict | None
    text: TextDict
    rules: list[str]


class ProvisionEntry(TypedDict):
    """One provision with its clauses."""

    id: str
    label: TextDict
    title: TextDict
    clauses: list[ClauseEntry]


class ChoiceEntry(TypedDict):
    """One choice of a reading."""

    id: str
    label: TextDict
    reason: TextDict


class ReadingEntry(TypedDict):
    """One reading with its choices."""

    id: str
    phrase: TextDict
    clauses: list[str]
    default: str
    in_force: str
    choices: list[ChoiceEntry]


TierEntry = TypedDict(
    "TierEntry",
    {
        "tier": str,
        "from": int,
        "duty": str,
        "forms": "list[str]",
        "due": "str | None",
        "clauses": "list[str]",
    },
)
"""One tier."""


class RowEntry(TypedDict):
    """One row of rules."""

    row: str
    kinds: list[str]
    area: str | None
    tiers: list[TierEntry]


class PolicyEntry(TypedDict):
    """What a policy is."""

    policy: str
    title: TextDict
    source: TextDict
    scope: TextDict
    gazetteer: TextDict
    plan_digest: str
    places: int
    rows: list[RowEntry]


class FaultEntry(TypedDict):
    """Something wrong with a policy."""

    code: str
    about: str


WeakeningEntry = TypedDict(
    "WeakeningEntry",
    {
        "reading": "str | None",
        "choice": "str | None",
        "row": str,
        "from": int,
        "stronger": str,
        "weaker": str,
    },
)
"""More people, and less is asked."""


class AskEntry(TypedDict):
    """What is asked of some subjects, and where the document says so."""

    duty: str
    forms: list[str]
    due: str | None
    clauses: list[str]


BandEntry = TypedDict(
    "BandEntry",
    {
        "from": int,
        "to": "int | None",
        "tier": "str | None",
        "contested_by": "str | None",
        "asks": "AskEntry | None",
    },
)
"""Numbers of people that are treated alike; in a gap no tier decides and nothing is asked."""


class OpenEntry(TypedDict):
    """Numbers only known to lie between the bands from `least` and from `most` on."""

    least: int
    most: int
    possible_duties: list[str]
    forms: list[str]
    due: str | None
    provisions: list[str]


class MapEntry(TypedDict):
    """A row's part of the map; a second one where it matters whether conditions are met."""

    row: str
    kinds: list[str]
    area: str | None
    conditions_met: bool | None
    bands: list[BandEntry]
    open: list[OpenEntry]


CellChangeEntry = TypedDict(
    "CellChangeEntry",
    {
        "row": str,
        "conditions_met": "bool | None",
        "from": int,
        "to": "int | None",
        "before": "AskEntry | None",
        "after": "AskEntry | None",
    },
)
"""Numbers of people of which something else is asked."""


class PlaceChangeEntry(TypedDict):
    """A place with its row, or the form presumed of it, before and after."""

    code: str
    name: str
    before: str | None
    after: str | None


class CountedChangeEntry(TypedDict):
    """The groups that are counted, before and after."""

    before: list[str]
    after: list[str]


class AnswerEntry(TypedDict):
    """The part of an answer that a reading can change."""

    duty: str
    forms: list[str]
    due: str | None
    fulfilment: str
    status: str


class ExampleEntry(TypedDict):
    """A subject whose answer another choice changes; its facts can be assessed as they are."""

    facts: dict[str, str | int | bool]
    as_of: str
    before: AnswerEntry
    after: AnswerEntry


class SampleEntry(TypedDict):
    """What a choice changes, dates (name, from, to) too, and a subject for which it matters."""

    reading: str
    choice: str
    cells: list[CellChangeEntry]
    places: list[PlaceChangeEntry]
    presumptions: list[PlaceChangeEntry]
    counted: CountedChangeEntry | None
    dates: list[list[str]]
    example: ExampleEntry | None


class RestEntry(TypedDict):
    """Things of one sort that rest on a clause, by their codes."""

    sort: str
    codes: list[str]


class RestingEntry(TypedDict):
    """A clause with what rests on it, and why nothing can where it is guidance."""

    clause: str
    why_not: TextDict | None
    on_it: list[RestEntry]


class CheckReport(TypedDict):
    """What a complete walk through a policy's tables found."""

    policy: str
    policy_digest: str
    plan_digest: str
    in_force: dict[str, str]
    rows: int
    tiers: int
    cells: int
    classes: int
    sound: bool
    map: list[MapEntry]
    faults: list[FaultEntry]
    weakenings: list[WeakeningEntry]
    readings: list[SampleEntry]
    clauses: list[RestingEntry]


class ClassEntry(TypedDict):
    """What a number in the column `kind` stands for."""

    kind: str
    areas: list[str]


class ColumnCodes(TypedDict):
    """What the numbers in columns stand for: each list in the order of its numbers, the first 0."""

    kind: list[ClassEntry]
    groups: list[str]
    form: list[str]
    duty: list[str]
    fulfilment: list[str]
    status: list[str]
    problems: list[str]
