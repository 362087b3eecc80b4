//! Chinese by default, English where it is asked for; why something could not run, too.

use crate::run::run;

fn told(arguments: &str) -> String {
    run(arguments).map(|ran| ran.told).unwrap_or_default()
}

#[test]
fn what_could_not_run_is_told_in_the_language_asked_for_with_its_code_at_the_end() {
    for (arguments, zh, en) in [
        (
            "assess broken/cut-off.json",
            "broken/cut-off.json：第3行第30个字符处，第2条记录不是正确的JSON：“t”；请改正此处后重新读入；此前的记录已读入，这一条及其后的记录没有读入 [malformed_json]",
            "broken/cut-off.json: line 3, column 30: record 2 isn't JSON at `t`: EOF while parsing a string; mend it there and read the file again: records before this one were read, none behind it [malformed_json]",
        ),
        (
            "assess --policy kunming",
            "没有内置的政策`kunming`，有的是：`yuxi-2020`、`beijing-universities`；写内置政策的名称，或政策包所在的文件夹 [unknown_policy]",
            "no built-in policy `kunming`, there are `yuxi-2020`, `beijing-universities`; name a built-in policy, or the folder of a pack [unknown_policy]",
        ),
        (
            "assess --set at_least=perhaps",
            "该读法没有这个选项：`at_least=perhaps`，有的是：`inclusive`、`exclusive`；列出全部读法：qiaolian readings [unknown_choice]",
            "the reading has no such choice: `at_least=perhaps`, there are `inclusive`, `exclusive`; `qiaolian readings` lists them [unknown_choice]",
        ),
        (
            "schema register",
            "没有`register`这种模式，有的是：`facts`、`determination`、`explained`、`error`、`what-if`、`next-fact`、`coverage`、`sensitivity`、`schedule`、`provisions`、`readings`、`policy`、`check`、`diff`、`rules`、`case`、`procedure`、`leadership`、`office`、`platform`、`safeguards`、`governance`、`report`、`findings`、`report-findings`、`procedure-report`、`plan`、`dossier`、`columns`、`pack-policy`、`pack-provisions`、`pack-subjects`、`pack-areas`、`pack-dates`、`pack-tiers`、`pack-readings`、`pack-answers`、`pack-rules`、`pack-checks`、`pack-procedure`、`pack-words` [no_such_schema]",
            "`register` is no schema; there are `facts`, `determination`, `explained`, `error`, `what-if`, `next-fact`, `coverage`, `sensitivity`, `schedule`, `provisions`, `readings`, `policy`, `check`, `diff`, `rules`, `case`, `procedure`, `leadership`, `office`, `platform`, `safeguards`, `governance`, `report`, `findings`, `report-findings`, `procedure-report`, `plan`, `dossier`, `columns`, `pack-policy`, `pack-provisions`, `pack-subjects`, `pack-areas`, `pack-dates`, `pack-tiers`, `pack-readings`, `pack-answers`, `pack-rules`, `pack-checks`, `pack-procedure`, `pack-words` [no_such_schema]",
        ),
    ] {
        assert_eq!(told(arguments), format!("qiaolian: {zh}\n"), "{arguments}");
        assert_eq!(told(&format!("{arguments} --lang zh")), format!("qiaolian: {zh}\n"));
        assert_eq!(told(&format!("{arguments} --lang en")), format!("qiaolian: {en}\n"));
    }
}

#[test]
fn a_file_that_is_not_there_is_named_in_both_languages() {
    assert_eq!(
        told("assess nowhere.csv"),
        "qiaolian: `nowhere.csv`：No such file or directory (os error 2)；请核对路径和权限 [file]\n"
    );
    assert_eq!(
        told("assess nowhere.csv --lang en"),
        "qiaolian: `nowhere.csv`: No such file or directory (os error 2); check the path, and whether you may use it [file]\n"
    );
}

#[test]
fn headings_and_words_are_of_one_language() {
    let zh = run("assess small.csv --as-of 2023-11-15").unwrap().out;
    assert!(zh.contains("要求") && zh.contains("原则上必须") && zh.contains("即将到期 46"), "{zh}");
    assert!(!zh.contains("in principle"), "{zh}");
    let en = run("assess small.csv --as-of 2023-11-15 --lang en").unwrap().out;
    assert!(en.contains("in principle must") && en.contains("due soon 46"), "{en}");
    assert!(!en.contains("原则上"), "{en}");
}

#[test]
fn responsible_bodies_are_named_in_the_language_asked_for() {
    let of = |lang: &str| {
        let asked = format!("assess small.csv --as-of 2023-11-15 --format jsonl --lang {lang}");
        crate::run::lines(&asked).unwrap().remove(3)
    };
    let zh = serde_json::json!(["红塔区委统战部", "红塔区侨联", "属地党组织"]);
    assert_eq!(of("zh")["responsible_units"], zh);
    assert_ne!(of("en")["responsible_units"], zh);
    for field in ["duty", "status", "kind", "reason", "trace", "warnings", "provisions"] {
        assert_eq!(of("zh")[field], of("en")[field], "{field}: codes, or both languages");
    }
}
