//! How far a subject's count is from a line beyond which its answer is another.

use crate::compile::Tables;
use crate::decide::{Answer, answer_for};
use crate::model::{AsOf, People, Subject};

/// How many people more, or fewer, are the fewest that give a subject another duty, fulfilment or
/// status. None where no number of people does: where it isn't about people, or all lines are on the
/// other side.
///
/// None too where the number isn't known, in whole or in part: to learn a number isn't to have a few
/// people more, and unknown is never zero.
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
    /// The first number of people beyond it.
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
    /// The lines of a subject that has this answer, the same for all subjects of its class. None
    /// where its number of people isn't known.
    pub(super) fn of(tables: &Tables, subject: &Subject, as_of: AsOf, answer: Answer) -> Self {
        let people = subject.counts.people(tables.counted, tables.all_groups);
        if !people.is_complete() {
            return Self::default();
        }
        let count = people.least;
        let row = tables.class(subject.kind, subject.place).and_then(|class| {
            let (row, _) = tables.row(class, subject.key_area)?;
            Some(row)
        });
        let Some(row) = row else { return Self::default() };
        let ascending = |by: &mut dyn Iterator<Item = u64>| {
            let mut by: Vec<u64> = by.collect();
            by.sort_unstable();
            by
        };
        let up = tables.starts(row).filter_map(|start| start.checked_sub(count));
        let down = tables.starts(row).filter(|start| *start > 0);
        let down = down.filter_map(|start| count.checked_sub(start)).map(|by| by + 1);
        let line = |by: u64, at: u64| {
            let gives = answer_for(tables, subject, People::exactly(at), as_of)?;
            (gives != answer).then_some(Line { by, at, gives })
        };
        let up = ascending(&mut up.filter(|by| *by > 0));
        let down = ascending(&mut { down });
        Self {
            above: up.into_iter().find_map(|by| line(by, count.saturating_add(by))),
            below: down.into_iter().find_map(|by| line(by, count.saturating_sub(by))),
        }
    }

    /// How far they are.
    pub(super) fn margin(&self) -> Margin {
        let by = |line: Option<Line>| line.map(|line| line.by);
        Margin { more: by(self.above), fewer: by(self.below) }
    }

    /// The same lines for a subject of the same class with so many people.
    pub(super) fn seen_from(self, count: u64) -> Self {
        let above =
            self.above.and_then(|line| Some(Line { by: line.at.checked_sub(count)?, ..line }));
        let below =
            self.below.and_then(|line| Some(Line { by: count.checked_sub(line.at)?, ..line }));
        Self { above, below }
    }
}
