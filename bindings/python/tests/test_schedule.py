"""Schedules from Python, and calendars as another library reads them."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Literal

import icalendar
import pytest
from qiaolian import Policy
from qiaolian.types import Facts

POLICY = Policy.yuxi_2020()
DAY = date(2023, 11, 15)
REGISTER: list[Facts] = [
    {"code": "530402006001", "existing_form": "none"},
    {"code": "530424102002", "returned_and_relatives": 12, "existing_form": "none"},
    {"kind": "enterprise", "name": "示例企业，一；\\\n二", "county": "通海县", "total": 45},
]


def test_a_schedule_has_what_is_due_and_the_reports() -> None:
    schedule = POLICY.schedule(REGISTER, as_of=DAY)
    assert [entry["about"] for entry in schedule["entries"]] == ["report"] * 9 + ["duty"] * 3
    assert [entry["certain"] for entry in schedule["entries"][9:]] == [True, False, True]
    assert schedule["entries"][9]["status"] == "overdue"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_another_library_reads_the_calendar_back(lang: Literal["zh", "en"]) -> None:
    schedule = POLICY.schedule(REGISTER, as_of=DAY, lang=lang)
    text = POLICY.calendar(REGISTER, as_of=DAY, lang=lang)
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    assert (calendar["VERSION"], calendar["CALSCALE"]) == ("2.0", "GREGORIAN")
    events = calendar.events
    assert [str(event["UID"]) for event in events] == [
        entry["uid"] for entry in schedule["entries"]
    ]
    for event, entry in zip(events, schedule["entries"], strict=True):
        due = date.fromisoformat(entry["due"])
        assert event.errors == []
        assert event.decoded("DTSTART") == due
        assert (event.decoded("DTEND") - due).days == 1
        assert event.decoded("DTSTAMP") == datetime(2023, 11, 15, tzinfo=timezone.utc)
        assert str(event["STATUS"]) == ("CONFIRMED" if entry["certain"] else "TENTATIVE")
        assert entry["name"] is not None
        assert entry["name"] in str(event["SUMMARY"])
        for who in entry["responsible_units"] + entry["responsible_posts"]:
            assert who in str(event["DESCRIPTION"])
        assert len(event.categories) == 2


def test_every_place_of_the_policy_goes_into_a_calendar() -> None:
    calendar = icalendar.Calendar.from_ical(POLICY.calendar(POLICY.places(), as_of=DAY))
    events = calendar.walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(events) == 9 + 26 + 777
