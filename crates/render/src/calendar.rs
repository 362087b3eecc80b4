//! iCalendar files (RFC 5545): all-day events, the same bytes for the same events.
//!
//! Written here and not by the crate `icalendar`, which takes the clock and random ids wherever
//! they are left out and so brings both into every build.

use chrono::{Days, NaiveDate};
use qiaolian_core::policy::Lang;

/// A calendar of all-day events.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar {
    /// Its name.
    pub name: String,
    /// The language of its texts.
    pub lang: Lang,
    /// The day that its events are stamped with.
    pub stamp: NaiveDate,
    /// Its events.
    pub events: Vec<Event>,
}

/// An all-day event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// Its id, which is the whole world's and stays.
    pub uid: String,
    /// Its day.
    pub day: NaiveDate,
    /// What it is, in a line.
    pub summary: String,
    /// What there is to say of it, in lines.
    pub description: String,
    /// What it belongs to.
    pub categories: Vec<String>,
    /// Whether it is certain.
    pub certain: bool,
}

/// The most bytes of a line, its end not counted.
const LONGEST: usize = 75;

/// The end of a line.
const END: &str = "\r\n";

/// The calendar as a file.
#[must_use]
pub fn calendar(calendar: &Calendar) -> String {
    let mut file = String::new();
    let name = escaped(&calendar.name);
    for (property, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", product(calendar.lang)),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", &name),
        ("X-WR-CALNAME", &name),
    ] {
        line(&mut file, property, value);
    }
    let stamp = format!("{}T000000Z", day(calendar.stamp));
    for event in &calendar.events {
        write_event(&mut file, event, &stamp);
    }
    line(&mut file, "END", "VCALENDAR");
    file
}

/// What wrote it, in the form that the format has for that: owner, product, language.
const fn product(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "-//qiaolian//schedule//ZH",
        Lang::En => "-//qiaolian//schedule//EN",
    }
}

fn write_event(file: &mut String, event: &Event, stamp: &str) {
    let next = event.day.checked_add_days(Days::new(1)).unwrap_or(event.day);
    let categories: Vec<String> =
        event.categories.iter().map(|category| escaped(category)).collect();
    for (property, value) in [
        ("BEGIN", "VEVENT"),
        ("UID", &escaped(&event.uid)),
        ("DTSTAMP", stamp),
        ("DTSTART;VALUE=DATE", &day(event.day)),
        ("DTEND;VALUE=DATE", &day(next)),
        ("SUMMARY", &escaped(&event.summary)),
        ("DESCRIPTION", &escaped(&event.description)),
        ("CATEGORIES", &categories.join(",")),
        ("STATUS", if event.certain { "CONFIRMED" } else { "TENTATIVE" }),
        ("TRANSP", "TRANSPARENT"),
        ("END", "VEVENT"),
    ] {
        line(file, property, value);
    }
}

fn day(day: NaiveDate) -> String {
    day.to_string().replace('-', "")
}

/// A line of content, folded between characters so that no part is longer than it may be.
fn line(file: &mut String, property: &str, value: &str) {
    let mut length = 0;
    for character in property.chars().chain([':']).chain(value.chars()) {
        if length + character.len_utf8() > LONGEST {
            file.push_str(END);
            file.push(' ');
            length = 1;
        }
        file.push(character);
        length += character.len_utf8();
    }
    file.push_str(END);
}

/// A text as a value: what would end it is escaped, and what no text may have is replaced.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => value.extend(['\\', character]),
            '\n' => value.push_str("\\n"),
            control if control.is_control() => value.push(char::REPLACEMENT_CHARACTER),
            other => value.push(other),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(summary: &str) -> String {
        let day = NaiveDate::from_ymd_opt(2022, 12, 31).unwrap();
        let event = Event {
            uid: "one@qiaolian".to_owned(),
            day,
            summary: summary.to_owned(),
            description: "first\nsecond".to_owned(),
            categories: vec!["a,b".to_owned(), "c".to_owned()],
            certain: true,
        };
        let stamp = NaiveDate::from_ymd_opt(2023, 11, 15).unwrap();
        calendar(&Calendar { name: "名".to_owned(), lang: Lang::Zh, stamp, events: vec![event] })
    }

    #[test]
    fn an_event_lasts_the_whole_day_and_ends_on_the_next_even_over_new_year() {
        let file = written("x");
        assert!(file.contains("\r\nDTSTART;VALUE=DATE:20221231\r\nDTEND;VALUE=DATE:20230101\r\n"));
        assert!(file.contains("\r\nDTSTAMP:20231115T000000Z\r\n"));
    }

    #[test]
    fn no_line_has_more_than_75_bytes_and_no_character_is_torn() {
        for shift in 0..4 {
            let summary = "x".repeat(shift) + &"侨联组织建设".repeat(40);
            let file = written(&summary);
            assert!(file.split("\r\n").all(|line| line.len() <= 75));
            assert!(file.split("\r\n").any(|line| line.len() >= 73), "lines are filled");
            assert!(file.replace("\r\n ", "").contains(&format!("SUMMARY:{summary}\r\n")));
        }
    }

    #[test]
    fn what_would_end_a_text_is_escaped_and_each_line_ends_as_the_format_has_it() {
        let file = written("a,b;c\\d\r\ne\u{7}");
        assert!(file.contains("SUMMARY:a\\,b\\;c\\\\d\u{fffd}\\ne\u{fffd}\r\n"));
        assert!(file.contains("DESCRIPTION:first\\nsecond\r\n"));
        assert!(file.contains("CATEGORIES:a\\,b,c\r\n"));
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        assert!(file.ends_with("END:VCALENDAR\r\n"));
    }
}
