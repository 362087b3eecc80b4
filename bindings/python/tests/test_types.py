"""What a type checker makes of ordinary code; it runs, too."""

from __future__ import annotations

from datetime import date

from qiaolian import (
    Check,
    Determination,
    Duty,
    Explained,
    Finding,
    Findings,
    Outcome,
    PlaceFindings,
    Policy,
    QiaolianError,
    ReportFindings,
    Rule,
    Subject,
    Text,
)
from qiaolian.types import (
    Case,
    ConstantChange,
    DeterminationDict,
    DiffReport,
    Facts,
    FindingsDict,
)
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
    assert_type(policy.diff(policy), DiffReport)
    assert_type(policy.diff(policy, rows, as_of="2023-03-31")["constants"], list[ConstantChange])
    assert_type(policy.diff_text(policy, lang="en"), str)
    answers = policy.assess_all(rows, as_of="2023-03-31")
    assert_type(answers, list[Determination | QiaolianError])


def test_types_of_the_checks_are_known() -> None:
    policy = Policy.yuxi_2020()
    case: Case = {
        "subject": {"kind": "county", "name": "通海县"},
        "leadership": {"members": ({"post": "chair", "time": "part_time", "from": "elsewhere"},)},
        "office": {"approved": date(2022, 3, 1), "registered": False},
    }
    found = policy.office(case, as_of=date(2023, 3, 31))
    assert_type(found, Findings)
    assert_type(found.check, Check)
    assert_type(found.subject, Subject | None)
    assert_type(list(found), list[Finding])
    assert_type(found.findings[0].outcome, Outcome)
    assert_type(found.findings[0].due, date | None)
    assert_type(found.has_not_met, bool)
    assert_type(found.to_dict(), FindingsDict)
    reports = policy.report({"counties": {"通海县": {"items": {"plan": True}}}}, as_of="2023-03-31")
    assert_type(reports, ReportFindings)
    assert_type(list(reports), list[PlaceFindings])
    assert_type(policy.rules(), list[Rule])
    assert_type(policy.rules()[0].check, Check | None)


def test_a_misspelt_key_of_a_case_is_seen_by_type_checkers() -> None:
    """That mypy wants these comments, which it does, shows that it sees what they are for."""
    wrong: Case = {"office": {"aproved": True}}  # type: ignore[typeddict-unknown-key] # pyright: ignore
    other: Case = {"office": {"approved": 1.5}}  # type: ignore[typeddict-item] # pyright: ignore
    assert wrong != other
