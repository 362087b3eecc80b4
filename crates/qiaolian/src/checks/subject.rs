//! A case whose subject doesn't hold up: told by paths of the input, with the codes of the check's part
//! that there aren't, so that everything can be mended at once.

use qiaolian_core::checks::Check;

use super::case::Case;
use super::fault::InputFault;
use super::lower;
use super::read::Codes;
use crate::error::{Error, ProblemReport};
use crate::policy::{Policy, Question};

/// The error of assessing a case's subject, as an error of a check's input.
pub(super) fn told(
    error: Error,
    policy: &Policy,
    check: Check,
    case: &Case,
    question: Question,
) -> Error {
    let mut faults = match error {
        Error::InvalidFacts { problems } => of_facts(problems),
        Error::UnknownFact { names, known } => {
            let others = case.subject.without(&names);
            let others = match policy.assessment(&others, question) {
                Err(Error::InvalidFacts { problems }) => of_facts(problems),
                Ok(_) | Err(_) => Vec::new(),
            };
            let names = names.into_iter().map(|name| InputFault::UnknownCode {
                path: path(&name),
                found: name,
                known: known.clone(),
            });
            names.chain(others).collect()
        }
        other @ (Error::InvalidInput { .. }
        | Error::NoSuchCheck { .. }
        | Error::Choice(_)
        | Error::Argument { .. }
        | Error::UnknownPolicy { .. }
        | Error::Foreign(_)) => return other,
        #[cfg(feature = "load")]
        other @ Error::Pack(_) => return other,
        #[cfg(feature = "columns")]
        other @ Error::Columns(_) => return other,
    };
    let mut codes = Codes::default();
    look_up(&mut codes, policy, check, case);
    faults.extend(codes.faults());
    Error::InvalidInput { faults }
}

fn of_facts(problems: Vec<ProblemReport>) -> Vec<InputFault> {
    let at_path = |problem: ProblemReport| {
        InputFault::Fact(ProblemReport { column: path(&problem.column), ..problem })
    };
    problems.into_iter().map(at_path).collect()
}

/// The path of a fact.
fn path(name: &str) -> String {
    format!("subject.{name}")
}

/// Looks up the codes of the part that a check looks at.
fn look_up(codes: &mut Codes, policy: &Policy, check: Check, case: &Case) {
    let rulebook = policy.core().rulebook();
    let checks = &rulebook.checks;
    match check {
        Check::Leadership => {
            lower::leadership(codes, checks, &case.leadership, &case.procedure);
            lower::office(codes, checks, &case.office);
        }
        Check::Office => {
            lower::office(codes, checks, &case.office);
        }
        Check::Platform => {
            lower::platform(codes, rulebook, &case.platform);
        }
        Check::Safeguards => {
            lower::safeguards(codes, &case.safeguards);
        }
        Check::Procedure => {
            lower::procedure(codes, rulebook, &case.procedure);
        }
        Check::Governance | Check::Report => {}
    }
}
