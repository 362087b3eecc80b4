"""Runs eligibility.lp on rows of a register.

This module only translates: a row's cells become facts, the answer set becomes
fields.  A date becomes a number of days and a code its digits; every decision
is in the logic program.
"""

from __future__ import annotations

import datetime
import pathlib

import clingo

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = "\n".join(
    (HERE / name).read_text(encoding="utf-8") for name in ("eligibility.lp", "yuxi.lp")
)
GROUPS = ("returned_and_relatives", "overseas", "students")
SCALARS = (
    "key_area", "count", "count_is_complete", "threshold", "shortfall", "duty",
    "due", "fulfilment", "status", "days_left",
)
LISTS = (
    "possible_duties", "forms", "missing", "provisions", "decisive_readings",
    "bodies_not_yet_there",
)
FIELDS = (
    "key_area", "count", "count_is_complete", "threshold", "shortfall", "duty",
    "possible_duties", "forms", "due", "fulfilment", "status", "days_left", "missing",
    "provisions", "decisive_readings", "bodies_not_yet_there",
)
EPOCH = datetime.date(1970, 1, 1)


def day_number(iso: str) -> int:
    return (datetime.date.fromisoformat(iso) - EPOCH).days


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def choice_term(choice: str) -> str:
    """A reading's choice: a code is a string, a word a constant."""
    return quoted(choice) if choice.isdigit() else choice


def facts(rows: list[dict], as_of: str, readings: dict, due_soon: int = 90) -> str:
    """Facts for the rows, numbered from 1; blank or absent cells give none."""
    out = [f"as_of({day_number(as_of)}).", f"due_soon_days({due_soon})."]
    out += [f"set({r},{choice_term(c)})." for r, c in readings.items()]
    for r, row in enumerate(rows, start=1):
        out.append(f"record({r}).")

        def fact(column, name, term=str):
            value = row.get(column)
            if value not in (None, ""):
                out.append(f"{name}({r},{term(value)}).")

        fact("kind", "written_kind")
        fact("code", "code", quoted)
        fact("code", "code_digits", len)
        fact("code", "code_county", lambda code: quoted(code[:6]))
        fact("name", "name", quoted)
        fact("county", "written_county", quoted)
        for group in GROUPS:
            fact(group, "group", lambda n, group=group: f"{group},{n}")
        fact("total", "total")
        fact("key_area", "written_key_area")
        fact("existing_form", "recorded_form")
        fact("established_on", "established", day_number)
        fact("conditions_met", "conditions_met")
        fact("exception_agreed", "exception_agreed")
    return "\n".join(out)


def plain(symbol: clingo.Symbol):
    if symbol.type is clingo.SymbolType.Number:
        return symbol.number
    if symbol.type is clingo.SymbolType.String:
        return symbol.string
    return {"null": None, "true": True, "false": False}.get(symbol.name, symbol.name)


def assess(rows: list[dict], as_of: str, readings: dict | None = None, due_soon: int = 90):
    """The compared fields of each row, in order."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], PROGRAM + "\n" + facts(rows, as_of, readings or {}, due_soon))
    control.ground([("base", [])])
    models = []

    def on_model(model):
        models.append(model.symbols(shown=True))

    control.solve(on_model=on_model)
    if len(models) != 1:
        raise RuntimeError(f"expected one answer set, found {len(models)}")

    values = [{} for _ in rows]
    lists = [{name: [] for name in LISTS} for _ in rows]
    for atom in models[0]:
        arguments = atom.arguments
        row, field = arguments[0].number - 1, arguments[1].name
        if len(arguments) == 3:
            if field in values[row]:
                raise RuntimeError(f"row {row + 1}: two values of {field}")
            values[row][field] = plain(arguments[2])
        else:
            lists[row][field].append((arguments[2].number, plain(arguments[3])))
    for row, named in enumerate(lists):
        missing = [name for name in SCALARS if name not in values[row]]
        if missing:
            raise RuntimeError(f"row {row + 1}: no value of {', '.join(missing)}")
        for name, items in named.items():
            values[row][name] = [item for _, item in sorted(items)]
    return values


def table(predicate: str) -> list[tuple]:
    """The facts of one predicate of the program, as plain values."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], PROGRAM + "\n" + facts([], "2023-01-01", {}))
    control.ground([("base", [])])
    return [
        tuple(plain(argument) for argument in atom.symbol.arguments)
        for atom in control.symbolic_atoms
        if atom.symbol.name == predicate
    ]
