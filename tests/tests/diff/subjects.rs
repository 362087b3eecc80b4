//! The subjects of a register that change between two policies.

use chrono::NaiveDate;
use qiaolian::{Duty, DutyOrOpen, Facts, Fulfilment, Policy, Question, Status};
use qiaolian_tests::amended;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 11, 15).unwrap_or_default()
}

fn village(people: u32) -> Facts {
    let village =
        Facts::new().kind("village").county("红塔区").name("示例村").existing_form("none");
    village.total(people)
}

#[test]
fn who_changes_is_listed_from_what_to_what_and_counted() {
    let (before, after) = (
        Policy::yuxi_2020(),
        amended(&[("tiers.toml", "from = 30\nlimit", 0, "from = 40\nlimit")]).unwrap(),
    );
    let open = Facts::new()
        .kind("village")
        .county("红塔区")
        .name("示例村")
        .people("returned_and_relatives", 35)
        .existing_form("none");
    let all = [village(29), village(30), village(39), village(40), open, Facts::new().kind("x")];
    let report = before.diff_subjects(&after, &all, day());
    let found = report.subjects.unwrap();
    assert_eq!((found.as_of, found.assessed, found.changed), (day(), 5, 3));
    let fields = found.fields;
    assert_eq!(
        (fields.duty, fields.forms, fields.due, fields.fulfilment, fields.status),
        (3, 2, 0, 0, 3),
        "the forms of the open one are full whatever its number is"
    );
    let rows: Vec<u64> = found.subjects.iter().map(|subject| subject.row).collect();
    assert_eq!(rows, [2, 3, 5]);
    let first = &found.subjects[0];
    assert_eq!((&*first.kind, first.name.as_deref()), ("village", Some("示例村")));
    assert_eq!(first.before.duty, DutyOrOpen::InPrincipleShould);
    assert_eq!(first.after.duty, DutyOrOpen::May);
    assert_eq!((first.before.status, first.after.status), (Status::DueSoon, Status::Optional));
    assert_eq!(first.before.fulfilment, Fulfilment::None);
    let last = &found.subjects[2];
    assert_eq!(last.before.duty, DutyOrOpen::InPrincipleShould);
    assert_eq!(last.after.duty, DutyOrOpen::Undetermined);
    assert_eq!(last.after.possible_duties, [Duty::InPrincipleShould, Duty::May]);
    assert_eq!(found.flows[0].count, 2);
    assert_eq!(found.flows[0].duty_after, DutyOrOpen::May);
    let [rejected] = &*found.rejected else { panic!("{:?}", found.rejected) };
    assert_eq!(rejected.row, 6);
    assert!(rejected.before.is_some() && rejected.after.is_some());
}

#[test]
fn who_changes_by_what_is_counted_is_shown_by_a_register_only() {
    let before = Policy::yuxi_2020();
    let after = before.with_readings([("counted", "returned_and_relatives_only")]).unwrap();
    let counted = |own: u32, students: u32| {
        Facts::new()
            .kind("enterprise")
            .name("示例企业")
            .people("returned_and_relatives", own)
            .people("overseas", 0)
            .people("students", students)
            .existing_form("none")
    };
    let all = [counted(10, 25), counted(35, 0)];
    let report = before.diff_subjects(&after, &all, day());
    assert!(report.classes.is_empty() && !report.counts_alike);
    assert_eq!(report.before.counted, ["returned_and_relatives", "overseas", "students"]);
    assert_eq!(report.after.counted, ["returned_and_relatives"]);
    let text = before.diff_text(&after, qiaolian::Lang::En);
    assert!(!text.contains("no class has another outcome\n"), "{text}");
    assert!(text.contains("no class has another outcome at one number of people; but"), "{text}");
    assert!(before.diff(&before).counts_alike);
    let found = report.subjects.unwrap();
    assert_eq!((found.changed, found.subjects[0].row), (1, 1));
}

/// A register may have a group that only one of the policies knows.
#[test]
fn a_group_that_only_one_policy_knows_is_left_out_for_the_other() {
    let group = "[[group]]\ncode = \"students\"";
    let more = "[[group]]\ncode = \"alumni\"\nlabel = { zh = \"校友\", en = \"alumni\" }\n\n[[group]]\ncode = \"students\"";
    let (before, after) =
        (Policy::yuxi_2020(), amended(&[("subjects.toml", group, 0, more)]).unwrap());
    let facts = village(30).people("alumni", 3);
    let report = before.diff_subjects(&after, [&facts], day());
    assert_eq!(report.constants.len(), 1, "{:?}", report.constants);
    let found = report.subjects.unwrap();
    assert_eq!((found.assessed, found.rejected.len()), (1, 0));
    let unknown = village(30).with("nobody", 3);
    let found = before.diff_subjects(&after, [&unknown], day()).subjects.unwrap();
    assert_eq!((found.assessed, found.rejected.len()), (0, 1));
}

#[test]
fn the_whole_list_of_places_against_itself_changes_nowhere() {
    let policy = Policy::yuxi_2020();
    let places = policy.places();
    let question = Question { due_soon_days: Some(30), ..Question::from(day()) };
    let found = policy.diff_subjects(&policy, &places, question).subjects.unwrap();
    assert_eq!((found.assessed, found.changed), (803, 0));
    let other = policy.with_readings([("daying", "530402007001")]).unwrap();
    let found = policy.diff_subjects(&other, &places, question).subjects.unwrap();
    let codes: Vec<_> = found.subjects.iter().filter_map(|one| one.code.as_deref()).collect();
    assert_eq!(codes, ["530402004002", "530402007001"]);
}
