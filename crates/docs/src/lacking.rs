//! What a clause should have: where a rule carries it, code that carries the rule out, and a vector.

use qiaolian_core::policy::{Nature, clauses};

use crate::Found;
use crate::sources::Failed;

/// Provisions that no vector exercises yet. An entry that isn't needed is a fault as well.
const VECTORS_TO_COME: [&str; 6] = ["3.1", "3.2", "3.3", "3.4", "3.5", "4"];

/// Fails with all that clauses lack.
pub(crate) fn nothing(found: &Found) -> Result<(), Failed> {
    let rulebook = found.policy.core().rulebook();
    let mut lacking = Vec::new();
    for rule in rulebook.rule_ids().filter(|rule| found.code.of_rule(*rule).is_empty()) {
        lacking.push(format!(
            "the rule `{}` is carried out nowhere: name its variant where it is, in the code or in \
             a link of its documentation",
            rule.code()
        ));
    }
    let mut waiting = VECTORS_TO_COME.to_vec();
    for (clause, known) in clauses(&rulebook.provisions) {
        let is_carried = rulebook.rules_carrying(clause).next().is_some();
        let is_shown = !found.vectors.of_clause(rulebook, clause).1.is_empty();
        let provision = rulebook.provisions.of(clause.provision).id.as_str();
        match known.nature {
            Nature::Computable if is_carried && !is_shown => {
                if !VECTORS_TO_COME.contains(&provision) {
                    let code = clause.code(&rulebook.provisions);
                    lacking.push(format!("no vector exercises the clause `{code}`: write one"));
                }
                waiting.retain(|waiting| *waiting != provision);
            }
            Nature::Computable | Nature::Guidance(_) => {}
        }
    }
    for provision in waiting {
        lacking.push(format!(
            "each clause of `{provision}` has vectors: take it out of `VECTORS_TO_COME`"
        ));
    }
    if lacking.is_empty() { Ok(()) } else { Err(Failed::Lacking(lacking)) }
}

#[cfg(test)]
mod tests {
    use crate::Found;
    use crate::sources::checkout;

    #[test]
    fn no_clause_lacks_what_it_should_have() {
        let found = Found::of(&checkout()).unwrap();
        assert_eq!(super::nothing(&found).map_err(|failed| failed.to_string()), Ok(()));
    }
}
