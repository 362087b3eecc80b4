"""A seeded generator of registers, dense at every limit of the specification.

    python generate.py --records 1000 --seed 7 --out DIR

writes one CSV register a batch, and batches.json with the date and the readings
of each.  The same seed gives the same registers.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import datetime
import io
import json
import pathlib
import random
from collections.abc import Iterator

HERE = pathlib.Path(__file__).resolve().parent
BATCH = 200

COLUMNS = (
    "code", "name", "county", "township", "kind", "returned_and_relatives", "overseas",
    "students", "total", "key_area", "existing_form", "established_on", "conditions_met",
    "exception_agreed",
)
GROUPS = ("returned_and_relatives", "overseas", "students")
UNITS = (
    "government_organ", "school", "research_institute", "enterprise", "public_institution",
    "industrial_park", "market", "office_building", "nonpublic_economic_org", "social_org",
    "other_unit",
)
FORMS = (
    "federation", "branch", "group", "station", "cross_region_joint", "cross_unit_joint", "none",
)
ALTERNATIVES = {
    "at_least": "exclusive",
    "unit_threshold": "villages_only",
    "counted": "returned_and_relatives_only",
    "township_30_to_99": "no_provision",
    "lesser_forms": "full",
    "joint_forms": "lesser",
    "unit_below_threshold": "should",
    "zero_count": "may",
    "before_day": "exclusive",
    "due_on_rest_day": "next_working_day",
    "daying": "530402007001",
    "county_presumption": "unverified",
}
# Places written by name alone: the 17 key areas and the other place that the
# reading `daying` can choose, with the spellings of their names.
SPELLINGS = {
    "530402006001": ("金州社区", "金州社区居委会", "金州社区居民委员会"),
    "530402002013": ("胜利社区", "胜利社区居委会", "胜利社区居民委员会"),
    "530402004002": ("大营社区", "大营社区居委会", "大营社区居民委员会"),
    "530402007001": ("大营街社区", "大营街社区居委会", "大营街社区居民委员会"),
    "530423102": ("河西镇",),
    "530423104": ("纳古镇",),
    "530423102209": ("大回村", "大回村委会", "大回村村委会", "大回村民委员会"),
    "530423102211": ("小回村", "小回村委会", "小回村村委会", "小回村民委员会"),
    "530426001": ("双江街道",),
    "530426002": ("小街街道",),
    "530426001006": ("大白邑社区", "大白邑社区居委会"),
    "530426002005": ("文明社区", "文明社区居民委员会"),
    "530428002": ("澧江街道",),
    "530428003": ("甘庄街道",),
    "530428002004": ("红侨社区", "红侨社区居委会"),
    "530428003002": ("甘庄社区", "甘庄社区居民委员会"),
    "530428003001": ("红新社区", "红新社区居委会"),
    "530428003003": ("干坝社区", "干坝社区居民委员会"),
}
SHORT_COUNTY = {
    "530402": "红塔区", "530403": "江川区", "530423": "通海县", "530424": "华宁县",
    "530425": "易门县", "530426": "峨山县", "530427": "新平县", "530428": "元江县",
    "530481": "澄江市",
}

DEADLINES = tuple(
    datetime.date.fromisoformat(day)
    for day in ("2022-12-31", "2023-01-03", "2023-12-31", "2024-01-02", "2024-12-31")
)
NEAR = (-91, -90, -89, -31, -30, -29, -1, 0, 1, 2)
OTHER_DATES = ("2020-06-19", "2020-06-20", "2020-06-21", "2020-06-22", "2023-11-15",
               "2024-02-29", "2025-03-30", "2025-07-01", "2026-01-01", "2030-01-01")
AS_OF = tuple(
    sorted({(d + datetime.timedelta(n)).isoformat() for d in DEADLINES for n in NEAR})
) + OTHER_DATES

LIMITS = (0, 0, 1, 1, 2, 12, 28, 29, 29, 30, 30, 31, 31, 32, 60, 98, 99, 99, 100, 100, 101,
          101, 102, 500, 1_000_000)


@dataclasses.dataclass
class Batch:
    number: int
    as_of: str
    readings: dict[str, str]
    due_soon: int
    rows: list[dict[str, str]]

    def csv(self) -> str:
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows)
        return out.getvalue()


class Gazetteer:
    def __init__(self, path: pathlib.Path):
        with path.open(encoding="utf-8-sig", newline="") as file:
            self.places = {row["code"]: row for row in csv.DictReader(file)}
        self.counties = [c for c in self.places if len(c) == 6]
        self.townships = [c for c in self.places if len(c) == 9]
        self.villages = [c for c in self.places if len(c) == 12]


def split(rng: random.Random, whole: int, parts: int) -> list[int]:
    """The whole as so many numbers, zeros and ones not rare."""
    out = []
    for _ in range(parts - 1):
        out.append(rng.choice((0, min(1, whole), whole, rng.randint(0, whole))))
        whole -= out[-1]
    out.append(whole)
    rng.shuffle(out)
    return out


def counts(rng: random.Random) -> dict[str, str]:
    """Groups and total, at a limit, with any of them unknown."""
    limit = rng.choice(LIMITS)
    known = [g for g in GROUPS if rng.random() < 0.6]
    out: dict[str, int] = {}
    if known:
        out.update(zip(known, split(rng, limit, len(known)), strict=True))
    if rng.random() < 0.3:
        # the first group at the limit, whatever the others
        out = {g: n if g != GROUPS[0] else rng.choice(LIMITS) for g, n in out.items()}
    if rng.random() < 0.35:
        least = max(out.values(), default=0)
        if len(out) == len(GROUPS):
            most = sum(out.values())
            wanted = (least, most, rng.randint(least, most), limit)
            total = min(max(rng.choice(wanted), least), most)
        else:
            others = sum(n for g, n in out.items() if g != GROUPS[0])
            wanted = (least, sum(out.values()), rng.choice(LIMITS), others + limit,
                      others + rng.choice(LIMITS))
            total = max(rng.choice(wanted), least)
        out["total"] = total
    return {column: str(n) for column, n in out.items()}


def maybe(rng: random.Random, blank: float = 0.5) -> str:
    return "" if rng.random() < blank else rng.choice(("true", "false"))


def founding_day(rng: random.Random, as_of: str) -> str:
    day = rng.choice((*DEADLINES, *DEADLINES, datetime.date.fromisoformat(as_of),
                      datetime.date.fromisoformat(as_of), datetime.date(2015, 6, 1)))
    return (day + datetime.timedelta(rng.choice((-2, -1, 0, 1, 2, 3, 40)))).isoformat()


def circumstances(rng: random.Random, as_of: str) -> dict[str, str]:
    row = counts(rng)
    form = "" if rng.random() < 0.3 else rng.choice((*FORMS, "federation", "federation", "none"))
    row["existing_form"] = form
    if form != "none" and rng.random() < 0.55:
        row["established_on"] = founding_day(rng, as_of)
    row["key_area"] = maybe(rng, 0.8)
    row["conditions_met"] = maybe(rng)
    row["exception_agreed"] = maybe(rng)
    return row


def written_county(rng: random.Random, gazetteer: Gazetteer, code: str) -> str:
    return rng.choice((gazetteer.places[code]["name"], SHORT_COUNTY[code], code))


def listed(rng: random.Random, gazetteer: Gazetteer, code: str) -> dict[str, str]:
    """A place of the gazetteer, by its code, or by its name where it is a key area."""
    place = gazetteer.places[code]
    level = place["level"]
    if code in SPELLINGS and rng.random() < 0.3:
        return {
            "name": rng.choice(SPELLINGS[code]),
            "county": written_county(rng, gazetteer, code[:6]),
            "township": rng.choice(("", place["township"])),
            "kind": level,
        }
    if level == "county" and rng.random() < 0.3:
        return {"name": rng.choice((place["name"], SHORT_COUNTY[code])), "kind": level}
    return {
        "code": code,
        "name": rng.choice((place["name"], place["name"], "")),
        "county": rng.choice((place["county"], "")),
        "township": rng.choice((place["township"], "")),
        "kind": rng.choice((level, level, "")),
    }


def unlisted(rng: random.Random, gazetteer: Gazetteer, number: int) -> dict[str, str]:
    """A township or village whose name the gazetteer lacks, within a county."""
    kind, suffix = rng.choice(
        (("township", "镇"), ("township", "街道"), ("village", "村委会"), ("village", "社区"))
    )
    return {
        "name": f"登记{number}号{suffix}",
        "county": written_county(rng, gazetteer, rng.choice(gazetteer.counties)),
        "kind": kind,
    }


def unit(rng: random.Random, gazetteer: Gazetteer, number: int) -> dict[str, str]:
    county = rng.choice(("", written_county(rng, gazetteer, rng.choice(gazetteer.counties))))
    return {"name": f"第{number}单位", "county": county, "kind": rng.choice(UNITS)}


def subjects(rng: random.Random, gazetteer: Gazetteer, size: int) -> list[dict[str, str]]:
    """Who is in a batch; a place of the gazetteer at most once."""
    codes: list[str] = []
    for some, share in (
        (tuple(SPELLINGS), 0.7),
        (("530402004002", "530402007001"), 0.8),
        (gazetteer.counties, 0.8),
    ):
        codes += [c for c in some if c not in codes and rng.random() < share]
    spare = [c for c in (*gazetteer.townships, *gazetteer.villages) if c not in SPELLINGS]
    codes += rng.sample(gazetteer.townships, min(20, size // 8))
    codes += rng.sample(spare, min(len(spare), size // 4))
    rows = [listed(rng, gazetteer, code) for code in dict.fromkeys(codes)]
    number = 0
    while len(rows) < size:
        number += 1
        rows.append(rng.choice((unlisted, unit))(rng, gazetteer, number))
    rng.shuffle(rows)
    return rows[:size]


def readings_of(rng: random.Random, number: int) -> dict[str, str]:
    """Default; each alternative alone, in turn; combinations at random."""
    turn = number % 3
    if turn == 0:
        return {}
    if turn == 1:
        reading = list(ALTERNATIVES)[number // 3 % len(ALTERNATIVES)]
        return {reading: ALTERNATIVES[reading]}
    share = rng.choice((0.2, 0.5, 0.8))
    return {r: c for r, c in ALTERNATIVES.items() if rng.random() < share}


def batches(
    records: int, seed: int, divisions: pathlib.Path = HERE / "divisions.csv", size: int = BATCH
) -> Iterator[Batch]:
    gazetteer = Gazetteer(divisions)
    rng = random.Random(seed)
    dates: list[str] = []
    number = 0
    while records > 0:
        if not dates:
            dates = rng.sample(AS_OF, len(AS_OF))
        as_of = dates.pop()
        due_soon = rng.choice((90, 90, 90, 90, 90, 90, 90, 0, 30))
        rows = [
            {**dict.fromkeys(COLUMNS, ""), **subject, **circumstances(rng, as_of)}
            for subject in subjects(rng, gazetteer, min(size, records))
        ]
        yield Batch(number, as_of, readings_of(rng, number), due_soon, rows)
        records -= len(rows)
        number += 1


def main() -> None:
    parser = argparse.ArgumentParser(description="write seeded registers, a CSV file a batch")
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--divisions", type=pathlib.Path, default=HERE / "divisions.csv")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    index = []
    for batch in batches(arguments.records, arguments.seed, arguments.divisions):
        name = f"batch-{batch.number:04}.csv"
        (arguments.out / name).write_text(batch.csv(), encoding="utf-8")
        index.append({
            "register": name, "as_of": batch.as_of, "readings": batch.readings,
            "due_soon": batch.due_soon, "records": len(batch.rows),
        })
    text = json.dumps(index, ensure_ascii=False, indent=1)
    (arguments.out / "batches.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
