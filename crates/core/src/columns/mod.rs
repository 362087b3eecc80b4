//! Many subjects at once, a column a fact: the same answers as one by one, without a record in sight.
//!
//! Columns are as Arrow has them: values one behind the other, and a bitmap that says which of them
//! are known, the lowest bit of a byte first. What stands where a value isn't known is never looked
//! at. Kinds, forms and groups are numbers: their places in the policy's lists.
//!
//! Rows go through in chunks, one simple pass behind the other over arrays of fixed size, which the
//! compiler turns into instructions for several rows at once. What lies between two passes stays in
//! the nearest caches; each of the thirty columns is still read and written far enough in one piece
//! that the processor fetches what comes next. The rules stay where they are: everything that is looked up here comes from the policy's
//! tables, bound to the date of the question ([`lookup`](self)).

mod answers;
mod bits;
mod chunk;
mod classes;
mod fill;
mod given;
mod lookup;
mod run;
mod scratch;
mod sums;

pub use answers::{AnswerColumn, Answers, OPEN_DUTY, Problems};
pub use classes::Classes;
pub use fill::{Bits, FilledColumns, NOT_RESOLVED, Values};
pub use given::{ColumnFault, Columns, Nullable, Truths};
pub use lookup::TooManyClasses;
pub use run::{ColumnsError, Instructions};

/// How many rows go through at once.
const CHUNK: usize = 4096;

/// How many bytes of a bitmap they have.
const BYTES: usize = CHUNK / 8;
