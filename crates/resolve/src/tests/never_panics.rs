//! Whatever stands in a record, it is read or refused.

use std::borrow::Cow;

use proptest::prelude::*;

use super::yuxi;
use crate::{Cell, Column, Options, Record, Seen, message};

/// Texts of any sort, and such as nearly mean something.
fn text() -> impl Strategy<Value = String> {
    let nearly = prop::sample::select(vec![
        "530402006001",
        "530402",
        "530403103",
        "530422",
        "大营社区",
        "大营街道",
        "江川区",
        "红塔",
        "九溪镇",
        "村",
        "县",
        "企业",
        "无",
        "侨联",
        "是",
        "否",
        "12",
        "1,234",
        "-3",
        "2022-02-30",
        "2022年3月1日",
        "年月日",
        "..",
        "--",
        "社区",
        "村委会",
        "{value}",
        "　",
    ]);
    prop_oneof![
        any::<String>(),
        nearly.prop_map(str::to_owned),
        "[0-9０-９,，.年月日/-]{0,14}",
        "[大小营回街村社区镇乡江川红塔]{1,5}",
    ]
}

fn cell() -> impl Strategy<Value = Cell<'static>> {
    prop_oneof![
        8 => text().prop_map(|text| Cell::Text(Cow::Owned(text))),
        1 => any::<f64>().prop_map(Cell::number),
        1 => (0u64..999_999_999_999).prop_map(|code| Cell::number(code as f64)),
        1 => any::<bool>().prop_map(Cell::Truth),
    ]
}

fn record() -> impl Strategy<Value = Record<'static>> {
    let columns = Column::all(yuxi().rulebook());
    prop::collection::vec((prop::sample::select(columns), cell()), 0..16)
        .prop_map(|cells| Record { cells })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn any_record_is_read_or_refused(
        records in prop::collection::vec(record(), 1..3),
        unknown_as in prop::collection::vec(text(), 0..2),
    ) {
        let yuxi = yuxi();
        let rulebook = yuxi.rulebook();
        let options = Options { unknown_as };
        let mut seen = Seen::default();
        for record in &records {
            let outcome = yuxi.resolver.resolve(&yuxi.policy, record, &options);
            let place = outcome.place;
            match seen.note(outcome, record) {
                Ok(resolved) => {
                    prop_assert_eq!(resolved.subject.place, place);
                    prop_assert!(resolved.warnings.is_sorted());
                    let is_unit = rulebook.kinds.of(resolved.subject.kind).code_digits.is_none();
                    let has_county = resolved.subject.county.is_some();
                    prop_assert!(is_unit || has_county, "{:?}", resolved);
                }
                Err(problems) => {
                    prop_assert!(!problems.is_empty());
                    for problem in problems {
                        let _ = message(&rulebook.words, &problem, rulebook);
                    }
                }
            }
        }
    }

    #[test]
    fn any_name_has_few_near_names(name in text()) {
        let near = yuxi().resolver.near_names(&yuxi().policy, None, &name);
        prop_assert!(near.len() <= 5);
    }
}
