//! One file while it is read: its mistakes with their places, and names looked up.

use std::cell::RefCell;
use std::collections::BTreeSet;

use qiaolian_core::model::{Arena, Id, IdSet};
use toml_spanner::{Arena as Memory, FromToml, Span, parse_recoverable};

use super::lists::List;
use super::shape::{Told, told, worth_telling};
use crate::fault::{Fault, Position};
use crate::written::{Clauses, Name, Spanned};

/// The mistakes found so far, over all files.
#[derive(Default)]
pub(super) struct Faults {
    noted: RefCell<Vec<Noted>>,
    /// The files with a mistake by which something that stands there may have been lost.
    torn: RefCell<BTreeSet<&'static str>>,
}

/// A mistake that was found.
struct Noted {
    fault: Fault,
    /// The file without which it may be none: something is missing there.
    hangs_on: Option<&'static str>,
}

impl Faults {
    /// The mistakes, but those that only hang on what a torn file may have lost.
    pub(super) fn take(self) -> Vec<Fault> {
        let torn = self.torn.into_inner();
        let is_sure = |noted: &Noted| noted.hangs_on.is_none_or(|file| !torn.contains(file));
        let noted = self.noted.into_inner().into_iter().filter(is_sure);
        noted.map(|noted| noted.fault).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.noted.borrow().is_empty()
    }
}

/// A file of the pack.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'f> {
    name: &'static str,
    text: &'f str,
    faults: &'f Faults,
}

impl<'f> Sheet<'f> {
    pub(super) fn new(name: &'static str, text: &'f str, faults: &'f Faults) -> Self {
        Self { name, text, faults }
    }

    pub(super) fn text(&self) -> &'f str {
        self.text
    }

    /// Notes a mistake at some bytes of the file.
    pub(super) fn fault(
        &self,
        bytes: (usize, usize),
        found: impl Into<String>,
        expected: impl Into<String>,
        help: impl Into<String>,
    ) {
        let told = Told { found: found.into(), expected: expected.into(), help: help.into() };
        self.note(bytes, told, None);
    }

    /// Notes that something is missing, unless this file may have lost it.
    pub(super) fn missing(
        &self,
        bytes: (usize, usize),
        found: impl Into<String>,
        expected: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.missing_from(self.list(""), bytes, found, expected, help);
    }

    /// Notes that something is missing, unless a list's file may have lost it.
    pub(super) fn missing_from(
        &self,
        list: List,
        bytes: (usize, usize),
        found: impl Into<String>,
        expected: impl Into<String>,
        help: impl Into<String>,
    ) {
        let told = Told { found: found.into(), expected: expected.into(), help: help.into() };
        self.note(bytes, told, Some(list.file));
    }

    /// Notes a name that isn't found in a list, unless the list's file may have lost it.
    pub(super) fn not_found(
        &self,
        name: &Name,
        list: List,
        expected: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.missing_from(list, bytes(name.span), quoted(&name.value), expected, help);
    }

    fn note(&self, bytes: (usize, usize), told: Told, hangs_on: Option<&'static str>) {
        let fault = Fault {
            file: self.name.to_owned(),
            position: Position::of(self.text, bytes.0),
            bytes,
            found: told.found,
            expected: told.expected,
            help: told.help,
        };
        self.faults.noted.borrow_mut().push(Noted { fault, hangs_on });
    }

    /// Notes that the file has a mistake by which it may have lost something.
    pub(super) fn is_torn(&self) {
        self.faults.torn.borrow_mut().insert(self.name);
    }

    /// A list of this file.
    pub(super) fn list(&self, what: &'static str) -> List {
        List { what, file: self.name }
    }

    /// Notes a mistake at a value.
    pub(super) fn fault_at(
        &self,
        span: Span,
        found: impl Into<String>,
        expected: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.fault(bytes(span), found, expected, help);
    }

    /// Reads the file as TOML of a given shape, noting every mistake; none where too little of it
    /// could be read to go on. Where a line is no TOML, what is missing isn't noted beside that.
    pub(super) fn read<T: for<'de> FromToml<'de>>(&self) -> Option<T> {
        let memory = Memory::new();
        let mut document = parse_recoverable(self.text, &memory);
        let syntax = document.errors().len();
        let (value, errors) = match document.to_allowing_errors::<T>() {
            Ok((value, errors)) => (Some(value), errors.errors),
            Err(errors) => (None, errors.errors),
        };
        for error in worth_telling(&errors, syntax, self.text) {
            self.is_torn();
            let (span, told) = told(error, self.text);
            self.note(bytes(span), told, None);
        }
        value
    }

    /// The id of a name; notes a mistake where there is none of that name.
    pub(super) fn look_up<I: Id, T>(
        &self,
        arena: &Arena<I, T>,
        code: impl Fn(&T) -> &str,
        name: &Name,
        list: List,
    ) -> Option<I> {
        let found = arena.find(|item| code(item) == name.value).map(|(id, _)| id);
        if found.is_none() {
            let known: Vec<String> = arena.iter().map(|(_, item)| quoted(code(item))).collect();
            let what = list.what;
            let (expected, help) = match known.as_slice() {
                [] => (
                    format!("{what}, but the pack has none"),
                    format!("add it to {}, or take the name out", list.file),
                ),
                _ => (
                    format!("{what}: one of {}", known.join(", ")),
                    "write one of these, or add it where they stand".to_owned(),
                ),
            };
            self.not_found(name, list, expected, help);
        }
        found
    }

    /// The ids of some names, as a set.
    pub(super) fn look_up_all<I: Id, T>(
        &self,
        arena: &Arena<I, T>,
        code: impl Fn(&T) -> &str,
        names: &[Name],
        list: List,
    ) -> IdSet<I> {
        names.iter().filter_map(|name| self.look_up(arena, &code, name, list)).collect()
    }

    /// Notes a mistake for each name that stands more than once.
    pub(super) fn distinct<'n>(&self, names: impl IntoIterator<Item = &'n Name>, what: &str) {
        let mut seen: Vec<&str> = Vec::new();
        for name in names {
            if seen.contains(&&*name.value) {
                let found = format!("{} a second time", quoted(&name.value));
                self.fault_at(
                    name.span,
                    found,
                    format!("{what} of another name"),
                    "rename one of them, or take it out",
                );
            }
            seen.push(&name.value);
        }
    }

    /// One of some closed codes; notes a mistake where it is none of them.
    pub(super) fn one_of<T: Copy>(
        &self,
        name: &Name,
        codes: &[(&str, T)],
        what: &str,
    ) -> Option<T> {
        let found = codes.iter().find(|(code, _)| *code == name.value).map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<String> = codes.iter().map(|(code, _)| quoted(code)).collect();
            let expected = format!("{what}: one of {}", known.join(", "));
            self.fault_at(name.span, quoted(&name.value), expected, "write one of these");
        }
        found
    }

    /// Arena of items, with a mistake noted where there are more than ids can number.
    pub(super) fn arena<I: Id, T>(&self, items: Vec<T>, most: usize, what: &str) -> Arena<I, T> {
        if items.len() > most {
            let found = format!("{} {what}", items.len());
            self.fault((0, 0), found, format!("at most {most}"), "take some out");
        }
        Arena::new(items)
    }

    /// Notes a mistake where a constant names no clause.
    pub(super) fn cites(&self, clauses: &Spanned<Clauses>) {
        if clauses.value.is_empty() {
            self.fault_at(
                clauses.span,
                "no clause",
                "at least one clause such as `2.2#1`",
                "say where the document sets this",
            );
        }
    }
}

pub(super) fn bytes(span: Span) -> (usize, usize) {
    let range = span.range();
    (range.start, range.end)
}

pub(super) fn quoted(text: &str) -> String {
    format!("`{text}`")
}
