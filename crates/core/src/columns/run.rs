//! All chunks, with the best instructions that the machine has.

use super::CHUNK;
use super::answers::Answers;
use super::fill::FilledColumns;
use super::given::{ColumnFault, Columns};
use super::lookup::{Lookup, TooManyClasses};
use super::scratch::Scratch;
use crate::model::AsOf;
use crate::policy::Policy;

/// Which instructions are used. The answers are the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Instructions {
    /// The best ones that the machine has, found out when it runs.
    #[default]
    BestOfMachine,
    /// Those that the program was compiled for.
    AsCompiled,
}

/// What keeps columns from being answered.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ColumnsError {
    /// The columns don't belong together.
    #[error(transparent)]
    Fault(#[from] ColumnFault),
    /// The policy is too large.
    #[error(transparent)]
    TooManyClasses(#[from] TooManyClasses),
}

impl Policy {
    /// Answers many subjects at once, each as [`Policy::decide`] does.
    ///
    /// # Errors
    /// [`ColumnsError`], where columns are of different lengths or the policy is too large.
    pub fn decide_columns(
        &self,
        columns: &Columns<'_>,
        as_of: AsOf,
    ) -> Result<Answers, ColumnsError> {
        let mut answers = Answers::default();
        self.decide_columns_into(columns, as_of, Instructions::default(), &mut answers)?;
        Ok(answers)
    }

    /// The same, into columns that were there before, and with these instructions.
    ///
    /// # Errors
    /// As [`Policy::decide_columns`].
    pub fn decide_columns_into(
        &self,
        columns: &Columns<'_>,
        as_of: AsOf,
        instructions: Instructions,
        answers: &mut Answers,
    ) -> Result<(), ColumnsError> {
        columns.check(&self.rulebook().groups)?;
        let lookup = Lookup::of(self, as_of)?;
        answers.resize(columns.rows());
        Whole { lookup: &lookup, columns, answers }.run(instructions);
        let rest = columns.rows() % CHUNK;
        if rest > 0 {
            let last = FilledColumns::tail(columns, columns.rows() - rest);
            let mut tail = Answers::default();
            tail.resize(CHUNK);
            Whole { lookup: &lookup, columns: &last.columns(), answers: &mut tail }
                .run(instructions);
            answers.put_tail(&tail);
        }
        Ok(())
    }
}

/// The whole chunks of some columns.
struct Whole<'w> {
    lookup: &'w Lookup,
    columns: &'w Columns<'w>,
    answers: &'w mut Answers,
}

impl Whole<'_> {
    #[inline(always)]
    fn each(self) {
        let Self { lookup, columns, answers } = self;
        let mut scratch = Scratch::EMPTY;
        for (at, mut answers) in answers.chunks().enumerate() {
            if let Some(chunk) = columns.chunk(at) {
                lookup.answer(&chunk, &mut answers, &mut scratch);
            }
        }
    }

    /// By the instructions that the program was compiled for.
    #[inline(never)]
    fn plainly(self) {
        self.each();
    }

    #[cfg(target_arch = "x86_64")]
    fn run(self, instructions: Instructions) {
        match instructions {
            Instructions::BestOfMachine => pulp::Arch::new().dispatch(self),
            Instructions::AsCompiled => self.plainly(),
        }
    }

    #[cfg(not(target_arch = "x86_64"))]
    fn run(self, instructions: Instructions) {
        match instructions {
            Instructions::BestOfMachine | Instructions::AsCompiled => self.plainly(),
        }
    }
}

#[cfg(target_arch = "x86_64")]
impl pulp::WithSimd for Whole<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) {
        self.each();
    }
}
