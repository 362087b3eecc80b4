"""What answers hang on: readings, a few people, facts that are changed or made known."""

from __future__ import annotations

from typing import TypedDict

from ._answers import RejectedEntry, TextDict


class StandingEntry(TypedDict):
    """Duty, fulfilment and status: the part of a determination by which answers are compared."""

    duty: str
    fulfilment: str
    status: str


# What is called as no name in Python can be.
_AlikeFrom = TypedDict("_AlikeFrom", {"from": StandingEntry})
_ChangeFrom = TypedDict("_ChangeFrom", {"from": bool | int | str | list[str] | None})


class AlikeEntry(_AlikeFrom):
    """Subjects that change alike."""

    to: StandingEntry
    subjects: int
    rows: list[int]


class ChangesEntry(TypedDict):
    """How many subjects change, and from what to what."""

    subjects: int
    duty: int
    fulfilment: int
    status: int
    alike: list[AlikeEntry]


class FlipEntry(TypedDict):
    """What other choices than those in force change."""

    choices: dict[str, str]
    changes: ChangesEntry


class CountsEntry(TypedDict):
    """What a few people more or fewer would change."""

    within: int
    near: int
    unknown: int
    more: ChangesEntry
    fewer: ChangesEntry


class MarginEntry(TypedDict):
    """How far a subject is from another answer."""

    row: int
    code: str | None
    name: str | None
    county: str | None
    kind: str
    answer: StandingEntry
    count: int
    count_is_complete: bool
    more: int | None
    fewer: int | None


class SensitivityReport(TypedDict):
    """What the answers of many subjects hang on, on a date."""

    policy: str
    as_of: str
    readings: dict[str, str]
    subjects: int
    alone: list[FlipEntry]
    together: list[FlipEntry]
    counts: CountsEntry
    margins: list[MarginEntry]
    rejected: list[RejectedEntry]


class ChangeEntry(_ChangeFrom):
    """A change of one fact."""

    fact: str | None
    reading: str | None
    to: bool | int | str | list[str] | None
    people: int | None
    established_from: str | None
    established_by: str | None


class WhatIfEntry(TypedDict):
    """Changes, and what they give together."""

    changes: list[ChangeEntry]
    gives: StandingEntry
    due: str | None


class ReplyEntry(TypedDict):
    """Answers that give the same."""

    least: int | None
    most: int | None
    forms: list[str]
    gives: StandingEntry
    possible_duties: list[str]
    settles: bool


class QuestionEntry(TypedDict):
    """An unknown fact, with what each answer to it would give."""

    fact: str
    settles: int
    answers: list[ReplyEntry]


class WhatIfReport(TypedDict):
    """What would give a subject another duty or status on a date."""

    policy: str
    as_of: str
    readings: dict[str, str]
    answer: StandingEntry
    changes: list[WhatIfEntry]
    next_fact: QuestionEntry | None
    tree: TextDict


class NextFactReport(TypedDict):
    """Which unknown facts would settle what is open."""

    policy: str
    as_of: str
    readings: dict[str, str]
    answer: StandingEntry
    next_fact: QuestionEntry | None
    then: list[QuestionEntry]
