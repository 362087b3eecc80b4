//! What a clause should have that isn't guidance: a rule that carries it, code that carries the rule
//! out, and a vector.

use qiaolian_core::policy::{Nature, clauses};

use crate::Found;
use crate::sources::Failed;

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
    for (clause, known) in clauses(&rulebook.provisions) {
        let code = clause.code(&rulebook.provisions);
        match known.nature {
            Nature::Computable if rulebook.rules_carrying(clause).next().is_none() => {
                lacking.push(format!("no rule carries the clause `{code}`, which isn't guidance"));
            }
            Nature::Computable if found.vectors.of_clause(rulebook, clause).1.is_empty() => {
                lacking.push(format!("no vector exercises the clause `{code}`: write one"));
            }
            Nature::Computable | Nature::Guidance(_) => {}
        }
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
