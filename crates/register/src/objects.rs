//! Formats whose rows are JSON objects.

use std::borrow::Cow;
use std::fmt;
use std::io::Read;

use qiaolian_resolve::{Cell, Column, Record};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::encoding::Encoding;
use crate::error::ReadError;
use crate::keys::{Duplicate, Keys};
use crate::place::{Place, count, excerpt};
use crate::row::{Entry, Kept, Original, Row, Skip, is_filled};
use crate::text::Text;
use crate::value::{self, NotText};
use crate::vocabulary::{Role, Vocabulary, is_blank, trim};

/// A key of an object, and the JSON of its value.
pub(crate) type Pair<'r> = (Cow<'r, str>, &'r str);

/// A format whose rows are JSON objects: it knows where each begins and ends.
pub(crate) trait Pieces {
    /// Goes on to the next record, the `index`-th: a piece at the window's start.
    fn next<R: Read>(&mut self, text: &mut Text<R>, index: u64)
    -> Result<Option<Piece>, ReadError>;
}

/// A piece of the window that is to be one object.
#[derive(Clone, Copy)]
pub(crate) struct Piece {
    /// How long it is.
    pub length: usize,
    /// How much is taken with what ends it.
    pub taken: usize,
}

/// A file of JSON objects.
pub(crate) struct Objects<R, P> {
    text: Text<R>,
    pieces: P,
    vocabulary: Vocabulary,
    keys: Keys,
    /// How much of the window the last object took.
    taken: usize,
}

impl<R: Read, P: Pieces> Objects<R, P> {
    pub fn new(text: Text<R>, pieces: P, vocabulary: Vocabulary) -> Self {
        Self { text, pieces, vocabulary, keys: Keys::default(), taken: 0 }
    }

    pub const fn encoding(&self) -> Encoding {
        self.text.encoding()
    }

    /// Goes on to the next record, the `row`-th.
    pub fn next(&mut self, row: u64) -> Result<Option<Entry<'_>>, ReadError> {
        self.text.consume(core::mem::take(&mut self.taken));
        let Some(piece) = self.pieces.next(&mut self.text, row)? else { return Ok(None) };
        self.taken = piece.taken;
        let line = self.text.place().line;
        let json = self.text.rest().get(..piece.length).unwrap_or("");
        if json.trim_ascii().is_empty() {
            return Ok(Some(Entry::Skipped { row, line, why: Skip::Blank }));
        }
        let Object(pairs) = match serde_json::from_str(json) {
            Ok(object) => object,
            Err(error) => return Err(self.not_an_object(json, row, &error)),
        };
        if let Err(Duplicate(first, second)) = self.keys.learn(&pairs, &self.vocabulary) {
            let key = |at: usize| pairs.get(at).map_or(String::new(), |(key, _)| excerpt(key));
            let found = format!("{}, {}", key(first), key(second));
            return Err(ReadError::DuplicateHeader { line, column: count(second + 1), found });
        }
        let mut found = Found::with_room_for(pairs.len());
        for (pair, role) in pairs.into_iter().zip(self.keys.roles()) {
            let Some(role) = role else { continue };
            let json = pair.1;
            found.take(pair, role).map_err(|NotText| self.not_text(json, row))?;
        }
        let Found { record, extra, original, is_blank } = found;
        let is_total =
            matches!(record.get(Column::Name), Some(Cell::Text(name)) if Skip::is_total(name));
        Ok(Some(if is_blank {
            Entry::Skipped { row, line, why: Skip::Blank }
        } else if is_total {
            Entry::Skipped { row, line, why: Skip::Total }
        } else {
            let original = Original(Kept::Object(original));
            Entry::Row(Row { row, line, record, extra, original })
        }))
    }

    /// What is wrong with a piece that isn't an object.
    fn not_an_object(&self, json: &str, index: u64, error: &serde_json::Error) -> ReadError {
        let is_json = serde_json::from_str::<IgnoredAny>(json).is_ok();
        let is_object = json.trim_start().starts_with('{');
        if is_json && !is_object {
            let Place { line, column } = self.text.place();
            return ReadError::NotAnObject { line, column, index, found: excerpt(trim(json)) };
        }
        let message = error.to_string();
        let what = message.split(" at line ").next().unwrap_or(&message);
        malformed(&self.text, offset(json, error), index, what)
    }

    /// What is wrong with a string that isn't text.
    fn not_text(&self, json: &str, index: u64) -> ReadError {
        let at = self.text.rest().find(json).unwrap_or(0);
        malformed(&self.text, at, index, "expected text, found half of a surrogate pair")
    }
}

/// What an object has under its keys.
struct Found<'r> {
    record: Record<'r>,
    extra: Vec<(Cow<'r, str>, Cow<'r, str>)>,
    original: Vec<Pair<'r>>,
    is_blank: bool,
}

impl<'r> Found<'r> {
    fn with_room_for(pairs: usize) -> Self {
        let record = Record { cells: Vec::with_capacity(pairs) };
        Self { record, extra: Vec::new(), original: Vec::with_capacity(pairs), is_blank: true }
    }

    fn take(&mut self, (key, json): Pair<'r>, role: Role) -> Result<(), NotText> {
        match role {
            Role::Known(column) => {
                if let Some(cell) = value::cell(json)?.filter(is_filled) {
                    self.is_blank = false;
                    self.record.cells.push((column, cell));
                }
            }
            Role::Added(_) | Role::Unknown => {
                let text = value::as_text(json)?;
                self.is_blank &= is_blank(&text);
                self.extra.push((key.clone(), text));
            }
        }
        self.original.push((key, json));
        Ok(())
    }
}

/// A mistake in the JSON at an offset of the window.
pub(crate) fn malformed<R: Read>(
    text: &Text<R>,
    offset: usize,
    index: u64,
    expected: &str,
) -> ReadError {
    let (Place { line, column }, byte) = (text.place_at(offset), text.byte_at(offset));
    let found = excerpt(text.rest().get(offset..).unwrap_or(""));
    let expected = expected.to_owned();
    ReadError::MalformedJson { line, column, byte, index, found, expected }
}

/// A record that is longer than a row may be: most often a quote or a bracket isn't closed.
pub(crate) fn too_long<R: Read>(text: &Text<R>, index: u64) -> ReadError {
    malformed(text, 0, index, "expected the end of the record within 64 MiB")
}

/// Where in the JSON the mistake is, in bytes.
fn offset(json: &str, error: &serde_json::Error) -> usize {
    let line_start: usize =
        json.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    json.floor_char_boundary(line_start + error.column().saturating_sub(1))
}

/// An object with its keys in their order, and each value as it is written.
struct Object<'r>(Vec<Pair<'r>>);

/// A key, borrowed where it has no escapes.
#[derive(serde::Deserialize)]
struct Key<'r>(#[serde(borrow)] Cow<'r, str>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                const USUAL: usize = 16;
                let mut pairs = Vec::with_capacity(USUAL);
                while let Some((Key(key), value)) = map.next_entry::<Key<'de>, &'de RawValue>()? {
                    pairs.push((key, value.get()));
                }
                Ok(Object(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}
