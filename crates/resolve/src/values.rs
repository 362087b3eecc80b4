//! Values as registers write them: numbers, days, yes and no, and what stands for "unknown".
//!
//! The spellings are those of the register's contract, whatever the policy. Texts come [`folded`].

use chrono::NaiveDate;
use qiaolian_core::model::{Arena, Id};
use qiaolian_core::policy::Text;
use qiaolian_core::text::{cut, parts};

use crate::index::Index;
use crate::text::{folded, is_same};

/// What stands for a value that nobody knows, beside a blank.
const UNKNOWN: [&str; 2] = ["未知", "不详"];

/// Yes and no.
const TRUTHS: [(&str, bool); 4] = [("true", true), ("是", true), ("false", false), ("否", false)];

/// What stands after the year and the month of a date, and after its day.
const DATES: [(char, char, &str); 4] =
    [('-', '-', ""), ('/', '/', ""), ('.', '.', ""), ('年', '月', "日")];

/// What stands between thousands.
const THOUSANDS: char = ',';

/// Whether a text stands for "unknown", here or by the register's own declaration.
pub(crate) fn is_unknown(text: &str, more: &[String]) -> bool {
    text.is_empty() || UNKNOWN.contains(&text) || more.iter().any(|word| is_same(text, word))
}

/// Yes or no.
pub(crate) fn truth(text: &str) -> Option<bool> {
    TRUTHS.iter().find(|(word, _)| *word == text).map(|(_, truth)| *truth)
}

/// A whole number from 0 to 4,294,967,295: `1234`, `1,234`, or `1234.0` as spreadsheets store it.
pub(crate) fn count(text: &str) -> Option<u32> {
    let text = whole(text);
    if all_digits(text) {
        return text.parse().ok();
    }
    let (first, rest) = cut(text, THOUSANDS)?;
    let fits = first.len() <= 3
        && all_digits(first)
        && parts(rest, THOUSANDS).all(|part| part.len() == 3 && all_digits(part));
    let digits = || text.chars().filter(|sign| *sign != THOUSANDS).collect::<String>();
    if fits { digits().parse().ok() } else { None }
}

/// A day of the calendar: `2022-03-01`, `2022/3/1`, `2022.3.1` or `2022年3月1日`; month and day in one
/// digit or two under each of them.
pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    DATES.iter().find_map(|(after_year, after_month, after_day)| {
        let (year, rest) = cut(text, *after_year)?;
        let (month, rest) = cut(rest, *after_month)?;
        let day = rest.strip_suffix(*after_day)?;
        let is_short = |part: &str| part.len() <= 2 && all_digits(part);
        if year.len() != 4 || !all_digits(year) || !is_short(month) || !is_short(day) {
            return None;
        }
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    })
}

/// A whole number without the fraction that spreadsheets write: `530402001006.0`.
pub(crate) fn whole(text: &str) -> &str {
    text.strip_suffix(".0").unwrap_or(text)
}

/// Whether a text is of ASCII digits, one at least.
pub(crate) fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The spellings of what a policy names: kinds, forms.
#[derive(Clone, Debug)]
pub(crate) struct Spellings<I>(Index<I>);

impl<I: Id> Spellings<I> {
    /// The spellings of the names of one sort: code, label, and others. Of two names that share one,
    /// the earlier has it.
    pub(crate) fn new<T>(
        names: &Arena<I, T>,
        spellings: impl Fn(&T) -> (&String, &Text, &Vec<String>),
    ) -> Self {
        let mut known = Vec::new();
        for (id, name) in names.iter() {
            let (code, label, others) = spellings(name);
            for spelling in [code, &label.zh].into_iter().chain(others) {
                known.push((folded(spelling).into_owned(), id.index()));
            }
        }
        Self(Index::new(known))
    }

    /// What is spelt so.
    pub(crate) fn get(&self, text: &str) -> Option<I> {
        self.0.first(text)
    }
}
