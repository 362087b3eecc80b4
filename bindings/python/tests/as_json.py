"""Frozen objects and their attributes as they should stand in JSON, for comparing them strictly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from qiaolian import Finding, PlaceFindings, Subject, Text, TraceStep


def written(value: Any) -> str:
    """JSON as the library writes it, so that True isn't 1 and keys keep their order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def plain(value: Any) -> Any:
    """An attribute as it should stand in JSON."""
    match value:
        case Enum():
            return value.value
        case Text() | TraceStep() | Subject() | Finding() | PlaceFindings():
            return {name: plain(getattr(value, name)) for name in value.to_dict()}
        case tuple():
            return [plain(item) for item in value]
        case Mapping():
            return dict(value)
        case date():
            return value.isoformat()
        case _:
            return value
