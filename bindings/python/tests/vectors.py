"""The shared vectors, as they stand in the checkout's `tests`, for every test that wants them."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qiaolian import Determination, Findings, Policy, ReportFindings

CHECKOUT = Path(__file__).resolve().parents[3]
SHARED = CHECKOUT / "tests"


@dataclass(frozen=True)
class Vector:
    """One vector, with the line that is its whole determination."""

    id: str
    policy: str
    as_of: str
    readings: dict[str, str]
    facts: dict[str, Any]
    expect: dict[str, Any]
    golden: str

    def determination(self) -> Determination:
        policy = policy_of(self.policy).with_readings(**self.readings)
        return policy.assess(as_of=self.as_of, **self.facts)


@dataclass(frozen=True)
class CheckVector:
    """One vector of a check, with the line that is all that it finds."""

    name: str
    policy: str
    check: str
    as_of: str
    input: dict[str, Any]
    expect: list[dict[str, Any]]
    golden: str
    readings: dict[str, str] = field(default_factory=dict[str, str])

    def answer(self) -> Findings | ReportFindings:
        policy = policy_of(self.policy).with_readings(**self.readings)
        found: Findings | ReportFindings = getattr(policy, self.check)(self.input, as_of=self.as_of)
        return found


@functools.cache
def policy_of(name: str) -> Policy:
    """A built-in policy, or that of a folder in `packs`, as the runner in Rust finds it."""
    pack = SHARED / "packs" / name
    return Policy.load(pack) if pack.is_dir() else Policy.named(name)


@functools.cache
def built_in() -> dict[str, Policy]:
    """The built-in policies, by the folders that they are made from."""
    folders = (CHECKOUT / "crates" / "policies").glob("*/policy.toml")
    return {folder.parent.name: Policy.named(folder.parent.name) for folder in folders}


@functools.cache
def vectors() -> tuple[Vector, ...]:
    """All of them, in the order of files and lines."""
    found: list[Vector] = []
    for file in sorted((SHARED / "vectors").glob("*/*.json")):
        read = json.loads(file.read_text(encoding="utf-8"))
        golden = file.with_suffix(".determinations.jsonl").read_text(encoding="utf-8")
        for vector, line in zip(read["vectors"], golden.splitlines(), strict=True):
            del vector["shows"], vector["provisions"]
            found.append(Vector(policy=read["policy"], golden=line, **vector))
    return tuple(found)


@functools.cache
def check_vectors() -> tuple[CheckVector, ...]:
    """All of the checks, in the order of files and lines."""
    found: list[CheckVector] = []
    for file in sorted((SHARED / "vectors").glob("*/checks/*.json")):
        read = json.loads(file.read_text(encoding="utf-8"))
        golden = file.with_suffix(".findings.jsonl").read_text(encoding="utf-8")
        for vector, line in zip(read["vectors"], golden.splitlines(), strict=True):
            vector.pop("report", None)
            found.append(CheckVector(policy=read["policy"], golden=line, **vector))
    return tuple(found)


def count_in_rust(runner: str = "vectors.rs") -> int:
    """How many the runner in Rust says there are."""
    text = (SHARED / "tests" / runner).read_text(encoding="utf-8")
    (count,) = re.findall(r"const VECTORS: usize = (\d+);", text)
    return int(count)
