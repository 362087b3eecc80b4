"""Columns: buffers, and which of their values are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, TypedDict

from typing_extensions import Buffer

from ._answers import RejectedEntry


class KnownColumn(TypedDict):
    """Values, and which of them are known: a bit a row, the lowest of a byte first."""

    values: memoryview
    validity: memoryview


Column: TypeAlias = Buffer | KnownColumn | Mapping[str, Buffer | None]
"""A column that goes in: the buffer of its values, or `values` and `validity`, a bit a row, the
lowest of a byte first. Codes and bits are bytes (`B`), people `I`, days from 1970-01-01 `i`."""


class ResolvedColumns(TypedDict):
    """The columns of facts, and the rows whose facts don't hold up, which are of no kind there."""

    columns: dict[str, memoryview | KnownColumn]
    rejected: list[RejectedEntry]


class AnswerColumns(TypedDict):
    """The answers of all rows, a column each; `Policy.column_codes` says what the numbers are."""

    duty: memoryview
    fulfilment: memoryview
    status: memoryview
    due: KnownColumn
    days_left: KnownColumn
    shortfall: KnownColumn
    problems: memoryview
