//! JSON: one array of objects.

use std::io::Read;

use crate::error::ReadError;
use crate::objects::{Piece, Pieces, malformed, too_long};
use crate::place::{Place, excerpt};
use crate::text::{More, Text};

/// The elements of the array that a file is.
pub(crate) struct Elements {
    /// What may stand next.
    next: Next,
}

/// What may stand next.
enum Next {
    /// The first element, or the end of the array.
    First,
    /// A comma, or the end of the array.
    Comma,
    /// Nothing any more.
    Nothing,
}

impl Elements {
    /// Goes into the array.
    pub fn new<R: Read>(text: &mut Text<R>) -> Result<Self, ReadError> {
        if skip_to_sign(text)? == Some(b'[') {
            text.consume(1);
            return Ok(Self { next: Next::First });
        }
        let Place { line, column } = text.place();
        let found = text.rest().lines().next().map(excerpt).unwrap_or_default();
        Err(ReadError::NotAnArray { line, column, found })
    }
}

impl Pieces for Elements {
    fn next<R: Read>(
        &mut self,
        text: &mut Text<R>,
        index: u64,
    ) -> Result<Option<Piece>, ReadError> {
        let sign = skip_to_sign(text)?;
        let fault = |text: &Text<R>, expected| Err(malformed(text, 0, index, expected));
        match (&self.next, sign) {
            (Next::First | Next::Comma, Some(b']')) => {
                text.consume(1);
                self.next = Next::Nothing;
                return match skip_to_sign(text)? {
                    Some(_) => fault(text, "expected nothing behind the array"),
                    None => Ok(None),
                };
            }
            (Next::First, Some(_)) => {}
            (Next::Comma, Some(b',')) => {
                text.consume(1);
                skip_to_sign(text)?;
            }
            (Next::Comma, Some(_)) => return fault(text, "expected `,` or `]` behind a record"),
            (Next::First | Next::Comma, None) => {
                return fault(text, "expected `]` before the file ends");
            }
            (Next::Nothing, _) => return Ok(None),
        }
        self.next = Next::Comma;
        let mut walk = Walk::default();
        let mut from = 0;
        loop {
            let window = text.rest().as_bytes();
            if let Some(end) = walk.end(window.get(from..).unwrap_or(&[])) {
                let length = from + end;
                return match length {
                    0 => fault(text, "expected a record"),
                    _ => Ok(Some(Piece { length, taken: length })),
                };
            }
            let length = window.len();
            match text.more()? {
                More::Text => from = length,
                More::End if length == 0 => return fault(text, "expected a record"),
                More::End => return Ok(Some(Piece { length, taken: length })),
                More::TooLong => return Err(too_long(text, index)),
            }
        }
    }
}

/// Goes on to what isn't space, none at the end of the file.
fn skip_to_sign<R: Read>(text: &mut Text<R>) -> Result<Option<u8>, ReadError> {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    loop {
        let window = text.rest().as_bytes();
        if let Some(at) = window.iter().position(|byte| !is_space(byte)) {
            let sign = window.get(at).copied();
            text.consume(at);
            return Ok(sign);
        }
        text.consume(window.len());
        if text.more()? == More::End {
            return Ok(None);
        }
    }
}

/// A walk to the end of a value, which can be interrupted. It only counts brackets outside of
/// strings: whether the value is well-formed is found when it is read.
#[derive(Default)]
struct Walk {
    depth: usize,
    is_in_string: bool,
    is_escaped: bool,
}

impl Walk {
    /// How many of these bytes belong to the value, none where it goes on behind them.
    fn end(&mut self, bytes: &[u8]) -> Option<usize> {
        for (at, byte) in bytes.iter().enumerate() {
            if self.is_in_string {
                match byte {
                    _ if self.is_escaped => self.is_escaped = false,
                    b'\\' => self.is_escaped = true,
                    b'"' => self.is_in_string = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.is_in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth == 1 => return Some(at + 1),
                b'}' | b']' if self.depth > 1 => self.depth -= 1,
                b'}' | b']' | b',' if self.depth == 0 => return Some(at),
                _ => {}
            }
        }
        None
    }
}
