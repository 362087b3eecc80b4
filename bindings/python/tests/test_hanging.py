"""What answers hang on, from Python: readings, a few people, facts that are changed or made known."""

from __future__ import annotations

from datetime import date

import pytest
from qiaolian import InvalidFactsError, Policy
from qiaolian.types import ChangesEntry, Facts, SensitivityReport

VILLAGES: list[Facts] = [
    {"kind": "village", "county": "通海县", "name": name, "total": total, "existing_form": "none"}
    for name, total in (("示例村甲", 30), ("示例村乙", 31), ("示例村丙", 28))
]


def alone(report: SensitivityReport, **choices: str) -> ChangesEntry:
    """What some choices change."""
    (found,) = [entry for entry in report["alone"] if entry["choices"] == choices]
    return found["changes"]


def test_a_village_of_thirty_hangs_on_whether_thirty_is_in() -> None:
    rows: list[Facts] = [*VILLAGES, {"kind": "galaxy"}]
    report = Policy.yuxi_2020().sensitivity(rows, as_of=date(2023, 11, 15), within=2)
    changes = alone(report, at_least="exclusive")
    assert (changes["subjects"], changes["duty"]) == (1, 1)
    (alike,) = changes["alike"]
    assert alike["rows"] == [1]
    assert alike["from"]["duty"] == "in_principle_should"
    assert alike["to"] == {"duty": "may", "fulfilment": "none", "status": "optional"}
    assert (report["subjects"], report["counts"]["near"]) == (3, 3)
    assert report["counts"]["unknown"] == 0
    margins = [(margin["more"], margin["fewer"]) for margin in report["margins"]]
    assert margins == [(None, 1), (None, 2), (2, 28)]
    assert [entry["row"] for entry in report["rejected"]] == [4]


def test_of_whom_the_number_is_not_known_nobody_is_a_few_people_away() -> None:
    policy = Policy.yuxi_2020()
    rows: list[Facts] = [{"kind": "school", "name": "示例中学"}]
    report = policy.sensitivity(rows, as_of=date(2023, 11, 15), within=5)
    assert (report["counts"]["near"], report["counts"]["unknown"]) == (0, 1)
    (margin,) = report["margins"]
    assert (margin["more"], margin["fewer"]) == (None, None)


def test_as_many_people_and_rows_are_asked_for_as_the_policy_has_it() -> None:
    policy = Policy.yuxi_2020()
    report = policy.sensitivity(policy.places(), as_of="2022-12-31", most=2)
    assert report["counts"]["within"] == 3
    (alike,) = alone(report, county_presumption="unverified")["alike"]
    assert (alike["subjects"], alike["rows"]) == (3, [1, 6])
    with pytest.raises(OverflowError):
        policy.sensitivity([], as_of="2022-12-31", within=-1)


def test_what_would_change_an_answer_says_which_fact_and_by_how_much() -> None:
    policy = Policy.yuxi_2020()
    report = policy.what_if(
        kind="village", county="通海县", name="示例村", returned_and_relatives=12, overseas=0,
        students=0, existing_form="none", as_of="2023-11-15",
    )
    assert report["answer"]["duty"] == "may"
    (more,) = [
        entry
        for entry in report["changes"]
        if entry["changes"][0]["fact"] == "returned_and_relatives"
        and entry["gives"]["duty"] == "in_principle_should"
    ]
    (change,) = more["changes"]
    assert (change["from"], change["to"], change["people"]) == (12, 30, 18)
    assert more["due"] == "2023-12-31"
    assert report["next_fact"] is None
    assert "12→30人（多18人）" in report["tree"]["zh"]


def test_the_fact_that_settles_most_is_asked_for_first() -> None:
    policy = Policy.yuxi_2020()
    report = policy.next_fact(
        kind="village", county="通海县", name="示例村", students=12, existing_form="none",
        as_of="2023-11-15",
    )
    first = report["next_fact"]
    assert first is not None
    assert (first["fact"], first["settles"]) == ("total", 2)
    ranges = [(answer["least"], answer["most"]) for answer in first["answers"]]
    assert ranges == [(12, 29), (30, None)]
    assert [ask["fact"] for ask in report["then"]] == ["returned_and_relatives", "overseas"]


def test_facts_that_cannot_be_read_are_refused_as_elsewhere() -> None:
    policy = Policy.yuxi_2020()
    with pytest.raises(InvalidFactsError):
        policy.what_if(kind="village", total=-1, as_of="2023-11-15")
    with pytest.raises(InvalidFactsError):
        policy.next_fact(kind="village", total=-1, as_of="2023-11-15")
