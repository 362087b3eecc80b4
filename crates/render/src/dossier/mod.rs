//! One place or unit as a whole: its determination and what every check finds of it, as a tree to read
//! and as a page to print.

mod page;
mod rows;
mod tree;

use qiaolian_core::checks::{Check, CheckRule, Finding, Outcome, Summary};
use qiaolian_core::explain::Responsible;
use qiaolian_core::policy::{Lang, Rulebook, Word, Words};

use crate::case_fact::case_fact;
use crate::label;
use crate::view::View;

/// What a dossier is written from.
#[derive(Clone, Copy, Debug)]
pub struct Dossier<'v> {
    /// The determination.
    pub view: View<'v>,
    /// Who answers for it.
    pub responsible: &'v Responsible<'v>,
    /// What was odd about the record, in words.
    pub warnings: &'v [String],
    /// What each check finds; none of a check that finds nothing.
    pub checks: &'v [(Check, Vec<Finding>)],
    /// What that comes to together.
    pub summary: &'v Summary<'v>,
    /// The library and its version.
    pub library: &'v str,
    /// The language.
    pub lang: Lang,
}

impl<'v> Dossier<'v> {
    /// The dossier as a tree of lines.
    #[must_use]
    pub fn tree(&self) -> crate::tree::Branch {
        tree::tree(*self)
    }

    /// The dossier as a page of HTML that stands alone and prints on one sheet of A4.
    #[must_use]
    pub fn page(&self) -> String {
        page::page(*self)
    }

    fn rulebook(self) -> &'v Rulebook {
        self.view.policy.rulebook()
    }

    fn words(self) -> &'v Words {
        &self.rulebook().words
    }

    fn get(self, word: Word) -> &'v str {
        self.words().get(word, self.lang)
    }

    fn say(self, word: Word, slots: &[(&str, &str)]) -> String {
        self.words().say(word, self.lang, slots)
    }

    fn name(self) -> &'v str {
        self.view.name.unwrap_or_else(|| self.get(Word::ReasonUnnamed))
    }

    fn title(self) -> String {
        self.say(Word::DossierTitle, &[("name", self.name())])
    }

    fn as_of(self) -> String {
        self.say(Word::DossierAsOf, &[("as_of", &self.view.as_of.to_string())])
    }

    /// What a rule asks, in a few words.
    fn rule(self, rule: CheckRule) -> &'v str {
        let note = self.rulebook().checks.note(rule);
        note.map_or(rule.code(), |note| note.label.get(self.lang))
    }

    fn message(self, finding: &Finding) -> String {
        finding.message(&self.rulebook().checks).get(self.lang).to_owned()
    }

    fn clause(self, finding: &Finding) -> String {
        label::clause_label(self.rulebook(), finding.clause, self.lang)
    }

    /// The names of some facts, as a list.
    fn facts(self, paths: &[String]) -> String {
        let names: Vec<String> =
            paths.iter().map(|path| case_fact(self.rulebook(), path, self.lang)).collect();
        label::listed(self.rulebook(), &names, self.lang)
    }

    /// The rules that don't speak of the subject, each once; nothing where all do.
    fn not_applicable(self, findings: &[Finding]) -> Option<String> {
        let mut rules: Vec<&str> = Vec::new();
        for finding in findings.iter().filter(|found| found.outcome == Outcome::NotApplicable) {
            let rule = self.rule(finding.rule);
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
        let rules = label::listed(self.rulebook(), &rules, self.lang);
        (!rules.is_empty()).then(|| self.say(Word::DossierNotApplicable, &[("rules", &rules)]))
    }

    /// How many findings there are of each outcome that there is.
    fn counts(self) -> Vec<(Outcome, u64)> {
        let counts = Outcome::ALL.map(|outcome| (outcome, self.summary.counts.of(outcome)));
        counts.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// The choices in force that aren't the default.
    fn readings(self) -> String {
        let policy = self.view.policy;
        let choices = policy.other_choices();
        let choices: Vec<String> =
            choices.map(|(reading, of)| label::choice(policy, reading, of, self.lang)).collect();
        let readings = if choices.is_empty() {
            self.get(Word::SummaryDefaults).to_owned()
        } else {
            choices.join(self.get(Word::Comma))
        };
        self.say(Word::DossierReadings, &[("readings", &readings)])
    }

    /// What a dossier is, and what it isn't.
    fn nature(self) -> String {
        self.say(Word::DossierNature, &[("review", self.get(Word::OutcomeReview))])
    }

    /// By what it can be made again.
    fn again(self) -> String {
        let rulebook = self.rulebook();
        self.say(
            Word::DossierAgain,
            &[
                ("policy", &rulebook.name()),
                ("digest", &rulebook.digest),
                ("plan", &rulebook.document.plan_digest),
                ("library", self.library),
            ],
        )
    }
}
