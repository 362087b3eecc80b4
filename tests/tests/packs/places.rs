//! Mistakes in `places.csv`.

use crate::broken::{Expected, shows, shows_only};

const FILE: &str = "places.csv";
const TOWN: &str = "990101,雁渡镇,ferry_town,9901,,";

#[test]
fn another_header() {
    shows(
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
