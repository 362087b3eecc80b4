"""Policies, and what can be asked of them."""

from __future__ import annotations

import json
import threading
from collections import UserDict
from collections.abc import Mapping
from datetime import date, datetime
from importlib.metadata import version
from typing import Any

import pytest
import qiaolian
from qiaolian import Determination, Duty, Policy, QiaolianError, Status
from qiaolian.types import Facts

from vectors import CHECKOUT, SHARED, built_in

POLICY = Policy.yuxi_2020()
VILLAGE: Facts = {"kind": "village", "county": "红塔区", "name": "金州社区"}
DAY = date(2023, 11, 15)


def test_the_example_of_the_specification() -> None:
    found = POLICY.assess(
        kind="village", county="红塔区", name="金州社区", returned_and_relatives=12, as_of=DAY
    )
    assert found.to_dict()["code"] == "530402006001"
    assert (found.duty, found.status) == (Duty.IN_PRINCIPLE_MUST, Status.UNVERIFIED)


def test_a_policy_has_a_name_and_comes_from_a_folder_too() -> None:
    assert repr(POLICY) == repr(Policy.named("yuxi-2020")) == "Policy(yuxi-2020@1.0.0)"
    folder = CHECKOUT / "crates" / "policies" / "yuxi-2020"
    for path in (folder, str(folder)):
        loaded = Policy.load(path)
        assert loaded.describe() == POLICY.describe()
        assert loaded.assess(**VILLAGE, as_of=DAY) == POLICY.assess(**VILLAGE, as_of=DAY)


def test_the_policy_of_a_pack_has_facts_of_its_own() -> None:
    made_up = Policy.load(SHARED / "packs" / "made-up")
    groups = set(qiaolian.schema("facts", made_up)["properties"])
    assert "sojourners" in groups
    assert "sojourners" not in qiaolian.schema("facts")["properties"]
    assert "sojourners" not in qiaolian.schema("facts", POLICY)["properties"]


def test_readings_are_chosen_by_name() -> None:
    strict = POLICY.with_readings(at_least="exclusive")
    facts: Facts = {"code": "530402005", "total": 100}
    assert POLICY.assess(**facts, as_of=DAY).threshold == 100
    found = strict.assess(**facts, as_of=DAY)
    assert found.threshold == 101
    assert dict(found.readings) == {"at_least": "exclusive"}
    back = strict.with_readings(at_least="inclusive", zero_count="may")
    assert dict(back.assess(**facts, as_of=DAY).readings) == {"zero_count": "may"}
    assert POLICY.with_readings().assess(**facts, as_of=DAY) == POLICY.assess(**facts, as_of=DAY)
    in_force = {reading["id"]: reading["in_force"] for reading in strict.readings()}
    assert in_force["at_least"] == "exclusive"


@pytest.mark.parametrize("as_of", [date(2023, 3, 31), "2023-03-31"])
def test_the_date_is_a_date_or_its_iso_text(as_of: date | str) -> None:
    assert POLICY.assess(**VILLAGE, as_of=as_of).as_of == date(2023, 3, 31)


def test_the_date_is_asked_for() -> None:
    with pytest.raises(TypeError, match="as_of"):
        POLICY.assess(**VILLAGE)  # type: ignore[call-overload] # pyright: ignore
    with pytest.raises(TypeError, match="datetime"):
        POLICY.assess(**VILLAGE, as_of=datetime(2023, 3, 31, 23, 0))
    for text in ("2023-02-30", "31 March", ""):
        with pytest.raises(ValueError, match="is no day"):
            POLICY.assess(**VILLAGE, as_of=text)


def test_due_soon_and_language_are_as_the_facade_has_them_unless_given() -> None:
    facts: Facts = {"code": "530402005", "total": 100, "existing_form": "none"}
    found = POLICY.assess(**facts, as_of=DAY)
    assert found.status is Status.DUE_SOON
    assert POLICY.assess(**facts, as_of=DAY, due_soon_days=10).status is Status.PENDING
    assert found.responsible_units[0] == "红塔区委统战部"
    assert POLICY.assess(**facts, as_of=DAY, lang="zh") == found
    assert "United Front" in POLICY.assess(**facts, as_of=DAY, lang="en").responsible_units[0]
    with pytest.raises(ValueError, match="`zh` or `en`"):
        POLICY.assess(**facts, as_of=DAY, lang="fr")  # type: ignore[call-overload] # pyright: ignore


class Whole:
    """What numbers of other libraries are like."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __float__(self) -> float:
        return float(self.value)


@pytest.mark.parametrize(
    ("fact", "same"),
    [
        ({"total": 12}, {"total": "12"}),
        ({"total": 12.0}, {"total": 12}),
        ({"total": Whole(12)}, {"total": 12}),
        ({"total": None}, {}),
        ({"code": 530402006001}, {"code": "530402006001"}),
        ({"key_area": False}, {"key_area": "否"}),
        ({"existing_form": "federation", "established_on": date(2022, 3, 1)},
         {"existing_form": "侨联", "established_on": "2022年3月1日"}),
    ],
    ids=str,
)
def test_a_fact_is_what_it_would_be_in_a_register(fact: Facts, same: Facts) -> None:
    given: Facts = {**VILLAGE, **fact}
    written: Facts = {**VILLAGE, **same}
    assert POLICY.assess(**given, as_of=DAY) == POLICY.assess(**written, as_of=DAY)


@pytest.mark.parametrize("value", [[], {}, b"12", object(), datetime(2022, 3, 1)], ids=str)
def test_a_fact_of_another_type_is_refused_by_name(value: Any) -> None:
    facts: dict[str, Any] = {**VILLAGE, "total": value}
    with pytest.raises(TypeError, match=r"`total`.*not a `\w+`"):
        POLICY.assess(**facts, as_of=DAY)


def test_many_are_answered_in_order_and_errors_are_not_raised() -> None:
    rows: list[Mapping[str, Any]] = [
        VILLAGE,
        {"kind": "enterprise", "total": -3},
        UserDict({"code": "530402005", "total": 100}),
        VILLAGE,
        {"nmae": "金州社区"},
    ]
    first, refused, third, again, unknown = POLICY.assess_all(iter(rows), as_of=DAY)
    assert isinstance(first, Determination)
    assert isinstance(third, Determination)
    assert (first.row, third.row) == (1, 3)
    alone = POLICY.assess(**VILLAGE, as_of=DAY).to_dict()
    assert first.to_dict() == {**alone, "row": 1}
    assert isinstance(refused, qiaolian.InvalidFactsError)
    assert [problem.code for problem in refused.problems] == ["unreadable_number"]
    assert isinstance(again, qiaolian.InvalidFactsError)
    assert [problem.code for problem in again.problems] == ["duplicate_code"]
    assert isinstance(unknown, qiaolian.UnknownFactError)
    assert POLICY.assess_all([], as_of=DAY) == []
    for wrong in ([1], [{1: 2}], 5):
        with pytest.raises(TypeError):
            POLICY.assess_all(wrong, as_of=DAY)  # type: ignore[arg-type] # pyright: ignore


def test_an_explanation_has_the_determination_a_tree_and_near_names() -> None:
    facts: Facts = {"kind": "village", "county": "红塔区", "name": "金洲社区", "total": 5}
    explained = POLICY.explain(**facts, as_of=DAY)
    assert explained.determination == POLICY.assess(**facts, as_of=DAY)
    assert explained.determination.warnings
    assert "金州社区居民委员会" in explained.near_names
    assert "金洲社区" in explained.tree.zh
    assert explained.to_dict()["near_names"] == list(explained.near_names)


@pytest.mark.parametrize("policy", built_in().values(), ids=repr)
def test_the_proof_of_each_built_in_policy_is_sound(policy: Policy) -> None:
    assert policy.check()["sound"]
    assert len(policy.provisions()) > 1
    assert policy.describe()["rows"]


def test_the_provisions_are_a_page_in_both_languages() -> None:
    zh, en = POLICY.provisions_html(), POLICY.provisions_html(lang="en")
    assert zh.startswith('<!DOCTYPE html><html lang="zh-Hans">') and 'id="clause-2.2-5"' in zh
    assert en.startswith('<!DOCTYPE html><html lang="en">') and 'id="clause-2.2-5"' in en


def test_the_proof_is_a_page_in_both_languages() -> None:
    zh, en = POLICY.check_html(), POLICY.check_html(lang="en")
    assert zh.startswith('<!DOCTYPE html><html lang="zh-Hans">') and 'id="clause-2.2-5"' in zh
    assert en.startswith('<!DOCTYPE html><html lang="en">') and 'id="clause-2.2-5"' in en


def test_an_example_of_the_proof_gives_the_answers_that_it_states() -> None:
    examples = 0
    for sample in POLICY.check()["readings"]:
        example = sample["example"]
        if example is None:
            assert sample["dates"]
            continue
        other = POLICY.with_readings(**{sample["reading"]: sample["choice"]})
        for policy, stated in ((POLICY, example["before"]), (other, example["after"])):
            (found,) = policy.assess_all([example["facts"]], as_of=example["as_of"])
            assert isinstance(found, Determination)
            answer: dict[str, Any] = json.loads(found.to_json())
            assert {name: answer[name] for name in stated} == stated
        examples += 1
    assert examples == 11


def test_schemas_are_the_committed_ones() -> None:
    for file in (SHARED / "schemas").glob("*.json"):
        assert qiaolian.schema(file.stem) == json.loads(file.read_text(encoding="utf-8"))
    with pytest.raises(ValueError, match="`determination`"):
        qiaolian.schema("horoscope")


def test_the_version_is_that_of_the_package() -> None:
    assert qiaolian.__version__ == version("qiaolian")


def test_threads_can_share_a_policy() -> None:
    rows = [{"code": place, "total": 10} for place in ("530402005", "530402006001")] * 50
    wanted = [answer.to_json() for answer in POLICY.assess_all(rows, as_of=DAY)]
    found: list[list[str]] = []

    def ask() -> None:
        answers: list[Determination | QiaolianError] = POLICY.assess_all(rows, as_of=DAY)
        found.append([answer.to_json() for answer in answers])

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 4
