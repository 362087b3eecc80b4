//! Codes and names as people write them, against the places that they are.

use super::{bad, faults, good, outcome, place, record, yuxi};
use crate::{Cell, Column, Options, Outcome, Record, Warning};

fn village(county: &str, name: &str) -> Option<&'static str> {
    place(&[("kind", "village"), ("county", county), ("name", name)])
}

fn township(county: &str, name: &str) -> Option<&'static str> {
    place(&[("kind", "township"), ("county", county), ("name", name)])
}

#[test]
fn endings_that_mean_the_same() {
    for name in ["金州社区", "金州社区居委会", "金州社区居民委员会", " 金州社区　"]
    {
        assert_eq!(village("红塔区", name), Some("530402006001"), "{name}");
    }
    for name in ["大回村", "大回村委会", "大回村村委会", "大回村民委员会"] {
        assert_eq!(village("通海县", name), Some("530423102209"), "{name}");
    }
    assert_eq!(village("通海县", "下回村村委会"), Some("530423102204"));
}

#[test]
fn an_official_name_that_ends_in_a_short_ending() {
    for name in ["丕且莫村委会", "丕且莫村", "丕且莫村民委员会", "丕且莫村村委会"]
    {
        assert_eq!(village("新平县", name), Some("530427100200"), "{name}");
    }
}

#[test]
fn a_name_without_its_level_is_no_name() {
    for name in ["大回", "金州", "金州村", "金州居委会", "大 回村"] {
        let found = good(&[("kind", "village"), ("county", "通海县"), ("name", name)]);
        assert_eq!(found.subject.place, None, "{name}");
        assert_eq!(found.name.as_deref(), Some(name));
    }
}

#[test]
fn names_resolve_at_their_level() {
    assert_eq!(township("元江县", "甘庄街道"), Some("530428003"));
    assert_eq!(village("元江县", "甘庄社区"), Some("530428003002"));
    assert_eq!(township("元江县", "甘庄社区"), None);
    assert_eq!(village("元江县", "甘庄街道"), None);
    assert_eq!(township("峨山县", "小街街道"), Some("530426002"));
    assert_eq!(township("易门县", "小街乡"), Some("530425204"));
    assert_eq!(village("红塔区", "大营社区"), Some("530402004002"));
    assert_eq!(village("红塔区", "大营街社区"), Some("530402007001"));
}

#[test]
fn a_county_by_name_short_name_former_name_or_code() {
    for county in
        ["峨山彝族自治县", "峨山县", "峨山", "530426", "530426000000", "５３０４２６", "530426.0"]
    {
        assert_eq!(village(county, "文明社区"), Some("530426002005"), "{county}");
    }
    for name in ["澄江市", "澄江县", "澄江"] {
        assert_eq!(place(&[("kind", "county"), ("name", name)]), Some("530481"), "{name}");
        assert_eq!(good(&[("kind", "村"), ("county", name)]).county.as_deref(), Some("澄江市"));
    }
    let by_number = Record {
        cells: vec![
            (Column::Kind, Cell::Text("村".into())),
            (Column::County, Cell::number(530_426.0)),
        ],
    };
    let found = yuxi().outcome(&by_number).result.unwrap();
    assert_eq!(found.county.as_deref(), Some("峨山彝族自治县"));
}

#[test]
fn a_county_or_township_may_stand_in_its_own_column() {
    assert_eq!(place(&[("kind", "county"), ("county", "江川")]), Some("530403"));
    let township = [("kind", "township"), ("county", "江川"), ("township", "九溪镇")];
    assert_eq!(place(&township), Some("530403103"));
}

#[test]
fn a_township_or_a_code_settles_a_name_of_two_places() {
    let of = |township| {
        place(&[("kind", "村"), ("county", "江川区"), ("township", township), ("name", "大营社区")])
    };
    assert_eq!(of("九溪镇"), Some("530403103001"));
    assert_eq!(of("宁海街道"), Some("530403002013"));
    assert_eq!(of("530403002"), Some("530403002013"));
    assert_eq!(of("530403002000"), Some("530403002013"));
    let coded = [("code", "530403103001"), ("county", "江川区"), ("name", "大营社区")];
    assert_eq!(place(&coded), Some("530403103001"));
    let in_township = [("kind", "村"), ("township", "九溪镇"), ("name", "大营社区")];
    assert_eq!(place(&in_township), Some("530403103001"), "a township says its county");
}

#[test]
fn without_a_county_a_name_resolves_where_it_is_the_only_one() {
    assert_eq!(place(&[("kind", "村"), ("name", "金州社区")]), Some("530402006001"));
    assert_eq!(place(&[("kind", "镇"), ("name", "纳古镇")]), Some("530423104"));
    assert_eq!(faults(&[("kind", "村"), ("name", "大营社区")]), ["name:ambiguous_name"]);
    assert_eq!(faults(&[("kind", "村"), ("name", "无此社区")]), ["name:unknown_place"]);
}

#[test]
fn a_township_says_the_county_of_a_name_that_is_found_nowhere() {
    let found = good(&[("kind", "村"), ("township", "九溪镇"), ("name", "无此社区")]);
    assert_eq!(found.county.as_deref(), Some("江川区"));
    assert_eq!(found.warnings, [Warning::NameNotFound]);
}

#[test]
fn a_code_settles_name_county_and_kind() {
    let found = good(&[("code", "530402006001.0")]);
    assert_eq!(found.code.as_deref(), Some("530402006001"));
    assert_eq!(found.name.as_deref(), Some("金州社区居民委员会"));
    assert_eq!(found.county.as_deref(), Some("红塔区"));
    let wide = good(&[("code", "５３０４０２００００００ "), ("kind", "区")]);
    assert_eq!(wide.code.as_deref(), Some("530402"));
    assert_eq!(wide.subject.county, wide.subject.place);
    let all = [
        ("code", "530402006001"),
        ("name", "金州社区居委会"),
        ("county", "红塔"),
        ("township", "李棋街道"),
        ("kind", "社区"),
    ];
    assert_eq!(good(&all).warnings, []);
    assert_eq!(good(&[("code", "530402006"), ("township", "李棋街道")]).warnings, []);
}

#[test]
fn a_code_that_the_gazetteer_lacks() {
    let by_name = good(&[("code", "530402006999"), ("name", "金州社区")]);
    assert_eq!(by_name.code.as_deref(), Some("530402006001"), "the place is found by its name");
    assert_eq!(by_name.warnings, [Warning::CodeNotFound]);
    let tells_apart = good(&[("code", "530403103999"), ("name", "大营社区")]);
    assert_eq!(tells_apart.code.as_deref(), Some("530403103001"));
    let alone = good(&[("code", "530402006999")]);
    assert_eq!(alone.code.as_deref(), Some("530402006999"));
    assert_eq!((alone.name, alone.county.as_deref()), (None, Some("红塔区")));
    assert_eq!(alone.warnings, [Warning::CodeNotFound]);
    let neither = good(&[("code", "530402006999"), ("name", "无此社区")]);
    assert_eq!(neither.warnings, [Warning::NameNotFound, Warning::CodeNotFound]);
    assert_eq!(neither.name.as_deref(), Some("无此社区"));
    let ambiguous = [("code", "530403001999"), ("name", "大营社区")];
    assert_eq!(faults(&ambiguous), ["name:ambiguous_name"]);
}

#[test]
fn a_former_code_of_a_county() {
    let by_name = good(&[("code", "530422"), ("name", "澄江县")]);
    assert_eq!(by_name.code.as_deref(), Some("530481"));
    assert_eq!(by_name.warnings, [Warning::CodeNotFound]);
    let village = good(&[("code", "530422101201"), ("county", "澄江县"), ("name", "无此村")]);
    assert_eq!(village.county.as_deref(), Some("澄江市"));
    assert_eq!(faults(&[("code", "530499001001")]), ["code:outside_area"]);
    assert_eq!(faults(&[("code", "530400"), ("name", "玉溪市")]), ["code:outside_area"]);
}

#[test]
fn a_unit_needs_no_county_and_has_no_place() {
    let alone = good(&[("kind", "企业"), ("name", " 金州社区　")]);
    assert_eq!(alone.subject.place, None);
    assert_eq!((alone.name.as_deref(), alone.county), (Some("金州社区"), None));
    assert_eq!(alone.warnings, []);
    let there = good(&[("kind", "企业"), ("name", "甲"), ("county", "元江")]);
    assert_eq!(there.county.as_deref(), Some("元江哈尼族彝族傣族自治县"));
    let by_township = good(&[("kind", "企业"), ("name", "甲"), ("township", "九溪镇")]);
    assert_eq!(by_township.county.as_deref(), Some("江川区"));
}

#[test]
fn a_township_that_the_village_is_not_in() {
    let elsewhere =
        [("kind", "村"), ("county", "红塔区"), ("township", "大营街街道"), ("name", "大营社区")];
    let problems = bad(&elsewhere);
    assert_eq!(faults(&elsewhere), ["name:ambiguous_name"]);
    assert!(problems[0].detail.contains("530402004002"), "{problems:?}");
    assert!(problems[0].detail.contains("530402007001"), "{problems:?}");
    let other_county =
        [("kind", "村"), ("county", "红塔区"), ("township", "宁海街道"), ("name", "大营社区")];
    assert_eq!(faults(&other_county), ["name:ambiguous_name"]);
    let no_county = [("kind", "村"), ("township", "北城街道"), ("name", "金州社区")];
    assert_eq!(faults(&no_county), ["name:ambiguous_name"]);
    let elsewhere_alone =
        [("kind", "镇"), ("county", "红塔区"), ("township", "北城街道"), ("name", "春和街道")];
    assert_eq!(faults(&elsewhere_alone), ["name:ambiguous_name"]);
    let unlisted =
        [("kind", "村"), ("county", "红塔区"), ("township", "无此镇"), ("name", "金州社区")];
    assert_eq!(place(&unlisted), Some("530402006001"), "it tells nothing apart");
}

#[test]
fn the_place_is_known_of_rejected_records_too() {
    let place = |outcome: Outcome| {
        outcome.result.unwrap_err();
        outcome.place.map(|place| yuxi().code_of(place))
    };
    let named = [("kind", "村"), ("county", "红塔区"), ("name", "金州社区"), ("overseas", "无")];
    assert_eq!(place(outcome(&named)), Some("530402006001"));
    let contradicted = [("code", "530402006001"), ("county", "江川区")];
    assert_eq!(place(outcome(&contradicted)), Some("530402006001"));
    let broken = [("code", "53040"), ("kind", "村"), ("county", "红塔区"), ("name", "金州社区")];
    assert_eq!(place(outcome(&broken)), Some("530402006001"));
}

#[test]
fn near_names_are_few_and_the_listed_one_comes_first() {
    let yuxi = yuxi();
    let of = |county: &str, name: &str| {
        let found = good(&[("kind", "村"), ("county", county)]).subject.county;
        let near = yuxi.resolver.near_names(&yuxi.policy, found, name);
        near.into_iter().map(|place| yuxi.code_of(place)).collect::<Vec<_>>()
    };
    assert_eq!(of("红塔区", "大营街社区")[0], "530402004002");
    assert_eq!(of("通海县", "河西社区")[0], "530423102");
    assert_eq!(of("通海县", "大回社区")[0], "530423102209");
    assert_eq!(of("红塔区", "金洲社区")[0], "530402006001");
    assert!(of("红塔区", "大营社区").len() <= 5);
    assert_eq!(of("红塔区", "Zzzzz"), Vec::<&str>::new());
    let everywhere = yuxi.resolver.near_names(&yuxi.policy, None, "纳古社区");
    assert_eq!(yuxi.code_of(everywhere[0]), "530423104");
}

#[test]
fn readings_say_which_areas_are_listed() {
    let yuxi = yuxi();
    let other = yuxi.policy.with_readings([("daying", "530402007001")]).unwrap();
    let warned = |code| {
        let record = record(&[("code", code)]);
        let outcome = yuxi.resolver.resolve(&other, &record, &Options::default());
        outcome.result.unwrap().warnings == [Warning::NearName]
    };
    assert!(warned("530402007"));
    assert!(warned("530402004002"));
    assert!(!warned("530402007001"));
}
