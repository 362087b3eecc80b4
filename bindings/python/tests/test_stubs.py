"""The stub and the types of plain data against the library, as far as `mypy.stubtest` can't see."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import GetSetDescriptorType, MappingProxyType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest
import qiaolian
import qiaolian.types as plain
from qiaolian import Duty, Fulfilment, Policy, QiaolianError, Status

from vectors import built_in, vectors

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
    found: dict[str, Any] = {}
    for name in ("explained", "error", "coverage", "schedule", "provisions", "readings", "policy", "check"):
        schema = qiaolian.schema(name)
        found |= schema.pop("$defs") | {schema["title"]: schema}
    return {name.replace("ProblemReport", "Problem"): schema for name, schema in found.items()}


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
    return [*answers, *steps, explained, explained.tree, *of_pack]


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
        assert fits(policy.places(), list[dict[str, str]])
        places = [*policy.places(), {"kind": "galaxy"}]
        assert fits(policy.coverage(places, as_of="2023-11-15"), plain.CoverageReport)
        assert fits(policy.schedule(places, as_of="2023-11-15"), plain.Schedule)


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
        if is_typeddict(value) and name not in ("Facts", "_Extra", "_OfPack")
    }
    assert written == fields


def codes(enum: str) -> list[str]:
    """What the library's enum has, listed by the library."""
    return [choice["const"] for choice in schemas()[enum]["oneOf"]]


def test_the_enums_have_the_codes_of_the_library_in_its_order() -> None:
    assert [duty.value for duty in Duty] == codes("DutyOrOpen")
    assert [fulfilment.value for fulfilment in Fulfilment] == codes("Fulfilment")
    assert [status.value for status in Status] == codes("Status")
    for enum in (Duty, Fulfilment, Status):
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
