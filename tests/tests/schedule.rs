//! The schedule of small registers, worked out by hand from the specification.

use chrono::NaiveDate;
use qiaolian::{About, Facts, Lang, Policy, Question, Schedule, ScheduleEntry, Status};

/// A day; what is none is a day on which nothing is due.
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

fn schedule(facts: &[Facts], as_of: &str) -> Schedule {
    Policy::yuxi_2020().schedule(facts, day(as_of))
}

fn duties(schedule: &Schedule) -> Vec<&ScheduleEntry> {
    schedule.entries.iter().filter(|entry| entry.about == About::Duty).collect()
}

#[test]
fn each_of_the_nine_counties_reports_whatever_the_register_says() {
    for facts in [vec![], vec![Facts::new().code("530402006001").existing_form("federation")]] {
        let found = schedule(&facts, "2020-06-01");
        let reports: Vec<&ScheduleEntry> =
            found.entries.iter().filter(|entry| entry.about == About::Report).collect();
        assert_eq!(reports.len(), 9);
        for report in &reports {
            assert_eq!((report.due, report.days_until_due), (day("2020-06-20"), 19));
            assert_eq!(
                (report.status, &*report.clauses),
                (Status::Unverified, &["5.4#2".into()][..])
            );
            let county = report.county.as_deref().unwrap();
            assert_eq!(report.responsible_units, [format!("{county}委统战部")]);
            assert!(report.responsible_posts.is_empty(), "the plan names no post");
        }
        assert_eq!(reports[0].uid, "yuxi-2020.530402.county_plan_and_contact.2020-06-20@qiaolian");
    }
}

#[test]
fn readings_move_the_report_as_they_move_other_days() {
    for (reading, choice, due) in [
        ("before_day", "exclusive", "2020-06-19"),
        ("due_on_rest_day", "next_working_day", "2020-06-22"),
    ] {
        let policy = Policy::yuxi_2020().with_readings([(reading, choice)]).unwrap();
        let found = policy.schedule(&[], day("2020-06-01"));
        assert!(found.entries.iter().all(|entry| entry.due == day(due)), "{reading}");
    }
}

#[test]
fn what_is_met_is_in_it_beside_what_is_overdue_soon_due_and_optional() {
    let facts = [
        Facts::new().code("530402006001").existing_form("federation"),
        Facts::new().code("530423102").existing_form("branch"),
        Facts::new().code("530402001").total(136).existing_form("none"),
        Facts::new().code("530427101201").total(10).existing_form("none"),
        Facts::new().code("530424102002").total(0).existing_form("none"),
        Facts::new().kind("school").name("示例学校一").total(45).existing_form("none"),
    ];
    let found = schedule(&facts, "2023-11-15");
    let rows: Vec<_> = duties(&found)
        .iter()
        .map(|entry| (entry.row, entry.due.to_string(), entry.days_until_due, entry.status))
        .collect();
    let due = |text: &str| text.to_owned();
    assert_eq!(
        rows,
        [
            (Some(1), due("2022-12-31"), -319, Status::Satisfied),
            (Some(2), due("2022-12-31"), -319, Status::Overdue),
            (Some(3), due("2023-12-31"), 46, Status::DueSoon),
            (Some(4), due("2023-12-31"), 46, Status::Optional),
            (Some(6), due("2024-12-31"), 412, Status::Pending),
        ],
        "nothing is due of a village with nobody to count"
    );
    assert!(duties(&found).iter().all(|entry| entry.certain));
    assert_eq!(duties(&found)[2].clauses, ["2.0#2", "2.2#4", "2.2#8"]);
}

#[test]
fn what_may_be_due_is_told_apart_with_what_is_missing() {
    let village = Facts::new().code("530427101201").existing_form("none");
    let known = village.clone().people("returned_and_relatives", 12);
    let facts = [known, Facts::new().code("530424102002").existing_form("none")];
    let found = schedule(&facts, "2023-11-15");
    let rows = duties(&found);
    assert_eq!(rows.len(), 2);
    for entry in &rows {
        assert!(!entry.certain);
        assert_eq!((entry.due, entry.status), (day("2023-12-31"), Status::Undetermined));
    }
    let of = |row: u64| rows.iter().find(|entry| entry.row == Some(row)).unwrap();
    assert_eq!(of(1).missing, ["overseas", "students"]);
    assert_eq!(of(2).missing, ["returned_and_relatives", "overseas", "students"]);
}

#[test]
fn units_without_codes_have_ids_of_their_own() {
    let unit = |name: &str, county: &str| {
        Facts::new().kind("enterprise").name(name).county(county).total(45).existing_form("none")
    };
    let facts = [
        unit("示例企业一", "通海县"),
        unit("示例企业一", "华宁县"),
        unit("示例企业二", "通海县"),
        unit("示例企业一", "通海县").kind("school"),
        Facts::new().kind("enterprise").total(45),
        Facts::new().kind("enterprise").total(46),
    ];
    let found = schedule(&facts, "2023-11-15");
    let ids: std::collections::BTreeSet<&str> =
        duties(&found).iter().map(|entry| &*entry.uid).collect();
    assert_eq!(ids.len(), facts.len());
    let again = schedule(&facts[..1], "2024-06-01");
    assert!(ids.contains(&*duties(&again)[0].uid), "the same in another register on another day");
    assert!(ids.iter().all(|id| id.is_ascii()), "{ids:?}");
}

#[test]
fn places_of_one_name_in_two_townships_have_ids_of_their_own_in_any_order() {
    let village = |township: &str| {
        let village = Facts::new().kind("village").county("红塔区").name("新民村").total(40);
        if township.is_empty() { village } else { village.township(township) }
    };
    let townships = ["北城街道", "某镇", "", "研和街道"];
    let ids = |townships: &[&str]| -> Vec<String> {
        let facts: Vec<Facts> = townships.iter().map(|township| village(township)).collect();
        let found = schedule(&facts, "2023-11-15");
        let mut ids: Vec<(Option<u64>, String)> =
            duties(&found).iter().map(|entry| (entry.row, entry.uid.clone())).collect();
        ids.sort_unstable();
        ids.into_iter().map(|(_, id)| id).collect()
    };
    let one = ids(&townships);
    assert!(one.iter().all(|id| !id.contains(".2@")), "none is numbered: {one:?}");
    let [first, second, third, fourth] = townships;
    let mut other = ids(&[fourth, third, second, first]);
    other.reverse();
    assert_eq!(one, other);
    assert_eq!(ids(&["北城街道办事处"]), one[..1], "however the township is written");
    assert_eq!(ids(&["530402004"]), one[..1]);
}

#[test]
fn a_place_that_comes_twice_is_refused_and_said_to_be() {
    let place = || Facts::new().code("530402006001");
    let found = schedule(&[place(), place()], "2023-11-15");
    assert_eq!(duties(&found).len(), 1);
    assert_eq!(found.rejected.len(), 1);
    assert_eq!(found.rejected[0].row, 2);
    assert_eq!(found.rejected[0].error.problems[0].code, "duplicate_code");
}

#[test]
fn a_calendar_says_what_is_due_by_which_clause_and_who_answers_in_the_language_asked_for() {
    let facts = [Facts::new().code("530402006001").existing_form("none")];
    let ask = |lang| {
        let question = Question { lang, ..Question::from(day("2023-03-31")) };
        Policy::yuxi_2020().calendar(&facts, question).replace("\r\n ", "")
    };
    let zh = ask(Lang::Zh);
    assert_eq!(zh.matches("BEGIN:VEVENT").count(), 10);
    for line in [
        "UID:yuxi-2020.530402006001.duty.2022-12-31@qiaolian",
        "DTSTAMP:20230331T000000Z",
        "DTSTART;VALUE=DATE:20221231",
        "DTEND;VALUE=DATE:20230101",
        "SUMMARY:红塔区金州社区居民委员会：原则上必须（侨联）",
        "DESCRIPTION:期限：2022-12-31\\n截至2023-03-31：已逾期\\n依据：二（二）#1、二（二）#7\\n\
         责任单位：红塔区委统战部、红塔区侨联、属地党组织\\n\
         责任人（职务）：红塔区委统战部分管侨务副部长、红塔区侨联主席、属地党组织主要负责人\\n\
         yuxi-2020@1.0.0",
        "CATEGORIES:组织建设,村（社区）",
        "STATUS:CONFIRMED",
    ] {
        assert!(zh.contains(&format!("\r\n{line}\r\n")), "{line}\n{zh}");
    }
    let en = ask(Lang::En);
    assert!(
        en.contains("SUMMARY:金州社区居民委员会\\, 红塔区: in principle must (federation)\r\n")
    );
}
