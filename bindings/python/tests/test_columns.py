"""Columns from Python: the answers of the single path, buffers of other packages, what is refused."""

from __future__ import annotations

import array
from datetime import date, timedelta
from typing import Any

import pytest
from qiaolian import Policy, QiaolianError, UnknownFactError
from qiaolian.types import Facts

from vectors import policy_of, vectors

DAY = "2023-11-15"


def is_known(bits: memoryview, row: int) -> bool:
    return bool(bits[row // 8] >> row % 8 & 1)


def answer(policy: Policy, answers: Any, row: int) -> dict[str, Any]:
    """A row of the answers, as a determination has it."""
    codes = policy.column_codes()

    def known(name: str) -> Any:
        column = answers[name]
        return column["values"][row] if is_known(column["validity"], row) else None

    due = known("due")
    return {
        "duty": codes["duty"][answers["duty"][row]],
        "fulfilment": codes["fulfilment"][answers["fulfilment"][row]],
        "status": codes["status"][answers["status"][row]],
        "due": None if due is None else str(date(1970, 1, 1) + timedelta(due)),
        "days_left": known("days_left"),
        "shortfall": known("shortfall"),
    }


def test_every_vector_has_the_answer_of_the_single_path() -> None:
    compared = 0
    for vector in vectors():
        wanted: dict[str, Any] = {**vector.determination().to_dict()}
        policy = policy_of(vector.policy).with_readings(**vector.readings)
        resolved = policy.columns([vector.facts])
        assert resolved["rejected"] == []
        answers = policy.assess_columns(resolved["columns"], as_of=vector.as_of)
        assert list(answers["problems"]) == [0]
        found = answer(policy, answers, 0)
        assert found == {name: wanted[name] for name in found}, vector.id
        compared += 1
    assert compared > 400


def test_rows_that_do_not_hold_up_keep_their_place() -> None:
    policy = Policy.yuxi_2020()
    rows: list[Facts] = [{"kind": "galaxy"}, {"kind": "school", "students": 30}]
    resolved = policy.columns(rows)
    assert [entry["row"] for entry in resolved["rejected"]] == [1]
    answers = policy.assess_columns(resolved["columns"], as_of=DAY)
    assert list(answers["problems"]) == [1, 0]
    assert answer(policy, answers, 1)["duty"] == "in_principle_should"


def test_buffers_of_ones_own_and_columns_that_are_left_out() -> None:
    policy = Policy.yuxi_2020()
    codes = policy.column_codes()
    school = [entry["kind"] for entry in codes["kind"]].index("school")
    people = array.array("I", [29, 30, 0])
    answers = policy.assess_columns(
        {
            "kind": bytes([school] * 3),
            "total": {"values": people, "validity": b"\x03"},
            "existing_form": None,
        },
        as_of=date(2023, 11, 15),
    )
    found = [answer(policy, answers, row)["duty"] for row in range(3)]
    assert found == ["may", "in_principle_should", "undetermined"]
    assert answers["due"]["values"].format == "i"


def test_a_kind_that_is_not_known_is_none() -> None:
    policy = Policy.yuxi_2020()
    kinds = {"values": b"\0\0", "validity": b"\2"}
    answers = policy.assess_columns({"kind": kinds}, as_of=DAY)
    assert list(answers["problems"]) == [1, 0]


def test_what_is_no_column_is_refused() -> None:
    policy = Policy.yuxi_2020()
    with pytest.raises(UnknownFactError, match="`people` is no fact"):
        policy.assess_columns({"kind": b"", "people": b""}, as_of=DAY)
    with pytest.raises(QiaolianError, match="`kind` is missing"):
        policy.assess_columns({}, as_of=DAY)
    with pytest.raises(TypeError, match="`total` is a buffer .* not of 1 with `d`"):
        policy.assess_columns({"kind": b"\0", "total": array.array("d", [1.0])}, as_of=DAY)
    with pytest.raises(QiaolianError, match="`total` can't be that: unsigned numbers of 32 bits"):
        policy.assess_columns({"kind": b"\0", "total": array.array("i", [1])}, as_of=DAY)
    with pytest.raises(QiaolianError, match="`total` has 8 bytes") as raised:
        policy.assess_columns({"kind": b"\0", "total": array.array("I", [1, 2])}, as_of=DAY)
    assert raised.value.code == "unfit_columns"
    with pytest.raises(QiaolianError, match="`total` has 0 bytes"):
        policy.assess_columns({"kind": b"\0", "total": array.array("I")}, as_of=DAY)
    with pytest.raises(QiaolianError, match="`key_area` has 0 bytes of a bitmap"):
        policy.assess_columns({"kind": b"\0", "key_area": b""}, as_of=DAY)
    with pytest.raises(TypeError):
        policy.assess_columns({"kind": [0, 1]}, as_of=DAY)  # type: ignore[dict-item]
