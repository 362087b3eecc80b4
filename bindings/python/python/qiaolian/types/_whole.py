"""What comes out of a whole case, as dicts and lists: where its procedure stands, what remains of it,
and the dossier. Codes are texts here, and dates ISO texts."""

from __future__ import annotations

from typing import TypedDict

from ._answers import DeterminationDict, FindingDict, SubjectDict, TextDict


class BodyEntry(TypedDict):
    """A body that a step turns to."""

    body: str
    name: TextDict


class NotThereEntry(TypedDict):
    """A body that isn't there yet."""

    body: BodyEntry
    next: BodyEntry | None


class StepEntry(TypedDict):
    """A step as it stands."""

    step: str
    label: TextDict
    clauses: list[str]
    state: str
    on: str | None
    after: list[str]
    blocked_by: list[str]
    bodies: list[BodyEntry]
    bodies_missing: list[str]
    bodies_not_there: list[NotThereEntry]
    due: str | None


class OutOfOrderEntry(TypedDict):
    """A step that was done before others that it rests on."""

    step: str
    before: list[str]


class DeadlineEntry(TypedDict):
    """What is owed by when."""

    due: str | None
    status: str
    days_left: int | None


class ProcedureReport(TypedDict):
    """Where a subject's procedure stands on a date."""

    check: str
    subject: SubjectDict
    path: str | None
    form: str | None
    steps: list[StepEntry]
    out_of_order: list[OutOfOrderEntry]
    beside: list[str]
    complete: bool | None
    established: bool | str | None
    deadline: DeadlineEntry
    findings: list[FindingDict]
    as_of: str
    policy: str
    readings: dict[str, str]


class RemainingEntry(TypedDict):
    """A step that remains."""

    step: str
    label: TextDict
    clauses: list[str]
    state: str
    after: list[str]
    bodies: list[BodyEntry]
    bodies_not_there: list[NotThereEntry]
    due: str | None


class PlanReport(TypedDict):
    """What remains to be done, in which order."""

    subject: SubjectDict
    path: str | None
    stages: list[list[RemainingEntry]]
    responsible_posts: list[str]
    text: TextDict
    mermaid: TextDict
    dot: TextDict
    as_of: str
    policy: str
    readings: dict[str, str]


class CheckFindings(TypedDict):
    """What one check found."""

    check: str
    findings: list[FindingDict]


class Counts(TypedDict):
    """How many findings there are of each outcome."""

    met: int
    not_yet: int
    not_met: int
    advice: int
    review: int
    unknown: int
    not_applicable: int


class DossierSummary(TypedDict):
    """A dossier in short."""

    counts: Counts
    to_do: list[FindingDict]
    to_decide: list[FindingDict]
    missing: list[str]


class Dossier(TypedDict):
    """One place or unit as a whole."""

    determination: DeterminationDict
    checks: list[CheckFindings]
    summary: DossierSummary
    as_of: str
    policy: str
    policy_digest: str
    readings: dict[str, str]
    library: str
