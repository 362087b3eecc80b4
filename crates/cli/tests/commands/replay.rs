//! An assessment again, by its receipt: whether it gives the same, and if not, what differs.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

use crate::run::{Result, command, registers};

/// An assessment that was kept: its receipt, its answers, and its register.
struct Kept(TempDir);

impl Kept {
    /// Of the small register, with more arguments.
    fn of(arguments: &str) -> Result<Self> {
        let kept = Self(tempfile::tempdir()?);
        fs::copy(registers().join("small.csv"), kept.at("register.csv"))?;
        kept.assess(&format!(
            "{arguments} --format jsonl --output answers.jsonl --receipt receipt.json"
        ));
        Ok(kept)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn assess(&self, arguments: &str) {
        let assess = format!("assess register.csv --as-of 2023-11-15 {arguments}");
        let ran = command(&assess).map(|mut assess| assess.current_dir(self.0.path()).output());
        assert!(matches!(ran, Ok(Ok(ran)) if ran.status.success()), "{arguments}");
    }

    /// Writes one of the files anew.
    fn edit(&self, name: &str, from: &str, to: &str) -> Result<()> {
        let text = fs::read_to_string(self.at(name))?;
        assert_eq!(text.matches(from).count(), 1, "{from} in {text}");
        Ok(fs::write(self.at(name), text.replace(from, to))?)
    }

    /// Exit status, what went out, and what was told beside it.
    fn replay(&self, arguments: &str) -> Result<(Option<i32>, String, String)> {
        let ran = command(&format!("replay {arguments}"))?.current_dir(self.0.path()).output()?;
        Ok((ran.status.code(), String::from_utf8(ran.stdout)?, String::from_utf8(ran.stderr)?))
    }
}

const AGAINST: &str = "receipt.json register.csv --against answers.jsonl --lang en";

#[test]
fn the_same_register_under_the_same_receipt_gives_the_same() {
    let kept = Kept::of("").unwrap();
    let (exit, out, told) = kept.replay(AGAINST).unwrap();
    assert_eq!((exit, told.as_str()), (Some(0), ""));
    assert_eq!(out.lines().count(), 1, "{out}");
    assert!(out.contains("22"), "{out}");
    let (exit, out, _) = kept.replay("receipt.json register.csv").unwrap();
    assert_eq!(exit, Some(0), "by its digests alone: {out}");
}

/// A receipt doesn't say in which language people were told, and it decides nothing.
#[test]
fn the_language_of_either_run_makes_no_difference() {
    for before in ["zh", "en"] {
        let kept = Kept::of(&format!("--lang {before}")).unwrap();
        for now in ["zh", "en"] {
            let (exit, out, _) = kept
                .replay(&format!("receipt.json register.csv --against answers.jsonl --lang {now}"))
                .unwrap();
            assert_eq!(exit, Some(0), "{before} {now}: {out}");
        }
    }
}

#[test]
fn the_one_object_of_an_assessment_is_receipt_and_answers_at_once() {
    let kept = Kept::of("").unwrap();
    kept.assess("--format json --output answers.json");
    let (exit, out, _) = kept.replay("answers.json register.csv --lang en").unwrap();
    assert_eq!(exit, Some(0), "{out}");
    kept.edit("register.csv", "64,120,9", "64,120,10").unwrap();
    let (exit, out, _) = kept.replay("answers.json register.csv --lang en").unwrap();
    assert_eq!(exit, Some(1));
    assert!(out.contains("count"), "{out}");
}

#[test]
fn a_register_that_was_changed_is_told_by_row_and_field() {
    let kept = Kept::of("").unwrap();
    kept.edit("register.csv", "北城街道,village,21", "北城街道,village,22").unwrap();
    let (exit, out, _) = kept.replay(AGAINST).unwrap();
    assert_eq!(exit, Some(1), "{out}");
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].contains("sha256:"), "the register's digest, before and now: {out}");
    assert_eq!(lines[1], "the determination of row 5 differs: count");
    let (exit, out, _) = kept.replay("receipt.json register.csv --lang en").unwrap();
    assert_eq!(exit, Some(1), "its digest is enough to tell: {out}");
}

#[test]
fn a_row_that_is_gone_is_told() {
    let kept = Kept::of("").unwrap();
    let text = fs::read_to_string(kept.at("register.csv")).unwrap();
    let (rest, _) = text.trim_end().rsplit_once('\n').unwrap();
    fs::write(kept.at("register.csv"), rest).unwrap();
    let (exit, out, _) = kept.replay(AGAINST).unwrap();
    assert_eq!(exit, Some(1));
    assert!(out.contains("22") && out.contains("21"), "{out}");
}

#[test]
fn the_readings_day_and_margin_of_the_receipt_hold() {
    let kept = Kept::of("--set at_least=exclusive --set zero_count=may --due-soon 10").unwrap();
    let (exit, out, _) = kept.replay(AGAINST).unwrap();
    assert_eq!(exit, Some(0), "{out}");
}

/// A receipt that says another reading asks another question: what was answered to the first one
/// differs from it.
#[test]
fn a_receipt_with_another_reading_is_replayed_under_that_reading() {
    let kept = Kept::of("").unwrap();
    kept.edit("receipt.json", "\"zero_count\": \"none\"", "\"zero_count\": \"may\"").unwrap();
    let (exit, out, _) = kept.replay("receipt.json register.csv --lang en").unwrap();
    assert_eq!(exit, Some(0), "the receipt agrees with itself: {out}");
    let (exit, out, _) = kept.replay(AGAINST).unwrap();
    assert_eq!(exit, Some(1));
    assert!(out.contains("readings") && out.contains("duty"), "{out}");
    let other = Kept::of("--set zero_count=may").unwrap();
    fs::copy(other.at("answers.jsonl"), kept.at("answers.jsonl")).unwrap();
    assert_eq!(
        kept.replay(AGAINST).unwrap().0,
        Some(0),
        "the answers to that question are the same"
    );
}

#[test]
fn a_reading_or_policy_that_there_is_not_cannot_be_replayed() {
    for (from, to, code) in [
        ("\"zero_count\": \"none\"", "\"zero_count\": \"often\"", "unknown_choice"),
        ("\"policy\": \"yuxi-2020@", "\"policy\": \"nowhere@", "unknown_policy"),
    ] {
        let kept = Kept::of("").unwrap();
        kept.edit("receipt.json", from, to).unwrap();
        let (exit, out, told) = kept.replay(AGAINST).unwrap();
        assert_eq!((exit, out.as_str()), (Some(2), ""), "{told}");
        assert!(told.ends_with(&format!("[{code}]\n")), "{told}");
    }
}

#[test]
fn a_file_that_is_no_receipt_is_refused() {
    let kept = Kept::of("").unwrap();
    for receipt in ["register.csv", "answers.jsonl"] {
        let (exit, out, told) = kept.replay(&format!("{receipt} register.csv")).unwrap();
        assert_eq!((exit, out.as_str()), (Some(2), ""), "{receipt}");
        assert!(told.contains(receipt) && told.ends_with("[not_a_receipt]\n"), "{told}");
    }
    let (exit, _, told) = kept.replay("receipt.json register.csv --against register.csv").unwrap();
    assert_eq!(exit, Some(2));
    assert!(told.contains("register.csv") && told.ends_with("[not_a_receipt]\n"), "{told}");
    let (exit, _, told) = kept.replay("nowhere.json register.csv").unwrap();
    assert_eq!(exit, Some(2), "{told}");
}

/// Another version of the library or of the policy's files may well decide the same: the answers say.
#[test]
fn another_library_is_told_and_the_answers_decide() {
    let kept = Kept::of("").unwrap();
    let receipt: Value =
        serde_json::from_str(&fs::read_to_string(kept.at("receipt.json")).unwrap()).unwrap();
    kept.edit("receipt.json", receipt["library"].as_str().unwrap(), "qiaolian 0.0.1").unwrap();
    let (exit, out, _) = kept.replay(AGAINST).unwrap();
    assert_eq!(exit, Some(0), "{out}");
    assert!(out.contains("qiaolian 0.0.1"), "{out}");
    let (exit, out, _) = kept.replay("receipt.json register.csv --lang en").unwrap();
    assert_eq!(exit, Some(1), "without them nobody can tell: {out}");
}
