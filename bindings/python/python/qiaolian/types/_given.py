"""What goes in: the facts of subjects, and what is known of them otherwise.

Literals are the codes of the built-in policies; where a pack can have others, any text does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias, TypedDict

Day: TypeAlias = date | str
"""A day, or its ISO text."""

Lang: TypeAlias = Literal["zh", "en"]
"""The language of responsible units and posts."""

Fact: TypeAlias = str | int | float | bool | date | None
"""One value; None is unknown."""

Kind: TypeAlias = Literal[
    "county", "township", "village", "government_organ", "school", "research_institute",
    "enterprise", "public_institution", "industrial_park", "market", "office_building",
    "nonpublic_economic_org", "social_org", "other_unit", "district", "bureau", "university",
]
"""The kinds of the built-in policies. Others, and a register's own spellings, are texts."""

Form: TypeAlias = Literal[
    "federation", "branch", "group", "station", "cross_region_joint", "cross_unit_joint", "none",
    "federation_committee", "liaison_group",
]
"""The forms of the built-in policies."""


class Facts(TypedDict, total=False):
    """The facts of one subject under the built-in policies; a pack can have other groups."""

    code: str | int | None
    name: str | None
    county: str | int | None
    township: str | None
    kind: Kind | str | None
    returned_and_relatives: int | str | None
    overseas: int | str | None
    students: int | str | None
    total: int | str | None
    key_area: bool | str | None
    existing_form: Form | str | None
    established_on: date | str | None
    conditions_met: bool | str | None
    exception_agreed: bool | str | None


Done: TypeAlias = bool | date | str | None
"""Whether something was done, and when: True (on a day that nobody recorded), False, or the day.
None is unknown."""

LeadershipPost: TypeAlias = Literal["chair", "vice_chair", "secretary_general", "member"]
"""The posts of a leadership."""

Pool: TypeAlias = Literal["township_staff", "village_committees", "elsewhere"]
"""Where people of a leadership, and cadres, come from."""

StaffingWay: TypeAlias = Literal["more_ufwd_posts", "purchased_services", "public_welfare_posts"]
"""The ways in which the daily work is staffed."""

Registry: TypeAlias = Literal["staffing_authority", "civil_affairs", "other"]
"""Authorities that register."""

Standard: TypeAlias = Literal["organisation", "team", "funds", "place", "activities"]
"""What the standard of a home names."""

Group: TypeAlias = Literal["liaison", "service"]
"""The kinds of online groups."""

Activity: TypeAlias = Literal[
    "liaison", "funds_and_talent", "survey", "training", "convenience", "livelihood", "arts",
]
"""The kinds of activities."""

Seat: TypeAlias = Literal["leader", "deputy", "member", "office_director", "office_deputy"]
"""The seats of the leading group."""

SeatPost: TypeAlias = Literal[
    "city_ufwd_head", "city_ufwd_deputy_head", "city_federation_head", "city_ufwd_leader",
    "city_ufwd_section_head", "city_federation_leader", "city_federation_section_head",
    "city_federation_chair", "city_ufwd_third_grade", "city_ufwd_fourth_grade",
]
"""The posts of those who sit there."""

Body: TypeAlias = Literal["city_federation", "city_ufwd", "other"]
"""The bodies at which its office can be."""

ReportItem: TypeAlias = Literal["plan", "contact"]
"""What is reported."""

Time: TypeAlias = Literal["full_time", "part_time"]
"""Full-time or part-time."""

Identity: TypeAlias = Literal["returned", "relative", "overseas", "student", "none"]
"""The tie to overseas Chinese."""

Section: TypeAlias = Literal["set_up", "designated", "none"]
"""The section that carries the daily work."""


class Case(TypedDict, total=False):
    """What is known of one place or unit: each check looks at its own part."""

    subject: Facts | Mapping[str, Fact]
    procedure: ProcedureInput
    leadership: LeadershipInput
    office: OfficeInput
    platform: PlatformInput
    safeguards: SafeguardsInput


class ProcedureInput(TypedDict, total=False):
    """What happened on the way to an organisation."""

    form: Form | str | None
    office: bool | None
    events: Sequence[EventInput] | None
    unknown: Sequence[str]
    federations: Mapping[str, Done]


class _Step(TypedDict):
    step: str


class EventInput(_Step, total=False):
    """A step that was done."""

    on: date | str | None
    bodies: Sequence[str] | None


class LeadershipInput(TypedDict, total=False):
    """Who leads and staffs a federation: posts and flags, never names."""

    key_work_county: bool | None
    suitable_full_time_candidate: bool | None
    more_posts_sought: bool | None
    members: Sequence[MemberInput] | None
    all_part_time: bool | None
    section: Section | None
    staffing: Sequence[StaffingWay | str] | None
    leader_in_charge: bool | None
    cadre: CadreInput
    one_person: bool | None
    priority_people: bool | None
    candidates_decided: Done
    candidates_consulted: Done
    result_filed: Done


# `from` is a word of the language's own.
MemberInput = TypedDict(
    "MemberInput",
    {
        "post": "LeadershipPost | str | None",
        "time": "Time | None",
        "identity": "Identity | None",
        "from": "Pool | str | None",
    },
    total=False,
)
"""One person of a leadership, by post."""

CadreInput = TypedDict(
    "CadreInput",
    {
        "designated": "bool | None",
        "identity": "Identity | None",
        "from": "Pool | str | None",
    },
    total=False,
)
"""The cadre for daily affairs."""


class OfficeInput(TypedDict, total=False):
    """A federation's office and registration."""

    key_home_area: bool | None
    sought: bool | None
    approved: Done
    registered: Done
    registered_with: Registry | str | None
    code_system: bool | None
    credit_code: bool | None


class PlatformInput(TypedDict, total=False):
    """Homes, groups and activities."""

    standard: Mapping[Standard | str, bool | None]
    newcomers_gather: bool | None
    station_home: bool | None
    levels: Mapping[Kind | str, LevelInput]
    activities: Mapping[Activity | str, bool | None]


class LevelInput(TypedDict, total=False):
    """The federation of one level and its online groups."""

    federation: Done
    groups: Mapping[Group | str, bool | None]


class SafeguardsInput(TypedDict, total=False):
    """A federation's standing, funds and training."""

    managed_alike: bool | None
    budgets: Mapping[str, bool | None]
    training: bool | None
    shared_resources: bool | None


class GovernanceInput(TypedDict, total=False):
    """The group that leads the whole work, by post."""

    formed: Done
    roster: Sequence[SeatInput] | None
    office_at: Body | str | None


class _Seat(TypedDict):
    seat: Seat | str


class SeatInput(_Seat, total=False):
    """A seat that is taken."""

    post: SeatPost | str | None


class ReportInput(TypedDict, total=False):
    """What was reported by a date."""

    counties: Mapping[str, CountyReportInput]


class CountyReportInput(TypedDict, total=False):
    """What one county reported."""

    items: Mapping[ReportItem | str, Done]
    to_recipient: bool | None
