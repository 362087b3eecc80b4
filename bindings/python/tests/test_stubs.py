"""The stub and the types of plain data against the library, as far as `mypy.stubtest` can't see."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import GetSetDescriptorType, MappingProxyType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest
import qiaolian
import qiaolian.types as plain
from qiaolian import Check, Duty, Fulfilment, Outcome, Policy, QiaolianError, Status

from vectors import SHARED, built_in, policy_of, vectors

CASES = SHARED / "cases"
STUB = Path(qiaolian.__file__).with_name("_qiaolian.pyi")


def fits(value: Any, wanted: Any) -> bool:
    """Whether a value is of a type, in all of its parts."""
    if is_typeddict(wanted):
        hints = get_type_hints(wanted)
        return (
            isinstance(value, dict)
            and wanted.__required_keys__ <= value.keys() <= hints.keys()
            and all(fits(part, hints[key]) for key, part in value.items())
        )
    origin, parts = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        return any(fits(value, part) for part in parts)
    if origin is Literal:
        return value in parts
    if origin is tuple:
        return isinstance(value, tuple) and all(fits(item, parts[0]) for item in value)
    if origin is list:
        return isinstance(value, list) and all(fits(item, parts[0]) for item in value)
    if origin in (dict, Mapping):
        return isinstance(value, (dict, MappingProxyType)) and all(
            fits(key, parts[0]) and fits(part, parts[1]) for key, part in value.items()
        )
    # Neither is True an int, nor a code of an enum a text.
    return type(value) is (type(None) if wanted is None else wanted)


def getters() -> dict[str, list[ast.FunctionDef]]:
    """The properties of the stub's classes."""
    return {
        node.name: [
            part
            for part in node.body
            if isinstance(part, ast.FunctionDef)
            and any(ast.unparse(mark) == "property" for mark in part.decorator_list)
        ]
        for node in ast.parse(STUB.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and node.name not in ("Policy", "_Frozen")
    }


def schemas() -> dict[str, Any]:
    """The JSON Schemas of all types that go out, by name."""
    found = definitions(
        "explained", "error", "what-if", "next-fact", "coverage", "sensitivity", "schedule",
        "provisions", "readings", "policy", "check", "diff", "rules", "findings",
        "report-findings", "procedure-report", "plan", "dossier", "columns",
    )
    for written, name in RENAMED.items():
        found[name] = found.pop(written)
    return found


# Where the package has another name, since what is frozen is no plain entry of a list.
RENAMED = {
    "ProblemReport": "Problem",
    "FindingEntry": "Finding",
    "SubjectEntry": "Subject",
    "RuleEntry": "Rule",
}


def definitions(*names: str) -> dict[str, Any]:
    """The JSON Schemas of some names, and of the types within them."""
    found: dict[str, Any] = {}
    for name in names:
        schema = qiaolian.schema(name)
        found |= schema.pop("$defs") | {schema["title"]: schema}
    return found


def inputs() -> dict[str, Any]:
    """The JSON Schemas of all that goes into the checks, by name."""
    found = definitions("case", "governance", "report")
    return {name: schema for name, schema in found.items() if "properties" in schema}


def frozen() -> list[Any]:
    """Frozen objects of every class: the vectors' determinations, an explanation, an error."""
    policy = Policy.yuxi_2020()
    explained = policy.explain(kind="village", county="红塔区", name="金洲社区", as_of="2023-03-31")
    with pytest.raises(QiaolianError) as raised:
        policy.assess(kind="galaxy", as_of="2023-03-31")
    answers = [vector.determination() for vector in vectors()]
    steps = [step for answer in answers for step in answer.trace]
    error = raised.value
    of_pack = [error.envelope, *error.problems, *places_of_mistakes(error.envelope)]
    found = [policy.office({"subject": {"code": "530423"}}, as_of="2023-03-31")]
    found.append(policy.governance({"formed": True}, as_of="2023-03-31"))
    reports = policy.report({}, as_of="2023-03-31")
    of_checks = [*found, found[0].subject, *found[0], *found[1], reports, *reports, *reports.places[0]]
    return [*answers, *steps, explained, explained.tree, *of_pack, *of_checks, *policy.rules()]


def places_of_mistakes(envelope: qiaolian.Envelope) -> list[Any]:
    """The objects that only a faulty pack's error has."""
    place = {"file": "dates.toml", "line": 3, "column": None}
    mistake = {"where": place, "found": "`x`", "expected": "a date", "help": "write one"}
    read = qiaolian.Envelope.from_json(
        json.dumps({**envelope.to_dict(), "where": place, "related": [mistake]})
    )
    return [read, read.where, *read.related]


def test_the_stub_has_the_properties_that_there_are_with_the_types_of_their_values() -> None:
    names = {**vars(qiaolian), "Mapping": Mapping, "date": date, "Literal": Literal}
    stub = {
        name: {getter.name: eval(ast.unparse(getter.returns or getter), names) for getter in found}
        for name, found in getters().items()
    }
    things = frozen()
    for thing in things:
        for key, wanted in stub[type(thing).__name__].items():
            assert fits(getattr(thing, key), wanted), (thing, key, getattr(thing, key), wanted)
    attributes = {
        kind.__name__: {
            name for name, value in vars(kind).items() if isinstance(value, GetSetDescriptorType)
        }
        for kind in {type(thing) for thing in things}
    }
    assert attributes == {name: set(found) for name, found in stub.items()}


def test_the_stub_says_what_the_schemas_say() -> None:
    for name, found in getters().items():
        written = {getter.name: ast.get_docstring(getter) for getter in found}
        # The only one that JSON doesn't have.
        derived = written.pop("has_not_met", None)
        assert (derived is None) != hasattr(getattr(qiaolian, name), "__iter__")
        properties = schemas()[name]["properties"].items()
        assert written == {
            field: schema["description"].replace("null", "None") for field, schema in properties
        }


def test_plain_data_has_the_types_that_are_written_for_it() -> None:
    for thing in frozen():
        wanted = getattr(plain, f"{type(thing).__name__}Dict")
        assert fits(thing.to_dict(), wanted), thing
    for policy in built_in().values():
        assert fits(policy.provisions(), list[plain.ProvisionEntry])
        assert fits(policy.readings(), list[plain.ReadingEntry])
        assert fits(policy.describe(), plain.PolicyEntry)
        assert fits(policy.check(), plain.CheckReport)
        assert fits(policy.column_codes(), plain.ColumnCodes)
        assert fits(policy.places(), list[dict[str, str]])
        places = [*policy.places(), {"kind": "galaxy"}]
        assert fits(policy.coverage(places, as_of="2023-11-15"), plain.CoverageReport)
        assert fits(policy.schedule(places, as_of="2023-11-15"), plain.Schedule)
        hanging = policy.sensitivity(places, as_of="2023-11-15", most=3)
        assert fits(hanging, plain.SensitivityReport)
        columns = policy.columns(places)
        assert fits(columns, plain.ResolvedColumns)
        answers = policy.assess_columns(columns["columns"], as_of="2023-11-15")
        assert fits(answers, plain.AnswerColumns)
        for other in built_in().values():
            assert fits(policy.diff(other), plain.DiffReport)
            assert fits(policy.diff(other, places, as_of="2023-11-15"), plain.DiffReport)
    for vector in vectors():
        policy = policy_of(vector.policy)
        found = policy.what_if(as_of=vector.as_of, **vector.facts)
        assert fits(found, plain.WhatIfReport), vector.id
        asked = policy.next_fact(as_of=vector.as_of, **vector.facts)
        assert fits(asked, plain.NextFactReport), vector.id


def test_what_comes_out_of_a_case_has_the_types_that_are_written_for_it() -> None:
    policy = Policy.yuxi_2020()
    for path in sorted(CASES.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        if "subject" in case:
            assert fits(policy.procedure(case, as_of="2021-06-01"), plain.ProcedureReport)
            assert fits(policy.plan(case, as_of="2021-06-01"), plain.PlanReport)
            assert fits(policy.dossier(case, as_of="2021-06-01"), plain.Dossier)


def test_the_types_of_plain_data_have_the_fields_of_the_schemas() -> None:
    """Fields, too, that no answer happens to have, and types that no longer go out."""
    fields = {
        name: set(schema["properties"])
        for name, schema in schemas().items()
        if "properties" in schema
    }
    written = {
        name.removesuffix("Dict"): set(get_type_hints(value))
        for name, value in vars(plain).items()
        if is_typeddict(value) and value.__module__ not in WITHOUT_SCHEMA
    }
    assert written == fields


# What goes in has schemas of its own, and buffers aren't JSON.
WITHOUT_SCHEMA = (plain.Case.__module__, plain.KnownColumn.__module__)


def codes(enum: str) -> list[str]:
    """What the library's enum has, listed by the library."""
    return [choice["const"] for choice in schemas()[enum]["oneOf"]]


def test_the_enums_have_the_codes_of_the_library_in_its_order() -> None:
    assert [duty.value for duty in Duty] == codes("DutyOrOpen")
    assert [fulfilment.value for fulfilment in Fulfilment] == codes("Fulfilment")
    assert [status.value for status in Status] == codes("Status")
    assert [check.value for check in Check] == codes("Check")
    assert [outcome.value for outcome in Outcome] == codes("Outcome")
    for enum in (Check, Duty, Fulfilment, Outcome, Status):
        assert [member.name for member in enum] == [member.value.upper() for member in enum]


def test_facts_kinds_and_forms_are_those_of_the_built_in_policies() -> None:
    facts: dict[str, None] = {}
    kinds: dict[str, None] = {}
    forms: dict[str, None] = {}
    for name in sorted(built_in(), reverse=True):
        schema = qiaolian.schema("facts", built_in()[name])["properties"]
        facts |= dict.fromkeys(schema)
        kinds |= dict.fromkeys(schema["kind"]["examples"])
        forms |= dict.fromkeys(schema["existing_form"]["examples"])
    assert list(get_type_hints(plain.Facts)) == list(facts)
    assert set(get_args(plain.Kind)) == set(kinds)
    assert set(get_args(plain.Form)) == set(forms)


def test_an_error_shows_what_its_envelope_has() -> None:
    assert list(QiaolianError.__annotations__) == [getter.name for getter in getters()["Envelope"]]


def json_types(schema: Any, defined: dict[str, Any]) -> set[str]:
    """The types of JSON that a schema takes."""
    if "$ref" in schema:
        return json_types(defined[schema["$ref"].removeprefix("#/$defs/")], defined)
    for choices in ("anyOf", "oneOf"):
        if choices in schema:
            return set[str]().union(*(json_types(part, defined) for part in schema[choices]))
    found = schema["type"]
    return {found} if isinstance(found, str) else set(found)


def json_types_of(wanted: Any) -> set[str]:
    """The types of JSON that values of a type are written as."""
    if is_typeddict(wanted):
        return {"object"}
    origin, parts = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        return set[str]().union(*(json_types_of(part) for part in parts))
    if origin is Literal:
        return {"string"}
    written = {
        bool: "boolean", str: "string", date: "string", type(None): "null",
        Sequence: "array", Mapping: "object",
    }
    return {written[origin or wanted]}


def test_what_goes_into_the_checks_has_the_fields_and_types_of_the_schemas() -> None:
    defined = definitions("case", "governance", "report")
    for name, schema in inputs().items():
        written = getattr(plain, name)
        hints = get_type_hints(written)
        assert list(hints) == list(schema["properties"]), name
        assert written.__required_keys__ == set(schema.get("required", [])), name
        for field, hint in hints.items():
            wanted = json_types(schema["properties"][field], defined)
            assert json_types_of(hint) == wanted, (name, field)
    given = {
        name for name, value in vars(plain).items()
        if is_typeddict(value) and value.__module__ == plain.Case.__module__
    }
    assert given - {"Facts"} == set(inputs())
    for closed in ("Time", "Identity", "Section"):
        choices = defined[closed]["oneOf"]
        assert list(get_args(getattr(plain, closed))) == [choice["const"] for choice in choices]


def test_the_codes_of_the_checks_are_those_of_the_built_in_policies() -> None:
    """What there is, as the library lists it where something else was given."""
    no = "?"
    case: plain.Case = {
        "subject": {"code": "530423"},
        "leadership": {"members": [{"post": no, "from": no}], "staffing": [no]},
        "office": {"registered_with": no},
        "platform": {
            "standard": {no: True}, "levels": {"county": {"groups": {no: True}}},
            "activities": {no: True},
        },
    }
    group: plain.GovernanceInput = {"roster": [{"seat": no, "post": no}], "office_at": no}
    reports: plain.ReportInput = {"counties": {"通海县": {"items": {no: True}}}}
    policy = Policy.yuxi_2020()
    found: dict[str, list[str]] = {}
    for ask in (
        lambda: policy.leadership(case, as_of="2023-11-15"),
        lambda: policy.platform(case, as_of="2023-11-15"),
        lambda: policy.governance(group, as_of="2023-11-15"),
        lambda: policy.report(reports, as_of="2023-11-15"),
    ):
        with pytest.raises(QiaolianError) as raised:
            ask()
        for problem in raised.value.problems:
            assert (problem.code, problem.value) == ("unknown_code", no)
            found[problem.column] = re.findall("`([^`]+)`", problem.help.en)
    literals = {
        "leadership.members[0].post": plain.LeadershipPost,
        "leadership.members[0].from": plain.Pool,
        "leadership.staffing[0]": plain.StaffingWay,
        "office.registered_with": plain.Registry,
        "platform.standard.?": plain.Standard,
        "platform.levels.county.groups.?": plain.Group,
        "platform.activities.?": plain.Activity,
        "roster[0].seat": plain.Seat,
        "roster[0].post": plain.SeatPost,
        "office_at": plain.Body,
        "counties.通海县.items.?": plain.ReportItem,
    }
    assert found == {path: list(get_args(literal)) for path, literal in literals.items()}
