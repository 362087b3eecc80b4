//! Which unknown fact to ask for first: the one whose answers settle most.

use core::cmp::Reverse;

use super::people::with;
use super::{Count, Ground};
use crate::decide::{Answer, Decision, decide};
use crate::model::{DutySet, FormId, IdSet, Subject};

/// An unknown fact, with what each answer to it would give.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ask {
    /// The number that is asked for; none for the organisation.
    pub number: Option<Count>,
    /// The answers, each with those that give the same, ascending or in the policy's order.
    pub replies: Vec<Reply>,
}

/// Answers to a question that give the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reply {
    /// The answers.
    pub values: Values,
    /// What they give.
    pub gives: Answer,
    /// The duties that they leave possible.
    pub possible_duties: DutySet,
    /// Whether nothing is missing any more.
    pub settles: bool,
}

/// Answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Values {
    /// So many people: from the least to the most, any more where there is none.
    People {
        /// The least.
        least: u32,
        /// The most; none for the most that a record can give.
        most: Option<u32>,
    },
    /// An organisation of one of these forms, or the policy's form for none.
    Forms(IdSet<FormId>),
}

impl Ask {
    /// How many of the answers settle everything.
    #[must_use]
    pub fn settling(&self) -> usize {
        self.replies.iter().filter(|reply| reply.settles).count()
    }
}

/// What answers are told apart by.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Given {
    gives: Answer,
    possible_duties: DutySet,
    settles: bool,
}

impl Given {
    fn of(decision: &Decision) -> Self {
        Self {
            gives: decision.answer(),
            possible_duties: decision.possible_duties,
            settles: decision.missing_groups.is_empty() && !decision.missing_form,
        }
    }

    fn reply(self, values: Values) -> Reply {
        let Self { gives, possible_duties, settles } = self;
        Reply { values, gives, possible_duties, settles }
    }
}

/// The facts that a decision lacks, and the total beside groups that it lacks, the one that settles
/// most first.
pub(super) fn all(ground: &Ground<'_>) -> Option<Vec<Ask>> {
    let subject = &ground.subject;
    let decision = decide(ground.policy.tables(), subject, ground.as_of)?;
    let mut asks = Vec::new();
    let is_counted = !decision.missing_groups.is_empty();
    let groups = decision.missing_groups.iter().map(Count::Group);
    let total = Some(Count::Total).filter(|_| is_counted && subject.counts.total.is_none());
    for number in groups.chain(total) {
        asks.push(Ask { number: Some(number), replies: ground.numbers_replied(number)? });
    }
    if decision.missing_form {
        asks.push(Ask { number: None, replies: ground.forms_replied()? });
    }
    // A question whose every answer gives the same, and leaves it open, isn't worth asking first: it is
    // told only where there is no other.
    let is_worth = |ask: &Ask| ask.settling() > 0 || ask.replies.len() > 1;
    if asks.iter().any(is_worth) {
        asks.retain(is_worth);
    }
    // Of those that settle as many of their answers the one that tells more apart comes first, then
    // the order of the columns. Shares of small numbers are compared in millionths.
    asks.sort_by_key(|ask| {
        let share = (ask.settling() * 1_000_000).checked_div(ask.replies.len()).unwrap_or(0);
        (Reverse(share), Reverse(ask.replies.len()))
    });
    Some(asks)
}

impl Ground<'_> {
    /// What each number would give, by ranges: between two values at which something may change all
    /// are the same.
    fn numbers_replied(&self, of: Count) -> Option<Vec<Reply>> {
        let mut replies: Vec<Reply> = Vec::new();
        let mut last = None;
        for value in self.turning(&self.subject.counts, of) {
            let counts = with(self.subject.counts, of, value);
            let given = if self.may_be(&counts) {
                Some(self.decided(&Subject { counts, ..self.subject })?)
            } else {
                None
            };
            if given == last {
                continue;
            }
            if let (Some(reply), Some(_)) = (replies.last_mut(), last) {
                reply.ends_before(value);
            }
            last = given;
            let values = Values::People { least: value, most: None };
            replies.extend(given.map(|given| given.reply(values)));
        }
        Some(replies)
    }

    /// What each organisation would give, if nothing were known of the day on which it was set up.
    fn forms_replied(&self) -> Option<Vec<Reply>> {
        let mut replies: Vec<Reply> = Vec::new();
        for form in self.policy.rulebook().forms.ids() {
            let given = self.decided(&Subject { existing_form: Some(form), ..self.subject })?;
            match replies.iter().position(|reply| given.reply(reply.values) == *reply) {
                Some(at) => {
                    if let Some(reply) = replies.get_mut(at) {
                        reply.add(form);
                    }
                }
                None => replies.push(given.reply(Values::Forms(IdSet::EMPTY.with(form)))),
            }
        }
        Some(replies)
    }

    fn decided(&self, subject: &Subject) -> Option<Given> {
        let decision = decide(self.policy.tables(), subject, self.as_of)?;
        Some(Given::of(&decision))
    }
}

impl Reply {
    fn ends_before(&mut self, value: u32) {
        if let Values::People { most, .. } = &mut self.values {
            *most = value.checked_sub(1);
        }
    }

    fn add(&mut self, form: FormId) {
        if let Values::Forms(forms) = &mut self.values {
            *forms = forms.with(form);
        }
    }
}
