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
        "returned overseas Chinese and relatives 12 → 30 (18 more) → in principle should, \
         organisation none, due soon",
        "overseas Chinese 0 → 18 (18 more) → in principle should, organisation none, due soon",
        "students abroad and returned 0 → 18 (18 more) → in principle should, organisation none, \
         due soon",
        "returned overseas Chinese and relatives 12 → 0 (12 fewer) → none, organisation not \
         applicable, not applicable",
        "key area: yes → in principle must, organisation none, overdue",
        "federation or branch or group or station or cross-region joint federation or cross-unit \
         joint building set up by 2023-11-15 → may, organisation full, satisfied",
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
    let late = "2023-01-01至2023-03-31成立侨联 → 原则上必须，组织符合，逾期后满足";
    assert!(found.contains(&late.to_owned()), "{tree}");
    let excepted = "例外已研究同意：是 → 原则上必须，组织没有，例外已同意";
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
