//! From a record's cells to a typed subject.
//!
//! Files, forms and programs all pass through here: values are read, codes and names become places
//! of the policy's gazetteer, and every problem of a record is found at once. No I/O.
//!
//! [`Resolver::resolve`] reads one [`Record`] by itself and gives an [`Outcome`]; [`Seen`] adds what
//! only the records before it show. A [`Problem`] keeps a record from being assessed and is put in
//! words by [`message()`]; a [`Warning`] doesn't.
//!
//! What holds for every register is here: letter case, full or half width and outer spaces don't
//! matter, blank is unknown, and beyond that nothing but listed spellings is read. What differs from
//! one policy to the next is the [`Rulebook`](qiaolian_core::policy::Rulebook)'s: the places with
//! their codes and other names, the endings of names that mean the same, the digits of codes, the
//! spellings of kinds and forms.
//!
//! | file | what it knows |
//! |---|---|
//! | `record` | the columns that mean something |
//! | `resolve` | the way of a record through the others |
//! | `cells` · `values` · `text` · `unwritten` | one cell: blank, unknown, a number, a day, a spelling |
//! | `facts` | counts, organisation, yes and no |
//! | `place` · `find` | which place it is, by code or by name |
//! | `gazetteer` · `codes` · `names` · `near` · `index` | the policy's places, looked up |
//! | `seen` | the places of earlier records |
//! | `problem` · `message` | what is wrong, and how it is said |

mod cells;
mod codes;
mod facts;
mod find;
mod gazetteer;
mod index;
mod message;
mod names;
mod near;
mod place;
mod problem;
mod record;
mod resolve;
mod seen;
#[cfg(test)]
mod tests;
mod text;
mod unwritten;
mod values;

pub use message::message;
pub use problem::{Problem, ProblemCode, Warning};
pub use record::{Cell, Column, Record};
pub use resolve::{Options, Outcome, Resolved, Resolver};
pub use seen::Seen;
