//! The provisions as a page: complete, well-formed, and what stands in it is escaped.

use std::collections::BTreeMap;

use qiaolian::{Lang, Policy};
use qiaolian_pack::{Files, load};
use qiaolian_tests::folder;

use crate::html::{anchor, read};

#[test]
fn each_clause_provision_rule_and_reading_is_an_anchor_once() {
    for id in ["yuxi-2020", "beijing-universities"] {
        let policy = Policy::named(id).unwrap();
        for lang in [Lang::Zh, Lang::En] {
            let page = read(&policy.provisions_html(lang)).unwrap();
            let mut wanted = Vec::new();
            for provision in policy.provisions() {
                wanted.push(anchor("provision", &provision.id));
                wanted.extend(provision.clauses.iter().map(|clause| anchor("clause", &clause.id)));
            }
            wanted.extend(policy.rules().iter().map(|rule| anchor("rule", rule.id.code())));
            wanted.extend(policy.readings().iter().map(|reading| anchor("reading", &reading.id)));
            for anchor in wanted {
                assert_eq!(page.ids.get(&anchor), Some(&1), "{id}: {anchor}");
            }
            let again = page.ids.iter().filter(|(_, times)| **times != 1);
            assert_eq!(again.count(), 0);
            let lost = page.links.iter().filter(|link| !page.ids.contains_key(*link));
            assert_eq!(lost.collect::<Vec<_>>(), [""; 0], "links that lead nowhere");
        }
    }
}

#[test]
fn a_clause_shows_its_word_its_rules_its_readings_or_why_it_is_guidance() {
    let policy = Policy::yuxi_2020();
    let rules: BTreeMap<_, _> =
        policy.rules().into_iter().map(|rule| (rule.id.code(), rule)).collect();
    for lang in [Lang::Zh, Lang::En] {
        let html = policy.provisions_html(lang);
        let clause_of = |id: &str| {
            let (_, rest) = html.split_once(&format!("id=\"{}\"", anchor("clause", id))).unwrap();
            rest.split_once("</article>").unwrap().0.to_owned()
        };
        for clause in policy.provisions().into_iter().flat_map(|provision| provision.clauses) {
            let shown = clause_of(&clause.id);
            assert!(shown.contains(&clause.modality), "{shown}");
            for rule in &clause.rules {
                assert!(shown.contains(rules[rule.code()].label.get(lang)), "{shown}");
                assert!(shown.contains(&format!("<code>{}</code>", rule.code())), "{shown}");
            }
            if let Some(why) = &clause.why {
                assert!(shown.contains(&why.get(lang).replace('"', "&quot;")), "{shown}");
            }
            for reading in policy.readings() {
                let touches = reading.clauses.contains(&clause.id);
                let code = format!("<code>{}</code>", reading.id);
                assert_eq!(shown.contains(&code), touches, "{}: {shown}", reading.id);
            }
        }
    }
}

#[test]
fn the_choices_in_force_are_shown() {
    let policy = Policy::yuxi_2020().with_readings([("daying", "530402007001")]).unwrap();
    let shown = "→ 大营街街道的大营街社区 <code>daying</code>";
    assert!(policy.provisions_html(Lang::Zh).contains(shown));
    assert!(!Policy::yuxi_2020().provisions_html(Lang::Zh).contains(shown));
}

#[test]
fn the_page_stands_alone_without_a_script() {
    for lang in [Lang::Zh, Lang::En] {
        let html = Policy::yuxi_2020().provisions_html(lang);
        let page = read(&html).unwrap();
        assert_eq!(page.outside, [""; 0]);
        for element in ["script", "link", "img", "iframe", "object"] {
            assert!(!page.elements.contains(element), "{element}");
        }
        for element in ["title", "header", "nav", "main", "h1", "h2", "h3", "table"] {
            assert!(page.elements.contains(element), "{element}");
        }
        let says = match lang {
            Lang::Zh => "<html lang=\"zh-Hans\">",
            Lang::En => "<html lang=\"en\">",
        };
        assert!(html.contains(says));
    }
}

#[test]
fn what_a_pack_says_is_never_markup() {
    let files = Files::read(&folder().join("../crates/policies/yuxi-2020")).unwrap();
    let name = "provisions.toml";
    let hostile = "<script>alert(1)</script> & \\\"</p>";
    let text = files.text(name).replacen("指导思想", hostile, 1).replacen("阐明", hostile, 1);
    let text = text.replacen("modality = \"坚持\"", &format!("modality = \"{hostile}\""), 1);
    let pack = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(folder().join("../crates/policies/yuxi-2020")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, pack.path().join(path.file_name().unwrap())).unwrap();
    }
    std::fs::write(pack.path().join(name), &text).unwrap();
    assert!(load(&files.with(name, text)).is_ok());
    let html = Policy::load(pack.path()).unwrap().provisions_html(Lang::Zh);
    let page = read(&html).unwrap();
    assert!(!page.elements.contains("script"));
    let escaped = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&lt;/p&gt;";
    // The heading and its line in the contents, the clause, and its operative word.
    assert_eq!(html.matches(escaped).count(), 4);
}
