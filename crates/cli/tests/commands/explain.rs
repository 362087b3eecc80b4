//! `explain`: one subject, from flags or from a row, as a tree or as JSON.

use serde_json::json;

use crate::run::{json as object, lines, run, run_with};

const VILLAGE: &str = "explain --kind village --county 红塔区 --name 金州社区 --as-of 2023-03-31";

#[test]
fn a_tree_says_what_why_and_who_with_the_clauses() {
    let ran =
        run(&format!("{VILLAGE} --existing-form none --people returned_and_relatives=12")).unwrap();
    assert_eq!(ran.exit, Some(0));
    assert_eq!(
        ran.out,
        "\
金州社区居民委员会 · 红塔区 · 村（社区）
├─ 结论
│  ├─ 代码: 530402006001 · 国家统计局2023年统计用区划代码（方案为2020年）
│  ├─ 要求: 原则上必须
│  ├─ 符合的形式: 侨联
│  ├─ 期限: 2022-12-31
│  ├─ 现状: 没有
│  ├─ 状态: 已逾期
│  └─ 依据: 二（二）
├─ 理由
│  └─ 金州社区居民委员会：在“重点侨务地区”之列，原则上必须成立侨联，期限2022-12-31；现无组织，已逾期90天。依据：二（二）。
├─ 逐条查看
│  ├─ ✓ 属于哪一类: 村（社区）  [二（二）#1]
│  ├─ ✓ 是否重点侨务地区: 530402006001，对照重点侨务地区  [二（二）#1]
│  ├─ ✗ 现有组织是否符合要求: 无，对照侨联  [二（二）#4]
│  ├─ ? 例外是否已研究同意: 不详，对照是  [二（二）#1]
│  └─ ✗ 是否仍在期限内: 2023-03-31，对照2022-12-31  [二（二）#7]
└─ 由谁负责
   ├─ 责任单位
   │  ├─ 红塔区委统战部
   │  ├─ 红塔区侨联
   │  └─ 属地党组织
   └─ 责任人（职务）
      ├─ 红塔区委统战部分管侨务副部长
      ├─ 红塔区侨联主席
      └─ 属地党组织主要负责人
"
    );
}

#[test]
fn json_has_determination_tree_and_near_names() {
    let found = object(&format!("{VILLAGE} --format json")).unwrap();
    let keys: Vec<&String> = found.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["determination", "tree", "near_names"]);
    assert_eq!(found["tree"]["zh"], run(VILLAGE).unwrap().out);
    assert_eq!(found["tree"]["en"], run(&format!("{VILLAGE} --lang en")).unwrap().out);
    assert_eq!(found["determination"]["row"], json!(null));
}

#[test]
fn a_row_of_a_register_is_explained_as_it_is_assessed() {
    let assessed = lines("assess yuxi-made-up.csv --as-of 2023-11-15 --format jsonl").unwrap();
    for row in [1, 500, 913] {
        let asked =
            format!("explain yuxi-made-up.csv --row {row} --as-of 2023-11-15 --format json");
        let found = object(&asked).unwrap();
        assert_eq!(found["determination"], assessed[row - 1]);
    }
}

#[test]
fn every_fact_can_be_given_as_a_flag() {
    let found = object(
        "explain --kind enterprise --name 示例企业 --county 通海县 --people returned_and_relatives=7 \
         --people overseas=2 --people students=31 --total 35 --key-area true --existing-form group \
         --established-on 2022年3月1日 --conditions-met 否 --exception-agreed false --township 河西镇 \
         --as-of 2023-11-15 --format json",
    )
    .unwrap();
    let found = &found["determination"];
    assert_eq!((&found["count"], &found["duty"]), (&json!(35), &json!("should")));
    assert_eq!((&found["fulfilment"], &found["status"]), (&json!("full"), &json!("satisfied")));
    let found = object("explain --code 530423102 --as-of 2023-11-15 --format json").unwrap();
    assert_eq!(found["determination"]["name"], "河西镇");
}

#[test]
fn names_that_are_near_are_offered() {
    let asked =
        "explain --kind village --county 通海县 --name 大回 --as-of 2023-11-15 --format json";
    let found = object(asked).unwrap();
    assert_eq!(found["determination"]["warnings"], json!(["name_not_found", "near_name"]));
    let near = found["near_names"].as_array().unwrap();
    assert_eq!(near.first(), Some(&json!("大回村民委员会")));
    let tree =
        run("explain --kind village --county 通海县 --name 大回 --as-of 2023-11-15").unwrap().out;
    assert!(tree.contains("大回村民委员会"), "{tree}");
}

#[test]
fn problems_are_told_each_with_how_to_mend_it() {
    let ran =
        run("explain --kind school --total 一打 --established-on 2022-02-30 --as-of 2023-11-15")
            .unwrap();
    assert_eq!((ran.exit, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.told,
        "\
事实有2处问题
  total：「合计」一栏的「一打」不是人数：应为 0 至 4,294,967,295 的整数：没有人就填 0，人数不清楚就留空，或填“未知”“不详”；表里另有写法表示不清楚的，用 --unknown-as 声明
  established_on：「成立日期」一栏的「2022-02-30」不是有效日期：请写成 2022-03-01、2022/3/1、2022.3.1 或 2022年3月1日，并确认有这一天；不清楚就留空
"
    );
}

#[test]
fn signs_that_a_register_declares_stand_for_unknown_here_too() {
    let register = "code,total\n530481002001,/\n";
    let asked = "explain - --row 1 --as-of 2023-11-15 --format json";
    assert_eq!(run_with(asked, register).unwrap().exit, Some(1));
    let ran = run_with(&format!("{asked} --unknown-as /"), register).unwrap();
    assert_eq!(ran.exit, Some(0), "{}", ran.told);
    let ran =
        run("explain --code 530481002001 --total / --unknown-as / --as-of 2023-11-15").unwrap();
    assert_eq!(ran.exit, Some(0), "{}", ran.told);
}

#[test]
fn a_row_that_repeats_an_earlier_place_is_refused_as_assess_refuses_it() {
    let ran = run("explain broken/duplicates.csv --row 4 --as-of 2023-11-15").unwrap();
    assert_eq!(ran.exit, Some(1));
    assert!(ran.told.contains("与前面的一行是同一个地方"), "{}", ran.told);
}

#[test]
fn a_row_that_is_not_there_or_is_passed_over_says_so() {
    let told = |asked: &str| run(&format!("explain {asked} --as-of 2023-11-15")).unwrap().told;
    assert_eq!(
        told("small.csv --row 23 --lang en"),
        "qiaolian: small.csv has no row 23: it has 22 rows below its header; count them from 1, \
         blank ones and totals too [no_such_row]\n"
    );
    assert_eq!(
        told("small.csv --row 23"),
        "qiaolian: small.csv 没有第23行：表头以下共22行；请从1数起，空行和合计行也算 [no_such_row]\n"
    );
    assert_eq!(
        told("broken/blank-and-total-rows.csv --row 2 --lang en"),
        "qiaolian: row 2 of broken/blank-and-total-rows.csv is a blank one, and nothing is \
         assessed of it; take another row [skipped_row]\n"
    );
    assert_eq!(
        told("broken/blank-and-total-rows.csv --row 4"),
        "qiaolian: broken/blank-and-total-rows.csv 的第4行是合计行，不作判定；请另选一行 [skipped_row]\n"
    );
}
