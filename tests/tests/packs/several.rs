//! Many mistakes at once, and packs that can't be read at all.

use std::fs;

use qiaolian::{Error, Policy};
use qiaolian_pack::{Files, LoadError, load, load_dir};
use qiaolian_tests::folder;

use crate::broken::{Expected, check, edited, made_up, mistakes, shown};

/// Eight mistakes in five files, each with what it is to look like, in the order of files and lines.
const EIGHT: [((&str, &str, &str), &str, Expected<'_>); 8] = [
    (
        ("provisions.toml", "number = 7\n", "number = 9\n"),
        "provisions.toml",
        Expected {
            at: "9\nkind",
            found: "clause number 9",
            expected: "7",
            help: "number the clauses of a provision from 1 on, without gaps",
        },
    ),
    (
        ("areas.toml", r#"code = "990102""#, r#"code = "990109""#),
        "areas.toml",
        Expected {
            at: r#""990109""#,
            found: "`990109`",
            expected: "the code of a place in places.csv",
            help: "look the place up there",
        },
    ),
    (
        ("areas.toml", r#"name = "苇渡镇""#, r#"name = "芦渡镇""#),
        "areas.toml",
        Expected {
            at: r#""芦渡镇""#,
            found: "`芦渡镇`",
            expected: "`苇渡镇`, the name of 990201 in places.csv",
            help: "mend the name or the code, whichever is wrong",
        },
    ),
    (
        ("tiers.toml", r#"forms = ["hall", "boat_crew"]"#, r#"forms = ["hall", "raft"]"#),
        "tiers.toml",
        Expected {
            at: r#""raft""#,
            found: "`raft`",
            expected: "a form: one of `hall`, `joint_hall`, `pavilion`, `boat_crew`, `tea_table`, `bare_bank`",
            help: "write one of these, or add it where they stand",
        },
    ),
    (
        ("tiers.toml", r#""E#6""#, r#""E#66""#),
        "tiers.toml",
        Expected {
            at: r#""E#66""#,
            found: "`E#66`",
            expected: "a clause of provisions.toml, written `provision#number` as in `2.2#5`",
            help: "look the clause up there",
        },
    ),
    (
        ("readings.toml", r#"limit = "more_than""#, r#"limit = "less_than""#),
        "readings.toml",
        Expected {
            at: r#""less_than""#,
            found: "`less_than`",
            expected: "a limit: one of `full`, `more_than`",
            help: "write one of these, or add it where they stand",
        },
    ),
    (
        ("readings.toml", r#"date = "ledger_day""#, r#"date = "ledger_night""#),
        "readings.toml",
        Expected {
            at: r#""ledger_night""#,
            found: "`ledger_night`",
            expected: "a date: one of `lantern_day`, `low_water`, `high_water`, `ice_out`, `last_ferry`, `ledger_day`",
            help: "write one of these, or add it where they stand",
        },
    ),
    (
        ("words.toml", "[duty]\n", "[weather]\nrain = { zh = \"雨\", en = \"rain\" }\n\n[duty]\n"),
        "words.toml",
        Expected {
            at: "{ zh = \"雨\"",
            found: "`weather.rain`",
            expected: "a word that something says",
            help: "nothing uses this text: take it out, or mend its name",
        },
    ),
];

#[test]
fn eight_mistakes_in_five_files_are_reported_at_once_in_the_order_of_files_and_lines() {
    // Broken from the last to the first: the order of the report is the pack's own.
    let files =
        EIGHT.iter().rev().fold(made_up().unwrap(), |files, (edit, ..)| edited(files, *edit));
    let faults = mistakes(&files);
    assert_eq!(faults.len(), EIGHT.len(), "{:#?}", shown(&faults));
    for (fault, (_, name, expected)) in faults.iter().zip(&EIGHT) {
        check(fault, &files, name, expected);
    }
}

#[test]
fn people_read_file_line_and_column_before_what_is_wrong() {
    let files =
        EIGHT.iter().take(3).fold(made_up().unwrap(), |files, (edit, ..)| edited(files, *edit));
    let text = load(&files).unwrap_err().to_string();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "the pack has 3 mistakes");
    assert_eq!(
        lines[2],
        "areas.toml:11:14: found `990109`, expected the code of a place in places.csv; look the \
         place up there"
    );
    assert_eq!(lines.len(), 4);
}

/// What only the whole shows is looked at once the files stand: a tier out of order isn't reported
/// beside a form that the pack lacks.
#[test]
fn order_and_completeness_come_after_names() {
    let order = ("tiers.toml", "from = 40\n", "from = 4\n");
    let (form, ..) = EIGHT[3];
    let both = edited(edited(made_up().unwrap(), order), form);
    let found = |files: &Files| -> Vec<String> {
        mistakes(files).into_iter().map(|fault| fault.found).collect()
    };
    assert_eq!(found(&both), ["`raft`"]);
    assert_eq!(found(&edited(made_up().unwrap(), order)), ["a tier from 4 after one from 8"]);
}

#[test]
fn a_folder_that_is_not_there() {
    let nowhere = folder().join("packs/nowhere");
    let error = load_dir(&nowhere).unwrap_err();
    let LoadError::Unreadable { path, why } = &error else { panic!("{error}") };
    assert_eq!(*path, nowhere.join("policy.toml"));
    assert!(!why.is_empty());
    assert!(error.to_string().starts_with(&format!("`{}` can't be read: ", path.display())));
    assert!(matches!(Policy::load(&nowhere), Err(Error::Pack(LoadError::Unreadable { .. }))));
}

#[test]
fn a_folder_that_lacks_a_file_or_has_one_in_another_encoding() {
    let copy = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(folder().join("packs/made-up")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    assert!(load_dir(copy.path()).is_ok());
    let words = copy.path().join("words.toml");
    let text = fs::read(&words).unwrap();
    for broken in [None, Some([b"# \xd3\xf1\xcf\xaa\n", &*text].concat())] {
        match broken {
            None => fs::remove_file(&words).unwrap(),
            Some(bytes) => fs::write(&words, bytes).unwrap(),
        }
        let error = load_dir(copy.path()).unwrap_err();
        let LoadError::Unreadable { path, .. } = &error else { panic!("{error}") };
        assert_eq!(*path, words);
    }
}
