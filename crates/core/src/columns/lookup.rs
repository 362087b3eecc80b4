//! The policy's tables bound to a date, laid out for a look-up per row: what a row is and how many
//! people there are give a set of outcomes; that and the organisation give the answer.

use chrono::NaiveDate;

use super::{Classes, OPEN_DUTY, Problems};
use crate::compile::{OutcomeSet, Present, RowTable, Tables, day_number, day_of};
use crate::model::{AsOf, FormId, Fulfilment, GroupId, Id, IdSet, People, RowId, Status};
use crate::policy::Policy;

/// More classes of subjects than a byte tells apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "the policy has more kinds and sorts of listed places than a column of bytes can tell apart; assess one by one"
)]
pub struct TooManyClasses;

/// How many entries there are for what a row is: a kind of a byte, and what is said of `key_area`.
pub(super) const WHATS: usize = 256 * WORDS;

/// How many things may be said of `key_area`: nothing, yes, no, and one that fills the power of two.
pub(super) const WORDS: usize = 4;

/// What a row is: where its cells begin, and its threshold, 0 where there is none.
#[derive(Clone, Copy, Default)]
pub(super) struct What {
    pub(super) cells: u32,
    pub(super) threshold: u32,
}

/// What is written for a row: two halves, so that it is one load.
///
/// The lower one has duty, fulfilment, status and [`Flags`], a byte each; the upper one the due day.
#[derive(Clone, Copy, Default)]
pub(super) struct Answer {
    pub(super) codes: u32,
    pub(super) due: i32,
}

/// The bits of an answer's last byte.
pub(super) struct Flags;

impl Flags {
    pub(super) const DUE: u8 = 1;
    pub(super) const DAYS_LEFT: u8 = 2;
    /// Where the bits of [`Problems`] begin.
    pub(super) const PROBLEMS: u32 = 2;
}

/// The tables of a policy on a day.
pub(super) struct Lookup {
    /// By class and what is said of `key_area`.
    pub(super) whats: Box<[What; WHATS]>,
    /// From what number of people on something may change, but 0, ascending.
    pub(super) starts: Vec<u32>,
    /// By row, conditions known not to be met, the classes of the least and of the most people:
    /// where the answers of the set of outcomes begin.
    pub(super) cells: Vec<u32>,
    /// By set of outcomes and organisation.
    pub(super) answers: Vec<Answer>,
    /// Due days before the as-of date, ascending, in days from 1970-01-01: after these something can
    /// be late.
    pub(super) dues: Vec<i32>,
    /// How many forms there are.
    pub(super) forms: u8,
    /// The form that stands for no organisation.
    pub(super) no_form: u8,
    /// The as-of date, in days from 1970-01-01.
    pub(super) today: i32,
    pub(super) counted: IdSet<GroupId>,
    pub(super) all_groups: IdSet<GroupId>,
}

/// Days from the common era's first to 1970-01-01.
pub(super) fn epoch() -> i32 {
    day_number(NaiveDate::default())
}

impl Lookup {
    pub(super) fn of(policy: &Policy, as_of: AsOf) -> Result<Self, TooManyClasses> {
        let (tables, rulebook) = (policy.tables(), policy.rulebook());
        let classes = Classes::of(policy)?;
        let mut dues: Vec<i32> = tables.sets().iter().flat_map(OutcomeSet::dues).collect();
        let today = day_number(as_of.date);
        dues.retain(|due| *due < today);
        dues.sort_unstable();
        dues.dedup();
        let forms = u8::try_from(rulebook.forms.len()).map_err(|_| TooManyClasses)?;
        let no_form = u8::try_from(rulebook.no_form.index()).map_err(|_| TooManyClasses)?;
        let mut lookup = Self {
            whats: Box::new([What::default(); WHATS]),
            starts: starts(tables),
            cells: Vec::new(),
            answers: Vec::new(),
            dues: dues.iter().map(|due| due.saturating_sub(epoch())).collect(),
            forms,
            no_form,
            today: today.saturating_sub(epoch()),
            counted: tables.counted,
            all_groups: tables.all_groups,
        };
        lookup.put_answers(tables, as_of, &dues);
        lookup.put_cells(tables);
        lookup.put_whats(&classes, tables);
        Ok(lookup)
    }

    /// How many classes of numbers of people there are.
    fn classes_of_people(&self) -> usize {
        self.starts.len() + 1
    }

    /// How many cells a row has.
    fn cells_of_row(&self) -> usize {
        2 * self.classes_of_people() * self.classes_of_people()
    }

    /// How many states of the founding date there are: after none of the due days, after the first …
    pub(super) fn founded(&self) -> usize {
        self.dues.len() + 1
    }

    /// How many answers a set of outcomes has: nothing known of the organisation, each form, one
    /// that there isn't, and none with a founding date; with an exception or not; each founded in
    /// each of the states.
    fn answers_of_set(&self) -> usize {
        (usize::from(self.forms) + 3) * 2 * self.founded()
    }

    /// The answers of a subject that can't be assessed first, then those of each set.
    fn put_answers(&mut self, tables: &Tables, as_of: AsOf, dues: &[i32]) {
        let count = self.answers_of_set();
        self.answers.reserve(count * (tables.sets().len() + 1));
        let standings = usize::from(self.forms) + 1;
        for set in core::iter::once(None).chain(tables.sets().iter().map(Some)) {
            let problems = if set.is_some() { 0 } else { Problems::KIND.0 };
            for standing in 0..standings {
                for exception_agreed in [false, true] {
                    for founded in 0..self.founded() {
                        let present = Present {
                            form: standing.checked_sub(1).and_then(FormId::new),
                            established: founded_in(dues, founded),
                            exception_agreed,
                            today: as_of.date,
                            soon: i64::from(day_number(as_of.date))
                                + i64::from(as_of.due_soon_days),
                        };
                        let answer = set.and_then(|set| answered(tables, set, &present));
                        self.answers.push(answer.unwrap_or_else(|| open(problems)));
                    }
                }
            }
            for problem in [Problems::FORM, Problems::DATE] {
                let wrong = open(problems | problem.0);
                self.answers.extend(core::iter::repeat_n(wrong, 2 * self.founded()));
            }
        }
    }

    /// The cells of each row, then those of what is no row.
    #[expect(clippy::cast_possible_truncation, reason = "a policy has some thousands of answers")]
    fn put_cells(&mut self, tables: &Tables) {
        let count = self.answers_of_set();
        let numbers: Vec<u64> =
            core::iter::once(0).chain(self.starts.iter().map(|start| u64::from(*start))).collect();
        for row in tables.rows() {
            for conditions_met in [None, Some(false)] {
                for least in &numbers {
                    for most in &numbers {
                        let people = People { least: *least, most: Some(*most.max(least)) };
                        let set = tables.outcomes(row, people, conditions_met);
                        let at = set.and_then(|set| place_of(tables, set));
                        let at = at.map_or(0, |at| (at + 1) * count);
                        self.cells.push(at as u32);
                    }
                }
            }
        }
        self.cells.resize(self.cells.len() + self.cells_of_row(), 0);
    }

    #[expect(clippy::cast_possible_truncation, reason = "a policy has some thousands of cells")]
    fn put_whats(&mut self, classes: &Classes, tables: &Tables) {
        let count = self.cells_of_row();
        let no_row = What { cells: (self.cells.len() - count) as u32, threshold: 0 };
        self.whats.fill(no_row);
        let what = |(row, table): (RowId, &RowTable)| What {
            cells: (row.index() * count) as u32,
            threshold: table.threshold.unwrap_or(0),
        };
        let words = self.whats.as_chunks_mut::<WORDS>().0;
        for (whats, class) in words.iter_mut().zip(classes.all(tables)) {
            for (slot, key_area) in whats.iter_mut().zip([None, Some(true), Some(false)]) {
                if let Some(row) = tables.row(&class, key_area) {
                    *slot = what(row);
                }
            }
        }
    }
}

/// Which of the sets it is.
fn place_of(tables: &Tables, set: &OutcomeSet) -> Option<usize> {
    tables.sets().iter().position(|known| core::ptr::eq(known, set))
}

/// From what numbers of people on something may change in some row, but 0.
fn starts(tables: &Tables) -> Vec<u32> {
    let of_rows = tables.rows().flat_map(|(row, _)| tables.starts(row));
    let mut starts: Vec<u32> = of_rows.filter_map(|start| u32::try_from(start).ok()).collect();
    starts.retain(|start| *start > 0);
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// A day that is after so many of the due days.
fn founded_in(dues: &[i32], founded: usize) -> NaiveDate {
    let last = founded.checked_sub(1).and_then(|last| dues.get(last));
    last.and_then(|due| day_of(due.saturating_add(1))).unwrap_or(NaiveDate::MIN)
}

fn answered(tables: &Tables, set: &OutcomeSet, present: &Present) -> Option<Answer> {
    let end = tables.end(set, present)?;
    let days_left = end.days_left(set.due, day_number(present.today));
    let flags = if set.due.is_some() { Flags::DUE } else { 0 }
        | if days_left.is_some() { Flags::DAYS_LEFT } else { 0 };
    let duty = set.duty.map_or(OPEN_DUTY, |duty| duty as u8);
    let bytes = [duty, end.fulfilment() as u8, end.status() as u8, flags];
    let due = set.due.map_or(0, |due| due.saturating_sub(epoch()));
    Some(Answer { codes: u32::from_le_bytes(bytes), due })
}

/// The answer to what can't be assessed.
pub(super) fn open(problems: u8) -> Answer {
    let (fulfilment, status) = (Fulfilment::Unknown as u8, Status::Undetermined as u8);
    let codes = [OPEN_DUTY, fulfilment, status, problems << Flags::PROBLEMS];
    Answer { codes: u32::from_le_bytes(codes), due: 0 }
}
