#!/usr/bin/env python3
"""Writes the registers beside this file. Every count, form, date and exception in them is made up.

    python3 make.py DIVISIONS.csv [FOLDER]

DIVISIONS.csv lists the city's places (code,name,level,county,township). The same input always gives
the same bytes: the numbers come from the small generator below, not from any survey. Only the codes
and names of the places are real; the units are invented, names included.

small.csv / small.jsonl   one row for each kind of answer, best looked at as of 2023-11-15
yuxi-made-up.csv          every place of the city and 110 invented units
"""
import csv
import json
import pathlib
import sys

COLUMNS = ["code", "name", "county", "township", "kind", "returned_and_relatives", "overseas", "students",
           "total", "key_area", "existing_form", "established_on", "conditions_met", "exception_agreed"]
NOTE = "虚构数据 (made up)"

UNITS = [("government_organ", "示例机关"), ("school", "示例中学"), ("research_institute", "示例研究所"),
         ("enterprise", "示例企业"), ("public_institution", "示例事业单位"), ("industrial_park", "示例园区"),
         ("market", "示例市场"), ("office_building", "示例楼宇"), ("nonpublic_economic_org", "示例非公经济组织"),
         ("social_org", "示例社会组织"), ("other_unit", "示例其他单位")]
NUMERALS = "一二三四五六七八九十"

# The plan's seventeen areas (2023 codes) and the six counties it names; only used to make the made-up
# answers look plausible, never written into the registers.
LISTED = {"530402006001", "530402002013", "530402004002", "530423102", "530423104", "530423102209",
          "530423102211", "530426001", "530426002", "530426001006", "530426002005", "530428002",
          "530428003", "530428002004", "530428003002", "530428003001", "530428003003"}
SIX = {"530403", "530481", "530423", "530424", "530425", "530427"}


class Dice:
    """A 64-bit linear congruential generator: the same numbers on every machine and version."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % n

    def percent(self, p):
        return self.below(100) < p

    def pick(self, items):
        return items[self.below(len(items))]


def small():
    """One made-up record for each duty and each status there is (as of 2023-11-15)."""
    def row(**facts):
        return facts
    return [
        # must: presumed there, set up late, missing
        row(code="530402", name="红塔区", kind="county"),
        row(code="530423", name="通海县", kind="county", existing_form="federation", established_on="2023-03-20"),
        row(code="530425", name="易门县", kind="county", existing_form="none"),
        # in_principle_must: satisfied, unverified, excepted, late, overdue
        row(code="530402006001", name="金州社区居民委员会", county="红塔区", township="李棋街道", kind="village",
            returned_and_relatives=64, overseas=120, students=9, existing_form="federation",
            established_on="2021-06-18"),
        row(code="530402004002", name="大营社区居民委员会", county="红塔区", township="北城街道", kind="village",
            returned_and_relatives=21),
        row(code="530423102", name="河西镇", county="通海县", kind="township", returned_and_relatives=130,
            overseas=260, students=12, existing_form="branch", exception_agreed=True),
        row(code="530426001", name="双江街道", county="峨山彝族自治县", kind="township", total=310,
            existing_form="federation", established_on="2023-02-01"),
        row(code="530428003002", name="甘庄社区居民委员会", county="元江哈尼族彝族傣族自治县", township="甘庄街道",
            kind="village", returned_and_relatives=85, overseas=40, students=2, existing_form="station"),
        # in_principle_should: due soon, satisfied by a joint federation, excepted, unverified
        row(code="530402001", name="玉兴街道", county="红塔区", kind="township", returned_and_relatives=70,
            overseas=25, students=41, existing_form="none"),
        row(code="530427101201", name="仁和村委会", county="新平彝族傣族自治县", township="漠沙镇", kind="village",
            returned_and_relatives=18, overseas=13, students=3, existing_form="cross_region_joint",
            established_on="2022-09-09"),
        row(code="530424102002", name="东升社区居民委员会", county="华宁县", township="盘溪镇", kind="village",
            returned_and_relatives=30, overseas=8, students=0, existing_form="none", exception_agreed=True),
        row(code="530481002001", name="龙街社区居民委员会", county="澄江市", township="龙街街道", kind="village",
            returned_and_relatives=16, overseas=20, students=5, total=36),
        # may: optional, satisfied
        row(code="530426103", name="甸中镇", county="峨山彝族自治县", kind="township", returned_and_relatives=31,
            overseas=22, students=11, existing_form="none"),
        row(code="530423103204", name="大营村民委员会", county="通海县", township="四街镇", kind="village",
            returned_and_relatives=6, overseas=3, students=1, existing_form="station"),
        # none
        row(code="530427205", name="平掌乡", county="新平彝族傣族自治县", kind="township", returned_and_relatives=0,
            overseas=0, students=0, existing_form="none"),
        # undetermined: a count is wanting
        row(code="530403002013", name="大营社区居民委员会", county="江川区", township="宁海街道", kind="village",
            returned_and_relatives=14, existing_form="none"),
        row(code="530428101", name="曼来镇", county="元江哈尼族彝族傣族自治县", kind="township",
            returned_and_relatives=48, existing_form="federation"),
        # units: pending, should, satisfied, optional, undetermined
        row(name="示例中学一", county="红塔区", kind="school", returned_and_relatives=22, overseas=0, students=23,
            existing_form="none"),
        row(name="示例园区一", county="澄江市", kind="industrial_park", returned_and_relatives=9, overseas=4,
            students=27, existing_form="none", conditions_met=False),
        row(name="示例研究所一", county="红塔区", kind="research_institute", total=58, existing_form="federation",
            established_on="2019-12-05", conditions_met=True),
        row(name="示例企业一", county="通海县", kind="enterprise", returned_and_relatives=7, overseas=2, students=3,
            existing_form="none"),
        row(name="示例社会组织一", county="峨山彝族自治县", kind="social_org", students=5),
    ]


def counts(dice, typical, listed):
    """A made-up count: all three groups, some of them, a total, both, or nothing."""
    if listed:
        typical = max(typical, 60)
    groups = [dice.below(typical + 1), dice.below(typical * 3 // 2 + 1), dice.below(typical // 4 + 2)]
    if not listed and dice.percent(14):
        groups = [0, 0, 0]
    names = ["returned_and_relatives", "overseas", "students"]
    way = dice.below(100)
    if way < 58:
        return dict(zip(names, groups))
    if way < 68:  # some people are in two groups
        overlap = dice.below((sum(groups) - max(groups)) // 3 + 1)
        return dict(zip(names, groups), total=sum(groups) - overlap)
    if way < 78:
        return {"total": sum(groups)}
    if way < 92:
        left_out = dice.below(3)
        return {n: g for i, (n, g) in enumerate(zip(names, groups)) if i != left_out}
    if way < 96:
        keep = dice.below(3)
        return {names[keep]: groups[keep]}
    return {}


def nobody(row):
    given = [row.get(c) for c in ("returned_and_relatives", "overseas", "students", "total")]
    return row.get("total") == 0 or given[:3] == [0, 0, 0]


def date(dice, first_year, years):
    """A made-up day, seven times in ten as 2022-03-01, else in one of the other spellings."""
    y, m, d = first_year + dice.below(years), 1 + dice.below(12), 1 + dice.below(28)
    return dice.pick([f"{y}-{m:02}-{d:02}"] * 7 + [f"{y}/{m}/{d}", f"{y}.{m}.{d}", f"{y}年{m}月{d}日"])


def organisation(dice, odds, first_year=2019, years=5):
    """odds: pairs of a form ('' is a blank) and its weight; most forms that exist get a date."""
    throw = dice.below(sum(w for _, w in odds))
    for form, weight in odds:
        if throw < weight:
            break
        throw -= weight
    if form == "":
        return {}
    out = {"existing_form": form}
    if form != "none" and dice.percent(80):
        out["established_on"] = date(dice, first_year, years)
    return out


def whole_city(divisions):
    dice = Dice(20200620)
    rows = []
    for d in divisions:
        code, level, listed = d["code"], d["level"], d["code"] in LISTED
        row = {"code": code, "name": d["name"], "county": d["county"], "township": d["township"], "kind": level}
        if level == "county":
            if dice.percent(60):
                row.update(counts(dice, 900, False))
            if code in SIX:
                row.update(organisation(dice, [("federation", 3), ("none", 2), ("", 1)], 2021, 3))
        elif level == "township":
            row.update(counts(dice, 55, listed))
            odds = [("federation", 6), ("branch", 1), ("none", 2)] if listed else \
                [("federation", 2), ("branch", 2), ("group", 1), ("station", 2), ("cross_region_joint", 2),
                 ("none", 8), ("", 3)]
            row.update(organisation(dice, odds))
        else:
            row.update(counts(dice, 16, listed))
            odds = [("federation", 6), ("station", 1), ("none", 3), ("", 1)] if listed else \
                [("federation", 3), ("branch", 3), ("group", 3), ("station", 4), ("cross_region_joint", 2),
                 ("none", 22), ("", 6)]
            row.update(organisation(dice, odds))
        if level != "county" and row.get("existing_form") != "federation":
            if dice.percent(6):
                row["exception_agreed"] = "是" if dice.percent(30) else "true"
            elif dice.percent(4):
                row["exception_agreed"] = "false"
        if listed and dice.percent(20):
            row["key_area"] = "true"
        rows.append(row)
    counties = [d for d in divisions if d["level"] == "county"]
    for n in range(10):
        for kind, name in UNITS:
            row = {"name": name + NUMERALS[n], "kind": kind,
                   "county": counties[dice.below(len(counties))]["name"] if dice.percent(96) else ""}
            row.update(counts(dice, 24, False))
            row.update(organisation(dice, [("federation", 3), ("branch", 2), ("group", 2), ("station", 2),
                                           ("cross_unit_joint", 2), ("none", 10), ("", 3)], 2018, 7))
            if dice.percent(30):
                row["conditions_met"] = "false"
            elif dice.percent(30):
                row["conditions_met"] = "true"
            if row.get("existing_form") != "federation" and dice.percent(6):
                row["exception_agreed"] = "true"
            rows.append(row)
    for row in rows:
        if row["kind"] != "county" and nobody(row):
            row["existing_form"] = "none"
            row.pop("established_on", None)
        row["note"] = NOTE
    return rows


def text(value):
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def write_csv(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as out:
        w = csv.writer(out, lineterminator="\n")
        w.writerow(columns)
        w.writerows([text(row.get(c)) for c in columns] for row in rows)


def main():
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else pathlib.Path(__file__).parent
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as f:
        divisions = list(csv.DictReader(f))
    write_csv(folder / "small.csv", COLUMNS, small())
    with open(folder / "small.jsonl", "w", encoding="utf-8", newline="\n") as out:
        for row in small():
            record = {c: row[c] for c in COLUMNS if c in row}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    write_csv(folder / "yuxi-made-up.csv", COLUMNS + ["note"], whole_city(divisions))


if __name__ == "__main__":
    main()
