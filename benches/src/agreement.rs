//! Whether the peers answer as the library does: compared before anything is timed.

use datalogic_rs::bumpalo::Bump;
use qiaolian::Policy;

use crate::subjects::Asked;
use crate::{by_hand, json_logic};

/// Where a peer answers otherwise, or not at all.
#[derive(Debug, thiserror::Error)]
pub enum Disagreement {
    /// The library doesn't decide it, or the function by hand doesn't know it.
    #[error("not decided: {0:?}")]
    Undecided(Box<Asked>),
    /// The function by hand answers otherwise.
    #[error("by hand {by_hand}, the library {library}: {asked:?}")]
    ByHand {
        /// Its answer.
        by_hand: String,
        /// The library's.
        library: String,
        /// The question.
        asked: Box<Asked>,
    },
    /// The other engine answers otherwise.
    #[error("datalogic-rs {datalogic}, the library {library}: {asked:?}")]
    Datalogic {
        /// Its answer.
        datalogic: String,
        /// The library's.
        library: String,
        /// The question.
        asked: Box<Asked>,
    },
    /// The other engine doesn't answer.
    #[error(transparent)]
    Engine(#[from] datalogic_rs::Error),
}

/// Compares the peers' answers with the library's, every one.
///
/// # Errors
/// The first that differs.
pub fn agreed(
    policy: &Policy,
    duty: &json_logic::Duty,
    asked: &[Asked],
) -> Result<(), Disagreement> {
    for asked in asked {
        let undecided = || Disagreement::Undecided(Box::new(asked.clone()));
        let decision =
            policy.core().decide(&asked.subject, asked.as_of).map_err(|_| undecided())?;
        let facts = by_hand::Facts::of(policy.core(), &asked.subject).ok_or_else(undecided)?;
        let by_hand = by_hand::duty_and_status(&facts, asked.as_of);
        if by_hand != (decision.duty, decision.status) {
            return Err(Disagreement::ByHand {
                by_hand: format!("{by_hand:?}"),
                library: format!("{:?}", (decision.duty, decision.status)),
                asked: Box::new(asked.clone()),
            });
        }
        let library = decision.duty.map_or(json_logic::UNDETERMINED, |duty| duty.code());
        let (parsed, arena) = (json_logic::parsed(&facts)?, Bump::new());
        let datalogic = duty.of(&parsed, &arena)?.unwrap_or_default();
        if datalogic != library {
            return Err(Disagreement::Datalogic {
                datalogic: datalogic.to_owned(),
                library: library.to_owned(),
                asked: Box::new(asked.clone()),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use qiaolian::{Duty, Status};

    use super::*;
    use crate::subjects::asked;

    #[test]
    fn the_peers_answer_as_the_library_does() {
        let policy = Policy::yuxi_2020();
        agreed(&policy, &json_logic::Duty::compile().unwrap(), &asked(&policy)).unwrap();
    }

    #[test]
    fn the_subjects_are_of_every_duty_and_status() {
        let policy = Policy::yuxi_2020();
        let decisions = asked(&policy)
            .into_iter()
            .map(|asked| policy.core().decide(&asked.subject, asked.as_of).unwrap());
        let (mut duties, mut statuses) = (BTreeSet::new(), BTreeSet::new());
        for decision in decisions {
            duties.insert(decision.duty);
            statuses.insert(decision.status);
        }
        assert_eq!(duties.len(), Duty::ALL.len() + 1);
        assert_eq!(statuses.len(), Status::ALL.len());
    }
}
