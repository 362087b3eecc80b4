"""The difference of two policies, as dicts and lists: codes are texts here, and dates ISO texts."""

from __future__ import annotations

from typing import TypedDict

from ._answers import EnvelopeDict


class DiffSide(TypedDict):
    """One of two policies that are compared."""

    policy: str
    digest: str
    readings: dict[str, str]
    counted: list[str]


class ConstantChange(TypedDict):
    """A constant of two policies that differs."""

    what: str
    name: str
    place: str | None
    before: bool | int | str | list[str] | None
    after: bool | int | str | list[str] | None
    clauses_before: list[str]
    clauses_after: list[str]


class DiffPlace(TypedDict):
    """A place of a gazetteer."""

    code: str
    name: str


class AreaPair(TypedDict):
    """The special areas whose rows hold for a subject in two policies."""

    before: str | None
    after: str | None
    moved: list[DiffPlace]
    by_record: bool


class PeopleRange(TypedDict):
    """From how many people to how many, both ends included."""

    least: int
    most: int | None


class OnRecord(TypedDict):
    """What a record says of the organisation that is there on the day."""

    recorded: str | None
    presumed_before: str | None
    presumed_after: str | None
    places: list[DiffPlace]


class Asked(TypedDict):
    """What a policy asks of the classes of a box."""

    duty: str
    forms: list[str]
    due: str | None
    fulfilment: str | None
    clauses: list[str]


class ClassChange(TypedDict):
    """Some classes of subjects whose outcome differs in one way."""

    kinds: list[str]
    areas: list[AreaPair] | None
    people: PeopleRange
    conditions_met: bool | None
    organisations: list[OnRecord] | None
    before: Asked | None
    after: Asked | None


class ChangedFields(TypedDict):
    """How many subjects change in which field."""

    duty: int
    forms: int
    due: int
    fulfilment: int
    status: int


class Flow(TypedDict):
    """So many subjects come from one duty and status to another."""

    duty_before: str
    status_before: str
    duty_after: str
    status_after: str
    count: int


class SubjectAnswer(TypedDict):
    """What one policy says of a subject, as far as it is compared."""

    duty: str
    possible_duties: list[str]
    forms: list[str]
    due: str | None
    fulfilment: str
    status: str


class ChangedSubject(TypedDict):
    """A subject that changes."""

    row: int
    code: str | None
    name: str | None
    county: str | None
    kind: str
    before: SubjectAnswer
    after: SubjectAnswer


class DiffRejected(TypedDict):
    """A row that one of the policies, or both, can't read."""

    row: int
    before: EnvelopeDict | None
    after: EnvelopeDict | None


class SubjectsDiff(TypedDict):
    """The subjects of a register under two policies."""

    as_of: str
    assessed: int
    changed: int
    fields: ChangedFields
    flows: list[Flow]
    subjects: list[ChangedSubject]
    rejected: list[DiffRejected]


class DiffReport(TypedDict):
    """What differs between two policies, each under the choices in force in it."""

    before: DiffSide
    after: DiffSide
    counts_alike: bool
    constants: list[ConstantChange]
    classes: list[ClassChange]
    kinds_before: list[str]
    kinds_after: list[str]
    counties_before: list[DiffPlace]
    counties_after: list[DiffPlace]
    subjects: SubjectsDiff | None
