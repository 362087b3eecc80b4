"""The difference of two policies from Python."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from qiaolian import Policy


def exclusive() -> tuple[Policy, Policy]:
    policy = Policy.yuxi_2020()
    return policy, policy.with_readings(at_least="exclusive")


def test_classes_and_constants_are_told() -> None:
    before, after = exclusive()
    found = before.diff(after)
    assert found["before"]["readings"] == {}
    assert found["after"]["readings"] == {"at_least": "exclusive"}
    assert found["subjects"] is None
    assert [
        (len(one["kinds"]), one["people"]["least"], one["people"]["most"], one["conditions_met"])
        for one in found["classes"]
    ] == [(1, 100, 100, None), (1, 30, 30, None), (11, 30, 30, True), (11, 30, 30, False)]
    village = found["classes"][1]
    assert village["before"] is not None and village["after"] is not None
    assert (village["before"]["duty"], village["after"]["duty"]) == ("in_principle_should", "may")
    limit = found["constants"][0]
    assert (limit["what"], limit["before"], limit["after"]) == ("limit_inclusive", True, False)
    assert limit["clauses_before"] == ["2.0#2", "2.0#3"]
    assert found["counts_alike"] and found["after"]["counted"] == found["before"]["counted"]
    assert not found["counties_before"] and not found["counties_after"]
    same = before.diff(before)
    assert not same["classes"] and not same["constants"]


def test_records_show_which_subjects_change() -> None:
    before, after = exclusive()
    village = {"kind": "village", "county": "红塔区", "name": "示例村", "existing_form": "none"}
    records: list[dict[str, Any]] = [{**village, "total": people} for people in (29, 30, 31)]
    records.append({"kind": "galaxy"})
    found = before.diff(after, records, as_of=date(2023, 11, 15))["subjects"]
    assert found is not None
    assert (found["as_of"], found["assessed"], found["changed"]) == ("2023-11-15", 3, 1)
    [subject] = found["subjects"]
    assert (subject["row"], subject["name"]) == (2, "示例村")
    assert (subject["before"]["status"], subject["after"]["status"]) == ("due_soon", "optional")
    assert found["fields"] == {"duty": 1, "forms": 1, "due": 0, "fulfilment": 0, "status": 1}
    [rejected] = found["rejected"]
    assert rejected["row"] == 4 and rejected["before"] is not None


def test_records_are_compared_as_of_a_day() -> None:
    before, after = exclusive()
    with pytest.raises(TypeError, match="as_of"):
        before.diff(after, [])


def test_the_difference_is_told_in_words() -> None:
    before, after = exclusive()
    assert "村（社区），不属于“重点侨务地区”，30人：原则上均应 → 可以" in before.diff_text(after)
    assert "village, not in" in before.diff_text(after, lang="en")
    assert "没有差别" in before.diff_text(before)
