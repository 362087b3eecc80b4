"""The checks of the rest of a document: what goes in, what is found, what is refused."""

from __future__ import annotations

from collections import UserDict
from datetime import date, datetime
from typing import Any

import pytest
from qiaolian import (
    Check,
    Finding,
    Findings,
    InvalidFactsError,
    InvalidInputError,
    Outcome,
    Policy,
    Text,
)
from qiaolian.types import Case, GovernanceInput, ReportInput

from vectors import CHECKOUT

POLICY = Policy.yuxi_2020()
DAY = date(2023, 11, 15)
COUNTY: Case = {
    "subject": {"name": "红塔区", "kind": "county", "existing_form": "federation"},
    "office": {"approved": date(2022, 3, 1), "registered": False},
}


def outcomes(found: Findings) -> dict[str, Outcome]:
    return {finding.rule: finding.outcome for finding in found}


def test_an_approved_office_that_did_not_lead_to_registration_is_found() -> None:
    found = POLICY.office(COUNTY, as_of=DAY)
    assert (found.check, found.as_of, found.policy) == (Check.OFFICE, DAY, "yuxi-2020@1.0.0")
    assert found.subject is not None
    assert (found.subject.code, found.subject.name) == ("530402", "红塔区")
    assert found.has_not_met
    (finding,) = (one for one in found if one.outcome is Outcome.NOT_MET)
    assert (finding.rule, finding.provision) == ("office_registered", "3.2#4")
    assert isinstance(finding.message, Text)
    assert finding.due is None
    assert finding.missing == ()


def test_a_finding_that_hangs_on_unknown_facts_names_their_paths() -> None:
    found = POLICY.office({"subject": {"code": "530423"}}, as_of=DAY)
    unknown = [finding for finding in found if finding.outcome is Outcome.UNKNOWN]
    assert "office.approved" in {path for finding in unknown for path in finding.missing}
    assert all(finding.responsible_posts for finding in unknown)
    assert not found.has_not_met


def test_each_check_answers() -> None:
    village: Case = {
        "subject": {"kind": "village", "county": "红塔区", "name": "金州社区", "existing_form": "federation"},
        "platform": {"levels": {"village": {"groups": {"liaison": True, "service": False}}}},
        "safeguards": {"training": False, "budgets": {"2023": True}},
        "leadership": {"leader_in_charge": True, "cadre": {"designated": False}},
    }
    found = outcomes(POLICY.leadership(village, as_of=DAY))
    assert found["leader_in_charge"] is Outcome.MET
    assert found["daily_cadre"] is Outcome.NOT_MET
    groups = [one.outcome for one in POLICY.platform(village, as_of=DAY) if one.rule == "online_group"]
    assert {Outcome.MET, Outcome.NOT_MET} <= set(groups)
    assert outcomes(POLICY.safeguards(village, as_of=DAY))["training"] is Outcome.NOT_MET


def test_the_leading_group_is_of_no_subject() -> None:
    group: GovernanceInput = {
        "formed": "2020-06-01",
        "roster": ({"seat": "leader", "post": "city_ufwd_head"},),
        "office_at": "city_federation",
    }
    found = POLICY.governance(group, as_of=DAY)
    assert found.subject is None
    assert found.check is Check.GOVERNANCE
    assert outcomes(found)["leading_group_office"] is Outcome.MET
    assert all(finding.responsible_posts == () for finding in found)


def test_reports_are_told_place_by_place() -> None:
    reports: ReportInput = {
        "counties": {
            "江川区": {"items": {"plan": date(2020, 6, 10), "contact": True}, "to_recipient": True},
            "红塔": {"items": {"plan": date(2020, 6, 21), "contact": False}},
        }
    }
    found = POLICY.report(reports, as_of="2020-07-01")
    assert len(found.places) == len(list(found)) == 9
    assert found.has_not_met
    late, in_time = found.places[:2]
    assert (late.subject.name, in_time.subject.name) == ("红塔区", "江川区")
    assert late.has_not_met
    assert not in_time.has_not_met
    assert late.findings[0].due == date(2020, 6, 20)
    assert [finding.outcome for finding in in_time] == [Outcome.MET] * 3
    # Nothing is known of the other seven.
    assert all(list(place)[0].outcome is Outcome.UNKNOWN for place in found.places[2:])


@pytest.mark.parametrize(
    ("approved", "same"),
    [(date(2022, 3, 1), "2022-03-01"), (True, True), (None, ...), ("2022-03-01", date(2022, 3, 1))],
    ids=str,
)
def test_what_goes_in_is_what_it_would_be_in_json(approved: Any, same: Any) -> None:
    written: dict[str, Any] = {"approved": approved, "registered": False}
    other = {**written, "approved": same}
    if same is ...:
        del other["approved"]
    subject = {"code": 530402, "existing_form": "federation", "established_on": date(2020, 1, 1)}
    same_subject = UserDict({**subject, "code": "530402", "established_on": "2020年1月1日"})
    one: Any = {"subject": subject, "office": written}
    two: Any = UserDict({"subject": same_subject, "office": UserDict(other)})
    assert POLICY.office(one, as_of=DAY) == POLICY.office(two, as_of=DAY)


def test_members_are_a_list_or_a_tuple_and_codes_may_be_members_of_an_enum() -> None:
    members: list[Any] = [{"post": "chair", "time": "full_time", "from": "elsewhere"}]
    one: Any = {"subject": {"code": "530402"}, "leadership": {"members": members}}
    two: Any = {"subject": {"code": "530402"}, "leadership": {"members": tuple(members)}}
    assert POLICY.leadership(one, as_of=DAY) == POLICY.leadership(two, as_of=DAY)
    level: Any = {"subject": {"code": "530402"}, "leadership": {"section": Outcome.UNKNOWN}}
    with pytest.raises(InvalidInputError, match="there is no `unknown`; there are `set_up`"):
        POLICY.leadership(level, as_of=DAY)


@pytest.mark.parametrize(
    ("case", "path", "code", "said"),
    [
        ({"ofice": {}}, "ofice", "unknown_code", "there is no `ofice`; there are `subject`"),
        ({"office": {"aproved": True}}, "office.aproved", "unknown_code", "there is no `aproved`"),
        ({"office": {"sought": "yes"}}, "office.sought", "unfit_value", "`\"yes\"` isn't true or false"),
        ({"office": {"sought": 10**30}}, "office.sought", "unfit_value", "isn't true or false"),
        ({"office": {"approved": "March"}}, "office.approved", "unfit_value", "isn't a day"),
        ({"office": None}, "office", "unfit_value", "`null` isn't an object"),
        ({"subject": 5}, "subject", "unfit_value", "`5` isn't an object"),
        (
            {"leadership": {"members": [{}, {"time": "always"}]}},
            "leadership.members[1].time",
            "unknown_code",
            "there is no `always`; there are `full_time`, `part_time`",
        ),
        ({"leadership": {"cadre": "somebody"}}, "leadership.cadre", "unfit_value", "isn't an object"),
        ({"procedure": {"events": [{}]}}, "procedure.events[0]", "missing_name", "`step`"),
    ],
    ids=str,
)
def test_what_is_not_read_says_where_and_what_was_expected(
    case: Any, path: str, code: str, said: str
) -> None:
    with pytest.raises(InvalidInputError) as raised:
        POLICY.office(case, as_of=DAY)
    error = raised.value
    assert error.code == "invalid_input"
    (problem,) = error.problems
    assert (problem.column, problem.code) == (path, code)
    assert path in str(error) and said in str(error)
    # No place in a text that nobody wrote.
    assert "line" not in problem.message.en


def test_every_code_that_there_is_not_comes_at_once() -> None:
    group: GovernanceInput = {"roster": [{"seat": "king"}, {"seat": "leader", "post": "baker"}]}
    with pytest.raises(InvalidInputError) as raised:
        POLICY.governance({**group, "office_at": "the_moon"}, as_of=DAY)
    problems = raised.value.problems
    assert [(problem.column, problem.value) for problem in problems] == [
        ("roster[0].seat", "king"), ("roster[1].post", "baker"), ("office_at", "the_moon"),
    ]
    assert "`office_director`" in problems[0].help.en
    with pytest.raises(InvalidInputError) as raised:
        POLICY.report({"counties": {"北京": {}, "红塔": {}, "530402": {}}}, as_of=DAY)
    assert [problem.code for problem in raised.value.problems] == ["unknown_code", "given_twice"]


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ({"office": {"sought": object()}}, r"`office\.sought` is a str.*not a `object`"),
        ({"office": {"sought": float("nan")}}, r"`office\.sought`.*not a `float`"),
        ({"office": {"approved": datetime(2022, 3, 1)}}, r"`office\.approved`.*not a `datetime`"),
        ({"leadership": {"members": [{}, {"post": b"chair"}]}}, r"`leadership\.members\[1\]\.post`.*`bytes`"),
        ({"leadership": {"staffing": {"purchased_services"}}}, r"`leadership\.staffing`.*not a `set`"),
        ({"safeguards": {"budgets": {2023: True}}}, r"`safeguards\.budgets`.*`2023` is a `int`"),
        ({"subject": {"total": []}}, r"`subject\.total` is .*not a `list`"),
        ({5: {}}, r"`5` is a `int`"),
        ("{}", "Mapping"),
        (None, "Mapping"),
    ],
    ids=str,
)
def test_a_value_of_a_type_that_json_does_not_have_is_refused_with_its_path(
    case: Any, said: str
) -> None:
    with pytest.raises(TypeError, match=said):
        POLICY.office(case, as_of=DAY)


def test_the_subject_of_a_case_is_read_as_the_facts_of_an_assessment() -> None:
    case: Any = {"subject": {"kind": "galaxy", "total": -3}}
    with pytest.raises(InvalidInputError) as raised:
        POLICY.office(case, as_of=DAY)
    with pytest.raises(InvalidFactsError) as assessed:
        POLICY.assess(**case["subject"], as_of=DAY)
    told = [(one.column, one.value, one.code, one.message) for one in raised.value.problems]
    wanted = assessed.value.problems
    assert told == [(f"subject.{one.column}", one.value, one.code, one.message) for one in wanted]
    with pytest.raises(InvalidInputError) as raised:
        POLICY.office({"subject": {"code": "530402", "total": 10**30 + 1}}, as_of=DAY)
    assert raised.value.problems[0].value == str(10**30 + 1)
    misspelt: Any = {"subject": {"nmae": "红塔区"}}
    with pytest.raises(InvalidInputError, match="there is no `nmae`"):
        POLICY.office(misspelt, as_of=DAY)


def test_readings_and_language_are_those_that_were_chosen() -> None:
    policy = POLICY.with_readings(before_day="exclusive")
    found = policy.report({}, as_of=DAY)
    assert found.places[0].findings[0].due == date(2020, 6, 19)
    assert dict(found.readings) == {"before_day": "exclusive"}
    county: Case = {"subject": {"code": "530423"}}
    chinese, english = (
        POLICY.office(county, as_of=DAY, lang=lang).findings[0].responsible_posts
        for lang in (None, "en")
    )
    assert chinese == ("通海县委统战部部长",)
    assert "United Front" in english[0]
    with pytest.raises(TypeError, match="as_of"):
        POLICY.office(COUNTY)  # type: ignore[call-arg] # pyright: ignore


def test_a_repr_counts_the_outcomes() -> None:
    found = POLICY.office(COUNTY, as_of=DAY)
    assert repr(found) == (
        "Findings(check=<Check.OFFICE: 'office'>, subject=Subject(name='红塔区', county='红塔区', "
        "kind='county', code='530402'), as_of=datetime.date(2023, 11, 15), policy='yuxi-2020@1.0.0', "
        "met=2, not_met=1, not_applicable=3)"
    )
    assert repr(found.findings[0]) == (
        "Finding(rule='office_allowed', provision='3.2#2', outcome=<Outcome.MET: 'met'>, missing=())"
    )
    reports = POLICY.report({}, as_of=DAY)
    assert repr(reports).endswith("policy='yuxi-2020@1.0.0', unknown=27)")
    assert repr(reports.places[0]).endswith(", unknown=3)")


def test_findings_differ_where_one_of_them_does() -> None:
    one = POLICY.office(COUNTY, as_of=DAY)
    other = POLICY.office({**COUNTY, "office": {"approved": True, "registered": True}}, as_of=DAY)
    assert one != other
    assert len({one, other, POLICY.office(COUNTY, as_of=DAY)}) == 2
    changed = one.to_json().replace('"missing":[]', '"missing":["office.sought"]', 1)
    assert Findings.from_json(changed) != one


def test_rules_have_the_clauses_that_the_provisions_name_them_for() -> None:
    carried = {
        (rule, clause["id"])
        for provision in POLICY.provisions()
        for clause in provision["clauses"]
        for rule in clause["rules"]
    }
    rules = POLICY.rules()
    assert {(rule.id, clause) for rule in rules for clause in rule.clauses} == carried
    by_id = {rule.id: rule for rule in rules}
    assert len(by_id) == len(rules)
    assert by_id["office_registered"].check is Check.OFFICE
    assert Outcome.NOT_MET in by_id["office_registered"].outcomes
    assert by_id["key_area"].check is None
    assert by_id["key_area"].outcomes == ()
    assert {rule.check for rule in rules} >= set(Check) - {Check.PROCEDURE}


def test_a_finding_is_of_a_rule_in_one_of_its_outcomes() -> None:
    rules = {rule.id: rule for rule in POLICY.rules()}
    found: list[Finding] = [*POLICY.office(COUNTY, as_of=DAY), *POLICY.leadership(COUNTY, as_of=DAY)]
    assert found
    for finding in found:
        assert finding.outcome in rules[finding.rule].outcomes
        assert finding.provision in rules[finding.rule].clauses


def test_a_loaded_policy_checks_as_the_built_in_one_does() -> None:
    loaded = Policy.load(CHECKOUT / "crates" / "policies" / "yuxi-2020")
    assert loaded.office(COUNTY, as_of=DAY) == POLICY.office(COUNTY, as_of=DAY)
    assert loaded.rules() == POLICY.rules()
