#!/usr/bin/env python3
"""Writes leadership-cells.csv: what 3.3 says of a county's leadership, cell by cell.

    python3 make_leadership_cells.py [FILE]

A cell is what is known of five facts: the office is approved, it is registered, a suitable full-time
person is there, the leadership is all part-time, a section of the united front department carries
the daily work; each yes, no or unknown. The outcomes come from the specification's sentences alone
(the four functions below, which know no unknowns): an outcome that every way to settle the unknown
facts gives is the cell's, else the cell is unknown. Nothing here looks at the library.
"""
import csv
import itertools
import pathlib
import sys

FACTS = ["office", "registered", "full_time_candidate", "all_part_time", "section"]
KNOWN = ["yes", "no"]


def all_part_time(office, registered, full_time_candidate, all_part_time, section):
    """Open where office or registration is missing or nobody suits a full-time post; with all three
    there people have to look at it. A leadership that isn't all part-time doesn't use it."""
    if not all_part_time:
        return "not_applicable"
    return "review" if office and registered and full_time_candidate else "met"


def daily_work_section(office, registered, full_time_candidate, all_part_time, section):
    """An all part-time leadership takes a section for the daily work along with it."""
    if not all_part_time:
        return "not_applicable"
    return "met" if section else "not_met"


def more_posts(office, registered, full_time_candidate, all_part_time, section):
    """Asked of a key county with a registered office; this one didn't strive for any."""
    return "advice" if office and registered else "not_applicable"


def mixed_leadership(office, registered, full_time_candidate, all_part_time, section):
    """Open to a key county with a registered office; whether a leadership that isn't all part-time
    mixes full-time and part-time people or has full-time people only, these five facts don't say."""
    if not (office and registered):
        return "not_applicable"
    return "advice" if all_part_time else "unknown"


def outcome(rule, cell):
    """The only outcome that is possible, else unknown."""
    ways = itertools.product(*([fact] if fact in KNOWN else KNOWN for fact in cell))
    found = {rule(*(fact == "yes" for fact in way)) for way in ways}
    return found.pop() if len(found) == 1 else "unknown"


def rows():
    """Each cell, with the outcomes that hold for any county, then those of a key one; the last two
    rules don't speak of others."""
    yield [*FACTS, "all_part_time_outcome", "daily_work_section_outcome", "more_posts_key", "mixed_leadership_key",
           "more_posts_other", "mixed_leadership_other"]
    for cell in itertools.product([*KNOWN, "unknown"], repeat=len(FACTS)):
        of_any = [outcome(rule, cell) for rule in (all_part_time, daily_work_section)]
        of_key = [outcome(rule, cell) for rule in (more_posts, mixed_leadership)]
        yield [*cell, *of_any, *of_key, "not_applicable", "not_applicable"]


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("leadership-cells.csv")
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows())
