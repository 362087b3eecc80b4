//! Mistakes in what the document is: its provisions, subjects, dates, answers and rules.

use crate::broken::{Expected, check, edited, made_up, mistakes, shown, shows_only};

#[test]
fn a_digest_that_is_none() {
    shows_only(
        ("policy.toml", "sha256:e3b0c442", "sha256:e3b0"),
        &Expected {
            at: "\"sha256:",
            found: "`sha256:e3b098fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`",
            expected: "`sha256:` and 64 hexadecimal digits",
            help: "write the digest of the source text's bytes",
        },
    )
    .unwrap();
}

#[test]
fn guidance_that_does_not_say_why() {
    let last = "Each harbour sends in its lamp ledger by 3 May 2030.\"\n";
    let provision = r#"
[[provision]]
id = "H"
label = { zh = "辛", en = "Part H" }
title = { zh = "尾声", en = "Envoi" }

[[provision.clause]]
number = 1
kind = "principle"
modality = ""
nature = "guidance" # by whom?
zh = "江水长流。"
en = "The river flows on."
"#;
    shows_only(
        ("provisions.toml", last, &format!("{last}{provision}")),
        &Expected {
            at: "\"guidance\" # by whom?",
            found: "guidance without `why`",
            expected: "why no rule can carry it",
            help: "add `why = { zh = …, en = … }`",
        },
    )
    .unwrap();
}

#[test]
fn a_reason_for_guidance_on_what_can_be_computed() {
    shows_only(
        ("provisions.toml", "nature = \"guidance\"", "nature = \"computable\" # is it?"),
        &Expected {
            at: "\"computable\" # is it?",
            found: "`why` on a computable clause",
            expected: "`why` on guidance only",
            help: "take it out, or mark the clause as guidance",
        },
    )
    .unwrap();
}

#[test]
fn clause_numbers_with_a_gap() {
    shows_only(
        ("provisions.toml", "number = 7\n", "number = 8\n"),
        &Expected {
            at: "8\nkind = \"responsibility\"",
            found: "clause number 8",
            expected: "7",
            help: "number the clauses of a provision from 1 on, without gaps",
        },
    )
    .unwrap();
}

#[test]
fn a_kind_of_clause_that_there_is_not() {
    shows_only(
        ("provisions.toml", r#"kind = "reporting""#, r#"kind = "rumour""#),
        &Expected {
            at: r#""rumour""#,
            found: "`rumour`",
            expected: "what a clause is about: one of `eligibility`, `deadline`, \
                       `responsibility`, `procedure`, `leadership`, `registration`, `platform`, \
                       `safeguard`, `target`, `reporting`, `principle`",
            help: "write one of these",
        },
    )
    .unwrap();
}

#[test]
fn a_code_a_second_time() {
    let teahouse = "[[kind]]\ncode = \"teahouse\"";
    let again = "[[kind]]\ncode = \"guild\" # again\nlabel = { zh = \"行\", en = \"row\" }\n\n";
    shows_only(
        ("subjects.toml", teahouse, &format!("{again}{teahouse}")),
        &Expected {
            at: "\"guild\" # again",
            found: "`guild` a second time",
            expected: "a kind of another name",
            help: "rename one of them, or take it out",
        },
    )
    .unwrap();
}

#[test]
fn nobody_is_counted() {
    shows_only(
        ("subjects.toml", r#"groups = ["homecomers", "kin", "sojourners"]"#, "groups = []"),
        &Expected {
            at: r#"["A#2"]"#,
            found: "no counted group",
            expected: "at least one",
            help: "name the groups that are summed",
        },
    )
    .unwrap();
}

#[test]
fn a_group_that_the_pack_lacks() {
    shows_only(
        ("subjects.toml", r#""kin", "sojourners"]"#, r#""kin", "sojorners"]"#),
        &Expected {
            at: r#""sojorners""#,
            found: "`sojorners`",
            expected: "a group: one of `homecomers`, `kin`, `apprentices`, `sojourners`, `visitors`",
            help: "write one of these, or add it where they stand",
        },
    )
    .unwrap();
}

#[test]
fn a_date_that_no_calendar_has() {
    shows_only(
        ("dates.toml", "day = 2032-06-30", "day = 2022-02-30"),
        &Expected {
            at: "2022-02-30",
            found: "`2022-02-30`",
            expected: "invalid datetime: day is out of range",
            help: "mend `date[2].day`",
        },
    )
    .unwrap();
}

#[test]
fn a_date_in_quotes() {
    shows_only(
        ("dates.toml", "day = 2032-06-30", "day = \"2032-06-30\""),
        &Expected {
            at: "\"2032-06-30\"",
            found: "`\"2032-06-30\"`",
            expected: "a day such as 2022-12-31, without quotes",
            help: "mend `date[2].day`",
        },
    )
    .unwrap();
}

#[test]
fn a_heading_that_is_not_closed() {
    shows_only(
        ("dates.toml", "[rest]\n", "[rest\n"),
        &Expected {
            at: "\nrule = \"next_working_day\"",
            found: "the end of the line",
            expected: "a right bracket",
            help: "mend this line",
        },
    )
    .unwrap();
}

#[test]
fn a_weekday_that_there_is_not() {
    shows_only(
        ("dates.toml", r#"weekly = ["friday"]"#, r#"weekly = ["freitag"]"#),
        &Expected {
            at: r#""freitag""#,
            found: "`freitag`",
            expected: "a weekday: one of `monday`, `tuesday`, `wednesday`, `thursday`, `friday`, `saturday`, `sunday`",
            help: "write one of these",
        },
    )
    .unwrap();
}

#[test]
fn an_answer_for_a_provision_that_there_is_not() {
    shows_only(
        ("answers.toml", r#"provision = "F""#, r#"provision = "Z""#),
        &Expected {
            at: r#""Z""#,
            found: "`Z`",
            expected: "a provision of provisions.toml: one of `A`, `B`, `C`, `D`, `E`, `F`, `G`",
            help: "write one of these, or add it where they stand",
        },
    )
    .unwrap();
}

#[test]
fn a_missing_rule() {
    let file = made_up().unwrap().text("rules.toml").to_owned();
    let (_, last) = file.rsplit_once("[[rule]]").unwrap();
    shows_only(
        ("rules.toml", &format!("[[rule]]{last}"), ""),
        &Expected {
            at: "",
            found: "none",
            expected: "a `[[rule]]` for `report`",
            help: "add it with its label in zh and en",
        },
    )
    .unwrap();
}

#[test]
fn a_rule_that_no_code_carries_out() {
    shows_only(
        ("rules.toml", r#"id = "responsible""#, r#"id = "weather""#),
        &Expected {
            at: r#""weather""#,
            found: "`weather`",
            expected: "a rule: one of `kind`, `key_area`, `listed_place`, `count`, \
                       `conditions_met`, `existing_form`, `presumption`, `established_on`, \
                       `exception_agreed`, `due`, `responsible`, `coverage`, \
                       `report`",
            help: "write one of these",
        },
    )
    .unwrap();
}

#[test]
fn a_target_about_nobody() {
    let kinds = r#"kinds = ["ferry_town", "jetty"]"#;
    shows_only(
        ("dates.toml", kinds, "kinds = []"),
        &Expected {
            at: "[]",
            found: "no kind",
            expected: "at least one",
            help: "say which subjects the target is about",
        },
    )
    .unwrap();
}

#[test]
fn a_target_of_more_than_all() {
    shows_only(
        ("dates.toml", "percent = 50", "percent = 101"),
        &Expected {
            at: "101",
            found: "101 percent",
            expected: "from 0 to 100",
            help: "mend the number, or leave it out where the document has none",
        },
    )
    .unwrap();
}

#[test]
fn a_target_a_second_time() {
    shows_only(
        (
            "dates.toml",
            r#"code = "towns_and_jetties""#,
            r#"code = "lamps_along_the_river" # again"#,
        ),
        &Expected {
            at: "\"lamps_along_the_river\" # again",
            found: "`lamps_along_the_river` a second time",
            expected: "a target of another name",
            help: "rename one of them, or take it out",
        },
    )
    .unwrap();
}

/// Nothing of the document is forgotten: its clauses are rules, or guidance that says why.
#[test]
fn a_clause_that_no_rule_carries() {
    let kind = "number = 6\nkind = \"eligibility\"\nmodality = \"必须\"";
    let marked = "number = 6 # crowd\nkind = \"eligibility\"\nmodality = \"必须\"";
    let files = edited(made_up().unwrap(), ("provisions.toml", kind, marked));
    let files = edited(files, ("tiers.toml", "[\"E#6\", \"G#1\"]", "[\"G#1\"]"));
    let faults = mistakes(&files);
    let [fault] = &faults[..] else { panic!("{:#?}", shown(&faults)) };
    let expected = Expected {
        at: "6 # crowd",
        found: "the clause `E#6`, which no rule carries",
        expected: "a clause that is cited where its number, date, place or body stands",
        help: "cite it there or in rules.toml, or mark it as guidance and say why",
    };
    check(fault, &files, "provisions.toml", &expected);
}
