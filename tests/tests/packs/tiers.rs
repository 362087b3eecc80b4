//! Mistakes in `tiers.toml`: names that lead nowhere, and rows that are not complete or not in order.

use crate::broken::{Expected, edited, made_up, mistakes, shown, shows_only, shows_only_in};

const FILE: &str = "tiers.toml";

#[test]
fn a_form_that_the_pack_lacks() {
    shows_only(
        (FILE, r#"forms = ["hall", "boat_crew"]"#, r#"forms = ["hall", "boat_screw"]"#),
        &Expected {
            at: r#""boat_screw""#,
            found: "`boat_screw`",
            expected: "a form: one of `hall`, `joint_hall`, `pavilion`, `boat_crew`, `tea_table`, `bare_bank`",
            help: "write one of these, or add it where they stand",
        },
    )
    .unwrap();
}

#[test]
fn an_area_that_the_pack_lacks() {
    shows_only(
        (FILE, r#"area = "flood_banks""#, r#"area = "mud_banks""#),
        &Expected {
            at: r#""mud_banks""#,
            found: "`mud_banks`",
            expected: "an area: one of `lantern_quays`, `flood_banks`",
            help: "write one of these, or add it where they stand",
        },
    )
    .unwrap();
}

#[test]
fn a_clause_that_the_document_lacks() {
    for missing in [r#""E#9""#, r#""E#0""#, r#""E""#, r#""X#1""#] {
        shows_only(
            (FILE, r#"clauses = ["E#6", "G#1"]"#, &format!(r#"clauses = [{missing}, "G#1"]"#)),
            &Expected {
                at: missing,
                found: &missing.replace('"', "`"),
                expected: "a clause of provisions.toml, written `provision#number` as in `2.2#5`",
                help: "look the clause up there",
            },
        )
        .unwrap();
    }
}

#[test]
fn a_tier_that_rests_on_no_clause() {
    shows_only(
        (FILE, r#"clauses = ["E#6", "G#1"]"#, "clauses = [ ]"),
        &Expected {
            at: "[ ]",
            found: "no clause",
            expected: "at least one clause such as `2.2#1`",
            help: "say where the document sets this",
        },
    )
    .unwrap();
}

#[test]
fn a_misspelt_key() {
    shows_only(
        (FILE, "[row.tier.unless_conditions_met]", "[row.tier.unless_conditons_met]"),
        &Expected {
            at: "unless_conditons_met",
            found: "the key `unless_conditons_met`",
            expected: "a key that belongs here",
            help: "mend its name, or take it out: `row[6].tier[2].unless_conditons_met`",
        },
    )
    .unwrap();
}

#[test]
fn a_number_that_is_a_text() {
    shows_only(
        (FILE, "from = 120", r#"from = "120""#),
        &Expected {
            at: r#""120""#,
            found: r#"`"120"`"#,
            expected: "a whole number without quotes",
            help: "mend `row[4].tier[4].from`",
        },
    )
    .unwrap();
}

#[test]
fn fewer_people_than_none() {
    shows_only(
        (FILE, "from = 120", "from = -1"),
        &Expected {
            at: "-1",
            found: "`-1`",
            expected: "a whole number from 0 to 4294967295",
            help: "mend `row[4].tier[4].from`",
        },
    )
    .unwrap();
}

#[test]
fn tiers_out_of_order() {
    shows_only(
        (FILE, "from = 40\n", "from = 4\n"),
        &Expected {
            at: "4\nlimit",
            found: "a tier from 4 after one from 8",
            expected: "tiers in ascending order",
            help: "put the tiers in order",
        },
    )
    .unwrap();
}

#[test]
fn a_row_that_does_not_start_at_nobody() {
    shows_only(
        (FILE, "code = \"dry\"\nfrom = 0", "code = \"dry\"\nfrom = 3"),
        &Expected {
            at: "3\nduty",
            found: "a first tier from 3",
            expected: "one from 0",
            help: "nobody decides fewer people: add a tier from 0, with duty `none` where nothing is asked",
        },
    )
    .unwrap();
}

#[test]
fn two_tiers_at_one_number() {
    shows_only(
        (FILE, "from = 60\n", "from = 1 # sixty\n"),
        &Expected {
            at: "1 # sixty",
            found: "a second tier from 1",
            expected: "each number of people in one tier",
            help: "`small` and `large` both claim it: change one start",
        },
    )
    .unwrap();
}

#[test]
fn two_upper_tiers_in_a_row() {
    shows_only(
        (FILE, "from = 120\n", "from = 120\nupper = true\n"),
        &Expected {
            at: r#""crowd""#,
            found: "a second upper tier",
            expected: "at most one a row",
            help: "its start is the threshold: mark one",
        },
    )
    .unwrap();
}

#[test]
fn a_row_without_tiers() {
    let guild = "[[row]]\ncode = \"guild\"";
    let bare = "[[row]]\ncode = \"bare\"\nkinds = [\"guild\"]\narea = \"flood_banks\"\ntier = []\n";
    shows_only(
        (FILE, guild, &format!("{bare}\n{guild}")),
        &Expected {
            at: r#""bare""#,
            found: "no tier in row `bare`",
            expected: "at least one",
            help: "add `[[row.tier]]`",
        },
    )
    .unwrap();
}

#[test]
fn a_duty_without_a_form_and_a_form_without_a_duty() {
    shows_only(
        (FILE, r#"duty = "in_principle_must""#, r#"duty = "none""#),
        &Expected {
            at: "\"none\"\nforms",
            found: "forms under duty `none`",
            expected: "no form where nothing is asked",
            help: "mend `duty` or `forms`",
        },
    )
    .unwrap();
    shows_only(
        (FILE, "duty = \"may\"\nforms = [\"tea_table\"]", "duty = \"may\" # tea\nforms = []"),
        &Expected {
            at: "\"may\" # tea",
            found: "no form",
            expected: "at least one form under a duty",
            help: "mend `duty` or `forms`",
        },
    )
    .unwrap();
}

#[test]
fn a_tier_that_asks_for_no_organisation_by_name() {
    shows_only(
        (FILE, r#"forms = ["hall", "boat_crew"]"#, r#"forms = ["hall", "bare_bank"]"#),
        &Expected {
            at: r#""bare_bank""#,
            found: "`bare_bank`",
            expected: "a form of organisation",
            help: "it stands for no organisation: take it out",
        },
    )
    .unwrap();
}

#[test]
fn a_kind_without_a_row() {
    let file = crate::broken::made_up().unwrap().text(FILE).to_owned();
    let (_, rest) = file.split_once("[[row]]\ncode = \"guild\"").unwrap();
    let (guild, _) = rest.split_once("[[row]]").unwrap();
    let row = format!("[[row]]\ncode = \"guild\"{guild}");
    shows_only_in(
        "subjects.toml",
        (FILE, &row, ""),
        &Expected {
            at: "\"guild\"\nlabel",
            found: "the kind `guild` without a row",
            expected: "a row of tiers.toml that is for it outside all areas",
            help: "add the kind to a row, or take it out",
        },
    )
    .unwrap();
}

#[test]
fn a_row_behind_one_that_takes_all_its_subjects() {
    let last = "forms = [\"tea_table\"]\nclauses = [\"F#5\"]\n";
    let row = "\n[[row]]\ncode = \"late\"\nkinds = [\"guild\"]\n\n[[row.tier]]\ncode = \"any\"\nfrom = 0\nduty = \"none\"\nclauses = [\"A#3\"]\n";
    shows_only(
        (FILE, last, &format!("{last}{row}")),
        &Expected {
            at: r#""late""#,
            found: "the row `late`",
            expected: "a row that `guild` leaves something",
            help: "the first row that fits holds: put the narrower one first",
        },
    )
    .unwrap();
}

#[test]
fn a_date_where_nothing_is_asked() {
    let (from, to) = (
        "duty = \"none\"\nclauses = [\"A#3\"]\n\n[[row.tier]]\ncode = \"few\"",
        "duty = \"none\"\ndue = \"ice_out\"\nclauses = [\"A#3\"]\n\n[[row.tier]]\ncode = \"few\"",
    );
    let faults = mistakes(&edited(made_up().unwrap(), (FILE, from, to)));
    let [fault] = &faults[..] else { panic!("{:#?}", shown(&faults)) };
    assert_eq!(fault.found, "the date `ice_out` under duty `none`");
    assert_eq!(fault.expected, "no date where nothing is asked");
    assert_eq!(fault.help, "take `due` out, or mend `duty`");
}

#[test]
fn a_limit_that_no_tier_has() {
    let limit = "[[limit]]\ncode = \"nearly\"\ninclusive = true\nclauses = [\"A#4\"]\n\n";
    let from = "# 超过: from the next number on";
    shows_only(
        (FILE, from, &format!("{limit}{from}")),
        &Expected {
            at: "\"nearly\"",
            found: "the limit `nearly`, which nothing has",
            expected: "a limit that some tier has",
            help: "give it to a tier, or take it out",
        },
    )
    .unwrap();
}

#[test]
fn a_date_by_which_nothing_is_due() {
    let dates = made_up().unwrap();
    let text = dates.text("dates.toml");
    let first = text.find("[[date]]").unwrap();
    let from = text.get(first..first + "[[date]]\ncode = \"".len() + 8).unwrap();
    let date = "[[date]]\ncode = \"never\"\nday = 2031-01-01\nclauses = [\"G#1\"]\n\n";
    shows_only(
        ("dates.toml", from, &format!("{date}{from}")),
        &Expected {
            at: "\"never\"",
            found: "the date `never`, by which nothing is due",
            expected: "a date by which something is due",
            help: "give it to a tier or a report, or take it out",
        },
    )
    .unwrap();
}
