//! How far a subject's count is from a line beyond which its answer is another.

use crate::compile::Tables;
use crate::decide::{Answer, answer_for};
use crate::model::{AsOf, People, Subject};

/// How many people more, or fewer, are the fewest that give a subject another duty, fulfilment or
/// status. None where no number of people does: where it isn't about people, or all lines are on the
/// other side.
///
/// Of a count that isn't complete, what is known of it moves: both ends of the interval.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Margin {
    /// How many people more.
    pub more: Option<u64>,
    /// How many people fewer.
    pub fewer: Option<u64>,
}

/// A line, and the answer beyond it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// How many people it is away.
    pub(super) by: u64,
    /// The first number of people beyond it, for the lower end of a count.
    at: u64,
    /// The answer there.
    pub(super) gives: Answer,
}

/// The nearest lines.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lines {
    /// The nearest with more people.
    pub(super) above: Option<Line>,
    /// The nearest with fewer people.
    pub(super) below: Option<Line>,
}

impl Lines {
    /// The lines of a subject that has this answer. All subjects of its class have the same, but for
    /// those whose count has two ends.
    pub(super) fn of(tables: &Tables, subject: &Subject, as_of: AsOf, answer: Answer) -> Self {
        let people = subject.counts.people(tables.counted, tables.all_groups);
        let row = tables.class(subject.kind, subject.place).and_then(|class| {
            let (row, _) = tables.row(class, subject.key_area)?;
            Some(row)
        });
        let Some(row) = row else { return Self::default() };
        let ends = || core::iter::once(people.least).chain(people.most);
        let up = ends().flat_map(|end| {
            tables.starts(row).filter_map(move |start| start.checked_sub(end)).filter(|by| *by > 0)
        });
        let down = ends().flat_map(|end| {
            let starts = tables.starts(row).filter(|start| *start > 0);
            starts.filter_map(move |start| end.checked_sub(start)).map(|by| by + 1)
        });
        let nearest = |by: &mut dyn Iterator<Item = u64>, moved: &dyn Fn(u64) -> People| {
            let mut by: Vec<u64> = by.collect();
            by.sort_unstable();
            let gives = |by: u64| answer_for(tables, subject, moved(by), as_of);
            by.into_iter().find_map(|by| {
                let gives = gives(by).filter(|gives| *gives != answer)?;
                Some(Line { by, at: moved(by).least, gives })
            })
        };
        Self {
            above: nearest(&mut { up }, &|by| People {
                least: people.least.saturating_add(by),
                most: people.most.map(|most| most.saturating_add(by)),
            }),
            below: nearest(&mut { down }, &|by| People {
                least: people.least.saturating_sub(by),
                most: people.most.map(|most| most.saturating_sub(by)),
            }),
        }
    }

    /// How far they are.
    pub(super) fn margin(&self) -> Margin {
        let by = |line: Option<Line>| line.map(|line| line.by);
        Margin { more: by(self.above), fewer: by(self.below) }
    }

    /// The same lines for a subject of the same class whose count is one number, or open above.
    pub(super) fn seen_from(self, people: People) -> Self {
        let above = self
            .above
            .and_then(|line| Some(Line { by: line.at.checked_sub(people.least)?, ..line }));
        let below = self
            .below
            .and_then(|line| Some(Line { by: people.least.checked_sub(line.at)?, ..line }));
        Self { above, below }
    }
}
