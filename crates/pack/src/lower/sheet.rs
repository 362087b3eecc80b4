//! One file while it is read: its mistakes with their places, and names looked up.

use std::cell::RefCell;

use qiaolian_core::model::{Arena, Id, IdSet};
use toml_spanner::{Arena as Memory, FromToml, Span, parse_recoverable};

use crate::fault::{Fault, Position};
use crate::written::{Clauses, Name, Spanned};

/// The mistakes found so far, over all files.
#[derive(Default)]
pub(super) struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    pub(super) fn take(self) -> Vec<Fault> {
        self.0.into_inner()
    }
    pub(super) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }
}

/// A file of the pack.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'f> {
    name: &'f str,
    text: &'f str,
    faults: &'f Faults,
}

impl<'f> Sheet<'f> {
    pub(super) fn new(name: &'f str, text: &'f str, faults: &'f Faults) -> Self {
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
        self.faults.0.borrow_mut().push(Fault {
            file: self.name.to_owned(),
            position: Position::of(self.text, bytes.0),
            bytes,
            found: found.into(),
            expected: expected.into(),
            help: help.into(),
        });
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
    /// could be read to go on.
    pub(super) fn read<T: for<'de> FromToml<'de>>(&self) -> Option<T> {
        let memory = Memory::new();
        let mut document = parse_recoverable(self.text, &memory);
        let (value, errors) = match document.to_allowing_errors::<T>() {
            Ok((value, errors)) => (Some(value), errors.errors),
            Err(errors) => (None, errors.errors),
        };
        for error in errors {
            let span = error.span();
            let found =
                self.text.get(span.range()).unwrap_or("").lines().next().unwrap_or("").trim();
            let found =
                if found.is_empty() { "the end of the line".to_owned() } else { quoted(found) };
            let help = error
                .path()
                .map_or_else(|| "mend this line".to_owned(), |path| format!("mend `{path}`"));
            let message = error.message(self.text);
            let expected = message.strip_prefix("expected ").unwrap_or(&message);
            self.fault_at(span, found, expected, help);
        }
        value
    }

    /// The id of a name; notes a mistake where there is none of that name.
    pub(super) fn look_up<I: Id, T>(
        &self,
        arena: &Arena<I, T>,
        code: impl Fn(&T) -> &str,
        name: &Name,
        what: &str,
    ) -> Option<I> {
        let found = arena.find(|item| code(item) == name.value).map(|(id, _)| id);
        if found.is_none() {
            let known: Vec<String> = arena.iter().map(|(_, item)| quoted(code(item))).collect();
            let expected = match known.as_slice() {
                [] => format!("{what}, but the pack has none"),
                _ => format!("{what}: one of {}", known.join(", ")),
            };
            self.fault_at(
                name.span,
                quoted(&name.value),
                expected,
                "write one of these, or add it where they stand",
            );
        }
        found
    }

    /// The ids of some names, as a set.
    pub(super) fn look_up_all<I: Id, T>(
        &self,
        arena: &Arena<I, T>,
        code: impl Fn(&T) -> &str,
        names: &[Name],
        what: &str,
    ) -> IdSet<I> {
        names.iter().filter_map(|name| self.look_up(arena, &code, name, what)).collect()
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
