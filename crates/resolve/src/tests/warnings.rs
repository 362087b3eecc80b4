//! What is odd about a record that is assessed all the same.

use super::{good, yuxi};
use crate::Warning;

#[test]
fn every_warning_has_its_words() {
    let words = &yuxi().rulebook().words;
    for warning in Warning::ALL {
        let text = words.by_key(&format!("warning.{}", warning.code())).unwrap();
        assert!(!text.zh.contains(warning.code()) && !text.en.contains(warning.code()));
        assert!(!text.zh.contains('{') && !text.en.contains('{'));
    }
}

#[test]
fn a_name_that_is_not_the_codes() {
    for name in ["金州", "金洲社区", "大营社区"] {
        let found = good(&[("code", "530402006001"), ("name", name)]);
        assert_eq!(found.warnings, [Warning::NameDiffersFromCode], "{name}");
        assert_eq!(found.name.as_deref(), Some("金州社区居民委员会"), "the code holds");
    }
}

#[test]
fn an_unlisted_name_that_is_near_a_listed_area() {
    let of =
        |kind, county, name| good(&[("kind", kind), ("county", county), ("name", name)]).warnings;
    let both = [Warning::NameNotFound, Warning::NearName];
    assert_eq!(of("村", "红塔区", "大营村"), both);
    assert_eq!(of("村", "红塔区", "大营"), both);
    assert_eq!(of("村", "红塔区", "金州西社区"), both);
    assert_eq!(of("街道", "红塔区", "胜利街道"), both);
    assert_eq!(of("村", "江川区", "金州社区"), [Warning::NameNotFound], "in its own county only");
    assert_eq!(of("村", "通海县", "下回村"), []);
    assert_eq!(of("企业", "红塔区", "大营"), [], "a unit is no place");
    assert_eq!(of("村", "红塔区", "大营社区"), [], "listed itself");
}
