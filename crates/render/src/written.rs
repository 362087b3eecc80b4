//! Numbers and days as they are written, behind a text that is there already.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

/// Writes a number.
pub(crate) fn write_number(text: &mut String, number: u64) {
    // A string takes whatever is written.
    let _ = write!(text, "{number}");
}

/// Writes a day, `2023-03-31`.
pub fn write_day(text: &mut String, day: NaiveDate) {
    let year = day.year();
    if !(0..=9999).contains(&year) {
        let _ = write!(text, "{day}");
        return;
    }
    let year = year.unsigned_abs();
    digits(text, year / 100);
    digits(text, year % 100);
    text.push('-');
    digits(text, day.month());
    text.push('-');
    digits(text, day.day());
}

/// Writes a number below 100 in two digits.
fn digits(text: &mut String, number: u32) {
    for digit in [number / 10, number % 10] {
        text.extend(char::from_digit(digit, 10));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_chrono_writes_them() {
        for (year, month, date) in
            [(2023, 3, 31), (1, 1, 1), (0, 2, 29), (-1, 12, 31), (12345, 6, 7)]
        {
            let of = NaiveDate::from_ymd_opt(year, month, date).unwrap();
            let mut text = String::new();
            write_day(&mut text, of);
            assert_eq!(text, of.to_string());
        }
    }
}
