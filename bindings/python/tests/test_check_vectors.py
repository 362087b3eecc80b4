"""The shared vectors of the checks in Python: strict equality of every field, and the same bytes."""

from __future__ import annotations

from typing import Any

import pytest
from qiaolian import ReportFindings

from as_json import plain, written
from vectors import CheckVector, check_vectors, count_in_rust

PLAIN = [vector for vector in check_vectors() if vector.check == "procedure"]
OBJECTS = [vector for vector in check_vectors() if vector.check != "procedure"]
each = pytest.mark.parametrize("vector", OBJECTS, ids=lambda vector: vector.name)


def of_rule(findings: list[dict[str, Any]], about: tuple[str | None, str]) -> list[dict[str, Any]]:
    """The findings of a place, if there are several, and of a rule."""
    return [one for one in findings if (one.get("place"), one["rule"]) == about]


def findings_of(vector: CheckVector) -> list[dict[str, Any]]:
    """What is found, each as its attributes say, and with its place where there are several."""
    answer = vector.answer()
    if isinstance(answer, ReportFindings):
        return [
            {"place": place.subject.name, **plain(finding)} for place in answer for finding in place
        ]
    return [plain(finding) for finding in answer]


def test_they_are_as_many_as_in_rust() -> None:
    assert len(check_vectors()) == count_in_rust("checks/vectors.rs")
    assert len({vector.name for vector in check_vectors()}) == len(check_vectors())


@each
def test_every_finding_written_by_hand_is_what_the_library_finds(vector: CheckVector) -> None:
    """Of each place and rule that is named, all findings in their order are the expected ones."""
    findings = findings_of(vector)
    for about in {(one.get("place"), one["rule"]) for one in vector.expect}:
        wanted = of_rule(vector.expect, about)
        found = of_rule(findings, about)
        assert len(found) == len(wanted)
        seen = [{key: one[key] for key in want} for one, want in zip(found, wanted, strict=True)]
        assert written(seen) == written(wanted)


@each
def test_all_that_is_found_is_the_same_to_the_byte(vector: CheckVector) -> None:
    answer = vector.answer()
    assert answer.to_json().encode() == vector.golden.encode()
    assert written(answer.to_dict()) == vector.golden


@each
def test_attributes_and_dict_say_the_same(vector: CheckVector) -> None:
    answer = vector.answer()
    found = {field: plain(getattr(answer, field)) for field in answer.to_dict()}
    assert written(found) == vector.golden


@each
def test_what_was_written_reads_back(vector: CheckVector) -> None:
    answer = vector.answer()
    assert type(answer).from_json(vector.golden) == answer


@each
def test_what_is_not_met_is_told_at_once(vector: CheckVector) -> None:
    outcomes = [finding["outcome"] for finding in findings_of(vector)]
    assert vector.answer().has_not_met == ("not_met" in outcomes)


@pytest.mark.parametrize("vector", PLAIN, ids=lambda vector: vector.name)
def test_where_a_procedure_stands_is_the_same_to_the_byte(vector: CheckVector) -> None:
    found: Any = vector.answer()
    assert written(found) == vector.golden
