//! The difference of two policies, in words.

mod class;
mod constant;
mod folded;

use qiaolian_core::diff::Diff;
use qiaolian_core::policy::{Lang, Policy, Rulebook, Word};

use crate::tree::Branch;

/// The difference as a tree: the classes whose outcome differs, then the constants with their clauses.
#[must_use]
pub fn diff(before: &Policy, after: &Policy, diff: &Diff, lang: Lang) -> Branch {
    let page = Page { before, after, lang };
    let heading = page.heading();
    let mut below = Vec::new();
    if diff.is_empty() {
        below.push(Branch::leaf(page.get(Word::DiffSame)));
    } else {
        below.push(page.classes(diff));
        for (word, kinds, rulebook) in [
            (Word::DiffKindsBefore, &diff.kinds_before, before.rulebook()),
            (Word::DiffKindsAfter, &diff.kinds_after, after.rulebook()),
        ] {
            if !kinds.is_empty() {
                let name = |code: &String| crate::label::named(rulebook, code, lang);
                let list = page.list(&kinds.iter().map(name).collect::<Vec<_>>());
                below.push(Branch::leaf(page.say(word, &[("list", &list)])));
            }
        }
        for (word, counties) in [
            (Word::DiffCountiesBefore, &diff.counties_before),
            (Word::DiffCountiesAfter, &diff.counties_after),
        ] {
            if !counties.is_empty() {
                below.push(Branch::leaf(page.say(word, &[("list", &page.places(counties))])));
            }
        }
        let constants = folded::told(&diff.constants);
        if !constants.is_empty() {
            let count = constants.len().to_string();
            let lines = constants.into_iter().map(|constant| page.constant(constant));
            below.push(Branch::of(
                page.say(Word::DiffConstants, &[("count", &count)]),
                lines.map(Branch::leaf).collect(),
            ));
        }
    }
    if before.rulebook().digest != after.rulebook().digest {
        below.push(Branch::leaf(page.get(Word::DiffNotCompared)));
    }
    Branch::of(heading, below)
}

/// How much of a digest tells two packs apart: `sha256:` and twelve digits.
const SHORT_DIGEST: usize = 19;

struct Page<'p> {
    before: &'p Policy,
    after: &'p Policy,
    lang: Lang,
}

impl Page<'_> {
    /// What the page itself says, in the second policy's words. What a side says is in its own.
    fn get(&self, word: Word) -> &str {
        self.after.rulebook().words.get(word, self.lang)
    }

    fn say(&self, word: Word, slots: &[(&str, &str)]) -> String {
        self.after.rulebook().words.say(word, self.lang, slots)
    }

    /// From one to the other; what is the same on both sides is said once.
    fn change(&self, before: String, after: String) -> String {
        if before == after {
            return after;
        }
        self.say(Word::DiffChange, &[("before", &before), ("after", &after)])
    }

    fn list(&self, names: &[String]) -> String {
        crate::label::listed(self.after.rulebook(), names, self.lang)
    }

    /// Both policies. Two packs of one name are told apart by their digests.
    fn heading(&self) -> String {
        let (first, second) = (self.before.rulebook(), self.after.rulebook());
        let is_one_name = first.name() == second.name() && first.digest != second.digest;
        self.change(self.side(self.before, is_one_name), self.side(self.after, is_one_name))
    }

    /// A policy with the choices in force that aren't the default, and its digest where asked for.
    fn side(&self, policy: &Policy, with_digest: bool) -> String {
        let rulebook = policy.rulebook();
        let digest = with_digest.then(|| rulebook.digest.chars().take(SHORT_DIGEST).collect());
        let choices: Vec<String> = policy
            .other_choices()
            .map(|(reading, choice)| {
                let known = rulebook.readings.of(reading);
                [&*known.code, "=", &*known.choices.of(choice).code].concat()
            })
            .chain(digest)
            .collect();
        if choices.is_empty() {
            return rulebook.name();
        }
        let (name, readings) = (rulebook.name(), choices.join(", "));
        self.say(Word::DiffSide, &[("policy", &name), ("readings", &readings)])
    }

    /// The classes with what a number of people in them means.
    fn classes(&self, diff: &Diff) -> Branch {
        let count = diff.classes.len().to_string();
        if diff.classes.is_empty() {
            let is_same = diff.counts_alike;
            let none = if is_same { Word::DiffNoClasses } else { Word::DiffNoClassesAsCounted };
            return Branch::leaf(self.get(none));
        }
        let note = |word: Word| self.get(word).to_owned();
        let counted = (!diff.counts_alike).then(|| note(Word::DiffOtherCounted));
        let lines = diff.classes.iter().map(|class| self.class(class));
        let lines = counted.into_iter().chain(lines).chain([note(Word::DiffInterval)]);
        let heading = self.say(Word::DiffClasses, &[("count", &count)]);
        Branch::of(heading, lines.map(Branch::leaf).collect())
    }

    /// Kinds by their names; all that aren't places under one name, where there are several.
    fn kinds(&self, rulebook: &Rulebook, kinds: &[String]) -> String {
        let units = || rulebook.kinds.iter().filter(|(_, kind)| kind.code_digits.is_none());
        let are_all = units().count() > 1 && units().all(|(_, kind)| kinds.contains(&kind.code));
        let is_unit = |code: &String| units().any(|(_, kind)| kind.code == *code);
        let single = kinds.iter().filter(|code| !are_all || !is_unit(code));
        let mut names: Vec<String> =
            single.map(|code| crate::label::named(rulebook, code, self.lang)).collect();
        if are_all {
            names.push(self.get(Word::DiffAllUnits).to_owned());
        }
        self.list(&names)
    }
}
