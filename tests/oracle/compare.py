"""Compares the command line with the logic program, record by record.

    python compare.py --records 20000 --seed 1 --binary PATH
    python compare.py --self-test

Each disagreement is printed with its record; the last line is the count of
records.  The exit status is 1 where a record disagrees.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import generate
import oracle

ABSENT = "<absent>"


def federation_names() -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for county, name in oracle.table("federation_name"):
        names.setdefault(county, set()).add(name)
    return names


def command(binary: pathlib.Path, register: str, batch: generate.Batch) -> list[str]:
    out = [str(binary.resolve()), "assess", register, "--input-format", "csv"]
    out += ["--as-of", batch.as_of]
    for reading, choice in batch.readings.items():
        out += ["--set", f"{reading}={choice}"]
    if batch.due_soon != 90:
        out += ["--due-soon", str(batch.due_soon)]
    return [*out, "--format", "jsonl", "--lang", "zh"]


def run(binary: pathlib.Path, batch: generate.Batch) -> tuple[dict[int, dict], str]:
    """Determinations by row, and what the command said where it answered badly."""
    with tempfile.TemporaryDirectory() as folder:
        register = pathlib.Path(folder) / "register.csv"
        register.write_text(batch.csv(), encoding="utf-8")
        done = subprocess.run(
            command(binary, str(register), batch), capture_output=True, encoding="utf-8",
            check=False,
        )
    rows: dict[int, dict] = {}
    try:
        for line in done.stdout.split("\n"):
            if line.strip():
                determination = json.loads(line)
                if determination["row"] in rows:
                    return {}, f"row {determination['row']} answered twice"
                rows[determination["row"]] = determination
    except (ValueError, KeyError, TypeError) as error:
        return {}, f"unreadable output: {error}"
    if done.returncode != 0:
        return rows, f"exit status {done.returncode}: {done.stderr.strip()}"
    if rows.keys() - set(range(1, len(batch.rows) + 1)):
        return rows, "rows answered that the register doesn't have"
    return rows, ""


def same(field: str, wanted, got, names: dict[str, set[str]]) -> bool:
    """Equal in value and in JSON type; a body goes by its county."""
    if field == "bodies_not_yet_there":
        return (
            isinstance(got, list)
            and len(got) == len(wanted)
            and all(name in names[county] for county, name in zip(wanted, got, strict=True))
        )
    return json.dumps(wanted) == json.dumps(got)


def disagreements(wanted: dict, got: dict | None, names: dict[str, set[str]]) -> list[tuple]:
    if got is None:
        return [("row", "assessed", "not assessed")]
    return [
        (field, wanted[field], got.get(field, ABSENT))
        for field in oracle.FIELDS
        if not same(field, wanted[field], got.get(field, ABSENT), names)
    ]


def shown(value) -> str:
    return value if value == ABSENT else json.dumps(value, ensure_ascii=False)


def compare(arguments: argparse.Namespace) -> int:
    names = federation_names()
    passed = failed = printed = 0
    oracle_seconds = 0.0
    for batch in generate.batches(arguments.records, arguments.seed, arguments.divisions):
        started = time.process_time()
        wanted = oracle.assess(batch.rows, batch.as_of, batch.readings, batch.due_soon)
        oracle_seconds += time.process_time() - started
        answers, complaint = run(arguments.binary, batch)
        if complaint:
            print(f"batch {batch.number}: {complaint[:2000]}")
        # a complaint that no missing row explains is every record's
        unexplained = complaint != "" and all(
            row in answers for row in range(1, len(wanted) + 1)
        )
        for row, expected in enumerate(wanted, start=1):
            found = disagreements(expected, answers.get(row), names)
            if unexplained:
                found.append(("command", "exit status 0", complaint))
            if not found:
                passed += 1
                continue
            failed += 1
            if printed >= arguments.limit:
                continue
            printed += 1
            cells = {c: v for c, v in batch.rows[row - 1].items() if v != ""}
            print(f"batch {batch.number} row {row}, as of {batch.as_of}, due soon "
                  f"{batch.due_soon}, readings {json.dumps(batch.readings)}")
            print(f"  record {json.dumps(cells, ensure_ascii=False)}")
            for field, ours, theirs in found:
                print(f"  {field}: oracle {shown(ours)}, binary {shown(theirs)}")
    if failed > printed:
        print(f"{failed - printed} more records disagree (--limit {arguments.limit})")
    if arguments.timing:
        print(f"the oracle took {oracle_seconds:.1f} s of processor time")
    print(f"oracle: {passed} passed, {failed} failed")
    return 1 if failed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description="compare the command line with the oracle")
    parser.add_argument("--records", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--binary", type=pathlib.Path)
    parser.add_argument("--limit", type=int, default=20, help="disagreeing records printed")
    parser.add_argument("--divisions", type=pathlib.Path,
                        default=generate.HERE / "divisions.csv")
    parser.add_argument("--timing", action="store_true", help="say how long the oracle took")
    parser.add_argument("--self-test", action="store_true",
                        help="check the oracle alone against the worked examples")
    arguments = parser.parse_args()
    if arguments.self_test:
        import test_oracle

        return test_oracle.run()
    if arguments.binary is None:
        parser.error("--binary is needed, or --self-test")
    if arguments.records < 1:
        parser.error("--records must be 1 or more")
    if not arguments.binary.is_file():
        parser.error(f"no file at `{arguments.binary}`")
    return compare(arguments)


if __name__ == "__main__":
    sys.exit(main())
