//! `explain --what-if`: what would give another duty or status, and what to ask for first.

use serde_json::{Value, json};

use crate::run::{json as object, run};

const VILLAGE: &str = "explain --kind village --county 通海县 --name 示例村 --as-of 2023-11-15";

fn below(tree: &str, heading: &str) -> Vec<String> {
    let lines = tree.lines().skip_while(|line| *line != heading).skip(1);
    let lines = lines.take_while(|line| line.starts_with(['├', '│', '└', ' ']));
    lines.map(|line| line.trim_start_matches(['├', '│', '└', '─', ' ']).to_owned()).collect()
}

#[test]
fn a_village_of_twelve_becomes_another_by_eighteen_more_in_any_group() {
    let ran = run(&format!(
        "{VILLAGE} --people returned_and_relatives=12 --people overseas=0 --people students=0 \
         --existing-form none --what-if --lang en"
    ))
    .unwrap();
    assert_eq!(ran.exit, Some(0));
    let found = below(&ran.out, "what would change it");
    let expected = [
        "returned overseas Chinese and relatives 12 → 0 (12 fewer) → nothing is asked",
        "returned overseas Chinese and relatives 12 → 30 (18 more) → in principle should, \
         no organisation yet, due soon",
        "overseas Chinese 0 → 18 (18 more) → in principle should, no organisation yet, due soon",
        "students abroad and returned 0 → 18 (18 more) → in principle should, \
         no organisation yet, due soon",
        "federation, branch, group, station, cross-region joint federation or cross-unit joint \
         building there on the day → may, organisation full, satisfied",
        "key area: yes → in principle must, no organisation yet, overdue",
    ];
    assert_eq!(found, expected);
    assert!(!ran.out.contains("which fact to ask for first"), "nothing is open");
}

#[test]
fn a_form_set_up_says_by_which_day_and_later_ones_are_late() {
    let asked = "explain --code 530423102 --existing-form none --as-of 2023-03-31 --what-if";
    let tree = run(asked).unwrap().out;
    let found = below(&tree, "怎样会改变");
    assert!(
        found.contains(&"不晚于2022-12-31成立侨联 → 原则上必须，组织符合，已满足".to_owned()),
        "{tree}"
    );
    let late = "现在已有侨联，2023-01-01以后成立 → 原则上必须，组织符合，逾期后满足";
    assert!(found.contains(&late.to_owned()), "{tree}");
    let excepted = "例外已研究同意：是 → 原则上必须，尚无组织，例外已同意";
    assert!(found.contains(&excepted.to_owned()), "{tree}");
    let json = object(&format!("{asked} --format json")).unwrap();
    let changes = json["what_if"]["changes"].as_array().unwrap();
    let change = changes.iter().find(|entry| entry["gives"]["status"] == "satisfied_late").unwrap();
    assert_eq!(
        change["changes"],
        json!([{
            "fact": "existing_form",
            "reading": null,
            "from": "none",
            "to": ["federation"],
            "people": null,
            "established_from": "2023-01-01",
            "established_by": "2023-03-31",
        }])
    );
}

#[test]
fn what_only_two_changes_do_is_told_with_both() {
    let found = object(&format!(
        "{VILLAGE} --people returned_and_relatives=1 --people overseas=2 --people students=0 \
         --existing-form none --what-if --format json"
    ))
    .unwrap();
    let none = found["what_if"]["changes"].as_array().unwrap().iter().find(|entry| {
        entry["gives"]["duty"] == "none" && entry["changes"][1]["people"] == json!(-2)
    });
    let changes = &none.unwrap()["changes"];
    let both: Vec<(&Value, &Value, &Value)> = changes
        .as_array()
        .unwrap()
        .iter()
        .map(|change| (&change["fact"], &change["to"], &change["people"]))
        .collect();
    let expected = [
        (&json!("returned_and_relatives"), &json!(0), &json!(-1)),
        (&json!("overseas"), &json!(0), &json!(-2)),
    ];
    assert_eq!(both, expected);
}

#[test]
fn the_fact_that_settles_most_is_asked_for_first_with_what_each_answer_gives() {
    let found = object(&format!(
        "{VILLAGE} --people students=12 --existing-form none --what-if --format json"
    ))
    .unwrap();
    let next = &found["what_if"]["next_fact"];
    assert_eq!((&next["fact"], &next["settles"]), (&json!("total"), &json!(2)));
    let answers: Vec<(&Value, &Value, &Value)> = next["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| (&answer["least"], &answer["most"], &answer["gives"]["duty"]))
        .collect();
    let null = Value::Null;
    let expected = [
        (&json!(12), &json!(29), &json!("may")),
        (&json!(30), &null, &json!("in_principle_should")),
    ];
    assert_eq!(answers, expected);
    let tree = run(&format!("{VILLAGE} --people students=12 --existing-form none --what-if"));
    let tree = tree.unwrap().out;
    assert_eq!(below(&tree, "先查明哪一项")[0], "合计：2类答案中2类使结论确定", "{tree}");
}

#[test]
fn without_being_asked_nothing_is_said_of_it() {
    let found = object(&format!("{VILLAGE} --format json")).unwrap();
    assert_eq!(found.get("what_if"), None);
    assert!(!run(VILLAGE).unwrap().out.contains("怎样会改变"));
}

#[test]
fn a_row_of_a_register_is_asked_about_as_flags_are() {
    let asked = "explain small.csv --row 16 --as-of 2023-11-15 --what-if --format json";
    let found = object(asked).unwrap();
    assert_eq!(found["determination"]["row"], 16);
    assert_eq!(found["what_if"]["answer"]["duty"], found["determination"]["duty"]);
    let tree = run(&asked.replace(" --format json", " --lang en")).unwrap().out;
    assert!(tree.ends_with(found["what_if"]["tree"]["en"].as_str().unwrap()), "{tree}");
}

#[test]
fn an_organisation_there_on_the_day_has_until_the_due_day_to_be_set_up_in_time() {
    let asked = "explain --kind county --code 530403 --existing-form none --what-if --as-of";
    let found = |day: &str| below(&run(&format!("{asked} {day}")).unwrap().out, "怎样会改变");
    let in_time = "现在已有侨联 → 要求成立，组织符合，已满足（不晚于2022-12-31成立即为按期）";
    assert_eq!(found("2022-06-01"), [in_time]);
    assert_eq!(found("2022-12-31"), [in_time], "the due day itself is in time");
    let past = found("2023-01-31");
    let expected = [
        "不晚于2022-12-31成立侨联 → 要求成立，组织符合，已满足",
        "现在已有侨联，2023-01-01以后成立 → 要求成立，组织符合，逾期后满足",
    ];
    assert_eq!(&past[..2], expected);
}

#[test]
fn smaller_changes_of_a_fact_come_first() {
    let tree = run(&format!("{VILLAGE} --what-if")).unwrap().out;
    let found = below(&tree, "怎样会改变");
    let total: Vec<&String> = found.iter().filter(|line| line.starts_with("合计查明")).collect();
    let expected = [
        "合计查明为0人 → 无要求",
        "合计查明为1人 → 可以，组织不详，可选",
        "合计查明为30人 → 原则上均应，组织不详，待核实",
    ];
    assert_eq!(total, expected, "{tree}");
    let reading = "归侨侨眷查明为0人，并且读法：哪些人计入人数＝只计归侨侨眷 → 无要求";
    assert!(found.contains(&reading.to_owned()), "{tree}");
}

#[test]
fn a_question_that_no_answer_to_settles_or_tells_apart_is_not_asked() {
    for lang in ["zh", "en"] {
        let tree = run(&format!(
            "explain --kind school --name 示例中学 --as-of 2023-11-15 --what-if --lang {lang}"
        ));
        let tree = tree.unwrap().out;
        let asked =
            below(&tree, if lang == "zh" { "先查明哪一项" } else { "which fact to ask for first" });
        let replies = asked.iter().filter(|line| line.contains(" → "));
        let mut told: Vec<&str> = Vec::new();
        for line in replies {
            let gives = line.split_once(" → ").unwrap().1;
            // Replies to one question are told apart.
            assert_ne!(told.last(), Some(&gives), "{tree}");
            told.push(gives);
        }
        for single in ["1类答案中0类", "0 of 1 sorts"] {
            assert!(!tree.contains(single), "{tree}");
        }
    }
}
