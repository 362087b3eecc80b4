"""The oracle alone, against the specification's worked examples.

    python test_oracle.py        (or: python compare.py --self-test)

Each test names the section it is taken from.
"""

from __future__ import annotations

import datetime
import sys
import unittest

import generate
import oracle

DAY = "2023-11-15"
PLACE = {"name": "登记一号", "county": "红塔区"}


def village(**cells):
    return {**PLACE, "kind": "village", **cells}


def township(**cells):
    return {**PLACE, "kind": "township", **cells}


def enterprise(**cells):
    return {"name": "第一单位", "kind": "enterprise", **cells}


def coded(code, **cells):
    return {"code": code, **cells}


def returned(n):
    return {"returned_and_relatives": str(n)}


def total(n):
    return {"total": str(n)}


class Oracle(unittest.TestCase):
    maxDiff = None

    def check(self, row, wanted, as_of=DAY, due_soon=90, **readings):
        got = oracle.assess([row], as_of, readings, due_soon)[0]
        self.assertEqual({field: got[field] for field in wanted}, wanted)


UPPER = {"duty": "in_principle_should", "forms": ["federation", "cross_region_joint"],
         "due": "2023-12-31", "provisions": ["2.0", "2.2"]}
BELOW = {"duty": "may", "forms": ["branch", "group", "station", "cross_region_joint"],
         "due": "2023-12-31", "provisions": ["2.0", "2.2"]}
UNIT_BELOW = {"duty": "may", "forms": ["branch", "group", "station", "cross_unit_joint"],
              "due": "2024-12-31", "provisions": ["2.0", "2.3"]}
UNIT_UPPER = {"duty": "in_principle_should", "forms": ["federation"], "due": "2024-12-31",
              "provisions": ["2.0", "2.3"]}
NOBODY = {"duty": "none", "possible_duties": ["none"], "forms": [], "due": None,
          "fulfilment": "not_applicable", "status": "not_applicable", "days_left": None,
          "provisions": ["2.0"], "missing": []}


class Table(Oracle):
    """Section 2: the rows of the table."""

    def test_county(self):
        self.check(coded("530402"), {
            "duty": "must", "forms": ["federation"], "due": "2022-12-31",
            "provisions": ["1.3", "2.0"], "fulfilment": "full", "status": "satisfied",
            "threshold": None, "shortfall": None, "key_area": False, "missing": [],
            "bodies_not_yet_there": [], "count": 0, "count_is_complete": False,
        })
        self.check({"name": "通海", "kind": "county"}, {
            "duty": "must", "provisions": ["1.3", "2.0", "2.1"], "fulfilment": "none",
            "status": "overdue", "days_left": -319, "missing": [], "bodies_not_yet_there": [],
        })

    def test_key_area_whatever_the_count(self):
        for row in (coded("530423104", **total(0)), coded("530423104"), township(key_area="true")):
            self.check(row, {
                "key_area": True, "duty": "in_principle_must", "forms": ["federation"],
                "due": "2022-12-31", "provisions": ["2.2"], "threshold": None,
                "status": "unverified", "days_left": -319, "missing": ["existing_form"],
            })

    def test_township(self):
        self.check(township(**total(100)), {**UPPER, "threshold": 100, "shortfall": None})
        self.check(township(**total(99)), {**BELOW, "threshold": 100, "shortfall": 1})
        self.check(township(**total(30)), BELOW)
        self.check(township(**total(1)), BELOW)
        self.check(township(**total(0)), {**NOBODY, "threshold": 100, "shortfall": 100})

    def test_village(self):
        self.check(village(**total(30)), {**UPPER, "threshold": 30, "shortfall": None})
        self.check(village(**total(29)), {**BELOW, "shortfall": 1})
        self.check(village(**total(0)), NOBODY)

    def test_unit(self):
        for kind in generate.UNITS:
            unit = {"name": "第一单位", "kind": kind}
            self.check({**unit, **total(30)}, {**UNIT_UPPER, "threshold": 30, "key_area": False})
            self.check({**unit, **total(29)}, UNIT_BELOW)
            self.check({**unit, **total(0)}, NOBODY)

    def test_unit_without_the_conditions(self):
        self.check(enterprise(**total(30), conditions_met="false"), {
            "duty": "should", "forms": ["group", "station", "cross_unit_joint"],
            "due": "2024-12-31", "provisions": ["2.3"],
        })
        self.check(enterprise(**total(29), conditions_met="false"), UNIT_BELOW)
        self.check(enterprise(**total(30), conditions_met="true"), UNIT_UPPER)
        self.check(village(**total(30), conditions_met="false"), UPPER)

    def test_seventeen_key_areas(self):
        divisions = generate.Gazetteer(generate.HERE / "divisions.csv").places
        codes = {code for (code,) in oracle.table("key_area")}
        self.assertEqual(len(codes), 16)
        codes.add("530402004002")
        self.assertLessEqual(codes, divisions.keys())
        self.assertEqual(sum(len(code) == 9 for code in codes), 6)
        rows = [coded(code) for code in divisions]
        found = {
            row["code"] for row, got in zip(rows, oracle.assess(rows, DAY), strict=True)
            if got["key_area"]
        }
        self.assertEqual(found, codes)
        for code, name in oracle.table("listed_name"):
            level = divisions[code]["level"]
            row = {"name": name, "kind": level, "county": divisions[code]["county"]}
            self.check(row, {"key_area": code != "530402007001"})

    def test_names_are_read_within_county_and_level(self):
        self.check({"name": "大营社区", "kind": "village", "county": "江川区"}, {"key_area": False})
        self.check({"name": "小街街道", "kind": "township", "county": "易门县"}, {"key_area": False})
        self.check({"name": "河西镇", "kind": "village", "county": "通海县"}, {"key_area": False})
        self.check({"name": "甘庄社区", "kind": "village", "county": "元江"}, {"key_area": True})

    def test_a_record_overrules_the_list(self):
        self.check(coded("530402006001", key_area="false", **total(30)),
                   {**UPPER, "key_area": False})
        self.check(coded("530402", key_area="true"), {"key_area": False, "duty": "must"})
        self.check(enterprise(key_area="true", **total(30)), {**UNIT_UPPER, "key_area": False})


class Count(Oracle):
    """Section 2: the count and partial facts."""

    def test_total_is_the_count(self):
        self.check(village(overseas="20", students="20", **total(29)),
                   {**BELOW, "count": 29, "count_is_complete": True, "missing": []})
        self.check(village(**total(31)),
                   {"count": 31, "count_is_complete": True, "missing": ["existing_form"]})

    def test_sum_of_three(self):
        self.check(township(overseas="40", students="20", **returned(40)),
                   {**UPPER, "count": 100, "count_is_complete": True})

    def test_village_of_12_with_a_federation(self):
        self.check(village(**returned(12), existing_form="federation"), {
            "count": 12, "count_is_complete": False, "threshold": 30, "shortfall": 18,
            "duty": "undetermined", "possible_duties": ["in_principle_should", "may"],
            "forms": ["federation", "cross_region_joint"], "due": "2023-12-31",
            "fulfilment": "full", "status": "satisfied", "days_left": None,
            "missing": ["overseas", "students"], "provisions": ["2.0", "2.2"],
            "decisive_readings": ["counted"],
        })

    def test_enterprise_of_12_with_nothing_recorded(self):
        self.check(enterprise(**returned(12)), {
            "duty": "undetermined", "forms": ["federation"], "due": "2024-12-31",
            "status": "undetermined", "days_left": None,
            "missing": ["overseas", "students", "existing_form"],
        })

    def test_village_of_0_others_unknown(self):
        self.check(village(**returned(0)), {
            "possible_duties": ["in_principle_should", "may", "none"],
            "forms": ["federation", "cross_region_joint"], "due": None, "days_left": None,
            "provisions": ["2.0", "2.2"],
        })

    def test_known_groups_that_reach_the_threshold_decide(self):
        self.check(village(overseas="30"),
                   {**UPPER, "count": 30, "count_is_complete": False,
                    "missing": ["existing_form"]})

    def test_one_outcome_asks_for_no_group(self):
        self.check(township(**total(64)), {**BELOW, "missing": []})

    def test_shortfall_whatever_the_duty(self):
        self.check(village(), {"count": 0, "shortfall": 30, "duty": "undetermined"})

    def test_an_interval_gives_what_its_points_give(self):
        """Section 2: the duties of all outcomes that some T in the interval gives."""
        points = [*range(0, 105), 1000]
        for make in (village, township, enterprise):
            for choices in ({}, {"zero_count": "may"}, {"township_30_to_99": "no_provision"},
                            {"unit_threshold": "villages_only", "at_least": "exclusive"}):
                rows = [make(**total(n)) for n in points]
                known = [make(**returned(n)) for n in points]
                at = oracle.assess(rows, DAY, choices)
                open_above = oracle.assess(known, DAY, choices)
                for n in range(len(points)):
                    wanted = {got["duty"] for got in at[n:]}
                    self.assertEqual(set(open_above[n]["possible_duties"]), wanted)


class Fulfilment(Oracle):
    """Section 2: fulfilment and status."""

    def forms(self, make, wanted, **readings):
        for form, fulfilment in wanted.items():
            self.check(make(existing_form=form), {"fulfilment": fulfilment}, **readings)

    def test_under_each_duty(self):
        every = {form: "lesser" for form in generate.FORMS} | {"none": "none"}
        self.forms(lambda **c: coded("530402", **c), every | {"federation": "full"})
        self.forms(lambda **c: coded("530423104", **c), every | {"federation": "full"})
        self.forms(lambda **c: village(**total(30), **c),
                   every | {"federation": "full", "cross_region_joint": "full"})
        self.forms(lambda **c: enterprise(**total(30), **c), every | {"federation": "full"})
        self.forms(lambda **c: enterprise(**total(30), conditions_met="false", **c),
                   every | {"federation": "full", "group": "full", "station": "full",
                            "cross_unit_joint": "full"})
        self.forms(lambda **c: village(**total(1), **c),
                   {form: "full" for form in generate.FORMS} | {"none": "none", "": "unknown"})
        self.forms(lambda **c: village(**total(0), **c),
                   {form: "not_applicable" for form in (*generate.FORMS, "")})

    def test_the_worked_example(self):
        """Section 5: 金州社区 on 2023-03-31."""
        self.check(coded("530402006001", **total(12), existing_form="none"), {
            "key_area": True, "count": 12, "count_is_complete": True, "threshold": None,
            "shortfall": None, "duty": "in_principle_must",
            "possible_duties": ["in_principle_must"], "forms": ["federation"],
            "due": "2022-12-31", "fulfilment": "none", "status": "overdue", "days_left": -90,
            "missing": [], "bodies_not_yet_there": [], "provisions": ["2.2"],
            "decisive_readings": [],
        }, as_of="2023-03-31")

    def test_days_around_the_deadline(self):
        for as_of, status, days in (
            ("2023-10-01", "pending", 91), ("2023-10-02", "due_soon", 90),
            ("2023-12-31", "due_soon", 0), ("2024-01-01", "overdue", -1),
        ):
            for form in ("none", "branch"):
                self.check(village(**total(30), existing_form=form),
                           {"status": status, "days_left": days}, as_of=as_of)
        self.check(village(**total(30), existing_form="none"), {"status": "pending"},
                   as_of="2023-12-01", due_soon=29)

    def test_late(self):
        row = village(**total(30), existing_form="federation")
        self.check({**row, "established_on": "2023-12-31"}, {"status": "satisfied"},
                   as_of="2024-06-01")
        self.check({**row, "established_on": "2024-01-01"},
                   {"status": "satisfied_late", "days_left": None}, as_of="2024-06-01")
        self.check({**row, **total(1), "established_on": "2024-01-01"}, {"status": "satisfied"},
                   as_of="2024-06-01")

    def test_an_organisation_of_the_future_is_not_there(self):
        row = village(**total(30), existing_form="federation", established_on="2023-12-02")
        self.check(row, {"fulfilment": "none", "status": "due_soon"}, as_of="2023-12-01")
        self.check(row, {"fulfilment": "full", "status": "satisfied"}, as_of="2023-12-02")
        self.check(coded("530402", existing_form="federation", established_on="2024-01-01"),
                   {"fulfilment": "none", "status": "overdue"})

    def test_a_date_without_a_form_decides_nothing(self):
        self.check(village(**total(30), established_on="2024-01-01"),
                   {"fulfilment": "unknown", "status": "unverified", "days_left": 46})
        self.check(coded("530402", established_on="2023-06-01"),
                   {"fulfilment": "full", "status": "satisfied"})
        self.check(coded("530402", established_on="2024-06-01"),
                   {"fulfilment": "full", "status": "satisfied"})

    def test_exceptions_are_for_in_principle_duties(self):
        agreed = {"exception_agreed": "true"}
        for row in (village(**total(30), **agreed),
                    coded("530423104", existing_form="group", **agreed),
                    enterprise(**total(30), existing_form="none", **agreed)):
            self.check(row, {"status": "excepted", "days_left": None, "missing": []})
        self.check(village(**total(30), existing_form="federation", **agreed),
                   {"status": "satisfied"})
        self.check(coded("530423", **agreed), {"status": "overdue"})
        self.check(enterprise(**total(30), conditions_met="false", existing_form="none", **agreed),
                   {"status": "pending"})
        self.check(village(**total(1), existing_form="none", **agreed), {"status": "optional"})

    def test_county_presumption(self):
        for code in ("530402", "530426", "530428"):
            self.check(coded(code),
                       {"fulfilment": "full", "decisive_readings": ["county_presumption"]})
            self.check(coded(code, existing_form="none"),
                       {"fulfilment": "none", "status": "overdue", "decisive_readings": []})
        for (code,) in oracle.table("without_federation"):
            self.check(coded(code), {"fulfilment": "none", "status": "overdue"})
            self.check(coded(code, existing_form="federation"), {"status": "satisfied"})

    def test_bodies_not_yet_there(self):
        self.check(coded("530423102209"), {"bodies_not_yet_there": ["530423"]})
        self.check(enterprise(county="新平县", **total(1)), {"bodies_not_yet_there": ["530427"]})
        self.check(enterprise(**total(1)), {"bodies_not_yet_there": []})
        self.check(coded("530426001"), {"bodies_not_yet_there": []})
        self.check({**village(**total(0)), "county": "通海县"}, {"bodies_not_yet_there": []})


class Readings(Oracle):
    """Section 6: each alternative."""

    def test_table(self):
        readings = [name for _, name in sorted(oracle.table("reading_order"))]
        self.assertEqual(readings, list(generate.ALTERNATIVES))
        self.assertEqual(dict(oracle.table("alternative")), generate.ALTERNATIVES)
        self.assertEqual(len(oracle.table("default")), 12)

    def test_at_least(self):
        for row, n in ((township(**total(100)), 101), (village(**total(30)), 31)):
            self.check(row, {**UPPER, "decisive_readings": ["at_least", "counted"]})
            self.check(row, {**BELOW, "threshold": n, "shortfall": 1}, at_least="exclusive")
        self.check(enterprise(**total(30)), {**UNIT_BELOW, "threshold": 31}, at_least="exclusive")
        self.check(township(**total(101)), UPPER, at_least="exclusive")

    def test_unit_threshold(self):
        choice = {"unit_threshold": "villages_only"}
        upper = {**UNIT_UPPER, "threshold": 1, "shortfall": None}
        self.check(enterprise(**total(1)), upper, **choice)
        self.check(enterprise(**total(1)), upper, **choice, at_least="exclusive")
        self.check(enterprise(**total(1), conditions_met="false"), {"duty": "should"}, **choice)
        self.check(enterprise(**total(0)), {**NOBODY, "threshold": 1, "shortfall": 1}, **choice)
        self.check(enterprise(), {"possible_duties": ["in_principle_should", "none"]}, **choice)
        self.check(village(**total(29)), BELOW, **choice)

    def test_counted(self):
        choice = {"counted": "returned_and_relatives_only"}
        self.check(village(overseas="40", **returned(12)),
                   {**BELOW, "count": 12, "count_is_complete": True, "missing": []},
                   **choice)
        self.check(village(overseas="40"),
                   {"count": 0, "count_is_complete": False,
                    "missing": ["returned_and_relatives", "existing_form"]}, **choice)
        self.check(village(overseas="10", students="5", **total(45)),
                   {**UPPER, "count": 30, "count_is_complete": False}, **choice)
        self.check(village(overseas="10", students="5", **total(14)),
                   {"count": 0, "possible_duties": ["may", "none"]}, **choice)
        self.check(village(overseas="10", **total(29)),
                   {"count": 0, "possible_duties": ["may", "none"],
                    "missing": ["returned_and_relatives"]}, **choice)
        self.check(village(**total(0)), {**NOBODY, "count_is_complete": True}, **choice)

    def test_township_30_to_99(self):
        choice = {"township_30_to_99": "no_provision"}
        for n in (30, 99):
            self.check(township(**total(n)), {**NOBODY, "threshold": 100}, **choice)
        self.check(township(**total(29)), BELOW, **choice)
        self.check(township(**total(100)), UPPER, **choice)
        self.check(township(**total(100)), NOBODY, **choice, at_least="exclusive")
        self.check(village(**total(29)), BELOW, **choice)

    def test_lesser_forms(self):
        choice = {"lesser_forms": "full"}
        every = ["federation", "branch", "group", "station", "cross_region_joint"]
        self.check(village(**total(30), existing_form="branch"),
                   {"forms": every, "fulfilment": "full", "status": "satisfied"}, **choice)
        self.check(coded("530423104", existing_form="branch"), {"fulfilment": "lesser"}, **choice)
        self.check(enterprise(**total(30), existing_form="branch"), {"fulfilment": "lesser"},
                   **choice)

    def test_joint_forms(self):
        choice = {"joint_forms": "lesser"}
        joint = {"existing_form": "cross_region_joint"}
        self.check(village(**total(30), **joint),
                   {"forms": ["federation"], "fulfilment": "lesser"}, **choice)
        self.check(village(**total(29), **joint), {**BELOW, "fulfilment": "full"}, **choice)
        self.check(village(**returned(12)), {"forms": ["federation"]}, **choice)

    def test_unit_below_threshold(self):
        self.check(enterprise(**total(29), existing_form="none"),
                   {**UNIT_BELOW, "duty": "should", "status": "pending", "days_left": 412},
                   unit_below_threshold="should")

    def test_zero_count(self):
        choice = {"zero_count": "may"}
        self.check(village(**total(0)), {**BELOW, "status": "optional"}, **choice)
        self.check(township(**total(0)), BELOW, **choice, township_30_to_99="no_provision")
        self.check(enterprise(**total(0)), UNIT_BELOW, **choice, unit_below_threshold="should")
        self.check(enterprise(**total(0)), UNIT_BELOW, **choice, unit_threshold="villages_only")
        self.check(village(**returned(0)), {"due": "2023-12-31"}, **choice)

    def test_before_day_never_matters(self):
        rows = [village(), enterprise(), coded("530402"), coded("530423104")]
        self.assertEqual(oracle.assess(rows, "2020-06-20", {"before_day": "exclusive"}),
                         oracle.assess(rows, "2020-06-20"))

    def test_due_on_rest_day(self):
        choice = {"due_on_rest_day": "next_working_day"}
        none = {"existing_form": "none"}
        for row, due in ((coded("530423104", **none), "2023-01-03"),
                         (coded("530423"), "2023-01-03"),
                         (village(**total(30), **none), "2024-01-02"),
                         (enterprise(**total(30), **none), "2024-12-31")):
            self.check(row, {"due": due, "status": "due_soon", "days_left": 0}, as_of=due, **choice)
        self.check(coded("530423104", existing_form="federation", established_on="2023-01-03"),
                   {"status": "satisfied", "decisive_readings": ["due_on_rest_day"]}, **choice)

    def test_daying(self):
        north, street = "530402004002", "530402007001"
        self.check(coded(north, **total(1)), {"key_area": True, "decisive_readings": ["daying"]})
        self.check(coded(street, **total(1)), {
            "key_area": False, "decisive_readings": ["counted", "daying"]})
        self.check(coded(north), {"key_area": False}, daying=street)
        self.check(coded(street), {"key_area": True}, daying=street)
        self.check(coded(north, key_area="true"), {"decisive_readings": []})

    def test_county_presumption(self):
        choice = {"county_presumption": "unverified"}
        self.check(coded("530402"), {"fulfilment": "unknown", "status": "unverified",
                                     "missing": ["existing_form"]}, **choice)
        self.check(coded("530423"), {"fulfilment": "none", "status": "overdue"}, **choice)


class Translation(unittest.TestCase):
    def test_day_numbers(self):
        for number, date in oracle.table("day_date"):
            if number is not None:
                day = oracle.EPOCH + datetime.timedelta(number)
                self.assertEqual(day.isoformat(), date)

    def test_generated_records_have_answers_and_the_seed_settles_them(self):
        one, two = ([b.csv() for b in generate.batches(400, 5)] for _ in range(2))
        self.assertEqual(one, two)
        for batch in generate.batches(400, 5):
            codes = [row["code"] for row in batch.rows if row["code"]]
            self.assertEqual(len(codes), len(set(codes)))
            oracle.assess(batch.rows, batch.as_of, batch.readings, batch.due_soon)


def run() -> int:
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    result = unittest.TextTestRunner().run(suite)
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(run())
