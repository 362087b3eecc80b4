//! A row of CSV, put together before it goes out.

use std::io::{self, Write};

/// Values with commas between them, as the csv crate writes them: a value with a comma, a quote or
/// the end of a line in it stands in quotes, and its quotes are written twice. That a row is put
/// together by itself lets values that come again and again be copied in one piece.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// Each value with a comma behind it.
    bytes: Vec<u8>,
}

impl Line {
    /// The next value.
    pub(crate) fn put(&mut self, value: &str) {
        let value = value.as_bytes();
        if is_plain(value) {
            self.bytes.extend_from_slice(value);
        } else {
            self.bytes.push(b'"');
            for part in value.split_inclusive(|byte| *byte == b'"') {
                self.bytes.extend_from_slice(part);
                if part.ends_with(b"\"") {
                    self.bytes.push(b'"');
                }
            }
            self.bytes.push(b'"');
        }
        self.bytes.push(b',');
    }

    /// A whole number as the next value.
    pub(crate) fn put_number(&mut self, number: i64) {
        self.bytes.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
        self.bytes.push(b',');
    }

    /// The values of another row as the next ones.
    pub(crate) fn put_all(&mut self, values: &Self) {
        self.bytes.extend_from_slice(&values.bytes);
    }

    /// Ends the row, which goes out; the next one begins.
    pub(crate) fn end(&mut self, to: &mut impl Write) -> io::Result<()> {
        if let Some(last) = self.bytes.last_mut() {
            *last = b'\n';
        }
        to.write_all(&self.bytes)?;
        self.bytes.clear();
        Ok(())
    }
}

/// Whether a value needs no quotes. All of it is looked at, so that many bytes are looked at at once.
fn is_plain(value: &[u8]) -> bool {
    let is_special = |byte: u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    !value.iter().fold(false, |is_any, byte| is_any | is_special(*byte))
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn rows_are_those_of_the_csv_crate() {
        let values =
            ["", "村", "a,b", "\"", "a\"\"b\"", "多\n行", "a\rb", " a ", "#", "'", "；;\t"];
        for first in values {
            for second in values {
                let mut expected = csv::Writer::from_writer(Vec::new());
                expected.write_record([first, second, "-12", "0"]).unwrap();
                let (mut line, mut found) = (Line::default(), Vec::new());
                line.put(first);
                line.put(second);
                line.put_number(-12);
                let mut last = Line::default();
                last.put_number(0);
                line.put_all(&last);
                line.end(&mut found).unwrap();
                assert_eq!(found, expected.into_inner().unwrap(), "{first:?} {second:?}");
            }
        }
    }
}
