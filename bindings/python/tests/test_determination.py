"""Determinations, and what all frozen objects are like."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import date
from typing import Any

import pytest
from qiaolian import (
    Determination,
    Duty,
    Envelope,
    Explained,
    FilePlace,
    Finding,
    Findings,
    Fulfilment,
    Mistake,
    PlaceFindings,
    Policy,
    Problem,
    QiaolianError,
    ReportFindings,
    Rule,
    Status,
    Subject,
    Text,
    TraceStep,
)

POLICY = Policy.yuxi_2020()


def determination(**facts: Any) -> Determination:
    village: dict[str, Any] = {"kind": "village", "county": "红塔区", "name": "金州社区", **facts}
    return POLICY.assess(**village, as_of=date(2023, 3, 31))


def each_class() -> list[Any]:
    """One object of each class of frozen objects."""
    explained = POLICY.explain(kind="village", county="红塔区", name="金州", as_of="2023-03-31")
    with pytest.raises(QiaolianError) as raised:
        determination(total=-1)
    envelope = raised.value.envelope
    found = explained.determination
    place = {"file": "dates.toml", "line": 3, "column": None}
    mistake = {"where": place, "found": "`x`", "expected": "a date", "help": "write one"}
    of_pack = {**envelope.to_dict(), "where": place, "related": [mistake]}
    pack = Envelope.from_json(json.dumps(of_pack))
    assert pack.where is not None
    of_error = [envelope, envelope.problems[0], pack.where, pack.related[0]]
    office = POLICY.office({"subject": {"code": "530423"}}, as_of="2023-03-31")
    reports = POLICY.report({}, as_of="2023-03-31")
    of_checks = [office, office.subject, office.findings[0], reports, reports.places[0]]
    of_assessment = [found, found.reason, found.trace[0], explained]
    return [*of_assessment, *of_error, *of_checks, POLICY.rules()[0]]


objects = pytest.mark.parametrize("thing", each_class(), ids=lambda thing: type(thing).__name__)


def test_there_is_one_of_each() -> None:
    classes = [type(thing) for thing in each_class()]
    of_error = [Envelope, Problem, FilePlace, Mistake]
    of_checks = [Findings, Subject, Finding, ReportFindings, PlaceFindings, Rule]
    assert classes == [Determination, Text, TraceStep, Explained, *of_error, *of_checks]


@objects
def test_no_attribute_can_be_set_or_deleted(thing: Any) -> None:
    for name in [*thing.to_dict(), "extra", "new"]:
        with pytest.raises(AttributeError):
            setattr(thing, name, "other")
        with pytest.raises(AttributeError):
            delattr(thing, name)
    assert not hasattr(thing, "__dict__")


@objects
def test_none_can_be_made_or_subclassed(thing: Any) -> None:
    with pytest.raises(TypeError):
        type(thing)()
    with pytest.raises(TypeError):
        type("Other", (type(thing),), {})


@objects
def test_pickles_and_copies_are_equal(thing: Any) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        read = pickle.loads(pickle.dumps(thing, protocol))
        assert type(read) is type(thing)
        assert read == thing
        assert hash(read) == hash(thing)
        assert read.to_json() == thing.to_json()
    assert copy.copy(thing) == thing
    assert copy.deepcopy(thing) == thing
    assert type(thing).from_json(thing.to_json()) == thing


@objects
def test_repr_names_the_class(thing: Any) -> None:
    assert repr(thing).startswith(f"{type(thing).__name__}(")


@objects
def test_it_is_no_other_thing(thing: Any) -> None:
    assert thing != thing.to_dict()
    assert thing != thing.to_json()
    with pytest.raises(TypeError):
        _ = thing < thing


def test_equal_is_what_is_equal_in_every_field() -> None:
    assert determination(total=3) == determination(total=3)
    assert len({determination(total=3), determination(total=3), determination(total=4)}) == 2
    assert determination(total=3) != determination(total=4)
    # One that differs in the trace alone.
    other = determination().to_json().replace('"observed":"village"', '"observed":"hamlet"')
    assert Determination.from_json(other) != determination()


def test_lists_are_tuples_and_mappings_cannot_be_changed() -> None:
    found = POLICY.with_readings(at_least="exclusive").assess(code="530402005", as_of="2023-03-31")
    assert isinstance(found.trace, tuple)
    assert isinstance(found.possible_duties, tuple)
    assert dict(found.readings) == {"at_least": "exclusive"}
    with pytest.raises(TypeError):
        found.readings["at_least"] = "inclusive"  # type: ignore[index] # pyright: ignore


def test_what_to_dict_gives_is_the_callers() -> None:
    found = determination()
    found.to_dict()["forms"].append("tea_party")
    assert found.to_dict()["forms"] == ["federation"]


def test_values_have_the_types_of_python() -> None:
    found = determination(existing_form="none")
    assert found.duty is Duty.IN_PRINCIPLE_MUST
    assert found.possible_duties == (Duty.IN_PRINCIPLE_MUST,)
    assert found.fulfilment is Fulfilment.NONE
    assert found.status is Status.OVERDUE
    assert found.due == date(2022, 12, 31)
    assert found.as_of == date(2023, 3, 31)
    assert found.days_left == -90
    assert found.key_area is True
    assert found.reason.zh.startswith("金州社区居民委员会")
    assert found.trace[0].holds is True


def test_an_enum_is_its_code() -> None:
    code: str = Duty.MAY
    assert code == "may"
    assert str(Duty.MAY) == f"{Duty.MAY}" == "may"
    assert Duty("may") is Duty.MAY
    assert pickle.loads(pickle.dumps(Duty.MAY)) is Duty.MAY
    assert {"may": 1}[Duty.MAY] == 1


def test_a_pattern_can_take_it_apart() -> None:
    match determination(existing_form="none"):
        case Determination(duty=Duty.IN_PRINCIPLE_MUST, status=Status.OVERDUE, days_left=int(days)):
            assert days == -90
        case other:
            pytest.fail(repr(other))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"row": 1}'])
def test_what_is_no_determination_does_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"line|EOF|missing|invalid"):
        Determination.from_json(text)
