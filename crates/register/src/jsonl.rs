//! JSON Lines: one JSON object a line.

use std::io::Read;

use crate::error::ReadError;
use crate::objects::{Piece, Pieces, too_long};
use crate::text::{More, Text};

/// The lines of a file.
pub(crate) struct Lines;

impl Pieces for Lines {
    fn next<R: Read>(
        &mut self,
        text: &mut Text<R>,
        index: u64,
    ) -> Result<Option<Piece>, ReadError> {
        let mut from = 0;
        loop {
            let window = text.rest().as_bytes();
            let new = window.get(from..).unwrap_or(&[]);
            if let Some(end) = new.iter().position(|byte| *byte == b'\n') {
                let length = from + end;
                return Ok(Some(Piece { length, taken: length + 1 }));
            }
            let length = window.len();
            match text.more()? {
                More::Text => from = length,
                More::End if length == 0 => return Ok(None),
                More::End => return Ok(Some(Piece { length, taken: length })),
                More::TooLong => return Err(too_long(text, index)),
            }
        }
    }
}
