"""Errors: one envelope, an exception class for each cause."""

from __future__ import annotations

import copy
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from qiaolian import (
    Envelope,
    InvalidFactsError,
    InvalidInputError,
    Policy,
    PolicyError,
    QiaolianError,
    ReadingError,
    UnknownFactError,
)

from vectors import CHECKOUT

POLICY = Policy.yuxi_2020()
DAY = "2023-11-15"


@pytest.mark.parametrize(
    ("code", "wanted", "ask"),
    [
        ("unknown_fact", UnknownFactError, lambda: POLICY.assess(nmae="金州社区", as_of=DAY)),
        ("invalid_facts", InvalidFactsError, lambda: POLICY.assess(kind="galaxy", as_of=DAY)),
        ("invalid_facts", InvalidFactsError, lambda: POLICY.explain(kind="galaxy", as_of=DAY)),
        ("invalid_input", InvalidInputError, lambda: POLICY.governance({"office_at": "?"}, as_of=DAY)),
        ("unknown_reading", ReadingError, lambda: POLICY.with_readings(at_most="inclusive")),
        ("unknown_choice", ReadingError, lambda: POLICY.with_readings(at_least="maybe")),
        ("unknown_policy", PolicyError, lambda: Policy.named("atlantis-2020")),
        ("unreadable_pack", PolicyError, lambda: Policy.load(Path("no") / "such" / "folder")),
    ],
)
def test_each_error_has_its_class_and_its_envelope(
    code: str, wanted: type[QiaolianError], ask: Callable[[], object]
) -> None:
    with pytest.raises(QiaolianError) as raised:
        ask()
    error = raised.value
    assert type(error) is wanted
    assert error.code == code
    assert error.message.zh
    assert error.message.en
    assert error.help.zh
    assert error.help.en
    assert str(error)
    of_file = ["where"] if code == "unreadable_pack" else []
    assert list(error.to_dict()) == ["code", "message", "help", "problems", *of_file]
    assert Envelope.from_json(error.to_json()) == error.envelope
    assert bool(error.problems) == (code in ("invalid_facts", "invalid_input"))


def test_all_problems_come_at_once() -> None:
    with pytest.raises(InvalidFactsError) as raised:
        POLICY.assess(kind="village", county="北京", total=-3, key_area="maybe", as_of=DAY)
    problems = raised.value.problems
    assert [problem.column for problem in problems] == ["county", "total", "key_area"]
    assert [problem.value for problem in problems] == ["北京", "-3", "maybe"]
    assert all(problem.message.zh and problem.help.en for problem in problems)
    assert [problem.to_dict() for problem in problems] == raised.value.to_dict()["problems"]


def test_a_number_that_is_too_large_is_shown_as_it_was_given() -> None:
    for number in (10**30 + 1, 2**64, -(2**53) - 1):
        with pytest.raises(InvalidFactsError) as raised:
            POLICY.assess(code="530402005", total=number, as_of=DAY)
        assert raised.value.problems[0].value == str(number)
    for broken in (1.5, float("nan"), float("inf")):
        with pytest.raises(InvalidFactsError) as raised:
            POLICY.assess(code="530402005", total=broken, as_of=DAY)
        assert raised.value.problems[0].code == "unreadable_number"


def test_a_faulty_pack_names_every_mistake(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(CHECKOUT / "crates" / "policies" / "yuxi-2020", pack)
    for name in ("dates.toml", "areas.toml"):
        with (pack / name).open("a", encoding="utf-8") as file:
            file.write('\n[nonsense]\nmuch = "of it"\n')
    with pytest.raises(PolicyError, match=r"(?s)areas\.toml.*dates\.toml") as raised:
        Policy.load(pack)
    error = raised.value
    assert error.code == "faulty_pack"
    assert [mistake.where.file for mistake in error.related] == ["areas.toml", "dates.toml"]
    assert error.where == error.related[0].where
    assert error.where is not None
    assert (error.where.line or 0) > 10
    assert error.related[0].help
    assert error.to_dict().get("related") == [mistake.to_dict() for mistake in error.related]


def test_an_error_can_be_pickled_and_copied() -> None:
    with pytest.raises(InvalidFactsError) as raised:
        POLICY.assess(kind="galaxy", as_of=DAY)
    for again in (pickle.loads(pickle.dumps(raised.value)), copy.deepcopy(raised.value)):
        assert type(again) is InvalidFactsError
        assert str(again) == str(raised.value)
        assert again.envelope == raised.value.envelope
        assert again.problems == raised.value.problems
