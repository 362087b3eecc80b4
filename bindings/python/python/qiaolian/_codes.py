"""What an answer is made of. Each member is its code: `Duty.MAY == "may"`."""

from enum import Enum


class _Code(str, Enum):
    def __str__(self) -> str:
        return str.__str__(self)


class Check(_Code):
    """A part of the document that is checked as a whole."""

    PROCEDURE = "procedure"
    LEADERSHIP = "leadership"
    OFFICE = "office"
    PLATFORM = "platform"
    SAFEGUARDS = "safeguards"
    GOVERNANCE = "governance"
    REPORT = "report"


class Duty(_Code):
    """How strongly an organisation is asked for, strongest first."""

    MUST = "must"
    IN_PRINCIPLE_MUST = "in_principle_must"
    SHOULD = "should"
    IN_PRINCIPLE_SHOULD = "in_principle_should"
    MAY = "may"
    NONE = "none"
    UNDETERMINED = "undetermined"


class Fulfilment(_Code):
    """How far the existing organisation is what the duty asks for."""

    FULL = "full"
    LESSER = "lesser"
    NONE = "none"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Outcome(_Code):
    """What a check finds of one rule."""

    MET = "met"
    NOT_YET = "not_yet"
    NOT_MET = "not_met"
    ADVICE = "advice"
    REVIEW = "review"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Status(_Code):
    """Where a subject stands on a date."""

    SATISFIED = "satisfied"
    SATISFIED_LATE = "satisfied_late"
    EXCEPTED = "excepted"
    UNVERIFIED = "unverified"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    PENDING = "pending"
    OPTIONAL = "optional"
    NOT_APPLICABLE = "not_applicable"
    UNDETERMINED = "undetermined"
