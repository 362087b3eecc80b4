"""What goes wrong: one exception class, with a subclass for each cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._qiaolian import Envelope, FilePlace, Mistake, Problem, Text
    from .types import EnvelopeDict


class QiaolianError(Exception):
    """Why there is no answer: which error, what is wrong and how to mend it, in both languages."""

    code: str
    """Which error it is."""
    message: Text
    """What is wrong."""
    help: Text
    """How to mend it."""
    problems: tuple[Problem, ...]
    """The problems of the facts, where it is about facts."""
    where: FilePlace | None
    """Where in a pack the first mistake stands; none where it is about no file."""
    related: tuple[Mistake, ...]
    """All mistakes of a pack, the first one too."""

    def __init__(self, said: str, envelope: Envelope) -> None:
        # Both are arguments, so that the error can be pickled.
        super().__init__(said, envelope)
        self.envelope = envelope
        self.code = envelope.code
        self.message = envelope.message
        self.help = envelope.help
        self.problems = envelope.problems
        self.where = envelope.where
        self.related = envelope.related

    def __str__(self) -> str:
        return str(self.args[0])

    def to_dict(self) -> EnvelopeDict:
        """It as plain data, as it stands in JSON."""
        return self.envelope.to_dict()

    def to_json(self) -> str:
        """It as JSON, the same bytes on every surface."""
        return self.envelope.to_json()


class UnknownFactError(QiaolianError):
    """Names that are no fact."""


class InvalidFactsError(QiaolianError):
    """Facts that don't hold up: `problems` has all of them."""


class InvalidInputError(QiaolianError):
    """Input of a check that doesn't hold up: each of its `problems` has its path as `column`."""


class ReadingError(QiaolianError):
    """A reading or choice that the policy doesn't have."""


class PolicyError(QiaolianError):
    """A policy that isn't built in, or a pack that can't be loaded."""
