//! Makes the documentation's page of the plan, in Chinese and English: the page of `provisions
//! --format html` with, beside each clause, also the data, code and vectors that stand for it. Fails
//! where a clause lacks what it should have.

mod code;
mod lacking;
mod sources;
mod vectors;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use qiaolian::{Lang, Policy};
use qiaolian_core::policy::{ClauseRef, Word};
use qiaolian_render::{Beside, Reference, outline};

use code::Code;
use sources::{Failed, checkout};
use vectors::Vectors;

/// The pages' folder in the checkout, and the way back from there.
const FOLDER: &str = "target/doc/plan";
const BACK: &str = "../../..";

fn main() -> ExitCode {
    match make() {
        Ok(pages) => {
            for page in pages {
                println!("{}", page.display());
            }
            ExitCode::SUCCESS
        }
        Err(failed) => {
            eprintln!("{failed}");
            ExitCode::FAILURE
        }
    }
}

/// What stands for the clauses of a policy.
struct Found {
    policy: Policy,
    code: Code,
    vectors: Vectors,
}

impl Found {
    fn of(checkout: &Path) -> Result<Self, Failed> {
        let policy = Policy::yuxi_2020();
        let id = policy.core().rulebook().document.id.clone();
        Ok(Self { code: Code::of(checkout, &id)?, vectors: Vectors::of(checkout, &id)?, policy })
    }

    /// What stands beside a clause, beyond what the policy says of it.
    fn beside(&self, clause: ClauseRef) -> Vec<Beside> {
        let rulebook = self.policy.core().rulebook();
        let clause_code = clause.code(&rulebook.provisions);
        let rules = rulebook.rules_carrying(clause);
        let code = rules.flat_map(|rule| {
            let places = self.code.of_rule(rule).iter();
            places.map(move |place| place.reference(vec![rule.code().to_owned()]))
        });
        let data = self.code.of_clause(&clause_code).iter();
        let (heading, vectors) = self.vectors.of_clause(rulebook, clause);
        vec![
            Beside {
                heading: Word::OutlineData,
                references: data.map(|place| place.reference(Vec::new())).collect(),
            },
            Beside { heading: Word::OutlineCode, references: code.collect() },
            Beside { heading, references: vectors },
        ]
    }
}

/// Makes the pages.
fn make() -> Result<Vec<PathBuf>, Failed> {
    let checkout = checkout();
    let found = Found::of(&checkout)?;
    lacking::nothing(&found)?;
    let folder = checkout.join(FOLDER);
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Failed::File { path, error }
    };
    fs::create_dir_all(&folder).map_err(failed(&folder))?;
    let pages = [("index.html", Lang::Zh), ("en.html", Lang::En)].map(|(name, lang)| {
        let path = folder.join(name);
        let page = outline(found.policy.core(), lang, |clause| found.beside(clause));
        fs::write(&path, page).map_err(failed(&path))?;
        Ok(path)
    });
    pages.into_iter().collect()
}

/// A line of a file of the checkout.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Place {
    /// Its path in the checkout.
    path: String,
    /// Its number, from 1.
    line: usize,
}

impl Place {
    fn reference(&self, names: Vec<String>) -> Reference {
        let Self { path, line } = self;
        Reference { text: format!("{path}:{line}"), href: format!("{BACK}/{path}#L{line}"), names }
    }
}
