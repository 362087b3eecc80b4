"""Duty and status of whole columns as a hand-written Polars expression, beside the library's answers
to the same columns, each on one thread in one run.

    cargo xtask python                    # makes .venv with the package
    .venv/bin/pip install polars numpy
    .venv/bin/python benches/peers/columns_polars.py

The expression knows Yuxi's plan under its default readings and nothing else: no due date, no days
left, no shortfall, no other reading. Where both differ in a row, the script fails.
"""

from __future__ import annotations

import os

os.environ["POLARS_MAX_THREADS"] = "1"

import time
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import polars as pl
from qiaolian import Policy

ROWS = 4_000_000
RUNS = 5
AS_OF = date(2023, 11, 15)
TODAY = (AS_OF - date(1970, 1, 1)).days
SOON = 90

POLICY = Policy.yuxi_2020()
CODES = POLICY.column_codes()
KINDS = [entry["kind"] for entry in CODES["kind"]]
LISTED = [bool(entry["areas"]) for entry in CODES["kind"]]
FORMS = {code: number for number, code in enumerate(CODES["form"])}
DUTY = {code: number for number, code in enumerate(CODES["duty"])}
STATUS = {code: number for number, code in enumerate(CODES["status"])}
GROUPS = CODES["groups"]
DUE = {
    level: (date(year, 12, 31) - date(1970, 1, 1)).days
    for level, year in {"county": 2022, "place": 2023, "unit": 2024}.items()
}


def data() -> dict[str, tuple[Any, Any]]:
    """Values and which of them are known, most numbers near a limit."""
    random = np.random.default_rng(2020)

    def known(share: float) -> Any:
        return random.random(ROWS) < share

    def people() -> Any:
        sort = random.integers(0, 10, ROWS)
        few, some, many = (random.integers(0, top, ROWS) for top in (40, 120, 2000))
        return np.select([sort < 3, sort < 8, sort == 8], [0, few, some], many).astype(np.uint32)

    columns: dict[str, tuple[Any, Any]] = {
        "kind": (random.integers(0, len(KINDS), ROWS).astype(np.uint8), np.ones(ROWS, bool))
    }
    for group in GROUPS:
        columns[group] = (people(), known(0.8))
    largest = np.max([np.where(have, value, 0) for value, have in list(columns.values())[1:]], axis=0)
    columns["total"] = (largest.astype(np.uint32), known(0.15))
    form = random.integers(0, len(FORMS), ROWS).astype(np.uint8)
    columns["existing_form"] = (form, known(0.7))
    founded = random.integers(18_628, 20_628, ROWS).astype(np.int32)
    is_there = columns["existing_form"][1] & (form != FORMS["none"])
    columns["established_on"] = (founded, is_there & known(0.6))
    for truth, share in {"key_area": 0.08, "conditions_met": 0.5, "exception_agreed": 0.3}.items():
        columns[truth] = (known(0.5), known(share))
    return columns


def frame(columns: dict[str, tuple[Any, Any]]) -> pl.DataFrame:
    found = {}
    for name, (values, have) in columns.items():
        series = pl.Series(name, values)
        found[name] = series if have.all() else series.set(pl.Series(~have), None)
    return pl.DataFrame(found)


def buffers(columns: dict[str, tuple[Any, Any]]) -> dict[str, Any]:
    def bits(values: Any) -> Any:
        return np.packbits(values, bitorder="little")

    found: dict[str, Any] = {}
    for name, (values, have) in columns.items():
        values = bits(values) if values.dtype == bool else values
        found[name] = values if name == "kind" else {"values": values, "validity": bits(have)}
    return found


def among(column: pl.Expr, wanted: Callable[[int], bool]) -> pl.Expr:
    return column.is_in([number for number in range(len(KINDS)) if wanted(number)])


def expression() -> list[pl.Expr]:
    """Duty and status."""
    col, lit = pl.col, pl.lit
    kind = col("kind")
    is_county = among(kind, lambda number: KINDS[number] == "county")
    is_township = among(kind, lambda number: KINDS[number] == "township")
    is_place = among(kind, lambda number: KINDS[number] in ("township", "village"))
    is_key = is_place & col("key_area").fill_null(among(kind, lambda number: LISTED[number]))
    is_unit = ~is_county & ~is_place

    complete = pl.all_horizontal(col(group).is_not_null() for group in GROUPS)
    total = col("total")
    known = pl.sum_horizontal(col(group).fill_null(0) for group in GROUPS)
    people = total.fill_null(known)
    open_above = total.is_null() & ~complete
    threshold = pl.when(is_township).then(lit(100)).otherwise(lit(30))
    low = pl.when(people >= threshold).then(2).when(people > 0).then(1).otherwise(0)
    high = pl.when(open_above).then(2).otherwise(low)

    form = col("existing_form")
    founded = col("established_on")
    form = pl.when(form.is_not_null() & (founded.fill_null(0) > TODAY)).then(
        lit(FORMS["none"], pl.UInt8)
    ).otherwise(form)
    full_of_upper = (form == FORMS["federation"]) | (
        pl.when(is_place & ~is_key).then(form == FORMS["cross_region_joint"])
        .when(is_unit & (col("conditions_met") == False).fill_null(False))  # noqa: E712
        .then(form.is_in([FORMS[code] for code in ("group", "station", "cross_unit_joint")]))
        .otherwise(lit(False))
    )
    unmet = is_unit & (col("conditions_met") == False).fill_null(False)  # noqa: E712
    upper = (
        pl.when(is_county).then(DUTY["must"])
        .when(is_key).then(DUTY["in_principle_must"])
        .when(unmet).then(DUTY["should"])
        .otherwise(DUTY["in_principle_should"])
    )
    due = (
        pl.when(is_county | is_key).then(DUE["county"])
        .when(is_place).then(DUE["place"])
        .otherwise(DUE["unit"])
    )
    days_left = due - TODAY
    excepted = col("exception_agreed").fill_null(False) & ~is_county & ~unmet
    status_upper = (
        pl.when(full_of_upper & (founded.fill_null(0) > due)).then(STATUS["satisfied_late"])
        .when(full_of_upper).then(STATUS["satisfied"])
        .when(excepted).then(STATUS["excepted"])
        .when(form.is_null()).then(STATUS["unverified"])
        .when(days_left < 0).then(STATUS["overdue"])
        .when(days_left <= SOON).then(STATUS["due_soon"])
        .otherwise(STATUS["pending"])
    )
    status_may = (
        pl.when((form != FORMS["none"]).fill_null(False)).then(STATUS["satisfied"])
        .otherwise(STATUS["optional"])
    )
    status_of = [lit(STATUS["not_applicable"]), status_may, status_upper]
    always = is_county | is_key
    low = pl.when(always).then(2).otherwise(low)
    high = pl.when(always).then(2).otherwise(high)
    duty = (
        pl.when(low != high).then(DUTY["undetermined"])
        .when(low == 2).then(upper)
        .when(low == 1).then(DUTY["may"])
        .otherwise(DUTY["none"])
    )
    status = (
        pl.when(low == high).then(
            pl.when(low == 2).then(status_of[2]).when(low == 1).then(status_of[1]).otherwise(status_of[0])
        )
        .when((low == 1) & (status_may == status_upper)).then(status_upper)
        .otherwise(STATUS["undetermined"])
    )
    return [duty.cast(pl.UInt8).alias("duty"), status.cast(pl.UInt8).alias("status")]


def fastest(run: Callable[[], Any]) -> tuple[float, Any]:
    best, found = float("inf"), None
    for _ in range(RUNS):
        began = time.perf_counter()
        found = run()
        best = min(best, time.perf_counter() - began)
    return best, found


def main() -> None:
    columns = data()
    table, given = frame(columns), buffers(columns)
    exprs = expression()
    by_polars, answers = fastest(lambda: table.select(exprs))
    by_library, whole = fastest(lambda: POLICY.assess_columns(given, as_of=AS_OF))
    for name in ("duty", "status"):
        wrong = np.flatnonzero(answers[name].to_numpy() != np.asarray(whole[name]))
        if wrong.size:
            row = int(wrong[0])
            raise SystemExit(f"{name} differs in {wrong.size} rows: {table.row(row, named=True)}")
    for what, seconds in {
        "Polars, duty and status": by_polars,
        "qiaolian in Python, all answers, buffers copied in and out": by_library,
    }.items():
        print(f"{what:60} {ROWS / seconds / 1e6:8.1f} million rows a second")


if __name__ == "__main__":
    main()
