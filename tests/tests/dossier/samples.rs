//! A village, a county and a unit as they are written, word for word.

use std::fs;

use qiaolian::{Lang, Policy};
use qiaolian_tests::folder;

use crate::cases::{WRITTEN, question, written};

#[test]
fn trees_and_pages_are_those_that_were_read_and_approved() {
    let bless = std::env::var_os("QIAOLIAN_BLESS").is_some();
    let policy = Policy::yuxi_2020();
    let samples = folder().join("dossiers");
    let mut count = 0;
    for (name, day) in WRITTEN {
        let case = written(name).unwrap();
        for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            let asked = question(day, lang);
            let tree = policy.dossier_text(&case, asked).unwrap();
            let page = policy.dossier_html(&case, asked).unwrap();
            for (made, ending) in [(tree, "txt"), (page, "html")] {
                let path = samples.join(format!("{name}.{code}.{ending}"));
                // The pack's data changes for reasons of its own; which it is says the digest.
                let made = made.replace(&policy.core().rulebook().digest, "sha256:…");
                if bless {
                    fs::write(&path, &made).unwrap();
                }
                let approved = fs::read_to_string(&path).unwrap();
                assert_eq!(made, approved, "`cargo xtask bless` writes {} anew", path.display());
                count += 1;
            }
        }
    }
    let files = fs::read_dir(samples).unwrap().count();
    assert_eq!(files, count + WRITTEN.len(), "a sample that nothing makes any more");
}
