"""What a type checker makes of ordinary code; it runs, too."""

from __future__ import annotations

from datetime import date

from qiaolian import Determination, Duty, Explained, Policy, QiaolianError, Text
from qiaolian.types import DeterminationDict, Facts
from typing_extensions import assert_type


def test_types_are_known() -> None:
    policy = assert_type(Policy.yuxi_2020(), Policy)
    found = policy.assess(kind="village", county="红塔区", name="金州社区", as_of=date(2023, 3, 31))
    assert_type(found, Determination)
    assert_type(found.duty, Duty)
    assert_type(found.possible_duties, tuple[Duty, ...])
    assert_type(found.due, date | None)
    assert_type(found.reason, Text)
    assert_type(found.to_dict(), DeterminationDict)
    assert_type(found.to_dict()["days_left"], int | None)
    assert_type(Determination.from_json(found.to_json()), Determination)
    assert_type(policy.explain(code=530402005, as_of="2023-03-31"), Explained)
    assert_type(policy.readings()[0]["choices"][0]["label"]["zh"], str)
    rows: list[Facts] = [{"kind": "enterprise", "total": 30}]
    answers = policy.assess_all(rows, as_of="2023-03-31")
    assert_type(answers, list[Determination | QiaolianError])
