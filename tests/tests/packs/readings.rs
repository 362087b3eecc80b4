//! Mistakes in `readings.toml`.

use crate::broken::{Expected, made_up, shows_only};

const FILE: &str = "readings.toml";
const LEDGER: &str = r#"change = [{ do = "set-date", date = "ledger_day", day = 2030-05-02 }]"#;

#[test]
fn a_reading_with_one_choice() {
    let file = made_up().unwrap().text(FILE).to_owned();
    let (_, last) = file.rsplit_once("[[reading.choice]]").unwrap();
    shows_only(
        (FILE, &format!("[[reading.choice]]{last}"), ""),
        &Expected {
            at: "\"ledger_day\"\nphrase",
            found: "1 choice of `ledger_day`",
            expected: "two or more",
            help: "a reading that can't be chosen is a constant: add a choice, or take it out",
        },
    )
    .unwrap();
}

#[test]
fn a_default_with_changes() {
    let reason = r#"reason = { zh = "惯例", en = "custom" }"#;
    let change = r#"change = [{ do = "set-date", date = "ledger_day", day = 2030-05-01 }]"#;
    shows_only(
        (FILE, reason, &format!("{reason}\n{change}")),
        &Expected {
            at: "\"day_itself\"\nlabel",
            found: "changes under the default choice, `day_itself`",
            expected: "none: the pack's data is what holds by default",
            help: "mend `change`, or `default`",
        },
    )
    .unwrap();
}

#[test]
fn a_choice_without_changes() {
    shows_only(
        (FILE, LEDGER, "change = []"),
        &Expected {
            at: r#""day_before""#,
            found: "no change, `day_before`",
            expected: "at least one change, which makes this choice another than the default",
            help: "mend `change`, or `default`",
        },
    )
    .unwrap();
}

#[test]
fn a_choice_that_changes_nothing() {
    let changes_nothing = |at, found| Expected {
        at,
        found,
        expected: "a choice that changes an answer or a date",
        help: "it changes nothing: mend its changes, or take it out",
    };
    // The day that holds anyway.
    shows_only(
        (FILE, "day = 2030-05-02", "day = 2030-05-03"),
        &changes_nothing(r#""day_before""#, "the choice `day_before`"),
    )
    .unwrap();
    // A form that is named anyway.
    shows_only(
        (
            FILE,
            r#"tiers = ["jetty.many", "jetty.crowd"], forms = ["joint_hall"]"#,
            r#"tiers = ["jetty.many", "jetty.crowd"], forms = ["hall"]"#,
        ),
        &changes_nothing(r#""everywhere""#, "the choice `everywhere`"),
    )
    .unwrap();
}

#[test]
fn a_default_that_is_no_choice() {
    shows_only(
        (FILE, r#"default = "day_itself""#, r#"default = "day_after""#),
        &Expected {
            at: r#""day_after""#,
            found: "`day_after`",
            expected: "a choice of this reading: one of `day_itself`, `day_before`",
            help: "write one of these, or add it where they stand",
        },
    )
    .unwrap();
}

#[test]
fn a_tier_that_no_row_has() {
    shows_only(
        (FILE, r#"tiers = ["flood_bank.wet"]"#, r#"tiers = ["flood_bank.damp"]"#),
        &Expected {
            at: r#""flood_bank.damp""#,
            found: "`flood_bank.damp`",
            expected: "a tier, written `row.tier`: one of `lantern_quay.always`, \
                       `flood_bank.dry`, `flood_bank.wet`, `harbour.any`, `harbour.great`, \
                       `ferry_town.nobody`, `ferry_town.small`, `ferry_town.large`, \
                       `jetty.nobody`, `jetty.few`, `jetty.some`, `jetty.many`, `jetty.crowd`, \
                       `guild.nobody`, `guild.anybody`, `shipyard.nobody`, `shipyard.small`, \
                       `shipyard.large`, `teahouse.quiet`, `teahouse.busy`",
            help: "write one of these",
        },
    )
    .unwrap();
}

#[test]
fn a_rule_for_rest_days_that_there_is_not() {
    shows_only(
        (FILE, r#"rule = "literal""#, r#"rule = "to_the_letter""#),
        &Expected {
            at: r#""to_the_letter""#,
            found: "`to_the_letter`",
            expected: "a rule for rest days: one of `literal`, `next_working_day`",
            help: "write one of these",
        },
    )
    .unwrap();
}

#[test]
fn a_change_that_there_is_not() {
    let change = r#"{ do = "as", tier = "jetty.nobody", like = "jetty.few" }"#;
    shows_only(
        (FILE, r#"{ do = "like", tier = "jetty.nobody", like = "jetty.few" }"#, change),
        &Expected {
            at: change,
            found: &format!("`{change}`"),
            expected: "`do` as one of `set-limit`, `set-start`, `set-duty`, `add-forms`, `remove-forms`, `like`, `set-counted`, `set-date`, `set-rest-rule`, `add-places`, `remove-places`, `drop-presumptions`",
            help: "write one of these",
        },
    )
    .unwrap();
}

#[test]
fn a_change_with_a_key_too_many() {
    shows_only(
        (FILE, r#"like = "jetty.few" }"#, r#"like = "jetty.few", from = 3 }"#),
        &Expected {
            at: "from = 3",
            found: "the key `from`",
            expected: "a key that belongs here",
            help: "mend its name, or take it out: `reading[6].choice[1].change[0].from`",
        },
    )
    .unwrap();
}

#[test]
fn a_day_that_no_calendar_has() {
    shows_only(
        (FILE, "day = 2030-05-02", "day = 2022-02-30"),
        &Expected {
            at: "2022-02-30",
            found: "`2022-02-30`",
            expected: "invalid datetime: day is out of range",
            help: "mend `reading[12].choice[1].change[0].day`",
        },
    )
    .unwrap();
}
