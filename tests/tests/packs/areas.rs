//! Mistakes in `areas.toml`: lists of places, and what is presumed of them.

use crate::broken::{Expected, shows_only};

const FILE: &str = "areas.toml";
const PLACE: &str = r#"{ code = "990102", name = "灯渡镇" }"#;

#[test]
fn a_name_that_is_not_the_code_s() {
    shows_only(
        (FILE, PLACE, r#"{ code = "990102", name = "灯度镇" }"#),
        &Expected {
            at: r#""灯度镇""#,
            found: "`灯度镇`",
            expected: "`灯渡镇`, the name of 990102 in places.csv",
            help: "mend the name or the code, whichever is wrong",
        },
    )
    .unwrap();
}

#[test]
fn a_code_that_the_gazetteer_lacks() {
    shows_only(
        (FILE, PLACE, r#"{ name = "灯渡镇", code = "990109" }"#),
        &Expected {
            at: r#""990109""#,
            found: "`990109`",
            expected: "the code of a place in places.csv",
            help: "look the place up there",
        },
    )
    .unwrap();
}

#[test]
fn a_place_of_another_kind_than_the_area_s() {
    shows_only(
        (FILE, PLACE, r#"{ code = "9902", name = "中汐港区" }"#),
        &Expected {
            at: r#""9902""#,
            found: "a harbour, `中汐港区`",
            expected: "a place of one of the area's kinds",
            help: "take it out, or add its kind",
        },
    )
    .unwrap();
}

#[test]
fn two_key_areas() {
    let label = r#"label = { zh = "泛滩", en = "flood banks" }"#;
    shows_only(
        (FILE, label, &format!("{label}\nis_key_area = true")),
        &Expected {
            at: r#""flood_banks""#,
            found: "a second key area, `flood_banks`",
            expected: "at most one area with `is_key_area`",
            help: "the fact `key_area` speaks of one list: take the mark off the others",
        },
    )
    .unwrap();
}

#[test]
fn a_presumption_of_an_unknown_form() {
    shows_only(
        (FILE, r#"form = "pavilion""#, r#"form = "pavillon""#),
        &Expected {
            at: r#""pavillon""#,
            found: "`pavillon`",
            expected: "a form: one of `hall`, `joint_hall`, `pavilion`, `boat_crew`, `tea_table`, `bare_bank`",
            help: "write one of these, or add it where they stand",
        },
    )
    .unwrap();
}

/// The column is counted in characters: Chinese ones stand before the mistake.
#[test]
fn a_label_that_is_a_number() {
    shows_only(
        (FILE, r#"zh = "灯港", en = "lantern quays""#, r#"zh = "灯港", en = 5"#),
        &Expected {
            at: "5 }",
            found: "`5`",
            expected: "a text in quotes",
            help: "mend `area[0].label.en`",
        },
    )
    .unwrap();
}

#[test]
fn a_label_without_english() {
    shows_only(
        (FILE, r#"label = { zh = "灯港", en = "lantern quays" }"#, r#"label = { zh = "灯港" }"#),
        &Expected {
            at: r#"{ zh = "灯港" }"#,
            found: "no key `en`",
            expected: "one",
            help: "add `area[0].label.en`",
        },
    )
    .unwrap();
}

#[test]
fn a_text_that_does_not_end() {
    shows_only(
        (FILE, r#"form = "pavilion""#, r#"form = "pavilion"#),
        &Expected {
            at: "\nclauses = [\"B#3\"]\nplaces = [{ code = \"990201\"",
            found: "the end of the line",
            expected: "the text's closing `\"`",
            help: "close the quotes",
        },
    )
    .unwrap();
}

#[test]
fn two_presumptions_of_one_place() {
    shows_only(
        (
            FILE,
            r#"{ code = "9903", name = "下汐港区" }"#,
            r#"{ name = "上汐港区", code = "9901" }"#,
        ),
        &Expected {
            at: r#""9901" }]"#,
            found: "`9901` a second time",
            expected: "one presumption a place",
            help: "take it out of one of them",
        },
    )
    .unwrap();
}
