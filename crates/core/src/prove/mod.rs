//! The proof: compiled tables walked completely.
//!
//! [`Policy::check`] says whether every class of subjects is decided, and once; whether every tier,
//! area, date, form and reading is reached; whether more people can weaken a duty, and under which
//! reading; where each reading matters; and whether explanation and table agree in every class. It
//! also lays the tables out as a map, and says of each clause what rests on it.

mod changes;
mod classes;
mod map;
mod matters;
mod rests;
mod structure;

pub use changes::{CellChange, Changes};
pub use classes::Class;
pub use map::{Band, Given, Half, Open, Possible, RowMap};
pub use matters::{Matters, Sample};
pub use rests::{Rest, Resting};

use crate::decide::decide_for;
use crate::model::{AreaId, ChoiceId, DateId, Duty, FormId, KindId, ReadingId, RowId, TierId};
use crate::policy::Policy;

/// What a complete walk through a policy's tables found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// Rows of the policy.
    pub rows: usize,
    /// Tiers of the policy.
    pub tiers: usize,
    /// Cells of the tables under the choices in force.
    pub cells: usize,
    /// Classes of subjects and dates that were decided and explained.
    pub classes: usize,
    /// The tables as a map, row by row.
    pub map: Vec<RowMap>,
    /// Where more people weaken a duty under another choice of a reading.
    pub weakenings: Vec<Weakening>,
    /// For each other choice of each reading, where it matters.
    pub matters: Vec<Matters>,
    /// For each clause of the document, what rests on it.
    pub clauses: Vec<Resting>,
    /// What is wrong with the policy.
    pub faults: Vec<Fault>,
}

/// More people, and less is asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Weakening {
    /// The reading and its choice; none for the choices in force.
    pub under: Option<(ReadingId, ChoiceId)>,
    /// The row.
    pub row: RowId,
    /// From how many people on less is asked.
    pub from: u64,
    /// What is asked of fewer.
    pub stronger: Duty,
    /// What is asked from there on.
    pub weaker: Duty,
}

/// Something wrong with a policy that its data alone doesn't show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// No row or tier decides these subjects.
    Undecided {
        /// Their kind.
        kind: KindId,
        /// The row that has no tier for them; none where there is no row.
        row: Option<RowId>,
        /// The choice under which it is so; none for those in force.
        under: Option<(ReadingId, ChoiceId)>,
    },
    /// Two tiers start at one number and so claim one class.
    Contested {
        /// Their row.
        row: RowId,
        /// The earlier tier.
        first: TierId,
        /// The later tier, which would hold.
        second: TierId,
        /// From how many people on.
        from: u32,
    },
    /// No number of people is in this tier, under any reading.
    UnreachableTier {
        /// Its row.
        row: RowId,
        /// The tier.
        tier: TierId,
    },
    /// No subject gets to this row, under any reading.
    UnreachableRow(RowId),
    /// No row is for this area, or no place is in it.
    UnusedArea(AreaId),
    /// Nothing is due on this date.
    UnusedDate(DateId),
    /// No tier names this form.
    UnusedForm(FormId),
    /// This choice changes no answer and no date.
    IdleReading {
        /// The reading.
        reading: ReadingId,
        /// The choice.
        choice: ChoiceId,
    },
    /// More people weaken a duty under the choices in force.
    Weakens(Weakening),
    /// The explanation arrives at another answer than the tables.
    ExplanationDiffers(Box<Class>),
}

impl Policy {
    /// Walks the tables completely and says what it finds.
    #[must_use]
    pub fn check(&self) -> Report {
        let mut faults = structure::faults(self);
        let mut classes = 0;
        classes::each(self, |class| {
            classes += 1;
            let table = decide_for(self.tables(), &class.subject, class.people, class.as_of);
            let walked = self.explain_for(&class.subject, class.people, class.as_of).ok();
            let agree = match (&table, &walked) {
                (Some(table), Some(walked)) => *table == walked.decision,
                (None, None) => true,
                (Some(_), None) | (None, Some(_)) => false,
            };
            if !agree {
                faults.push(Fault::ExplanationDiffers(Box::new(class)));
            }
        });
        let (in_force, weakenings): (Vec<_>, Vec<_>) = structure::weakenings(self)
            .into_iter()
            .partition(|weakening| weakening.under.is_none());
        faults.extend(in_force.into_iter().map(Fault::Weakens));
        let matters = matters::all(self);
        faults.extend(
            matters.iter().filter(|matter| matter.is_idle()).map(|matter| Fault::IdleReading {
                reading: matter.reading,
                choice: matter.choice,
            }),
        );
        let rows = &self.terms().rows;
        Report {
            rows: rows.len(),
            tiers: rows.iter().map(|(_, row)| row.tiers.len()).sum(),
            cells: self.tables().cells(),
            classes,
            map: map::all(self, &faults),
            weakenings,
            matters,
            clauses: rests::all(self),
            faults,
        }
    }
}
