"""Coverage from Python: the cases that were worked out by hand, as the runner in Rust has them."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from qiaolian import Policy
from qiaolian.types import CoverageReport, Range

from vectors import SHARED, policy_of


def found(report: CoverageReport) -> dict[str, Any]:
    """What a case expects, as far as a report has it."""
    overall = report["overall"]
    ratio = overall["ratio"]

    def both(found: Range) -> list[int]:
        return [found["least"], found["most"]]

    return {
        "subjects": overall["subjects"],
        "owed": both(overall["owed"]),
        "full": both(overall["full"]),
        "lesser": both(overall["lesser"]),
        "excepted": both(overall["excepted"]),
        "presumed": both(overall["presumed"]),
        "ratio": ratio
        and [Fraction(end["full"], end["owed"]) for end in (ratio["least"], ratio["most"])],
        "missing": [[entry["row"], entry["certain"]] for entry in report["missing"]],
        "rejected": [entry["row"] for entry in report["rejected"]],
        "targets": {target["target"]: target["standing"] for target in report["targets"]},
    }


def test_the_coverage_of_each_register_is_what_was_worked_out_by_hand() -> None:
    cases = json.loads((SHARED / "coverage" / "cases.json").read_text(encoding="utf-8"))
    assert len(cases) == 24
    for case in cases:
        policy = policy_of(case["policy"]).with_readings(**case["readings"])
        expect = case["expect"]
        expect["ratio"] = expect["ratio"] and [Fraction(end) for end in expect["ratio"]]
        assert found(policy.coverage(case["facts"], as_of=case["as_of"])) == expect, case["id"]


def test_the_policys_own_places_have_a_coverage() -> None:
    policy = Policy.yuxi_2020()
    report = policy.coverage(policy.places(), as_of="2023-11-15")
    assert report["overall"]["subjects"] == 803
    assert report["targets"][0]["coverage"]["presumed"] == {"least": 3, "most": 3}
