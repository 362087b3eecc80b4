//! Rest days, and what happens to a due date that falls on one.

use chrono::{Datelike, NaiveDate, Weekday};

use super::document::ClauseRef;

/// What happens to a due date that falls on a rest day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RestRule {
    /// It stays.
    Literal,
    /// It moves to the next working day.
    NextWorkingDay,
}

/// The rest days of a policy's years.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RestDays {
    /// What happens to a due date on one.
    pub rule: RestRule,
    /// The weekdays that are rest days.
    pub weekly: Vec<Weekday>,
    /// Rest days beside those.
    pub holidays: Vec<NaiveDate>,
    /// Where the document speaks of it.
    pub clauses: Vec<ClauseRef>,
}

/// No run of rest days is longer than this.
const LONGEST_REST: usize = 31;

impl RestDays {
    /// The day itself, or the next working day where the rule moves it.
    #[must_use]
    pub fn settle(&self, day: NaiveDate) -> NaiveDate {
        match self.rule {
            RestRule::Literal => day,
            RestRule::NextWorkingDay => day
                .iter_days()
                .take(LONGEST_REST)
                .find(|day| !self.is_rest_day(*day))
                .unwrap_or(day),
        }
    }

    /// Whether a day is a rest day.
    #[must_use]
    pub fn is_rest_day(&self, day: NaiveDate) -> bool {
        self.weekly.contains(&day.weekday()) || self.holidays.contains(&day)
    }
}
