//! Every problem of the contract, and all of a record's at once.

use qiaolian_core::policy::Text;

use super::{bad, faults, good, record, yuxi};
use crate::{Problem, ProblemCode, Resolved, Seen, Warning, message};

#[test]
fn codes_that_are_none() {
    for code in ["53040", "5304020060011", "53O402", "abc", "530402-001", "5.30402E+11", "玉溪"] {
        assert_eq!(faults(&[("code", code)]), ["code:unreadable_code"], "{code}");
    }
    assert_eq!(bad(&[("code", "1")])[0].detail, "6/9/12");
    let unit = [("kind", "企业"), ("code", "91530400MA6K000000")];
    assert_eq!(faults(&unit), ["code:unreadable_code"]);
}

#[test]
fn what_mending_the_code_settles_is_not_reported_beside_it() {
    let cells = [("code", "abc"), ("kind", "村"), ("name", "大营社区")];
    assert_eq!(faults(&cells), ["code:unreadable_code"]);
}

#[test]
fn a_total_out_of_its_bounds() {
    let of = |counts: [&'static str; 4]| {
        let columns = ["returned_and_relatives", "overseas", "students", "total"];
        let mut cells = vec![("kind", "企业")];
        cells.extend(columns.into_iter().zip(counts));
        cells
    };
    for fits in [
        ["5", "", "", "5"],
        ["5", "", "", "4294967295"],
        ["5", "7", "3", "7"],
        ["5", "7", "3", "15"],
        ["4294967295", "4294967295", "0", "4294967295"],
        ["", "", "", "0"],
    ] {
        let counts = good(&of(fits)).subject.counts;
        assert_eq!(counts.total.map(|total| total.to_string()).as_deref(), Some(fits[3]));
    }
    for (too_much, bounds) in [
        (["5", "", "", "4"], "≥ 5"),
        (["5", "7", "3", "6"], "7–15"),
        (["5", "7", "3", "16"], "7–15"),
        (["0", "0", "0", "1"], "0"),
    ] {
        let problems = bad(&of(too_much));
        assert_eq!(faults(&of(too_much)), ["total:total_out_of_bounds"]);
        assert_eq!(problems[0].detail, bounds);
    }
    let unreadable_too = faults(&of(["5", "x", "3", "4"]));
    assert_eq!(unreadable_too, ["overseas:unreadable_number", "total:total_out_of_bounds"]);
}

#[test]
fn a_founding_day_without_an_organisation() {
    let cells =
        |form| [("kind", "企业"), ("existing_form", form), ("established_on", "2022-03-01")];
    assert_eq!(faults(&cells("无")), ["established_on:date_without_organisation"]);
    assert!(good(&cells("")).subject.established_on.is_some(), "kept, and decides nothing");
    assert!(good(&cells("分会")).subject.established_on.is_some());
}

#[test]
fn a_kind_that_nothing_settles() {
    let named = [("county", "红塔区"), ("name", "金州社区居民委员会")];
    assert_eq!(faults(&named), ["kind:kind_not_settled"], "a name doesn't");
    assert_eq!(faults(&[]), ["kind:kind_not_settled"]);
}

#[test]
fn what_contradicts_the_code() {
    let of = |column, text| faults(&[("code", "530402006001"), (column, text)]);
    assert_eq!(of("kind", "街道"), ["kind:contradicts_code"]);
    assert_eq!(of("kind", "企业"), ["kind:contradicts_code"]);
    assert_eq!(of("county", "江川区"), ["county:contradicts_code"]);
    assert_eq!(of("township", "北城街道"), ["township:contradicts_code"]);
    assert_eq!(of("township", "无此镇"), ["township:contradicts_code"]);
    assert_eq!(of("county", "官渡区"), ["county:outside_area"]);
    let detail = &bad(&[("code", "530402006001"), ("kind", "街道")])[0].detail;
    assert_eq!(detail, "红塔区李棋街道金州社区居民委员会（530402006001）");
}

#[test]
fn what_contradicts_a_code_that_the_gazetteer_lacks() {
    let of = |column, text| faults(&[("code", "530402006999"), (column, text)]);
    assert_eq!(of("kind", "街道"), ["kind:contradicts_code"]);
    assert_eq!(of("kind", "企业"), ["kind:contradicts_code"]);
    assert_eq!(of("county", "江川区"), ["county:contradicts_code"]);
    assert_eq!(of("township", "北城街道"), ["township:contradicts_code"]);
    let all = [("code", "530402999999"), ("kind", "县"), ("county", "江川区")];
    assert_eq!(faults(&all), ["county:contradicts_code", "kind:contradicts_code"]);
}

#[test]
fn a_name_of_two_places() {
    let cells = [("kind", "村"), ("county", "江川区"), ("name", "大营社区")];
    let problems = bad(&cells);
    assert_eq!(faults(&cells), ["name:ambiguous_name"]);
    assert_eq!(
        problems[0].detail,
        "江川区宁海街道大营社区居民委员会（530403002013）、江川区九溪镇大营社区居民委员会（530403103001）"
    );
    let counties = [("kind", "区"), ("county", "红塔区"), ("name", "江川区")];
    assert_eq!(faults(&counties), ["name:ambiguous_name"]);
}

#[test]
fn a_place_that_is_found_nowhere() {
    assert_eq!(faults(&[("kind", "村"), ("name", "无此村")]), ["name:unknown_place"]);
    assert_eq!(faults(&[("kind", "村")]), ["name:unknown_place"]);
    assert_eq!(faults(&[("kind", "县")]), ["name:unknown_place"]);
    let found = good(&[("kind", "村"), ("county", "红塔区"), ("name", "无此村")]);
    assert_eq!(found.warnings, [Warning::NameNotFound]);
}

#[test]
fn what_lies_outside() {
    assert_eq!(faults(&[("code", "530102")]), ["code:outside_area"]);
    assert_eq!(faults(&[("code", "530111001001"), ("county", "红塔区")]), ["code:outside_area"]);
    let village = [("kind", "村"), ("county", "官渡区"), ("name", "金州社区")];
    assert_eq!(faults(&village), ["county:outside_area"]);
    assert_eq!(faults(&[("kind", "企业"), ("county", "530111")]), ["county:outside_area"]);
    assert_eq!(faults(&[("kind", "县"), ("name", "官渡区")]), ["name:outside_area"]);
    let both = [("code", "530102"), ("county", "官渡区")];
    assert_eq!(faults(&both), ["code:outside_area", "county:outside_area"]);
    assert!(bad(&[("code", "530102")])[0].detail.contains("红塔区（530402）"));
}

#[test]
fn all_problems_of_a_record_at_once() {
    let cells = [
        ("exception_agreed", "也许"),
        ("conditions_met", "?"),
        ("established_on", "2022-02-30"),
        ("existing_form", "侨连"),
        ("key_area", "1"),
        ("total", "1.5"),
        ("students", "-3"),
        ("overseas", "无"),
        ("returned_and_relatives", "/"),
        ("kind", "村庄"),
        ("county", "官渡区"),
        ("code", "12"),
    ];
    let expected = [
        "code:unreadable_code",
        "county:outside_area",
        "kind:unreadable_kind",
        "returned_and_relatives:unreadable_number",
        "overseas:unreadable_number",
        "students:unreadable_number",
        "total:unreadable_number",
        "key_area:unreadable_boolean",
        "existing_form:unreadable_form",
        "established_on:unreadable_date",
        "conditions_met:unreadable_boolean",
        "exception_agreed:unreadable_boolean",
    ];
    assert_eq!(faults(&cells), expected);
    assert_eq!(bad(&cells)[1].value, "官渡区");
}

/// The result of each record of a register, after those before it.
fn register(rows: &[&[(&str, &str)]]) -> Vec<Result<Resolved, Vec<Problem>>> {
    let mut seen = Seen::default();
    rows.iter()
        .map(|cells| {
            let record = record(cells);
            seen.note(yuxi().outcome(&record), &record)
        })
        .collect()
}

#[test]
fn a_place_that_was_in_an_earlier_record() {
    let rows = register(&[
        &[("code", "530402006001"), ("overseas", "无")],
        &[("kind", "村"), ("county", "红塔"), ("name", "金州社区")],
        &[("code", "530402006001.0"), ("overseas", "/")],
        &[("code", "530402006002")],
        &[("kind", "企业"), ("name", "甲")],
        &[("kind", "企业"), ("name", "甲")],
        &[("kind", "村"), ("county", "红塔"), ("name", "无此村")],
        &[("kind", "村"), ("county", "红塔"), ("name", "无此村")],
        &[("code", "530402006999")],
        &[("code", "530402006999")],
        &[("kind", "县"), ("county", "江川县")],
        &[("kind", "县"), ("county", "江川")],
        &[("code", "未知"), ("kind", "村"), ("name", "金州社区居委会")],
    ]);
    let codes = |at: usize| {
        let problems = rows[at].as_ref().err().cloned().unwrap_or_default();
        problems.iter().map(|problem| problem.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(0), [ProblemCode::UnreadableNumber], "rejected, and seen all the same");
    let by_name = Problem {
        column: yuxi().column("name"),
        value: "金州社区".to_owned(),
        code: ProblemCode::DuplicateCode,
        detail: "530402006001".to_owned(),
    };
    assert_eq!(rows[1], Err(vec![by_name]));
    assert_eq!(codes(2), [ProblemCode::DuplicateCode, ProblemCode::UnreadableNumber]);
    for row in &rows[3..=10] {
        assert!(row.is_ok(), "{row:?}");
    }
    let problems = rows[11].as_ref().unwrap_err();
    assert_eq!((&*problems[0].value, &*problems[0].detail), ("江川", "江川县"));
    let problems = rows[12].as_ref().unwrap_err();
    assert_eq!(problems[0].column, yuxi().column("name"), "no code is written");
}

#[test]
fn every_problem_has_its_words() {
    let rulebook = yuxi().rulebook();
    let columns = ["code", "returned_and_relatives", "existing_form"];
    for code in ProblemCode::ALL {
        for column in columns {
            let problem = Problem {
                column: yuxi().column(column),
                value: "{detail}甲".to_owned(),
                code,
                detail: "乙".to_owned(),
            };
            let (what, help) = message(&rulebook.words, &problem, rulebook);
            for Text { zh, en } in [&what, &help] {
                for text in [zh, en] {
                    assert!(!text.contains(code.code()), "no text for {}", code.code());
                    assert!(!text.replace("{detail}甲", "").contains('{'), "{text}");
                }
                assert!(en.starts_with(|c: char| !c.is_uppercase()), "{en}");
            }
            let shows_value = code != ProblemCode::KindNotSettled;
            assert_eq!(what.en.contains("`{detail}甲`"), shows_value, "{}", what.en);
            assert_eq!(what.zh.contains("「{detail}甲」"), shows_value, "{}", what.zh);
        }
    }
}

#[test]
fn a_message_names_the_column_and_says_what_to_do() {
    let rulebook = yuxi().rulebook();
    let problem = &bad(&[("kind", "企业"), ("overseas", "-3")])[0];
    let (what, help) = message(&rulebook.words, problem, rulebook);
    assert_eq!(what.en, "`-3` in `overseas` is not a whole number from 0 to 4,294,967,295");
    assert_eq!(what.zh, "「海外侨胞」一栏的「-3」不是人数：应为 0 至 4,294,967,295 的整数");
    assert!(help.zh.contains("没有人就填 0"), "{}", help.zh);
}
