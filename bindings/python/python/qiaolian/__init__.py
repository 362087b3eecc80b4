"""Who must, should or may set up a federation of returned overseas Chinese (侨联), in what form, by
when, and who answers for it: a Chinese city's plan as rules, with the paragraph each answer rests on.

    >>> from qiaolian import Policy
    >>> policy = Policy.yuxi_2020()
    >>> determination = policy.assess(
    ...     kind="village", county="红塔区", name="金州社区", existing_form="none",
    ...     as_of="2023-03-31",
    ... )
    >>> determination.duty, determination.status, determination.provisions
    (<Duty.IN_PRINCIPLE_MUST: 'in_principle_must'>, <Status.OVERDUE: 'overdue'>, ('2.2',))

Facts that are left out, or None, are unknown, never zero or false. What can't be assessed raises a
`QiaolianError`, which says what is wrong and how to mend it.
"""

from ._codes import Check, Duty, Fulfilment, Outcome, Status
from ._errors import (
    InvalidFactsError,
    InvalidInputError,
    PolicyError,
    QiaolianError,
    ReadingError,
    UnknownFactError,
)
from ._qiaolian import (
    Determination,
    Envelope,
    FilePlace,
    Finding,
    Findings,
    Mistake,
    Explained,
    PlaceFindings,
    Policy,
    Problem,
    ReportFindings,
    Rule,
    Subject,
    Text,
    TraceStep,
    __version__,
    schema,
)

__all__ = [
    "Check",
    "Determination",
    "Duty",
    "Envelope",
    "FilePlace",
    "Finding",
    "Findings",
    "Mistake",
    "Explained",
    "Fulfilment",
    "InvalidFactsError",
    "InvalidInputError",
    "Outcome",
    "PlaceFindings",
    "Policy",
    "PolicyError",
    "Problem",
    "QiaolianError",
    "ReadingError",
    "ReportFindings",
    "Rule",
    "Status",
    "Subject",
    "Text",
    "TraceStep",
    "UnknownFactError",
    "__version__",
    "schema",
]
