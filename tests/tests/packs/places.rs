//! Mistakes in `places.csv`.

use crate::broken::{Expected, shows_only};

const FILE: &str = "places.csv";
const TOWN: &str = "990101,雁渡镇,ferry_town,9901,,";

#[test]
fn another_header() {
    shows_only(
        (FILE, "code,name,kind,county,township,aliases", "code,name,kind,county,town,aliases"),
        &Expected {
            at: "",
            found: "`code,name,kind,county,town,aliases`",
            expected: "the columns `code,name,kind,county,township,aliases`",
            help: "write this header line",
        },
    )
    .unwrap();
}

#[test]
fn a_code_a_second_time() {
    let again = "990101,又渡镇,ferry_town,9901,,";
    shows_only(
        (FILE, TOWN, &format!("{TOWN}\n{again}")),
        &Expected {
            at: again,
            found: "`990101` a second time",
            expected: "each code once",
            help: "take one of the lines out",
        },
    )
    .unwrap();
}

#[test]
fn a_county_that_no_earlier_line_has() {
    let broken = "990101,雁渡镇,ferry_town,9904,,";
    shows_only(
        (FILE, TOWN, broken),
        &Expected {
            at: broken,
            found: "`9904`",
            expected: "the code of a county in an earlier line",
            help: "write the county's code, and list counties first",
        },
    )
    .unwrap();
}

#[test]
fn a_code_of_other_digits_than_its_kind_s() {
    for code in ["99010", "9901010", "99O101", ""] {
        let broken = format!("{code},雁渡镇,ferry_town,9901,,");
        shows_only(
            (FILE, TOWN, &broken),
            &Expected {
                at: &broken,
                found: &format!("`{code}`"),
                expected: "a code of 6 digits for a ferry_town",
                help: "mend the code, or the kind's `code_digits`",
            },
        )
        .unwrap();
    }
}

#[test]
fn a_kind_that_the_pack_lacks() {
    let broken = "990101,雁渡镇,ferrytown,9901,,";
    shows_only(
        (FILE, TOWN, broken),
        &Expected {
            at: broken,
            found: "`ferrytown`",
            expected: "a kind of subjects.toml",
            help: "write the code of a kind",
        },
    )
    .unwrap();
}

const JETTY: &str = "99010101,芦花埠头理事会,jetty,9901,990101,";

#[test]
fn a_township_that_no_earlier_line_has_or_that_is_none() {
    // Nowhere, a county, another county's, a jetty itself.
    for township in ["990109", "9901", "990201", "99010101"] {
        let broken = format!("99010102,灯影埠头理事会,jetty,9901,{township},");
        shows_only(
            (FILE, "99010102,灯影埠头理事会,jetty,9901,990101,", &broken),
            &Expected {
                at: &broken,
                found: &format!("`{township}`"),
                expected: "the code of a township of that county in an earlier line",
                help: "write the township's code, and list townships before villages",
            },
        )
        .unwrap();
    }
}

#[test]
fn a_county_that_is_a_township() {
    let broken = "99010101,芦花埠头理事会,jetty,990101,990101,";
    shows_only(
        (FILE, JETTY, broken),
        &Expected {
            at: broken,
            found: "`990101`",
            expected: "the code of a county in an earlier line",
            help: "write the county's code, and list counties first",
        },
    )
    .unwrap();
}

#[test]
fn a_code_of_another_city() {
    let broken = "980101,雁渡镇,ferry_town,9901,,";
    shows_only(
        (FILE, TOWN, broken),
        &Expected {
            at: broken,
            found: "`980101`",
            expected: "a code that starts with 99",
            help: "mend the code, or `code_prefix` in policy.toml",
        },
    )
    .unwrap();
}

#[test]
fn a_cell_too_many_or_too_few() {
    for (broken, found) in [
        ("990101,雁渡镇,ferry_town,9901,,,", "7 cells"),
        ("990101,雁渡镇,ferry_town,9901", "4 cells"),
    ] {
        shows_only(
            (FILE, TOWN, broken),
            &Expected {
                at: broken,
                found,
                expected: "6 cells",
                help: "write each, blank ones too, and quote one with a comma in it",
            },
        )
        .unwrap();
    }
}

#[test]
fn a_place_without_a_name() {
    let broken = "990101,,ferry_town,9901,,";
    shows_only(
        (FILE, TOWN, broken),
        &Expected {
            at: broken,
            found: "a place without a name",
            expected: "its official name",
            help: "write the name",
        },
    )
    .unwrap();
}
