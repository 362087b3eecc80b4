//! Where the code and the data are that stand for rules and clauses.
//!
//! A rule is where its variant is written, `CheckRule::Budgeted`, in the code or in a link of its
//! documentation: renaming a rule breaks both. A clause is where a pack cites it.

use std::collections::BTreeMap;
use std::path::Path;

use qiaolian_core::policy::{Rule, RuleId};

use crate::Place;
use crate::sources::{Failed, Source, below};

/// Where the rules are carried out.
const SOURCES: &str = "crates/core/src";
/// Where rules are only declared, or put into data.
const DECLARED: [&str; 2] = ["crates/core/src/policy/", "crates/core/src/checks/rule.rs"];

/// The places.
pub(crate) struct Code {
    rules: BTreeMap<&'static str, Vec<Place>>,
    clauses: BTreeMap<String, Vec<Place>>,
}

impl Code {
    pub(crate) fn of(checkout: &Path, policy: &str) -> Result<Self, Failed> {
        let mut code = Self { rules: BTreeMap::new(), clauses: BTreeMap::new() };
        for source in below(checkout, SOURCES, ".rs")? {
            if !DECLARED.iter().any(|declared| source.path.starts_with(declared)) {
                code.read_rules(&source);
            }
        }
        for source in below(checkout, &format!("crates/policies/{policy}"), ".toml")? {
            code.read_clauses(&source);
        }
        Ok(code)
    }

    fn read_rules(&mut self, source: &Source) {
        let lines = source.text.lines().take_while(|line| *line != "#[cfg(test)]");
        for (line, number) in lines.zip(1..) {
            for rule in written(line) {
                let places = self.rules.entry(rule.code()).or_default();
                let place = Place { path: source.path.clone(), line: number };
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
    }

    fn read_clauses(&mut self, source: &Source) {
        for (line, number) in source.text.lines().zip(1..) {
            // Every other part is between quotes.
            for quoted in line.split('"').skip(1).step_by(2).filter(|quoted| quoted.contains('#')) {
                let places = self.clauses.entry(quoted.to_owned()).or_default();
                places.push(Place { path: source.path.clone(), line: number });
            }
        }
    }

    /// Where a rule is carried out.
    pub(crate) fn of_rule(&self, rule: RuleId) -> &[Place] {
        self.rules.get(rule.code()).map_or(&[], Vec::as_slice)
    }

    /// Where the data of a clause are.
    pub(crate) fn of_clause(&self, clause: &str) -> &[Place] {
        self.clauses.get(clause).map_or(&[], Vec::as_slice)
    }
}

/// The rules whose variants a line names.
fn written(line: &str) -> impl Iterator<Item = RuleId> {
    line.match_indices("Rule::").filter_map(|(at, found)| {
        let (before, behind) = line.split_at_checked(at)?;
        let name = behind.strip_prefix(found)?;
        let name = name.split(|character: char| !character.is_alphanumeric()).next()?;
        if before.ends_with("Check") {
            let mut rules = qiaolian_core::checks::CheckRule::ALL.iter();
            rules.find(|rule| format!("{rule:?}") == name).map(|rule| RuleId::Check(*rule))
        } else {
            let mut rules = Rule::ALL.into_iter();
            rules.find(|rule| format!("{rule:?}") == name).map(RuleId::Eligibility)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(line: &str) -> Vec<&'static str> {
        written(line).map(|rule| rule.code()).collect()
    }

    #[test]
    fn a_rule_is_where_its_variant_is_written() {
        assert_eq!(codes("    view.finding(CheckRule::Budgeted, outcome)"), ["budgeted"]);
        assert_eq!(codes("/// [`Rule::Due`](crate::policy::Rule::Due)"), ["due", "due"]);
        assert_eq!(codes("CheckRule::Budget, Rule::Duel, CheckRule::Due, rule::Due"), [""; 0]);
    }
}
