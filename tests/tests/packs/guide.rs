//! The guide on writing a pack is true: what it shows is the pack that was made by it, the mistakes
//! that it names are told in these words, and both languages say the same.

use std::fs;

use qiaolian::{Lang, Policy};
use qiaolian_pack::Files;
use qiaolian_tests::{folder, vector_files};
use serde_json::Value;

use crate::broken::{edited, mistakes, shown};

const GUIDES: [(&str, Lang); 2] = [("GUIDE.md", Lang::En), ("GUIDE.zh.md", Lang::Zh)];

fn guide(name: &str) -> String {
    fs::read_to_string(folder().join("../crates/policies").join(name)).unwrap_or_default()
}

/// The blocks of a kind, without their fences.
fn blocks(guide: &str, kind: &str) -> Vec<String> {
    let opening = format!("```{kind}\n");
    let found = guide.split(&*opening).skip(1).filter_map(|rest| rest.split_once("```"));
    found.map(|(block, _)| block.to_owned()).collect()
}

fn chengwan() -> Result<Files, qiaolian_pack::LoadError> {
    Files::read(&folder().join("packs/chengwan-2026"))
}

#[test]
fn what_the_guide_shows_stands_in_the_pack() {
    let pack = chengwan().unwrap();
    for (name, _) in GUIDES {
        let guide = guide(name);
        let shown = blocks(&guide, "toml");
        assert!(shown.len() >= 9, "{name}: {}", shown.len());
        for block in shown {
            let (heading, block) = block.split_once('\n').unwrap();
            let file = heading.strip_prefix("# ").unwrap();
            assert!(pack.text(file).contains(block), "{name}: {file}: {block}");
        }
        for line in blocks(&guide, "csv").iter().flat_map(|block| block.lines()) {
            let places = pack.text("places.csv");
            assert!(places.lines().any(|place| place == line), "{name}: {line}");
        }
    }
}

#[test]
fn both_languages_show_the_same() {
    let [(en, _), (zh, _)] = GUIDES;
    let (en, zh) = (guide(en), guide(zh));
    for kind in ["toml", "csv", "json"] {
        assert_eq!(blocks(&en, kind), blocks(&zh, kind), "{kind}");
    }
    let count =
        |guide: &str, what: &str| guide.lines().filter(|line| line.starts_with(what)).count();
    for what in ["## ", "| ", "* ", "```"] {
        assert_eq!(count(&en, what), count(&zh, what), "{what}");
    }
}

/// The lines of a check that the guide quotes, in its own language.
#[test]
fn what_the_check_says_is_quoted() {
    let policy = Policy::load(folder().join("packs/chengwan-2026")).unwrap();
    for (name, lang) in GUIDES {
        let said = policy.check_text(lang);
        let quoted: Vec<String> = blocks(&guide(name), "text");
        assert_eq!(quoted.len(), 1, "{name}");
        for line in quoted.iter().flat_map(|block| block.lines()) {
            assert!(said.lines().any(|known| known == line), "{name}: {line}");
        }
    }
}

#[test]
fn the_example_is_one_of_the_vectors() {
    let (_, file) = vector_files()
        .unwrap()
        .into_iter()
        .find(|(path, _)| path.ends_with("chengwan-2026/tiers.json"))
        .unwrap();
    for (name, _) in GUIDES {
        let shown = blocks(&guide(name), "json");
        let example: Value = serde_json::from_str(&shown[0]).unwrap();
        let vector =
            file.vectors.iter().find(|vector| example["id"] == vector.id.as_str()).unwrap();
        assert_eq!(serde_json::to_value(&vector.expect).unwrap(), example["expect"]);
        assert_eq!(serde_json::to_value(&vector.provisions).unwrap(), example["provisions"]);
    }
}

/// What everybody gets wrong once: the file, what stands there, what is written instead.
const MISTAKES: [(&str, &str, &str); 14] = [
    ("dates.toml", "day = 2027-12-31", "day = \"2027-12-31\""),
    ("tiers.toml", "from = 200", "from = 200人"),
    ("readings.toml", "zh = \"计入\"", "zh = “计入”"),
    (
        "tiers.toml",
        "[[row.tier]]\ncode = \"some\"\nfrom = 50",
        "[row.tier]\ncode = \"some\"\nfrom = 50",
    ),
    ("tiers.toml", "forms = [\"federation\", \"joint_federation\"]", "form = [\"federation\"]"),
    ("tiers.toml", "clauses = [\"4#1\", \"9#2\"]", "clauses = [\"4#6\", \"9#2\"]"),
    ("tiers.toml", "clauses = [\"4#1\", \"9#2\"]", "clauses = []"),
    ("areas.toml", "name = \"东屿村民委员会\"", "name = \"东屿村\""),
    ("places.csv", "988181104,三屿镇", "98818114,三屿镇"),
    (
        "tiers.toml",
        "code = \"few\"\nfrom = 0\nduty = \"none\"\nclauses = [\"7#2\"]",
        "code = \"few\"\nfrom = 1\nduty = \"none\"\nclauses = [\"7#2\"]",
    ),
    (
        "tiers.toml",
        "from = 50\nlimit = \"at_least\"\nupper = true\nduty = \"should\"",
        "from = 500\nlimit = \"at_least\"\nupper = true\nduty = \"should\"",
    ),
    (
        "provisions.toml",
        "why = { zh = \"这个政策包没有人员的检查\", en = \"this pack has no check of people\" }\n",
        "",
    ),
    ("rules.toml", "clauses = [\"4#3\"]\n", ""),
    (
        "readings.toml",
        "limit = \"more_than\", inclusive = true",
        "limit = \"more_than\", inclusive = false",
    ),
];

#[test]
fn the_mistakes_in_the_guide_are_told_in_these_words() {
    for (at, edit) in MISTAKES.into_iter().enumerate() {
        let faults = mistakes(&edited(chengwan().unwrap(), edit));
        let [fault] = &faults[..] else { panic!("{edit:?}: {:#?}", shown(&faults)) };
        let said = fault.to_string();
        let (place, words) = said.split_once(": ").unwrap();
        if std::env::var_os("QIAOLIAN_SHOW").is_some() {
            println!("{at}|{place}|{}|{words}", edit.2.replace('\n', "⏎"));
        }
        for (name, _) in GUIDES {
            let quoted = format!("| `` {words} `` |\n");
            assert!(guide(name).contains(&quoted), "{name} lacks {quoted}");
        }
    }
    for (name, _) in GUIDES {
        let quoted = guide(name).lines().filter(|line| line.ends_with(" `` |")).count();
        assert_eq!(quoted, MISTAKES.len(), "{name}");
    }
}
