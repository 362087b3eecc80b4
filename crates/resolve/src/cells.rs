//! The cells of one record, read one by one; what can't be read becomes a problem.

use std::borrow::Cow;

use crate::problem::{Problem, ProblemCode};
use crate::record::{Cell, Column, Record};
use crate::resolve::Options;
use crate::text::{folded, trimmed};
use crate::values::is_unknown;

/// What a cell says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Written<T> {
    /// Nothing: blank, or a word for "unknown".
    Blank,
    /// Something that can't be read. Its problem is noted.
    Unreadable,
    /// This.
    Read(T),
}

impl<T> Written<T> {
    /// What was read.
    pub(crate) fn read(self) -> Option<T> {
        match self {
            Self::Read(value) => Some(value),
            Self::Blank | Self::Unreadable => None,
        }
    }
}

impl<T: PartialEq> Written<T> {
    /// Whether something else than this was read.
    pub(crate) fn is_other_than(&self, value: &T) -> bool {
        match self {
            Self::Read(read) => read != value,
            Self::Blank | Self::Unreadable => false,
        }
    }
}

/// One record while it is read.
pub(crate) struct Cells<'r> {
    record: &'r Record<'r>,
    options: &'r Options,
    problems: Vec<Problem>,
}

impl<'r> Cells<'r> {
    pub(crate) fn new(record: &'r Record<'r>, options: &'r Options) -> Self {
        Self { record, options, problems: Vec::new() }
    }

    /// What stands under a column, without its outer spaces; empty for nothing.
    pub(crate) fn written(&self, column: Column) -> Cow<'r, str> {
        match self.record.get(column).map(Cell::text) {
            Some(Cow::Borrowed(text)) => Cow::Borrowed(trimmed(text)),
            Some(Cow::Owned(text)) => Cow::Owned(text),
            None => Cow::Borrowed(""),
        }
    }

    /// A text, as it was written; none where it is blank or stands for "unknown".
    pub(crate) fn text(&self, column: Column) -> Option<Cow<'r, str>> {
        let written = self.written(column);
        let is_known =
            !written.is_empty() && !is_unknown(&folded(&written), &self.options.unknown_as);
        is_known.then_some(written)
    }

    /// A value of an open sort: a number, a day. A word for "unknown" is looked for first, so that
    /// a register can declare any.
    pub(crate) fn value<T>(
        &mut self,
        column: Column,
        code: ProblemCode,
        read: impl Fn(&str) -> Option<T>,
    ) -> Written<T> {
        let written = self.written(column);
        let folded = folded(&written);
        if is_unknown(&folded, &self.options.unknown_as) {
            return Written::Blank;
        }
        let value = read(&folded);
        value.map_or_else(|| self.unreadable(column, code, String::new()), Written::Read)
    }

    /// One of a list of words. These keep their sense where the register declares one of them for
    /// "unknown": 无 as a form is no organisation, whatever it is as a number.
    pub(crate) fn choice<T>(
        &mut self,
        column: Column,
        code: ProblemCode,
        read: impl Fn(&str) -> Option<T>,
        listed: impl FnOnce() -> String,
    ) -> Written<T> {
        let written = self.written(column);
        if written.is_empty() {
            return Written::Blank;
        }
        match read(&folded(&written)) {
            Some(value) => Written::Read(value),
            None if self.text(column).is_none() => Written::Blank,
            None => self.unreadable(column, code, listed()),
        }
    }

    /// Notes that a cell can't be read.
    pub(crate) fn unreadable<T>(
        &mut self,
        column: Column,
        code: ProblemCode,
        detail: String,
    ) -> Written<T> {
        self.note(column, code, detail);
        Written::Unreadable
    }

    /// Notes a problem of a column.
    pub(crate) fn note(&mut self, column: Column, code: ProblemCode, detail: String) {
        let value = self.written(column).into_owned();
        self.problems.push(Problem { column, value, code, detail });
    }

    /// The problems found, in the order of the columns.
    pub(crate) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| (problem.column, problem.code));
        self.problems
    }
}
